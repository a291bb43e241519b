import "server-only";
import type { StageKind } from "@/lib/assignment/model";
import type { AuthorizedCohortId } from "@/lib/cohort/policy";
import {
  DECIDER,
  decisionsIn,
  liveIn,
  MEDIAN_HOURS,
  pageOf,
  STANDING,
  toPage,
  WORK,
} from "@/lib/dashboard/data";
import type { Page } from "@/lib/dashboard/model";
import {
  type CriterionDot,
  type CriterionSpread,
  DECISION_PAGE,
  type DecisionRow,
  type RaterFigures,
  type RatingRow,
  type ValueCount,
  VOICE_PAGE,
  type VoiceRow,
} from "@/lib/fairness/model";
import { isOutlier } from "@/lib/fairness/scoring";
import type { Reader } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { criterionPercent } from "@/lib/rubric/scoring";

/** Reads of who judged how: one statement each, whatever the size of the cohort. */

const { sql } = Prisma;

/** What was decided in the whole cohort, by whomever. */
export async function summarizeDecisions(
  reader: Reader,
  cohort: AuthorizedCohortId,
): Promise<Pick<RaterFigures, "decided" | "returned" | "medianHours">> {
  const [row] = await reader.$queryRaw<
    Pick<RaterFigures, "decided" | "returned" | "medianHours">[]
  >`
    SELECT count(*)::int AS decided, (count(*) FILTER (WHERE d.kind = 'RETURN'))::int AS returned,
      ${MEDIAN_HOURS} AS "medianHours"
    FROM ${decisionsIn(cohort)}`;
  return row ?? { decided: 0, returned: 0, medianHours: null };
}

interface RawRatingRow extends Omit<RatingRow, "innovation"> {
  innovationCode: string;
  innovationName: string;
}

/**
 * The scores of participants' work that count: of raters who have finished, and where there are two of
 * them, only once both have. Before that a mean could tell one of them what the other gave.
 *
 * @param viewerId nobody is told what their own work was given
 */
export async function listRatings(
  reader: Reader,
  cohort: AuthorizedCohortId,
  viewerId: string,
): Promise<RatingRow[]> {
  const rows = await reader.$queryRaw<RawRatingRow[]>`
    WITH rated AS (
      SELECT a.id, a.enrolment_id, a.innovation_id, w.total AS first_total,
        coalesce(k.merged_into_id, k.id) AS first_person, x.rater_id, x.total AS second_total
      FROM assignments a
      JOIN stages p ON p.assignment_id = a.id AND p.kind = 'PLAN' AND p.state = 'APPROVED'
      JOIN work_assessments w ON w.assignment_id = a.id
        AND w.finalized_at IS NOT NULL AND w.total IS NOT NULL
      JOIN people k ON k.id = w.saved_by_id
      LEFT JOIN second_ratings x ON x.assignment_id = a.id
      WHERE ${liveIn(cohort)}
        AND (x.assignment_id IS NULL OR (x.finalized_at IS NOT NULL AND x.total IS NOT NULL))
    ), given AS (
      SELECT r.id, r.enrolment_id, r.innovation_id, 'PRIMARY' AS role, r.first_total AS total,
        f.id AS facilitator_id
      FROM rated r LEFT JOIN enrolments f ON f.cohort_id = ${cohort}::uuid
        AND f.person_id = r.first_person AND f.role = 'FACILITATOR'
      UNION ALL
      SELECT r.id, r.enrolment_id, r.innovation_id, 'SECOND', r.second_total, r.rater_id
      FROM rated r WHERE r.rater_id IS NOT NULL
    )
    SELECT g.facilitator_id AS "facilitatorId", g.id AS "assignmentId", g.role,
      g.total::float8 AS total, e.full_name AS participant,
      i.code AS "innovationCode", i.name AS "innovationName"
    FROM given g
    JOIN enrolments e ON e.id = g.enrolment_id AND e.person_id <> ${viewerId}::uuid
    JOIN innovations i ON i.id = g.innovation_id
    ORDER BY e.roster_number, i.sort_order, i.code, g.id, g.role`;
  return rows.map(({ innovationCode, innovationName, ...row }) => ({
    ...row,
    innovation: { code: innovationCode, name: innovationName },
  }));
}

