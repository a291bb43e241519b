import "server-only";
import { cache } from "react";
import { loadCohort } from "@/lib/cohort/loaders";
import type { CohortHeader } from "@/lib/cohort/model";
import { countWork } from "@/lib/dashboard/data";
import { together } from "@/lib/dashboard/loaders";
import type { CohortCounts } from "@/lib/dashboard/model";
import { dayIn } from "@/lib/platform/clock";
import { appContext } from "@/lib/platform/context";
import { db } from "@/lib/platform/db";
import { listPhaseTimes, listProgressDays } from "@/lib/progress/data";
import { type FunnelStep, funnelOf, type PhaseTime, type ProgressDay } from "@/lib/progress/model";

export interface ProgressDto {
  cohort: CohortHeader;
  centerId: string;
  /** The calendar day in the cohort's zone. */
  today: string;
  counts: CohortCounts;
  days: ProgressDay[];
  funnel: FunnelStep[];
  times: PhaseTime[];
}

/** How a cohort has come along: by day against the plan, how many came how far, and what takes time. */
export const loadProgress = cache(async (cohortId: string): Promise<ProgressDto> => {
  const { cohort, centerId, authorized } = await loadCohort(cohortId);
  const now = appContext().clock.now();
  const [counts, days, times] = await Promise.all([
    together("counts", authorized, null, () => countWork(db(), authorized, now)),
    together("days", authorized, null, () => listProgressDays(db(), authorized)),
    together("times", authorized, null, () => listPhaseTimes(db(), authorized, now)),
  ]);
  return {
    cohort,
    centerId,
    today: dayIn(cohort.timeZone, now),
    counts,
    days,
    funnel: funnelOf(counts),
    times,
  };
});
