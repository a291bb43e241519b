import "server-only";
import type { z } from "zod";
import { authorizeOffice } from "@/lib/center/policy";
import { findSide, planHash } from "@/lib/merging/data";
import type { MergePlan } from "@/lib/merging/model";
import type { mergeSchema } from "@/lib/merging/schema";
import { planMerge } from "@/lib/merging/workflow";
import { revokeShownLinks } from "@/lib/person/record";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { type Result, refuse, success } from "@/lib/platform/result";
import { envelopeOf, runCommand } from "@/lib/platform/transaction";

type Merge = z.output<typeof mergeSchema>;

/**
 * Makes two persons of a centre one. The double becomes an alias of the kept person, closed for good;
 * its enrolments go over, and what was written, decided and recorded keeps the id under which it was,
 * which leads to the kept person (docs/decisions/0018-a-double-becomes-an-alias.md).
 */
export function mergePeople(ctx: Context, actor: Actor, input: Merge): Promise<Result<null>> {
  const envelope = envelopeOf(actor, "MERGE_PEOPLE", input);
  return runCommand<null>(ctx, envelope, async (tx) => {
    if (!authorizeOffice(actor, input.centerId, "read")) return refuse("not_found");
    if (!authorizeOffice(actor, input.centerId, "organize")) return refuse("forbidden");
    // Nobody closes the door behind which they stand.
    if (input.keepId === input.doubleId || input.doubleId === actor.personId) {
      return refuse("forbidden");
    }
    const now = ctx.clock.now();
    await lock(tx, input);
    const keep = await findSide(tx, input.centerId, input.keepId, now);
    const double = await findSide(tx, input.centerId, input.doubleId, now);
    if (!keep || !double) return refuse("not_found");
    const can = { administer: authorizeOffice(actor, input.centerId, "administer") !== null };
    const decision = planMerge(keep, double, can);
    if (!decision.ok) return refuse("not_mergeable", { details: { cause: decision.reason } });
    const { plan } = decision;
    if (planHash(keep, double, plan) !== input.planned) return refuse("conflict");

    await moveEnrolments(tx, input, plan, now);
    await moveStaff(tx, input, plan, now);
    await moveAccess(tx, input, plan, now);
    if (plan.closesAccess) await closeAccess(tx, actor, input, now);
    await audit(tx, {
      type: "person.merged",
      at: now,
      actorId: actor.personId,
      actor: { role: can.administer ? "ADMINISTRATOR" : "ORGANIZER" },
      centerId: input.centerId,
      subject: { type: "person", id: input.doubleId },
      payload: {
        intoId: input.keepId,
        moved: plan.moves.map(({ id }) => id),
        left: plan.ends.map(({ id }) => id),
      },
      commandId: input.commandId,
    });
    return success(null);
  });
}

/** Both persons, in the order of their ids; and the centre, whose last administrator stays. */
async function lock(tx: Tx, { centerId, keepId, doubleId }: Merge): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM training_centers WHERE id = ${centerId}::uuid FOR UPDATE`;
  await tx.$queryRaw`
    SELECT 1 FROM people WHERE id IN (${keepId}::uuid, ${doubleId}::uuid) ORDER BY id FOR UPDATE`;
  // Whoever writes under one of the enrolments is done before, or finds it moved.
  await tx.$queryRaw`
    SELECT 1 FROM enrolments WHERE person_id IN (${keepId}::uuid, ${doubleId}::uuid)
    ORDER BY id FOR UPDATE`;
  await tx.$queryRaw`
    SELECT 1 FROM assignments a JOIN enrolments e ON e.id = a.enrolment_id
    WHERE e.person_id = ${doubleId}::uuid ORDER BY a.id FOR UPDATE OF a`;
}

async function moveEnrolments(tx: Tx, input: Merge, plan: MergePlan, now: Date): Promise<void> {
  for (const enrolment of plan.ends) {
    await tx.enrolment.updateMany({
      where: { facilitatorId: enrolment.id },
      data: { facilitatorId: enrolment.successorId },
    });
    if (!enrolment.hasLeft) {
      await tx.enrolment.update({
        where: { id: enrolment.id },
        data: { withdrawnAt: now, withdrawnReason: "Digabung" },
        select: { id: true },
      });
    }
  }
  await tx.enrolment.updateMany({
    where: { id: { in: plan.moves.map(({ id }) => id) } },
    data: { personId: input.keepId },
  });
}

async function moveStaff(
  tx: Tx,
  { centerId, keepId, doubleId }: Merge,
  plan: MergePlan,
  now: Date,
) {
  if (!plan.staffRole) return;
  const acceptedAt = plan.staffAccepted ? now : null;
  await tx.staffMembership.upsert({
    where: { centerId_personId: { centerId, personId: keepId } },
    create: { centerId, personId: keepId, role: plan.staffRole, acceptedAt },
    update: { role: plan.staffRole, acceptedAt },
    select: { id: true },
  });
  await tx.staffMembership.delete({
    where: { centerId_personId: { centerId, personId: doubleId } },
    select: { id: true },
  });
  // Who rises by it is entered by no link that was handed out before.
  await revokeShownLinks(tx, [keepId], now);
}

/** Keeps the kept person away, as one of the two was. */
async function closeAccess(
  tx: Tx,
  actor: Actor,
  { centerId, keepId, commandId }: Merge,
  now: Date,
): Promise<void> {
  const { count } = await tx.accessSuspension.createMany({
    data: [{ centerId, personId: keepId, createdById: actor.personId, createdAt: now }],
    skipDuplicates: true,
  });
  if (count === 0) return;
  await audit(tx, {
    type: "person.access_suspended",
    at: now,
    actorId: actor.personId,
    actor: { role: "ADMINISTRATOR" },
    centerId,
    subject: { type: "person", id: keepId },
    payload: {},
    commandId,
  });
}

async function moveAccess(
  tx: Tx,
  { keepId, doubleId }: Merge,
  plan: MergePlan,
  now: Date,
): Promise<void> {
  await tx.externalAccount.updateMany({
    where: { personId: doubleId },
    data: { personId: keepId },
  });
  await tx.oneTimeLink.updateMany({
    where: { personId: doubleId, usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
  const names = await tx.person.findUniqueOrThrow({
    where: { id: doubleId },
    select: { email: true, idType: true, idNumber: true },
  });
  await tx.person.updateMany({
    where: { mergedIntoId: doubleId },
    data: { mergedIntoId: keepId },
  });
  await tx.person.update({
    where: { id: doubleId },
    data: {
      status: "DEACTIVATED",
      mergedIntoId: keepId,
      sessionVersion: { increment: 1 },
      // What the kept person lacks goes over; the rest goes on leading to them from here.
      ...(plan.takesEmail ? { email: null } : {}),
      ...(plan.takesIdNumber ? { idNumber: null, idType: "NONE" as const } : {}),
    },
    select: { id: true },
  });
  if (plan.takesEmail || plan.takesIdNumber) {
    await tx.person.update({
      where: { id: keepId },
      data: {
        ...(plan.takesEmail ? { email: names.email } : {}),
        ...(plan.takesIdNumber ? { idNumber: names.idNumber, idType: names.idType } : {}),
      },
      select: { id: true },
    });
  }
}
