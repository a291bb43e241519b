import "server-only";
import type { z } from "zod";
import { auditScope, lockRecord, staleRefusal } from "@/lib/assignment/record";
import { decide, holdsOne, TRANSITIONS } from "@/lib/assignment/workflow";
import { draftsOf, findLease, leasedRefusal, toSavedDrafts } from "@/lib/desk/data";
import { isEmpty, LEASE_MINUTES } from "@/lib/desk/model";
import type { releaseLeaseSchema, saveReviewDraftSchema, takeLeaseSchema } from "@/lib/desk/schema";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { type Result, refuse, success } from "@/lib/platform/result";
import { envelopeOf, runCommand } from "@/lib/platform/transaction";

type TakeLease = z.output<typeof takeLeaseSchema>;
type ReleaseLease = z.output<typeof releaseLeaseSchema>;
type SaveReviewDraft = z.output<typeof saveReviewDraftSchema>;

/**
 * Says that the actor is reviewing what waits, for whoever may decide on it. Again by the same person it
 * is renewed. While somebody else holds it, it is refused and says who; taken over, the former holder is
 * told when they go on. Audited when somebody begins, not when they stay.
 */
export function takeLease(
  ctx: Context,
  actor: Actor,
  input: TakeLease,
): Promise<Result<{ until: string }>> {
  const envelope = envelopeOf(actor, "TAKE_LEASE", input);
  return runCommand(ctx, envelope, async (tx) => {
    const now = ctx.clock.now();
    const locked = await lockRecord(tx, actor, input.assignmentId, now);
    if (!locked.ok) return locked;
    const { record, roles } = locked.value;
    const stage = record.stages[input.stage];
    // Who could send it back is who reviews it.
    const decision = decide(record.snapshot, { type: "RETURN", stage: input.stage }, { roles });
    if (!decision.ok && decision.reason === "forbidden") return refuse("forbidden");
    if (stage.latestRevisionId !== input.revisionId) return staleRefusal(stage, false);
    if (!decision.ok) return refuse(decision.reason, { details: { state: stage.state } });

    const held = await findLease(tx, stage, now);
    const isOwn = held?.holderId === actor.personId;
    if (held && !isOwn && !input.takeOver) return leasedRefusal(held, actor.personId);
    const takenFromId = isOwn ? held.takenFromId : (held?.holderId ?? null);
    const expiresAt = new Date(now.getTime() + LEASE_MINUTES * 60_000);
    const data = {
      revisionId: input.revisionId,
      holderId: actor.personId,
      holderName: actor.name,
      takenAt: isOwn ? held.takenAt : now,
      renewedAt: now,
      expiresAt,
      takenFromId,
    };
    await tx.reviewLease.upsert({
      where: { stageId: stage.id },
      create: { stageId: stage.id, ...data },
      update: data,
      select: { stageId: true },
    });
    // That it was read is remembered, for what has changed when the next one arrives.
    await tx.reviewDraft.createMany({
      data: [{ personId: actor.personId, revisionId: input.revisionId, openedAt: now }],
      skipDuplicates: true,
    });
    if (!isOwn) {
      await audit(tx, {
        ...auditScope(record, actor, roles),
        at: now,
        commandId: input.commandId,
        type: "stage.review_opened",
        payload: { kind: input.stage, revisionId: input.revisionId, takenFromId },
      });
    }
    return success({ until: expiresAt.toISOString() });
  });
}

/** Lets go of what the actor was reviewing. Of what somebody else holds by now nothing is touched. */
export function releaseLease(
  ctx: Context,
  actor: Actor,
  input: ReleaseLease,
): Promise<Result<{ released: boolean }>> {
  const envelope = envelopeOf(actor, "RELEASE_LEASE", input);
  return runCommand(ctx, envelope, async (tx) => {
    const locked = await lockRecord(tx, actor, input.assignmentId, ctx.clock.now());
    if (!locked.ok) return locked;
    const { count } = await tx.reviewLease.deleteMany({
      where: { stageId: locked.value.record.stages[input.stage].id, holderId: actor.personId },
    });
    return success({ released: count > 0 });
  });
}

/**
 * Keeps what the actor has written on a revision and not sent, for whoever may send work back. Private to
 * its writer and without effect until it is sent, so it is not audited.
 * @returns the version to base the next save on; what stands instead where another device has saved since
 */
export function saveReviewDraft(
  ctx: Context,
  actor: Actor,
  input: SaveReviewDraft,
): Promise<Result<{ version: number }>> {
  const envelope = envelopeOf(actor, "SAVE_REVIEW_DRAFT", input);
  return runCommand(ctx, envelope, async (tx) => {
    const now = ctx.clock.now();
    const locked = await lockRecord(tx, actor, input.assignmentId, now);
    if (!locked.ok) return locked;
    const { record, roles } = locked.value;
    if (!holdsOne(roles, TRANSITIONS.REOPEN.roles)) return refuse("forbidden");
    const { personId } = actor;
    const { revisionId } = input;
    const revision = await tx.revision.findFirst({
      where: { id: revisionId, stageId: record.stages[input.stage].id },
      select: { reviewDrafts: draftsOf(personId) },
    });
    if (!revision) return refuse("not_found");
    const stands = toSavedDrafts(revisionId, revision.reviewDrafts[0]);
    if (stands.version !== input.basedOn) {
      return refuse("conflict", {
        details: { cause: "stale", version: stands.version },
        current: { drafts: stands.drafts },
      });
    }
    const version = stands.version + 1;
    const data = {
      content: isEmpty(input.drafts) ? Prisma.DbNull : input.drafts,
      version,
      savedAt: now,
    };
    await tx.reviewDraft.upsert({
      where: { personId_revisionId: { personId, revisionId } },
      create: { personId, revisionId, openedAt: now, ...data },
      update: data,
      select: { version: true },
    });
    return success({ version });
  });
}
