/**
 * What a spreadsheet is once read, whoever wrote it: cells with their type, the text that people
 * see, and the exact number behind it.
 */

/** One filled cell. `text` is what its sheet shows, without the rounding of a narrow column. */
export type Cell =
  | { kind: "text"; text: string }
  /** `raw` is the number as the file has it, digit by digit: `value` may have lost some. */
  | { kind: "number"; text: string; value: number; raw: string }
  /** `text` is `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM:SS` or, for a time of day, `HH:MM:SS`. */
  | { kind: "date"; text: string; value: number; raw: string }
  | { kind: "boolean"; text: "TRUE" | "FALSE"; value: boolean }
  /** `#N/A` and its like; `#FORMULA!` for a formula whose result was never calculated. */
  | { kind: "error"; text: string };

/** Rows and columns counted from 1, both ends included. */
export interface MergedRange {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface SheetRow {
  /** As the program shows it, from 1. */
  number: number;
  /** By column, from 0; null where there is nothing. No nulls at the end. */
  cells: (Cell | null)[];
}

export interface Sheet {
  name: string;
  /** Rows that hold something, in their order. */
  rows: SheetRow[];
  merges: MergedRange[];
}

export interface Workbook {
  format: "xlsx" | "csv";
  /** How a CSV was written; one column has no delimiter. */
  text?: { encoding: TextEncoding; delimiter: Delimiter | null };
  /** Those that are not hidden. */
  sheets: Sheet[];
}

export type TextEncoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
export type Delimiter = ";" | "," | "\t";

/** Why a file is not read. Codes; words are found in the catalogue namespace `spreadsheet`. */
export const FLAWS = [
  /** Nothing in it. */
  "empty",
  /** More bytes than `maxBytes`. */
  "too_large",
  /** Small as a file and enormous once unpacked. */
  "unzips_too_large",
  "too_many_entries",
  "too_many_sheets",
  "too_many_rows",
  "too_many_columns",
  "too_many_cells",
  "cell_too_long",
  /** Holds macros, whatever it is called. */
  "macros",
  /** Needs a password. */
  "encrypted",
  /** Excel 97–2003 (.xls). */
  "old_excel",
  /** Excel's binary form (.xlsb). */
  "binary_excel",
  /** LibreOffice's own form (.ods). */
  "open_document",
  /** Some other kind of file. */
  "not_a_spreadsheet",
  /** Cut off, altered, or made to mislead. */
  "damaged",
  /** A quotation mark in a CSV that is never closed; `line` says where it begins. */
  "unclosed_quote",
] as const;
export type Flaw = (typeof FLAWS)[number];

export interface FlawDetails {
  max?: number;
  sheet?: string;
  /** From 1. */
  row?: number;
  line?: number;
}

export type ReadResult =
  | { ok: true; value: Workbook }
  | { ok: false; flaw: Flaw; details: FlawDetails };

/** Ends the reading of a file, wherever it is found out. `readSpreadsheet` turns it into a value. */
export class SheetFlaw extends Error {
  constructor(
    readonly flaw: Flaw,
    readonly details: FlawDetails = {},
  ) {
    super(flaw);
  }
}

/** What one file may ask of the server. Beyond any of these it is refused, never cut short. */
export interface ReadLimits {
  /** Of the file itself. */
  maxBytes: number;
  /** Of all that is unpacked, counted while it is. */
  maxUnzippedBytes: number;
  maxEntries: number;
  maxSheets: number;
  /** Of one sheet that hold something, the header included. */
  maxRows: number;
  /** The last column that may hold something. */
  maxColumns: number;
  /** Of all sheets together. */
  maxCells: number;
  /** Characters of one cell. */
  maxCellLength: number;
}

export const READ_LIMITS: ReadLimits = {
  maxBytes: 4 * 1024 * 1024,
  maxUnzippedBytes: 32 * 1024 * 1024,
  maxEntries: 1000,
  maxSheets: 32,
  maxRows: 5000,
  maxColumns: 128,
  maxCells: 200_000,
  maxCellLength: 8000,
};
