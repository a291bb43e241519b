import "server-only";
import type { z } from "zod";
import {
  type AssignmentRecord,
  auditEvents,
  auditScope,
  lockRecord,
  type StageMoved,
  stageMoved,
  staleRefusal,
  writeDecision,
} from "@/lib/assignment/record";
import { decide } from "@/lib/assignment/workflow";
import { stablePath } from "@/lib/document/path";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { type Result, refuse, success } from "@/lib/platform/result";
import { runCommand } from "@/lib/platform/transaction";
import type {
  answerReasonSchema,
  commentSchema,
  decisionSchema,
  returnSchema,
  workAssessmentSchema,
} from "@/lib/review/schema";
import { findRubric } from "@/lib/rubric/data";
import { scoreRubric, strangeScore } from "@/lib/rubric/scoring";

type Decision = z.output<typeof decisionSchema>;
type Return = z.output<typeof returnSchema>;
type AnswerReason = z.output<typeof answerReasonSchema>;
type Comment = z.output<typeof commentSchema>;
type WorkAssessment = z.output<typeof workAssessmentSchema>;

/** Sends the waiting revision back, with reasons. */
export function returnStage(ctx: Context, actor: Actor, input: Return) {
  return decideRevision(ctx, actor, "RETURN", input, input.reasons);
}

/** Approves the waiting revision. The plan's approval also makes the work assessment final. */
export function approveStage(ctx: Context, actor: Actor, input: Decision) {
  return decideRevision(ctx, actor, "APPROVE", input, []);
}

/** Takes an approval back, with reasons; later stages pause. */
export function reopenStage(ctx: Context, actor: Actor, input: Return) {
  return decideRevision(ctx, actor, "REOPEN", input, input.reasons);
}

const AUDIT_TYPE = {
  RETURN: "stage.returned",
  APPROVE: "stage.approved",
  REOPEN: "stage.reopened",
} as const;

function decideRevision(
  ctx: Context,
  actor: Actor,
  kind: "RETURN" | "APPROVE" | "REOPEN",
  input: Decision,
  reasons: Return["reasons"],
): Promise<Result<StageMoved>> {
  const envelope = {
    actorId: actor.personId,
    commandId: input.commandId,
    type: kind,
    content: { ...input, reasons },
  };
  return runCommand(ctx, envelope, async (tx) => {
    const locked = await lockRecord(tx, actor, input.assignmentId, ctx.clock.now());
    if (!locked.ok) return locked;
    const { record, roles } = locked.value;
    const stage = record.stages[input.stage];
    const decision = decide(record.snapshot, { type: kind, stage: input.stage }, { roles });
    // Who may not decide learns nothing of versions; who may is told first what has changed.
    if (!decision.ok && decision.reason === "forbidden") return refuse("forbidden");
    if (stage.version !== input.basedOn || stage.latestRevisionId !== input.revisionId) {
      return staleRefusal(stage, false);
    }
    if (!decision.ok) return refuse(decision.reason, { details: { state: stage.state } });

    const stable = await stableReasons(tx, input.revisionId, reasons);
    if (!stable.ok) return stable;

    const now = ctx.clock.now();
    if (kind === "APPROVE" && input.stage === "PLAN") {
      const finalized = await finalizeWork(tx, record, actor, now, input.commandId);
      if (!finalized.ok) return finalized;
    }
    const { id: decisionId } = await tx.reviewDecision.create({
      data: {
        stageId: stage.id,
        revisionId: input.revisionId,
        kind,
        decidedById: actor.personId,
        deciderName: actor.name,
        decidedAt: now,
        reasons: {
          create: stable.value.map((reason, sortOrder) => ({ ...reason, sortOrder })),
        },
      },
      select: { id: true },
    });
    const version = await writeDecision(tx, record, decision.next, input.stage, {
      decidedAt: now,
    });
    const scope = auditScope(record, actor, roles);
    const more = { at: now, commandId: input.commandId };
    await audit(tx, {
      ...scope,
      ...more,
      type: AUDIT_TYPE[kind],
      payload: { kind: input.stage, revisionId: input.revisionId, decisionId },
    });
    await auditEvents(tx, scope, decision.events, more);
    return success(stageMoved(input, version));
  });
}

