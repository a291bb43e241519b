import "server-only";
import { ALLOCATION_FIELDS, findHeader } from "@/lib/allocation/columns";
import type { FileRow, PlaceKind } from "@/lib/allocation/model";
import type { FieldIssue } from "@/lib/document/issue";
import { flawIssue } from "@/lib/spreadsheet/issue";
import { readSpreadsheet } from "@/lib/spreadsheet/read";
import type { Sheet } from "@/lib/spreadsheet/sheet";

/** An uploaded file: its rows, and the sheet from which they were read. */
export interface TakenFile {
  sheet: Sheet;
  headings: readonly string[];
  rows: FileRow[];
}

/** Reads an uploaded file as an allocation, or says why it cannot be read. Rows keep their faults. */
export async function takeAllocation(
  file: Uint8Array,
  kind: PlaceKind,
): Promise<{ ok: true; value: TakenFile } | { ok: false; issue: FieldIssue }> {
  const read = await readSpreadsheet(file);
  if (!read.ok) return { ok: false, issue: flawIssue(read.flaw, read.details) };
  for (const sheet of read.value.sheets) {
    const header = findHeader(sheet, kind);
    if (!header) continue;
    const { columns, headings } = header;
    const below = sheet.rows.filter(({ number }) => number > header.row);
    return {
      ok: true,
      value: {
        sheet,
        headings,
        rows: below.flatMap(({ number, cells }): FileRow[] => {
          const issues: FieldIssue[] = [];
          const written = { number: "", name: "", agency: "", place: "" };
          for (const field of ALLOCATION_FIELDS) {
            const column = columns[field];
            if (column === undefined) continue;
            const cell = cells[column];
            written[field] = cell?.text.trim() ?? "";
            if (cell?.kind === "error") issues.push({ path: field, code: "cell_error" });
            // Whom a merged cell speaks of, nobody can be sure.
            const merged = sheet.merges.some(
              ({ top, left, bottom, right }) =>
                top <= number && number <= bottom && left <= column + 1 && column + 1 <= right,
            );
            if (merged) issues.push({ path: field, code: "cell_merged" });
          }
          const empty = Object.values(written).every((text) => text === "");
          return empty && issues.length === 0 ? [] : [{ row: number, ...written, issues }];
        }),
      },
    };
  }
  return { ok: false, issue: { path: "file", code: "file_no_header" } };
}
