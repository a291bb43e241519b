import { z } from "zod";
import type { AgencyValues } from "@/lib/agency/record";
import { agencyFields } from "@/lib/agency/schema";
import type { List, ListColumn } from "@/lib/catalogue/columns";
import {
  changesOf,
  type EntryChanges,
  type EntryValues,
  type PreviewRow,
  type RowAction,
} from "@/lib/catalogue/model";
import { type ParsedRow, parseLinks } from "@/lib/catalogue/parsing";
import { type FieldIssue, toIssues } from "@/lib/document/issue";
import type { AwardValues, RegionValues, UnitValues } from "@/lib/host/record";
import { awardFields, regionCodeFits, regionFields, unitFields } from "@/lib/host/schema";
import type { FactValues, InnovationValues } from "@/lib/innovation/record";
import { factFields, innovationImportFields } from "@/lib/innovation/schema";

/** An entry that a row can mean: the centre's own, or a shared one, which no import changes. */
export interface KnownEntry<Values extends EntryValues> {
  id: string;
  own: boolean;
  version: number;
  values: Values;
}

/** What the rows of each list write. */
export interface ListValues {
  agencies: AgencyValues;
  regions: RegionValues;
  units: UnitValues;
  innovations: InnovationValues;
  awards: AwardValues;
  facts: FactValues;
}

/** What a centre sees of each list, by which rows are recognised and say what they belong to. */
export type KnownLists = { [L in List]: readonly KnownEntry<ListValues[L]>[] };

/** Which of them the rows of a list speak of, the list itself among them. */
export const LISTS_NEEDED = {
  agencies: ["agencies"],
  regions: ["regions"],
  units: ["regions", "units"],
  innovations: ["regions", "units", "innovations"],
  awards: ["regions", "innovations", "awards"],
  facts: ["regions", "innovations", "facts"],
} as const satisfies Record<List, readonly List[]>;

/** What is known of the lists that a list needs. */
export type KnownFor<L extends List> = Pick<KnownLists, (typeof LISTS_NEEDED)[L][number]>;

export interface PlannedRow<Values extends EntryValues = EntryValues> extends PreviewRow {
  /** What is written; null for what is not. */
  write: {
    values: Values;
    /** What it replaces; null for a new entry. */
    standing: { id: string; version: number; changes: EntryChanges } | null;
  } | null;
}

/** How text is compared where it says which entry is meant. */
export function keyOf(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
}

/** How a row is read: which entry it means, what it says of it, and what is wrong with it. */
interface Reading<Values> {
  /** The same for two rows that mean one entry; null where the row does not say. */
  key: string | null;
  /** Where it is told that two rows mean one. */
  keyColumn: ListColumn;
  /** What the preview calls it. */
  name: string;
  values: Values | null;
  issues: FieldIssue[];
}

function planRows<Values extends EntryValues>(
  rows: readonly ParsedRow[],
  known: readonly KnownEntry<Values>[],
  keyOfValues: (values: Values) => string,
  read: (row: ParsedRow) => Reading<Values>,
): PlannedRow<Values>[] {
  const byKey = new Map(known.map((entry) => [keyOfValues(entry.values), entry]));
  const seen = new Set<string>();
  return rows.map((row) => {
    const { key, keyColumn, name, values, issues } = read(row);
    const all = [
      ...row.broken.map((path): FieldIssue => ({ path, code: "cell_error" })),
      ...(key === null ? [] : twice(seen, key, keyColumn)),
      ...issues,
    ];
    return planned(row, name, all, values, key === null ? undefined : byKey.get(key));
  });
}

/** Reads texts by a schema; issues stand at the columns. */
function parsed<Schema extends z.ZodType>(schema: Schema, input: object) {
  const result = schema.safeParse(input);
  return result.success
    ? { values: result.data as z.output<Schema>, issues: [] }
    : { values: null, issues: toIssues(result.error, input) };
}

/** An agency is known by its name. */
function planAgencies(rows: readonly ParsedRow[], { agencies }: KnownFor<"agencies">) {
  const schema = z.object(agencyFields);
  return planRows(
    rows,
    agencies,
    ({ name }) => keyOf(name),
    ({ texts }) => ({
      ...parsed(schema, texts),
      key: texts.name ? keyOf(texts.name) : null,
      keyColumn: "name",
      name: texts.name ?? "",
    }),
  );
}

