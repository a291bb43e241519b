import { STAGE_SLUGS, type StageKind, type StageState } from "@/lib/assignment/model";
import { cohortPath } from "@/lib/cohort/model";
import type { ObstacleCategory, ObstacleLocus } from "@/lib/obstacle/model";

/** How long submissions wait for one facilitator. */
export interface AgeingRow {
  /** Null for what waits while nobody is allocated. */
  facilitatorId: string | null;
  name: string | null;
  waiting: number;
  /** Of those, how many have waited longer than the cohort allows; 0 where it sets no limit. */
  overLimit: number;
  /** ISO instant of the one that has waited longest. */
  oldestAt: string | null;
  /** What this facilitator decided, how much of it was sent back, and how long it took, in hours. */
  decided: number;
  returned: number;
  medianHours: number | null;
}

/** By what a cohort's work can be divided. */
export const FACETS = ["group", "agency", "innovation", "facilitator"] as const;
export type Facet = (typeof FACETS)[number];

/** In place of an id: those who have none of it (no group, no facilitator). */
export const NONE = "none";

/**
 * The states whose latest revision counts as a statement of its author: handed in and neither
 * withdrawn nor paused. Score spreads and obstacle counts are taken of these alone.
 */
export const STANDING_STATES = [
  "SUBMITTED",
  "RETURNED",
  "APPROVED",
] as const satisfies StageState[];

/** Who and what is looked at; each an id, or NONE. */
export type FacetFilter = Partial<Record<Facet, string>>;

/** Which stages of a cohort's assignments are meant: every figure of the dashboard is one of these. */
export interface WorkFilter extends FacetFilter {
  stage?: StageKind;
  states?: readonly StageState[];
  /** Whether anything was written of it yet. */
  begun?: boolean;
  /** Open or returned, and past its due date. */
  late?: boolean;
  /** Evaluations whose score counts in the spread. */
  scored?: boolean;
  /** Part of a name or a work unit. */
  q?: string;
}

/** Which obstacles are meant. */
export interface ObstacleFilter {
  category?: ObstacleCategory;
  innovation?: string;
  locus?: ObstacleLocus;
  /** Whose causes were traced to a root. */
  rooted?: boolean;
}

/** Rows of the board of which something is so; several views of it. */
export const BOARD_SHOWS = ["late", "returned", "waiting", "unsent"] as const;
export type BoardShow = (typeof BOARD_SHOWS)[number];

/** How rows stand within their group; without it as the roster. */
export const BOARD_SORTS = ["name", "late", "since", "progress", "score"] as const;
export type BoardSort = (typeof BOARD_SORTS)[number];

/** What the board shows. */
export interface BoardFilter extends FacetFilter {
  by: Facet;
  q?: string;
  show?: BoardShow;
  sort?: BoardSort;
  /** Rows are to be chosen, for a reminder. */
  select?: boolean;
}

/** Rows on a page of the board, of the list of work and of the list of obstacles. */
export const BOARD_PAGE = 60;
export const WORK_PAGE = 60;
export const OBSTACLE_PAGE = 40;

/** The list of what a figure counts. */
export function workHref(cohortId: string, filter: WorkFilter, page = 1): string {
  return address(`${cohortPath(cohortId)}/work`, {
    stage: filter.stage,
    state: filter.states?.join(","),
    agency: filter.agency,
    group: filter.group,
    innovation: filter.innovation,
    facilitator: filter.facilitator,
    begun: filter.begun === undefined ? undefined : filter.begun ? "1" : "0",
    late: filter.late ? "1" : undefined,
    scored: filter.scored ? "1" : undefined,
    q: filter.q,
    page: page > 1 ? String(page) : undefined,
  });
}

export function obstaclesHref(cohortId: string, filter: ObstacleFilter, page = 1): string {
  return address(`${cohortPath(cohortId)}/obstacles`, {
    category: filter.category,
    innovation: filter.innovation,
    locus: filter.locus,
    rooted: filter.rooted ? "1" : undefined,
    page: page > 1 ? String(page) : undefined,
  });
}

/** The dashboard with its board as asked. */
export function dashboardHref(cohortId: string, board: BoardFilter, page = 1): string {
  return address(cohortPath(cohortId), {
    by: board.by === "group" ? undefined : board.by,
    agency: board.agency,
    group: board.group,
    innovation: board.innovation,
    facilitator: board.facilitator,
    q: board.q,
    show: board.show,
    sort: board.sort,
    select: board.select ? "1" : undefined,
    page: page > 1 ? String(page) : undefined,
  });
}

/** The analysis, its progress divided and its obstacles narrowed as asked. */
export function analysisHref(
  cohortId: string,
  { split, locus }: { split: Facet; locus?: ObstacleLocus },
): string {
  return address(cohortPath(cohortId, "analysis"), {
    split: split === "agency" ? undefined : split,
    locus,
  });
}

