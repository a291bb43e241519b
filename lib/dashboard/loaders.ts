import "server-only";
import { cache } from "react";
import { loadCohort, type SearchParams } from "@/lib/cohort/loaders";
import type { CohortHeader } from "@/lib/cohort/model";
import type { AuthorizedCohortId } from "@/lib/cohort/policy";
import {
  countObstacles,
  countWork,
  listAgeing,
  listAttention,
  listBoard,
  listObstacles,
  listScores,
  listWork,
} from "@/lib/dashboard/data";
import type {
  AgeingRow,
  Attention,
  BoardRow,
  CohortCounts,
  ObstacleCount,
  ObstacleRow,
  Page,
  ScoreSpread,
  WorkRow,
} from "@/lib/dashboard/model";
import {
  type AnalysisQuery,
  analysisQuerySchema,
  type DashboardQuery,
  dashboardQuerySchema,
  goneInnovation,
  notUnderstood,
  type ObstaclesQuery,
  obstaclesQuerySchema,
  type WorkQuery,
  withoutGone,
  workQuerySchema,
} from "@/lib/dashboard/schema";
import { callsForDiscussion, spreadOf } from "@/lib/dashboard/spread";
import { findUnsentInCohort } from "@/lib/device/data";
import type { UnsentRadar } from "@/lib/device/model";
import { dashboardTopics } from "@/lib/live/model";
import { shared } from "@/lib/platform/changes";
import { dayIn } from "@/lib/platform/clock";
import { appContext } from "@/lib/platform/context";
import { db } from "@/lib/platform/db";

/** How many of the late and of the waiting the dashboard names before it leads to the whole list. */
const ATTENTION = 6;

/**
 * What many dashboards of a cohort ask at the same moment, as they do when something has changed, is
 * read once for all who ask the same (docs/decisions/0030-live-pages.md).
 *
 * @param asked everything that the answer depends on, beside the cohort and the time
 */
export function together<T>(
  what: string,
  cohort: AuthorizedCohortId,
  asked: unknown,
  read: () => Promise<T>,
): Promise<T> {
  return shared(`${what} ${cohort} ${JSON.stringify(asked)}`, dashboardTopics(cohort), read);
}

function countTogether(cohort: AuthorizedCohortId, now: Date): Promise<CohortCounts> {
  return together("counts", cohort, null, () => countWork(db(), cohort, now));
}

export interface DashboardDto {
  cohort: CohortHeader;
  query: DashboardQuery;
  /** ISO instant, and its calendar day in the cohort's zone. */
  now: string;
  today: string;
  counts: CohortCounts;
  board: Page<BoardRow>;
  attention: Attention;
  unsent: UnsentRadar;
  /** Parts of the address that were left out. */
  ignored: string[];
  can: { assign: boolean };
}

export const loadDashboard = cache(
  async (cohortId: string, searchParams: SearchParams): Promise<DashboardDto> => {
    const { actor, cohort, authorized, can } = await loadCohort(cohortId);
    const asked = dashboardQuerySchema.parse(searchParams);
    const now = appContext().clock.now();
    const view = { now, viewerId: actor.personId };
    const boardOf = (filter: DashboardQuery["board"]) =>
      together("board", authorized, [filter, asked.page], () =>
        listBoard(db(), authorized, filter, asked.page, now),
      );
    const [counts, found, attention, unsent] = await Promise.all([
      countTogether(authorized, now),
      boardOf(asked.board),
      together("attention", authorized, actor.personId, () =>
        listAttention(db(), authorized, ATTENTION, view),
      ),
      // A phone that says the same as before is not told of, and counts for longer.
      findUnsentInCohort(db(), authorized, now),
    ]);
    // A shared address outlives what it named: then it is asked again without that.
    const { filter, gone } = withoutGone(asked.board, counts);
    const query = { ...asked, board: filter };
    const board = gone.length > 0 ? await boardOf(filter) : found;
    return {
      cohort,
      query,
      now: now.toISOString(),
      today: dayIn(cohort.timeZone, now),
      counts,
      board,
      attention,
      unsent,
      ignored: [...notUnderstood(searchParams, { ...asked.board, page: asked.page }), ...gone],
      can: { assign: can.assign },
    };
  },
);

export interface ProjectorDto {
  cohort: CohortHeader;
  /** The calendar day in the cohort's zone. */
  today: string;
  /** ISO instant of the reading. */
  now: string;
  /** Figures alone: nobody is named before a room. */
  counts: Pick<CohortCounts, "all" | "group" | "unassigned">;
}

/** How the cohort stands, for everybody in the room to see. */
export const loadProjector = cache(async (cohortId: string): Promise<ProjectorDto> => {
  const { cohort, authorized } = await loadCohort(cohortId);
  const now = appContext().clock.now();
  const { all, group, unassigned } = await countTogether(authorized, now);
  return {
    cohort,
    today: dayIn(cohort.timeZone, now),
    now: now.toISOString(),
    counts: { all, group, unassigned },
  };
});

