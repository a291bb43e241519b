import { describe, expect, it } from "vitest";
import {
  builtInFormat,
  parseNumberFormat,
  plainNumber,
  showNumber,
  showSerialDate,
} from "@/lib/spreadsheet/number-format";

describe("a number", () => {
  it.each([
    ["General", 3, "3"],
    ["0", 3, "3"],
    ["00", 3, "03"],
    ['"Kelompok "0', 3, "Kelompok 3"],
    ["0\\ \\o\\r\\a\\n\\g", 3, "3 orang"],
    ["#,##0.00", 1234.5, "1234.50"],
    ["0%", 0.25, "25%"],
    ["000000000000000000", 198609262015051000, "198609262015051008"],
    ["0;[Red]-0", -5, "-5"],
    ["0.0_);(0.0)", 2.25, "2.3"],
  ])("in the form %s: %d is %s", (code, value, shown) => {
    expect(showNumber(value, parseNumberFormat(code))).toBe(shown);
  });

  it("is never shown with an exponent", () => {
    expect(plainNumber(1.98609262015051e17)).toBe("198609262015051008");
    expect(plainNumber(1e-7)).toBe("0.0000001");
    expect(plainNumber(0.1)).toBe("0.1");
  });
});

describe("a date", () => {
  it.each([
    [14, 43319, "2018-08-07"],
    [14, 1, "1900-01-01"],
    [14, 61, "1900-03-01"],
    [22, 43319.375, "2018-08-07T09:00:00"],
    [22, 43319, "2018-08-07"],
    [20, 0.5, "12:00:00"],
  ])("of format %d: %d is %s", (id, serial, shown) => {
    const format = builtInFormat(id);
    if (format.kind !== "date") throw new Error("no date");
    expect(showSerialDate(serial, format, false)).toBe(shown);
  });

  it("counts from 1904 where the workbook does", () => {
    expect(showSerialDate(0, { date: true, time: false }, true)).toBe("1904-01-01");
  });

  it.each(["dd mmmm yyyy", "[$-421]dd mmmm yyyy", "d/m/yy", "yyyy\\-mm\\-dd"])(
    "is told from a number by its form: %s",
    (code) => expect(parseNumberFormat(code)).toMatchObject({ kind: "date", date: true }),
  );

  it("is none beyond what a sheet can show", () => {
    expect(showSerialDate(-1, { date: true, time: false }, false)).toBeNull();
    expect(showSerialDate(3e6, { date: true, time: false }, false)).toBeNull();
  });
});
