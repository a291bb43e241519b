import "server-only";
import type { StageKind, StageState } from "@/lib/assignment/model";
import type { AuthorizedCohortId } from "@/lib/cohort/policy";
import {
  type AgeingRow,
  type Attention,
  BOARD_PAGE,
  type BoardFilter,
  type BoardRow,
  type BoardShow,
  type BoardSort,
  type BoardStage,
  type CohortCounts,
  type Facet,
  type FacetFilter,
  type FacetRow,
  NONE,
  OBSTACLE_PAGE,
  type ObstacleCount,
  type ObstacleFilter,
  type ObstacleRow,
  type Page,
  type ScoreDot,
  STANDING_STATES,
  type StageCounts,
  WORK_PAGE,
  type WorkFilter,
  type WorkRow,
} from "@/lib/dashboard/model";
import { REPORT_LAPSES_HOURS } from "@/lib/device/model";
import type { Reader } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";

/**
 * Reads of a cohort's dashboard, aggregated in the database: one statement each, whatever the size
 * of the cohort. Figures and the lists that they lead to are selected by the same builders
 * (`workWhere`, `obstacleWhere`), so that a figure is the length of its list.
 */

const { sql } = Prisma;

/** Every stage of the assignments of a cohort: `a`, its enrolment `e`, its stage `s`. */
export const WORK = sql`
  assignments a
  JOIN enrolments e ON e.id = a.enrolment_id
  JOIN stages s ON s.assignment_id = a.id`;

/** Cancelled assignments, and those of who left the cohort, are not work and are never counted. */
export function liveIn(cohort: AuthorizedCohortId): Prisma.Sql {
  return sql`a.cohort_id = ${cohort}::uuid AND a.cancelled_at IS NULL
    AND a.enrolment_id <> ALL (ARRAY(
      SELECT l.id FROM enrolments l WHERE l.cohort_id = ${cohort}::uuid AND l.withdrawn_at IS NOT NULL))`;
}

function stateIn(states: readonly StageState[]): Prisma.Sql {
  return sql`s.state IN (${Prisma.join(states.map((state) => sql`${state}::"StageState"`))})`;
}

/** The stage `s` stands: its latest revision counts. */
export const STANDING = stateIn(STANDING_STATES);

/** Being written, and past its due date. What was handed in late is late no more. */
function isLate(now: Date): Prisma.Sql {
  return sql`(s.state IN ('OPEN', 'RETURNED') AND s.due_at < ${now.toISOString()}::timestamptz)`;
}

/** Something was written of it; what was only opened for writing is not begun. */
const BEGUN = sql`(s.draft_saved_at IS NOT NULL)`;

/** The score of an evaluation that stands; null for every other stage. */
const SCORE = sql`
  (SELECT v.total::float8 FROM evaluations v
   WHERE v.revision_id = s.latest_revision_id AND s.kind = 'EVALUATE' AND ${STANDING})`;

/**
 * Since when a stage `s` of an assignment `a` is in the hands in which it is: open since the one before passed
 * the gate, sent, or sent back. Null for one that is closed or done.
 */
const AT_WORK_SINCE = sql`
  (CASE s.state
    WHEN 'OPEN' THEN coalesce((
      SELECT CASE a.gate_policy WHEN 'ON_APPROVAL' THEN b.decided_at ELSE b.submitted_at END
      FROM stages b WHERE b.assignment_id = s.assignment_id AND b.kind < s.kind
      ORDER BY b.kind DESC LIMIT 1), a.created_at)
    WHEN 'SUBMITTED' THEN s.submitted_at
    WHEN 'RETURNED' THEN s.decided_at END)`;

const FACET_COLUMNS: Record<Facet, Prisma.Sql> = {
  group: sql`e.group_id`,
  agency: sql`e.agency_id`,
  innovation: sql`a.innovation_id`,
  facilitator: sql`e.facilitator_id`,
};

function facetConditions(filter: FacetFilter): Prisma.Sql[] {
  return (Object.keys(FACET_COLUMNS) as Facet[]).flatMap((facet) => {
    const value = filter[facet];
    if (!value) return [];
    const column = FACET_COLUMNS[facet];
    return [value === NONE ? sql`${column} IS NULL` : sql`${column} = ${value}::uuid`];
  });
}

