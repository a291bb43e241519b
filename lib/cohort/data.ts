import "server-only";
import type {
  AssignableInnovation,
  AssignableParticipant,
  CohortHeader,
  CohortRow,
} from "@/lib/cohort/model";
import type { AuthorizedAssigning, CohortReach } from "@/lib/cohort/policy";
import { openToCohort } from "@/lib/innovation/data";
import { isoDate } from "@/lib/platform/clock";
import type { Reader } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";

const headerSelect = {
  id: true,
  centerId: true,
  name: true,
  program: true,
  startsOn: true,
  endsOn: true,
  timeZone: true,
  state: true,
  spreadThreshold: true,
  visits: {
    select: { startsOn: true, endsOn: true, hostRegion: { select: { name: true } } },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
  },
} satisfies Prisma.CohortSelect;

/** A cohort within an actor's reach, or null. What may be read of it, its policy decides. */
export async function findCohort(
  db: Reader,
  reach: CohortReach,
  cohortId: string,
): Promise<(CohortHeader & { centerId: string }) | null> {
  const cohort = await db.cohort.findFirst({
    where: {
      id: cohortId,
      OR: [{ centerId: { in: reach.centerIds } }, { id: { in: reach.cohortIds } }],
    },
    select: headerSelect,
  });
  if (!cohort) return null;
  return {
    id: cohort.id,
    centerId: cohort.centerId,
    name: cohort.name,
    program: cohort.program,
    startsOn: isoDate(cohort.startsOn),
    endsOn: isoDate(cohort.endsOn),
    timeZone: cohort.timeZone,
    state: cohort.state,
    spreadThreshold: cohort.spreadThreshold,
    visits: cohort.visits.map(({ hostRegion, startsOn, endsOn }) => ({
      hostName: hostRegion.name,
      startsOn: isoDate(startsOn),
      endsOn: isoDate(endsOn),
    })),
  };
}

/** Cohorts on a page of the list. */
export const COHORT_PAGE = 20;

interface RawCohortRow extends Omit<CohortRow, "startsOn" | "endsOn"> {
  startsOn: Date;
  endsOn: Date;
  found: number;
}

/**
 * A page of the cohorts of some centres, the latest first, each with how far it has come. One
 * statement; figures are counted for the cohorts of the page alone.
 */
export async function listCohorts(
  db: Reader,
  centerIds: readonly string[],
  page: number,
  now: Date,
): Promise<{ rows: CohortRow[]; total: number; page: number; pages: number }> {
  const rows = await db.$queryRaw<(RawCohortRow | { found: number; id: null })[]>`
    WITH placed AS MATERIALIZED (
      SELECT c.id, row_number() OVER (ORDER BY c.starts_on DESC, c.name, c.id) AS place
      FROM cohorts c WHERE c.center_id = ANY(${[...centerIds]}::uuid[])
    ),
    found AS (SELECT count(*)::int AS found FROM placed),
    chosen AS MATERIALIZED (
      SELECT placed.* FROM found JOIN placed
        ON placed.place > least(${(page - 1) * COHORT_PAGE}, greatest(found.found - 1, 0) / ${COHORT_PAGE} * ${COHORT_PAGE})
      ORDER BY placed.place LIMIT ${COHORT_PAGE}
    ),
    named AS (
      SELECT chosen.place, c.id, c.name, c.program, t.short_name AS "centerName",
             c.starts_on AS "startsOn", c.ends_on AS "endsOn",
             (SELECT coalesce(json_agg(h.name ORDER BY v.starts_on), '[]')
              FROM visits v JOIN host_regions h ON h.id = v.host_region_id
              WHERE v.cohort_id = c.id) AS hosts,
             (SELECT count(*)::int FROM enrolments e
              WHERE e.cohort_id = c.id AND e.role = 'PARTICIPANT') AS participants,
             w.*
      FROM chosen JOIN cohorts c ON c.id = chosen.id
      JOIN training_centers t ON t.id = c.center_id
      CROSS JOIN LATERAL (
        SELECT count(*)::int AS stages,
               (count(*) FILTER (WHERE s.state = 'APPROVED'))::int AS approved,
               (count(*) FILTER (WHERE s.state = 'SUBMITTED'))::int AS waiting,
               (count(*) FILTER (WHERE s.state IN ('OPEN', 'RETURNED')
                 AND s.due_at < ${now.toISOString()}::timestamptz))::int AS late
        FROM assignments a JOIN stages s ON s.assignment_id = a.id
        WHERE a.cohort_id = c.id AND a.cancelled_at IS NULL
      ) w
    )
    SELECT found.found, named.* FROM found LEFT JOIN named ON true ORDER BY named.place`;
  const total = rows[0]?.found ?? 0;
  const pages = Math.max(1, Math.ceil(total / COHORT_PAGE));
  return {
    rows: rows.flatMap((row): CohortRow[] => {
      if (row.id === null) return [];
      return [
        {
          id: row.id,
          name: row.name,
          program: row.program,
          centerName: row.centerName,
          startsOn: isoDate(row.startsOn),
          endsOn: isoDate(row.endsOn),
          hosts: row.hosts,
          participants: row.participants,
          stages: row.stages,
          approved: row.approved,
          waiting: row.waiting,
          late: row.late,
        },
      ];
    }),
    total,
    page: Math.min(page, pages),
    pages,
  };
}

/** Whom the actor may give assignments to, with what each has already. One statement. */
export function listAssignable(
  db: Reader,
  { cohortId, scope, assignerId }: AuthorizedAssigning,
): Promise<AssignableParticipant[]> {
  const mine =
    scope.kind === "allocated"
      ? Prisma.sql`AND e.facilitator_id = ${scope.facilitatorEnrolmentId}::uuid`
      : Prisma.empty;
  return db.$queryRaw<AssignableParticipant[]>`
    SELECT e.id, e.full_name AS name, ag.short_name AS agency, g.name AS "group",
           f.full_name AS facilitator,
           coalesce(json_agg(a.innovation_id) FILTER (WHERE a.id IS NOT NULL), '[]') AS has,
           coalesce(json_agg(a.innovation_id) FILTER (WHERE a.cancelled_at IS NOT NULL), '[]') AS cancelled
    FROM enrolments e
    JOIN agencies ag ON ag.id = e.agency_id
    LEFT JOIN groups g ON g.id = e.group_id
    LEFT JOIN enrolments f ON f.id = e.facilitator_id
    LEFT JOIN assignments a ON a.enrolment_id = e.id
    WHERE e.cohort_id = ${cohortId}::uuid AND e.role = 'PARTICIPANT'
      AND e.person_id <> ${assignerId}::uuid ${mine}
    GROUP BY e.id, ag.id, g.id, f.id
    ORDER BY g.sort_order NULLS LAST, e.roster_number`;
}

/** What may be assigned: the innovations of the host regions that the cohort visits. */
export async function listAssignableInnovations(
  db: Reader,
  { cohortId }: AuthorizedAssigning,
): Promise<AssignableInnovation[]> {
  const innovations = await db.innovation.findMany({
    where: { ...openToCohort(cohortId), archivedAt: null },
    select: { id: true, code: true, name: true, hostUnit: { select: { shortName: true } } },
    orderBy: [{ sortOrder: "asc" }, { code: "asc" }],
  });
  return innovations.map(({ hostUnit, ...rest }) => ({ ...rest, owner: hostUnit.shortName }));
}
