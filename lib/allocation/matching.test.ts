import { describe, expect, it } from "vitest";
import { planFile } from "@/lib/allocation/matching";
import type { FileRow } from "@/lib/allocation/model";
import type { Standing } from "@/lib/allocation/planning";

const person = (number: number, name: string, held: Standing["people"][number]["held"] = []) => ({
  id: `p${number}`,
  number,
  name,
  agencyId: "kpu",
  agency: "KPU",
  agencyName: "Komisi Pemilihan Umum",
  workUnit: "Umum",
  group: null,
  leads: false,
  held,
});
const place = (id: string, capacity: number | null = null) => ({
  id,
  label: id.toUpperCase(),
  name: `Inovasi ${id}`,
  capacity,
  owner: { kind: "region" as const, names: ["Kabupaten Bandung"] },
});
const standing: Standing = {
  kind: "INNOVATION",
  people: [
    person(1, "Sari"),
    person(2, "Budi, S.E."),
    person(3, "Budi"),
    person(4, "Tono", [{ placeId: "slrt", assignmentId: "a", begun: true }]),
    person(5, "Wati", [{ placeId: "slrt", assignmentId: "b", begun: false }]),
  ],
  places: [place("slrt", 2), place("sipd")],
  marks: [],
};
const row = (at: number, number: string, name: string, where: string): FileRow => ({
  row: at,
  number,
  name,
  agency: "",
  place: where,
  issues: [],
});
const codes = (rows: FileRow[]) =>
  planFile(standing, rows).plan.rows.map(({ issues }) => issues.map(({ code }) => code));

describe("a file of an allocation", () => {
  it("knows people by number and name together, and a place by its code or its name", () => {
    const { plan, moves } = planFile(standing, [
      row(2, "2", "Budi", "sipd"),
      row(3, "", "Sari", "inovasi SIPD"),
      row(4, "5", "Wati", "SLRT"),
    ]);
    expect(plan).toMatchObject({ faulty: 0, moves: 2 });
    expect(moves).toEqual([
      { enrolmentId: "p2", from: null, to: "sipd" },
      { enrolmentId: "p1", from: null, to: "sipd" },
    ]);
  });

  it("says of each row what is wrong with it", () => {
    expect(
      codes([
        row(2, "1", "Budi", "sipd"),
        row(3, "", "Budi", "sipd"),
        row(4, "4", "Tono", "sipd"),
        row(5, "", "Sari", "tidak ada"),
        { ...row(6, "5", "Wati", "#N/A"), issues: [{ path: "place", code: "cell_error" }] },
      ]),
    ).toEqual([
      ["unknown_person"],
      ["name_ambiguous"],
      ["work_begun"],
      ["unknown_place"],
      ["cell_error"],
    ]);
  });

  it("counts who leaves a place before it says that it is full", () => {
    expect(codes([row(2, "1", "Sari", "slrt")])).toEqual([["place_full"]]);
    expect(codes([row(2, "1", "Sari", "slrt"), row(3, "5", "Wati", "sipd")])).toEqual([[], []]);
  });
});