function searchCondition(q: string | undefined): Prisma.Sql[] {
  if (!q) return [];
  const pattern = `%${q.replaceAll(/[\\%_]/g, "\\$&")}%`;
  return [sql`(e.full_name ILIKE ${pattern} OR e.work_unit ILIKE ${pattern})`];
}

function all(conditions: Prisma.Sql[]): Prisma.Sql {
  return Prisma.join(conditions, " AND ");
}

function workWhere(cohort: AuthorizedCohortId, filter: WorkFilter, now: Date): Prisma.Sql {
  return all([
    liveIn(cohort),
    ...(filter.stage ? [sql`s.kind = ${filter.stage}::"StageKind"`] : []),
    ...(filter.states ? [stateIn(filter.states)] : []),
    ...(filter.begun === undefined ? [] : [sql`${BEGUN} = ${filter.begun}::boolean`]),
    ...(filter.late ? [isLate(now)] : []),
    ...(filter.scored ? [sql`${SCORE} IS NOT NULL`] : []),
    ...facetConditions(filter),
    ...searchCondition(filter.q),
  ]);
}

interface RawFacetRow extends Omit<FacetRow, "stages"> {
  facet: Facet | "all";
  counts: { kind: StageKind; state: StageState; n: number; begun: number; late: number }[];
  unassigned: number | null;
}

/**
 * How many stages are in which state: of the whole cohort, and of each of its groups, agencies,
 * innovations and facilitators, those with nothing yet included.
 */
