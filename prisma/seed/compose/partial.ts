import type { StageDocumentMap } from "@/lib/document/registry";
import { emptyObstacle } from "@/lib/obstacle/schema";
import { emptySolution } from "@/lib/solution/schema";
import type { Random } from "../random";
import type { Documents } from "./documents";
import { saidByFirst } from "./evaluation";

/** A stage's document as it stands half written: what comes first is there, the rest is not yet. */
export function partialDocument<Kind extends keyof Documents>(
  kind: Kind,
  documents: Documents,
  random: Random,
): StageDocumentMap[Kind] {
  const partial = {
    EVALUATE: partialEvaluation,
    OBSTACLES: partialObstacles,
    SOLUTION: partialSolutions,
    PLAN: partialPlan,
  }[kind](documents, random);
  return partial as StageDocumentMap[Kind];
}

function partialEvaluation(
  { EVALUATE: full }: Documents,
  random: Random,
): StageDocumentMap["EVALUATE"] {
  const scored = random.int(1, 3);
  return {
    ...full,
    sources: full.sources.slice(0, 1),
    scores: full.scores.map((score, index) =>
      index < scored ? score : { ...score, value: null, note: "" },
    ),
    evidence: saidByFirst(full).slice(0, random.int(0, 2)),
    strengths: full.strengths.slice(0, 1),
    results: [],
    innovationStage: random.chance(0.5) ? full.innovationStage : null,
    facet: undefined,
    summary: random.chance(0.5) ? (full.summary.split(". ")[0] ?? "") : "",
    confidence: null,
  };
}

function partialObstacles(
  { OBSTACLES: full }: Documents,
  random: Random,
): StageDocumentMap["OBSTACLES"] {
  const [first, second] = full.obstacles;
  const begun = second
    ? [
        {
          ...emptyObstacle(second.id),
          title: second.title,
          description: random.chance(0.5) ? (second.description.split(". ")[0] ?? "") : "",
          category: second.category,
        },
      ]
    : [];
  return { obstacles: [...(first ? [{ ...first, fishbone: [] }] : []), ...begun] };
}

function partialSolutions(
  { SOLUTION: full }: Documents,
  random: Random,
): StageDocumentMap["SOLUTION"] {
  return {
    groups: full.groups.map(({ obstacleId, alternatives }, index) => {
      const [first, second] = alternatives;
      if (index > 0 || !first) return { obstacleId, alternatives: [] };
      const begun = second
        ? [{ ...emptySolution(second.id), title: second.title, causeRef: second.causeRef }]
        : [];
      return {
        obstacleId,
        alternatives: [
          { ...first, isSelected: false, rationale: "", risks: [] },
          ...(random.chance(0.7) ? begun : []),
        ],
      };
    }),
  };
}

function partialPlan({ PLAN: full }: Documents, random: Random): StageDocumentMap["PLAN"] {
  return {
    ...full,
    acronym: random.chance(0.5) ? full.acronym : "",
    noveltyStatement: random.chance(0.5) ? full.noveltyStatement : "",
    objectives: { short: full.objectives.short, medium: "", long: "" },
    outputs: full.outputs.slice(0, 1),
    beneficiaries: full.beneficiaries.slice(0, 1),
    milestones: full.milestones.slice(0, random.int(1, 3)),
    stakeholders: full.stakeholders.slice(0, random.int(0, 2)),
    team: full.team.slice(0, 1),
    budgetIdr: null,
    budgetSource: null,
    risks: [],
    sustainability: "",
    successor: "",
    mentor: { ...full.mentor, idType: null, idNumber: "", email: "" },
    transferReadiness: full.transferReadiness.map((score, index) =>
      index < 4 ? score : { ...score, value: null },
    ),
  };
}
