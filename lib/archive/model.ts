import type { Table } from "@/lib/spreadsheet/table";

/** One cohort as an open archive: what is in it, and what its files are called. */

/** Raised when a file or a column of the archive changes its meaning or goes away. */
export const ARCHIVE_SCHEMA_VERSION = 1;

/** The tables of an archive, each as JSON and as CSV; each has words in `archive.tables`. */
export const ARCHIVE_TABLES = [
  "people",
  "assignments",
  "revisions",
  "scores",
  "decisions",
  "comments",
  "work-scores",
  "innovations",
  "agenda",
  "attendance",
] as const;
export type ArchiveTableName = (typeof ARCHIVE_TABLES)[number];

/** A table before it is written: rows by column, all of one shape. */
export type ArchiveRow = Readonly<Record<string, string | number | boolean | null>>;
export interface ArchiveTable {
  name: ArchiveTableName;
  columns: readonly string[];
  rows: readonly ArchiveRow[];
}

/** A revision and where its document goes in the archive. */
export interface ArchivedRevision {
  id: string;
  path: string;
}

/** A rubric version with all that it says. */
export interface ArchivedRubric {
  path: string;
  content: Record<string, unknown>;
}

/** All of a cohort that is read at one moment; documents of revisions follow, for they are facts. */
export interface ArchiveHead {
  cohort: Record<string, unknown> & { id: string; name: string; timeZone: string };
  tables: ArchiveTable[];
  rubrics: ArchivedRubric[];
  revisions: ArchivedRevision[];
  people: number;
}

/** How many times the archive of a cohort was taken lately, and by whom. */
export interface ArchiveDownload {
  at: Date;
  name: string | null;
  withNumbers: boolean;
}

export function archivePath(cohortId: string): string {
  return `/cohorts/${cohortId}/archive`;
}

export function archiveHref(cohortId: string, withNumbers: boolean): string {
  return `/api/cohorts/${cohortId}/archive${withNumbers ? "?numbers=1" : ""}`;
}

/** A name as a part of a path: letters and digits of ASCII, joined by dashes. */
export function slug(text: string): string {
  const plain = text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 60);
  return plain || "x";
}

/** A table as a spreadsheet sees it. */
export function toSheet({ name, columns, rows }: ArchiveTable): Table {
  return {
    name,
    columns: columns.map((header) => ({ header })),
    rows: rows.map((row) => columns.map((column) => row[column] ?? null)),
  };
}