export async function countWork(
  db: Reader,
  cohort: AuthorizedCohortId,
  now: Date,
): Promise<CohortCounts> {
  const rows = await db.$queryRaw<RawFacetRow[]>`
    WITH people AS (
      SELECT e.id, e.agency_id, e.group_id, e.facilitator_id, EXISTS (
        SELECT 1 FROM assignments a WHERE a.enrolment_id = e.id AND ${liveIn(cohort)}
      ) AS assigned
      FROM enrolments e
      WHERE e.cohort_id = ${cohort}::uuid AND e.role = 'PARTICIPANT' AND e.withdrawn_at IS NULL
    ),
    work AS (
      SELECT a.id, s.kind, s.state, ${isLate(now)} AS late, ${BEGUN} AS begun,
             e.agency_id, coalesce(e.group_id::text, ${NONE}) AS group_id,
             coalesce(e.facilitator_id::text, ${NONE}) AS facilitator_id, a.innovation_id
      FROM ${WORK} WHERE ${workWhere(cohort, {}, now)}
    ),
    counted AS (
      SELECT CASE
               WHEN grouping(group_id) = 0 THEN 'group'
               WHEN grouping(agency_id) = 0 THEN 'agency'
               WHEN grouping(innovation_id) = 0 THEN 'innovation'
               WHEN grouping(facilitator_id) = 0 THEN 'facilitator'
               ELSE 'all'
             END AS facet,
             coalesce(group_id, agency_id::text, innovation_id::text, facilitator_id, 'all') AS id,
             kind, state, count(*)::int AS n, (count(*) FILTER (WHERE late))::int AS late,
             (count(*) FILTER (WHERE begun AND state = 'OPEN'))::int AS begun
      FROM work
      GROUP BY GROUPING SETS
        ((kind, state), (kind, state, group_id), (kind, state, agency_id),
         (kind, state, innovation_id), (kind, state, facilitator_id))
    ),
    facets AS (
      SELECT 'all' AS facet, 'all' AS id, '' AS name, '' AS short_name, 0 AS place,
             (SELECT count(*) FROM people) AS participants,
             (SELECT count(*) FROM people WHERE NOT assigned) AS unassigned
      UNION ALL
      SELECT 'group', g.id::text, g.name, g.name, g.sort_order,
             (SELECT count(*) FROM people p WHERE p.group_id = g.id), NULL
      FROM groups g WHERE g.cohort_id = ${cohort}::uuid
      UNION ALL
      SELECT 'group', ${NONE}, '', '', 2147483647, count(*), NULL
      FROM people p WHERE p.group_id IS NULL HAVING count(*) > 0
      UNION ALL
      SELECT 'agency', ag.id::text, ag.name, ag.short_name, 0, count(*), NULL
      FROM people p JOIN agencies ag ON ag.id = p.agency_id GROUP BY ag.id
      UNION ALL
      SELECT 'innovation', i.id::text, i.name, i.code, i.sort_order,
             (SELECT count(*) FROM assignments a
              WHERE a.innovation_id = i.id AND ${liveIn(cohort)}), NULL
      FROM innovations i
      WHERE (i.host_region_id IN (SELECT v.host_region_id FROM visits v WHERE v.cohort_id = ${cohort}::uuid)
          AND i.archived_at IS NULL
          -- Another centre's own entries in a shared region are none of this one's.
          AND (i.center_id IS NULL
            OR i.center_id = (SELECT c.center_id FROM cohorts c WHERE c.id = ${cohort}::uuid)))
         OR i.id IN (SELECT a.innovation_id FROM assignments a WHERE ${liveIn(cohort)})
      UNION ALL
      SELECT 'facilitator', f.id::text, f.full_name, f.full_name, f.roster_number,
             (SELECT count(*) FROM people p WHERE p.facilitator_id = f.id), NULL
      FROM enrolments f WHERE f.cohort_id = ${cohort}::uuid AND f.role = 'FACILITATOR'
        AND (f.withdrawn_at IS NULL OR EXISTS (SELECT 1 FROM people p WHERE p.facilitator_id = f.id))
      UNION ALL
      SELECT 'facilitator', ${NONE}, '', '', 2147483647, count(*), NULL
      FROM people p WHERE p.facilitator_id IS NULL HAVING count(*) > 0
    )
    SELECT f.facet, f.id, f.name, f.short_name AS "shortName",
           f.participants::int AS participants, f.unassigned::int AS unassigned,
           coalesce(json_agg(json_build_object(
             'kind', c.kind, 'state', c.state, 'n', c.n, 'begun', c.begun, 'late', c.late
           )) FILTER (WHERE c.kind IS NOT NULL), '[]') AS counts
    FROM facets f LEFT JOIN counted c ON c.facet = f.facet AND c.id = f.id
    GROUP BY f.facet, f.id, f.name, f.short_name, f.place, f.participants, f.unassigned
    ORDER BY f.place, f.name, f.id`;
  const of = (facet: Facet) => rows.filter((row) => row.facet === facet).map(toFacetRow);
  const whole = rows.find((row) => row.facet === "all");
  if (!whole) throw new Error("the whole cohort is always counted");
  return {
    all: toFacetRow(whole),
    unassigned: whole.unassigned ?? 0,
    group: of("group"),
    agency: of("agency"),
    innovation: of("innovation"),
    facilitator: of("facilitator"),
  };
}

function toFacetRow({ id, name, shortName, participants, counts }: RawFacetRow): FacetRow {
  const stages = {
    EVALUATE: noCounts(),
    OBSTACLES: noCounts(),
    SOLUTION: noCounts(),
    PLAN: noCounts(),
  };
  for (const { kind, state, n, begun, late } of counts) {
    stages[kind].states[state] += n;
    stages[kind].begun += begun;
    stages[kind].late += late;
    stages[kind].total += n;
  }
  return { id, name, shortName, participants, stages };
}

function noCounts(): StageCounts {
  return {
    states: { LOCKED: 0, OPEN: 0, SUBMITTED: 0, RETURNED: 0, APPROVED: 0 },
    begun: 0,
    late: 0,
    total: 0,
  };
}

/** How rows of the board are ordered, and with it in which order the groups come. */
const BOARD_ORDER: Record<Facet, Prisma.Sql> = {
  group: sql`g.sort_order NULLS LAST, g.name`,
  agency: sql`ag.name`,
  innovation: sql`i.sort_order NULLS LAST, i.name`,
  facilitator: sql`f.roster_number NULLS LAST`,
};

