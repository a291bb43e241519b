import "server-only";
import type { FieldIssue } from "@/lib/document/issue";
import { guessHeader, type HeaderGuess, headerAt } from "@/lib/roster/columns";
import {
  type KnownAgency,
  MAX_ROSTER_ROWS,
  type ParsedRoster,
  REQUIRED_FIELDS,
  type RosterField,
} from "@/lib/roster/model";
import { parseRoster } from "@/lib/roster/parsing";
import type { ImportOptions } from "@/lib/roster/schema";
import { flawIssue } from "@/lib/spreadsheet/issue";
import { readSpreadsheet } from "@/lib/spreadsheet/read";
import type { Sheet, Workbook } from "@/lib/spreadsheet/sheet";

/** Rows at the top that are shown, so that somebody can point at the header. */
const TOP_ROWS = 20;

/** A file as a roster: which sheet and columns were read, and the people. */
export interface Intake {
  format: Workbook["format"];
  sheets: string[];
  sheet: string;
  /** Null where no row looks like a header and none was chosen. */
  header: HeaderGuess | null;
  /** Fields without which nothing can be read, and that have no column. */
  missingFields: RosterField[];
  top: { number: number; texts: string[] }[];
  /** A few values below each heading. */
  samples: string[][];
  roster: ParsedRoster;
  source: Sheet;
}

const NOBODY: ParsedRoster = { rows: [], ignored: [], fields: [] };

/** Reads an uploaded file as a roster, or says why it cannot be read. */
export async function takeRoster(
  file: Uint8Array,
  options: ImportOptions,
  standing: { agencies: readonly KnownAgency[]; today: string },
): Promise<{ ok: true; value: Intake } | { ok: false; issue: FieldIssue }> {
  const read = await readSpreadsheet(file);
  if (!read.ok) return { ok: false, issue: flawIssue(read.flaw, read.details) };
  const filled = read.value.sheets.filter(({ rows }) => rows.length > 0);
  const sheet = chooseSheet(filled, options.sheet);
  const guess = options.headerRow ? headerAt(sheet, options.headerRow) : guessHeader(sheet);
  const header = guess && { ...guess, mapping: options.mapping ?? guess.mapping };
  const missingFields = REQUIRED_FIELDS.filter((field) => header?.mapping[field] === undefined);
  const roster =
    header && missingFields.length === 0
      ? parseRoster(sheet, {
          header,
          today: standing.today,
          defaultRole: options.defaultRole,
          defaultAgency: options.defaultAgency,
          agencies: standing.agencies,
        })
      : NOBODY;
  if (roster.rows.length > MAX_ROSTER_ROWS) {
    return {
      ok: false,
      issue: { path: "file", code: "file_too_many_people", params: { max: MAX_ROSTER_ROWS } },
    };
  }
  return {
    ok: true,
    value: {
      format: read.value.format,
      sheets: filled.map(({ name }) => name),
      sheet: sheet.name,
      header,
      missingFields,
      top: sheet.rows
        .slice(0, TOP_ROWS)
        .map(({ number, cells }) => ({ number, texts: cells.map((cell) => short(cell?.text)) })),
      samples: header ? samplesOf(sheet, header) : [],
      roster,
      source: sheet,
    },
  };
}

/** The chosen sheet; else the first in which a header is found; else the first. */
function chooseSheet(sheets: readonly Sheet[], name: string | undefined): Sheet {
  const chosen = sheets.find((sheet) => sheet.name === name);
  const found = chosen ?? sheets.find((sheet) => guessHeader(sheet) !== null) ?? sheets[0];
  if (!found) throw new Error("a file without filled sheets is refused as empty");
  return found;
}

function samplesOf(sheet: Sheet, header: HeaderGuess): string[][] {
  const below = sheet.rows.filter(({ number }) => number >= header.firstRow).slice(0, 40);
  return header.headings.map((_, column) =>
    below
      .flatMap(({ cells }) => cells[column]?.text ?? [])
      .slice(0, 3)
      .map(short),
  );
}

function short(text: string | undefined): string {
  return (text ?? "").replace(/\s+/g, " ").trim().slice(0, 60);
}
