import "server-only";
import type { z } from "zod";
import {
  type AssignmentRecord,
  auditEvents,
  auditScope,
  lockRecord,
  type StageMoved,
  type StageRecord,
  stageMoved,
  staleRefusal,
  writeDecision,
} from "@/lib/assignment/record";
import { decide } from "@/lib/assignment/workflow";
import { findLease, leasedRefusal } from "@/lib/desk/data";
import { stablePath } from "@/lib/document/path";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { type Refusal, type Result, refuse, success } from "@/lib/platform/result";
import { envelopeOf, runCommand } from "@/lib/platform/transaction";
import type {
  answerReasonSchema,
  commentSchema,
  decisionSchema,
  resolveThreadSchema,
  returnSchema,
  workAssessmentSchema,
} from "@/lib/review/schema";
import { findRubric } from "@/lib/rubric/data";
import { scoreRubric, strangeScore } from "@/lib/rubric/scoring";

type Decision = z.output<typeof decisionSchema>;
type Return = z.output<typeof returnSchema>;
type AnswerReason = z.output<typeof answerReasonSchema>;
type Comment = z.output<typeof commentSchema>;
type ResolveThread = z.output<typeof resolveThreadSchema>;
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
      return whatChanged(tx, stage);
    }
    if (!decision.ok) return refuse(decision.reason, { details: { state: stage.state } });
    // An approval is taken back by whoever may; what waits is decided by who has it open.
    const lease = await findLease(tx, stage, ctx.clock.now());
    if (lease && lease.holderId !== actor.personId) return leasedRefusal(lease, actor.personId);

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
    await tx.reviewLease.deleteMany({ where: { stageId: stage.id } });
    await dropDrafts(tx, actor.personId, input.revisionId);
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

/** What the decider had not sent on the revision is of no use any more; that it was opened stays known. */
async function dropDrafts(tx: Tx, personId: string, revisionId: string): Promise<void> {
  await tx.reviewDraft.updateMany({
    where: { personId, revisionId, content: { not: Prisma.DbNull } },
    data: { content: Prisma.DbNull, version: { increment: 1 } },
  });
}

/** A stale refusal that also says what stands: the latest revision, and who decided last. */
async function whatChanged(tx: Tx, stage: StageRecord): Promise<Refusal> {
  const stale = staleRefusal(stage, false);
  const revision =
    stage.latestRevisionId === null
      ? null
      : await tx.revision.findUnique({
          where: { id: stage.latestRevisionId },
          select: {
            number: true,
            decisions: {
              orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
              take: 1,
              select: { kind: true, deciderName: true, decidedAt: true },
            },
          },
        });
  const last = revision?.decisions[0];
  return {
    ...stale,
    details: {
      ...stale.details,
      revision: revision?.number ?? null,
      decision: last?.kind ?? null,
      decidedBy: last?.deciderName ?? null,
      decidedAt: last?.decidedAt.toISOString() ?? null,
    },
  };
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
  const envelope = envelopeOf(actor, "ANSWER_REASON", input);
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

/**
 * Adds a remark on a revision, or an answer to one; the first one of a reviewer begins the review. An answer
 * opens a thread that was settled.
 */
export function addComment(
  ctx: Context,
  actor: Actor,
  input: Comment,
): Promise<Result<{ commentId: string }>> {
  const envelope = envelopeOf(actor, "COMMENT", input);
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
    const thread = input.replyTo ? await findThread(tx, stage.id, input.replyTo) : null;
    if (input.replyTo && !thread) return refuse("not_found");
    const ownPath = input.fieldPath === null ? null : stablePath(revision.content, input.fieldPath);
    if (!thread && input.fieldPath !== null && ownPath === null) {
      return refuse("invalid", { issues: [{ path: "fieldPath", code: "unknown_field" }] });
    }
    const fieldPath = thread ? thread.fieldPath : ownPath;
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
        threadId: thread?.id ?? null,
      },
      select: { id: true },
    });
    if (thread) await tx.threadResolution.deleteMany({ where: { commentId: thread.id } });
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