/** A region is known by its name; its code is nobody else's. */
function planRegions(rows: readonly ParsedRow[], { regions }: KnownFor<"regions">) {
  const schema = z.object(regionFields).check(regionCodeFits);
  const nameOfCode = new Map(
    regions.flatMap(({ values: { regionCode, name } }) =>
      regionCode === null ? [] : [[regionCode, keyOf(name)]],
    ),
  );
  return planRows(
    rows,
    regions,
    ({ name }) => keyOf(name),
    ({ texts }) => {
      const { values, issues } = parsed(schema, texts);
      const key = texts.name ? keyOf(texts.name) : null;
      const code = values?.regionCode ?? null;
      const holder = code === null ? undefined : nameOfCode.get(code);
      const taken = holder !== undefined && holder !== key;
      if (code !== null && key !== null && holder === undefined) nameOfCode.set(code, key);
      return {
        key,
        keyColumn: "name",
        name: texts.shortName ?? texts.name ?? "",
        values,
        issues: taken ? [...issues, { path: "regionCode", code: "code_taken" }] : issues,
      };
    },
  );
}

/** A unit is known by its region and name. */
function planUnits(rows: readonly ParsedRow[], { regions, units }: KnownFor<"units">) {
  const schema = z.object(unitFields);
  const regionOf = regionFinder(regions);
  return planRows(
    rows,
    units,
    ({ hostRegionId, name }) => `${hostRegionId} ${keyOf(name)}`,
    ({ texts }) => {
      const region = regionOf(texts.region);
      const { values, issues } = parsed(schema, texts);
      return {
        key: texts.name && region.id ? `${region.id} ${keyOf(texts.name)}` : null,
        keyColumn: "name",
        name: texts.shortName ?? texts.name ?? "",
        values: values && region.id ? { hostRegionId: region.id, ...values } : null,
        issues: [...region.issues, ...issues],
      };
    },
  );
}

/** An innovation is known by its region and code. */
function planInnovations(
  rows: readonly ParsedRow[],
  { regions, units, innovations }: KnownFor<"innovations">,
) {
  const schema = z.object(innovationImportFields);
  const regionOf = regionFinder(regions);
  const unitIds = new Map(
    units.flatMap(({ id, values: { hostRegionId, name, shortName } }) =>
      [shortName, name].map((text) => [`${hostRegionId} ${keyOf(text)}`, id]),
    ),
  );
  return planRows(
    rows,
    innovations,
    ({ hostRegionId, code }) => `${hostRegionId} ${keyOf(code)}`,
    ({ texts }) => {
      const { region: _, unit: __, links, ...fields } = texts;
      const region = regionOf(texts.region);
      const unitId = unitIds.get(`${region.id} ${keyOf(texts.unit ?? "")}`);
      const { values, issues } = parsed(schema, { ...fields, links: parseLinks(links ?? "") });
      return {
        key: texts.code ? `${region.id ?? texts.region ?? ""} ${keyOf(texts.code)}` : null,
        keyColumn: "code",
        name: texts.code ?? texts.name ?? "",
        values:
          values && region.id && unitId
            ? { hostRegionId: region.id, hostUnitId: unitId, ...values }
            : null,
        issues: [
          ...region.issues,
          ...(region.id ? referenceIssues("unit", texts.unit, unitId, "unknown_unit") : []),
          ...issues.map((issue) => ({ ...issue, path: issue.path.replace(/^links\..*/, "links") })),
        ],
      };
    },
  );
}

/** An award is known by its region, level, year and name. */
function planAwards(
  rows: readonly ParsedRow[],
  { regions, innovations, awards }: KnownFor<"awards">,
) {
  const schema = z.object(awardFields);
  const regionOf = regionFinder(regions);
  const innovationOf = innovationFinder(innovations);
  const key = (regionId: string, level: string, year: number, name: string) =>
    `${regionId} ${level} ${year} ${keyOf(name)}`;
  return planRows(
    rows,
    awards,
    ({ hostRegionId, level, year, name }) => key(hostRegionId, level, year, name),
    ({ texts }) => {
      const { region: _, innovation: named, ...fields } = texts;
      const region = regionOf(texts.region);
      // Left open, it honours the region.
      const innovation = named ? innovationOf(region.id, named) : { id: null, issues: [] };
      const { values, issues } = parsed(schema, fields);
      return {
        key:
          region.id && texts.level && texts.year && texts.name
            ? key(region.id, texts.level, Number(texts.year), texts.name)
            : null,
        keyColumn: "name",
        name: [texts.name, texts.year].filter(Boolean).join(" "),
        values:
          values && region.id && innovation.id !== undefined
            ? { hostRegionId: region.id, innovationId: innovation.id, ...values }
            : null,
        issues: [...region.issues, ...(region.id ? innovation.issues : []), ...issues],
      };
    },
  );
}

