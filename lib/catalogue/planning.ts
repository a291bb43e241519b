import { z } from "zod";
import type { AgencyValues } from "@/lib/agency/record";
import { agencyFields } from "@/lib/agency/schema";
import type { ListColumn } from "@/lib/catalogue/columns";
import {
  changesOf,
  type EntryChanges,
  type EntryValues,
  type PreviewRow,
  type RowAction,
} from "@/lib/catalogue/model";
import { type ParsedRow, parseLinks } from "@/lib/catalogue/parsing";
import { type FieldIssue, toIssues } from "@/lib/document/issue";
import type { InnovationValues } from "@/lib/innovation/record";
import { innovationImportFields } from "@/lib/innovation/schema";

/** An entry that a row can mean: the centre's own, or a shared one, which no import changes. */
export interface KnownEntry<Values extends EntryValues> {
  id: string;
  own: boolean;
  version: number;
  values: Values;
}

export interface KnownUnit {
  id: string;
  hostRegionId: string;
  name: string;
  shortName: string;
}
export interface KnownRegion {
  id: string;
  name: string;
  shortName: string;
  regionCode: string | null;
}

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

/** Plans the rows of a list of agencies: an agency is known by its name. */
export function planAgencies(
  rows: readonly ParsedRow[],
  known: readonly KnownEntry<AgencyValues>[],
): PlannedRow<AgencyValues>[] {
  const schema = z.object(agencyFields);
  const byName = new Map(known.map((entry) => [keyOf(entry.values.name), entry]));
  const seen = new Set<string>();
  return rows.map((row) => {
    const { texts } = row;
    const key = keyOf(texts.name ?? "");
    const issues = [...brokenIssues(row), ...twice(seen, key, "name")];
    const parsed = schema.safeParse(texts);
    if (!parsed.success) issues.push(...toIssues(parsed.error, texts));
    const values = parsed.success ? parsed.data : null;
    return planned(row, texts.name ?? "", issues, values, byName.get(key));
  });
}

/** What innovations of a file may refer to, and be. */
export interface InnovationWorld {
  regions: readonly KnownRegion[];
  units: readonly KnownUnit[];
  innovations: readonly KnownEntry<InnovationValues>[];
}

/** Plans the rows of a list of innovations: one is known by its region and code. */
export function planInnovations(
  rows: readonly ParsedRow[],
  world: InnovationWorld,
): PlannedRow<InnovationValues>[] {
  const schema = z.object(innovationImportFields);
  const regions = new Map(
    world.regions.flatMap(({ id, name, shortName, regionCode }) =>
      [shortName, name, regionCode ?? ""].map((text) => [keyOf(text), id]),
    ),
  );
  const units = new Map(
    world.units.flatMap(({ id, hostRegionId, name, shortName }) =>
      [shortName, name].map((text) => [`${hostRegionId} ${keyOf(text)}`, id]),
    ),
  );
  const byCode = new Map(
    world.innovations.map((entry) => [
      `${entry.values.hostRegionId} ${keyOf(entry.values.code)}`,
      entry,
    ]),
  );
  const seen = new Set<string>();
  return rows.map((row) => {
    const { texts } = row;
    const hostRegionId = regions.get(keyOf(texts.region ?? "")) || undefined;
    const hostUnitId = hostRegionId && units.get(`${hostRegionId} ${keyOf(texts.unit ?? "")}`);
    const key = `${hostRegionId ?? texts.region ?? ""} ${keyOf(texts.code ?? "")}`;
    const issues = [
      ...brokenIssues(row),
      ...referenceIssues("region", texts.region, hostRegionId, "unknown_host"),
      ...(hostRegionId ? referenceIssues("unit", texts.unit, hostUnitId, "unknown_unit") : []),
      ...(texts.code ? twice(seen, key, "code") : []),
    ];
    const { region: _, unit: __, links, ...fields } = texts;
    const input = { ...fields, links: parseLinks(links ?? "") };
    const parsed = schema.safeParse(input);
    if (!parsed.success) {
      issues.push(
        ...toIssues(parsed.error, input).map((issue) => ({
          ...issue,
          path: issue.path.replace(/^links\..*/, "links"),
        })),
      );
    }
    const values =
      parsed.success && hostRegionId && hostUnitId
        ? { hostRegionId, hostUnitId, ...parsed.data }
        : null;
    return planned(row, texts.code ?? texts.name ?? "", issues, values, byCode.get(key));
  });
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

function brokenIssues({ broken }: ParsedRow): FieldIssue[] {
  return broken.map((path) => ({ path, code: "cell_error" }));
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
