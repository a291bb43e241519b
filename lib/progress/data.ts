import "server-only";
import type { StageKind } from "@/lib/assignment/model";
import type { AuthorizedCohortId } from "@/lib/cohort/policy";
import type { Reader } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import type { LongestSpan, Phase, PhaseTime, ProgressDay } from "@/lib/progress/model";

/** The stages of a cohort that count: cancelled work, and that of who left, are not counted. */
function liveStages(cohort: AuthorizedCohortId): Prisma.Sql {
  return Prisma.sql`
    SELECT s.id, s.kind, s.state, s.due_at, a.id AS assignment_id, a.created_at, a.gate_policy,
      c.time_zone, lag(s.id) OVER (PARTITION BY a.id ORDER BY s.kind) AS before_id
    FROM cohorts c
    JOIN assignments a ON a.cohort_id = c.id AND a.cancelled_at IS NULL
    JOIN enrolments e ON e.id = a.enrolment_id AND e.withdrawn_at IS NULL
    JOIN stages s ON s.assignment_id = a.id
    WHERE c.id = ${cohort}::uuid`;
}

/**
 * On which day of the cohort's calendar how many stages were due, sent for the first time, and approved.
 * Counted are stages as they stand now, so that the sums are the figures of the dashboard. One statement.
 */
export function listProgressDays(
  reader: Reader,
  cohort: AuthorizedCohortId,
): Promise<ProgressDay[]> {
  return reader.$queryRaw`
    WITH live AS MATERIALIZED (${liveStages(cohort)}),
    happened AS (
      SELECT kind, due_at AS at, time_zone, 1 AS due, 0 AS sent, 0 AS approved FROM live
      UNION ALL
      SELECT l.kind, min(r.submitted_at), l.time_zone, 0, 1, 0
      FROM live l JOIN revisions r ON r.stage_id = l.id
      WHERE l.state IN ('SUBMITTED', 'RETURNED', 'APPROVED') GROUP BY l.id, l.kind, l.time_zone
      UNION ALL
      SELECT l.kind, max(d.decided_at), l.time_zone, 0, 0, 1
      FROM live l JOIN review_decisions d ON d.stage_id = l.id AND d.kind = 'APPROVE'
      WHERE l.state = 'APPROVED' GROUP BY l.id, l.kind, l.time_zone
    )
    SELECT kind::text AS stage, (at AT TIME ZONE time_zone)::date::text AS day,
      sum(due)::int AS due, sum(sent)::int AS sent, sum(approved)::int AS approved
    FROM happened GROUP BY kind, 2 ORDER BY kind, 2`;
}

interface RawPhaseTime {
  stage: StageKind;
  phase: Phase;
  ended: number;
  median: number | null;
  longestId: string | null;
  longestName: string | null;
  longestHours: number | null;
  ongoing: number;
  oldestId: string | null;
  oldestName: string | null;
  oldestHours: number | null;
}

/**
 * How long stages spend in which hands: read from when they opened, what was sent, and what was decided. A
 * submission that was withdrawn waited for nobody. One statement.
 */
export async function listPhaseTimes(
  reader: Reader,
  cohort: AuthorizedCohortId,
  now: Date,
): Promise<PhaseTime[]> {
  const rows = await reader.$queryRaw<RawPhaseTime[]>`
    WITH live AS MATERIALIZED (${liveStages(cohort)}),
    events AS (
      SELECT l.id, 'OPENED' AS what, 0 AS rank, CASE
        WHEN l.before_id IS NULL THEN l.created_at
        WHEN l.gate_policy = 'ON_SUBMISSION' THEN
          (SELECT min(r.submitted_at) FROM revisions r WHERE r.stage_id = l.before_id)
        ELSE (SELECT min(d.decided_at) FROM review_decisions d
              WHERE d.stage_id = l.before_id AND d.kind = 'APPROVE')
      END AS at FROM live l
      UNION ALL
      SELECT l.id, 'SENT', 1, r.submitted_at FROM live l JOIN revisions r ON r.stage_id = l.id
      UNION ALL
      SELECT l.id, d.kind::text, CASE d.kind WHEN 'REOPEN' THEN 3 ELSE 2 END, d.decided_at
      FROM live l JOIN review_decisions d ON d.stage_id = l.id
    ),
    steps AS (
      SELECT id, what, at, lead(what) OVER own AS next, lead(at) OVER own AS until
      FROM events WHERE at IS NOT NULL
      WINDOW own AS (PARTITION BY id ORDER BY at, rank)
    ),
    spans AS (
      SELECT l.kind, l.assignment_id, x.until IS NULL AS ongoing,
        (extract(epoch FROM coalesce(x.until, ${now.toISOString()}::timestamptz) - x.at) / 3600)::float8 AS hours,
        CASE
          WHEN x.what = 'OPENED' AND coalesce(x.next = 'SENT', l.state = 'OPEN') THEN 'WRITING'
          WHEN x.what = 'SENT' AND coalesce(x.next IN ('APPROVE', 'RETURN'), l.state = 'SUBMITTED')
            THEN 'WAITING'
          WHEN x.what IN ('RETURN', 'REOPEN') AND coalesce(x.next = 'SENT', l.state = 'RETURNED')
            THEN 'REVISING'
        END AS phase
      FROM steps x JOIN live l ON l.id = x.id
    ),
    times AS (
      SELECT kind, phase, count(*) FILTER (WHERE NOT ongoing)::int AS ended,
        percentile_cont(0.5) WITHIN GROUP (ORDER BY hours) FILTER (WHERE NOT ongoing) AS median,
        max(hours) FILTER (WHERE NOT ongoing) AS longest_hours,
        (array_agg(assignment_id ORDER BY hours DESC, assignment_id) FILTER (WHERE NOT ongoing))[1] AS longest_id,
        count(*) FILTER (WHERE ongoing)::int AS ongoing, max(hours) FILTER (WHERE ongoing) AS oldest_hours,
        (array_agg(assignment_id ORDER BY hours DESC, assignment_id) FILTER (WHERE ongoing))[1] AS oldest_id
      FROM spans WHERE phase IS NOT NULL GROUP BY kind, phase
    )
    SELECT t.kind::text AS stage, t.phase, t.ended, t.median, t.ongoing,
      t.longest_id AS "longestId", le.full_name AS "longestName", t.longest_hours AS "longestHours",
      t.oldest_id AS "oldestId", oe.full_name AS "oldestName", t.oldest_hours AS "oldestHours"
    FROM times t
    LEFT JOIN assignments la ON la.id = t.longest_id
    LEFT JOIN enrolments le ON le.id = la.enrolment_id
    LEFT JOIN assignments oa ON oa.id = t.oldest_id
    LEFT JOIN enrolments oe ON oe.id = oa.enrolment_id
    ORDER BY t.kind, CASE t.phase WHEN 'WRITING' THEN 0 WHEN 'WAITING' THEN 1 ELSE 2 END`;
  return rows.map((row) => ({
    stage: row.stage,
    phase: row.phase,
    ended: row.ended,
    median: row.median,
    longest: spanOf(row.longestId, row.longestName, row.longestHours),
    ongoing: row.ongoing,
    oldest: spanOf(row.oldestId, row.oldestName, row.oldestHours),
  }));
}

function spanOf(
  assignmentId: string | null,
  participant: string | null,
  hours: number | null,
): LongestSpan | null {
  if (assignmentId === null || participant === null || hours === null) return null;
  return { assignmentId, participant, hours };
}
