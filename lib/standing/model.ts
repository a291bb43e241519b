import type { CohortState } from "@/lib/cohort/workflow";

/** Cohorts on a page, and innovations that are named. */
export const STANDING_PAGE = 20;
export const MOST_EVALUATED = 15;
/** Of so many cohorts, the latest, it is told what was evaluated most: what was long ago says little. */
export const RECENT_COHORTS = 50;

/** How one cohort of a centre came out, or stands. */
export interface StandingRow {
  id: string;
  name: string;
  state: CohortState;
  /** YYYY-MM-DD */
  startsOn: string;
  participants: number;
  /** Live assignments, and those of which all four stages are approved. */
  assignments: number;
  completed: number;
  /** Median of the days from an assignment until its plan was approved; of those completed. */
  medianDays: number | null;
  /** Approvals and returns, and how many of them are returns. */
  decisions: number;
  returns: number;
  /** Mean of the evaluations that stand, 0–100. */
  evaluations: number;
  meanScore: number | null;
}

/** An innovation and how often it was evaluated in the cohorts of a centre. */
export interface EvaluatedInnovation {
  id: string;
  code: string;
  name: string;
  region: string;
  cohorts: number;
  evaluations: number;
  meanScore: number | null;
}

/** A page of the comparison; of one cohort and the earlier ones where one is given. */
export function standingHref(centerId: string, from?: string, page = 1): string {
  const query = new URLSearchParams({
    ...(from ? { from } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  }).toString();
  return `/office/${centerId}/cohorts${query && `?${query}`}`;
}

export function standingFileHref(centerId: string, from?: string): string {
  return `/api/office/${centerId}/standing${from ? `?from=${from}` : ""}`;
}
