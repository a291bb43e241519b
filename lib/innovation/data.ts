import "server-only";
import { containing } from "@/lib/catalogue/record";
import type { AuthorizedOffice } from "@/lib/center/policy";
import { coveredEntries } from "@/lib/host/data";
import type { Paged } from "@/lib/host/model";
import {
  type CohortUse,
  EVALUATORS_PAGE,
  type Evaluator,
  INNOVATION_PAGE,
  type InnovationCard,
  type InnovationProfile,
} from "@/lib/innovation/model";
import type { CatalogueScope } from "@/lib/innovation/policy";
import { type InnovationValues, innovationColumns } from "@/lib/innovation/record";
import type { CatalogueQuery } from "@/lib/innovation/schema";
import type { Reader } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";

/** What a cohort may work on: of the regions that it visits, what is shared or its own centre's. */
export function openToCohort(cohortId: string): Prisma.InnovationWhereInput {
  return {
    hostRegion: { visits: { some: { cohortId } } },
    OR: [{ centerId: null }, { center: { cohorts: { some: { id: cohortId } } } }],
  };
}

/** What of the catalogue a scope covers. */
export function coveredInnovations({
  centerIds,
  cohortIds,
}: CatalogueScope): Prisma.InnovationWhereInput {
  const ownOrShared = (ids: readonly string[]) => [
    { centerId: null },
    { centerId: { in: [...ids] } },
  ];
  return {
    OR: [
      // A visit to a region opens what is there; a centre's own entries, to its own cohorts alone.
      {
        hostRegion: { visits: { some: { cohortId: { in: [...cohortIds] } } } },
        OR: [{ centerId: null }, { center: { cohorts: { some: { id: { in: [...cohortIds] } } } } }],
      },
      ...(centerIds.length > 0
        ? [{ OR: ownOrShared(centerIds), hostRegion: { OR: ownOrShared(centerIds) } }]
        : []),
    ],
  };
}

function matching(query: CatalogueQuery): Prisma.InnovationWhereInput {
  const { q, region, unit, form, type, stage, affair, confidence, archived } = query;
  const contains = q && containing(q);
  return {
    ...(contains && {
      OR: [
        { code: contains },
        { name: contains },
        { summary: contains },
        { hostUnit: { OR: [{ name: contains }, { shortName: contains }] } },
        { hostRegion: { name: contains } },
      ],
    }),
    ...(region && { hostRegionId: region }),
    ...(unit && { hostUnitId: unit }),
    ...(form && { form }),
    ...(type && { type }),
    ...(stage && { stage }),
    ...(affair && { affair }),
    ...(confidence && { confidence }),
    archivedAt: archived ? { not: null } : null,
  };
}

const cardSelect = {
  id: true,
  centerId: true,
  code: true,
  name: true,
  summary: true,
  form: true,
  type: true,
  stage: true,
  confidence: true,
  archivedAt: true,
  hostUnit: { select: { name: true, shortName: true } },
  hostRegion: { select: { name: true } },
} satisfies Prisma.InnovationSelect;

/** A page of the catalogue. Two statements. */
export async function listInnovations(
  db: Reader,
  scope: CatalogueScope,
  query: CatalogueQuery,
): Promise<{ rows: InnovationCard[]; total: number; page: number; pages: number }> {
  const where = { AND: [coveredInnovations(scope), matching(query)] };
  const total = await db.innovation.count({ where });
  const pages = Math.max(1, Math.ceil(total / INNOVATION_PAGE));
  const shown = Math.min(query.page, pages);
  const rows = await db.innovation.findMany({
    where,
    select: cardSelect,
    orderBy: [
      { hostRegion: { name: "asc" } },
      { sortOrder: "asc" },
      { code: "asc" },
      { id: "asc" },
    ],
    skip: (shown - 1) * INNOVATION_PAGE,
    take: INNOVATION_PAGE,
  });
  return {
    rows: rows.map(({ hostUnit, hostRegion, centerId, archivedAt, ...rest }) => ({
      ...rest,
      owner: hostUnit,
      host: hostRegion.name,
      own: centerId !== null,
      archived: archivedAt !== null,
    })),
    total,
    page: shown,
    pages,
  };
}