/** The beginning of the thread that a remark of a stage belongs to. */
async function findThread(
  tx: Tx,
  stageId: string,
  commentId: string,
): Promise<{ id: string; fieldPath: string | null } | null> {
  const comment = await tx.comment.findFirst({
    where: { id: commentId, stageId },
    select: { id: true, fieldPath: true, thread: { select: { id: true, fieldPath: true } } },
  });
  return comment && (comment.thread ?? { id: comment.id, fieldPath: comment.fieldPath });
}

/** Marks a thread as settled, or as open again; for the facilitator who answers for the work. */
export function resolveThread(
  ctx: Context,
  actor: Actor,
  input: ResolveThread,
): Promise<Result<{ resolved: boolean }>> {
  const envelope = envelopeOf(actor, "RESOLVE_THREAD", input);
  return runCommand(ctx, envelope, async (tx) => {
    const now = ctx.clock.now();
    const locked = await lockRecord(tx, actor, input.assignmentId, now);
    if (!locked.ok) return locked;
    const { record, roles } = locked.value;
    if (!roles.includes("FACILITATOR")) return refuse("forbidden");
    const decision = decide(record.snapshot, { type: "COMMENT", stage: input.stage }, { roles });
    if (!decision.ok) return refuse(decision.reason);
    const thread = await findThread(tx, record.stages[input.stage].id, input.commentId);
    if (thread?.id !== input.commentId) return refuse("not_found");
    const before = await tx.threadResolution.count({ where: { commentId: thread.id } });
    const { resolved } = input;
    if (resolved === before > 0) return success({ resolved });
    if (resolved) {
      await tx.threadResolution.create({
        data: {
          commentId: thread.id,
          resolvedById: actor.personId,
          resolvedByName: actor.name,
          resolvedAt: now,
        },
        select: { commentId: true },
      });
    } else {
      await tx.threadResolution.deleteMany({ where: { commentId: thread.id } });
    }
    await audit(tx, {
      ...auditScope(record, actor, roles),
      at: now,
      commandId: input.commandId,
      type: "comment.thread_resolved",
      payload: { kind: input.stage, commentId: thread.id, resolved },
    });
    return success({ resolved });
  });
}

/** Saves the facilitator's scores of the participant's work (R7), complete or not. */
export function saveWorkAssessment(
  ctx: Context,
  actor: Actor,
  input: WorkAssessment,
): Promise<Result<WorkAssessed>> {
  const envelope = envelopeOf(actor, "ASSESS_WORK", input);
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

  // Two people rate a work, not one twice; the trigger `work_assessments_of_another` says the same.
  const second = await tx.secondRating.count({
    where: { assignmentId: record.id, rater: { personId: actor.personId } },
  });
  if (second > 0) return refuse("second_rater");
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
  const now = ctx.clock.now();
  if (existing?.finalizedAt && (await isSettledFor(tx, record.id, now)))
    return refuse("score_stands");
  const rubric = await findRubric(tx, record.workRubricId);
  const strange = strangeScore(rubric, input.scores);
  if (strange !== null) {
    return refuse("invalid", {
      issues: [{ path: `scores.${strange}.criterionId`, code: "unknown_criterion" }],
    });
  }
  const result = scoreRubric(rubric, input.scores);
  const total = result.complete ? result.percent : null;
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

/**
 * Has a finished first score become one that others rest on? The second rater has finished as well, or the
 * cohort's grades are released. The trigger `work_assessments_kept` says the same.
 */
async function isSettledFor(tx: Tx, assignmentId: string, now: Date): Promise<boolean> {
  const standing = await tx.assignment.count({
    where: {
      id: assignmentId,
      OR: [
        { secondRating: { finalizedAt: { not: null } } },
        { cohort: { gradeRelease: { releasesAt: { lte: now } } } },
      ],
    },
  });
  return standing > 0;
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
