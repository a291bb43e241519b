/**
 * Reading and writing inside a document by index path (`obstacles.0.title`). Writing copies what lies
 * on the way and nothing else, so that whoever holds another part sees that it has not changed.
 */

/** What stands at a path; undefined where the document has no such place. */
export function valueAt(document: unknown, path: string): unknown {
  if (path === "") return document;
  let place: unknown = document;
  for (const segment of path.split(".")) {
    if (typeof place !== "object" || place === null) return undefined;
    place = (place as Record<string, unknown>)[segment];
  }
  return place;
}

/** The document with another value at a path. A path through nothing changes nothing. */
export function withValueAt<T>(document: T, path: string, value: unknown): T {
  if (path === "") return value as T;
  return write(document, path.split("."), value) as T;
}

function write(place: unknown, segments: readonly string[], value: unknown): unknown {
  const [segment, ...rest] = segments;
  if (segment === undefined) return value;
  if (typeof place !== "object" || place === null) return place;
  const inner = (place as Record<string, unknown>)[segment];
  const next = write(inner, rest, value);
  if (Object.is(next, inner)) return place;
  if (Array.isArray(place)) {
    const copy = [...place];
    copy[Number(segment)] = next;
    return copy;
  }
  return { ...place, [segment]: next };
}

/** The path one step up; "" is the whole, null is above it. */
export function parentPath(path: string): string | null {
  if (path === "") return null;
  const dot = path.lastIndexOf(".");
  return dot < 0 ? "" : path.slice(0, dot);
}

/** `a` or something inside it. */
export function isWithin(path: string, ancestor: string): boolean {
  return ancestor === "" || path === ancestor || path.startsWith(`${ancestor}.`);
}