/**
 * Ticks one reason of the last return off, or takes that back. Not a change of the words, and so no new
 * version of the stage: a tick never stands in the way of a draft. With the next decision it is a fact.
 */
export function answerReason(
  ctx: Context,
  actor: Actor,
  input: AnswerReason,
): Promise<Result<{ answered: boolean }>> {
  const envelope = {
    actorId: actor.personId,
    commandId: input.commandId,
    type: "ANSWER_REASON",
    content: input,
  };
  return runCommand(ctx, envelope, async (tx) => {
    const locked = await lockRecord(tx, actor, input.assignmentId, ctx.clock.now());
    if (!locked.ok) return locked;
    const { record, roles } = locked.value;
    const stage = record.stages[input.stage];
    const command = { type: "ANSWER_REASON", stage: input.stage } as const;
    const decision = decide(record.snapshot, command, { roles });
    if (!decision.ok) return refuse(decision.reason);

    const last = await tx.reviewDecision.findFirst({
      where: { stageId: stage.id },
      orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
      select: { reasons: { where: { id: input.reasonId }, select: { answer: true } } },
    });
    const reason = last?.reasons[0];
    if (!reason) return refuse("not_found");
    const now = ctx.clock.now();
    if (input.answered !== (reason.answer !== null)) {
      const { reasonId } = input;
      if (input.answered) {
        await tx.reasonAnswer.create({
          data: { reasonId, answeredAt: now },
          select: { reasonId: true },
        });
      } else {
        await tx.reasonAnswer.deleteMany({ where: { reasonId } });
      }
      await audit(tx, {
        ...auditScope(record, actor, roles),
        at: now,
        commandId: input.commandId,
        type: "stage.reason_answered",
        payload: { kind: input.stage, reasonId, answered: input.answered },
      });
    }
    return success({ answered: input.answered });
  });
}

/** Adds a remark on a revision; the first one of a reviewer begins the review. */
export function addComment(
  ctx: Context,
  actor: Actor,
  input: Comment,
): Promise<Result<{ commentId: string }>> {
  const envelope = {
    actorId: actor.personId,
    commandId: input.commandId,
    type: "COMMENT",
    content: input,
  };
  return runCommand(ctx, envelope, async (tx) => {
    const locked = await lockRecord(tx, actor, input.assignmentId, ctx.clock.now());
    if (!locked.ok) return locked;
    const { record, roles } = locked.value;
    const stage = record.stages[input.stage];
    const decision = decide(record.snapshot, { type: "COMMENT", stage: input.stage }, { roles });
    if (!decision.ok) return refuse(decision.reason);

    const revision = await tx.revision.findFirst({
      where: { id: input.revisionId, stageId: stage.id },
      select: { content: true },
    });
    if (!revision) return refuse("not_found");
    const fieldPath =
      input.fieldPath === null ? null : stablePath(revision.content, input.fieldPath);
    if (input.fieldPath !== null && fieldPath === null) {
      return refuse("invalid", { issues: [{ path: "fieldPath", code: "unknown_field" }] });
    }
    const now = ctx.clock.now();
    const { id: commentId } = await tx.comment.create({
      data: {
        stageId: stage.id,
        revisionId: input.revisionId,
        fieldPath,
        body: input.body,
        authorId: actor.personId,
        authorName: actor.name,
        createdAt: now,
      },
      select: { id: true },
    });
    const begins =
      roles.includes("FACILITATOR") && stage.state === "SUBMITTED" && stage.reviewBegunAt === null;
    // Not a new version: what the participant or a colleague has on the screen stays valid.
    if (begins) {
      await tx.stage.updateMany({
        where: { id: stage.id, version: stage.version },
        data: { reviewBegunAt: now },
      });
    }
    await audit(tx, {
      ...auditScope(record, actor, roles),
      at: now,
      commandId: input.commandId,
      type: "comment.added",
      payload: { kind: input.stage, revisionId: input.revisionId, commentId },
    });
    return success({ commentId });
  });
}

