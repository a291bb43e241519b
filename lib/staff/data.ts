import "server-only";
import type { AuthorizedOffice } from "@/lib/center/policy";
import { maskIdNumber } from "@/lib/enrolment/civil-servant";
import {
  accessState,
  HAS_ACCESS,
  HAS_LOGIN,
  IS_PLATFORM_ADMINISTRATOR,
  isElsewhere,
  isStaffOf,
  lastLink,
  likePattern,
  rosterName,
  seenBy,
} from "@/lib/invitation/data";
import type { DoorFacts } from "@/lib/invitation/model";
import type { Reader } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import {
  CENTER_PEOPLE_PAGE,
  CENTER_PEOPLE_VIEWS,
  type CenterEnrolment,
  type CenterPeople,
  type CenterPeopleView,
  type CenterPersonRow,
} from "@/lib/staff/model";
import type { CenterPeopleQuery } from "@/lib/staff/schema";

const { sql } = Prisma;

/** Whom a centre knows: its staff, and who is or was in one of its cohorts. Aliases are nobody. */
function knownTo(centerId: string): Prisma.Sql {
  return sql`(
    SELECT m.person_id AS id FROM staff_memberships m WHERE m.center_id = ${centerId}::uuid
    UNION
    SELECT e.person_id FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id
    WHERE c.center_id = ${centerId}::uuid)`;
}

/**
 * What the centre calls somebody: as its latest roster has it, else as the person does. Whom others
 * knew first, and who has not taken the role that was offered, has no name here but the address.
 */
function nameAt(centerId: string): Prisma.Sql {
  return sql`coalesce(${rosterName(centerId)},
    CASE WHEN v.opaque AND m.accepted_at IS NULL THEN p.email END, p.display_name)`;
}

function isSuspended(centerId: string): Prisma.Sql {
  return sql`EXISTS (SELECT 1 FROM access_suspensions u
    WHERE u.person_id = p.id AND u.center_id = ${centerId}::uuid)`;
}

const VIEW_WHERE: Record<CenterPeopleView, Prisma.Sql> = {
  all: sql`true`,
  staff: sql`w.role IS NOT NULL`,
  open: sql`w.access <> 'ACCEPTED'`,
  closed: sql`w."isSuspended" OR w."isDeactivated"`,
};

function rowsOf(centerId: string, now: Date): Prisma.Sql {
  return sql`
    SELECT p.id AS "personId", ${nameAt(centerId)} AS name, v.email, v.id_number AS "idNumber",
           m.role::text AS role,
           (m.id IS NOT NULL AND m.accepted_at IS NULL) AS "isOffered", ${accessState(now)} AS access,
           ${isSuspended(centerId)} AS "isSuspended", p.status <> 'ACTIVE' AS "isDeactivated"
    FROM ${knownTo(centerId)} k JOIN people p ON p.id = k.id AND p.merged_into_id IS NULL
    LEFT JOIN staff_memberships m ON m.person_id = p.id AND m.center_id = ${centerId}::uuid
    ${seenBy(centerId)} ${lastLink(centerId)}`;
}

/** Matches a name, an e-mail, or the whole of a number. */
function searched(q: string): Prisma.Sql {
  if (q === "") return sql`true`;
  const pattern = likePattern(q);
  const digits = q.replace(/\D/g, "");
  const number = digits.length >= 8 ? sql`OR w."idNumber" = ${digits}` : Prisma.empty;
  return sql`(w.name ILIKE ${pattern} OR w.email ILIKE ${pattern} ${number})`;
}

