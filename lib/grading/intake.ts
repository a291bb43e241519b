import "server-only";
import type { FieldIssue } from "@/lib/document/issue";
import { flawIssue } from "@/lib/spreadsheet/issue";
import { readSpreadsheet } from "@/lib/spreadsheet/read";
import type { Sheet } from "@/lib/spreadsheet/sheet";

/** Reads an uploaded grade sheet, the first sheet that holds something, or says why it cannot be read. */
export async function takeGradeSheet(
  file: Uint8Array,
): Promise<{ ok: true; value: Sheet } | { ok: false; issue: FieldIssue }> {
  const read = await readSpreadsheet(file);
  if (!read.ok) return { ok: false, issue: flawIssue(read.flaw, read.details) };
  const sheet = read.value.sheets.find(({ rows }) => rows.length > 0);
  return sheet
    ? { ok: true, value: sheet }
    : { ok: false, issue: { path: "file", code: "file_empty" } };
}
