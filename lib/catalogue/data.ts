import "server-only";
import type { List, ListColumn, ListWords } from "@/lib/catalogue/columns";
import type { EntryValues, RowAction } from "@/lib/catalogue/model";
import { type ParsedList, parseList } from "@/lib/catalogue/parsing";
import {
  countActions,
  type KnownEntry,
  type KnownLists,
  LISTS_NEEDED,
  type PlannedRow,
  planRowsOf,
} from "@/lib/catalogue/planning";
import { ownOrShared } from "@/lib/catalogue/record";
import type { AuthorizedOffice } from "@/lib/center/policy";
import type { FieldIssue } from "@/lib/document/issue";
import type { RegionType } from "@/lib/host/model";
import { awardColumns, regionColumns, unitColumns } from "@/lib/host/record";
import { factColumns, innovationColumns } from "@/lib/innovation/record";
import type { Reader } from "@/lib/platform/db";
import { contentHash } from "@/lib/platform/ids";
import { flawIssue } from "@/lib/spreadsheet/issue";
import { readSpreadsheet } from "@/lib/spreadsheet/read";

/** Rows of one import; more come in several files. */
export const MAX_LIST_ROWS = 1000;

/** Nothing of any list: what an empty file holds. */
export const NOTHING_KNOWN: KnownLists = {
  agencies: [],
  regions: [],
  units: [],
  innovations: [],
  awards: [],
  facts: [],
};

/**
 * What a centre sees of the lists that one list speaks of, retired entries included; the others are
 * empty. One statement a list.
 */
export async function knownFor(
  db: Reader,
  { centerId }: AuthorizedOffice,
  list: List,
): Promise<KnownLists> {
  const where = ownOrShared(centerId);
  const known: KnownLists = { ...NOTHING_KNOWN };
  // One after another: an import reads within its transaction, which has one connection.
  for (const needed of LISTS_NEEDED[list])
    Object.assign(known, { [needed]: await READ[needed](db, where) });
  return known;
}

type Scope = ReturnType<typeof ownOrShared>;
const entry = { id: true, centerId: true, version: true } as const;
const regionName = { hostRegion: { shortName: "asc" } } as const;

const READ: { [L in List]: (db: Reader, where: Scope) => Promise<KnownLists[L]> } = {
  agencies: async (db, where) =>
    knownEntries(
      await db.agency.findMany({
        where,
        select: { ...entry, name: true, shortName: true, type: true },
        orderBy: [{ name: "asc" }, { id: "asc" }],
      }),
    ),
  regions: async (db, where) => {
    const rows = await db.hostRegion.findMany({
      where,
      select: { ...entry, ...regionColumns },
      orderBy: [{ shortName: "asc" }, { id: "asc" }],
    });
    // The column knows more types; the database lets a region have these alone.
    return knownEntries(rows.map((row) => ({ ...row, type: row.type as RegionType })));
  },
  units: async (db, where) =>
    knownEntries(
      await db.hostUnit.findMany({
        where,
        select: { ...entry, ...unitColumns },
        orderBy: [regionName, { shortName: "asc" }, { id: "asc" }],
      }),
    ),
  innovations: async (db, where) =>
    knownEntries(
      await db.innovation.findMany({
        where,
        select: { ...entry, ...innovationColumns },
        orderBy: [regionName, { sortOrder: "asc" }, { code: "asc" }, { id: "asc" }],
      }),
    ),
  awards: async (db, where) =>
    knownEntries(
      await db.award.findMany({
        where,
        select: { ...entry, ...awardColumns },
        orderBy: [regionName, { year: "desc" }, { name: "asc" }, { id: "asc" }],
      }),
    ),
  facts: async (db, where) =>
    knownEntries(
      await db.innovationFact.findMany({
        where,
        select: { ...entry, ...factColumns },
        orderBy: [
          { innovation: { hostRegion: { shortName: "asc" } } },
          { innovation: { sortOrder: "asc" } },
          { innovation: { code: "asc" } },
          { sortOrder: "asc" },
          { id: "asc" },
        ],
      }),
    ),
};

function knownEntries<Values extends EntryValues>(
  rows: readonly ({ id: string; centerId: string | null; version: number } & Values)[],
): KnownEntry<Values>[] {
  return rows.map(({ id, centerId: owner, version, ...values }) => ({
    id,
    own: owner !== null,
    version,
    values: values as unknown as Values,
  }));
}

/** What importing a file would do, and how this very plan is recognised again. */
export interface ListPlan {
  list: List;
  source: ParsedList["source"];
  rows: PlannedRow[];
  counts: Record<RowAction, number>;
  unknown: string[];
  missing: ListColumn[];
  digest: string;
}

/** Reads a file as a list of the catalogue, or says why it is none. */
export async function readList(
  file: Uint8Array,
  list: List,
  vocabulary: readonly ListWords[],
): Promise<{ ok: true; value: ParsedList } | { ok: false; issue: FieldIssue }> {
  const read = await readSpreadsheet(file);
  if (!read.ok) return { ok: false, issue: flawIssue(read.flaw, read.details) };
  for (const sheet of read.value.sheets) {
    const parsed = parseList(sheet, list, vocabulary);
    if (!parsed) continue;
    if (parsed.rows.length <= MAX_LIST_ROWS) return { ok: true, value: parsed };
    const params = { max: MAX_LIST_ROWS };
    return { ok: false, issue: { path: "file", code: "file_too_many_list_rows", params } };
  }
  return { ok: false, issue: { path: "file", code: "file_no_header" } };
}

/** Plans what was read against what stands: the preview, and the import itself. */
export async function planList(
  db: Reader,
  office: AuthorizedOffice,
  list: List,
  { source, rows, unknown, missing }: ParsedList,
): Promise<ListPlan> {
  const planned =
    missing.length > 0 ? [] : planRowsOf(list, rows, await knownFor(db, office, list));
  return {
    list,
    source,
    rows: planned,
    counts: countActions(planned),
    unknown,
    missing,
    digest: contentHash({
      list,
      rows: planned.map(({ number, action, write }) => ({ number, action, write })),
    }),
  };
}
