/** What can be found, in the order in which it is shown. */
export const SEARCH_KINDS = ["people", "innovations", "obstacles", "plans"] as const;

export type SearchKind = (typeof SEARCH_KINDS)[number];

/** Longest search text, in characters. */
export const SEARCH_TEXT = 100;

/**
 * What somebody looks for, as every search takes it: composed, without what no eye sees (PostgreSQL has
 * no text with a NUL), trimmed, and cut to `SEARCH_TEXT`.
 */
export function searchWords(typed: string): string {
  return typed
    .normalize("NFC")
    .replaceAll(/\p{Cc}/gu, "")
    .trim()
    .slice(0, SEARCH_TEXT);
}

/** Hits of each kind in the palette, and on a page of one kind. */
export const SEARCH_GLANCE = 5;
export const SEARCH_PAGE = 30;

export interface SearchHit {
  /** Unique within its kind. */
  id: string;
  title: string;
  /** Where it belongs: an agency and a cohort, an innovation and its author. */
  context: string[];
  href: string;
}

export interface SearchGroup {
  kind: SearchKind;
  hits: SearchHit[];
  /** There are more than these. */
  more: boolean;
}

/** The page of what was found; of one kind only where it is given. */
export function searchHref(q: string, kind?: SearchKind, page = 1): string {
  const query = new URLSearchParams({ q });
  if (kind) query.set("kind", kind);
  if (page > 1) query.set("page", String(page));
  return `/search?${query}`;
}
