import "server-only";
import { cache } from "react";
import { loadCohort, type SearchParams } from "@/lib/cohort/loaders";
import type { CohortHeader } from "@/lib/cohort/model";
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
  type ObstaclesQuery,
  obstaclesQuerySchema,
  type WorkQuery,
  workQuerySchema,
} from "@/lib/dashboard/schema";
import { callsForDiscussion, spreadOf } from "@/lib/dashboard/spread";
import { findUnsentInCohort } from "@/lib/device/data";
import type { UnsentRadar } from "@/lib/device/model";
import { dayIn } from "@/lib/platform/clock";
import { appContext } from "@/lib/platform/context";
import { db } from "@/lib/platform/db";

/** How many of the late and of the waiting the dashboard names before it leads to the whole list. */
const ATTENTION = 6;

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
  can: { assign: boolean };
}

export const loadDashboard = cache(
  async (cohortId: string, searchParams: SearchParams): Promise<DashboardDto> => {
    const { actor, cohort, authorized, can } = await loadCohort(cohortId);
    const query = dashboardQuerySchema.parse(searchParams);
    const now = appContext().clock.now();
    const view = { now, viewerId: actor.personId };
    const [counts, board, attention, unsent] = await Promise.all([
      countWork(db(), authorized, now),
      listBoard(db(), authorized, query.board, query.page, now),
      listAttention(db(), authorized, ATTENTION, view),
      findUnsentInCohort(db(), authorized, now),
    ]);
    return {
      cohort,
      query,
      now: now.toISOString(),
      today: dayIn(cohort.timeZone, now),
      counts,
      board,
      attention,
      unsent,
      can: { assign: can.assign },
    };
  },
);

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
}

export const loadAnalysis = cache(
  async (cohortId: string, searchParams: SearchParams): Promise<AnalysisDto> => {
    const { cohort, authorized } = await loadCohort(cohortId);
    const query = analysisQuerySchema.parse(searchParams);
    const now = appContext().clock.now();
    const [counts, scores, obstacles, ageing] = await Promise.all([
      countWork(db(), authorized, now),
      listScores(db(), authorized, now),
      countObstacles(db(), authorized, { locus: query.locus }),
      listAgeing(db(), authorized, now),
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
  can: { assign: boolean; cancel: boolean };
}

export const loadWork = cache(
  async (cohortId: string, searchParams: SearchParams): Promise<WorkDto> => {
    const { actor, cohort, authorized, can } = await loadCohort(cohortId);
    const query = workQuerySchema.parse(searchParams);
    const now = appContext().clock.now();
    const [counts, work] = await Promise.all([
      countWork(db(), authorized, now),
      listWork(db(), authorized, query.filter, query.page, { now, viewerId: actor.personId }),
    ]);
    return {
      cohort,
      query,
      now: now.toISOString(),
      counts,
      work,
      can: { assign: can.assign, cancel: can.cancel },
    };
  },
);

export interface ObstaclesDto {
  cohort: CohortHeader;
  query: ObstaclesQuery;
  innovations: { id: string; code: string; name: string }[];
  obstacles: Page<ObstacleRow>;
}

export const loadObstacles = cache(
  async (cohortId: string, searchParams: SearchParams): Promise<ObstaclesDto> => {
    const { cohort, authorized } = await loadCohort(cohortId);
    const query = obstaclesQuerySchema.parse(searchParams);
    const [counts, obstacles] = await Promise.all([
      countWork(db(), authorized, appContext().clock.now()),
      listObstacles(db(), authorized, query.filter, query.page),
    ]);
    return {
      cohort,
      query,
      innovations: counts.innovation.map(({ id, shortName, name }) => ({
        id,
        code: shortName,
        name,
      })),
      obstacles,
    };
  },
);
