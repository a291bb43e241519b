import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween, toInstant, toLocalTime, zoneName } from "@/lib/platform/zoned-time";

const iso = (date: string, time: string, zone: string) =>
  toInstant({ date, time }, zone)?.toISOString() ?? null;

describe("a wall-clock time in a zone", () => {
  test.each([
    ["2018-08-07", "17:00", "Asia/Jakarta", "2018-08-07T10:00:00.000Z"],
    ["2018-08-07", "17:00", "Asia/Makassar", "2018-08-07T09:00:00.000Z"],
    ["2018-08-07", "17:00", "Asia/Jayapura", "2018-08-07T08:00:00.000Z"],
    ["2018-08-07", "00:00", "Asia/Jakarta", "2018-08-06T17:00:00.000Z"],
    ["2018-12-31", "23:59", "Asia/Jakarta", "2018-12-31T16:59:00.000Z"],
    ["2024-02-29", "12:00", "Asia/Kathmandu", "2024-02-29T06:15:00.000Z"],
  ])("%s %s in %s", (date, time, zone, expected) => {
    expect(iso(date, time, zone)).toBe(expected);
  });

  test.each([
    ["summer", "2024-07-01", "12:00", "2024-07-01T16:00:00.000Z"],
    ["winter", "2024-12-01", "12:00", "2024-12-01T17:00:00.000Z"],
    ["just before clocks go forward", "2024-03-10", "01:59", "2024-03-10T06:59:00.000Z"],
    ["a time that does not happen", "2024-03-10", "02:30", "2024-03-10T07:30:00.000Z"],
    ["just after clocks went forward", "2024-03-10", "03:00", "2024-03-10T07:00:00.000Z"],
    ["a time that happens twice is the first", "2024-11-03", "01:30", "2024-11-03T05:30:00.000Z"],
    ["just after clocks went back", "2024-11-03", "02:00", "2024-11-03T07:00:00.000Z"],
  ])("New York: %s", (_, date, time, expected) => {
    expect(iso(date, time, "America/New_York")).toBe(expected);
  });

  test.each([
    ["2023-02-29", "12:00"],
    ["2024-13-01", "12:00"],
    ["2024-00-10", "12:00"],
    ["2024-1-1", "12:00"],
    ["", "12:00"],
    ["2024-01-01", "24:00"],
    ["2024-01-01", "9:00"],
    ["2024-01-01", ""],
  ])("%j %j is none", (date, time) => {
    expect(iso(date, time, "Asia/Jakarta")).toBeNull();
  });
});

test("what the clocks of a zone show", () => {
  expect(toLocalTime(new Date("2018-08-07T17:30:00Z"), "Asia/Jakarta")).toEqual({
    date: "2018-08-08",
    time: "00:30",
  });
});

test("there and back is where one began, in every zone, but for a time that happens twice", () => {
  const zones = ["Asia/Jakarta", "Asia/Jayapura", "America/New_York", "Australia/Lord_Howe", "UTC"];
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: Date.UTC(2001, 0), max: Date.UTC(2039, 0) }),
      (zone, moment) => {
        const at = new Date(Math.floor(moment / 60_000) * 60_000);
        const local = toLocalTime(at, zone);
        const back = toInstant(local, zone);
        expect(back && toLocalTime(back, zone)).toEqual(local);
        const distance = Math.abs((back?.getTime() ?? 0) - at.getTime());
        expect([0, 30, 60]).toContain(distance / 60_000);
      },
    ),
  );
});

test("calendar days are counted as on paper, across months, leap days and changes of clocks", () => {
  expect(addDays("2024-02-27", 3)).toBe("2024-03-01");
  expect(addDays("2018-08-01", -1)).toBe("2018-07-31");
  expect(daysBetween("2024-03-09", "2024-03-11")).toBe(2);
  expect(daysBetween("2018-08-10", "2018-08-06")).toBe(-4);
});

test("zones have the names that people use", () => {
  expect(zoneName("Asia/Jakarta")).toBe("WIB");
  expect(zoneName("Asia/Makassar")).toBe("WITA");
  expect(zoneName("Asia/Jayapura")).toBe("WIT");
  expect(zoneName("Asia/Singapore")).toMatch(/8/);
});
