import "server-only";
import type { AuthorizedCohortId } from "@/lib/cohort/policy";
import {
  type AccessState,
  type CohortPeople,
  type CohortPersonRow,
  type InvitationChannel,
  PEOPLE_PAGE,
  PEOPLE_VIEWS,
  type PeopleView,
} from "@/lib/invitation/model";
import type { PeopleQuery } from "@/lib/invitation/schema";
import type { Reader } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";

const { sql } = Prisma;

/** Has a way in of the own: a password, or an account of an institution. Of `p`. */
export const HAS_ACCESS = sql`(p.password_hash IS NOT NULL OR EXISTS (
  SELECT 1 FROM external_accounts x WHERE x.person_id = p.id))`;

/** Has an address or a number to sign in with, of the own or of a double that became an alias. Of `p`. */
export const HAS_LOGIN = sql`(p.email IS NOT NULL OR p.id_number IS NOT NULL OR EXISTS (
  SELECT 1 FROM people d WHERE d.merged_into_id = p.id
    AND (d.email IS NOT NULL OR d.id_number IS NOT NULL)))`;

/**
 * Known to another centre than this one, now or before. Of `p`. An enrolment that was only offered ties
 * nobody: with a roster of numbers a centre would take another's doors away.
 */
export function isElsewhere(centerId: string): Prisma.Sql {
  return sql`(
    EXISTS (SELECT 1 FROM staff_memberships m WHERE m.person_id = p.id AND m.center_id <> ${centerId}::uuid)
    OR EXISTS (SELECT 1 FROM enrolments o JOIN cohorts oc ON oc.id = o.cohort_id
               WHERE o.person_id = p.id AND oc.center_id <> ${centerId}::uuid
                 AND o.accepted_at IS NOT NULL))`;
}

/** The oldest tie of `p` to any centre is to this one: ids are in the order in which they were made. */
export function isFirst(centerId: string): Prisma.Sql {
  return sql`(SELECT t.center_id FROM (
      SELECT m.id, m.center_id FROM staff_memberships m WHERE m.person_id = p.id
      UNION ALL
      SELECT o.id, oc.center_id FROM enrolments o JOIN cohorts oc ON oc.id = o.cohort_id
      WHERE o.person_id = p.id AND o.accepted_at IS NOT NULL) t
    ORDER BY t.id LIMIT 1) = ${centerId}::uuid`;
}

/** What the latest roster of a centre calls `p`; null where no roster does. */
export function rosterName(centerId: string): Prisma.Sql {
  return sql`(SELECT e.full_name FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id
    WHERE e.person_id = p.id AND c.center_id = ${centerId}::uuid
    ORDER BY c.starts_on DESC, e.id LIMIT 1)`;
}

/**
 * What a centre may see of `p`, as `v`. Whom nobody else knows, all of it; of whom another centre
 * knows too, the number and the address that its own rosters brought. `opaque` says that not even
 * whether there is an account is the centre's to know: others knew the person first.
 */
export function seenBy(centerId: string): Prisma.Sql {
  const roster = (column: "email" | "id_number") => {
    const name = Prisma.raw(`e.${column}`);
    return sql`(SELECT ${name} FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id
      WHERE e.person_id = p.id AND c.center_id = ${centerId}::uuid AND ${name} IS NOT NULL
      ORDER BY c.starts_on DESC, e.id LIMIT 1)`;
  };
  return sql`CROSS JOIN LATERAL (
    SELECT y.elsewhere, y.elsewhere AND NOT ${isFirst(centerId)} AS opaque,
           CASE WHEN y.elsewhere THEN ${roster("email")} ELSE p.email END AS email,
           CASE WHEN y.elsewhere THEN ${roster("id_number")} ELSE p.id_number END AS id_number
    FROM (SELECT ${isElsewhere(centerId)} AS elsewhere OFFSET 0) y) v`;
}

export function isStaffOf(centerId: string): Prisma.Sql {
  return sql`EXISTS (SELECT 1 FROM staff_memberships m
    WHERE m.person_id = p.id AND m.center_id = ${centerId}::uuid)`;
}

