import { cohortPath } from "@/lib/cohort/model";
import { address } from "@/lib/dashboard/model";
import type { ObstacleCategory, ObstacleLocus } from "@/lib/obstacle/model";
import type { TransferType } from "@/lib/solution/model";

/** What a cohort found: root causes, chosen solutions, and strengths beside obstacles as equals. */

/** Rows on a page of each list, and how many of a theme's causes are shown with it. */
export const FINDING_PAGE = 40;
export const THEME_PAGE = 20;
export const THEME_SAMPLE = 20;
/** How many strengths and obstacles of an innovation the overview tells. */
export const SAMPLE = 4;

/** The lists behind the figures; obstacles have a page of their own. */
export const FINDING_LISTS = ["causes", "solutions", "strengths"] as const;
export type FindingList = (typeof FINDING_LISTS)[number];

export interface FindingFilter {
  innovation?: string;
  category?: ObstacleCategory;
  locus?: ObstacleLocus;
  transfer?: TransferType;
  /** True: advice to the host; false: for the participant's own unit. */
  forHost?: boolean;
}

/** The overview, or one of the lists behind its figures. */
export function findingsHref(
  cohortId: string,
  list?: FindingList,
  filter: FindingFilter = {},
  page = 1,
): string {
  return address(cohortPath(cohortId, "findings"), {
    list,
    innovation: filter.innovation,
    category: filter.category,
    locus: filter.locus,
    transfer: filter.transfer,
    host: filter.forHost === undefined ? undefined : filter.forHost ? "1" : "0",
    page: page > 1 ? String(page) : undefined,
  });
}

export interface InnovationRef {
  id: string;
  code: string;
  name: string;
}

/** How many root causes of a category are felt where. */
export interface CauseCount {
  category: ObstacleCategory;
  locus: ObstacleLocus;
  count: number;
}

/** How many solutions of a kind were chosen for an innovation's obstacles. */
export interface SolutionCount {
  innovationId: string;
  transferType: TransferType;
  forHost: boolean;
  count: number;
}

/** What was found at one innovation: how much of each, and what was put first. */
export interface InnovationFindings {
  innovation: InnovationRef;
  strengths: number;
  obstacles: number;
  firstStrengths: string[];
  firstObstacles: { title: string; category: ObstacleCategory }[];
}

/** A root cause with the obstacle that it explains. */
export interface CauseRow {
  assignmentId: string;
  itemId: string;
  rootCause: string;
  title: string;
  category: ObstacleCategory;
  locus: ObstacleLocus;
  participant: string;
  innovationCode: string;
}

/** Root causes of one category that say nearly the same. */
export interface Theme {
  category: ObstacleCategory;
  /** The words of the cause that was named most often among them. */
  label: string;
  count: number;
  /** The first of them. */
  causes: CauseRow[];
}

export interface SolutionRow {
  assignmentId: string;
  itemId: string;
  title: string;
  /** The obstacle that it answers, as the stage before it was last handed in. */
  obstacle: string | null;
  transferType: TransferType;
  forHost: boolean;
  mcnamaraTotal: number;
  participant: string;
  agency: string;
  innovation: { code: string; name: string };
}

export interface StrengthRow {
  assignmentId: string;
  itemId: string;
  text: string;
  participant: string;
  agency: string;
  innovation: { code: string; name: string };
}
