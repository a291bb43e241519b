import "server-only";
import type { z } from "zod";
import type { InvitationDto } from "@/lib/center/model";
import type { addStaffSchema, createCenterSchema } from "@/lib/center/schema";
import { createSetPasswordLink } from "@/lib/person/mutations";
import { canAdministerPlatform } from "@/lib/person/policy";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { type Result, refuse, success } from "@/lib/platform/result";
import { transaction } from "@/lib/platform/transaction";

type CreateCenter = z.output<typeof createCenterSchema>;
type AddStaff = z.output<typeof addStaffSchema>;

const ACTOR_ROLE = { role: "PLATFORM_ADMINISTRATOR" } as const;

/**
 * Makes a training centre with its first staff member, an administrator of the centre.
 * Not a logged command: the answer holds a secret link that must not be kept. A repeat meets the
 * unique name instead.
 */
export function createCenter(
  ctx: Context,
  actor: Actor,
  input: CreateCenter,
): Promise<Result<InvitationDto | null>> {
  return transaction(ctx, async (tx) => {
    if (!canAdministerPlatform(actor)) return refuse("not_found");
    const now = ctx.clock.now();
    const made = await tx.trainingCenter.createManyAndReturn({
      data: [{ name: input.name, shortName: input.shortName, createdAt: now }],
      skipDuplicates: true,
      select: { id: true },
    });
    const center = made[0];
    if (!center) return refuse("invalid", { issues: [{ path: "name", code: "name_taken" }] });
    await audit(tx, {
      type: "center.created",
      at: now,
      actorId: actor.personId,
      actor: ACTOR_ROLE,
      centerId: center.id,
      subject: { type: "center", id: center.id },
      payload: {},
      commandId: input.commandId,
    });
    return enlist(tx, actor, now, {
      commandId: input.commandId,
      centerId: center.id,
      staffName: input.staffName,
      staffEmail: input.staffEmail,
      role: "ADMINISTRATOR",
    });
  });
}

/** Adds a staff member to a centre; somebody who has a password already needs no link. */
export function addStaff(
  ctx: Context,
  actor: Actor,
  input: AddStaff,
): Promise<Result<InvitationDto | null>> {
  return transaction(ctx, async (tx) => {
    if (!canAdministerPlatform(actor)) return refuse("not_found");
    const known = await tx.trainingCenter.count({ where: { id: input.centerId } });
    if (known === 0) return refuse("not_found");
    return enlist(tx, actor, ctx.clock.now(), input);
  });
}

/** A new link for a person who lost theirs; the older one stops working. */
export function createInvitation(
  ctx: Context,
  actor: Actor,
  input: { personId: string },
): Promise<Result<InvitationDto>> {
  return transaction<InvitationDto>(ctx, async (tx) => {
    if (!canAdministerPlatform(actor)) return refuse("not_found");
    const person = await tx.person.findUnique({
      where: { id: input.personId, status: "ACTIVE", staffMemberships: { some: {} } },
      select: { id: true, displayName: true },
    });
    if (!person) return refuse("not_found");
    return success(await invite(tx, actor, ctx.clock.now(), person));
  });
}

async function enlist(
  tx: Tx,
  actor: Actor,
  now: Date,
  input: AddStaff,
): Promise<Result<InvitationDto | null>> {
  const person = await tx.person.upsert({
    where: { email: input.staffEmail },
    create: { email: input.staffEmail, displayName: input.staffName, createdAt: now },
    // A person who is known keeps the own name: a centre does not rename anybody.
    update: {},
    select: { id: true, displayName: true, passwordHash: true },
  });
  const added = await tx.staffMembership.createMany({
    data: [{ centerId: input.centerId, personId: person.id, role: input.role, createdAt: now }],
    skipDuplicates: true,
  });
  if (added.count === 0) {
    return refuse("invalid", { issues: [{ path: "staffEmail", code: "already_staff" }] });
  }
  await audit(tx, {
    type: "center.staff_added",
    at: now,
    actorId: actor.personId,
    actor: ACTOR_ROLE,
    centerId: input.centerId,
    subject: { type: "center", id: input.centerId },
    payload: { personId: person.id, role: input.role },
    commandId: input.commandId,
  });
  return success(person.passwordHash ? null : await invite(tx, actor, now, person));
}

async function invite(
  tx: Tx,
  actor: Actor,
  now: Date,
  person: { id: string; displayName: string },
): Promise<InvitationDto> {
  const { token, expiresAt } = await createSetPasswordLink(tx, {
    personId: person.id,
    now,
    actorId: actor.personId,
  });
  return {
    name: person.displayName,
    url: new URL(`/set-password/${token}`, env().APP_URL).href,
    expiresAt: expiresAt.toISOString(),
  };
}
