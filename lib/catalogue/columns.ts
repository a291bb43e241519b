import { AGENCY_TYPES } from "@/lib/agency/model";
import {
  AFFAIRS,
  INNOVATION_FORMS,
  INNOVATION_INITIATORS,
  INNOVATION_STAGES,
  INNOVATION_TYPES,
} from "@/lib/document/taxonomy";
import { AWARD_LEVELS, REGION_TYPES } from "@/lib/host/model";
import { CONFIDENCES, INNOVATION_FACETS } from "@/lib/innovation/model";
import { headingKey } from "@/lib/roster/columns";

/** The lists of the catalogue that come and go as files, in the order in which one refers to another. */
export const LISTS = ["agencies", "regions", "units", "innovations", "awards", "facts"] as const;
export type List = (typeof LISTS)[number];

/** The columns of each list's file, in its order. */
export const LIST_COLUMNS = {
  agencies: ["name", "shortName", "type"],
  regions: ["name", "shortName", "type", "regionCode", "capital"],
  units: ["region", "name", "shortName", "laterName"],
  innovations: [
    "region",
    "unit",
    "code",
    "name",
    "summary",
    "form",
    "type",
    "stage",
    "startedOn",
    "initiator",
    "affair",
    "affairNote",
    "facet",
    "design",
    "coreChange",
    "purpose",
    "benefit",
    "result",
    "source",
    "confidence",
    "links",
  ],
  awards: [
    "region",
    "name",
    "level",
    "year",
    "rank",
    "giver",
    "innovation",
    "note",
    "source",
    "confidence",
  ],
  facts: ["region", "innovation", "text", "source", "confidence"],
} as const satisfies Record<List, readonly string[]>;
export type ListColumn = (typeof LIST_COLUMNS)[List][number];

/** Without these a file is no such list. */
export const REQUIRED_COLUMNS = {
  agencies: ["name", "shortName", "type"],
  regions: ["name", "shortName", "type"],
  units: ["region", "name", "shortName"],
  innovations: [
    "region",
    "unit",
    "code",
    "name",
    "summary",
    "form",
    "type",
    "stage",
    "source",
    "confidence",
  ],
  awards: ["region", "name", "level", "year", "rank", "source", "confidence"],
  facts: ["region", "innovation", "text", "source", "confidence"],
} as const satisfies Record<List, readonly ListColumn[]>;

/** What cells of a column may hold, where it is one of a list. */
export const COLUMN_CHOICES: Readonly<
  Record<List, Partial<Record<ListColumn, readonly string[]>>>
> = {
  agencies: { type: AGENCY_TYPES },
  regions: { type: REGION_TYPES },
  units: {},
  innovations: {
    form: INNOVATION_FORMS,
    type: INNOVATION_TYPES,
    stage: INNOVATION_STAGES,
    initiator: INNOVATION_INITIATORS,
    affair: AFFAIRS,
    facet: INNOVATION_FACETS,
    confidence: CONFIDENCES,
  },
  awards: { level: AWARD_LEVELS, confidence: CONFIDENCES },
  facts: { confidence: CONFIDENCES },
};

/** The words of a list's file in one language. */
export interface ListWords {
  /** Of the sheet and the file. */
  name: string;
  headings: Partial<Record<ListColumn, string>>;
  /** By column: what each of its choices is called. */
  choices: Partial<Record<ListColumn, Record<string, string>>>;
}

/** What a heading means, in any of the languages; null for one that nobody knows. */
export function columnOf(
  heading: string,
  list: List,
  vocabulary: readonly ListWords[],
): ListColumn | null {
  const key = headingKey(heading);
  if (key === "") return null;
  return (
    LIST_COLUMNS[list].find(
      (column) =>
        key === column.toLowerCase() ||
        vocabulary.some(({ headings }) => headingKey(headings[column] ?? "") === key),
    ) ?? null
  );
}

/** Which choice a cell names, by its word in any language or its code; what is none stays as it is. */
export function choiceOf(
  text: string,
  column: ListColumn,
  list: List,
  vocabulary: readonly ListWords[],
): string {
  const key = headingKey(text);
  const found = COLUMN_CHOICES[list][column]?.find(
    (code) =>
      code.toLowerCase() === text.toLowerCase() ||
      vocabulary.some(({ choices }) => headingKey(choices[column]?.[code] ?? "") === key),
  );
  return found ?? text;
}
