import "server-only";
import type { z } from "zod";
import { type InvitationDto, STAFF_ROLES } from "@/lib/center/model";
import { authorizeOffice, type OfficePower } from "@/lib/center/policy";
import type { Locale } from "@/lib/i18n/locales";
import { INVITATION_DAYS } from "@/lib/invitation/model";
import { doorRight } from "@/lib/invitation/policy";
import { canSendMail, queueLetters } from "@/lib/mail/record";
import { findOneTimeLink, linkUrl } from "@/lib/person/data";
import { SET_PASSWORD_LINK_HOURS } from "@/lib/person/model";
import { issueLinks, revokeRoleLinks, revokeShownLinks } from "@/lib/person/record";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { returnAttempt, takeAttempt } from "@/lib/platform/rate-limit";
import { type Refusal, type Result, refuse, success } from "@/lib/platform/result";
import { envelopeOf, runCommand, transaction } from "@/lib/platform/transaction";
import { findKnown, isLastAdministrator, type KnownPerson } from "@/lib/staff/data";
import {
  acceptRole,
  enlistPerson,
  type MadeLink,
  type OfferScope,
  offerRole,
} from "@/lib/staff/record";
import type {
  doorSchema,
  enlistSchema,
  removeSchema,
  renewOfferSchema,
  roleSchema,
  suspendSchema,
} from "@/lib/staff/schema";

/** What became of opening somebody's door. */
export interface DoorOpened {
  /** To hand on; null where a letter brings it, or no link is needed. */
  invitation: InvitationDto | null;
  /** A letter is on its way (SENT), lies in the outbox (KEPT), or none was written. */
  letter: "SENT" | "KEPT" | null;
}

/**
 * Offers somebody a role on a centre's staff. Who is known under the address keeps the own name and
 * password; the link by which the role is taken is shown, or goes by letter: `offerRole`.
 */
export async function enlist(
  ctx: Context,
  actor: Actor,
  input: z.output<typeof enlistSchema>,
): Promise<Result<DoorOpened>> {
  const envelope = {
    ...envelopeOf(actor, "ENLIST_STAFF", input),
    mayRepeat: (tx: Tx) => lockCenter(tx, actor, input.centerId, "administer"),
  };
  const result = await runCommand<MadeLink>(ctx, envelope, async (tx) => {
    const refused = await lockCenter(tx, actor, input.centerId, "administer");
    if (refused) return refused;
    return enlistPerson(tx, offerScope(actor, ctx.clock.now(), input), input);
  });
  return result.ok ? success(await present(ctx, result.value)) : result;
}

/** A new link for somebody who has not taken the offered role yet; the older one stops working. */
export async function renewOffer(
  ctx: Context,
  actor: Actor,
  input: z.output<typeof renewOfferSchema>,
): Promise<Result<DoorOpened>> {
  const wait = await takeAttempt(ctx.db, "linksMade", actor.personId);
  if (wait > 0) return refuse("rate_limited", { details: { retryAfterSeconds: wait } });
  const envelope = {
    ...envelopeOf(actor, "RENEW_OFFER", input),
    mayRepeat: (tx: Tx) => lockCenter(tx, actor, input.centerId, "administer"),
  };
  const result = await runCommand<MadeLink>(ctx, envelope, async (tx) => {
    const refused = await lockCenter(tx, actor, input.centerId, "administer");
    if (refused) return refused;
    const { centerId, personId } = input;
    const membership = await tx.staffMembership.findUnique({
      where: { centerId_personId: { centerId, personId }, acceptedAt: null },
      select: { id: true },
    });
    if (!membership) return refuse("not_found");
    const now = ctx.clock.now();
    const person = await findKnown(tx, centerId, personId, now);
    if (!person || person.isDeactivated || person.isSuspended) return refuse("forbidden");
    const offer = { membershipId: membership.id, personId };
    return offerRole(tx, offerScope(actor, now, input), offer);
  });
  return result.ok ? success(await present(ctx, result.value)) : result;
}

/**
 * Takes an offered role: only the person whom it was offered to, with the link that was made for it.
 *
 * @returns the centre
 */
export async function takeRole(
  ctx: Context,
  actor: Actor,
  input: { token: string; address: string },
): Promise<Result<{ centerId: string }>> {
  const wait = await takeAttempt(ctx.db, "oneTimeLink", input.address);
  if (wait > 0) return refuse("rate_limited", { details: { retryAfterSeconds: wait } });
  const result = await transaction<{ centerId: string }>(ctx, async (tx) => {
    const now = ctx.clock.now();
    const link = await findOneTimeLink(tx, input.token, now, "ACCEPT_ROLE");
    if (!link?.offer) return refuse("link_expired");
    if (link.personId !== actor.personId) return refuse("forbidden");
    const used = await tx.oneTimeLink.updateMany({
      where: { id: link.id, usedAt: null, revokedAt: null },
      data: { usedAt: now },
    });
    if (used.count !== 1) return refuse("link_expired");
    const taken = await acceptRole(tx, { ...link.offer, personId: link.personId, now });
    return taken ? success({ centerId: link.offer.centerId }) : refuse("link_expired");
  });
  if (result.ok) await returnAttempt(ctx.db, "oneTimeLink", input.address);
  return result;
}

