import { describe, expect, it } from "vitest";
import { formatDecimal, parseDecimal } from "./decimal";

describe("numbers as they are typed", () => {
  it.each([
    ["", null],
    ["  ", null],
    ["12", 12],
    ["12,5", 12.5],
    ["1.234", 1234],
    ["1.234.567,25", 1234567.25],
    ["1234567", 1234567],
    ["12.5", 12.5],
    ["-3,2", -3.2],
    ["−3", -3],
    [",5", 0.5],
    ["12,", 12],
    ["1.000.000", 1_000_000],
    ["1,2,3", undefined],
    ["1.2.3", undefined],
    ["dua", undefined],
    ["-", undefined],
    ["1e5", undefined],
  ])("reads %j in Indonesian as %j", (text, value) => {
    expect(parseDecimal(text, "id")).toBe(value);
  });

  it.each([
    ["1,234.5", 1234.5],
    ["1,234", 1234],
    ["12.5", 12.5],
    ["12,5", 12.5],
  ])("reads %j in English as %j", (text, value) => {
    expect(parseDecimal(text, "en")).toBe(value);
  });

  it("reads back what it writes", () => {
    for (const value of [0, 1, -1, 12.5, 1234567.25, 1_000_000_000_000, 0.0001]) {
      expect(parseDecimal(formatDecimal(value, "id"), "id")).toBe(value);
      expect(parseDecimal(formatDecimal(value, "en"), "en")).toBe(value);
    }
  });
});
