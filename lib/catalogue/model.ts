import type { FieldIssue } from "@/lib/document/issue";

/** The catalogue of a centre: what it adds itself beside what all centres share. */

/** What a centre keeps in its catalogue, each with a version of its own. */
export const ENTRY_KINDS = ["agency", "region", "unit", "innovation", "fact", "award"] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** Of these something else may speak: they are retired, and deleted only while nothing does. */
export const ARCHIVABLE_KINDS = ["agency", "region", "unit", "innovation"] as const;

/** Where an entry stands after it was written: what the next change is to be based on. */
export interface EntrySaved {
  id: string;
  version: number;
}

/** Whose entries a list shows. */
export const OWNERSHIPS = ["own", "shared"] as const;

/** What is kept of an entry as one would write it again: the columns of its form. */
export type EntryValues = Record<string, EntryValue>;
export type EntryValue = string | number | boolean | null | readonly EntryValues[];

/** The columns that differ, with what stood and what stands. */
export type EntryChanges = Record<string, { before: EntryValue; after: EntryValue }>;

/** What a change makes different, or null for none. */
export function changesOf(before: EntryValues, after: EntryValues): EntryChanges | null {
  const changed = Object.entries(after).filter(
    ([column, value]) => JSON.stringify(before[column] ?? null) !== JSON.stringify(value),
  );
  if (changed.length === 0) return null;
  return Object.fromEntries(
    changed.map(([column, value]) => [column, { before: before[column] ?? null, after: value }]),
  );
}

/** Rows on a page of a list of the catalogue. */
export const ENTRY_PAGE = 30;

/** What importing a file would do, as the browser shows it. */
export interface ListPreview {
  counts: Record<RowAction, number>;
  rows: PreviewRow[];
  /** Headings that mean nothing here. */
  unknown: string[];
  /** Columns without which nothing can be read. */
  missing: string[];
  /** Of the plan, to be sent with the import; null where it cannot be carried out. */
  digest: string | null;
}

export interface PreviewRow {
  /** As the sheet counts. */
  number: number;
  name: string;
  action: RowAction;
  issues: FieldIssue[];
  /** Columns in which the entry would change. */
  changed: string[];
}

/** What an import would do with a row. */
export const ROW_ACTIONS = ["add", "change", "same", "shared", "faulty"] as const;
export type RowAction = (typeof ROW_ACTIONS)[number];

/** So many entries an import added, and changed. */
export interface ListImported {
  added: number;
  changed: number;
}
