import "server-only";
import type { z } from "zod";
import type { InvitationDto } from "@/lib/center/model";
import type { addStaffSchema, createCenterSchema, newLinkSchema } from "@/lib/center/schema";
import { linkUrl } from "@/lib/person/data";
import { SET_PASSWORD_LINK_HOURS } from "@/lib/person/model";
import { canAdministerPlatform } from "@/lib/person/policy";
import { issueLinks } from "@/lib/person/record";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { type Result, refuse, success } from "@/lib/platform/result";
import { transaction } from "@/lib/platform/transaction";
import { enlistPerson, type MadeLink, type OfferScope, offerRole } from "@/lib/staff/record";

type CreateCenter = z.output<typeof createCenterSchema>;
type AddStaff = z.output<typeof addStaffSchema>;

const ACTOR_ROLE = { role: "PLATFORM_ADMINISTRATOR" } as const;

/**
 * Makes a training centre and offers its first staff member to be the centre's administrator.
 * Not a logged command: the answer holds a secret link that must not be kept. A repeat meets the
 * unique name instead.
 */
export function createCenter(
  ctx: Context,
  actor: Actor,
  input: CreateCenter,
): Promise<Result<InvitationDto>> {
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
      locale: input.locale,
    });
  });
}

/** Offers somebody a role on a centre's staff; it is in force when it is taken with the link. */
export function addStaff(
  ctx: Context,
  actor: Actor,
  input: AddStaff,
): Promise<Result<InvitationDto>> {
  return transaction(ctx, async (tx) => {
    if (!canAdministerPlatform(actor)) return refuse("not_found");
    const known = await tx.trainingCenter.count({ where: { id: input.centerId } });
    if (known === 0) return refuse("not_found");
    return enlist(tx, actor, ctx.clock.now(), input);
  });
}

/**
 * A new link for a member of staff who lost theirs, or has not taken the offered role yet; the older
 * one stops working.
 */
export function createInvitation(
  ctx: Context,
  actor: Actor,
  input: z.output<typeof newLinkSchema>,
): Promise<Result<InvitationDto>> {
  return transaction<InvitationDto>(ctx, async (tx) => {
    if (!canAdministerPlatform(actor)) return refuse("not_found");
    const { centerId, personId } = input;
    const membership = await tx.staffMembership.findUnique({
      where: { centerId_personId: { centerId, personId }, person: { status: "ACTIVE" } },
      select: { id: true, acceptedAt: true },
    });
    if (!membership) return refuse("not_found");
    const now = ctx.clock.now();
    if (!membership.acceptedAt) {
      const offer = { membershipId: membership.id, personId };
      return present(tx, await offerRole(tx, scopeOf(actor, now, input), offer));
    }
    const links = await issueLinks(tx, {
      personIds: [personId],
      channel: "LINK",
      hours: SET_PASSWORD_LINK_HOURS,
      now,
      actor: { id: actor.personId, ...ACTOR_ROLE },
      commandId: input.commandId,
    });
    const link = links.get(personId);
    if (!link) throw new Error("no link was made");
    const { linkId, expiresAt } = link;
    const made = { personId, linkId, expiresAt: expiresAt.toISOString(), letter: null };
    return present(tx, success(made));
  });
}

/** The same as in a centre's own office; the platform's administrator is shown every link. */
async function enlist(
  tx: Tx,
  actor: Actor,
  now: Date,
  input: AddStaff,
): Promise<Result<InvitationDto>> {
  return present(tx, await enlistPerson(tx, scopeOf(actor, now, input), input));
}

function scopeOf(
  actor: Actor,
  now: Date,
  { centerId, commandId, locale }: Pick<AddStaff, "centerId" | "commandId" | "locale">,
): OfferScope {
  const by = ACTOR_ROLE.role;
  return { actorId: actor.personId, by, centerId, commandId, locale, now };
}

async function present(tx: Tx, made: Result<MadeLink>): Promise<Result<InvitationDto>> {
  if (!made.ok) return made;
  const { personId, linkId, expiresAt, purpose = "SET_PASSWORD" } = made.value;
  if (!linkId || !expiresAt) throw new Error("a link that is shown to nobody");
  const { displayName: name } = await tx.person.findUniqueOrThrow({
    where: { id: personId },
    select: { displayName: true },
  });
  return success({ name, url: linkUrl(linkId, purpose), expiresAt, purpose });
}