export const IS_PLATFORM_ADMINISTRATOR = sql`EXISTS (
  SELECT 1 FROM platform_administrators a WHERE a.person_id = p.id)`;

/** Deactivated, or kept away by the centre. Of `p`. */
export function isClosed(centerId: string): Prisma.Sql {
  return sql`(p.status <> 'ACTIVE' OR EXISTS (SELECT 1 FROM access_suspensions u
    WHERE u.person_id = p.id AND u.center_id = ${centerId}::uuid))`;
}

/**
 * The last link of `p` to a password, with the letter that brings it, as `l`; of whom `v` says opaque,
 * the last one that a letter of the centre brought.
 */
export function lastLink(centerId: string): Prisma.Sql {
  return sql`LEFT JOIN LATERAL (
    SELECT o.channel::text AS channel, o.expires_at, o.opened_at, o.revoked_at, o.used_at,
           EXISTS (SELECT 1 FROM mail_messages g WHERE g.link_id = o.id AND g.status = 'FAILED') AS failed
    FROM one_time_links o WHERE o.person_id = p.id AND o.purpose = 'SET_PASSWORD'
      AND (NOT v.opaque OR EXISTS (SELECT 1 FROM mail_messages g
        WHERE g.link_id = o.id AND g.center_id = ${centerId}::uuid))
    ORDER BY o.created_at DESC, o.id DESC LIMIT 1
  ) l ON true`;
}

/** Where a person stands on the way in; of `p`, `v` and `l`. */
export function accessState(now: Date): Prisma.Sql {
  return sql`CASE
    WHEN v.opaque AND l.channel IS NULL THEN 'ELSEWHERE'
    WHEN CASE WHEN v.opaque THEN l.used_at IS NOT NULL ELSE ${HAS_ACCESS} END THEN 'ACCEPTED'
    WHEN l.channel IS NULL THEN 'NONE'
    WHEN l.revoked_at IS NOT NULL THEN 'REVOKED'
    WHEN l.used_at IS NOT NULL OR l.expires_at <= ${now.toISOString()}::timestamptz THEN 'EXPIRED'
    WHEN l.opened_at IS NOT NULL THEN 'OPENED'
    ELSE 'SENT' END`;
}

export function likePattern(q: string): string {
  return `%${q.replaceAll(/[\\%_]/g, "\\$&")}%`;
}

const VIEW_WHERE: Record<PeopleView, Prisma.Sql> = {
  all: sql`w.withdrawn_at IS NULL`,
  open: sql`w.withdrawn_at IS NULL AND (w.access <> 'ACCEPTED' OR w.offered)`,
  participants: sql`w.withdrawn_at IS NULL AND w.role = 'PARTICIPANT'`,
  facilitators: sql`w.withdrawn_at IS NULL AND w.role = 'FACILITATOR'`,
  left: sql`w.withdrawn_at IS NOT NULL`,
};

interface RawRow extends Omit<CohortPersonRow, "expiresAt" | "withdrawnAt"> {
  expiresAt: Date | null;
  withdrawnAt: Date | null;
  access: AccessState;
  channel: InvitationChannel | null;
}

/**
 * A page of the people of a cohort with where each stands on the way in, and how many there are of
 * each kind. Two statements, whatever the size.
 */
