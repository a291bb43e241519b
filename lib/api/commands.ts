import "server-only";
import { z } from "zod";
import { approveTogether, takeBackApprovals } from "@/lib/approval/mutations";
import { approveTogetherSchema, takeBackSchema } from "@/lib/approval/schema";
import {
  cancelAssignment,
  createAssignments,
  saveDraft,
  startAnew,
  submitStage,
  withdrawStage,
} from "@/lib/assignment/mutations";
import {
  cancelAssignmentSchema,
  createAssignmentsSchema,
  stageDocumentSchema,
  stageRefSchema,
} from "@/lib/assignment/schema";
import { TIMELINESS } from "@/lib/assignment/timeliness";
import { attendByCode } from "@/lib/attendance/mutations";
import { attendByCodeSchema } from "@/lib/attendance/schema";
import { releaseLease, saveReviewDraft, takeLease } from "@/lib/desk/mutations";
import { releaseLeaseSchema, saveReviewDraftSchema, takeLeaseSchema } from "@/lib/desk/schema";
import { reportDevice } from "@/lib/device/mutations";
import { reportDeviceSchema } from "@/lib/device/schema";
import { extendStage } from "@/lib/extension/mutations";
import { extendStageSchema } from "@/lib/extension/schema";
import { assignSecondRater, moderate, saveSecondScores, setRelease } from "@/lib/grading/mutations";
import {
  assignSecondRaterSchema,
  moderateSchema,
  releaseSchema,
  secondScoresSchema,
} from "@/lib/grading/schema";
import type { Actor } from "@/lib/platform/actor";
import type { Context } from "@/lib/platform/context";
import type { Result } from "@/lib/platform/result";
import {
  addComment,
  answerReason,
  approveStage,
  reopenStage,
  resolveThread,
  returnStage,
  saveWorkAssessment,
} from "@/lib/review/mutations";
import {
  answerReasonSchema,
  commentSchema,
  decisionSchema,
  resolveThreadSchema,
  returnSchema,
  workAssessmentSchema,
} from "@/lib/review/schema";

/** A command as the door knows it: the form's schema, the form's mutation, what comes back. */
export interface CommandDefinition<Payload extends z.ZodObject = z.ZodObject> {
  summary: string;
  /** With the `commandId`, which the envelope carries. */
  schema: Payload;
  value: z.ZodType;
  run: (ctx: Context, actor: Actor, input: z.output<Payload>) => Promise<Result<unknown>>;
}

function command<Payload extends z.ZodObject>(definition: CommandDefinition<Payload>) {
  return definition as unknown as CommandDefinition;
}

const version = z.int().min(0).describe("The version that stands now: base the next command on it");
const instant = z.iso.datetime();
const moved = z.strictObject({
  assignmentId: z.uuid(),
  stage: stageRefSchema.shape.stage,
  version,
});

