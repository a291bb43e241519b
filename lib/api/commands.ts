import "server-only";
import { z } from "zod";
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
import { reportDevice } from "@/lib/device/mutations";
import { reportDeviceSchema } from "@/lib/device/schema";
import { extendStage } from "@/lib/extension/mutations";
import { extendStageSchema } from "@/lib/extension/schema";
import type { Actor } from "@/lib/platform/actor";
import type { Context } from "@/lib/platform/context";
import type { Result } from "@/lib/platform/result";
import {
  addComment,
  answerReason,
  approveStage,
  reopenStage,
  returnStage,
  saveWorkAssessment,
} from "@/lib/review/mutations";
import {
  answerReasonSchema,
  commentSchema,
  decisionSchema,
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
} as const satisfies Record<string, CommandDefinition>;

export type CommandType = keyof typeof COMMANDS;
export const COMMAND_TYPES = Object.keys(COMMANDS) as CommandType[];
