import { daysBetween } from "@/lib/platform/zoned-time";

/** Addresses of a cohort's pages; what they may be filtered by stands in lib/dashboard/model.ts. */

export function cohortPath(cohortId: string): string {
  return `/cohorts/${cohortId}`;
}

/** Where organisers and facilitators give assignments in a cohort. */
export function assignPath(cohortId: string): string {
  return `${cohortPath(cohortId)}/assign`;
}

export interface CohortVisit {
  hostName: string;
  /** YYYY-MM-DD */
  startsOn: string;
  endsOn: string;
}

/** What every page of a cohort says of it. */
export interface CohortHeader {
  id: string;
  name: string;
  program: string;
  startsOn: string;
  endsOn: string;
  /** IANA; the zone in which the cohort's deadlines are read. */
  timeZone: string;
  /** Points of 100: a standard deviation above it calls for discussion. */
  spreadThreshold: number;
  /** In the order of their dates. */
  visits: CohortVisit[];
}

/** Which day of its visit a cohort is on, counted from 1; null before, after and between visits. */
export function visitDay(
  visits: readonly CohortVisit[],
  today: string,
): { visit: CohortVisit; day: number; days: number } | null {
  const visit = visits.find(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn);
  if (!visit) return null;
  return {
    visit,
    day: daysBetween(visit.startsOn, today) + 1,
    days: daysBetween(visit.startsOn, visit.endsOn) + 1,
  };
}