/** A page of the people of a centre, staff first, then by name. Two statements. */
export async function listCenterPeople(
  db: Reader,
  { centerId }: AuthorizedOffice,
  query: CenterPeopleQuery,
  now: Date,
): Promise<CenterPeople> {
  const counted = await db.$queryRaw<Record<CenterPeopleView, number>[]>`
    WITH w AS (${rowsOf(centerId, now)})
    SELECT ${Prisma.join(
      CENTER_PEOPLE_VIEWS.map(
        (view) =>
          sql`(count(*) FILTER (WHERE ${VIEW_WHERE[view]}))::int AS ${Prisma.raw(`"${view}"`)}`,
      ),
    )} FROM w WHERE ${searched(query.q)}`;
  const counts = counted[0];
  if (!counts) throw new Error("counting answered nothing");
  const pages = Math.max(1, Math.ceil(counts[query.view] / CENTER_PEOPLE_PAGE));
  const page = Math.min(query.page, pages);
  const rows = await db.$queryRaw<CenterPersonRow[]>`
    WITH w AS (${rowsOf(centerId, now)}), chosen AS (
      SELECT * FROM w WHERE ${searched(query.q)} AND (${VIEW_WHERE[query.view]})
      ORDER BY w.role IS NULL, w.role, w.name, w."personId"
      LIMIT ${CENTER_PEOPLE_PAGE} OFFSET ${(page - 1) * CENTER_PEOPLE_PAGE}
    )
    SELECT chosen.*, (
      SELECT count(DISTINCT e.cohort_id)::int FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id
      WHERE e.person_id = chosen."personId" AND c.center_id = ${centerId}::uuid) AS cohorts
    FROM chosen ORDER BY chosen.role IS NULL, chosen.role, chosen.name, chosen."personId"`;
  return {
    rows: rows.map((row) => ({ ...row, idNumber: row.idNumber && maskIdNumber(row.idNumber) })),
    page,
    pages,
    counts,
  };
}

export interface KnownPerson extends DoorFacts, Omit<CenterPersonRow, "cohorts"> {
  idType: string;
  hasAccess: boolean;
  hasEmail: boolean;
  hasLogin: boolean;
}

/** Somebody whom the centre knows, with what decides about the door; else null. One statement. */
export async function findKnown(
  db: Reader,
  centerId: string,
  personId: string,
  now: Date,
): Promise<KnownPerson | null> {
  const rows = await db.$queryRaw<KnownPerson[]>`
    SELECT w.*, p.id_type::text AS "idType", p.email IS NOT NULL AS "hasEmail",
           ${HAS_LOGIN} AS "hasLogin",
           ${HAS_ACCESS} AS "hasAccess", ${IS_PLATFORM_ADMINISTRATOR} AS "isPlatformAdministrator",
           ${isElsewhere(centerId)} AS "isElsewhere", ${isStaffOf(centerId)} AS "isStaffHere"
    FROM (${rowsOf(centerId, now)}) w JOIN people p ON p.id = w."personId"
    WHERE w."personId" = ${personId}::uuid`;
  const row = rows[0];
  return row ? { ...row, idNumber: row.idNumber && maskIdNumber(row.idNumber) } : null;
}

/**
 * Whether nobody else could administer the centre: who is deactivated or suspended cannot, nor who was
 * only offered the role.
 */
export async function isLastAdministrator(
  db: Reader,
  { centerId, personId }: { centerId: string; personId: string },
): Promise<boolean> {
  const administrators = await db.staffMembership.findMany({
    where: {
      centerId,
      role: "ADMINISTRATOR",
      acceptedAt: { not: null },
      person: { status: "ACTIVE", suspensions: { none: { centerId } } },
    },
    select: { personId: true },
    take: 2,
  });
  return administrators.length === 1 && administrators[0]?.personId === personId;
}

/** In which cohorts of the centre somebody is or was, and who was merged into them. Two statements. */
export async function findTies(
  db: Reader,
  { centerId }: AuthorizedOffice,
  personId: string,
): Promise<{ enrolments: CenterEnrolment[]; aliases: { personId: string; name: string }[] }> {
  const [enrolments, aliases] = await Promise.all([
    db.enrolment.findMany({
      where: {
        OR: [{ personId }, { person: { mergedIntoId: personId } }],
        cohort: { centerId },
      },
      select: {
        id: true,
        role: true,
        fullName: true,
        withdrawnAt: true,
        acceptedAt: true,
        agency: { select: { shortName: true } },
        cohort: { select: { id: true, name: true } },
        _count: { select: { assignments: true } },
      },
      orderBy: [{ cohort: { startsOn: "desc" } }, { role: "desc" }, { id: "asc" }],
      take: 50,
    }),
    db.person.findMany({
      where: { mergedIntoId: personId },
      select: { id: true, displayName: true },
      orderBy: { id: "asc" },
      take: 20,
    }),
  ]);
  return {
    enrolments: enrolments.map((row) => ({
      enrolmentId: row.id,
      cohortId: row.cohort.id,
      cohort: row.cohort.name,
      role: row.role,
      fullName: row.fullName,
      agency: row.agency.shortName,
      withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
      isOffered: row.acceptedAt === null && row.withdrawnAt === null,
      assignments: row._count.assignments,
    })),
    aliases: aliases.map(({ id, displayName }) => ({ personId: id, name: displayName })),
  };
}