interface RawDecisionRow extends Omit<DecisionRow, "innovation" | "submittedAt" | "decidedAt"> {
  total: number;
  stage: StageKind;
  submittedAt: Date;
  decidedAt: Date;
  innovationCode: string;
  innovationName: string;
}

/** A page of what one facilitator decided, what took longest first. */
export async function listDecisions(
  reader: Reader,
  cohort: AuthorizedCohortId,
  facilitatorId: string,
  page: number,
): Promise<Page<DecisionRow>> {
  const rows = await reader.$queryRaw<RawDecisionRow[]>`
    WITH placed AS MATERIALIZED (
      SELECT d.id, row_number() OVER (ORDER BY d.decided_at - r.submitted_at DESC, d.id) AS place
      FROM ${decisionsIn(cohort)}
      WHERE ${DECIDER} = (
        SELECT f.person_id FROM enrolments f
        WHERE f.id = ${facilitatorId}::uuid AND f.cohort_id = ${cohort}::uuid AND f.role = 'FACILITATOR')
    ),
    found AS (SELECT count(*)::int AS total FROM placed),
    named AS (
      SELECT placed.place, d.id, a.id AS "assignmentId", r.kind AS stage, d.kind,
        e.full_name AS participant, i.code AS "innovationCode", i.name AS "innovationName",
        r.submitted_at AS "submittedAt", d.decided_at AS "decidedAt",
        (extract(epoch FROM d.decided_at - r.submitted_at) / 3600)::float8 AS hours
      FROM found JOIN placed ON ${pageOf(sql`placed.place`, page, DECISION_PAGE)}
      JOIN review_decisions d ON d.id = placed.id
      JOIN revisions r ON r.id = d.revision_id
      JOIN assignments a ON a.id = r.assignment_id
      JOIN enrolments e ON e.id = a.enrolment_id
      JOIN innovations i ON i.id = a.innovation_id
    )
    SELECT found.total, named.* FROM found LEFT JOIN named ON true ORDER BY named.place`;
  return toPage(rows, DECISION_PAGE, page, (row) => {
    if (!row.id) return null;
    const { total: _, innovationCode, innovationName, submittedAt, decidedAt, ...rest } = row;
    return {
      id: rest.id,
      assignmentId: rest.assignmentId,
      stage: rest.stage,
      kind: rest.kind,
      participant: rest.participant,
      hours: rest.hours,
      innovation: { code: innovationCode, name: innovationName },
      submittedAt: submittedAt.toISOString(),
      decidedAt: decidedAt.toISOString(),
    };
  });
}

/** The values `v` on criterion `c` in evaluations that stand. */
const VALUES = sql`${WORK} JOIN criterion_scores v ON v.revision_id = s.latest_revision_id`;

function valuesIn(cohort: AuthorizedCohortId): Prisma.Sql {
  return sql`${liveIn(cohort)} AND s.kind = 'EVALUATE' AND ${STANDING}`;
}

interface RawValueCount {
  innovationId: string;
  code: string;
  name: string;
  criterionId: string;
  labelId: string;
  labelEn: string;
  reverse: boolean;
  rubricId: string;
  number: number;
  min: number;
  max: number;
  value: number;
  count: number;
}

/** How often each value was given on each criterion of each innovation, in the order of both. */
export async function countValues(
  reader: Reader,
  cohort: AuthorizedCohortId,
): Promise<ValueCount[]> {
  const rows = await reader.$queryRaw<RawValueCount[]>`
    SELECT n."innovationId", i.code, i.name, c.id AS "criterionId",
      c.label_id AS "labelId", coalesce(nullif(c.label_en, ''), c.label_id) AS "labelEn", c.reverse,
      b.id AS "rubricId", b.number, b.scale_min AS min, b.scale_max AS max, n.value, n.count
    FROM (
      SELECT a.innovation_id AS "innovationId", v.criterion_id, v.value, count(*)::int AS count
      FROM ${VALUES} WHERE ${valuesIn(cohort)}
      GROUP BY a.innovation_id, v.criterion_id, v.value
    ) n
    JOIN innovations i ON i.id = n."innovationId"
    JOIN criteria c ON c.id = n.criterion_id
    JOIN rubric_versions b ON b.id = c.rubric_version_id
    ORDER BY i.sort_order, i.code, i.id, b.number, b.id, c.sort_order, c.id, n.value`;
  return rows.map((row) => ({
    innovation: { id: row.innovationId, code: row.code, name: row.name },
    criterion: {
      id: row.criterionId,
      label: { id: row.labelId, en: row.labelEn },
      reverse: row.reverse,
    },
    rubric: { id: row.rubricId, number: row.number, min: row.min, max: row.max },
    value: row.value,
    count: row.count,
  }));
}

