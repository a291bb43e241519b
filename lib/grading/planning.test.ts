import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSpreadsheet } from "@/lib/spreadsheet/read";
import type { Cell, Sheet } from "@/lib/spreadsheet/sheet";
import { KEY_COLUMNS, keyHeading, scoreHeading } from "./columns";
import { takeGradeSheet } from "./intake";
import type { SheetWork } from "./model";
import { planGrades } from "./planning";

const folder = new URL("../../tests/grade-sheets/files/", import.meta.url);
const refused = new URL("../../tests/grade-sheets/refused/", import.meta.url);
const id = (end: number) => `01919aaa-0000-7000-8000-0000000000${String(end).padStart(2, "0")}`;
const place = { cohortId: id(1), raterId: id(2) };
const work = (end: number, version: number, more: Partial<SheetWork> = {}): SheetWork => ({
  assignmentId: id(end),
  role: "PRIMARY",
  participant: `Peserta ${end - 9}`,
  agency: "INS",
  innovation: { code: "SATU", name: "Inovasi" },
  version,
  locked: false,
  criteria: ["k1", "k2"].map((code) => ({
    id: code,
    code,
    label: { id: code, en: code },
    weight: 50,
  })),
  scores: [],
  ...more,
});
const works = [work(10, 2), work(11, 0), work(12, 1, { role: "SECOND" })];

async function sheetOf(file: string) {
  const read = await readSpreadsheet(readFileSync(new URL(file, folder)));
  const sheet = read.ok ? read.value.sheets[0] : undefined;
  if (!sheet) throw new Error(`${file} cannot be read`);
  return sheet;
}

describe.each(readdirSync(folder))("%s", (file) => {
  it("says the same whoever wrote it", async () => {
    const { rows, counts } = planGrades(await sheetOf(file), place, works);
    expect(counts).toEqual({ change: 2, same: 0, faulty: 1 });
    expect(rows[0]?.write).toEqual({
      assignmentId: id(10),
      role: "PRIMARY",
      basedOn: 2,
      scores: [
        { criterionId: "k1", value: 80, note: "Tajam." },
        { criterionId: "k2", value: 87, note: "" },
      ],
    });
    expect(rows[1]?.write?.scores).toEqual([
      { criterionId: "k1", value: 75, note: "" },
      { criterionId: "k2", value: 90, note: "Bukti\nlengkap" },
    ]);
    expect(rows[2]?.issues).toEqual([
      { path: "k1", code: "out_of_range", params: { min: 0, max: 100 } },
    ]);
  });

  it("is stale, locked, or another's, row by row", async () => {
    const sheet = await sheetOf(file);
    const codes = (at: typeof place, standing: SheetWork[]) =>
      planGrades(sheet, at, standing).rows.map(({ issues }) => issues[0]?.code);
    expect(codes(place, [work(10, 3), work(11, 0, { locked: true })])).toEqual([
      "sheet_stale",
      "sheet_locked",
      "sheet_unknown_work",
    ]);
    expect(codes({ ...place, cohortId: id(9) }, works)).toEqual(
      Array(3).fill("sheet_other_cohort"),
    );
    expect(codes({ ...place, raterId: id(9) }, works)).toEqual(Array(3).fill("sheet_other_rater"));
  });
});

describe.each(readdirSync(refused))("%s", (file) => {
  it("is refused as a whole, with what to do instead", async () => {
    expect(await takeGradeSheet(readFileSync(new URL(file, refused)))).toEqual({
      ok: false,
      issue: { path: "file", code: "file_open_document" },
    });
  });
});

describe("a criterion whose code is that of a key", () => {
  it("is scored, and never taken for the key", () => {
    const codes = ["cohort", "rater", "work", "version"];
    const criteria = codes.map((code) => ({
      id: code,
      code,
      label: { id: code, en: code },
      weight: 25,
    }));
    const headings = [
      ...codes.map((code) => scoreHeading(code, "Nilai")),
      ...KEY_COLUMNS.map((key) => keyHeading(key, "jangan diubah")),
    ];
    const text = (value: string): Cell => ({ kind: "text", text: value });
    const rows = [headings, ["80", "81", "82", "83", id(1), id(2), id(10), "2"]];
    const sheet = {
      name: "Nilai",
      rows: rows.map((row, at) => ({ number: at + 1, cells: row.map(text) })),
    } as Sheet;
    const planned = planGrades(sheet, place, [work(10, 2, { criteria })]);
    expect(planned.rows[0]?.write?.scores.map(({ value }) => value)).toEqual([80, 81, 82, 83]);
  });
});
