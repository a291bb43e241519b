import "server-only";
import type { z } from "zod";
import { type LockedCohort, lockCohort } from "@/lib/cohort/record";
import { type CohortState, setupRefusal } from "@/lib/cohort/workflow";
import type {
  answerOfferSchema,
  reallocateSchema,
  returnSchema,
  withdrawSchema,
} from "@/lib/enrolment/schema";
import { revokeShownLinks } from "@/lib/person/record";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { type Result, refuse, success } from "@/lib/platform/result";
import { envelopeOf, runCommand } from "@/lib/platform/transaction";

type Withdraw = z.output<typeof withdrawSchema>;
type Return = z.output<typeof returnSchema>;
type Reallocate = z.output<typeof reallocateSchema>;
type AnswerOffer = z.output<typeof answerOfferSchema>;

interface LockedEnrolment {
  id: string;
  personId: string;
  role: "PARTICIPANT" | "FACILITATOR";
  withdrawnAt: Date | null;
}

interface Step {
  tx: Tx;
  cohort: LockedCohort;
  now: Date;
  actor: Actor;
  commandId: string;
}

/**
 * Somebody leaves a cohort: what was done is kept, but is no longer counted, and nothing more can be
 * done. Whose facilitator leaves gets another one, to whom what waits for review passes on.
 */
export function withdrawEnrolment(
  ctx: Context,
  actor: Actor,
  input: Withdraw,
): Promise<Result<{ moved: number }>> {
  const envelope = envelopeOf(actor, "WITHDRAW_ENROLMENT", input);
  return runCommand<{ moved: number }>(ctx, envelope, async (tx) => {
    const begun = await begin(ctx, tx, actor, input);
    if (!begun.ok) return begun;
    const { step, enrolment } = begun.value;
    if (enrolment.withdrawnAt) return refuse("conflict");
    // Commands on their assignments queue here; the next one finds that the participant has left.
    await tx.$queryRaw`
      SELECT 1 FROM assignments WHERE enrolment_id = ${enrolment.id}::uuid ORDER BY id FOR UPDATE`;
    const moved = await passOn(step, enrolment, input.successorId);
    if (!moved.ok) return moved;
    await tx.enrolment.update({
      where: { id: enrolment.id },
      data: { withdrawnAt: step.now, withdrawnReason: input.reason },
      select: { id: true },
    });
    await audit(tx, {
      ...entry(step, enrolment.id),
      type: "enrolment.withdrawn",
      payload: { participants: moved.value },
    });
    return success({ moved: moved.value });
  });
}

/** Who left comes back, to everything that was kept. */
export function returnEnrolment(ctx: Context, actor: Actor, input: Return): Promise<Result<null>> {
  const envelope = envelopeOf(actor, "RETURN_ENROLMENT", input);
  return runCommand<null>(ctx, envelope, async (tx) => {
    const begun = await begin(ctx, tx, actor, input);
    if (!begun.ok) return begun;
    const { step, enrolment } = begun.value;
    if (!enrolment.withdrawnAt) return refuse("conflict");
    // The double of a person stays behind: that human is in the cohort under the other name.
    const alias = await tx.person.count({
      where: { id: enrolment.personId, mergedIntoId: { not: null } },
    });
    // Nor does who is in it in another role: nobody answers for their own work.
    const active = await tx.enrolment.count({
      where: { cohortId: input.cohortId, personId: enrolment.personId, withdrawnAt: null },
    });
    if (alias + active > 0) return refuse("forbidden");
    await tx.enrolment.update({
      where: { id: enrolment.id },
      data: { withdrawnAt: null, withdrawnReason: null },
      select: { id: true },
    });
    await audit(tx, { ...entry(step, enrolment.id), type: "enrolment.returned", payload: {} });
    return success(null);
  });
}

interface OwnOffer extends LockedEnrolment {
  cohortId: string;
  centerId: string;
  state: CohortState;
  acceptedAt: Date | null;
}

/**
 * Takes a place that a centre offers, or says that somebody else is meant: then the offer ends, as if the
 * person had left. Nobody but the person answers, and the same answer given again changes nothing.
 */
export function answerOffer(
  ctx: Context,
  actor: Actor,
  input: AnswerOffer,
): Promise<Result<{ accepted: boolean }>> {
  const envelope = envelopeOf(actor, "ANSWER_OFFER", input);
  return runCommand<{ accepted: boolean }>(ctx, envelope, async (tx) => {
    const offer = await lockOwnOffer(tx, actor, input.enrolmentId);
    if (!offer) return refuse("not_found");
    const accepted = input.accept;
    if (offer.acceptedAt) return accepted ? success({ accepted }) : refuse("conflict");
    if (offer.withdrawnAt) return accepted ? refuse("conflict") : success({ accepted });
    const ended = setupRefusal(offer.state);
    if (ended) return refuse(ended);
    const now = ctx.clock.now();
    const said = {
      at: now,
      actorId: actor.personId,
      actor: { role: "SELF" },
      centerId: offer.centerId,
      cohortId: offer.cohortId,
      subject: { type: "enrolment", id: offer.id },
      commandId: input.commandId,
    };
    if (accepted) {
      await tx.enrolment.update({
        where: { id: offer.id },
        data: { acceptedAt: now },
        select: { id: true },
      });
      // The account opens more than it did when others were handed a link to it.
      await revokeShownLinks(tx, [actor.personId], now);
      await audit(tx, { ...said, type: "enrolment.accepted", payload: { role: offer.role } });
      return success({ accepted });
    }
    await tx.enrolment.update({
      where: { id: offer.id },
      data: { withdrawnAt: now, withdrawnReason: NOT_MEANT },
      select: { id: true },
    });
    // Whoever was to be guided by somebody else waits for the organiser to say by whom.
    const { count } = await tx.enrolment.updateMany({
      where: { cohortId: offer.cohortId, facilitatorId: offer.id },
      data: { facilitatorId: null, version: { increment: 1 } },
    });
    const payload = { role: offer.role, participants: count };
    await audit(tx, { ...said, type: "enrolment.declined", payload });
    return success({ accepted });
  });
}

