import { describe, expect, it } from "vitest";
import { findExposure } from "@/lib/feedback/concealing";

const people = [
  { name: "Drs. Budi Santoso, M.Si.", idNumber: "198609262015051001" },
  { name: "Siti Nur Aisyah, S.Sos.", idNumber: null },
  { name: "Suharti", idNumber: "19860926" },
  { name: "I Gusti Ngurah Putra", idNumber: null },
];
const found = (text: string) => findExposure(text, people);

describe("what tells who somebody is", () => {
  it.each([
    ["Menurut Budi Santoso antreannya pendek.", "Budi Santoso"],
    ["SANTOSO, BUDI mencatatnya", "SANTOSO, BUDI"],
    ["kata budi h. santoso kemarin", "budi h. santoso"],
    ["Bapak Budi menunggu", "Bapak Budi"],
    ["dikatakan Suharti di loket", "Suharti"],
    ["Nur Aïsyah melihatnya", "Nur Aïsyah"],
  ])("is a name: %s", (text, name) => {
    expect(found(text)).toEqual({ kind: "name", found: name });
  });

  it.each([
    ["NIP 19860926 201505 1 001 melapor", "19860926 201505 1 001"],
    ["nomor 1977.0102.200312.2003", "1977.0102.200312.2003"],
    ["NRP 19860926", "19860926"],
  ])("is a number: %s", (text, number) => {
    const kind = number.replace(/\D/g, "").length >= 18 || number === "19860926" ? "number" : null;
    expect(found(text)?.kind ?? null).toBe(kind);
  });

  it("is an e-mail address", () => {
    expect(found("tulis ke budi.s@contoh.go.id")).toMatchObject({ kind: "address" });
  });

  it("is no single common word, no title, no other number", () => {
    for (const text of [
      "Budi pekerti petugas loket baik.",
      "Bapak dan Ibu dilayani cepat.",
      "Drs. dan M.Si. bukan syarat.",
      "Naik dari 12.000.000 menjadi 15.500.000 dalam 2 tahun.",
      "Telepon layanan 022 5891 0001",
      "",
    ]) {
      expect(found(text), text).toBeNull();
    }
  });
});
