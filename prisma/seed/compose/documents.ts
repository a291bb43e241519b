import { addDays } from "@/lib/document/fields";
import type { Complete, IsoDate } from "@/lib/document/model";
import type { Evaluation } from "@/lib/evaluation/model";
import type { Obstacles } from "@/lib/obstacle/model";
import type { Plan } from "@/lib/plan/model";
import type { RubricDefinition } from "@/lib/rubric/model";
import type { Solutions } from "@/lib/solution/model";
import { type Author, type Observation, observe } from "./author";
import { composeEvaluation } from "./evaluation";
import { composeObstacles } from "./obstacles";
import { composePlan } from "./plan";
import { composeSolutions } from "./solutions";

/** One participant's documents of all four stages, each complete and built on the one before. */
export interface Documents {
  EVALUATE: Complete<Evaluation>;
  OBSTACLES: Complete<Obstacles>;
  SOLUTION: Complete<Solutions>;
  PLAN: Complete<Plan>;
}

export interface Frame {
  innovationId: string;
  evaluationRubric: RubricDefinition;
  transferRubric: RubricDefinition;
  /** The day on which this participant went to see. */
  visitDate: IsoDate;
  /** The last day of the visit; the plan begins after it. */
  visitEndsOn: IsoDate;
}

/** Writes one participant's four documents. Pure: the same author and frame give the same words. */
export function composeDocuments(author: Author, frame: Frame): Documents & { seen: Observation } {
  const seen = observe(author);
  const evaluation = composeEvaluation(seen, {
    innovationId: frame.innovationId,
    rubric: frame.evaluationRubric,
    visitDate: frame.visitDate,
  });
  const obstacles = composeObstacles(seen, frame.evaluationRubric);
  const solutions = composeSolutions(seen, obstacles.obstacles, frame.innovationId);
  const plan = composePlan(seen, obstacles.obstacles, solutions, {
    transferRubric: frame.transferRubric,
    startsOn: addDays(frame.visitEndsOn, 10 + (author.rosterNumber % 5)),
  });
  return { EVALUATE: evaluation, OBSTACLES: obstacles, SOLUTION: solutions, PLAN: plan, seen };
}
