import { describe, expect, it } from "vitest";
import { changePercent, resultBars } from "./result-change";

describe("the bars of a result", () => {
  it("share an axis that begins at zero", () => {
    expect(resultBars(30, 60)).toEqual({
      zero: 0,
      before: { from: 0, width: 0.5 },
      after: { from: 0, width: 1 },
    });
  });

  it("grow to the left of zero where something is negative", () => {
    expect(resultBars(-10, 30)).toEqual({
      zero: 0.25,
      before: { from: 0, width: 0.25 },
      after: { from: 0.25, width: 0.75 },
    });
  });

  it("are nothing where there was and is nothing", () => {
    expect(resultBars(0, 0).after).toEqual({ from: 0, width: 0 });
  });
});

describe("the change", () => {
  it("is told in per cent of what was there before", () => {
    expect(changePercent(12, 3)).toBe(-75);
    expect(changePercent(40, 58)).toBe(45);
    expect(changePercent(-20, -10)).toBe(50);
  });

  it("is not told where a share would say nothing", () => {
    expect(changePercent(0, 8)).toBeNull();
    expect(changePercent(-3, 8)).toBeNull();
  });
});
