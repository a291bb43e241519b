import { isRecord, sameContent } from "./sameness";

/**
 * Two versions of one document, laid side by side. Items of lists are told apart by their ids, so
 * that an item that moved is still the same item; lists without ids (a chain of causes, a set of
 * choices) are one value each.
 */

export type Side = "mine" | "theirs";

/** What is to stand at a place: what one side has, or something made of both. */
export type Choice = Side | { joined: unknown };

export type Difference = {
  /** Where, with items by id: `obstacles.@<id>.title`. The key of a choice. */
  path: string;
  kind: "value" | "order" | "only_mine" | "only_theirs";
  mine: unknown;
  theirs: unknown;
  /** The side that changed since both were one; the own side where both did, or nobody knows. */
  suggested: Side;
  /** Both sides changed it, or nobody knows who did: to suggest would be to drop the other's words. */
  contested: boolean;
};

const ITEM_KEYS = ["id", "criterionId", "obstacleId"] as const;

/** Every place where the two differ. `base` is what both began from, where it is known. */
export function differences(mine: unknown, theirs: unknown, base: object | null): Difference[] {
  const found: Difference[] = [];

  function compare(mine: unknown, theirs: unknown, before: unknown, path: string): void {
    if (sameContent(mine, theirs)) return;
    const [ours, others] = [keyed(mine), keyed(theirs)];
    if (ours && others) {
      const origin = keyed(before) ?? new Map<string, unknown>();
      for (const [id, item] of ours) {
        const at = join(path, `@${id}`);
        if (others.has(id)) {
          compare(item, others.get(id), origin.get(id), at);
        } else {
          // They removed it if it was there before, unless it was written on since.
          const untouched = origin.has(id) && sameContent(origin.get(id), item);
          const suggested = untouched ? "theirs" : "mine";
          const contested = origin.has(id) && !untouched;
          const sides = { mine: item, theirs: undefined };
          found.push({ path: at, kind: "only_mine", ...sides, suggested, contested });
        }
      }
      for (const [id, item] of others) {
        if (ours.has(id)) continue;
        const untouched = origin.has(id) && sameContent(origin.get(id), item);
        const suggested = untouched ? "mine" : "theirs";
        const contested = origin.has(id) && !untouched;
        const at = join(path, `@${id}`);
        const sides = { mine: undefined, theirs: item };
        found.push({ path: at, kind: "only_theirs", ...sides, suggested, contested });
      }
      const order = [...ours.keys()].filter((id) => others.has(id));
      const otherOrder = [...others.keys()].filter((id) => ours.has(id));
      if (!sameContent(order, otherOrder)) {
        const first = [...origin.keys()].filter((id) => ours.has(id) && others.has(id));
        const suggested = sameContent(order, first) ? "theirs" : "mine";
        const at = join(path, "#order");
        found.push({ path: at, kind: "order", mine, theirs, suggested, contested: false });
      }
      return;
    }
    if (isRecord(mine) && isRecord(theirs)) {
      const origin = isRecord(before) ? before : {};
      for (const key of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
        compare(mine[key], theirs[key], origin[key], join(path, key));
      }
      return;
    }
    const untouched = base !== null && sameContent(mine, before);
    const contested = !untouched && (base === null || !sameContent(theirs, before));
    const suggested = untouched ? "theirs" : "mine";
    found.push({ path, kind: "value", mine, theirs, suggested, contested });
  }

  compare(mine, theirs, base, "");
  return found;
}

/** One document out of two, by the choice made at each difference. */
export function merge(
  mine: unknown,
  theirs: unknown,
  choice: (path: string) => Choice,
  path = "",
): unknown {
  if (sameContent(mine, theirs)) return theirs;
  const [ours, others] = [keyed(mine), keyed(theirs)];
  if (ours && others) {
    const mineFirst = choice(join(path, "#order")) === "mine";
    const order = mergedOrder(mineFirst ? ours : others, mineFirst ? others : ours);
    return order.flatMap((id) => {
      const at = join(path, `@${id}`);
      if (ours.has(id) && others.has(id)) {
        return [merge(ours.get(id), others.get(id), choice, at)];
      }
      const side = ours.has(id) ? "mine" : "theirs";
      return choice(at) === side ? [ours.get(id) ?? others.get(id)] : [];
    });
  }
  if (isRecord(mine) && isRecord(theirs)) {
    const merged: Record<string, unknown> = {};
    for (const key of new Set([...Object.keys(theirs), ...Object.keys(mine)])) {
      merged[key] = merge(mine[key], theirs[key], choice, join(path, key));
    }
    return merged;
  }
  const chosen = choice(path);
  if (typeof chosen === "object") return chosen.joined;
  return chosen === "mine" ? mine : theirs;
}

/** How two are made one: paragraphs, one line, or a set of choices. */
export type Joinery = "lines" | "line" | "set";

/**
 * What is made of two texts or two sets of choices where both are wanted: the one behind the other,
 * without saying twice what both say. Null where there is nothing to join.
 */
export function joined(mine: unknown, theirs: unknown, joinery: Joinery): unknown {
  if (joinery === "set") {
    const both = isPlainList(mine) && isPlainList(theirs) && mine.length > 0 && theirs.length > 0;
    return both ? [...new Set([...mine, ...theirs])] : null;
  }
  if (typeof mine !== "string" || typeof theirs !== "string") return null;
  const [first, second] = [mine.trim(), theirs.trim()];
  if (first === "" || second === "") return null;
  if (first.includes(second)) return mine;
  if (second.includes(first)) return theirs;
  return `${first}${joinery === "lines" ? "\n\n" : " "}${second}`;
}

function isPlainList(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === "string");
}

/** The order of the first list, with what only the second has behind what stands before it there. */
function mergedOrder(first: Map<string, unknown>, second: Map<string, unknown>): string[] {
  const order = [...first.keys()];
  let before: string | null = null;
  for (const id of second.keys()) {
    if (!first.has(id)) order.splice(before === null ? 0 : order.indexOf(before) + 1, 0, id);
    before = id;
  }
  return order;
}

/** A list whose items all carry an id, by id; null for anything else. An empty list is one. */
function keyed(value: unknown): Map<string, unknown> | null {
  if (!Array.isArray(value)) return null;
  const items = new Map<string, unknown>();
  for (const item of value) {
    const id = idOf(item);
    if (id === null || items.has(id)) return null;
    items.set(id, item);
  }
  return items;
}

function idOf(item: unknown): string | null {
  if (!isRecord(item)) return null;
  for (const key of ITEM_KEYS) {
    const id = item[key];
    if (typeof id === "string") return id;
  }
  return null;
}

function join(path: string, segment: string): string {
  return path === "" ? segment : `${path}.${segment}`;
}
