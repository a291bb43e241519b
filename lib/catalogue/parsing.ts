import {
  COLUMN_CHOICES,
  choiceOf,
  columnOf,
  type List,
  type ListColumn,
  type ListWords,
  REQUIRED_COLUMNS,
} from "@/lib/catalogue/columns";
import type { Sheet } from "@/lib/spreadsheet/sheet";

/** A row of a file as texts, by column; choices are read as their codes. */
export interface ParsedRow {
  /** As the sheet counts. */
  number: number;
  texts: Partial<Record<ListColumn, string>>;
  /** Columns whose cell holds an error of its program. */
  broken: ListColumn[];
}

export interface ParsedList {
  /** What was read, for a file of what is wrong with it. */
  source: { sheet: Sheet; headings: string[] };
  rows: ParsedRow[];
  /** Headings that mean nothing here; their columns are left out. */
  unknown: string[];
  missing: ListColumn[];
}

/** Rows at the top among which the header is looked for. */
const SEARCHED = 20;

/** Reads the rows below the header; null where no row looks like one. */
export function parseList(
  sheet: Sheet,
  list: List,
  vocabulary: readonly ListWords[],
): ParsedList | null {
  const header = findHeader(sheet, list, vocabulary);
  if (!header) return null;
  const { columns, number: headerRow, unknown } = header;
  const missing = REQUIRED_COLUMNS[list].filter((column) => !columns.includes(column));
  const rows = sheet.rows
    .filter(({ number }) => number > headerRow)
    .flatMap(({ number, cells }): ParsedRow[] => {
      const texts: ParsedRow["texts"] = {};
      const broken: ListColumn[] = [];
      for (const [at, column] of columns.entries()) {
        const cell = cells[at];
        if (!column || !cell) continue;
        if (cell.kind === "error") {
          broken.push(column);
          continue;
        }
        const text = cell.text.normalize("NFC").trim();
        if (text === "") continue;
        const isChoice = COLUMN_CHOICES[list][column] !== undefined;
        texts[column] = isChoice ? choiceOf(text, column, list, vocabulary) : text;
      }
      const filled = Object.keys(texts).length + broken.length;
      return filled > 0 ? [{ number, texts, broken }] : [];
    });
  return { source: { sheet, headings: header.headings }, rows, unknown, missing };
}

/** The row of the first ones in which most headings are known. */
function findHeader(sheet: Sheet, list: List, vocabulary: readonly ListWords[]) {
  let best: {
    number: number;
    columns: (ListColumn | null)[];
    headings: string[];
    unknown: string[];
  } | null = null;
  let most = 1;
  for (const { number, cells } of sheet.rows.slice(0, SEARCHED)) {
    const seen = new Set<ListColumn>();
    const unknown: string[] = [];
    const columns = cells.map((cell) => {
      if (!cell) return null;
      const column = columnOf(cell.text, list, vocabulary);
      // The first of two columns of one name is meant.
      if (!column || seen.has(column)) {
        unknown.push(cell.text.trim().slice(0, 60));
        return null;
      }
      seen.add(column);
      return column;
    });
    if (seen.size > most) {
      most = seen.size;
      best = { number, columns, headings: cells.map((cell) => cell?.text.trim() ?? ""), unknown };
    }
  }
  return best;
}

/** One link of a cell: "Judul | https://contoh.go.id"; an address alone is its own title. */
export function parseLinks(text: string): { title: string; url: string }[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => {
      const at = line.lastIndexOf("|");
      const url = line.slice(at + 1).trim();
      return { title: at < 0 ? url.slice(0, 120) : line.slice(0, at).trim(), url };
    });
}

/** The cell that `parseLinks` reads again. */
export function writeLinks(links: readonly { title: string; url: string }[]): string {
  return links.map(({ title, url }) => `${title} | ${url}`).join("\n");
}
