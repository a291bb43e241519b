import type { CauseRef, Mcnamara, SolutionGroup } from "@/lib/solution/model";
import { deriveSolutions } from "@/lib/solution/scoring";

/** One alternative as it stands in its group at this moment. */
export type SieveRow = {
  id: string;
  title: string;
  causeRef: CauseRef | null;
  values: Mcnamara;
  /** 3–15; null until scored in full. */
  total: number | null;
  /** 1 for the best of the group. */
  rank: number | null;
  isTop: boolean;
  isSelected: boolean;
};

/** The alternatives of a group with what follows from their scores, in their own order. */
export function sieveOf(group: SolutionGroup | undefined): SieveRow[] {
  if (!group) return [];
  const derived = deriveSolutions({ groups: [group] });
  return group.alternatives.map((solution, index): SieveRow => {
    const { total = null, rank = null, isTop = false } = derived[index] ?? {};
    return {
      id: solution.id,
      title: solution.title.trim(),
      causeRef: solution.causeRef,
      values: solution.mcnamara,
      total,
      rank,
      isTop,
      isSelected: solution.isSelected,
    };
  });
}

/** The highest total among the alternatives; null while none has one. */
export function highestOf(rows: readonly SieveRow[]): number | null {
  const totals = rows.flatMap(({ total }) => (total === null ? [] : [total]));
  return totals.length > 0 ? Math.max(...totals) : null;
}
