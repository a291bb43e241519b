import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { takeAllocation } from "@/lib/allocation/intake";

const folder = new URL("../../tests/allocations/files/", import.meta.url);
const saved = new URL("../../tests/allocations/saved/", import.meta.url);
const refused = new URL("../../tests/allocations/refused/", import.meta.url);
const take = (file: string, from = folder) =>
  takeAllocation(readFileSync(new URL(file, from)), "INNOVATION");

// Made by hand after what Excel and LibreOffice write: tests/allocations/README.md.
describe.each(readdirSync(folder))("%s", (file) => {
  it("says the same whoever wrote it: results of formulas, runs of a text, numbers kept as texts", async () => {
    const taken = await take(file);
    const rows = taken.ok ? taken.value.rows : [];
    expect(
      rows.map(({ row, number, name, agency, place }) => [row, number, name, agency, place]),
    ).toEqual([
      [3, "1", "Siti Aminah", "KPU", "SATU"],
      [4, "2", "Budi Santoso", "KPU", "DUA"],
      [5, "3", "Citra Dewi", "KPU", "SATU"],
      [6, "4", "Dedi Kurnia", "KPU", ""],
      [7, "5", "Eka Putri", "KPU", "#N/A"],
      [8, "6", "Fajar Hadi", "KPU", "#FORMULA!"],
    ]);
  });

  it("blames merged cells, errors and formulas without a result, each in its row", async () => {
    const taken = await take(file);
    const rows = taken.ok ? taken.value.rows : [];
    expect(
      rows.map(({ row, issues }) => [row, ...issues.map(({ path, code }) => `${path} ${code}`)]),
    ).toEqual([
      [3],
      [4],
      [5, "place cell_merged"],
      [6, "place cell_merged"],
      [7, "place cell_error"],
      [8, "place cell_error"],
    ]);
  });

  it("is no file of another kind", async () => {
    const bytes = readFileSync(new URL(file, folder));
    expect(await takeAllocation(bytes, "GROUP")).toMatchObject({
      ok: false,
      issue: { code: "file_no_header" },
    });
  });
});

describe.each(readdirSync(saved))("an exported allocation, saved as %s", (file) => {
  it("comes back with the same rows, and with what was changed in it", async () => {
    const taken = await take(file, saved);
    const rows = taken.ok ? taken.value.rows : [];
    expect(rows).toEqual([
      { row: 2, number: "1", name: "Siti Aminah", agency: "KPU", place: "SATU", issues: [] },
      { row: 3, number: "2", name: "Budi Santoso", agency: "BPS", place: "DUA", issues: [] },
      { row: 4, number: "3", name: "Citra Dewi", agency: "KPU", place: "DUA", issues: [] },
      // What looks like a formula was a text, and still is one.
      { row: 5, number: "4", name: "=cmd|' /C calc'!A0", agency: "BPS", place: "SATU", issues: [] },
    ]);
  });
});

describe.each(readdirSync(refused))("%s", (file) => {
  it("is refused as a whole, with what to do instead", async () => {
    expect(await take(file, refused)).toEqual({
      ok: false,
      issue: { path: "file", code: "file_open_document" },
    });
  });
});
