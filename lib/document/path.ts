/**
 * Paths into a document. On the screen and in issues an item is addressed by its index
 * (`obstacles.0.title`); what must outlive a reordering, a reviewer's reason above all, addresses it
 * by its id (`obstacles.@<id>.title`).
 */

/** The keys by which items of a document's lists are told apart. */
const ITEM_KEYS = ["id", "criterionId", "obstacleId"] as const;

/** The stable form of an index path, or null when the document has no such place. */
export function stablePath(document: unknown, path: string): string | null {
  let place: unknown = document;
  const stable: string[] = [];
  for (const segment of path.split(".")) {
    if (Array.isArray(place)) {
      const index = indexOf(place, segment);
      if (index === null) return null;
      const id = itemId(place[index]);
      stable.push(id === null ? String(index) : `@${id}`);
      place = place[index];
    } else if (isRecord(place) && Object.hasOwn(place, segment)) {
      stable.push(segment);
      place = place[segment];
    } else {
      return null;
    }
  }
  return stable.join(".");
}

/** The index path that a stable path means in this document, or null when the item has gone. */
export function indexPath(document: unknown, path: string): string | null {
  let place: unknown = document;
  const indexed: string[] = [];
  for (const segment of path.split(".")) {
    if (Array.isArray(place)) {
      const index = indexOf(place, segment);
      if (index === null) return null;
      indexed.push(String(index));
      place = place[index];
    } else {
      if (!isRecord(place)) return null;
      indexed.push(segment);
      place = place[segment];
    }
  }
  return indexed.join(".");
}

function indexOf(list: unknown[], segment: string): number | null {
  const index = segment.startsWith("@")
    ? list.findIndex((item) => itemId(item) === segment.slice(1))
    : /^\d+$/.test(segment)
      ? Number(segment)
      : -1;
  return index >= 0 && index < list.length ? index : null;
}

function itemId(item: unknown): string | null {
  if (!isRecord(item)) return null;
  for (const key of ITEM_KEYS) {
    const id = item[key];
    if (typeof id === "string") return id;
  }
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
