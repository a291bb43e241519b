import "server-only";
import type { AuthorizedCohortId } from "@/lib/cohort/policy";
import {
  liveIn,
  OBSTACLES,
  obstacleWhere,
  pageOf,
  STANDING,
  toPage,
  WORK,
} from "@/lib/dashboard/data";
import type { Page } from "@/lib/dashboard/model";
import {
  type CauseCount,
  type CauseRow,
  FINDING_PAGE,
  type FindingFilter,
  type InnovationFindings,
  type InnovationRef,
  SAMPLE,
  type SolutionCount,
  type SolutionRow,
  type StrengthRow,
} from "@/lib/finding/model";
import type { Reader } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";

/**
 * Reads of what a cohort found, of revisions that stand. One statement each; a figure and the list behind
 * it are selected by the same builders.
 */

const { sql } = Prisma;

/** How many root causes of each category are felt where. */
export function countCauses(reader: Reader, cohort: AuthorizedCohortId): Promise<CauseCount[]> {
  return reader.$queryRaw<CauseCount[]>`
    SELECT o.category, o.locus, count(*)::int AS count
    FROM ${OBSTACLES} WHERE ${obstacleWhere(cohort, { rooted: true })}
    GROUP BY o.category, o.locus`;
}

/** Every root cause that is meant, as the roster has its participants. */
export function listCauses(
  reader: Reader,
  cohort: AuthorizedCohortId,
  { category, locus, innovation }: FindingFilter,
): Promise<CauseRow[]> {
  return reader.$queryRaw<CauseRow[]>`
    SELECT a.id AS "assignmentId", o.item_id AS "itemId", o.root_cause AS "rootCause", o.title,
      o.category, o.locus, e.full_name AS participant, i.code AS "innovationCode"
    FROM ${OBSTACLES} JOIN innovations i ON i.id = a.innovation_id
    WHERE ${obstacleWhere(cohort, { category, locus, innovation, rooted: true })}
    ORDER BY e.roster_number, a.id, o.rank, o.item_id`;
}

/** Chosen solutions `x` of the latest revision of stages that stand. */
const CHOSEN = sql`${WORK} JOIN solutions x ON x.revision_id = s.latest_revision_id AND x.selected`;

function chosenWhere(
  cohort: AuthorizedCohortId,
  { innovation, transfer, forHost }: FindingFilter,
): Prisma.Sql {
  return Prisma.join(
    [
      liveIn(cohort),
      sql`s.kind = 'SOLUTION'`,
      STANDING,
      ...(innovation ? [sql`a.innovation_id = ${innovation}::uuid`] : []),
      ...(transfer ? [sql`x.transfer_type = ${transfer}::"TransferType"`] : []),
      ...(forHost === undefined ? [] : [sql`x.for_host = ${forHost}::boolean`]),
    ],
    " AND ",
  );
}

/** How many solutions of each kind of transfer were chosen for the obstacles of each innovation. */
export function countSolutions(
  reader: Reader,
  cohort: AuthorizedCohortId,
): Promise<SolutionCount[]> {
  return reader.$queryRaw<SolutionCount[]>`
    SELECT a.innovation_id AS "innovationId", x.transfer_type AS "transferType",
      x.for_host AS "forHost", count(*)::int AS count
    FROM ${CHOSEN} WHERE ${chosenWhere(cohort, {})}
    GROUP BY a.innovation_id, x.transfer_type, x.for_host`;
}

interface RawSolutionRow extends Omit<SolutionRow, "innovation"> {
  total: number;
  innovationCode: string;
  innovationName: string;
}

/**
 * A page of chosen solutions, the best screened first.
 *
 * @param size rows on a page
 */