const profileSelect = (scope: CatalogueScope) => {
  const where = coveredEntries(scope);
  return {
    id: true,
    centerId: true,
    version: true,
    archivedAt: true,
    ...innovationColumns,
    hostUnit: { select: { id: true, name: true, shortName: true, laterName: true } },
    hostRegion: {
      select: {
        id: true,
        name: true,
        shortName: true,
        capital: true,
        awards: {
          where,
          select: {
            id: true,
            innovationId: true,
            name: true,
            level: true,
            year: true,
            rank: true,
            giver: true,
            note: true,
            source: true,
            confidence: true,
          },
          orderBy: [{ year: "desc" }, { name: "asc" }, { id: "asc" }],
        },
      },
    },
    attachments: {
      where: { fileHash: { not: null } },
      select: { title: true },
      orderBy: [{ datedOn: "desc" }, { title: "asc" }, { id: "asc" }],
    },
    facts: {
      where,
      select: {
        id: true,
        centerId: true,
        text: true,
        source: true,
        confidence: true,
        version: true,
      },
      orderBy: [{ sortOrder: "asc" }, { id: "asc" }],
    },
  } satisfies Prisma.InnovationSelect;
};

/** One innovation with its facts and the awards of its region, or null. One statement. */
export async function findInnovation(
  db: Reader,
  scope: CatalogueScope,
  innovationId: string,
): Promise<InnovationProfile | null> {
  const [profile = null] = await findInnovations(db, scope, [innovationId]);
  return profile;
}

/** Those of some innovations that the scope covers, by their codes. One statement. */
export async function findInnovations(
  db: Reader,
  scope: CatalogueScope,
  innovationIds: readonly string[],
): Promise<InnovationProfile[]> {
  const rows = await db.innovation.findMany({
    where: { AND: [{ id: { in: [...innovationIds] } }, coveredInnovations(scope)] },
    select: profileSelect(scope),
    orderBy: [{ code: "asc" }, { id: "asc" }],
  });
  return rows.map((found) => {
    const { hostUnit, hostRegion, hostRegionId: _, hostUnitId: __, archivedAt, ...more } = found;
    const { attachments, ...rest } = more;
    const { awards, ...host } = hostRegion;
    return {
      ...rest,
      archived: archivedAt !== null,
      own: rest.centerId !== null,
      owner: hostUnit,
      host,
      attachmentTitles: attachments.map(({ title }) => title),
      awards: awards.map(({ innovationId: honoured, ...award }) => ({
        ...award,
        isForThis: honoured === found.id,
      })),
    };
  });
}

/** The values of an innovation of a centre's own, as its form shows them, or null. One statement. */
export async function findInnovationForm(
  db: Reader,
  { centerId }: AuthorizedOffice,
  innovationId: string,
): Promise<{ version: number; archived: boolean; values: InnovationValues } | null> {
  const found = await db.innovation.findFirst({
    where: { id: innovationId, centerId },
    select: { version: true, archivedAt: true, ...innovationColumns },
  });
  if (!found) return null;
  const { version, archivedAt, ...values } = found;
  return { version, archived: archivedAt !== null, values };
}

/** So many cohorts are told of, the latest first. */
const COHORTS_TOLD = 20;

/** Of what it is told who evaluated it: one innovation, or all of a unit or of a region. */
export type Evaluated =
  | { innovationId: string }
  | { hostUnitId: string }
  | { hostRegionId: string };

/** `i`, the innovation. */
function evaluatedSql(of: Evaluated): Prisma.Sql {
  const { sql } = Prisma;
  if ("innovationId" in of) return sql`i.id = ${of.innovationId}::uuid`;
  if ("hostUnitId" in of) return sql`i.host_unit_id = ${of.hostUnitId}::uuid`;
  return sql`i.host_region_id = ${of.hostRegionId}::uuid`;
}

/**
 * How the cohorts of some centres met an innovation, or all of a unit or region; who left a cohort is
 * not counted. Of other centres nothing is told. One statement.
 */
export async function listCohortUse(
  db: Reader,
  { centerIds }: CatalogueScope,
  of: Evaluated,
): Promise<CohortUse[]> {
  return db.$queryRaw<CohortUse[]>`
    SELECT c.id AS "cohortId", c.name, c.program, count(*)::int AS assigned,
           count(s.latest_revision_id)::int AS evaluated
    FROM assignments a
    JOIN innovations i ON i.id = a.innovation_id
    JOIN cohorts c ON c.id = a.cohort_id
    JOIN enrolments e ON e.id = a.enrolment_id AND e.withdrawn_at IS NULL
    JOIN stages s ON s.assignment_id = a.id AND s.kind = 'EVALUATE'
    WHERE ${evaluatedSql(of)} AND a.cancelled_at IS NULL
      AND c.center_id = ANY(${[...centerIds]}::uuid[])
    GROUP BY c.id
    ORDER BY c.starts_on DESC, c.id
    LIMIT ${COHORTS_TOLD}`;
}