/** What of a cohort's picture can be taken along as a file. */
export const COHORT_VIEWS = ["board", "work", "progress", "people", "findings"] as const;
export type CohortView = (typeof COHORT_VIEWS)[number];

/**
 * Rows of one list in a file, at most: what 5,000 participants have, with two tasks of four stages each, and as much as is held
 * in memory at once for it.
 */
export const EXPORT_ROWS = 50_000;

/** The file of a view, with the query of the page: `?by=agency`. */
export function viewFileHref(cohortId: string, view: CohortView, pageHref = ""): string {
  const query = pageHref.split("?")[1];
  return `/api/cohorts/${cohortId}/views/${view}${query ? `?${query}` : ""}`;
}

/** What was handed in for a stage, with the review of it. */
export function reviewHref(assignmentId: string, stage: StageKind): string {
  return `/reviews/${assignmentId}/${STAGE_SLUGS[stage]}`;
}

/** An address with the parts of its query that say something. */
export function address(path: string, query: Record<string, string | undefined>): string {
  const set = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1]);
  return set.length > 0 ? `${path}?${new URLSearchParams(set)}` : path;
}

/** How many stages are in which state. */
export type StateCounts = Record<StageState, number>;

export interface StageCounts {
  states: StateCounts;
  /** Of the open ones, those of which something was written. */
  begun: number;
  /** Open or returned past the due date. */
  late: number;
  /** All of them: one for each assignment. */
  total: number;
}

/** One group, agency, innovation or facilitator with what it has done; or the whole cohort. */
export interface FacetRow {
  /** An id, or NONE. */
  id: string;
  name: string;
  shortName: string;
  /** Participants who belong to it; those who were assigned it, for an innovation. */
  participants: number;
  stages: Record<StageKind, StageCounts>;
}

export interface CohortCounts extends Record<Facet, FacetRow[]> {
  all: FacetRow;
  /** Participants without any assignment. */
  unassigned: number;
}

export interface BoardStage {
  state: StageState;
  paused: boolean;
  late: boolean;
  /** Something was written of it. */
  begun: boolean;
  /** Something was handed in at least once. */
  hasRevision: boolean;
}

/** One assignment, or a participant who has none. */
export interface BoardRow {
  enrolmentId: string;
  name: string;
  agency: string;
  group: string | null;
  /** What the row is grouped under: an id, or NONE. */
  key: string;
  /** A phone of theirs has said of late that it holds work that it could not send. */
  unsent: boolean;
  assignment: {
    id: string;
    innovation: { code: string; name: string };
    stages: Record<StageKind, BoardStage>;
    /** ISO instant since which a stage at work is as it is, the longest of them; null where none is. */
    since: string | null;
    /** 0–100, of an evaluation that stands. */
    score: number | null;
  } | null;
}

export interface Page<Row> {
  rows: Row[];
  total: number;
  /** From 1; the last one when a later one was asked for. */
  page: number;
  pages: number;
}

/** One stage of one assignment. */
export interface WorkRow {
  assignmentId: string;
  stage: StageKind;
  state: StageState;
  paused: boolean;
  late: boolean;
  /** Something was written of it. */
  begun: boolean;
  hasRevision: boolean;
  /** The participant is the person who looks: theirs to do, not to administer. */
  isOwn: boolean;
  participant: string;
  agency: string;
  group: string | null;
  facilitator: string | null;
  innovation: { code: string; name: string };
  /** ISO instants. */
  dueAt: string;
  submittedAt: string | null;
  /** 0–100, of an evaluation that stands. */
  score: number | null;
}

/** What needs somebody, the longest first. */
export interface Attention {
  late: WorkRow[];
  waiting: WorkRow[];
}

export interface ScoreDot {
  assignmentId: string;
  participant: string;
  /** 0–100 */
  value: number;
}

/** How the participants' scores of one innovation lie. */
export interface ScoreSpread {
  innovation: { id: string; code: string; name: string };
  dots: ScoreDot[];
  /** Null without scores; the deviation also with a single one. */
  mean: number | null;
  deviation: number | null;
  /** The deviation is above the cohort's threshold. */
  discuss: boolean;
}

export interface ObstacleRow {
  assignmentId: string;
  itemId: string;
  title: string;
  category: ObstacleCategory;
  locus: ObstacleLocus;
  rank: number | null;
  usgTotal: number | null;
  rootCause: string | null;
  prioritised: boolean;
  participant: string;
  agency: string;
  innovation: { code: string; name: string };
}

export interface ObstacleCount {
  innovationId: string;
  category: ObstacleCategory;
  count: number;
}
