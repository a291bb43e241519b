import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  checkIdNumber,
  formatIdNumber,
  GRADES,
  isUnusualGrade,
  maskIdNumber,
  normalizeIdNumber,
  parseGrade,
  rankOf,
} from "@/lib/enrolment/civil-servant";

const TODAY = "2018-08-10";

describe("NIP", () => {
  test.each([
    ["19860926 201505 1 001", null],
    ["198609262015051001", null],
    ["19860926.201505.2-999", null],
    // eighteen in the month of appointment, and appointed this month
    ["200008102018081001", null],
    ["", "id_number_required"],
    ["   ", "id_number_required"],
    ["19860926201505100", "id_number_digits"],
    ["1986092620150510011", "id_number_digits"],
    ["19860926201505100A", "id_number_digits"],
    ["198613262015051001", "id_number_birth_date"],
    ["198602302015051001", "id_number_birth_date"],
    ["194412312015051001", "id_number_birth_date"],
    ["194501011970051001", null],
    ["200101012018081001", "id_number_birth_date"],
    ["198609262015131001", "id_number_appointment"],
    ["198609262015001001", "id_number_appointment"],
    ["198609262004081001", "id_number_appointment"],
    ["198609262004091001", null],
    ["198609262018091001", "id_number_appointment"],
    ["198609262015053001", "id_number_sex"],
    ["198609262015050001", "id_number_sex"],
    ["198609262015051000", "id_number_sequence"],
  ])("%s → %s", (number, problem) => {
    expect(checkIdNumber("NIP", number, TODAY)).toBe(problem);
  });
});

describe("other numbers", () => {
  test.each([
    ["NI_PPPK", "198609262017211001", null],
    ["NI_PPPK", "198609262017051001", "id_number_not_pppk"],
    ["NI_PPPK", "198609262019211001", "id_number_appointment"],
    ["NI_PPPK", "198609262003211001", "id_number_appointment"],
    ["NI_PPPK", "198609322017211001", "id_number_birth_date"],
    ["NRP", "86090123", null],
    ["NRP", "8609012", "id_number_digits"],
    ["NRP", "", "id_number_required"],
    ["NONE", "", null],
    ["NONE", "123", "id_number_not_expected"],
  ] as const)("%s %s → %s", (type, number, problem) => {
    expect(checkIdNumber(type, number, TODAY)).toBe(problem);
  });
});

test("display and mask", () => {
  expect(formatIdNumber("198609262015051001")).toBe("19860926 201505 1 001");
  expect(formatIdNumber("8609 0123")).toBe("86090123");
  expect(maskIdNumber("198609262015051001")).toBe("1986•••• •••••• • 001");
  expect(maskIdNumber("86090123")).toBe("••••••23");
  expect(maskIdNumber("123")).toBe("•••");
  expect(maskIdNumber("")).toBe("");
});

test("a mask shows neither birthday nor sex, and never throws", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{18}$/), (number) => {
      expect(maskIdNumber(number)).toBe(`${number.slice(0, 4)}•••• •••••• • ${number.slice(15)}`);
    }),
  );
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (input) => {
      expect(typeof maskIdNumber(input)).toBe("string");
      expect(normalizeIdNumber(normalizeIdNumber(input))).toBe(normalizeIdNumber(input));
      checkIdNumber("NIP", input, TODAY);
    }),
  );
});

describe("grades", () => {
  test("every grade has its rank", () => {
    expect(GRADES).toHaveLength(17);
    expect(rankOf("III/c")).toBe("Penata");
    expect(rankOf("III/d")).toBe("Penata Tingkat I");
    expect(rankOf("IV/e")).toBe("Pembina Utama");
  });

  test.each([
    ["III/c", "III/c"],
    ["iii / C", "III/c"],
    ["IV/f", null],
    ["", null],
  ])("%s is read as %s", (input, grade) => {
    expect(parseGrade(input)).toBe(grade);
  });

  test("unusual for a supervisor's training: below III/b, above IV/a", () => {
    expect(GRADES.map(({ code }) => code).filter((code) => !isUnusualGrade(code))).toEqual([
      "III/b",
      "III/c",
      "III/d",
      "IV/a",
    ]);
  });
});