export async function listSolutions(
  reader: Reader,
  cohort: AuthorizedCohortId,
  filter: FindingFilter,
  page: number,
  size = FINDING_PAGE,
): Promise<Page<SolutionRow>> {
  const rows = await reader.$queryRaw<RawSolutionRow[]>`
    WITH placed AS MATERIALIZED (
      SELECT s.id AS stage_id, x.item_id, row_number() OVER (
        ORDER BY x.mcnamara_total DESC, e.roster_number, a.id, x.item_id
      ) AS place
      FROM ${CHOSEN} WHERE ${chosenWhere(cohort, filter)}
    ),
    found AS (SELECT count(*)::int AS total FROM placed),
    named AS (
      SELECT placed.place, a.id AS "assignmentId", x.item_id AS "itemId", x.title,
        o.title AS obstacle, x.transfer_type AS "transferType", x.for_host AS "forHost",
        x.mcnamara_total AS "mcnamaraTotal", e.full_name AS participant, ag.short_name AS agency,
        i.code AS "innovationCode", i.name AS "innovationName"
      FROM found JOIN placed ON ${pageOf(sql`placed.place`, page, size)}
      JOIN stages s ON s.id = placed.stage_id
      JOIN solutions x ON x.revision_id = s.latest_revision_id AND x.item_id = placed.item_id
      JOIN revisions r ON r.id = s.latest_revision_id
      LEFT JOIN obstacles o ON o.revision_id = r.upstream_revision_id AND o.item_id = x.obstacle_item_id
      JOIN assignments a ON a.id = s.assignment_id
      JOIN enrolments e ON e.id = a.enrolment_id
      JOIN agencies ag ON ag.id = e.agency_id
      JOIN innovations i ON i.id = a.innovation_id
    )
    SELECT found.total, named.* FROM found LEFT JOIN named ON true ORDER BY named.place`;
  return toPage(rows, size, page, (row) => {
    if (!row.assignmentId) return null;
    return {
      assignmentId: row.assignmentId,
      itemId: row.itemId,
      title: row.title,
      obstacle: row.obstacle,
      transferType: row.transferType,
      forHost: row.forHost,
      mcnamaraTotal: row.mcnamaraTotal,
      participant: row.participant,
      agency: row.agency,
      innovation: { code: row.innovationCode, name: row.innovationName },
    };
  });
}

/** Strengths `k` of the latest revision of stages that stand. */
const STRENGTHS = sql`${WORK} JOIN strengths k ON k.revision_id = s.latest_revision_id`;

function strengthWhere(cohort: AuthorizedCohortId, { innovation }: FindingFilter): Prisma.Sql {
  const own = innovation ? sql` AND a.innovation_id = ${innovation}::uuid` : Prisma.empty;
  return sql`${liveIn(cohort)} AND s.kind = 'EVALUATE' AND ${STANDING}${own}`;
}

/** What everybody named first, then what they named second: each as the roster has its participants. */
const STRENGTH_ORDER = sql`k.sort_order, e.roster_number, a.id, k.item_id`;

interface RawStrengthRow extends Omit<StrengthRow, "innovation"> {
  total: number;
  innovationCode: string;
  innovationName: string;
}