/**
 * A page of who handed in an evaluation of an innovation, in cohorts of some centres, the latest cohort
 * first and each as its roster. Nobody of another centre's cohorts is named. One statement.
 */
export async function listEvaluators(
  db: Reader,
  { centerIds }: CatalogueScope,
  innovationId: string,
  page: number,
): Promise<Paged<Evaluator>> {
  const rows = await db.$queryRaw<(Evaluator & { total: number; place: number })[]>`
    WITH found AS (
      SELECT a.id AS "assignmentId", e.full_name AS name, ag.short_name AS agency,
             c.name AS cohort, s.state, s.submitted_at AS "submittedAt",
             row_number() OVER (ORDER BY c.starts_on DESC, c.id, e.roster_number, a.id)::int AS place,
             count(*) OVER ()::int AS total
      FROM assignments a
      JOIN cohorts c ON c.id = a.cohort_id
      JOIN enrolments e ON e.id = a.enrolment_id AND e.withdrawn_at IS NULL
      JOIN agencies ag ON ag.id = e.agency_id
      JOIN stages s ON s.assignment_id = a.id AND s.kind = 'EVALUATE'
      WHERE a.innovation_id = ${innovationId}::uuid AND a.cancelled_at IS NULL
        AND s.latest_revision_id IS NOT NULL AND c.center_id = ANY(${[...centerIds]}::uuid[])
    )
    SELECT * FROM found
    WHERE place > (LEAST(${page}::int, ceil(total / ${EVALUATORS_PAGE}::numeric)::int) - 1) * ${EVALUATORS_PAGE}::int
    ORDER BY place LIMIT ${EVALUATORS_PAGE}`;
  const total = rows[0]?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / EVALUATORS_PAGE));
  return {
    rows: rows.map(({ total: _total, place: _place, ...row }) => row),
    total,
    page: Math.min(page, pages),
    pages,
  };
}

/** `coveredInnovations` for a statement of its own: `i`, the innovation; `r`, its host region. */
function coveredSql({ centerIds, cohortIds }: CatalogueScope): Prisma.Sql {
  const { sql } = Prisma;
  const centers = sql`${[...centerIds]}::uuid[]`;
  const cohorts = sql`${[...cohortIds]}::uuid[]`;
  return sql`(
    (EXISTS (SELECT 1 FROM visits v WHERE v.host_region_id = i.host_region_id AND v.cohort_id = ANY(${cohorts}))
      AND (i.center_id IS NULL
        OR EXISTS (SELECT 1 FROM cohorts c WHERE c.center_id = i.center_id AND c.id = ANY(${cohorts}))))
    OR (cardinality(${centers}) > 0
      AND (i.center_id IS NULL OR i.center_id = ANY(${centers}))
      AND (r.center_id IS NULL OR r.center_id = ANY(${centers}))))`;
}

/**
 * Innovations of the catalogue that hold the words of a query (lib/search/prefix-query.ts): a code
 * before a name before what is told of it. One statement; the index is in the migration `text_search`.
 */
export function findInnovationsByWords(
  db: Reader,
  scope: CatalogueScope,
  query: string,
  { take, skip }: { take: number; skip: number },
): Promise<{ id: string; code: string; name: string; owner: string; host: string }[]> {
  const { sql } = Prisma;
  const words = sql`(setweight(to_tsvector('simple', i.code), 'A') || setweight(to_tsvector('simple', i.name), 'B') || setweight(to_tsvector('indonesian', i.name), 'B') || to_tsvector('indonesian', i.summary) || to_tsvector('simple', i.summary))`;
  const wanted = sql`(to_tsquery('indonesian', ${query}) || to_tsquery('simple', ${query}))`;
  return db.$queryRaw`
    SELECT i.id, i.code, i.name, u.short_name AS owner, r.name AS host
    FROM innovations i
    JOIN host_regions r ON r.id = i.host_region_id
    JOIN host_units u ON u.id = i.host_unit_id
    WHERE ${words} @@ ${wanted} AND i.archived_at IS NULL AND ${coveredSql(scope)}
    ORDER BY ts_rank(${words}, ${wanted}) DESC, i.code, i.id
    LIMIT ${take} OFFSET ${skip}`;
}
