import type { CauseRef } from "@/lib/solution/model";

/** Alternatives that answer the same cause, each with its place in the list. */
export type CauseGroup<Row> = { causeRef: CauseRef | null; rows: { row: Row; index: number }[] };

/**
 * The alternatives by the cause they answer, causes in the order in which they first come up. Those
 * that name none yet come last.
 */
export function byCause<Row extends { causeRef: CauseRef | null }>(
  rows: readonly Row[],
): CauseGroup<Row>[] {
  const groups = new Map<CauseRef | null, CauseGroup<Row>>();
  rows.forEach((row, index) => {
    const group = groups.get(row.causeRef) ?? { causeRef: row.causeRef, rows: [] };
    groups.set(row.causeRef, group);
    group.rows.push({ row, index });
  });
  return [...groups.values()].sort(
    (a, b) => Number(a.causeRef === null) - Number(b.causeRef === null),
  );
}
