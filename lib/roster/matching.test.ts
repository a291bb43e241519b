import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  agencyKey,
  matchAgency,
  mayBeOnePerson,
  nameKey,
  proposeAgency,
  suggestAgencies,
} from "@/lib/roster/matching";

const known = [
  { id: "1", name: "Kementerian Sosial Republik Indonesia", shortName: "Kemensos", own: false },
  {
    id: "2",
    name: "Pemerintah Kabupaten Belitung Timur",
    shortName: "Pemkab Belitung Timur",
    own: false,
  },
  { id: "3", name: "Komisi Pemilihan Umum", shortName: "KPU", own: false },
  { id: "4", name: "Pemerintah Kabupaten Bandung", shortName: "Pemkab Bandung", own: false },
  { id: "5", name: "Pemerintah Kota Bandung", shortName: "Pemkot Bandung", own: false },
  {
    id: "6",
    name: "Pemerintah Kabupaten Bandung Barat",
    shortName: "Pemkab Bandung Barat",
    own: false,
  },
  {
    id: "7",
    name: "Sekretariat Jenderal Komisi Pemilihan Umum",
    shortName: "Setjen KPU",
    own: false,
  },
];

describe("an agency's name", () => {
  it.each([
    ["KEMENTERIAN SOSIAL RI", "1"],
    ["Kementrian Sosial", "1"],
    ["Kemensos", "1"],
    ["KEMENSOS R.I.", "1"],
    ["Kementerian Sosial (Kemensos)", "1"],
    ["Pemkab Belitung Timur", "2"],
    ["Pemda Kab. Belitung Timur", "2"],
    ["kabupaten  belitung-timur", "2"],
    ["KPU RI", "3"],
    ["Kab. Bandung", "4"],
    ["Pemkot Bandung", "5"],
    ["Kota Bandung", "5"],
    ["Kab Bandung Barat", "6"],
    ["Sekjen KPU", "7"],
    ["Setjen Komisi Pemilihan Umum", "7"],
  ])("%s is known", (text, id) => {
    expect(matchAgency(text, known)?.id).toBe(id);
  });

  it.each(["Bandung", "Belitung Timur", "Kementerian", "Kota Belitung Timur", "", "Sosial"])(
    "%s is not taken for one that is meant perhaps",
    (text) => expect(matchAgency(text, known)).toBeNull(),
  );

  it("is the centre's own before one that all share, and none where two are meant alike", () => {
    const twins = [
      { id: "a", name: "KPU", shortName: "KPU", own: false },
      { id: "b", name: "K.P.U.", shortName: "K.P.U.", own: false },
    ];
    expect(matchAgency("KPU", [...twins, { ...twins[0], id: "c", own: true } as never])?.id).toBe(
      "c",
    );
    expect(
      matchAgency("KPU", [{ ...twins[0] } as never, { ...twins[0], id: "d" } as never]),
    ).toBeNull();
  });

  it("has one key, however often it is taken", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        expect(agencyKey(agencyKey(text))).toBe(agencyKey(text));
      }),
    );
  });

  it("with a slip is suggested", () => {
    expect(suggestAgencies("Kementerian Sosil", known)[0]?.id).toBe("1");
    expect(suggestAgencies("Dinas Perhubungan", known)).toEqual([]);
  });

  it("says what it would be as a new one", () => {
    expect(proposeAgency("Pemerintah Kota Cimahi")).toEqual({
      name: "Pemerintah Kota Cimahi",
      shortName: "Pemkot Cimahi",
      type: "CITY",
    });
    expect(proposeAgency("Badan Narkotika Nasional (BNN)")).toMatchObject({
      shortName: "BNN",
      type: "LPNK",
    });
    expect(proposeAgency("Dinas Sosial Kabupaten Antah").type).toBe("REGENCY");
    expect(proposeAgency("Sekretariat KPU Kab. Bandung").type).toBe("LNS");
    expect(proposeAgency("Kementerian Agama").type).toBe("MINISTRY");
    expect(proposeAgency("Pemprov Jawa Barat").type).toBe("PROVINCE");
    expect(proposeAgency("Komisi Yudisial").type).toBe("LNS");
  });
});

describe("a person's name", () => {
  it("is the same with and without titles and degrees", () => {
    expect(nameKey("Dr. H. Budi Santoso, S.Sos., M.Si.")).toBe("BUDI SANTOSO");
    expect(nameKey("BUDI  SANTOSO")).toBe("BUDI SANTOSO");
    expect(nameKey("Drs. Hadi")).toBe("HADI");
  });

  it.each([
    ["Citra", "Citra Dewi, S.E."],
    ["Moh. Yusuf", "Mohammad Yusup"],
    ["M. Ridwan", "Muhammad R."],
    ["Soekarno", "Sukarno"],
    ["SITI AMINAH", "Siti Aminah, S.Sos."],
  ])("%s and %s may be one person", (one, another) => {
    expect(mayBeOnePerson(one, another)).toBe(true);
    expect(mayBeOnePerson(another, one)).toBe(true);
  });

  it.each([
    ["Rahmat Hidayat", "Bambang Purnomo"],
    ["Sri Lestari", "Citra Safitri, S.H."],
    ["Agus", "Dewi"],
  ])("%s and %s are two", (one, another) => {
    expect(mayBeOnePerson(one, another)).toBe(false);
  });
});
