import "server-only";
import type { InvitationDto } from "@/lib/center/model";
import type { Locale } from "@/lib/i18n/locales";
import { INVITATION_DAYS } from "@/lib/invitation/model";
import { doorRight } from "@/lib/invitation/policy";
import { canSendMail, queueLetters } from "@/lib/mail/record";
import type { RoleOffer } from "@/lib/person/data";
import { issueLinks, revokeRoleLinks, revokeShownLinks } from "@/lib/person/record";
import { audit } from "@/lib/platform/audit";
import type { Tx } from "@/lib/platform/db";
import type { StaffRole } from "@/lib/platform/generated/prisma/enums";
import { type Result, refuse, success } from "@/lib/platform/result";
import { findKnown } from "@/lib/staff/data";

/** Who gives a role on a centre's staff, and where. */
export interface OfferScope {
  actorId: string;
  /** As whom: of the platform, to whom every link is shown, or of the centre. */
  by: "PLATFORM_ADMINISTRATOR" | "ADMINISTRATOR";
  centerId: string;
  commandId: string;
  /** The language of a letter. */
  locale: Locale;
  now: Date;
}

/** A link that was made, as the log of commands keeps it: its address follows from its id. */
export interface MadeLink {
  personId: string;
  /** Null where a letter alone brings it. */
  linkId: string | null;
  /** ISO instant. */
  expiresAt: string | null;
  /** What the link is for; older entries of the log do not say, and mean a password. */
  purpose?: InvitationDto["purpose"];
  /** A letter is on its way (SENT), lies in the outbox (KEPT), or none was written. */
  letter: "SENT" | "KEPT" | null;
}

/**
 * Offers a role on a centre's staff to whoever is under an address; where nobody is, a person is made.
 * The role is in force when it is taken with the link that comes of this, and not before: an account
 * with the address may be anybody's. Refuses who is on the staff, or was offered a role, already.
 */
export async function enlistPerson(
  tx: Tx,
  scope: OfferScope,
  input: { staffName: string; staffEmail: string; role: StaffRole },
): Promise<Result<MadeLink>> {
  const { centerId, now } = scope;
  const found = await tx.person.upsert({
    where: { email: input.staffEmail },
    create: { email: input.staffEmail, displayName: input.staffName, createdAt: now },
    // A person who is known keeps the own name: a centre does not rename anybody.
    update: {},
    select: { id: true, mergedIntoId: true },
  });
  // A merged double leads to the person.
  const personId = found.mergedIntoId ?? found.id;
  const [membership] = await tx.staffMembership.createManyAndReturn({
    data: [{ centerId, personId, role: input.role, createdAt: now }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!membership) {
    return refuse("invalid", { issues: [{ path: "staffEmail", code: "already_staff" }] });
  }
  await audit(tx, {
    type: "center.staff_added",
    at: now,
    actorId: scope.actorId,
    actor: { role: scope.by },
    centerId,
    subject: { type: "center", id: centerId },
    payload: { personId, role: input.role },
    commandId: scope.commandId,
  });
  await revokeShownLinks(tx, [personId], now);
  return offerRole(tx, scope, { membershipId: membership.id, personId });
}

/**
 * Makes the link by which somebody takes a role, in the place of an older one. Who has no way in yet
 * gets it with the link to a password; who has one gets a link that opens nothing by itself, and a
 * letter of it. Refuses `no_email` where only a letter may bring it, and there is no address.
 */
export async function offerRole(
  tx: Tx,
  scope: OfferScope,
  { membershipId, personId }: { membershipId: string; personId: string },
): Promise<Result<MadeLink>> {
  const { centerId, commandId, locale, now } = scope;
  const person = await findKnown(tx, centerId, personId, now);
  if (!person) throw new Error("staff that the centre does not know");
  const actor = { id: scope.actorId, role: scope.by };
  const isShown =
    scope.by === "PLATFORM_ADMINISTRATOR" ||
    person.hasAccess ||
    doorRight(person, { administer: true }) === "shown";
  if (!isShown && !person.hasEmail) return refuse("no_email");
  const purpose = person.hasAccess ? "ACCEPT_ROLE" : "SET_PASSWORD";
  const links = await issueLinks(tx, {
    personIds: [personId],
    purpose,
    membershipId,
    channel: isShown ? "LINK" : "MAIL",
    hours: INVITATION_DAYS * 24,
    now,
    actor,
    centerId,
    commandId,
  });
  const link = links.get(personId);
  if (!link) throw new Error("no link was made");
  const writes = person.hasEmail && (person.hasAccess || !isShown);
  if (writes) {
    const kind = person.hasAccess ? ("STAFF_ADDED" as const) : ("INVITATION" as const);
    const more = { locale, centerId, now, actor, commandId };
    await queueLetters(tx, [{ kind, personId, linkId: link.linkId }], more);
  }
  return success({
    personId,
    linkId: isShown ? link.linkId : null,
    expiresAt: isShown ? link.expiresAt.toISOString() : null,
    purpose,
    letter: !writes ? null : canSendMail() ? "SENT" : "KEPT",
  });
}

/**
 * Puts a role into force that was offered: with a link that was made for it, by the person of the link.
 * Whoever was handed another link to that person's password holds none from here on. False where
 * nothing was open.
 */
export async function acceptRole(
  tx: Tx,
  input: RoleOffer & { personId: string; now: Date },
): Promise<boolean> {
  const { membershipId, personId, now } = input;
  const { count } = await tx.staffMembership.updateMany({
    where: { id: membershipId, personId, acceptedAt: null },
    data: { acceptedAt: now },
  });
  if (count !== 1) return false;
  await revokeShownLinks(tx, [personId], now);
  await revokeRoleLinks(tx, membershipId, now);
  await audit(tx, {
    type: "center.staff_accepted",
    at: now,
    actorId: personId,
    actor: { role: "SELF" },
    centerId: input.centerId,
    subject: { type: "center", id: input.centerId },
    payload: { personId, role: input.role },
  });
  return true;
}