/** Whether a phone of the enrolment `of` has said of late that it holds unsent work, as the radar counts. */
function holdsUnsent(of: Prisma.Sql, now: Date): Prisma.Sql {
  const since = new Date(now.getTime() - REPORT_LAPSES_HOURS * 3_600_000);
  return sql`(${of}.accepted_at IS NOT NULL AND EXISTS (
    SELECT 1 FROM device_reports d
    WHERE d.person_id = ${of}.person_id AND d.reported_at >= ${since.toISOString()}::timestamptz))`;
}

/** Of which assignments `a` something is so. */
function shownOnly(show: BoardShow | undefined, now: Date): Prisma.Sql[] {
  if (!show) return [];
  if (show === "unsent") return [holdsUnsent(sql`e`, now)];
  const condition = {
    late: isLate(now),
    returned: stateIn(["RETURNED"]),
    waiting: stateIn(["SUBMITTED"]),
  }[show];
  return [sql`EXISTS (SELECT 1 FROM stages s WHERE s.assignment_id = a.id AND ${condition})`];
}

/** Before the order of the roster, within the group. */
function sortedBy(sort: BoardSort | undefined, now: Date): Prisma.Sql {
  if (!sort) return Prisma.empty;
  if (sort === "name") return sql`e.full_name,`;
  const value = {
    late: sql`(SELECT min(s.due_at) FILTER (WHERE ${isLate(now)}) FROM stages s WHERE s.assignment_id = a.id)`,
    since: sql`(SELECT min(${AT_WORK_SINCE}) FROM stages s WHERE s.assignment_id = a.id)`,
    progress: sql`(SELECT count(*) FILTER (WHERE s.state = 'APPROVED') FROM stages s WHERE s.assignment_id = a.id)`,
    score: sql`(SELECT max(${SCORE}) FROM stages s WHERE s.assignment_id = a.id)`,
  }[sort];
  return sort === "score" ? sql`${value} DESC NULLS LAST,` : sql`${value} NULLS LAST,`;
}

interface RawBoardRow {
  unsent: boolean;
  total: number;
  enrolmentId: string | null;
  name: string;
  agency: string;
  groupName: string | null;
  key: string | null;
  assignmentId: string | null;
  innovationCode: string | null;
  innovationName: string | null;
  since: Date | null;
  score: number | null;
  stages: ({ kind: StageKind } & BoardStage)[] | null;
}

/**
 * A page of the board: a row for each assignment, and one for each participant without any.
 *
 * @param size rows on a page
 */
export async function listBoard(
  db: Reader,
  cohort: AuthorizedCohortId,
  filter: BoardFilter,
  page: number,
  now: Date,
  size = BOARD_PAGE,
): Promise<Page<BoardRow>> {
  const where = all([
    sql`e.cohort_id = ${cohort}::uuid AND e.role = 'PARTICIPANT' AND e.withdrawn_at IS NULL`,
    ...facetConditions(filter),
    ...searchCondition(filter.q),
    ...shownOnly(filter.show, now),
  ]);
  const rows = await db.$queryRaw<RawBoardRow[]>`
    WITH board AS (
      SELECT e.id AS enrolment_id, e.full_name, ag.short_name AS agency, g.name AS group_name,
             ${FACET_COLUMNS[filter.by]} AS key, e.person_id, e.accepted_at, a.id AS assignment_id,
             i.code, i.name AS innovation_name,
             row_number() OVER (
               ORDER BY ${BOARD_ORDER[filter.by]}, ${FACET_COLUMNS[filter.by]},
                 ${sortedBy(filter.sort, now)} e.roster_number, e.id, i.sort_order, i.code, a.id
             ) AS place
      FROM enrolments e
      JOIN agencies ag ON ag.id = e.agency_id
      LEFT JOIN groups g ON g.id = e.group_id
      LEFT JOIN enrolments f ON f.id = e.facilitator_id
      LEFT JOIN assignments a ON a.enrolment_id = e.id AND a.cancelled_at IS NULL
      LEFT JOIN innovations i ON i.id = a.innovation_id
      WHERE ${where}
    ),
    found AS (SELECT count(*)::int AS total FROM board)
    SELECT found.total, b.enrolment_id AS "enrolmentId", b.full_name AS name, b.agency,
           b.group_name AS "groupName", b.key::text AS key, b.assignment_id AS "assignmentId",
           b.code AS "innovationCode", b.innovation_name AS "innovationName",
           w.since, w.score, w.stages, ${holdsUnsent(sql`b`, now)} AS unsent
    FROM found
    LEFT JOIN board b ON ${pageOf(sql`b.place`, page, size)}
    LEFT JOIN LATERAL (
      SELECT max(${SCORE}) AS score, min(${AT_WORK_SINCE}) AS since, json_agg(json_build_object(
               'kind', s.kind, 'state', s.state, 'paused', s.resume_state IS NOT NULL,
               'late', ${isLate(now)}, 'begun', ${BEGUN}, 'hasRevision', s.latest_revision_id IS NOT NULL
             )) AS stages
      FROM stages s JOIN assignments a ON a.id = s.assignment_id
      WHERE s.assignment_id = b.assignment_id
    ) w ON true
    ORDER BY b.place`;
  return toPage(rows, size, page, toBoardRow);
}

