import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { takeAllocation } from "@/lib/allocation/intake";

const folder = new URL("../../tests/allocations/files/", import.meta.url);
const take = (file: string) => takeAllocation(readFileSync(new URL(file, folder)), "INNOVATION");

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
