import type { StageKind } from "@/lib/assignment/model";
import type { LocalizedText } from "@/lib/rubric/model";

/**
 * The chain of evidence of one assignment: what was seen, what it was scored, the obstacle and its
 * root, the solution, the plan and its milestones, each resting on what stands before it.
 */

export const LINK_KINDS = [
  "evidence",
  "score",
  "strength",
  "result",
  "obstacle",
  "solution",
  "plan",
  "milestone",
] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** Where each kind of link is written. */
export const LINK_STAGES = {
  evidence: "EVALUATE",
  score: "EVALUATE",
  strength: "EVALUATE",
  result: "EVALUATE",
  obstacle: "OBSTACLES",
  solution: "SOLUTION",
  plan: "PLAN",
  milestone: "PLAN",
} as const satisfies Record<LinkKind, StageKind>;

/** What breaks the chain, or leaves a loose end. */
export const GAPS = [
  /** A top score that no evidence supports. */
  "SCORE_WITHOUT_EVIDENCE",
  /** Evidence that supports no score, no claim and no obstacle. */
  "EVIDENCE_UNUSED",
  /** An obstacle with no evidence, its own or its criterion's. */
  "OBSTACLE_WITHOUT_EVIDENCE",
  /** An obstacle that names evidence which is no longer there. */
  "EVIDENCE_GONE",
  /** Eligible, and no chain of whys leads to a root. */
  "OBSTACLE_WITHOUT_ROOT",
  /** Prioritised, and nothing was chosen for it. */
  "OBSTACLE_WITHOUT_SOLUTION",
  /** A solution to an obstacle that is no longer there, or no longer a priority. */
  "OBSTACLE_GONE",
  /** A solution to a cause that is no longer there. */
  "CAUSE_GONE",
  /** Nothing behind a solution leads to evidence. */
  "SOLUTION_WITHOUT_EVIDENCE",
  /** Chosen for the own unit, and not in the plan. */
  "SOLUTION_UNPLANNED",
  /** A plan that carries out no solution. */
  "PLAN_WITHOUT_SOLUTION",
  /** A plan that names a solution which is no longer chosen. */
  "SOLUTION_GONE",
  /** Nothing behind the plan leads to evidence. */
  "PLAN_WITHOUT_EVIDENCE",
  /** A plan without any milestone. */
  "PLAN_WITHOUT_MILESTONE",
] as const;
export type Gap = (typeof GAPS)[number];

export interface ChainLink {
  /** `<kind>.<id of the item>`, unique in the chain. */
  id: string;
  kind: LinkKind;
  /** In both languages where it comes from the rubric. Empty while it is not written yet. */
  title: string | LocalizedText;
  /** Beside the title: a score's note, an obstacle's root cause, the cause a solution answers. */
  detail: string;
  /** A score, a USG or McNamara total; null where there is none. */
  value: number | null;
  /** A milestone's day of completion. */
  endsOn: string | null;
  /** Where it stands in its stage's document, as an index path. */
  path: string;
  /** Ids of the links that it rests on. */
  restsOn: string[];
  gaps: Gap[];
}

export interface ChainDto {
  assignmentId: string;
  timeZone: string;
  innovation: { code: string; name: string };
  participant: string;
  /** The author's own view has what is being written; everybody else's what was submitted. */
  readerIs: "AUTHOR" | "REVIEWER";
  /** In the order of the stages. */
  links: ChainLink[];
  /** Stages that have nothing to show yet. */
  empty: StageKind[];
  /** Stages whose words are of an older form, which this one cannot read. */
  older: StageKind[];
}