function toBoardRow(row: RawBoardRow): BoardRow | null {
  if (!row.enrolmentId) return null;
  const { assignmentId, innovationCode, innovationName, stages } = row;
  return {
    enrolmentId: row.enrolmentId,
    name: row.name,
    agency: row.agency,
    group: row.groupName,
    key: row.key ?? NONE,
    unsent: row.unsent,
    assignment: assignmentId
      ? {
          id: assignmentId,
          innovation: { code: innovationCode ?? "", name: innovationName ?? "" },
          stages: byKind(stages ?? []),
          since: row.since?.toISOString() ?? null,
          score: row.score,
        }
      : null,
  };
}

function byKind(stages: ({ kind: StageKind } & BoardStage)[]): Record<StageKind, BoardStage> {
  const closed: BoardStage = {
    state: "LOCKED",
    paused: false,
    late: false,
    begun: false,
    hasRevision: false,
  };
  const found = new Map(stages.map(({ kind, ...stage }) => [kind, stage]));
  const of = (kind: StageKind) => found.get(kind) ?? closed;
  return {
    EVALUATE: of("EVALUATE"),
    OBSTACLES: of("OBSTACLES"),
    SOLUTION: of("SOLUTION"),
    PLAN: of("PLAN"),
  };
}

interface RawWorkRow extends Omit<WorkRow, "innovation" | "dueAt" | "submittedAt" | "isOwn"> {
  personId: string;
  innovationCode: string;
  innovationName: string;
  dueAt: Date;
  submittedAt: Date | null;
}

/** Names of those to whom a row of work belongs: `ag`, `g`, `f`, `i`. */
const NAMES = sql`
  JOIN agencies ag ON ag.id = e.agency_id
  JOIN innovations i ON i.id = a.innovation_id
  LEFT JOIN groups g ON g.id = e.group_id
  LEFT JOIN enrolments f ON f.id = e.facilitator_id`;

/**
 * Stages with their place in the order that suits the filter: what is late comes the longest late
 * first, what waits the longest waiting, scores the highest; else as the roster.
 */
function placedWork(cohort: AuthorizedCohortId, filter: WorkFilter, now: Date): Prisma.Sql {
  const onlyWaiting = filter.states?.length === 1 && filter.states[0] === "SUBMITTED";
  const roster = sql`e.roster_number, a.id, s.kind`;
  let order = roster;
  if (filter.late) order = sql`s.due_at, ${roster}`;
  else if (onlyWaiting) order = sql`s.submitted_at, ${roster}`;
  else if (filter.scored) order = sql`${SCORE} DESC, ${roster}`;
  return sql`
    SELECT s.id AS stage_id, row_number() OVER (ORDER BY ${order}) AS place
    FROM ${WORK} WHERE ${workWhere(cohort, filter, now)}`;
}

/**
 * The columns of one row of work. Names are joined to the chosen rows only: to join seven tables
 * before choosing costs the planner more than everything else.
 */
function workColumns(now: Date): Prisma.Sql {
  return sql`
    a.id AS "assignmentId", s.kind AS stage, s.state, s.resume_state IS NOT NULL AS paused,
    ${isLate(now)} AS late, ${BEGUN} AS begun, s.latest_revision_id IS NOT NULL AS "hasRevision",
    e.full_name AS participant, e.person_id AS "personId", ag.short_name AS agency, g.name AS "group",
    f.full_name AS facilitator, i.code AS "innovationCode", i.name AS "innovationName",
    s.due_at AS "dueAt", s.submitted_at AS "submittedAt", ${SCORE} AS score`;
}

