import {
  COLUMN_CHOICES,
  LIST_COLUMNS,
  type List,
  type ListColumn,
  type ListWords,
  REQUIRED_COLUMNS,
} from "@/lib/catalogue/columns";
import { writeLinks } from "@/lib/catalogue/parsing";
import type { KnownLists } from "@/lib/catalogue/planning";
import type { Column, Table } from "@/lib/spreadsheet/table";

const WIDE: readonly ListColumn[] = [
  "name",
  "summary",
  "design",
  "coreChange",
  "purpose",
  "benefit",
  "result",
  "source",
  "links",
  "note",
  "text",
];

/** What an entry says, by column. */
type Entry = Partial<Record<ListColumn, string | null>>;

function tableOf(list: List, words: ListWords, entries: readonly Entry[]): Table {
  const columns: readonly ListColumn[] = LIST_COLUMNS[list];
  const word = (column: ListColumn, code: string) => words.choices[column]?.[code] ?? code;
  return {
    name: words.name,
    columns: columns.map((column): Column => {
      const choices = COLUMN_CHOICES[list][column]?.map((code) => word(column, code));
      return {
        header: words.headings[column] ?? column,
        width: WIDE.includes(column) ? 40 : 20,
        text: true,
        ...(choices ? { choices } : {}),
      };
    }),
    rows: entries.map((entry) =>
      columns.map((column) => {
        const value = entry[column] ?? "";
        return COLUMN_CHOICES[list][column] && value !== "" ? word(column, value) : value;
      }),
    ),
  };
}

/** A list of what a centre sees, as the file that an import reads again. */
export function listTable(list: List, words: ListWords, known: KnownLists): Table {
  const regions = new Map(known.regions.map(({ id, values }) => [id, values.shortName]));
  const units = new Map(known.units.map(({ id, values }) => [id, values.name]));
  const innovations = new Map(known.innovations.map(({ id, values }) => [id, values]));
  const region = (id: string | undefined) => regions.get(id ?? "") ?? "";
  const rows = {
    agencies: () => known.agencies.map(({ values }) => values),
    regions: () => known.regions.map(({ values }) => values),
    units: () =>
      known.units.map(({ values: { hostRegionId, ...values } }) => ({
        ...values,
        region: region(hostRegionId),
      })),
    innovations: () =>
      known.innovations.map(({ values: { hostRegionId, hostUnitId, links, ...values } }) => ({
        ...values,
        region: region(hostRegionId),
        unit: units.get(hostUnitId) ?? "",
        links: writeLinks(links),
      })),
    awards: () =>
      known.awards.map(({ values: { hostRegionId, innovationId, year, ...values } }) => ({
        ...values,
        region: region(hostRegionId),
        year: String(year),
        innovation: innovations.get(innovationId ?? "")?.code ?? "",
      })),
    facts: () =>
      known.facts.map(({ values: { innovationId, ...values } }) => {
        const about = innovations.get(innovationId);
        return { ...values, region: region(about?.hostRegionId), innovation: about?.code ?? "" };
      }),
  } satisfies Record<List, () => readonly Entry[]>;
  return tableOf(list, words, rows[list]());
}

/** Words of the sheet that says what each column takes. */
export interface GuideWords {
  sheet: string;
  column: string;
  needed: string;
  takes: string;
  yes: string;
  no: string;
  hints: Partial<Record<ListColumn, string>>;
}

/** What each column of a list takes, for whoever fills in an empty one. */
export function listNotes(list: List, words: ListWords, guide: GuideWords): Table {
  const required: readonly ListColumn[] = REQUIRED_COLUMNS[list];
  return {
    name: guide.sheet,
    list: false,
    columns: [
      { header: guide.column, width: 30 },
      { header: guide.needed, width: 16 },
      { header: guide.takes, width: 90 },
    ],
    rows: LIST_COLUMNS[list].map((column: ListColumn) => [
      words.headings[column] ?? column,
      required.includes(column) ? guide.yes : guide.no,
      COLUMN_CHOICES[list][column]
        ?.map((code) => words.choices[column]?.[code] ?? code)
        .join(", ") ??
        guide.hints[column] ??
        "",
    ]),
  };
}