/** Every command, by the name under which the command log keeps it. */
export const COMMANDS = {
  CREATE_ASSIGNMENTS: command({
    summary:
      "Gives each chosen participant each chosen innovation. Staff of the cohort's centre, or the participants' facilitator.",
    schema: createAssignmentsSchema,
    value: z.strictObject({
      created: z.array(z.uuid()),
      skipped: z
        .array(z.strictObject({ enrolmentId: z.uuid(), innovationId: z.uuid() }))
        .describe("Pairs that had an assignment before"),
    }),
    run: createAssignments,
  }),
  SAVE_DRAFT: command({
    summary: "Saves what is being written; may be incomplete. The participant.",
    schema: stageDocumentSchema,
    value: moved.extend({ savedAt: instant }),
    run: saveDraft,
  }),
  START_ANEW: command({
    summary:
      "Begins a stage anew whose draft was written in an older form and cannot be read; the old draft is kept. Whoever may `SAVE_DRAFT`: the participant.",
    schema: stageRefSchema,
    value: moved,
    run: startAnew,
  }),
  SUBMIT: command({
    summary: "Freezes the document into the next revision. The participant.",
    schema: stageDocumentSchema,
    value: moved.extend({
      revisionId: z.uuid(),
      number: z.int().min(1),
      timeliness: z.enum(TIMELINESS),
    }),
    run: submitStage,
  }),
  WITHDRAW: command({
    summary: "Takes a submission back while no reviewer has begun. The participant.",
    schema: stageRefSchema,
    value: moved,
    run: withdrawStage,
  }),
  CANCEL: command({
    summary: "Ends an assignment; what was written stays readable. Staff or the facilitator.",
    schema: cancelAssignmentSchema,
    value: z.null(),
    run: cancelAssignment,
  }),
  EXTEND_STAGE: command({
    summary:
      "Moves the due date of a stage on, with its hard close, for one participant, a group or all; what was sent, or is due later already, stays as it is. Staff, or the participants' facilitator.",
    schema: extendStageSchema,
    value: z.strictObject({
      extensionId: z.uuid(),
      people: z.int(),
      extended: z.int(),
      later: z.int(),
      sent: z.int(),
    }),
    run: extendStage,
  }),
  RETURN: command({
    summary: "Sends the waiting revision back, with reasons. The facilitator.",
    schema: returnSchema,
    value: moved,
    run: returnStage,
  }),
  APPROVE: command({
    summary:
      "Approves the waiting revision. The facilitator; the plan's approval needs complete work scores.",
    schema: decisionSchema,
    value: moved,
    run: approveStage,
  }),
  REOPEN: command({
    summary: "Takes an approval back, with reasons; later stages pause. The facilitator.",
    schema: returnSchema,
    value: moved,
    run: reopenStage,
  }),
  ATTEND_BY_CODE: command({
    summary:
      "Records the caller's attendance by the code of a session's day; with `takenAt` also up to a day after the session. The participant.",
    schema: attendByCodeSchema,
    value: z.strictObject({ sessionId: z.uuid(), title: z.string(), at: instant }),
    run: attendByCode,
  }),
  ANSWER_REASON: command({
    summary:
      "Ticks a reason of the last return off, or takes that back. Also after it was sent again, until somebody decides. The participant.",
    schema: answerReasonSchema,
    value: z.strictObject({ answered: z.boolean() }),
    run: answerReason,
  }),
  REPORT_DEVICE: command({
    summary:
      "Says how many drafts and photos a device of the caller holds unsent, and since when; none takes its report off. Everybody, of themselves.",
    schema: reportDeviceSchema,
    value: z.strictObject({ waiting: z.boolean() }),
    run: reportDevice,
  }),
  COMMENT: command({
    summary: "Adds a remark on a revision. The participant or the facilitator.",
    schema: commentSchema,
    value: z.strictObject({ commentId: z.uuid() }),
    run: addComment,
  }),
  ASSESS_WORK: command({
    summary: "Saves the scores of the participant's work, complete or not. The facilitator.",
    schema: workAssessmentSchema,
    value: z.strictObject({ version, total: z.number().nullable() }),
    run: saveWorkAssessment,
  }),
  TAKE_LEASE: command({
    summary:
      "Says that the caller is reviewing the waiting revision, and again that they still are, before it lapses; with `takeOver` also from somebody who is at it, who is told. The facilitator.",
    schema: takeLeaseSchema,
    value: z.strictObject({ until: instant.describe("When it lapses unless it is taken again") }),
    run: takeLease,
  }),
  RELEASE_LEASE: command({
    summary: "Lets go of a stage that the caller was reviewing. Whoever holds its lease.",
    schema: releaseLeaseSchema,
    value: z.strictObject({ released: z.boolean() }),
    run: releaseLease,
  }),
  SAVE_REVIEW_DRAFT: command({
    summary:
      "Keeps what the caller has written on a revision and not sent, all of it, for them alone. The facilitator, and staff.",
    schema: saveReviewDraftSchema,
    value: z.strictObject({ version }),
    run: saveReviewDraft,
  }),
  RESOLVE_THREAD: command({
    summary: "Marks a thread of remarks as settled, or as open again. The facilitator.",
    schema: resolveThreadSchema,
    value: z.strictObject({ resolved: z.boolean() }),
    run: resolveThread,
  }),
  APPROVE_TOGETHER: command({
    summary:
      "Approves several waiting revisions at `dueAt`, until when it can be taken back; plans are approved one by one. The facilitator.",
    schema: approveTogetherSchema,
    value: z.strictObject({
      batchId: z.uuid(),
      dueAt: instant,
      accepted: z.int(),
      refused: z.array(z.strictObject({ assignmentId: z.uuid(), reason: z.string() })),
    }),
    run: approveTogether,
  }),
  TAKE_BACK_APPROVALS: command({
    summary: "Takes back what was approved together, all of it. Whoever gave it.",
    schema: takeBackSchema,
    value: z.strictObject({ takenBack: z.int() }),
    run: takeBackApprovals,
  }),
  ASSIGN_SECOND_RATER: command({
    summary:
      "Gives works another facilitator as second rater, who has seen nothing of the first one's scores, or none any more; all of them or none. Staff.",
    schema: assignSecondRaterSchema,
    value: z.strictObject({ changed: z.int() }),
    run: assignSecondRater,
  }),
  RATE_SECOND: command({
    summary:
      "Saves a second rater's scores of a work, complete or not; with `final` for good. The second rater.",
    schema: secondScoresSchema,
    value: z.strictObject({ version, total: z.number().nullable(), final: z.boolean() }),
    run: saveSecondScores,
  }),
  MODERATE_GRADE: command({
    summary:
      "Settles two finished ratings that lie apart, on a score between them, with a reason. Staff who are none of the two.",
    schema: moderateSchema,
    value: z.strictObject({ score: z.number() }),
    run: moderate,
  }),
  RELEASE_GRADES: command({
    summary:
      "Tells participants their grades from now on or from a time on the cohort's clocks, or takes that back. Staff.",
    schema: releaseSchema,
    value: z.strictObject({ version, releasesAt: instant.nullable() }),
    run: setRelease,
  }),
} as const satisfies Record<string, CommandDefinition>;

export type CommandType = keyof typeof COMMANDS;
export const COMMAND_TYPES = Object.keys(COMMANDS) as CommandType[];