/** The rows of a `chosen (stage_id, place)`, with everything of which a row of work speaks. */
const CHOSEN = sql`
  chosen
  JOIN stages s ON s.id = chosen.stage_id
  JOIN assignments a ON a.id = s.assignment_id
  JOIN enrolments e ON e.id = a.enrolment_id
  ${NAMES}`;

/** A page of stages: what a figure of the dashboard counts. */
export async function listWork(
  db: Reader,
  cohort: AuthorizedCohortId,
  filter: WorkFilter,
  page: number,
  view: { now: Date; viewerId: string },
  size = WORK_PAGE,
): Promise<Page<WorkRow>> {
  const rows = await db.$queryRaw<(RawWorkRow & { total: number })[]>`
    WITH placed AS MATERIALIZED (${placedWork(cohort, filter, view.now)}),
    found AS (SELECT count(*)::int AS total FROM placed),
    chosen AS MATERIALIZED (
      SELECT placed.* FROM found JOIN placed ON ${pageOf(sql`placed.place`, page, size)}
    ),
    named AS (
      SELECT chosen.place, ${workColumns(view.now)}
      FROM ${CHOSEN}
    )
    SELECT found.total, named.* FROM found LEFT JOIN named ON true ORDER BY named.place`;
  return toPage(rows, size, page, (row) => row.assignmentId && toWorkRow(row, view.viewerId));
}

/**
 * The first `limit` of what is late and of what waits for a reviewer. How many there are of each is
 * counted by `countWork`.
 */
export async function listAttention(
  db: Reader,
  cohort: AuthorizedCohortId,
  limit: number,
  view: { now: Date; viewerId: string },
): Promise<Attention> {
  const first = (list: keyof Attention, filter: WorkFilter) => sql`
    SELECT ${list} AS list, placed.* FROM (${placedWork(cohort, filter, view.now)}) placed
    WHERE placed.place <= ${limit}`;
  const rows = await db.$queryRaw<(RawWorkRow & { list: keyof Attention })[]>`
    WITH chosen AS MATERIALIZED (
      ${first("late", { late: true })} UNION ALL ${first("waiting", { states: ["SUBMITTED"] })}
    )
    SELECT chosen.list, ${workColumns(view.now)}
    FROM ${CHOSEN}
    ORDER BY chosen.list, chosen.place`;
  const of = (list: keyof Attention) =>
    rows.filter((row) => row.list === list).map((row) => toWorkRow(row, view.viewerId));
  return { late: of("late"), waiting: of("waiting") };
}

function toWorkRow(row: RawWorkRow, viewerId: string): WorkRow {
  return {
    assignmentId: row.assignmentId,
    stage: row.stage,
    state: row.state,
    paused: row.paused,
    late: row.late,
    begun: row.begun,
    hasRevision: row.hasRevision,
    isOwn: row.personId === viewerId,
    participant: row.participant,
    agency: row.agency,
    group: row.group,
    facilitator: row.facilitator,
    innovation: { code: row.innovationCode, name: row.innovationName },
    dueAt: row.dueAt.toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
    score: row.score,
  };
}

/** Every score that stands, by the innovation that it was given to. */
export async function listScores(
  db: Reader,
  cohort: AuthorizedCohortId,
  now: Date,
): Promise<Map<string, ScoreDot[]>> {
  const rows = await db.$queryRaw<(ScoreDot & { innovationId: string })[]>`
    SELECT a.innovation_id AS "innovationId", a.id AS "assignmentId",
           e.full_name AS participant, ${SCORE} AS value
    FROM ${WORK}
    WHERE ${workWhere(cohort, { stage: "EVALUATE", scored: true }, now)}
    ORDER BY e.roster_number, a.id`;
  const dots = new Map<string, ScoreDot[]>();
  for (const { innovationId, ...dot } of rows) {
    const before = dots.get(innovationId);
    if (before) before.push(dot);
    else dots.set(innovationId, [dot]);
  }
  return dots;
}

