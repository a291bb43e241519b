import type { Sheet } from "@/lib/spreadsheet/sheet";
import type { Table, Value } from "@/lib/spreadsheet/table";

/** A row of a file that cannot be taken over, and why, in words. */
export interface FaultyRow {
  /** As the sheet counts, from 1. */
  number: number;
  reasons: readonly string[];
}

/**
 * The rows with errors as the file has them, with the reasons in the first column: mended there, the
 * file can be imported as it is.
 *
 * @param headings of the file's own columns, in their order
 */
export function faultTable(
  sheet: Sheet,
  headings: readonly string[],
  rows: readonly FaultyRow[],
  words: { name: string; row: string; reasons: string },
): Table {
  const cells = new Map(sheet.rows.map((row) => [row.number, row.cells]));
  return {
    name: words.name,
    columns: [
      { header: words.reasons, width: 60 },
      { header: words.row, width: 8 },
      ...headings.map((header) => ({ header, width: 24, text: true })),
    ],
    rows: rows.map(({ number, reasons }): Value[] => [
      reasons.join("; "),
      number,
      ...headings.map((_, column) => cells.get(number)?.[column]?.text ?? ""),
    ]),
  };
}