/** What staff read as the reason for which somebody is in the cohort no more. */
const NOT_MEANT = "Bukan saya";

/** The actor's own enrolment under the lock of a change; null for anybody else's, or at a closed door. */
async function lockOwnOffer(tx: Tx, actor: Actor, enrolmentId: string): Promise<OwnOffer | null> {
  // The cohort first, like every change of what belongs to it.
  const rows = await tx.$queryRaw<OwnOffer[]>`
    WITH c AS MATERIALIZED (
      SELECT c.id, c.center_id, c.state FROM cohorts c
      WHERE c.id = (SELECT e.cohort_id FROM enrolments e WHERE e.id = ${enrolmentId}::uuid
                    AND e.person_id = ${actor.personId}::uuid)
      FOR UPDATE
    )
    SELECT e.id, e.person_id AS "personId", e.role::text AS role, e.withdrawn_at AS "withdrawnAt",
           e.accepted_at AS "acceptedAt", c.id AS "cohortId", c.center_id AS "centerId",
           c.state::text AS state
    FROM enrolments e JOIN c ON c.id = e.cohort_id
    WHERE e.id = ${enrolmentId}::uuid AND e.person_id = ${actor.personId}::uuid
      AND NOT EXISTS (SELECT 1 FROM access_suspensions u
        WHERE u.person_id = e.person_id AND u.center_id = c.center_id)
    FOR UPDATE OF e`;
  return rows[0] ?? null;
}

/** All participants of one facilitator pass to another; the first one stays in the cohort. */
export function reallocate(
  ctx: Context,
  actor: Actor,
  input: Reallocate,
): Promise<Result<{ moved: number }>> {
  const envelope = envelopeOf(actor, "REALLOCATE", input);
  return runCommand<{ moved: number }>(ctx, envelope, async (tx) => {
    const begun = await begin(ctx, tx, actor, { ...input, enrolmentId: input.fromId });
    if (!begun.ok) return begun;
    const { step, enrolment } = begun.value;
    if (enrolment.role !== "FACILITATOR") return refuse("not_found");
    const moved = await passOn(step, enrolment, input.successorId);
    return moved.ok ? success({ moved: moved.value }) : moved;
  });
}

async function begin(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  input: { cohortId: string; enrolmentId: string; commandId: string },
): Promise<Result<{ step: Step; enrolment: LockedEnrolment }>> {
  const locked = await lockCohort(tx, actor, input.cohortId);
  if (!locked.ok) return locked;
  const rows = await tx.$queryRaw<LockedEnrolment[]>`
    SELECT id, person_id AS "personId", role::text AS role, withdrawn_at AS "withdrawnAt"
    FROM enrolments WHERE id = ${input.enrolmentId}::uuid AND cohort_id = ${input.cohortId}::uuid
    FOR UPDATE`;
  const enrolment = rows[0];
  if (!enrolment) return refuse("not_found");
  const { commandId } = input;
  const step = { tx, cohort: locked.value, now: ctx.clock.now(), actor, commandId };
  return success({ step, enrolment });
}

/**
 * Gives a facilitator's participants to another one of the cohort. Decisions and remarks that were
 * made keep their author.
 * @returns how many passed on; nobody does where there is nobody
 */
async function passOn(
  step: Step,
  from: LockedEnrolment,
  successorId: string | null,
): Promise<Result<number>> {
  const { tx, cohort } = step;
  if (from.role !== "FACILITATOR") return success(0);
  const theirs = await tx.enrolment.findMany({
    where: { cohortId: cohort.id, facilitatorId: from.id },
    select: { id: true, personId: true, withdrawnAt: true },
    orderBy: { id: "asc" },
  });
  // Who has left needs nobody; whoever takes over takes them too, for the day they come back.
  if (!successorId && theirs.every(({ withdrawnAt }) => withdrawnAt)) return success(0);
  const successor = successorId
    ? await tx.enrolment.findFirst({
        where: {
          id: successorId,
          cohortId: cohort.id,
          role: "FACILITATOR",
          withdrawnAt: null,
          NOT: { id: from.id },
        },
        select: { id: true, personId: true },
      })
    : null;
  if (!successor || theirs.some(({ personId }) => personId === successor.personId)) {
    const code = successorId ? "unknown_facilitator" : "required";
    return refuse("invalid", { issues: [{ path: "successorId", code }] });
  }
  await tx.enrolment.updateMany({
    where: { id: { in: theirs.map(({ id }) => id) }, facilitatorId: from.id },
    data: { facilitatorId: successor.id },
  });
  for (const { id } of theirs) {
    await audit(tx, {
      ...entry(step, id),
      type: "enrolment.reallocated",
      payload: { from: from.id, to: successor.id },
    });
  }
  return success(theirs.length);
}

function entry({ actor, cohort, now, commandId }: Step, enrolmentId: string) {
  return {
    at: now,
    actorId: actor.personId,
    actor: { role: "ORGANIZER" },
    centerId: cohort.centerId,
    cohortId: cohort.id,
    subject: { type: "enrolment", id: enrolmentId },
    commandId,
  };
}
