import "server-only";
import type { StageKind } from "@/lib/assignment/model";
import type { AuthorizedCohortId } from "@/lib/cohort/policy";
import { gradeBandsSchema } from "@/lib/cohort/schema";
import { workRefusal } from "@/lib/cohort/workflow";
import { arrivedSelect } from "@/lib/file/data";
import {
  GRADES_PAGE,
  type GradeRow,
  type GradesPage,
  type RatingCell,
  type ReleaseDto,
  type ReleasedGrade,
  type SecondRatingDto,
  type SecondRatingRow,
  type SheetWork,
} from "@/lib/grading/model";
import type { RaterScope } from "@/lib/grading/policy";
import { type Grade, gradeOf, isReleased } from "@/lib/grading/scoring";
import type { Reader } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { findContents, readDocument } from "@/lib/review/data";
import { workScoresSchema } from "@/lib/review/schema";
import { findRubric } from "@/lib/rubric/data";
import type { GradeBand } from "@/lib/rubric/model";

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

function toGrade(row: RawRatings, limit: number, bands: readonly GradeBand[]): Grade {
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

/** What a cohort's grades are made by, and when they are released. One statement. */
export async function findGradingRules(
  reader: Reader,
  cohort: AuthorizedCohortId,
  now: Date,
): Promise<{ bands: GradeBand[]; limit: number; release: ReleaseDto }> {
  const { gradeBands, spreadThreshold, gradeRelease } = await reader.cohort.findUniqueOrThrow({
    where: { id: cohort },
    select: {
      gradeBands: true,
      spreadThreshold: true,
      gradeRelease: { select: { version: true, releasesAt: true } },
    },
  });
  const releasesAt = gradeRelease?.releasesAt ?? null;
  return {
    bands: gradeBandsSchema.parse(gradeBands),
    limit: spreadThreshold,
    release: {
      version: gradeRelease?.version ?? 0,
      releasesAt: releasesAt?.toISOString() ?? null,
      released: isReleased(releasesAt, now),
    },
  };
}

interface RawGradeRow extends RawRatings {
  assignmentId: string;
  participant: string;
  personId: string;
  agency: string;
  group: string | null;
  innovationCode: string;
  innovationName: string;
  facilitator: string | null;
  evidence: number;
  raterId: string | null;
  rater: string | null;
  reason: string | null;
  decider: string | null;
}

/**
 * All of a cohort's grades, as the roster has its participants. One statement.
 *
 * @param viewerId nobody is shown what was given to their own work here
 */
export async function findGrades(
  reader: Reader,
  cohort: AuthorizedCohortId,
  rules: { bands: readonly GradeBand[]; limit: number },
  viewerId: string,
): Promise<GradeRow[]> {
  const raw = await reader.$queryRaw<RawGradeRow[]>`
    SELECT a.id AS "assignmentId", e.full_name AS participant, e.person_id AS "personId",
      y.short_name AS agency, o.name AS "group", i.code AS "innovationCode",
      i.name AS "innovationName", f.full_name AS facilitator, coalesce(n.evidence, 0) AS evidence,
      s.rater_id AS "raterId", r.full_name AS rater, m.reason, m.decider_name AS decider,
      ${RATING_COLUMNS}
    FROM assignments a
    JOIN enrolments e ON e.id = a.enrolment_id AND e.withdrawn_at IS NULL
    JOIN agencies y ON y.id = e.agency_id
    JOIN innovations i ON i.id = a.innovation_id
    LEFT JOIN groups o ON o.id = e.group_id
    LEFT JOIN enrolments f ON f.id = e.facilitator_id
    ${RATINGS}
    LEFT JOIN enrolments r ON r.id = s.rater_id
    LEFT JOIN (
      SELECT v.assignment_id, count(*)::int AS evidence
      FROM evidence x JOIN stages v ON v.latest_revision_id = x.revision_id
      JOIN assignments w ON w.id = v.assignment_id
      WHERE w.cohort_id = ${cohort}::uuid AND v.kind = 'EVALUATE'
      GROUP BY v.assignment_id
    ) n ON n.assignment_id = a.id
    WHERE a.cohort_id = ${cohort}::uuid AND a.cancelled_at IS NULL
    ORDER BY e.roster_number, i.sort_order, i.code, a.id`;
  return raw.map((row) => toGradeRow(row, rules, viewerId));
}

/**
 * A page of a cohort's grades. All of them are read, because what is counted follows from the scores; one
 * statement, and a page of it leaves.
 */
export async function listGrades(
  reader: Reader,
  cohort: AuthorizedCohortId,
  rules: { bands: readonly GradeBand[]; limit: number },
  asked: { page: number; viewerId: string },
): Promise<GradesPage> {
  const rows = await findGrades(reader, cohort, rules, asked.viewerId);
  const pages = Math.max(1, Math.ceil(rows.length / GRADES_PAGE));
  const page = Math.min(asked.page, pages);
  const count = (state: Grade["state"]) => rows.filter(({ grade }) => grade.state === state).length;
  return {
    rows: rows.slice((page - 1) * GRADES_PAGE, page * GRADES_PAGE),
    total: rows.length,
    page,
    pages,
    counts: { OPEN: count("OPEN"), DISCUSS: count("DISCUSS"), SETTLED: count("SETTLED") },
  };
}

const UNTOLD: Omit<Grade, "state"> = {
  mean: null,
  spread: null,
  moderated: false,
  score: null,
  band: null,
};

function toGradeRow(
  row: RawGradeRow,
  rules: { bands: readonly GradeBand[]; limit: number },
  viewerId: string,
): GradeRow {
  const isOwn = row.personId === viewerId;
  const grade = toGrade(row, rules.limit, rules.bands);
  const hasSecond = row.raterId !== null && row.rater !== null;
  // Of two raters nothing is told before both have finished: either of them may hear of this table.
  const told = !isOwn && (!hasSecond || (row.primaryFinal && row.secondFinal));
  const cell = (version: number | null, total: number | null, final: boolean): RatingCell => ({
    state: final ? "FINAL" : version ? "DRAFT" : "NONE",
    total: told ? total : null,
    version: version ?? 0,
  });
  return {
    assignmentId: row.assignmentId,
    participant: row.participant,
    agency: row.agency,
    group: row.group,
    innovation: { code: row.innovationCode, name: row.innovationName },
    facilitator: row.facilitator,
    evidence: row.evidence,
    isOwn,
    primary: cell(row.primaryVersion, row.primaryTotal, row.primaryFinal),
    second:
      row.raterId !== null && row.rater !== null
        ? {
            ...cell(row.secondVersion, row.secondTotal, row.secondFinal),
            raterId: row.raterId,
            rater: row.rater,
          }
        : null,
    grade: isOwn ? { ...UNTOLD, state: grade.state } : grade,
    moderation:
      grade.moderated && !isOwn && row.reason !== null && row.decider !== null
        ? { reason: row.reason, by: row.decider }
        : null,
  };
}

/** Facilitators of a cohort who can be second raters: nobody of the centre's staff. One statement. */
export function listRaters(
  reader: Reader,
  cohort: AuthorizedCohortId,
): Promise<{ id: string; name: string }[]> {
  return reader.$queryRaw<{ id: string; name: string }[]>`
    SELECT e.id, e.full_name AS name
    FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id
    WHERE e.cohort_id = ${cohort}::uuid AND e.role = 'FACILITATOR' AND e.withdrawn_at IS NULL
      AND e.accepted_at IS NOT NULL
      AND EXISTS (SELECT 1 FROM people p WHERE p.id = e.person_id AND p.status = 'ACTIVE')
      AND NOT EXISTS (
        SELECT 1 FROM access_suspensions x
        WHERE x.center_id = c.center_id AND x.person_id = e.person_id
      )
      AND NOT EXISTS (
        SELECT 1 FROM staff_memberships m
        WHERE m.center_id = c.center_id AND m.person_id = e.person_id AND m.accepted_at IS NOT NULL
      )
    ORDER BY e.roster_number`;
}

// The second rater ---------------------------------------------------------------------------------

/** Whose work an actor rates a second time, in cohorts that are not put away. */
function ratedBy(scope: RaterScope) {
  return {
    raterId: { in: scope.raterIds },
    assignment: {
      cancelledAt: null,
      enrolment: { withdrawnAt: null, personId: { not: scope.personId } },
      cohort: { state: { not: "ARCHIVED" }, centerId: { notIn: scope.seesCenterIds } },
    },
  } satisfies Prisma.SecondRatingWhereInput;
}

/** Works that wait for the second rater to finish. */
export function countSecondRatings(reader: Reader, scope: RaterScope): Promise<number> {
  return reader.secondRating.count({ where: { ...ratedBy(scope), finalizedAt: null } });
}

/** The works of a second rater, those to be done first. One statement. */
export async function listSecondRatings(
  reader: Reader,
  scope: RaterScope,
): Promise<SecondRatingRow[]> {
  const rows = await reader.secondRating.findMany({
    where: ratedBy(scope),
    orderBy: [
      { finalizedAt: { sort: "desc", nulls: "first" } },
      { assignment: { enrolment: { rosterNumber: "asc" } } },
      { assignmentId: "asc" },
    ],
    take: 600,
    select: {
      assignmentId: true,
      version: true,
      total: true,
      finalizedAt: true,
      assignment: {
        select: {
          cohort: { select: { name: true } },
          innovation: { select: { code: true, name: true } },
          enrolment: { select: { fullName: true } },
        },
      },
    },
  });
  return rows.map(({ assignmentId, version, total, finalizedAt, assignment }) => ({
    assignmentId,
    participant: assignment.enrolment.fullName,
    cohort: assignment.cohort.name,
    innovation: assignment.innovation,
    state: finalizedAt ? "FINAL" : version > 0 ? "DRAFT" : "NONE",
    total: total?.toNumber() ?? null,
  }));
}

/**
 * A work as its second rater reads it, or null when it is not theirs. No statement here reads
 * `work_assessments`: what the first rater gave cannot slip through.
 */
export async function findSecondRating(
  reader: Reader,
  scope: RaterScope,
  assignmentId: string,
  asked: { stage: StageKind | null; now: Date },
): Promise<SecondRatingDto | null> {
  const rating = await reader.secondRating.findFirst({
    where: { ...ratedBy(scope), assignmentId },
    select: {
      raterId: true,
      scores: true,
      total: true,
      version: true,
      finalizedAt: true,
      assignment: {
        select: {
          id: true,
          evaluationRubricId: true,
          transferRubricId: true,
          workRubricId: true,
          evidenceFiles: arrivedSelect,
          cohort: { select: { name: true, gradeBands: true, state: true } },
          innovation: { select: { code: true, name: true } },
          enrolment: { select: { fullName: true, facilitatorId: true } },
          stages: {
            orderBy: { kind: "asc" },
            select: {
              kind: true,
              state: true,
              latestRevision: { select: { id: true, kind: true, upstreamRevisionId: true } },
            },
          },
        },
      },
    },
  });
  // Who has taken the participant over reads the first rater's scores on the desk.
  if (!rating || rating.raterId === rating.assignment.enrolment.facilitatorId) return null;
  const { assignment } = rating;
  const handedIn = assignment.stages.flatMap(({ latestRevision }) => latestRevision ?? []);
  const shown = handedIn.find(({ kind }) => kind === asked.stage) ?? handedIn[0];
  const contents = await findContents(reader, shown ? [shown.id, shown.upstreamRevisionId] : []);
  const rubric = await findRubric(reader, assignment.workRubricId);
  const given = new Map(
    workScoresSchema.parse(rating.scores).map((score) => [score.criterionId, score]),
  );
  const plan = assignment.stages.find(({ kind }) => kind === "PLAN");
  return {
    assignmentId,
    participant: assignment.enrolment.fullName,
    innovation: assignment.innovation,
    cohortName: assignment.cohort.name,
    bands: gradeBandsSchema.parse(assignment.cohort.gradeBands),
    stages: handedIn.map(({ kind }) => kind),
    reading: shown ? await readDocument(reader, assignment, shown, contents, asked.now) : null,
    rubric,
    version: rating.version,
    scores: rubric.criteria.map(
      ({ id }) => given.get(id) ?? { criterionId: id, value: null, note: "" },
    ),
    total: rating.total?.toNumber() ?? null,
    final: rating.finalizedAt !== null,
    whole: plan?.state === "SUBMITTED" || plan?.state === "APPROVED",
    closed: workRefusal(assignment.cohort.state) !== null,
  };
}

// The grade sheet ----------------------------------------------------------------------------------

interface RawSheetWork {
  assignmentId: string;
  role: "PRIMARY" | "SECOND";
  participant: string;
  agency: string;
  innovationCode: string;
  innovationName: string;
  rubricId: string;
  version: number;
  locked: boolean;
  scores: unknown;
}

/**
 * The works of a cohort that an actor scores, as first or as second rater, each with the own scores alone.
 * Rubrics beside, one statement.
 */
export async function listSheetWorks(
  reader: Reader,
  scope: RaterScope,
  cohortId: string,
  now: Date,
): Promise<SheetWork[]> {
  const rows = await reader.$queryRaw<RawSheetWork[]>`
    SELECT own.*, e.full_name AS participant, y.short_name AS agency,
      i.code AS "innovationCode", i.name AS "innovationName", a.work_rubric_id AS "rubricId"
    FROM (
      SELECT a.id AS "assignmentId", 'PRIMARY' AS role, coalesce(w.version, 0) AS version,
        p.state = 'APPROVED' OR (w.finalized_at IS NOT NULL AND (
          EXISTS (SELECT 1 FROM second_ratings o
                  WHERE o.assignment_id = a.id AND o.finalized_at IS NOT NULL)
          OR EXISTS (SELECT 1 FROM grade_releases g
                     WHERE g.cohort_id = a.cohort_id AND g.releases_at <= ${now})
        )) AS locked, coalesce(w.scores, '[]') AS scores
      FROM assignments a JOIN enrolments e ON e.id = a.enrolment_id
      JOIN stages p ON p.assignment_id = a.id AND p.kind = 'PLAN'
      LEFT JOIN work_assessments w ON w.assignment_id = a.id
      WHERE e.facilitator_id = ANY(${scope.raterIds}::uuid[])
      UNION ALL
      SELECT s.assignment_id, 'SECOND', s.version, s.finalized_at IS NOT NULL, s.scores
      FROM second_ratings s
      JOIN assignments a ON a.id = s.assignment_id
      JOIN enrolments e ON e.id = a.enrolment_id
      JOIN cohorts c ON c.id = a.cohort_id
      WHERE s.rater_id = ANY(${scope.raterIds}::uuid[])
        AND e.facilitator_id IS DISTINCT FROM s.rater_id
        AND c.center_id <> ALL(${scope.seesCenterIds}::uuid[])
    ) own
    JOIN assignments a ON a.id = own."assignmentId"
    JOIN enrolments e ON e.id = a.enrolment_id
    JOIN agencies y ON y.id = e.agency_id
    JOIN innovations i ON i.id = a.innovation_id
    WHERE a.cohort_id = ${cohortId}::uuid AND a.cancelled_at IS NULL AND e.withdrawn_at IS NULL
      AND e.person_id <> ${scope.personId}::uuid
    ORDER BY own.role, e.roster_number, i.sort_order, i.code, a.id`;
  const rubrics = new Map<string, SheetWork["criteria"]>();
  for (const { rubricId } of rows) {
    if (rubrics.has(rubricId)) continue;
    const { criteria } = await findRubric(reader, rubricId);
    rubrics.set(
      rubricId,
      criteria.map(({ id, code, label, weight }) => ({ id, code, label, weight })),
    );
  }
  return rows.map((row) => ({
    assignmentId: row.assignmentId,
    role: row.role,
    participant: row.participant,
    agency: row.agency,
    innovation: { code: row.innovationCode, name: row.innovationName },
    version: row.version,
    locked: row.locked,
    criteria: rubrics.get(row.rubricId) ?? [],
    scores: workScoresSchema.parse(row.scores),
  }));
}

/** The cohorts in which an actor is a facilitator, the latest first. One statement. */
export function listMarkedCohorts(
  reader: Reader,
  { raterIds }: RaterScope,
): Promise<{ id: string; name: string }[]> {
  return reader.cohort.findMany({
    where: { state: { not: "ARCHIVED" }, enrolments: { some: { id: { in: raterIds } } } },
    orderBy: [{ startsOn: "desc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}
