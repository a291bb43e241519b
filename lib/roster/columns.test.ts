import { describe, expect, it } from "vitest";
import { fieldsOfHeading, guessHeader, guessMapping } from "@/lib/roster/columns";
import { gradeOf, groupName, readIdNumber } from "@/lib/roster/parsing";
import type { Sheet } from "@/lib/spreadsheet/sheet";

describe("a heading", () => {
  it.each([
    ["Nama", "fullName"],
    ["NAMA LENGKAP\n(dengan gelar)", "fullName"],
    ["Nama dan Gelar", "fullName"],
    ["Nama Pegawai", "fullName"],
    ["NAMA / NIP", "fullName"],
    ["N I P", "idNumber"],
    ["NIP/NRP", "idNumber"],
    ["Nomor Induk Pegawai", "idNumber"],
    ["Pangkat/Gol.", "grade"],
    ["Pangkat, Golongan Ruang", "grade"],
    ["Gol/Ruang", "grade"],
    ["Jabatan Saat Ini", "position"],
    ["Instansi", "agency"],
    ["Asal Instansi", "agency"],
    ["K/L/D", "agency"],
    ["Unit Kerja", "workUnit"],
    ["OPD", "workUnit"],
    ["Satker", "workUnit"],
    ["Surel", "email"],
    ["Alamat E-Mail", "email"],
    ["Email Aktif", "email"],
    ["Kelompok", "group"],
    ["No. Kelompok", "group"],
    ["Ketua Kelompok", "lead"],
    ["Fasilitator", "facilitator"],
    ["Widyaiswara Pendamping", "facilitator"],
    ["Peran", "role"],
  ])("%s means %s", (text, field) => expect(fieldsOfHeading(text)[0]?.field).toBe(field));

  it.each(["No", "No.", "Tempat Lahir", "No HP", "Alamat", "Foto", "Ukuran Baju", ""])(
    "%s means nothing of a roster",
    (text) => expect(fieldsOfHeading(text)).toEqual([]),
  );

  it("gives a field to the column that says it best", () => {
    expect(guessMapping(["Nama Instansi", "Nama", "Nama Fasilitator"])).toEqual({
      agency: 0,
      fullName: 1,
      facilitator: 2,
    });
  });
});

describe("the header", () => {
  const sheet = (rows: (string | null)[][]): Sheet => ({
    name: "S",
    merges: [],
    rows: rows.map((texts, index) => ({
      number: index + 1,
      cells: texts.map((text) => (text === null ? null : { kind: "text", text })),
    })),
  });

  it("is none where there are only people", () => {
    expect(
      guessHeader(
        sheet([
          ["Budi", "Kepala Seksi"],
          ["Siti", "Kelompok Kerja"],
        ]),
      ),
    ).toBeNull();
  });

  it("is looked for below any number of titles, but not for ever", () => {
    const titles = Array.from({ length: 20 }, () => ["DAFTAR PESERTA"]);
    expect(guessHeader(sheet([...titles, ["Nama", "NIP"]]))?.headerRow).toBe(21);
    const many = Array.from({ length: 40 }, () => ["DAFTAR PESERTA"]);
    expect(guessHeader(sheet([...many, ["Nama", "NIP"]]))).toBeNull();
  });
});

describe("what a cell says", () => {
  it.each([
    ["III/c", "III/c"],
    ["Penata (III/c)", "III/c"],
    ["Penata Tk. I, III/d", "III/d"],
    ["IIIb", "III/b"],
    ["iv a", "IV/a"],
    ["Penata Tingkat I", "III/d"],
    ["Penata Muda Tk.I / III.b", "III/b"],
    ["Pembina", "IV/a"],
    ["Pembina Utama Muda", "IV/c"],
    ["IX", null],
    ["Ahli Muda", null],
    ["III/e", null],
  ])("%s is the grade %s", (text, grade) => expect(gradeOf(text)).toBe(grade));

  it.each([
    ["1", "Kelompok 1"],
    ["IV", "Kelompok 4"],
    ["klp. 3", "Kelompok 3"],
    ["KELOMPOK II", "Kelompok 2"],
    ["Group 2", "Kelompok 2"],
    ["Melati", "Melati"],
    ["Kelompok Mawar", "Kelompok Mawar"],
  ])("%s is the group %s", (text, name) => expect(groupName(text)).toBe(name));

  const today = "2018-08-08";
  it.each([
    ["'197503122000031001", "NIP", null],
    ["NIP. 19750312 200003 1 001", "NIP", null],
    ["19750312-200003-1-001", "NIP", null],
    ["198503122016211001", "NI_PPPK", null],
    ["78010101", "NRP", null],
    ["-", "NONE", null],
    ["1,97503E+17", "NIP", "id_number_rounded"],
    ["197503122000031000", "NIP", "id_number_rounded"],
    ["3204051203750001", "NIP", "id_number_nik"],
  ])("%s is a number of the kind %s", (text, type, problem) => {
    expect(readIdNumber({ kind: "text", text }, "", today)).toMatchObject({ type, problem });
  });

  it("is lost where a number has more digits than a spreadsheet keeps", () => {
    const value = 197503122000031000;
    const cell = {
      kind: "number",
      text: String(value),
      value,
      raw: "1.97503122000031E+17",
    } as const;
    expect(readIdNumber(cell, "", today).problem).toBe("id_number_rounded");
  });
});