export async function listCohortPeople(
  db: Reader,
  scope: { cohortId: AuthorizedCohortId; centerId: string },
  query: PeopleQuery,
  now: Date,
): Promise<CohortPeople> {
  const pattern = likePattern(query.q);
  // The address of this roster where the person is known elsewhere too.
  const email = sql`CASE WHEN v.elsewhere THEN e.email ELSE p.email END`;
  const people = sql`
    SELECT e.id, e.role::text AS role, e.full_name, e.agency_id, e.group_id, e.facilitator_id,
           e.roster_number, e.withdrawn_at, e.accepted_at IS NULL AS offered, ${email} AS email, ${accessState(now)} AS access,
           l.channel, l.expires_at, coalesce(l.failed, false) AS failed,
           ${isClosed(scope.centerId)} AS closed,
           NOT v.elsewhere AND e.accepted_at IS NOT NULL AND NOT ${HAS_LOGIN} AS lacks_login
    FROM enrolments e JOIN people p ON p.id = e.person_id
    ${seenBy(scope.centerId)} ${lastLink(scope.centerId)}
    WHERE e.cohort_id = ${scope.cohortId}::uuid
      AND (${query.q === ""} OR e.full_name ILIKE ${pattern} OR ${email} ILIKE ${pattern})`;
  const counted = await db.$queryRaw<
    (Record<PeopleView, number> &
      Pick<CohortPeople, "withoutLogin"> & {
        successors: CohortPeople["facilitators"];
      })[]
  >`
    WITH found AS (${people})
    SELECT ${Prisma.join(
      PEOPLE_VIEWS.map(
        (view) =>
          sql`(count(*) FILTER (WHERE ${VIEW_WHERE[view]}))::int AS ${Prisma.raw(`"${view}"`)}`,
      ),
    )}, (count(*) FILTER (WHERE ${VIEW_WHERE.open} AND w.lacks_login))::int AS "withoutLogin",
        (SELECT coalesce(json_agg(json_build_object('enrolmentId', f.id, 'name', f.full_name)
                 ORDER BY f.roster_number), '[]')
         FROM enrolments f WHERE f.cohort_id = ${scope.cohortId}::uuid AND f.role = 'FACILITATOR'
           AND f.withdrawn_at IS NULL) AS successors
    FROM found w`;
  if (!counted[0]) throw new Error("counting answered nothing");
  const { successors, withoutLogin, ...counts } = counted[0];
  const total = counts[query.view];
  const pages = Math.max(1, Math.ceil(total / PEOPLE_PAGE));
  const page = Math.min(query.page, pages);
  const rows = await db.$queryRaw<RawRow[]>`
    WITH found AS (${people})
    SELECT w.id AS "enrolmentId", w.role, w.full_name AS name, ag.short_name AS agency, g.name AS "group",
           f.full_name AS facilitator, w.email,
           (SELECT count(*)::int FROM enrolments u
            WHERE u.facilitator_id = w.id AND u.withdrawn_at IS NULL) AS guides, w.access, w.channel, w.expires_at AS "expiresAt",
           w.failed AS "mailFailed", w.withdrawn_at AS "withdrawnAt", w.closed AS "isClosed",
           w.lacks_login AS "lacksLogin",
           w.offered AS "isOffered"
    FROM found w JOIN agencies ag ON ag.id = w.agency_id
    LEFT JOIN groups g ON g.id = w.group_id
    LEFT JOIN enrolments f ON f.id = w.facilitator_id
    WHERE ${VIEW_WHERE[query.view]}
    ORDER BY w.role DESC, g.sort_order NULLS LAST, w.roster_number, w.id
    LIMIT ${PEOPLE_PAGE} OFFSET ${(page - 1) * PEOPLE_PAGE}`;
  return {
    rows: rows.map((row) => ({
      ...row,
      // What became of a link would tell who has an account already.
      ...(row.isOffered
        ? ({ access: "ELSEWHERE", channel: null, mailFailed: false } as const)
        : {}),
      expiresAt: (!row.isOffered && row.expiresAt?.toISOString()) || null,
      withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    })),
    total,
    page,
    pages,
    counts,
    withoutLogin,
    facilitators: successors,
  };
}

/** Names beside the links that were made for enrolments of a cohort. */
export async function listInvited(
  db: Reader,
  cohortId: string,
  enrolmentIds: readonly string[],
): Promise<{ enrolmentId: string; name: string; group: string | null; agency: string }[]> {
  const rows = await db.enrolment.findMany({
    where: { cohortId, id: { in: [...enrolmentIds] } },
    select: {
      id: true,
      fullName: true,
      group: { select: { name: true } },
      agency: { select: { shortName: true } },
    },
    orderBy: [{ role: "desc" }, { group: { sortOrder: "asc" } }, { rosterNumber: "asc" }],
  });
  return rows.map((row) => ({
    enrolmentId: row.id,
    name: row.fullName,
    group: row.group?.name ?? null,
    agency: row.agency.shortName,
  }));
}
