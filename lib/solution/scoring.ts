import { riskScore } from "@/lib/document/schema";
import {
  MCNAMARA_KEYS,
  type Mcnamara,
  type Solution,
  type SolutionGroup,
  type Solutions,
} from "@/lib/solution/model";

/** What stage 3 derives; the server computes it anew. */
export type SolutionDerived = {
  id: string;
  obstacleId: string;
  /** 3–15; null until scored in full. */
  total: number | null;
  /** 1 for the best of its group; null without a total. */
  rank: number | null;
  /** No alternative of its group has a higher total. */
  isTop: boolean;
  /** The highest likelihood × impact of its risks, 1–25; null without one. */
  highestRisk: number | null;
};

/** In the order of the document. */
export function deriveSolutions(document: Solutions): SolutionDerived[] {
  return document.groups.flatMap((group) => {
    const order = rankAlternatives(group.alternatives);
    const top = highestTotal(group);
    return group.alternatives.map((solution) => {
      const total = mcnamaraTotal(solution.mcnamara);
      const position = order.indexOf(solution.id);
      const risks = solution.risks.map(riskScore).filter((score) => score !== null);
      return {
        id: solution.id,
        obstacleId: group.obstacleId,
        total,
        rank: position < 0 ? null : position + 1,
        isTop: total !== null && total === top,
        highestRisk: risks.length > 0 ? Math.max(...risks) : null,
      };
    });
  });
}

/** Contribution + cost + feasibility, 3–15; null while one of them is missing. */
export function mcnamaraTotal(mcnamara: Mcnamara): number | null {
  let total = 0;
  for (const key of MCNAMARA_KEYS) {
    const value = mcnamara[key];
    if (value === null) return null;
    total += value;
  }
  return total;
}

/** The highest total in a group, null without one. */
export function highestTotal({ alternatives }: SolutionGroup): number | null {
  return alternatives.reduce<number | null>((highest, { mcnamara }) => {
    const total = mcnamaraTotal(mcnamara);
    return total !== null && (highest === null || total > highest) ? total : highest;
  }, null);
}

/**
 * Ids of the alternatives that have a total, the best first: by total, then contribution (what it
 * achieves before what it takes), then feasibility, then cost, then their order.
 */
export function rankAlternatives(alternatives: readonly Solution[]): string[] {
  return alternatives
    .map(({ id, mcnamara }, index) => ({ id, mcnamara, index, total: mcnamaraTotal(mcnamara) }))
    .filter((entry): entry is typeof entry & { total: number } => entry.total !== null)
    .sort(
      (a, b) =>
        b.total - a.total ||
        (b.mcnamara.contribution ?? 0) - (a.mcnamara.contribution ?? 0) ||
        (b.mcnamara.feasibility ?? 0) - (a.mcnamara.feasibility ?? 0) ||
        (b.mcnamara.cost ?? 0) - (a.mcnamara.cost ?? 0) ||
        a.index - b.index,
    )
    .map(({ id }) => id);
}
