import "server-only";
import type { Readiness } from "@/lib/cohort/completeness";
import type { CohortSetup } from "@/lib/cohort/fields";
import type {
  AssignableInnovation,
  AssignableParticipant,
  CohortFilter,
  CohortHeader,
  CohortRow,
  SetupOptions,
} from "@/lib/cohort/model";
import type { AuthorizedAssigning, AuthorizedCohortId, CohortReach } from "@/lib/cohort/policy";
import { gradeBandsSchema, storedDueDatesSchema } from "@/lib/cohort/schema";
import { openToCohort } from "@/lib/innovation/data";
import { isoDate } from "@/lib/platform/clock";
import type { Reader } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { listUsableRubrics } from "@/lib/rubric/data";
import type { CohortPurpose } from "@/lib/rubric/model";

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
  dueDates: true,
  wishesUntil: true,
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
    dueDates: cohort.dueDates === null ? null : storedDueDatesSchema.parse(cohort.dueDates),
    wishesUntil: cohort.wishesUntil,
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
 * A page of the cohorts of some centres, the latest first, each with how far it has come; archived
 * ones when they are asked for. One statement; figures are counted for the cohorts of the page alone.
 */
export async function listCohorts(
  db: Reader,
  centerIds: readonly string[],
  { state, search, page }: CohortFilter,
  now: Date,
): Promise<{ rows: CohortRow[]; total: number; page: number; pages: number }> {
  const inState = state
    ? Prisma.sql`AND c.state = ${state}::"CohortState"`
    : Prisma.sql`AND c.state <> 'ARCHIVED'`;
  const like = `%${search.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const named = search
    ? Prisma.sql`AND (c.name ILIKE ${like} OR c.program ILIKE ${like} OR EXISTS (
        SELECT 1 FROM visits v JOIN host_regions h ON h.id = v.host_region_id
        WHERE v.cohort_id = c.id AND h.name ILIKE ${like}))`
    : Prisma.empty;
  const rows = await db.$queryRaw<(RawCohortRow | { found: number; id: null })[]>`
    WITH placed AS MATERIALIZED (
      SELECT c.id, row_number() OVER (ORDER BY c.starts_on DESC, c.name, c.id) AS place
      FROM cohorts c WHERE c.center_id = ANY(${[...centerIds]}::uuid[]) ${inState} ${named}
    ),
    found AS (SELECT count(*)::int AS found FROM placed),
    chosen AS MATERIALIZED (
      SELECT placed.* FROM found JOIN placed
        ON placed.place > least(${(page - 1) * COHORT_PAGE}, greatest(found.found - 1, 0) / ${COHORT_PAGE} * ${COHORT_PAGE})
      ORDER BY placed.place LIMIT ${COHORT_PAGE}
    ),
    named AS (
      SELECT chosen.place, c.id, c.name, c.program, c.state::text AS state, t.short_name AS "centerName",
             c.starts_on AS "startsOn", c.ends_on AS "endsOn",
             (SELECT coalesce(json_agg(h.name ORDER BY v.starts_on), '[]')
              FROM visits v JOIN host_regions h ON h.id = v.host_region_id
              WHERE v.cohort_id = c.id) AS hosts,
             (SELECT count(*)::int FROM enrolments e
              WHERE e.cohort_id = c.id AND e.role = 'PARTICIPANT' AND e.withdrawn_at IS NULL) AS participants,
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
        JOIN enrolments e ON e.id = a.enrolment_id AND e.withdrawn_at IS NULL
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
          state: row.state,
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
    WHERE e.cohort_id = ${cohortId}::uuid AND e.role = 'PARTICIPANT' AND e.withdrawn_at IS NULL
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

// Setting up ---------------------------------------------------------------------------------------

const setupSelect = {
  id: true,
  version: true,
  state: true,
  program: true,
  name: true,
  regulationRef: true,
  startsOn: true,
  endsOn: true,
  timeZone: true,
  gatePolicy: true,
  spreadThreshold: true,
  escalateAfterDays: true,
  dueDates: true,
  evaluationRubricId: true,
  transferRubricId: true,
  workRubricId: true,
  gradeBands: true,
  visits: {
    select: { hostRegionId: true, mode: true, startsOn: true, endsOn: true },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
  },
} satisfies Prisma.CohortSelect;

/** All that is chosen for a cohort, with the version that it stands at; null for none of the centre. */
export async function findSetup(
  db: Reader,
  scope: { cohortId: string; centerId: string },
): Promise<{ setup: CohortSetup; version: number } | null> {
  const row = await db.cohort.findFirst({
    where: { id: scope.cohortId, centerId: scope.centerId },
    select: setupSelect,
  });
  if (!row) return null;
  return {
    version: row.version,
    setup: {
      program: row.program,
      name: row.name,
      regulationRef: row.regulationRef ?? "",
      startsOn: isoDate(row.startsOn),
      endsOn: isoDate(row.endsOn),
      timeZone: row.timeZone,
      gatePolicy: row.gatePolicy,
      spreadThreshold: row.spreadThreshold,
      escalateAfterDays: row.escalateAfterDays,
      visits: row.visits.map((visit) => ({
        ...visit,
        startsOn: isoDate(visit.startsOn),
        endsOn: isoDate(visit.endsOn),
      })),
      dueDates: row.dueDates === null ? null : storedDueDatesSchema.parse(row.dueDates),
      evaluationRubricId: row.evaluationRubricId,
      transferRubricId: row.transferRubricId,
      workRubricId: row.workRubricId,
      gradeBands: gradeBandsSchema
        .parse(row.gradeBands)
        .map(({ label, min, passing }) => ({ label, min, passing: passing ?? true })),
    },
  };
}

/**
 * What a centre's cohorts can choose from: host regions and rubric versions, its own beside the
 * shared ones. What a cohort has chosen before is there even where it is offered no more. Two
 * statements.
 */
export async function findSetupOptions(
  db: Reader,
  centerId: string,
  chosenRegionIds: readonly string[],
): Promise<SetupOptions> {
  const ownOrShared = { OR: [{ centerId: null }, { centerId }] };
  const [regions, versions] = await Promise.all([
    db.hostRegion.findMany({
      where: {
        ...ownOrShared,
        AND: { OR: [{ archivedAt: null }, { id: { in: [...chosenRegionIds] } }] },
      },
      select: { id: true, name: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    }),
    listUsableRubrics(db, centerId),
  ]);
  const of = (purpose: CohortPurpose) =>
    versions
      .filter((version) => version.purpose === purpose)
      .map(({ versionId, rubricId, number, code, name, shared }) => ({
        id: versionId,
        rubricId,
        number,
        code,
        name,
        own: !shared,
      }));
  return {
    centerId,
    regions,
    rubrics: {
      evaluationRubricId: of("EVALUATION"),
      transferRubricId: of("TRANSFER_READINESS"),
      workRubricId: of("PARTICIPANT_WORK"),
    },
  };
}

/** Earlier cohorts that a new one can be a copy of, the latest first. */
export const COPY_SOURCES = 100;

export async function listCopySources(
  db: Reader,
  centerId: string,
): Promise<{ id: string; name: string; startsOn: string }[]> {
  const rows = await db.cohort.findMany({
    where: { centerId },
    select: { id: true, name: true, startsOn: true },
    orderBy: [{ startsOn: "desc" }, { name: "asc" }, { id: "asc" }],
    take: COPY_SOURCES,
  });
  return rows.map(({ startsOn, ...row }) => ({ ...row, startsOn: isoDate(startsOn) }));
}

/** What a cohort has, counted for its checklist. One statement. */
export async function findReadiness(db: Reader, cohortId: AuthorizedCohortId): Promise<Readiness> {
  const rows = await db.$queryRaw<Readiness[]>`
    SELECT
      (SELECT count(*)::int FROM visits v WHERE v.cohort_id = c.id) AS visits,
      (SELECT count(*)::int FROM innovations i
       JOIN visits v ON v.host_region_id = i.host_region_id
       WHERE v.cohort_id = c.id AND i.archived_at IS NULL
         AND (i.center_id IS NULL OR i.center_id = c.center_id)) AS innovations,
      p.participants, p."withoutFacilitator", p."withoutGroup", p."withoutAccess", p."withoutWork",
      (SELECT count(*)::int FROM enrolments e
       WHERE e.cohort_id = c.id AND e.role = 'FACILITATOR' AND e.withdrawn_at IS NULL) AS facilitators,
      (SELECT count(*)::int FROM groups g WHERE g.cohort_id = c.id) AS groups,
      (SELECT count(*)::int FROM agenda_sessions s WHERE s.cohort_id = c.id) AS sessions,
      c.due_dates IS NOT NULL AS "hasDueDates"
    FROM cohorts c
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS participants,
        (count(*) FILTER (WHERE e.facilitator_id IS NULL))::int AS "withoutFacilitator",
        (count(*) FILTER (WHERE e.group_id IS NULL))::int AS "withoutGroup",
        (count(*) FILTER (WHERE x.password_hash IS NULL))::int AS "withoutAccess",
        (count(*) FILTER (WHERE NOT EXISTS (
          SELECT 1 FROM assignments a WHERE a.enrolment_id = e.id AND a.cancelled_at IS NULL
        )))::int AS "withoutWork"
      FROM enrolments e JOIN people x ON x.id = e.person_id
      WHERE e.cohort_id = c.id AND e.role = 'PARTICIPANT' AND e.withdrawn_at IS NULL
    ) p
    WHERE c.id = ${cohortId}::uuid`;
  const counted = rows[0];
  if (!counted) throw new Error("the cohort is gone");
  return counted;
}
