import { describe, expect, it } from "vitest";
import { termWindows } from "@/lib/plan/scoring";
import { barOf, fitOf, shareOf } from "./term-axis";

const START = "2026-01-01";
const windows = termWindows(START);

describe("the axis of the three terms", () => {
  it("gives each of them a third", () => {
    expect(shareOf(START, windows)).toBe(0);
    expect(shareOf(windows.SHORT.to, windows)).toBeCloseTo(1 / 3, 1);
    expect(shareOf(windows.MEDIUM.to, windows)).toBeCloseTo(2 / 3, 1);
    expect(shareOf(windows.LONG.to, windows)).toBeCloseTo(1, 2);
  });

  it("ends where the terms end", () => {
    expect(shareOf("2025-06-01", windows)).toBe(0);
    expect(shareOf("2040-01-01", windows)).toBe(1);
  });
});

describe("a milestone", () => {
  it("keeps to its term", () => {
    expect(fitOf({ term: "SHORT", start: START, end: windows.SHORT.to }, windows)).toBe("fits");
    expect(fitOf({ term: "SHORT", start: START, end: "2026-09-01" }, windows)).toBe("late");
    expect(fitOf({ term: "LONG", start: START, end: "2026-09-01" }, windows)).toBe("early");
    expect(fitOf({ term: "SHORT", start: "2026-02-01", end: START }, windows)).toBe("backwards");
    expect(fitOf({ term: null, start: START, end: "2026-09-01" }, windows)).toBe("open");
    expect(fitOf({ term: "SHORT", start: START, end: null }, windows)).toBe("open");
  });

  it("is drawn from its first day to its last", () => {
    const bar = barOf({ start: START, end: windows.MEDIUM.to }, windows);
    expect(bar?.from).toBe(0);
    expect(bar?.width).toBeCloseTo(2 / 3, 1);
    expect(barOf({ start: null, end: null }, windows)).toBeNull();
    expect(barOf({ start: null, end: START }, windows)).toEqual({ from: 0, width: 0 });
  });
});
