import type { StageKind } from "@/lib/assignment/model";
import type { StageContextMap, StageDocumentMap } from "@/lib/document/registry";
import type { Evaluation } from "@/lib/evaluation/model";
import type { Obstacles, ObstaclesContext } from "@/lib/obstacle/model";
import { deriveObstacles } from "@/lib/obstacle/scoring";
import type { PlanContext } from "@/lib/plan/model";
import type { SolutionObstacle, Solutions } from "@/lib/solution/model";

/**
 * What a stage takes from the document of the stage before it. Pure, so that the server, which reads
 * the last submission, and a phone without signal, which reads its own, come to the same.
 */

export function evaluationFindings(evaluation: Evaluation | null): ObstaclesContext["evaluation"] {
  return {
    evidence: (evaluation?.evidence ?? []).flatMap(({ id, kind, caption }) =>
      kind ? [{ id, kind, caption }] : [],
    ),
    scores: (evaluation?.scores ?? []).flatMap(({ criterionId, value }) =>
      value === null ? [] : [{ criterionId, value }],
    ),
  };
}

/** The prioritised obstacles of a submission, the most pressing first. */
export function prioritisedObstacles(document: Obstacles | null): SolutionObstacle[] {
  if (!document) return [];
  const derived = new Map(deriveObstacles(document).map((entry) => [entry.id, entry]));
  return document.obstacles
    .flatMap((obstacle): SolutionObstacle[] => {
      const { prioritised, rank, usgTotal } = derived.get(obstacle.id) ?? {};
      const { category, locus } = obstacle;
      if (!prioritised || !rank || !usgTotal || !category || !locus) return [];
      return [
        {
          id: obstacle.id,
          title: obstacle.title,
          category,
          locus,
          rank,
          usgTotal,
          causes: obstacle.causes,
          fishbone: obstacle.fishbone.flatMap(({ id, branch, cause }) =>
            branch ? [{ id, branch, cause }] : [],
          ),
        },
      ];
    })
    .sort((a, b) => a.rank - b.rank);
}

/** The solutions that were chosen, in the order of the document. */
export function chosenSolutions(document: Solutions | null): PlanContext["solutions"] {
  return (document?.groups ?? []).flatMap((group) =>
    group.alternatives.flatMap(({ id, title, isSelected, forHost, transferType }) =>
      isSelected && transferType
        ? [{ id, title, obstacleId: group.obstacleId, forHost: forHost === true, transferType }]
        : [],
    ),
  );
}

/** The context of a stage with what the document of the stage before it says now. */
export function withUpstream<Kind extends StageKind>(
  kind: Kind,
  context: StageContextMap[Kind],
  before: StageDocumentMap[StageKind],
): StageContextMap[Kind] {
  switch (kind) {
    case "OBSTACLES":
      return { ...context, evaluation: evaluationFindings(before as Evaluation) };
    case "SOLUTION":
      return { ...context, obstacles: prioritisedObstacles(before as Obstacles) };
    case "PLAN":
      return { ...context, solutions: chosenSolutions(before as Solutions) };
    default:
      return context;
  }
}