/**
 * What was decided on a cohort's submissions: the decision `d`, its revision `r`, the assignment `a`, and
 * as `k` who decided, or the alias that this person was merged from. To reopen is no verdict on what waits.
 */
export function decisionsIn(cohort: AuthorizedCohortId): Prisma.Sql {
  return sql`
    assignments a
    JOIN revisions r ON r.assignment_id = a.id
    JOIN review_decisions d ON d.revision_id = r.id AND d.kind IN ('APPROVE', 'RETURN')
      AND a.cohort_id = ${cohort}::uuid
    JOIN people k ON k.id = d.decided_by_id`;
}

/** The person behind `k`. */
export const DECIDER = sql`coalesce(k.merged_into_id, k.id)`;

/** How long decisions took, in hours from being submitted: their median, of the rows that are grouped. */
export const MEDIAN_HOURS = sql`(percentile_cont(0.5) WITHIN GROUP (
  ORDER BY extract(epoch FROM d.decided_at - r.submitted_at)) / 3600)::float8`;

interface RawAgeingRow extends Omit<AgeingRow, "oldestAt"> {
  oldestAt: Date | null;
}

/**
 * How long submissions wait, by facilitator: what waits now, by whom it is allocated to, and how long
 * decisions took, by who decided. One statement.
 */
export async function listAgeing(
  db: Reader,
  cohort: AuthorizedCohortId,
  now: Date,
): Promise<AgeingRow[]> {
  const rows = await db.$queryRaw<RawAgeingRow[]>`
    WITH waiting AS (
      SELECT e.facilitator_id, count(*)::int AS waiting, min(s.submitted_at) AS oldest,
        count(*) FILTER (
          WHERE s.submitted_at + make_interval(days => c.escalate_after_days) <= ${now.toISOString()}::timestamptz
        )::int AS over_limit
      FROM cohorts c
      JOIN assignments a ON a.cohort_id = c.id AND a.cancelled_at IS NULL
      JOIN stages s ON s.assignment_id = a.id AND s.state = 'SUBMITTED'
      JOIN enrolments e ON e.id = a.enrolment_id AND e.withdrawn_at IS NULL
      WHERE c.id = ${cohort}::uuid GROUP BY e.facilitator_id
    ), decided AS (
      SELECT ${DECIDER} AS person_id, count(*)::int AS decided,
        (count(*) FILTER (WHERE d.kind = 'RETURN'))::int AS returned, ${MEDIAN_HOURS} AS hours
      FROM ${decisionsIn(cohort)} GROUP BY 1
    ), listed AS (
      SELECT f.id, f.full_name, f.person_id, f.roster_number FROM enrolments f
      WHERE f.cohort_id = ${cohort}::uuid AND f.role = 'FACILITATOR' AND (
        f.withdrawn_at IS NULL OR EXISTS (SELECT 1 FROM waiting w WHERE w.facilitator_id = f.id)
        OR EXISTS (SELECT 1 FROM decided d WHERE d.person_id = f.person_id))
      UNION ALL
      SELECT NULL, NULL, NULL, NULL WHERE EXISTS (SELECT 1 FROM waiting w WHERE w.facilitator_id IS NULL)
    )
    SELECT l.id AS "facilitatorId", l.full_name AS name, coalesce(w.waiting, 0) AS waiting,
      coalesce(w.over_limit, 0) AS "overLimit", w.oldest AS "oldestAt",
      coalesce(d.decided, 0) AS decided, coalesce(d.returned, 0) AS returned,
      d.hours AS "medianHours"
    FROM listed l
    LEFT JOIN waiting w ON w.facilitator_id IS NOT DISTINCT FROM l.id
    LEFT JOIN decided d ON d.person_id = l.person_id
    ORDER BY w.oldest NULLS LAST, l.roster_number NULLS LAST, l.id`;
  return rows.map((row) => ({ ...row, oldestAt: row.oldestAt?.toISOString() ?? null }));
}

/** Obstacles `o` of the latest revision of stages that stand. */
export const OBSTACLES = sql`${WORK} JOIN obstacles o ON o.revision_id = s.latest_revision_id`;

