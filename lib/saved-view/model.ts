/** The filters and the order of a page under a name: one's own, and those that a centre's staff share. */

import { cohortPath } from "@/lib/cohort/model";

/** Pages whose address can be kept. */
export const VIEW_PAGES = [
  "BOARD",
  "WORK",
  "ANALYSIS",
  "OBSTACLES",
  "FINDINGS",
  "FAIRNESS",
] as const;
export type ViewPage = (typeof VIEW_PAGES)[number];

export const VIEW_BOUNDS = {
  /** Letters. */
  name: { min: 2, max: 60 },
  /** Characters of an address's query. */
  query: 2000,
  /** Of one person in one centre; `check_saved_view` holds it too. */
  most: 40,
} as const;

/** The rooms of a cohort in which the pages lie. */
const PLACES = {
  BOARD: "",
  WORK: "work",
  ANALYSIS: "analysis",
  OBSTACLES: "obstacles",
  FINDINGS: "findings",
  FAIRNESS: "fairness",
} as const satisfies Record<ViewPage, string>;

export interface SavedViewRow {
  id: string;
  page: ViewPage;
  name: string;
  /** As in the page's address; never empty. */
  query: string;
  shared: boolean;
  version: number;
  /** Null for the reader's own. */
  ownerName: string | null;
  /** `change`: its name and who sees it. */
  can: { change: boolean; remove: boolean };
}

/** A page of a cohort as a view of it says. */
export function viewHref(
  cohortId: string,
  { page, query }: Pick<SavedViewRow, "page" | "query">,
): string {
  const place = PLACES[page];
  return `${cohortPath(cohortId)}${place && `/${place}`}?${query}`;
}

/**
 * Where views are kept and opened.
 *
 * @param pageHref the page with its filters, which are offered to be kept
 */
export function viewsHref(cohortId: string, of?: { page: ViewPage; pageHref: string }): string {
  const path = `${cohortPath(cohortId)}/views`;
  const query = of?.pageHref.split("#")[0]?.split("?")[1];
  if (!of || !query) return path;
  return `${path}?${new URLSearchParams({ of: of.page.toLowerCase(), filters: query })}`;
}

/** By what a view narrows and orders its page, by the names of the address. */
export function filtersOf({ query }: Pick<SavedViewRow, "query">): string[] {
  return [...new Set(new URLSearchParams(query).keys())];
}
