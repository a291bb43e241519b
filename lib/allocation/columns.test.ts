import { describe, expect, it } from "vitest";
import { findHeader } from "@/lib/allocation/columns";
import type { Sheet } from "@/lib/spreadsheet/sheet";

const sheet = (rows: string[][]): Sheet => ({
  name: "Alokasi",
  merges: [],
  rows: rows.map((texts, at) => ({
    number: at + 1,
    cells: texts.map((text) => ({ kind: "text", text })),
  })),
});

describe("the header of an allocation's file", () => {
  it("is found below titles, in both languages and any order", () => {
    expect(findHeader(sheet([["Alokasi"], ["Inovasi", "Nama", "No."]]), "INNOVATION")).toEqual({
      row: 2,
      columns: { place: 0, name: 1, number: 2 },
      headings: ["Inovasi", "Nama", "No."],
    });
    expect(findHeader(sheet([["Name", "Agency", "Facilitator"]]), "FACILITATOR")).toEqual({
      row: 1,
      columns: { name: 0, agency: 1, place: 2 },
      headings: ["Name", "Agency", "Facilitator"],
    });
  });

  it("takes the column of the kind, where a roster has one of each", () => {
    const roster = sheet([["Nama", "Kelompok", "Fasilitator", "Inovasi"]]);
    expect(findHeader(roster, "GROUP")?.columns.place).toBe(1);
    expect(findHeader(roster, "FACILITATOR")?.columns.place).toBe(2);
    expect(findHeader(roster, "INNOVATION")?.columns.place).toBe(3);
  });

  it("is none without a name or without a place of the kind", () => {
    expect(findHeader(sheet([["Nama", "Instansi"], ["Inovasi"]]), "INNOVATION")).toBeNull();
    expect(findHeader(sheet([["Nama", "Kelompok"]]), "INNOVATION")).toBeNull();
  });
});