export function obstacleWhere(cohort: AuthorizedCohortId, filter: ObstacleFilter): Prisma.Sql {
  return all([
    liveIn(cohort),
    sql`s.kind = 'OBSTACLES'`,
    STANDING,
    ...(filter.category ? [sql`o.category = ${filter.category}::"ObstacleCategory"`] : []),
    ...(filter.locus ? [sql`o.locus = ${filter.locus}::"ObstacleLocus"`] : []),
    ...(filter.rooted ? [sql`o.root_cause IS NOT NULL`] : []),
    ...facetConditions({ innovation: filter.innovation }),
  ]);
}

/** How many obstacles of each category each innovation has. */
export function countObstacles(
  db: Reader,
  cohort: AuthorizedCohortId,
  filter: ObstacleFilter,
): Promise<ObstacleCount[]> {
  return db.$queryRaw<ObstacleCount[]>`
    SELECT a.innovation_id AS "innovationId", o.category, count(*)::int AS count
    FROM ${OBSTACLES} WHERE ${obstacleWhere(cohort, filter)}
    GROUP BY a.innovation_id, o.category`;
}

interface RawObstacleRow extends Omit<ObstacleRow, "innovation"> {
  total: number;
  innovationCode: string;
  innovationName: string;
}

/** A page of obstacles, the most pressing of each participant first. */
export async function listObstacles(
  db: Reader,
  cohort: AuthorizedCohortId,
  filter: ObstacleFilter,
  page: number,
  size = OBSTACLE_PAGE,
): Promise<Page<ObstacleRow>> {
  const rows = await db.$queryRaw<RawObstacleRow[]>`
    WITH placed AS MATERIALIZED (
      SELECT s.id AS stage_id, o.item_id, row_number() OVER (
        ORDER BY o.usg_total DESC NULLS LAST, e.roster_number, o.rank, a.id, o.item_id
      ) AS place
      FROM ${OBSTACLES} WHERE ${obstacleWhere(cohort, filter)}
    ),
    found AS (SELECT count(*)::int AS total FROM placed),
    chosen AS MATERIALIZED (
      SELECT placed.* FROM found JOIN placed ON ${pageOf(sql`placed.place`, page, size)}
    ),
    named AS (
      SELECT chosen.place, a.id AS "assignmentId", o.item_id AS "itemId", o.title, o.category,
             o.locus, o.rank, o.usg_total AS "usgTotal", o.root_cause AS "rootCause", o.prioritised,
             e.full_name AS participant, ag.short_name AS agency,
             i.code AS "innovationCode", i.name AS "innovationName"
      FROM ${CHOSEN}
      JOIN obstacles o ON o.revision_id = s.latest_revision_id AND o.item_id = chosen.item_id
    )
    SELECT found.total, named.* FROM found LEFT JOIN named ON true ORDER BY named.place`;
  return toPage(rows, size, page, (row) => {
    if (!row.assignmentId) return null;
    return {
      assignmentId: row.assignmentId,
      itemId: row.itemId,
      title: row.title,
      category: row.category,
      locus: row.locus,
      rank: row.rank,
      usgTotal: row.usgTotal,
      rootCause: row.rootCause,
      prioritised: row.prioritised,
      participant: row.participant,
      agency: row.agency,
      innovation: { code: row.innovationCode, name: row.innovationName },
    };
  });
}

/** The rows of a page by their place, from 1; of the last page where a later one is asked for. */
export function pageOf(place: Prisma.Sql, page: number, size: number): Prisma.Sql {
  const start = sql`least(${(page - 1) * size}, greatest(found.total - 1, 0) / ${size} * ${size})`;
  return sql`${place} > ${start} AND ${place} <= ${start} + ${size}`;
}

/** Rows of which each carries the number of all, as the page that was asked for. */
export function toPage<Raw extends { total: number }, Row>(
  raw: Raw[],
  size: number,
  page: number,
  toRow: (row: Raw) => Row | null | "",
): Page<Row> {
  const total = raw[0]?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / size));
  return {
    rows: raw.flatMap((row) => toRow(row) || []),
    total,
    page: Math.min(page, pages),
    pages,
  };
}