/** A page of strengths; `size` as of solutions. */
export async function listStrengths(
  reader: Reader,
  cohort: AuthorizedCohortId,
  filter: FindingFilter,
  page: number,
  size = FINDING_PAGE,
): Promise<Page<StrengthRow>> {
  const rows = await reader.$queryRaw<RawStrengthRow[]>`
    WITH placed AS MATERIALIZED (
      SELECT s.id AS stage_id, k.item_id, row_number() OVER (ORDER BY ${STRENGTH_ORDER}) AS place
      FROM ${STRENGTHS} WHERE ${strengthWhere(cohort, filter)}
    ),
    found AS (SELECT count(*)::int AS total FROM placed),
    named AS (
      SELECT placed.place, a.id AS "assignmentId", k.item_id AS "itemId", k.text,
        e.full_name AS participant, ag.short_name AS agency,
        i.code AS "innovationCode", i.name AS "innovationName"
      FROM found JOIN placed ON ${pageOf(sql`placed.place`, page, size)}
      JOIN stages s ON s.id = placed.stage_id
      JOIN strengths k ON k.revision_id = s.latest_revision_id AND k.item_id = placed.item_id
      JOIN assignments a ON a.id = s.assignment_id
      JOIN enrolments e ON e.id = a.enrolment_id
      JOIN agencies ag ON ag.id = e.agency_id
      JOIN innovations i ON i.id = a.innovation_id
    )
    SELECT found.total, named.* FROM found LEFT JOIN named ON true ORDER BY named.place`;
  return toPage(rows, size, page, (row) => {
    if (!row.assignmentId) return null;
    return {
      assignmentId: row.assignmentId,
      itemId: row.itemId,
      text: row.text,
      participant: row.participant,
      agency: row.agency,
      innovation: { code: row.innovationCode, name: row.innovationName },
    };
  });
}

interface RawFindings extends InnovationRef {
  strengths: number;
  obstacles: number;
  firstStrengths: InnovationFindings["firstStrengths"];
  firstObstacles: InnovationFindings["firstObstacles"];
}

/**
 * Strengths and obstacles of each innovation that is evaluated in the cohort: how many of each, and those
 * that stand first in their lists.
 */
export async function listInnovationFindings(
  reader: Reader,
  cohort: AuthorizedCohortId,
): Promise<InnovationFindings[]> {
  const rows = await reader.$queryRaw<RawFindings[]>`
    WITH strong AS (
      SELECT a.innovation_id, k.text, row_number() OVER (
        PARTITION BY a.innovation_id ORDER BY ${STRENGTH_ORDER}) AS place
      FROM ${STRENGTHS} WHERE ${strengthWhere(cohort, {})}
    ), weak AS (
      SELECT a.innovation_id, o.title, o.category, row_number() OVER (
        PARTITION BY a.innovation_id
        ORDER BY o.usg_total DESC NULLS LAST, e.roster_number, o.rank, a.id, o.item_id) AS place
      FROM ${OBSTACLES} WHERE ${obstacleWhere(cohort, {})}
    ), strengths_of AS (
      SELECT innovation_id, count(*)::int AS n,
        json_agg(text ORDER BY place) FILTER (WHERE place <= ${SAMPLE}) AS first
      FROM strong GROUP BY innovation_id
    ), obstacles_of AS (
      SELECT innovation_id, count(*)::int AS n,
        json_agg(json_build_object('title', title, 'category', category) ORDER BY place)
          FILTER (WHERE place <= ${SAMPLE}) AS first
      FROM weak GROUP BY innovation_id
    )
    SELECT i.id, i.code, i.name, coalesce(p.n, 0) AS strengths, coalesce(m.n, 0) AS obstacles,
      coalesce(p.first, '[]') AS "firstStrengths", coalesce(m.first, '[]') AS "firstObstacles"
    FROM innovations i
    LEFT JOIN strengths_of p ON p.innovation_id = i.id
    LEFT JOIN obstacles_of m ON m.innovation_id = i.id
    WHERE i.id IN (SELECT a.innovation_id FROM assignments a WHERE ${liveIn(cohort)})
    ORDER BY i.sort_order, i.code, i.id`;
  return rows.map(({ id, code, name, ...found }) => ({ innovation: { id, code, name }, ...found }));
}

/** The innovations that are evaluated in the cohort, to choose from. */
export function listEvaluated(
  reader: Reader,
  cohort: AuthorizedCohortId,
): Promise<InnovationRef[]> {
  return reader.$queryRaw<InnovationRef[]>`
    SELECT i.id, i.code, i.name FROM innovations i
    WHERE i.id IN (SELECT a.innovation_id FROM assignments a WHERE ${liveIn(cohort)})
    ORDER BY i.sort_order, i.code, i.id`;
}