export interface AnalysisDto {
  cohort: CohortHeader;
  query: AnalysisQuery;
  /** The calendar day in the cohort's zone. */
  today: string;
  counts: CohortCounts;
  /** In the order of the innovations. */
  spreads: ScoreSpread[];
  obstacles: ObstacleCount[];
  ageing: AgeingRow[];
  /** ISO instant of the reading. */
  now: string;
  /** Parts of the address that were left out. */
  ignored: string[];
}

export const loadAnalysis = cache(
  async (cohortId: string, searchParams: SearchParams): Promise<AnalysisDto> => {
    const { cohort, authorized } = await loadCohort(cohortId);
    const query = analysisQuerySchema.parse(searchParams);
    const now = appContext().clock.now();
    const [counts, scores, obstacles, ageing] = await Promise.all([
      countTogether(authorized, now),
      together("scores", authorized, null, () => listScores(db(), authorized, now)),
      together("obstacles", authorized, query.locus ?? null, () =>
        countObstacles(db(), authorized, { locus: query.locus }),
      ),
      together("ageing", authorized, null, () => listAgeing(db(), authorized, now)),
    ]);
    const spreads = counts.innovation.map(({ id, name, shortName }): ScoreSpread => {
      const dots = scores.get(id) ?? [];
      const { mean, deviation } = spreadOf(dots.map(({ value }) => value));
      const discuss = callsForDiscussion(deviation, cohort.spreadThreshold);
      return { innovation: { id, code: shortName, name }, dots, mean, deviation, discuss };
    });
    return {
      cohort,
      query,
      today: dayIn(cohort.timeZone, now),
      counts,
      spreads,
      obstacles,
      ageing,
      now: now.toISOString(),
      ignored: notUnderstood(searchParams, query),
    };
  },
);

export interface WorkDto {
  cohort: CohortHeader;
  query: WorkQuery;
  now: string;
  /** For the names of what can be filtered by. */
  counts: CohortCounts;
  work: Page<WorkRow>;
  /** Parts of the address that were left out. */
  ignored: string[];
  can: { assign: boolean; cancel: boolean };
}

export const loadWork = cache(
  async (cohortId: string, searchParams: SearchParams): Promise<WorkDto> => {
    const { actor, cohort, authorized, can } = await loadCohort(cohortId);
    const asked = workQuerySchema.parse(searchParams);
    const now = appContext().clock.now();
    const list = (filter: WorkQuery["filter"]) =>
      together("work", authorized, [filter, asked.page, actor.personId], () =>
        listWork(db(), authorized, filter, asked.page, { now, viewerId: actor.personId }),
      );
    const [counts, found] = await Promise.all([countTogether(authorized, now), list(asked.filter)]);
    const { filter, gone } = withoutGone(asked.filter, counts);
    const query = { ...asked, filter };
    const work = gone.length > 0 ? await list(filter) : found;
    const read = { ...asked.filter, state: asked.filter.states, page: asked.page };
    return {
      cohort,
      query,
      now: now.toISOString(),
      counts,
      work,
      ignored: [...notUnderstood(searchParams, read), ...gone],
      can: { assign: can.assign, cancel: can.cancel },
    };
  },
);

export interface ObstaclesDto {
  cohort: CohortHeader;
  query: ObstaclesQuery;
  innovations: { id: string; code: string; name: string }[];
  obstacles: Page<ObstacleRow>;
  /** Parts of the address that were left out. */
  ignored: string[];
}

export const loadObstacles = cache(
  async (cohortId: string, searchParams: SearchParams): Promise<ObstaclesDto> => {
    const { cohort, authorized } = await loadCohort(cohortId);
    const asked = obstaclesQuerySchema.parse(searchParams);
    const list = (filter: ObstaclesQuery["filter"]) =>
      together("obstacle list", authorized, [filter, asked.page], () =>
        listObstacles(db(), authorized, filter, asked.page),
      );
    const [counts, found] = await Promise.all([
      countTogether(authorized, appContext().clock.now()),
      list(asked.filter),
    ]);
    const gone = goneInnovation(asked.filter, counts.innovation);
    const filter = gone.length > 0 ? { ...asked.filter, innovation: undefined } : asked.filter;
    const obstacles = gone.length > 0 ? await list(filter) : found;
    return {
      cohort,
      query: { ...asked, filter },
      ignored: [...notUnderstood(searchParams, { ...asked.filter, page: asked.page }), ...gone],
      innovations: counts.innovation.map(({ id, shortName, name }) => ({
        id,
        code: shortName,
        name,
      })),
      obstacles,
    };
  },
);
