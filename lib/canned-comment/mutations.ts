import "server-only";
import type { z } from "zod";
import { CANNED_BOUNDS } from "@/lib/canned-comment/model";
import { mayKeepCanned, mayShareCanned } from "@/lib/canned-comment/policy";
import type { addCannedSchema, removeCannedSchema } from "@/lib/canned-comment/schema";
import { authorizeOrganizing } from "@/lib/cohort/policy";
import { type CohortState, setupRefusal } from "@/lib/cohort/workflow";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { type Result, refuse, success } from "@/lib/platform/result";
import { envelopeOf, runCommand } from "@/lib/platform/transaction";

type AddCanned = z.output<typeof addCannedSchema>;
type RemoveCanned = z.output<typeof removeCannedSchema>;

/** Keeps a comment to be written again: for oneself, or for all who review in a cohort that has not ended. */
export function addCanned(
  ctx: Context,
  actor: Actor,
  input: AddCanned,
): Promise<Result<{ cannedId: string }>> {
  const envelope = envelopeOf(actor, "ADD_CANNED_COMMENT", input);
  return runCommand(ctx, envelope, async (tx) => {
    const { personId } = actor;
    const cohort = input.cohortId === null ? null : await lockSharing(tx, actor, input.cohortId);
    if (input.cohortId !== null && !cohort) return refuse("not_found");
    const ended = cohort && setupRefusal(cohort.state);
    if (ended) return refuse(ended);
    if (!cohort) {
      if (!mayKeepCanned(actor)) return refuse("forbidden");
      await tx.$queryRaw`SELECT 1 FROM people WHERE id = ${personId}::uuid FOR NO KEY UPDATE`;
    }
    const beside = cohort ? { cohortId: cohort.id } : { cohortId: null, authorId: personId };
    if ((await tx.cannedComment.count({ where: beside })) >= CANNED_BOUNDS.most) {
      const params = { max: CANNED_BOUNDS.most };
      return refuse("invalid", { issues: [{ path: "body", code: "too_many", params }] });
    }
    const now = ctx.clock.now();
    const { id: cannedId } = await tx.cannedComment.create({
      data: {
        authorId: personId,
        cohortId: cohort?.id ?? null,
        body: input.body,
        createdAt: now,
      },
      select: { id: true },
    });
    await audit(tx, {
      type: "comment.canned_added",
      at: now,
      ...scopeOf(actor, cohort),
      payload: { cannedId },
      commandId: input.commandId,
    });
    return success({ cannedId });
  });
}

/** Takes one away: of one's own, one that one keeps for a cohort, or as its organiser any of the cohort. */
export function removeCanned(
  ctx: Context,
  actor: Actor,
  input: RemoveCanned,
): Promise<Result<null>> {
  const envelope = envelopeOf(actor, "REMOVE_CANNED_COMMENT", input);
  return runCommand<null>(ctx, envelope, async (tx) => {
    const canned = await tx.cannedComment.findUnique({
      where: { id: input.cannedId },
      select: { authorId: true, cohortId: true },
    });
    const isOwn = canned?.authorId === actor.personId;
    const cohort = canned?.cohortId ? await lockSharing(tx, actor, canned.cohortId) : null;
    if (!canned || (canned.cohortId ? !cohort : !isOwn)) return refuse("not_found");
    if (!isOwn && !(cohort && authorizeOrganizing(actor, cohort))) return refuse("forbidden");
    const ended = cohort && setupRefusal(cohort.state);
    if (ended) return refuse(ended);
    await tx.cannedComment.deleteMany({ where: { id: input.cannedId } });
    await audit(tx, {
      type: "comment.canned_removed",
      at: ctx.clock.now(),
      ...scopeOf(actor, cohort),
      payload: { cannedId: input.cannedId },
      commandId: input.commandId,
    });
    return success(null);
  });
}

interface Sharing {
  id: string;
  centerId: string;
  state: CohortState;
}

/** The cohort, locked so that two additions are counted one after the other; null for a stranger. */
async function lockSharing(tx: Tx, actor: Actor, cohortId: string): Promise<Sharing | null> {
  const [cohort] = await tx.$queryRaw<Sharing[]>`
    SELECT id, center_id AS "centerId", state::text AS state FROM cohorts WHERE id = ${cohortId}::uuid FOR NO KEY UPDATE`;
  return cohort && mayShareCanned(actor, cohort) ? cohort : null;
}

function scopeOf(actor: Actor, cohort: Sharing | null) {
  const organizes = cohort !== null && authorizeOrganizing(actor, cohort) !== null;
  return {
    actorId: actor.personId,
    actor: { role: cohort ? (organizes ? "ORGANIZER" : "FACILITATOR") : "SELF" },
    centerId: cohort?.centerId ?? null,
    cohortId: cohort?.id ?? null,
    subject: cohort ? { type: "cohort", id: cohort.id } : { type: "person", id: actor.personId },
  };
}
