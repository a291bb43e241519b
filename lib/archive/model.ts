import { maskIdNumber } from "@/lib/enrolment/civil-servant";
import type { LeavingFile } from "@/lib/file/model";
import type { Table } from "@/lib/spreadsheet/table";

/** One cohort as an open archive: what is in it, and what its files are called. */

/** Raised when a file or a column of the archive changes its meaning or goes away. */
export const ARCHIVE_SCHEMA_VERSION = 2;

/** The tables of an archive, each as JSON and as CSV; each has words in `archive.tables`. */
export const ARCHIVE_TABLES = [
  "people",
  "assignments",
  "revisions",
  "scores",
  "decisions",
  "comments",
  "work-scores",
  "second-scores",
  "moderations",
  "extensions",
  "wishes",
  "allocations",
  "assignment-templates",
  "canned-comments",
  "findings",
  "host-responses",
  "innovations",
  "agenda",
  "attendance",
  "files",
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
  /** The photos and PDFs that revisions name, each once. */
  files: LeavingFile[];
  people: number;
  /** Whether civil-servant numbers stand in full, and how to reach mentors with them. */
  withNumbers: boolean;
}

/** Fields of documents that hold somebody's number, and those that hold how to reach somebody. */
const NUMBER_FIELDS = new Set(["idNumber"]);
const CONTACT_FIELDS = new Set(["email", "phone"]);

/**
 * A document without the numbers and the addresses of the people whom it names, at any depth: numbers
 * are masked like those of the roster, e-mail addresses and telephone numbers are left empty.
 *
 * @returns the document, and the paths of what is not as it was handed in
 */
export function withoutNumbers(document: unknown): { content: unknown; redacted: string[] } {
  const redacted: string[] = [];
  const visit = (value: unknown, path: string, key: string): unknown => {
    if (Array.isArray(value)) {
      return value.map((item, at) => visit(item, path === "" ? `${at}` : `${path}.${at}`, key));
    }
    if (typeof value === "object" && value !== null) {
      return Object.fromEntries(
        Object.entries(value).map(([inner, content]) => [
          inner,
          visit(content, path === "" ? inner : `${path}.${inner}`, inner),
        ]),
      );
    }
    if (value === null || value === undefined || value === "") return value;
    if (NUMBER_FIELDS.has(key)) {
      redacted.push(path);
      return maskIdNumber(String(value));
    }
    if (CONTACT_FIELDS.has(key)) {
      redacted.push(path);
      return "";
    }
    return value;
  };
  return { content: visit(document, "", ""), redacted };
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
