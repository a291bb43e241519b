import { cohortPath } from "@/lib/cohort/model";
import type { CohortState } from "@/lib/cohort/workflow";
import type { GradeBand } from "@/lib/rubric/model";

/** Scores of the participants' work (R7) as a cohort gives them: by whom, how far apart, released when. */

export const GRADING_BOUNDS = {
  /** Works that get a second rater at once. */
  works: { min: 1, max: 600 },
  reason: { min: 5, max: 2000 },
} as const;

export const RELEASE_COMMANDS = ["NOW", "SCHEDULE", "WITHDRAW"] as const;
export type ReleaseCommand = (typeof RELEASE_COMMANDS)[number];

/** Grades are released while work goes on and after it has ended. */
export function mayRelease(state: CohortState): boolean {
  return state === "RUNNING" || state === "CLOSED";
}

/** In which capacity somebody scores a work. */
export const RATER_ROLES = ["PRIMARY", "SECOND"] as const;
export type RaterRole = (typeof RATER_ROLES)[number];

/** What a participant gets of one work, once it is settled and released. */
export interface ReleasedGrade {
  assignmentId: string;
  /** 0–100 with two decimals. */
  score: number;
  band: GradeBand | null;
  /** ISO instant. */
  releasedAt: string;
}

/** Rows on a page of the grades. */
export const GRADES_PAGE = 60;

export function gradesPath(cohortId: string): string {
  return `${cohortPath(cohortId)}/grades`;
}

/** Where a second rater scores a work. */
export function secondRatingPath(assignmentId: string): string {
  return `/reviews/${assignmentId}/second`;
}