/**
 * Changes what a member of staff may do. A centre keeps an administrator who can act. Who rises is
 * entered by no link that was handed out before.
 */
export function changeRole(
  ctx: Context,
  actor: Actor,
  input: z.output<typeof roleSchema>,
): Promise<Result<null>> {
  return onMembership(ctx, actor, "CHANGE_STAFF_ROLE", input, async (tx, membership, now) => {
    if (membership.role === input.role) return success(null);
    await tx.staffMembership.update({
      where: { id: membership.id },
      data: { role: input.role },
      select: { id: true },
    });
    if (STAFF_ROLES.indexOf(input.role) < STAFF_ROLES.indexOf(membership.role)) {
      await revokeShownLinks(tx, [input.personId], now);
    }
    await audit(tx, {
      ...entry(actor, now, input),
      type: "center.staff_role_changed",
      subject: { type: "center", id: input.centerId },
      payload: { personId: input.personId, from: membership.role, to: input.role },
    });
    return success(null);
  });
}

/** Ends a staff membership, or takes an offer back. What the person did stays in the record. */
export function removeStaff(
  ctx: Context,
  actor: Actor,
  input: z.output<typeof removeSchema>,
): Promise<Result<null>> {
  return onMembership(ctx, actor, "REMOVE_STAFF", input, async (tx, membership, now) => {
    await revokeRoleLinks(tx, membership.id, now);
    await tx.staffMembership.delete({ where: { id: membership.id }, select: { id: true } });
    await audit(tx, {
      ...entry(actor, now, input),
      type: "center.staff_removed",
      subject: { type: "center", id: input.centerId },
      payload: { personId: input.personId, role: membership.role },
    });
    return success(null);
  });
}

/**
 * Keeps somebody away from everything of the centre, or lets them in again; at once, and whatever
 * they have elsewhere stays.
 */
export function setSuspension(
  ctx: Context,
  actor: Actor,
  input: z.output<typeof suspendSchema>,
): Promise<Result<null>> {
  const envelope = envelopeOf(actor, "SUSPEND_ACCESS", input);
  return runCommand<null>(ctx, envelope, async (tx) => {
    const refused = await lockCenter(tx, actor, input.centerId, "administer");
    if (refused) return refused;
    const now = ctx.clock.now();
    const person = await findKnown(tx, input.centerId, input.personId, now);
    if (!person) return refuse("not_found");
    if (input.personId === actor.personId) return refuse("forbidden");
    if (input.suspended && (await isLastAdministrator(tx, input))) {
      return refuse("last_administrator");
    }
    const key = { centerId: input.centerId, personId: input.personId };
    const { count } = input.suspended
      ? await tx.accessSuspension.createMany({
          data: [{ ...key, createdById: actor.personId, createdAt: now }],
          skipDuplicates: true,
        })
      : await tx.accessSuspension.deleteMany({ where: key });
    if (count === 0) return success(null);
    await audit(tx, {
      ...entry(actor, now, input),
      type: input.suspended ? "person.access_suspended" : "person.access_restored",
      subject: { type: "person", id: input.personId },
      payload: {},
    });
    return success(null);
  });
}

/**
 * Opens the door of somebody who is not in yet, or has forgotten the password: by a link to hand on,
 * or by a letter to the own address. How far, `doorRight` says.
 */
export async function openDoor(
  ctx: Context,
  actor: Actor,
  input: z.output<typeof doorSchema>,
): Promise<Result<DoorOpened>> {
  const wait = await takeAttempt(ctx.db, "linksMade", actor.personId);
  if (wait > 0) return refuse("rate_limited", { details: { retryAfterSeconds: wait } });
  const envelope = {
    ...envelopeOf(actor, "OPEN_DOOR", input),
    mayRepeat: (tx: Tx) => lockCenter(tx, actor, input.centerId, "organize"),
  };
  const result = await runCommand<MadeLink>(ctx, envelope, async (tx) => {
    if (!authorizeOffice(actor, input.centerId, "read")) return refuse("not_found");
    if (!authorizeOffice(actor, input.centerId, "organize")) return refuse("forbidden");
    const now = ctx.clock.now();
    const person = await findKnown(tx, input.centerId, input.personId, now);
    if (!person) return refuse("not_found");
    const administer = authorizeOffice(actor, input.centerId, "administer") !== null;
    const right = doorRight(person, { administer });
    const isClosed = person.isDeactivated || person.isSuspended;
    if (isClosed || right === "none") return refuse("forbidden");
    if (input.channel === "LINK" && right !== "shown") return refuse("forbidden");
    if (right === "shown" && input.channel === "LINK" && !person.hasLogin)
      return refuse("no_login");
    if (input.channel === "MAIL" && !person.hasEmail) return refuse("no_email");
    return success(await openDoorOf(tx, actor, now, input, person));
  });
  return result.ok ? success(await present(ctx, result.value)) : result;
}

