/** Where somebody wanted to go before they had to sign in; carried in the address as `next`. */

/** Longer ones are no address of ours. Characters. */
const LONGEST = 500;
/** Answers to machines, files, and the doors themselves: nowhere to come back to. */
const NOT_PAGES = /^\/(?:api|_next|sign-in|privacy|forgot-password|set-password)(?:[/?#]|$)/;

/**
 * A page within Lokus out of what an address says, or "/": never another origin, whatever is written
 * (`//host`, `/\host`, `https:host`), and never a way in a circle.
 */
export function returnPath(next: unknown): string {
  if (typeof next !== "string" || next.length > LONGEST || !/^\/(?![/\\])/.test(next)) return "/";
  const origin = "https://lokus.invalid";
  if (!URL.canParse(next, origin)) return "/";
  const url = new URL(next, origin);
  // What Next's router adds when it asks for data. (Deleting writes the whole query anew.)
  if (url.searchParams.has("_rsc")) url.searchParams.delete("_rsc");
  const path = url.pathname + url.search + url.hash;
  if (url.origin !== origin || !/^\/(?![/\\])/.test(path) || NOT_PAGES.test(path)) return "/";
  return path;
}

/** A door through which somebody goes on to a page; the start page need not be named. */
export function doorPath(door: "/sign-in" | "/privacy", next: unknown): string {
  const path = returnPath(next);
  return path === "/" ? door : `${door}?next=${encodeURIComponent(path)}`;
}
