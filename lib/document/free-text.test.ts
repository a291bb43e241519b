import { describe, expect, test } from "vitest";
import { hasIdentityNumber, hasPhoneNumber, scanFreeText } from "@/lib/document/free-text";

describe("numbers of persons in free text", () => {
  test.each([
    ["NIK 3204012509860001", true],
    ["3204012509860001", true],
    ["no. 320401-250986-0001 ya", true],
    ["3204 0125 0986 0001", true],
    ["NIP 198609262015051001", false],
    ["19860926 201505 1 001", false],
    ["tahun 2015 2016 2017 2018", false],
    ["Rp1.000.000.000.000", false],
    ["123456789012345", false],
    ["", false],
  ])("identity: %s → %s", (text, expected) => {
    expect(hasIdentityNumber(text)).toBe(expected);
  });

  test.each([
    ["hubungi 081234567890", true],
    ["+62 812-3456-7890", true],
    ["6281234567890", true],
    ["(022) 5891234", true],
    ["022-5891234", true],
    ["Rp81.234.567.890", false],
    ["NIK 3204012509860001", false],
    ["pukul 08.00 sampai 16.00", false],
    ["tahun 2018", false],
    ["470/735/DISDUKCAPIL/2020", false],
    ["400.10.11/2704/SJ", false],
  ])("telephone: %s → %s", (text, expected) => {
    expect(hasPhoneNumber(text)).toBe(expected);
  });

  test("fields that are meant to hold such numbers are left out", () => {
    expect(
      scanFreeText({
        summary: "NIK 3204012509860001",
        items: [{ id: "1", causes: ["ok", "telepon 081234567890"] }],
        mentor: { phone: "081234567890", idNumber: "3204012509860001", email: "a@b.id" },
        url: "https://a.id/3204012509860001",
        evidenceIds: ["0190a000-0812-7345-8678-901234567890"],
        causeRef: "fishbone:0190a000-0812-7345-8678-3204012509860001",
      }),
    ).toEqual([
      { path: "summary", code: "looks_like_identity_number" },
      { path: "items.0.causes.1", code: "looks_like_phone_number" },
    ]);
  });
});