/** The link opens the door; it takes no role that was offered: that is `offerRole`'s. */
async function openDoorOf(
  tx: Tx,
  actor: Actor,
  now: Date,
  input: z.output<typeof doorSchema>,
  person: KnownPerson,
): Promise<MadeLink> {
  const { personId } = person;
  const { channel } = input;
  const links = await issueLinks(tx, {
    personIds: [personId],
    channel,
    // A key to what somebody has already is good for days, an invitation for weeks.
    hours: person.hasAccess ? SET_PASSWORD_LINK_HOURS : INVITATION_DAYS * 24,
    now,
    actor: { id: actor.personId, role: "STAFF" },
    centerId: input.centerId,
    commandId: input.commandId,
  });
  const link = links.get(personId);
  if (!link) throw new Error("no link was made");
  if (channel === "MAIL") {
    const kind = person.hasAccess ? ("PASSWORD_RESET" as const) : ("INVITATION" as const);
    const letter = [{ kind, personId, linkId: link.linkId }];
    await queueLetters(tx, letter, letterScope(actor, now, input));
    return { personId, linkId: null, expiresAt: null, letter: canSendMail() ? "SENT" : "KEPT" };
  }
  return {
    personId,
    linkId: link.linkId,
    expiresAt: link.expiresAt.toISOString(),
    letter: null,
  };
}

async function present(ctx: Context, logged: MadeLink): Promise<DoorOpened> {
  const { linkId, expiresAt, letter, purpose = "SET_PASSWORD" } = logged;
  if (!linkId || !expiresAt) return { invitation: null, letter };
  const person = await ctx.db.person.findUniqueOrThrow({
    where: { id: logged.personId },
    select: { displayName: true },
  });
  const url = linkUrl(linkId, purpose);
  return { invitation: { name: person.displayName, url, expiresAt, purpose }, letter };
}

interface Membership {
  id: string;
  role: "ADMINISTRATOR" | "ORGANIZER" | "VIEWER";
}

/** A change of one membership, under the lock of its centre: two who leave last queue. */
function onMembership<Input extends z.output<typeof removeSchema> & { role?: string }>(
  ctx: Context,
  actor: Actor,
  type: string,
  input: Input,
  change: (tx: Tx, membership: Membership, now: Date) => Promise<Result<null>>,
): Promise<Result<null>> {
  const envelope = envelopeOf(actor, type, input);
  return runCommand<null>(ctx, envelope, async (tx) => {
    const refused = await lockCenter(tx, actor, input.centerId, "administer");
    if (refused) return refused;
    const membership = await tx.staffMembership.findUnique({
      where: { centerId_personId: { centerId: input.centerId, personId: input.personId } },
      select: { id: true, role: true },
    });
    if (!membership) return refuse("not_found");
    if (input.role !== "ADMINISTRATOR" && (await isLastAdministrator(tx, input))) {
      return refuse("last_administrator");
    }
    return change(tx, membership, ctx.clock.now());
  });
}

/** Locks a centre for a change of its people, or says why the actor may not. */
async function lockCenter(
  tx: Tx,
  actor: Actor,
  centerId: string,
  power: OfficePower,
): Promise<Refusal | null> {
  if (!authorizeOffice(actor, centerId, "read")) return refuse("not_found");
  if (!authorizeOffice(actor, centerId, power)) return refuse("forbidden");
  await tx.$queryRaw`SELECT 1 FROM training_centers WHERE id = ${centerId}::uuid FOR UPDATE`;
  return null;
}

function entry(actor: Actor, now: Date, input: { centerId: string; commandId: string }) {
  return {
    at: now,
    actorId: actor.personId,
    actor: { role: "ADMINISTRATOR" },
    centerId: input.centerId,
    commandId: input.commandId,
  };
}

function offerScope(
  actor: Actor,
  now: Date,
  { centerId, commandId, locale }: { centerId: string; commandId: string; locale: Locale },
): OfferScope {
  return { actorId: actor.personId, by: "ADMINISTRATOR", centerId, commandId, locale, now };
}

function letterScope(
  actor: Actor,
  now: Date,
  input: { centerId: string; commandId: string; locale: Locale },
) {
  return {
    locale: input.locale,
    centerId: input.centerId,
    now,
    actor: { id: actor.personId, role: "STAFF" },
    commandId: input.commandId,
  };
}
