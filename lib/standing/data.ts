import "server-only";
import type { AuthorizedOffice } from "@/lib/center/policy";
import type { Reader } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import {
  type EvaluatedInnovation,
  RECENT_COHORTS,
  STANDING_PAGE,
  type StandingRow,
} from "@/lib/standing/model";

interface RawStanding extends StandingRow {
  total: number;
  page: number;
}

/** Live assignments of a cohort `c`, as `a`. Cancelled work, and that of who left, is not counted. */
const LIVE = Prisma.sql`
  assignments a JOIN enrolments e ON e.id = a.enrolment_id AND e.withdrawn_at IS NULL`;
/** Evaluations that stand of the assignments `a`, as `v`. */
const STANDING_EVALUATIONS = Prisma.sql`
  JOIN stages s ON s.assignment_id = a.id AND s.kind = 'EVALUATE'
    AND s.state IN ('SUBMITTED', 'RETURNED', 'APPROVED')
  JOIN evaluations v ON v.revision_id = s.latest_revision_id`;
const OF_COHORT = Prisma.sql`a.cohort_id = c.id AND a.cancelled_at IS NULL`;

/**
 * A page of a centre's cohorts, the latest first, each with how it came out. Only those of the page are
 * counted, so that a thousand cost no more than twenty. One statement.
 *
 * @param from the cohort to begin with: itself and those before it; one that is not there is left out
 * @param size cohorts on a page
 */
export async function listStandings(
  reader: Reader,
  { centerId }: AuthorizedOffice,
  { from, page }: { from?: string | undefined; page: number },
  size = STANDING_PAGE,
): Promise<{ rows: StandingRow[]; total: number; page: number; pages: number }> {
  const rows = await reader.$queryRaw<(RawStanding | { id: null; total: number; page: number })[]>`
    WITH origin AS (
      SELECT o.starts_on, o.id FROM cohorts o
      WHERE o.id = ${from ?? null}::uuid AND o.center_id = ${centerId}::uuid
    ),
    listed AS MATERIALIZED (
      SELECT c.id, row_number() OVER (ORDER BY c.starts_on DESC, c.id DESC) AS place
      FROM cohorts c
      WHERE c.center_id = ${centerId}::uuid AND c.state <> 'DRAFT' AND (
        NOT EXISTS (SELECT 1 FROM origin)
        OR (c.starts_on, c.id) <= (SELECT o.starts_on, o.id FROM origin o))
    ),
    found AS (
      SELECT count(*)::int AS total,
        least(${page}::int, greatest(1, ceil(count(*) / ${size}::numeric)))::int AS page
      FROM listed
    ),
    chosen AS MATERIALIZED (
      SELECT l.id, l.place FROM listed l, found
      WHERE l.place > (found.page - 1) * ${size}::int AND l.place <= found.page * ${size}::int
    )
    SELECT found.total, found.page, c.id, c.name, c.state::text AS state, c.starts_on::text AS "startsOn",
      p.participants, w.assignments, w.completed, w.median::float8 AS "medianDays",
      d.decisions, d.returns, s.evaluations, s.mean AS "meanScore"
    FROM found
    LEFT JOIN chosen ON true
    LEFT JOIN cohorts c ON c.id = chosen.id
    -- Each cohort by itself: joined as sets, those of all cohorts would be read.
    LEFT JOIN LATERAL (
      SELECT count(*)::int AS participants FROM enrolments e
      WHERE e.cohort_id = c.id AND e.role = 'PARTICIPANT' AND e.withdrawn_at IS NULL
    ) p ON true
    LEFT JOIN LATERAL (
      SELECT count(*)::int AS assignments,
        (count(*) FILTER (WHERE s.state = 'APPROVED'))::int AS completed,
        percentile_cont(0.5) WITHIN GROUP (
          ORDER BY extract(epoch FROM d.at - a.created_at) / 86400) AS median
      FROM ${LIVE}
      JOIN stages s ON s.assignment_id = a.id AND s.kind = 'PLAN'
      LEFT JOIN LATERAL (
        SELECT max(x.decided_at) AS at FROM review_decisions x
        WHERE x.stage_id = s.id AND x.kind = 'APPROVE' AND s.state = 'APPROVED'
      ) d ON true
      WHERE ${OF_COHORT}
    ) w ON true
    LEFT JOIN LATERAL (
      SELECT count(*)::int AS decisions,
        (count(*) FILTER (WHERE d.kind = 'RETURN'))::int AS returns
      FROM ${LIVE}
      JOIN stages s ON s.assignment_id = a.id
      JOIN review_decisions d ON d.stage_id = s.id AND d.kind IN ('APPROVE', 'RETURN')
      WHERE ${OF_COHORT}
    ) d ON true
    LEFT JOIN LATERAL (
      SELECT count(*)::int AS evaluations, avg(v.total)::float8 AS mean
      FROM ${LIVE} ${STANDING_EVALUATIONS}
      WHERE ${OF_COHORT}
    ) s ON true
    ORDER BY chosen.place`;
  const total = rows[0]?.total ?? 0;
  return {
    rows: rows.flatMap((row) => {
      if (row.id === null) return [];
      const { total: _, page: __, ...standing } = row;
      return [standing];
    }),
    total,
    page: rows[0]?.page ?? 1,
    pages: Math.max(1, Math.ceil(total / size)),
  };
}

/**
 * The innovations that the latest cohorts of a centre (`RECENT_COHORTS`) evaluated most, by the evaluations
 * that stand. One statement.
 */
export function listMostEvaluated(
  reader: Reader,
  { centerId }: AuthorizedOffice,
  limit: number,
): Promise<EvaluatedInnovation[]> {
  return reader.$queryRaw`
    WITH recent AS MATERIALIZED (
      SELECT c.id FROM cohorts c WHERE c.center_id = ${centerId}::uuid AND c.state <> 'DRAFT'
      ORDER BY c.starts_on DESC, c.id DESC LIMIT ${RECENT_COHORTS}
    ),
    counted AS MATERIALIZED (
      SELECT x.innovation_id, sum(x.evaluations)::int AS evaluations, count(*)::int AS cohorts,
        (sum(x.total) / sum(x.evaluations))::float8 AS mean
      FROM recent c CROSS JOIN LATERAL (
        SELECT a.innovation_id, count(*)::int AS evaluations, sum(v.total) AS total
        FROM ${LIVE} ${STANDING_EVALUATIONS}
        WHERE ${OF_COHORT}
        GROUP BY a.innovation_id
      ) x
      GROUP BY x.innovation_id
      ORDER BY sum(x.evaluations) DESC, x.innovation_id LIMIT ${limit}
    )
    SELECT i.id, i.code, i.name, h.name AS region, n.cohorts, n.evaluations, n.mean AS "meanScore"
    FROM counted n
    JOIN innovations i ON i.id = n.innovation_id
    JOIN host_regions h ON h.id = i.host_region_id
    ORDER BY n.evaluations DESC, i.id`;
}