/** Saves the facilitator's scores of the participant's work (R7), complete or not. */
export function saveWorkAssessment(
  ctx: Context,
  actor: Actor,
  input: WorkAssessment,
): Promise<Result<WorkAssessed>> {
  const envelope = {
    actorId: actor.personId,
    commandId: input.commandId,
    type: "ASSESS_WORK",
    content: input,
  };
  return runCommand(ctx, envelope, (tx) => assessWork(tx, ctx, actor, input));
}

/** What stands after scores were saved. */
export interface WorkAssessed {
  version: number;
  /** Null until every criterion has a value. */
  total: number | null;
}

/** Scores one work in the transaction of a command, which may be about many. */
export async function assessWork(
  tx: Tx,
  ctx: Context,
  actor: Actor,
  input: WorkAssessment,
): Promise<Result<WorkAssessed>> {
  const locked = await lockRecord(tx, actor, input.assignmentId, ctx.clock.now());
  if (!locked.ok) return locked;
  const { record, roles } = locked.value;
  const decision = decide(record.snapshot, { type: "ASSESS_WORK" }, { roles });
  if (!decision.ok) return refuse(decision.reason);

  const existing = await tx.workAssessment.findUnique({
    where: { assignmentId: record.id },
    select: { version: true, finalizedAt: true },
  });
  const stands = existing?.version ?? 0;
  if (stands !== input.basedOn) {
    return refuse("conflict", { details: { cause: "stale", version: stands } });
  }
  // Final while the plan is approved; reopening the plan opens the scores again.
  if (record.stages.PLAN.state === "APPROVED") {
    return refuse("wrong_state", { details: { state: "APPROVED" } });
  }
  const rubric = await findRubric(tx, record.workRubricId);
  const strange = strangeScore(rubric, input.scores);
  if (strange !== null) {
    return refuse("invalid", {
      issues: [{ path: `scores.${strange}.criterionId`, code: "unknown_criterion" }],
    });
  }
  const result = scoreRubric(rubric, input.scores);
  const total = result.complete ? result.percent : null;
  const now = ctx.clock.now();
  const data = {
    scores: input.scores,
    total,
    version: stands + 1,
    savedById: actor.personId,
    savedAt: now,
    finalizedAt: null,
  };
  await tx.workAssessment.upsert({
    where: { assignmentId: record.id },
    create: { assignmentId: record.id, ...data },
    update: data,
    select: { version: true },
  });
  await audit(tx, {
    ...auditScope(record, actor, roles),
    at: now,
    commandId: input.commandId,
    type: "work.assessed",
    payload: { version: stands + 1 },
  });
  return success({ version: stands + 1, total });
}

async function finalizeWork(
  tx: Tx,
  record: AssignmentRecord,
  actor: Actor,
  now: Date,
  commandId: string,
): Promise<Result<null>> {
  const finalized = await tx.workAssessment.updateManyAndReturn({
    where: { assignmentId: record.id, total: { not: null } },
    data: { finalizedAt: now },
    select: { version: true },
  });
  const assessment = finalized[0];
  if (!assessment) return refuse("work_not_scored");
  await audit(tx, {
    ...auditScope(record, actor, ["FACILITATOR"]),
    at: now,
    commandId,
    type: "work.finalized",
    payload: { version: assessment.version },
  });
  return success(null);
}

/** Ties reasons to items by id, so that they still point there after the author reorders a list. */
async function stableReasons(
  tx: Tx,
  revisionId: string,
  reasons: Return["reasons"],
): Promise<Result<Return["reasons"]>> {
  if (reasons.length === 0) return success([]);
  const revision = await tx.revision.findUniqueOrThrow({
    where: { id: revisionId },
    select: { content: true },
  });
  const stable: Return["reasons"] = [];
  for (const [index, reason] of reasons.entries()) {
    const path = reason.fieldPath === null ? null : stablePath(revision.content, reason.fieldPath);
    if (reason.fieldPath !== null && path === null) {
      return refuse("invalid", {
        issues: [{ path: `reasons.${index}.fieldPath`, code: "unknown_field" }],
      });
    }
    stable.push({ fieldPath: path, text: reason.text });
  }
  return success(stable);
}