/** A fact is known by its innovation and its own words: other words are another fact. */
function planFacts(rows: readonly ParsedRow[], { regions, innovations, facts }: KnownFor<"facts">) {
  const schema = z.object(factFields);
  const regionOf = regionFinder(regions);
  const innovationOf = innovationFinder(innovations);
  return planRows(
    rows,
    facts,
    ({ innovationId, text }) => `${innovationId} ${keyOf(text)}`,
    ({ texts }) => {
      const { region: _, innovation: named, ...fields } = texts;
      const region = regionOf(texts.region);
      const innovation = innovationOf(region.id, named);
      const { values, issues } = parsed(schema, fields);
      return {
        key: texts.text && innovation.id ? `${innovation.id} ${keyOf(texts.text)}` : null,
        keyColumn: "text",
        name: [named, texts.text].filter(Boolean).join(": "),
        values: values && innovation.id ? { innovationId: innovation.id, ...values } : null,
        issues: [...region.issues, ...(region.id ? innovation.issues : []), ...issues],
      };
    },
  );
}

const PLANS: {
  [L in List]: (rows: readonly ParsedRow[], known: KnownFor<L>) => PlannedRow<ListValues[L]>[];
} = {
  agencies: planAgencies,
  regions: planRegions,
  units: planUnits,
  innovations: planInnovations,
  awards: planAwards,
  facts: planFacts,
};

/** Says of every row of a list what would become of it. Pure. */
export function planRowsOf(
  list: List,
  rows: readonly ParsedRow[],
  known: KnownLists,
): PlannedRow[] {
  return PLANS[list](rows, known);
}

/** Regions as files name them: by either name or the code. */
function regionFinder(regions: KnownLists["regions"]) {
  const ids = new Map(
    regions.flatMap(({ id, values: { name, shortName, regionCode } }) =>
      [shortName, name, ...(regionCode ? [regionCode] : [])].map((text) => [keyOf(text), id]),
    ),
  );
  return (text: string | undefined) => {
    const id = ids.get(keyOf(text ?? ""));
    return { id, issues: referenceIssues("region", text, id, "unknown_host") };
  };
}

/** Innovations as files name them: by the code, within their region. */
function innovationFinder(innovations: KnownLists["innovations"]) {
  const ids = new Map(
    innovations.map(({ id, values: { hostRegionId, code } }) => [
      `${hostRegionId} ${keyOf(code)}`,
      id,
    ]),
  );
  return (regionId: string | undefined, text: string | undefined) => {
    const id = ids.get(`${regionId} ${keyOf(text ?? "")}`);
    return { id, issues: referenceIssues("innovation", text, id, "unknown_innovation") };
  };
}

function planned<Values extends EntryValues>(
  { number }: ParsedRow,
  name: string,
  issues: FieldIssue[],
  values: Values | null,
  standing: KnownEntry<Values> | undefined,
): PlannedRow<Values> {
  const row = { number, name: name.slice(0, 120), issues, changed: [] as string[], write: null };
  if (standing && !standing.own) return { ...row, issues: [], action: "shared" };
  if (issues.length > 0 || !values) return { ...row, action: "faulty" };
  if (!standing) return { ...row, action: "add", write: { values, standing: null } };
  const changes = changesOf(standing.values, values);
  if (!changes) return { ...row, action: "same" };
  const { id, version } = standing;
  return {
    ...row,
    action: "change",
    changed: Object.keys(changes),
    write: { values, standing: { id, version, changes } },
  };
}

function twice(seen: Set<string>, key: string, path: ListColumn): FieldIssue[] {
  if (seen.has(key)) return [{ path, code: "twice_in_file" }];
  seen.add(key);
  return [];
}

function referenceIssues(
  path: ListColumn,
  text: string | undefined,
  id: string | undefined,
  code: string,
): FieldIssue[] {
  if (id) return [];
  return [{ path, code: text ? code : "required" }];
}

/** How many rows there are of each kind. */
export function countActions(rows: readonly PlannedRow[]): Record<RowAction, number> {
  const counts = { add: 0, change: 0, same: 0, shared: 0, faulty: 0 };
  for (const { action } of rows) counts[action] += 1;
  return counts;
}
