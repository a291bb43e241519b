import type { AgencyValues } from "@/lib/agency/record";
import {
  COLUMN_CHOICES,
  LIST_COLUMNS,
  type List,
  type ListColumn,
  type ListWords,
} from "@/lib/catalogue/columns";
import { writeLinks } from "@/lib/catalogue/parsing";
import type { InnovationWorld, KnownEntry } from "@/lib/catalogue/planning";
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
];

function tableOf(
  list: List,
  words: ListWords,
  entries: readonly Partial<Record<ListColumn, string | null>>[],
): Table {
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

/** Agencies as the file that an import reads again. */
export function agencyTable(
  words: ListWords,
  agencies: readonly KnownEntry<AgencyValues>[],
): Table {
  return tableOf(
    "agencies",
    words,
    agencies.map(({ values }) => values),
  );
}

/** Innovations as the file that an import reads again; facts and awards aside. */
export function innovationTable(words: ListWords, world: InnovationWorld): Table {
  const regions = new Map(world.regions.map(({ id, shortName }) => [id, shortName]));
  const units = new Map(world.units.map(({ id, name }) => [id, name]));
  return tableOf(
    "innovations",
    words,
    world.innovations.map(({ values: { hostRegionId, hostUnitId, links, ...values } }) => ({
      ...values,
      region: regions.get(hostRegionId) ?? "",
      unit: units.get(hostUnitId) ?? "",
      links: writeLinks(links),
    })),
  );
}
