import "server-only";
import { guardText } from "@/lib/spreadsheet/guarded-text";
import type { Table, Value } from "@/lib/spreadsheet/table";

/**
 * A table as CSV: UTF-8 with a byte order mark and `;`, which is what Excel with Indonesian settings
 * opens by a double click. Texts that a program would run or round are guarded (guarded-text.ts).
 */
export function writeCsv({ columns, rows }: Pick<Table, "columns" | "rows">): Buffer {
  const lines = [columns.map(({ header }) => header), ...rows].map((values) =>
    values.map(field).join(";"),
  );
  return Buffer.from(`\ufeff${lines.map((line) => `${line}\r\n`).join("")}`, "utf8");
}

function field(value: Value): string {
  const text = typeof value === "string" ? guardText(value) : shown(value);
  return /[";,\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function shown(value: Exclude<Value, string>): string {
  if (value === null) return "";
  if (typeof value === "object") return value.date;
  return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : String(value);
}
