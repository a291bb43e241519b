import "server-only";
import type { Actor } from "@/lib/platform/actor";
import type { Reader } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type {
  CohortState,
  OneTimeLinkPurpose,
  StaffRole,
} from "@/lib/platform/generated/prisma/enums";
import { derivedToken, tokenHash } from "@/lib/platform/secret";
import { PRIVACY_NOTICE_VERSION } from "@/lib/privacy/model";

const actorSelect = {
  id: true,
  displayName: true,
  status: true,
  sessionVersion: true,
  touredAt: true,
  platformAdministrator: { select: { personId: true } },
  // What is offered only is nobody's right yet.
  staffMemberships: {
    where: { acceptedAt: { not: null } },
    select: { centerId: true, role: true },
  },
  // Of a cohort that is still being set up, the enrolled see nothing: for them it is not there. Nor is
  // it for who has left it, nor for whom it is only offered.
  enrolments: {
    where: { withdrawnAt: null },
    select: {
      id: true,
      cohortId: true,
      role: true,
      acceptedAt: true,
      cohort: { select: { centerId: true, state: true } },
    },
  },
  suspensions: { select: { centerId: true } },
  _count: { select: { notifications: { where: { readAt: null } } } },
  acknowledgements: {
    where: { version: PRIVACY_NOTICE_VERSION },
    select: { version: true },
  },
} satisfies Prisma.PersonSelect;

/**
 * The actor behind a session, or null when the person is gone, deactivated, or the session is of an
 * older version. What belongs to a centre that keeps the person away is left out. One statement;
 * called on every request.
 */
export async function findActor(
  db: Reader,
  session: { personId: string; sessionVersion: number },
): Promise<Actor | null> {
  const person = await db.person.findUnique({
    where: {
      id: session.personId,
      status: "ACTIVE",
      sessionVersion: session.sessionVersion,
    },
    select: actorSelect,
  });
  return person && toActor(person);
}

/** Somebody as an actor without a session, for what they asked for and is carried out later; or null. */
export async function findActorOf(db: Reader, personId: string): Promise<Actor | null> {
  const person = await db.person.findUnique({
    where: { id: personId, status: "ACTIVE" },
    select: actorSelect,
  });
  return person && toActor(person);
}

function toActor(person: Prisma.PersonGetPayload<{ select: typeof actorSelect }>): Actor {
  const away = new Set(person.suspensions.map(({ centerId }) => centerId));
  const enrolments = person.enrolments.filter(({ cohort }) => !away.has(cohort.centerId));
  return {
    personId: person.id,
    name: person.displayName,
    isPlatformAdministrator: person.platformAdministrator !== null,
    toured: person.touredAt !== null,
    staff: person.staffMemberships.filter(({ centerId }) => !away.has(centerId)),
    enrolments: enrolments
      .filter(({ acceptedAt, cohort }) => acceptedAt !== null && cohort.state !== "DRAFT")
      .map(({ id, cohortId, role }) => ({ id, cohortId, role })),
    ...(person._count.notifications > 0 ? { unread: person._count.notifications } : {}),
    ...(enrolments.some(isOpenOffer) ? { offered: true as const } : {}),
    ...(person.acknowledgements.length === 0 ? { noticePending: true as const } : {}),
  };
}

/** A place that waits to be taken, in a cohort in which there is something to come. */
function isOpenOffer({
  acceptedAt,
  cohort,
}: {
  acceptedAt: Date | null;
  cohort: { state: CohortState };
}): boolean {
  return acceptedAt === null && (cohort.state === "DRAFT" || cohort.state === "RUNNING");
}

export interface AccountDto {
  name: string;
  email: string | null;
  idType: "NIP" | "NI_PPPK" | "NRP" | "NONE";
  idNumber: string | null;
  hasPassword: boolean;
  /** An account of the own institution opens the door too. */
  isLinked: boolean;
}

/** A person's own account. */
export async function findAccount(db: Reader, personId: string): Promise<AccountDto | null> {
  const person = await db.person.findUnique({
    where: { id: personId },
    select: {
      displayName: true,
      email: true,
      idType: true,
      idNumber: true,
      passwordHash: true,
      externalAccounts: { select: { issuer: true }, take: 1 },
    },
  });
  return (
    person && {
      name: person.displayName,
      email: person.email,
      idType: person.idType,
      idNumber: person.idNumber,
      hasPassword: person.passwordHash !== null,
      isLinked: person.externalAccounts.length > 0,
    }
  );
}