/** Every value given to one innovation, as the roster has its participants; none to null. */
export function listCriterionDots(
  reader: Reader,
  cohort: AuthorizedCohortId,
  innovationId: string | null,
): Promise<CriterionDot[]> {
  return reader.$queryRaw<CriterionDot[]>`
    SELECT v.criterion_id AS "criterionId", a.id AS "assignmentId", e.full_name AS participant, v.value
    FROM ${VALUES}
    WHERE ${valuesIn(cohort)} AND a.innovation_id = ${innovationId}::uuid
    ORDER BY e.roster_number, a.id, v.criterion_id`;
}

/** The items of a list in a document, none where there is no such list. */
function itemsOf(list: "scores" | "evidence"): Prisma.Sql {
  const items = sql`r.content -> ${list}`;
  return sql`jsonb_array_elements(CASE jsonb_typeof(${items}) WHEN 'array' THEN ${items} ELSE '[]' END)`;
}

/**
 * A page of the participants who evaluated one innovation by one criterion, the furthest from the mean
 * first, each with the note and the captions of the evidence. Only the documents of the page are opened.
 */
export async function listVoices(
  reader: Reader,
  cohort: AuthorizedCohortId,
  asked: {
    innovationId: string;
    spread: CriterionSpread;
    scale: { min: number; max: number };
    reverse: boolean;
    page: number;
  },
): Promise<Page<VoiceRow>> {
  const { innovationId, spread, scale, reverse, page } = asked;
  const rows = await reader.$queryRaw<(Omit<VoiceRow, "outlier"> & { total: number })[]>`
    WITH given AS (
      SELECT a.id, a.enrolment_id, s.latest_revision_id, v.value, e.roster_number,
        abs(v.value - avg(v.value) OVER ()) AS distance
      FROM ${VALUES}
      WHERE ${valuesIn(cohort)} AND a.innovation_id = ${innovationId}::uuid
        AND v.criterion_id = ${spread.id}::uuid
    ),
    placed AS MATERIALIZED (
      SELECT given.*, row_number() OVER (ORDER BY distance DESC, value, roster_number, id) AS place
      FROM given
    ),
    found AS (SELECT count(*)::int AS total FROM placed),
    named AS (
      SELECT placed.place, placed.id AS "assignmentId", e.full_name AS participant,
        ag.short_name AS agency, placed.value,
        coalesce((SELECT x.item ->> 'note' FROM ${itemsOf("scores")} x(item)
          WHERE x.item ->> 'criterionId' = ${spread.id} LIMIT 1), '') AS note,
        coalesce((SELECT json_agg(x.item ->> 'caption') FROM ${itemsOf("evidence")} x(item)
          WHERE x.item ->> 'criterionId' = ${spread.id} AND x.item ->> 'caption' <> ''), '[]') AS evidence
      FROM found JOIN placed ON ${pageOf(sql`placed.place`, page, VOICE_PAGE)}
      JOIN enrolments e ON e.id = placed.enrolment_id
      JOIN agencies ag ON ag.id = e.agency_id
      JOIN revisions r ON r.id = placed.latest_revision_id
    )
    SELECT found.total, named.* FROM found LEFT JOIN named ON true ORDER BY named.place`;
  return toPage(rows, VOICE_PAGE, page, (row) => {
    if (!row.assignmentId) return null;
    return {
      assignmentId: row.assignmentId,
      participant: row.participant,
      agency: row.agency,
      value: row.value,
      outlier: isOutlier(criterionPercent(scale, { reverse }, row.value), spread),
      note: row.note,
      evidence: row.evidence,
    };
  });
}
