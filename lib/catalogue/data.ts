import "server-only";
import type { AgencyValues } from "@/lib/agency/record";
import type { List, ListColumn, ListWords } from "@/lib/catalogue/columns";
import type { RowAction } from "@/lib/catalogue/model";
import { type ParsedList, parseList } from "@/lib/catalogue/parsing";
import {
  countActions,
  type InnovationWorld,
  type KnownEntry,
  type PlannedRow,
  planAgencies,
  planInnovations,
} from "@/lib/catalogue/planning";
import { ownOrShared } from "@/lib/catalogue/record";
import type { AuthorizedOffice } from "@/lib/center/policy";
import type { FieldIssue } from "@/lib/document/issue";
import { innovationColumns } from "@/lib/innovation/record";
import type { Reader } from "@/lib/platform/db";
import { contentHash } from "@/lib/platform/ids";
import { flawIssue } from "@/lib/spreadsheet/issue";
import { readSpreadsheet } from "@/lib/spreadsheet/read";

/** Rows of one import; more come in several files. */
export const MAX_LIST_ROWS = 1000;

/** Every agency that a centre sees, retired ones included. One statement. */
export async function knownAgencies(
  db: Reader,
  { centerId }: AuthorizedOffice,
): Promise<KnownEntry<AgencyValues>[]> {
  const rows = await db.agency.findMany({
    where: ownOrShared(centerId),
    select: { id: true, centerId: true, version: true, name: true, shortName: true, type: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, centerId: owner, version, ...values }) => ({
    id,
    own: owner !== null,
    version,
    values,
  }));
}

/** Every region, unit and innovation that a centre sees. Three statements. */
export async function knownInnovations(
  db: Reader,
  { centerId }: AuthorizedOffice,
): Promise<InnovationWorld> {
  const where = ownOrShared(centerId);
  const regions = await db.hostRegion.findMany({
    where,
    select: { id: true, name: true, shortName: true, regionCode: true },
    orderBy: [{ shortName: "asc" }, { id: "asc" }],
  });
  const units = await db.hostUnit.findMany({
    where,
    select: { id: true, hostRegionId: true, name: true, shortName: true },
  });
  const innovations = await db.innovation.findMany({
    where,
    select: { id: true, centerId: true, version: true, ...innovationColumns },
    orderBy: [
      { hostRegion: { shortName: "asc" } },
      { sortOrder: "asc" },
      { code: "asc" },
      { id: "asc" },
    ],
  });
  return {
    regions,
    units,
    innovations: innovations.map(({ id, centerId: owner, version, ...values }) => ({
      id,
      own: owner !== null,
      version,
      values,
    })),
  };
}

/** What importing a file would do, and how this very plan is recognised again. */
export interface ListPlan {
  list: List;
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
  { rows, unknown, missing }: ParsedList,
): Promise<ListPlan> {
  const planned: PlannedRow[] =
    missing.length > 0
      ? []
      : list === "agencies"
        ? planAgencies(rows, await knownAgencies(db, office))
        : planInnovations(rows, await knownInnovations(db, office));
  return {
    list,
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
