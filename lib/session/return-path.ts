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

/** Why a way to the identity provider failed, where no refusal of ours says it. */
export const SSO_FAILURES = ["unreachable", "failed"] as const;

/**
 * Where a way to the identity provider leads that failed: to the sign-in page, with why, and with the page
 * that was asked for before. Null where it did not fail.
 *
 * @param location where next-auth would lead
 * @param wanted the address to come back to, as next-auth keeps it in this browser
 * @param home the address of Lokus
 */
export function failedEntrance(
  location: string,
  wanted: string | undefined,
  home: string,
): string | null {
  if (!URL.canParse(location, home)) return null;
  const { origin, pathname, searchParams } = new URL(location, home);
  const isDoor = pathname === "/sign-in" || pathname === "/api/auth/error";
  const error = searchParams.get("error");
  const why =
    searchParams.get("problem") ?? (error && (error === "OAuthSignin" ? "unreachable" : "failed"));
  if (origin !== new URL(home).origin || !isDoor || !why) return null;
  const page = wanted && URL.canParse(wanted, home) ? new URL(wanted, home) : null;
  const next = page?.origin === origin ? page.pathname + page.search + page.hash : "/";
  const door = new URL(doorPath("/sign-in", next), home);
  door.searchParams.set("problem", why);
  return door.href;
}
