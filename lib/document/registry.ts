import type { StageKind } from "@/lib/assignment/model";
import type { DocumentCheck } from "@/lib/document/issue";
import type { DocumentMode } from "@/lib/document/model";
import type { StageDefinition } from "@/lib/document/schema";
import { evaluationFindings } from "@/lib/document/upstream";
import type { Evaluation, EvaluationContext } from "@/lib/evaluation/model";
import { evaluationDefinition } from "@/lib/evaluation/schema";
import type { EvaluationDerived } from "@/lib/evaluation/scoring";
import type { Obstacles, ObstaclesContext } from "@/lib/obstacle/model";
import { obstaclesDefinition } from "@/lib/obstacle/schema";
import type { ObstacleDerived } from "@/lib/obstacle/scoring";
import type { Plan, PlanContext } from "@/lib/plan/model";
import { planDefinition } from "@/lib/plan/schema";
import type { PlanDerived } from "@/lib/plan/scoring";
import type { RubricDefinition } from "@/lib/rubric/model";
import type { Solutions, SolutionsContext } from "@/lib/solution/model";
import { solutionsDefinition } from "@/lib/solution/schema";
import type { SolutionDerived } from "@/lib/solution/scoring";

/**
 * All four stages under one shape. For the server and tests: a client that shows one stage imports
 * that stage's definition from its own folder (its types from here cost nothing).
 */

export type StageDocumentMap = {
  EVALUATE: Evaluation;
  OBSTACLES: Obstacles;
  SOLUTION: Solutions;
  PLAN: Plan;
};

export type StageContextMap = {
  EVALUATE: EvaluationContext;
  OBSTACLES: ObstaclesContext;
  SOLUTION: SolutionsContext;
  PLAN: PlanContext;
};

export type StageDerivedMap = {
  EVALUATE: EvaluationDerived;
  OBSTACLES: ObstacleDerived[];
  SOLUTION: SolutionDerived[];
  PLAN: PlanDerived;
};

export type StageDefinitionMap = {
  [Kind in StageKind]: StageDefinition<
    StageDocumentMap[Kind],
    StageContextMap[Kind],
    StageDerivedMap[Kind]
  >;
};

const DEFINITIONS: StageDefinitionMap = {
  EVALUATE: evaluationDefinition,
  OBSTACLES: obstaclesDefinition,
  SOLUTION: solutionsDefinition,
  PLAN: planDefinition,
};

export function stageDefinition<Kind extends StageKind>(kind: Kind): StageDefinitionMap[Kind] {
  return DEFINITIONS[kind];
}

/** Reads anything as a stage's document and finds all that is wrong with it. */
export function checkStageDocument<Kind extends StageKind>(
  kind: Kind,
  mode: DocumentMode,
  context: StageContextMap[Kind],
  input: unknown,
): DocumentCheck<StageDocumentMap[Kind]> {
  return stageDefinition(kind).check(mode, context, input);
}

/** What the shape of any stage's document depends on: criteria and scales. */
export type DocumentRubrics = { rubric: RubricDefinition; transferRubric: RubricDefinition };

/**
 * What was written, in the shape of today, for reading alone and whatever the stage before says now;
 * null where an older form left what this one cannot read.
 */
export function readStageDocument<Kind extends StageKind>(
  kind: Kind,
  rubrics: DocumentRubrics,
  input: unknown,
): StageDocumentMap[Kind] | null {
  const contexts: StageContextMap = {
    EVALUATE: { ...NOWHERE, rubric: rubrics.rubric },
    OBSTACLES: { rubric: rubrics.rubric, evaluation: evaluationFindings(null) },
    SOLUTION: { obstacles: [], innovations: [] },
    PLAN: { ...NOBODY, transferRubric: rubrics.transferRubric },
  };
  return checkStageDocument(kind, "draft", contexts[kind], input).document;
}

// Dates, people and lists decide what is right, not what can be read.
const NOWHERE = {
  innovationId: "",
  visit: { startsOn: "2000-01-01", endsOn: "2000-01-01", mode: "ONSITE" },
  today: "2000-01-01",
} as const;
const NOBODY = {
  solutions: [],
  participant: { fullName: "", idNumber: null, agencyId: "", workUnit: "" },
  agencies: [],
  takenAcronyms: [],
  today: "2000-01-01",
};
