import "server-only";
import { gradeBandsSchema } from "@/lib/cohort/schema";
import type { ReleasedGrade } from "@/lib/grading/model";
import { type Grade, gradeOf } from "@/lib/grading/scoring";
import type { Reader } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";

const { sql } = Prisma;

/** Columns from which a grade is made. */
interface RawRatings {
  primaryVersion: number | null;
  primaryTotal: number | null;
  primaryFinal: boolean;
  secondVersion: number | null;
  secondTotal: number | null;
  secondFinal: boolean;
  moderatedScore: number | null;
  moderatedPrimary: number | null;
  moderatedSecond: number | null;
}

/**
 * Of a work `a`: the first rater's scores `w`, which are final while the plan `p` is approved, the second
 * rater's `s`, and what was agreed on last, `m`.
 */
const RATINGS = sql`
  JOIN stages p ON p.assignment_id = a.id AND p.kind = 'PLAN'
  LEFT JOIN work_assessments w ON w.assignment_id = a.id
  LEFT JOIN second_ratings s ON s.assignment_id = a.id
  LEFT JOIN LATERAL (
    SELECT g.score, g.primary_version, g.second_version, g.reason, g.decider_name, g.decided_at
    FROM grade_moderations g WHERE g.assignment_id = a.id
    ORDER BY g.decided_at DESC, g.id DESC LIMIT 1
  ) m ON true`;

const RATING_COLUMNS = sql`
  w.version AS "primaryVersion", w.total::float8 AS "primaryTotal",
  coalesce(w.finalized_at IS NOT NULL AND p.state = 'APPROVED', false) AS "primaryFinal",
  s.version AS "secondVersion", s.total::float8 AS "secondTotal",
  s.finalized_at IS NOT NULL AS "secondFinal",
  m.score::float8 AS "moderatedScore", m.primary_version AS "moderatedPrimary",
  m.second_version AS "moderatedSecond"`;

function toGrade(row: RawRatings, limit: number, bands: Parameters<typeof gradeOf>[4]): Grade {
  const { moderatedScore, moderatedPrimary, moderatedSecond } = row;
  return gradeOf(
    { total: row.primaryTotal, final: row.primaryFinal, version: row.primaryVersion ?? 0 },
    row.secondVersion === null
      ? null
      : { total: row.secondTotal, final: row.secondFinal, version: row.secondVersion },
    moderatedScore === null || moderatedPrimary === null || moderatedSecond === null
      ? null
      : {
          score: moderatedScore,
          primaryVersion: moderatedPrimary,
          secondVersion: moderatedSecond,
        },
    limit,
    bands,
  );
}

/**
 * The settled grades of people's own works, in cohorts that have released theirs. Before the release
 * nothing of them leaves the database. One statement.
 *
 * @param personIds the person who asks, with the doubles that were merged into them
 */
export async function listReleasedGrades(
  reader: Reader,
  personIds: readonly string[],
  now: Date,
): Promise<ReleasedGrade[]> {
  const rows = await reader.$queryRaw<
    (RawRatings & { assignmentId: string; releasesAt: Date; limit: number; bands: unknown })[]
  >`
    SELECT a.id AS "assignmentId", r.releases_at AS "releasesAt", c.spread_threshold AS limit,
      c.grade_bands AS bands, ${RATING_COLUMNS}
    FROM enrolments e
    JOIN assignments a ON a.enrolment_id = e.id AND a.cancelled_at IS NULL
    JOIN cohorts c ON c.id = a.cohort_id
    JOIN grade_releases r ON r.cohort_id = c.id AND r.releases_at <= ${now}
    ${RATINGS}
    WHERE e.person_id = ANY(${personIds}::uuid[]) AND e.role = 'PARTICIPANT'`;
  return rows.flatMap((row) => {
    const { score, band } = toGrade(row, row.limit, gradeBandsSchema.parse(row.bands));
    if (score === null) return [];
    const { assignmentId, releasesAt } = row;
    return { assignmentId, score, band, releasedAt: releasesAt.toISOString() };
  });
}
