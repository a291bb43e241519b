import "server-only";
import type { z } from "zod";
import { GRACE_SECONDS } from "@/lib/approval/model";
import type { approveTogetherSchema, takeBackSchema } from "@/lib/approval/schema";
import { auditScope, lockRecord } from "@/lib/assignment/record";
import { decide } from "@/lib/assignment/workflow";
import { findLease } from "@/lib/desk/data";
import { findActorOf } from "@/lib/person/data";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/jobs";
import { type RefusalReason, type Result, refuse, success } from "@/lib/platform/result";
import { envelopeOf, runCommand } from "@/lib/platform/transaction";
import { approveStage } from "@/lib/review/mutations";

type ApproveTogether = z.output<typeof approveTogetherSchema>;
type Item = ApproveTogether["items"][number];
type TakeBack = z.output<typeof takeBackSchema>;

export interface ApprovedTogether {
  batchId: string;
  /** ISO instant at which they take effect. */
  dueAt: string;
  accepted: number;
  /** Those that are not approved with the others, and why. */
  refused: { assignmentId: string; reason: RefusalReason }[];
}

/**
 * Approves several waiting submissions after a short while in which it can be taken back. Until then
 * nothing has happened: nobody is told, and each stands as it stood. Refused where none can be approved.
 */
export function approveTogether(
  ctx: Context,
  actor: Actor,
  input: ApproveTogether,
): Promise<Result<ApprovedTogether>> {
  const envelope = envelopeOf(actor, "APPROVE_TOGETHER", input);
  return runCommand(ctx, envelope, async (tx) => {
    const now = ctx.clock.now();
    const dueAt = new Date(now.getTime() + GRACE_SECONDS * 1_000);
    // The command's id is its sender's to choose; a batch is found by it across all senders.
    const batchId = crypto.randomUUID();
    const refused: ApprovedTogether["refused"] = [];
    // Always in the same order: two who approve at the same moment do not wait for one another.
    const items = [...input.items].sort((a, b) => a.assignmentId.localeCompare(b.assignmentId));
    for (const item of items) {
      const checked = await check(ctx, tx, actor, item);
      if (!checked.ok) {
        refused.push({ assignmentId: item.assignmentId, reason: checked.reason });
        continue;
      }
      const { stageId, scope } = checked.value;
      const { id } = await tx.pendingApproval.create({
        data: {
          batchId,
          stageId,
          revisionId: item.revisionId,
          basedOn: item.basedOn,
          approverId: actor.personId,
          createdAt: now,
          dueAt,
        },
        select: { id: true },
      });
      await audit(tx, {
        ...scope,
        at: now,
        commandId: input.commandId,
        type: "stage.approval_given",
        payload: { kind: item.stage, revisionId: item.revisionId, approvalId: id },
      });
    }
    const accepted = items.length - refused.length;
    const [first] = refused;
    if (accepted === 0) return refuse(first?.reason ?? "not_found");
    await enqueue(tx, "approvals", { batchId }, { startAfter: dueAt });
    return success({ batchId, dueAt: dueAt.toISOString(), accepted, refused });
  });
}

/** Whether it could be approved right now, and by this actor. The lock holds until the end. */
async function check(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  { assignmentId, stage: kind, basedOn, revisionId }: Item,
): Promise<Result<{ stageId: string; scope: ReturnType<typeof auditScope> }>> {
  const now = ctx.clock.now();
  const locked = await lockRecord(tx, actor, assignmentId, now);
  if (!locked.ok) return locked;
  const { record, roles } = locked.value;
  const stage = record.stages[kind];
  const decision = decide(record.snapshot, { type: "APPROVE", stage: kind }, { roles });
  if (!decision.ok && decision.reason === "forbidden") return refuse("forbidden");
  if (stage.version !== basedOn || stage.latestRevisionId !== revisionId) return refuse("conflict");
  if (!decision.ok) return refuse(decision.reason);
  // Its approval makes the score of the work final: that is looked at one by one.
  if (kind === "PLAN") return refuse("work_not_scored");
  const lease = await findLease(tx, stage, now);
  if (lease && lease.holderId !== actor.personId) return refuse("leased");
  const already = await tx.pendingApproval.count({ where: { stageId: stage.id, settledAt: null } });
  if (already > 0) return refuse("conflict");
  return success({ stageId: stage.id, scope: auditScope(record, actor, roles) });
}

/** Takes back what was approved together, all of it, while nothing of it has been carried out. */
export function takeBackApprovals(
  ctx: Context,
  actor: Actor,
  input: TakeBack,
): Promise<Result<{ takenBack: number }>> {
  const envelope = envelopeOf(actor, "TAKE_BACK_APPROVALS", input);
  return runCommand(ctx, envelope, async (tx) => {
    const own = { batchId: input.batchId, approverId: actor.personId };
    // Whoever carries them out has claimed all of them before, or finds none.
    await tx.$queryRaw`
      SELECT 1 FROM pending_approvals WHERE batch_id = ${input.batchId}::uuid ORDER BY id FOR UPDATE`;
    const rows = await tx.pendingApproval.findMany({
      where: own,
      select: {
        id: true,
        claimedAt: true,
        revisionId: true,
        stage: { select: { kind: true, assignment: { select: auditedAssignment } } },
      },
    });
    if (rows.length === 0) return refuse("not_found");
    if (rows.some(({ claimedAt }) => claimedAt)) return refuse("wrong_state");
    await tx.pendingApproval.deleteMany({ where: own });
    for (const { id, revisionId, stage } of rows) {
      await audit(tx, {
        type: "stage.approval_taken_back",
        at: ctx.clock.now(),
        actorId: actor.personId,
        actor: { role: "FACILITATOR" },
        centerId: stage.assignment.cohort.centerId,
        cohortId: stage.assignment.cohortId,
        subject: { type: "assignment", id: stage.assignment.id },
        payload: { kind: stage.kind, revisionId, approvalId: id },
        commandId: input.commandId,
      });
    }
    return success({ takenBack: rows.length });
  });
}

const auditedAssignment = {
  id: true,
  cohortId: true,
  cohort: { select: { centerId: true } },
} as const;

/**
 * Carries out what was approved together, each by the ordinary command of whoever gave it, as that person
 * stands now. What has changed meanwhile is refused and stays as it is. May be called again: a command is
 * carried out once.
 */
export async function carryOutApprovals(ctx: Context, batchId: string): Promise<void> {
  const now = ctx.clock.now();
  await ctx.db.pendingApproval.updateMany({
    where: { batchId, claimedAt: null },
    data: { claimedAt: now },
  });
  const rows = await ctx.db.pendingApproval.findMany({
    where: { batchId, settledAt: null },
    orderBy: { id: "asc" },
    select: {
      id: true,
      approverId: true,
      revisionId: true,
      basedOn: true,
      stage: { select: { assignmentId: true, kind: true } },
    },
  });
  for (const { id, approverId, revisionId, basedOn, stage } of rows) {
    const actor = await findActorOf(ctx.db, approverId);
    const result: Result<unknown> = actor
      ? await approveStage(ctx, actor, {
          commandId: id,
          assignmentId: stage.assignmentId,
          stage: stage.kind,
          basedOn,
          revisionId,
        })
      : refuse("forbidden");
    // Settled once, also when two carry the same batch out.
    await ctx.db.pendingApproval.updateMany({
      where: { id, settledAt: null },
      data: { settledAt: ctx.clock.now(), refusal: result.ok ? null : result.reason },
    });
  }
}
