/** What changed between two documents of the same kind, field by field. */
export type Difference =
  | { kind: "changed"; path: string; before: Value; after: Value }
  /** An item of a list, or an optional value, that is there only before or only after. */
  | { kind: "added"; path: string; after: Value }
  | { kind: "removed"; path: string; before: Value }
  /** The items are the same ones in another order. */
  | { kind: "reordered"; path: string };

type Value = unknown;

/** Keys by which items of a list are told apart, whatever their place. */
const ITEM_KEYS = ["id", "criterionId", "obstacleId"] as const;

/**
 * Differences in the order of the later document, removed items behind. Paths are those of the later
 * document (`obstacles.2.title`); of what was removed, those of the earlier one. Items are compared
 * with their namesakes by id, so that moving one changes nothing else. Lists of plain values
 * (methods, causes) are compared place by place.
 */
export function differences(before: unknown, after: unknown): Difference[] {
  return compare(before, after, "");
}

function compare(before: Value, after: Value, path: string): Difference[] {
  if (Object.is(before, after) || (isBlank(before) && isBlank(after))) return [];
  if (before === undefined) return [{ kind: "added", path, after }];
  if (after === undefined) return [{ kind: "removed", path, before }];
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(before, after, path);
  if (isRecord(before) && isRecord(after)) {
    const keys = new Set([...Object.keys(after), ...Object.keys(before)]);
    return [...keys].flatMap((key) => compare(before[key], after[key], join(path, key)));
  }
  return [{ kind: "changed", path, before, after }];
}

function compareLists(before: Value[], after: Value[], path: string): Difference[] {
  const key = ITEM_KEYS.find((name) =>
    [...before, ...after].every((item) => isRecord(item) && typeof item[name] === "string"),
  );
  if (key === undefined || before.length + after.length === 0) {
    return Array.from({ length: Math.max(before.length, after.length) }, (_, index) =>
      compare(before[index], after[index], join(path, index)),
    ).flat();
  }
  const name = (item: Value) => (item as Record<string, string>)[key];
  const earlier = new Map(before.map((item) => [name(item), item]));
  const later = new Set(after.map(name));
  const kept = (items: Value[]) =>
    items.map(name).filter((id) => id !== undefined && earlier.has(id) && later.has(id));
  const reordered = kept(before).join() !== kept(after).join();
  return [
    ...(reordered ? [{ kind: "reordered" as const, path }] : []),
    ...after.flatMap((item, index) => compare(earlier.get(name(item)), item, join(path, index))),
    ...before.flatMap((item, index): Difference[] =>
      later.has(name(item)) ? [] : [{ kind: "removed", path: join(path, index), before: item }],
    ),
  ];
}

function join(path: string, key: string | number): string {
  return path === "" ? String(key) : `${path}.${key}`;
}

/** Nothing given, in whichever way it is written down. */
function isBlank(value: Value): boolean {
  return value === undefined || value === null || value === "";
}

function isRecord(value: Value): value is Record<string, Value> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
