import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guardText, unguardText } from "@/lib/spreadsheet/guarded-text";
import { readSpreadsheet } from "@/lib/spreadsheet/read";
import type { Cell } from "@/lib/spreadsheet/sheet";
import type { Table, Value } from "@/lib/spreadsheet/table";
import { writeCsv } from "@/lib/spreadsheet/write-csv";
import { writeXlsx } from "@/lib/spreadsheet/write-xlsx";

/** Texts as people and attackers write them; a blank one is no cell. */
const texts = fc
  .oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.string({ maxLength: 40 }),
    fc.constantFrom(
      "=1+1",
      "'=1+1",
      "''=1+1",
      "+62811",
      "-",
      "@SUM(A1)",
      "\t=1",
      "\r=1",
      "\n=1",
      "＝1",
      "198609262015051001",
      "'198609262015051001",
      "007",
      "_x000D_",
      "_x005F_x000D_",
      '="007"',
      'say "no"; never, ever',
      "dua\r\nbaris",
      "<b>&amp;</b>",
      "]]>",
    ),
  )
  .filter((text) => text.trim() !== "" && !text.includes("\u0000") && !/\p{Cs}/u.test(text));

async function cellsOf(bytes: Uint8Array): Promise<(Cell | null)[][]> {
  const result = await readSpreadsheet(bytes);
  if (!result.ok) throw new Error(result.flaw);
  return result.value.sheets[0]?.rows.map(({ cells }) => cells) ?? [];
}

const tableOf = (rows: Value[][]): Table => ({
  name: "Data",
  columns: (rows[0] ?? []).map((_, index) => ({ header: `Kolom ${index + 1}` })),
  rows,
});

describe("what is written as XLSX", () => {
  it("is read as it was: any text, number, date and truth value", async () => {
    const days = fc
      .integer({ min: Date.UTC(1900, 2, 1), max: Date.UTC(2199, 11, 31) })
      .map((at) => ({ date: new Date(at).toISOString().slice(0, 10) }));
    const numbers = fc
      .double({ noNaN: true, noDefaultInfinity: true, min: -1e18, max: 1e18 })
      // A sheet knows no negative zero.
      .map((value) => value + 0);
    const values = fc.oneof(texts, numbers, fc.boolean(), days);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(values, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        async (rows) => {
          const [, ...read] = await cellsOf(writeXlsx([tableOf(rows)]));
          expect(read.map((cells) => cells.map(writtenAs))).toEqual(rows);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("is the same bytes for the same tables", () => {
    const table = tableOf([["a", 1]]);
    expect(writeXlsx([table]).equals(writeXlsx([table]))).toBe(true);
  });
});

function writtenAs(cell: Cell | null): Value {
  if (!cell) return null;
  if (cell.kind === "date") return { date: cell.text };
  return cell.kind === "text" || cell.kind === "error" ? cell.text : cell.value;
}

describe("what is written as CSV", () => {
  it("is read as it was, whatever the text", async () => {
    // A CSV is no place for control characters: a file that has them is taken for no text at all.
    const typed = texts.filter((text) => !/[^\P{Cc}\t\r\n\u007f-\u009f]/u.test(text));
    // As wide as its heading in every row: by that a reader knows what divides it.
    const tables = fc.integer({ min: 2, max: 4 }).chain((width) =>
      fc.array(fc.array(typed, { minLength: width, maxLength: width }), {
        minLength: 1,
        maxLength: 6,
      }),
    );
    await fc.assert(
      fc.asyncProperty(tables, async (rows) => {
        const [, ...read] = await cellsOf(writeCsv(tableOf(rows)));
        expect(read.map((cells) => cells.map((cell) => cell?.text ?? null))).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });

  it("never lets a field begin like a formula", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const line = writeCsv({ columns: [{ header: text }], rows: [] })
          .toString("utf8")
          .slice(1);
        expect(line.replace(/^"/, "")).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
  });
});

describe("guarding a text", () => {
  it("can be undone, always", () => {
    fc.assert(fc.property(texts, (text) => unguardText(guardText(text)) === text));
  });

  it("leaves ordinary texts alone", () => {
    for (const text of ["Budi", "III/c", "Jl. Ganesha 10", "'kutipan'", "12", "a=b"]) {
      expect(guardText(text)).toBe(text);
    }
  });
});
