/** What Lokus holds about the person who asks, in sections that a person can read. */

/** Sections in the order in which they are shown; each has words in `ownData.sections`. */
export const OWN_SECTIONS = [
  "identity",
  "enrolments",
  "staff",
  "wishes",
  "allocations",
  "work",
  "assessments",
  "comments",
  "unsentRemarks",
  "readyComments",
  "savedViews",
  "decisions",
  "attendance",
  "notices",
  "accounts",
  "links",
  "letters",
  "notifications",
  "commands",
  "events",
] as const;
export type OwnSectionName = (typeof OWN_SECTIONS)[number];

/** A value: text as it is, a code that has words, or a moment. */
export type OwnValue =
  | null
  | { text: string }
  | { code: string }
  /** Names, each with a code that has words. */
  | { coded: readonly { name: string; code: string }[] }
  | { at: Date }
  /** Calendar day, `YYYY-MM-DD`. */
  | { day: string };

export interface OwnSection {
  name: OwnSectionName;
  /** Column names with words in `ownData.columns`. */
  columns: readonly string[];
  rows: readonly (readonly OwnValue[])[];
  /** More rows than are shown here. */
  more: boolean;
}

/** A centre that can correct what its rosters say of the person. */
export interface OwnContact {
  center: string;
  name: string | null;
  email: string | null;
  phone: string | null;
}

export interface OwnData {
  name: string;
  sections: OwnSection[];
  contacts: OwnContact[];
}

/** Rows of a section on the page; the file has all of them. */
export const OWN_PAGE_ROWS = 30;

/** Rows of a section in a file: more than anybody has. */
export const OWN_FILE_ROWS = 20_000;

export const OWN_DATA_PATH = "/account/data";
export const OWN_FORMATS = ["json", "html", "zip"] as const;
export type OwnFormat = (typeof OWN_FORMATS)[number];

export function ownDataHref(format: OwnFormat): string {
  return `/api/account/data?format=${format}`;
}