/** The token of a link that staff or a letter hand out. */
export function linkToken(linkId: string): string {
  return derivedToken("one-time-link", linkId);
}

const LINK_PAGES: Readonly<Record<OneTimeLinkPurpose, string>> = {
  SET_PASSWORD: "set-password",
  ACCEPT_ROLE: "join",
  CONFIRM_EMAIL: "confirm-email",
};

/** The address of such a link, by what it is for. */
export function linkUrl(linkId: string, purpose: OneTimeLinkPurpose = "SET_PASSWORD"): string {
  return new URL(`/${LINK_PAGES[purpose]}/${linkToken(linkId)}`, env().APP_URL).href;
}

/** A role on a staff that waits to be taken. */
export interface RoleOffer {
  membershipId: string;
  centerId: string;
  centerName: string;
  role: StaffRole;
}

/** A one-time link that can be used now. */
export interface UsableLink {
  id: string;
  personId: string;
  name: string;
  channel: string;
  /** Null where no role comes with it, or none that is still open. */
  offer: RoleOffer | null;
  /** An address that it confirms. */
  newEmail: string | null;
  /** There is an address or a number to sign in with. */
  hasLogin: boolean;
}

const loginSelect = { email: true, idNumber: true } satisfies Prisma.PersonSelect;

/**
 * Whose usable one-time link a token is, or null.
 *
 * @param purpose a link for one thing is none for another
 */
export async function findOneTimeLink(
  db: Reader,
  token: string,
  now: Date,
  purpose: OneTimeLinkPurpose = "SET_PASSWORD",
): Promise<UsableLink | null> {
  const link = await db.oneTimeLink.findUnique({
    where: {
      tokenHash: tokenHash(token),
      purpose,
      usedAt: null,
      revokedAt: null,
      expiresAt: { gt: now },
      person: { status: "ACTIVE" },
    },
    select: {
      id: true,
      personId: true,
      channel: true,
      newEmail: true,
      person: { select: { displayName: true, ...loginSelect, aliases: { select: loginSelect } } },
      membership: {
        select: {
          id: true,
          personId: true,
          role: true,
          acceptedAt: true,
          center: { select: { id: true, name: true } },
        },
      },
    },
  });
  if (!link) return null;
  const { person, membership, ...rest } = link;
  const isOpen = membership && !membership.acceptedAt && membership.personId === link.personId;
  return {
    ...rest,
    name: person.displayName,
    hasLogin: [person, ...person.aliases].some(({ email, idNumber }) => email || idNumber),
    offer: isOpen
      ? {
          membershipId: membership.id,
          centerId: membership.center.id,
          centerName: membership.center.name,
          role: membership.role,
        }
      : null,
  };
}

/** The session that an institutional account opens, or null. */
export async function findAccountSession(
  db: Reader,
  account: { issuer: string; subject: string },
): Promise<{ personId: string; sessionVersion: number } | null> {
  const found = await db.externalAccount.findUnique({
    where: { issuer_subject: account, person: { status: "ACTIVE" } },
    select: { person: { select: { id: true, sessionVersion: true } } },
  });
  return found && { personId: found.person.id, sessionVersion: found.person.sessionVersion };
}

export interface DemoAccountDto {
  email: string;
  name: string;
  role: "STAFF" | "FACILITATOR" | "PARTICIPANT";
}

/** The demo's one-click entrances; none in any other database. */
export async function listDemoAccounts(db: Reader): Promise<DemoAccountDto[]> {
  const installation = await db.installation.findUnique({
    where: { id: 1 },
    select: { demoSeededAt: true },
  });
  if (!installation?.demoSeededAt) return [];
  const people = await db.person.findMany({
    where: { isDemo: true, status: "ACTIVE", email: { not: null }, passwordHash: { not: null } },
    select: {
      email: true,
      displayName: true,
      staffMemberships: {
        where: { acceptedAt: { not: null } },
        select: { id: true },
        take: 1,
      },
      enrolments: { select: { role: true }, take: 1 },
    },
    orderBy: { email: "asc" },
  });
  return people.flatMap(({ email, displayName, staffMemberships, enrolments }) => {
    const role = staffMemberships.length > 0 ? "STAFF" : enrolments[0]?.role;
    return email && role ? [{ email, name: displayName, role }] : [];
  });
}
