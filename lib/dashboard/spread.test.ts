import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { callsForDiscussion, spreadOf } from "@/lib/dashboard/spread";

describe("a spread", () => {
  test("of nothing is nothing", () => {
    expect(spreadOf([])).toEqual({ mean: null, deviation: null });
  });

  test("of one score has no deviation", () => {
    expect(spreadOf([72.35])).toEqual({ mean: 72.35, deviation: null });
  });

  test("of equal scores is exactly nought", () => {
    expect(spreadOf([70.1, 70.1, 70.1])).toEqual({ mean: 70.1, deviation: 0 });
  });

  test("is the sample's standard deviation", () => {
    // By hand: mean 5, squares 9+1+1+1+0+0+4+16 = 32, 32/7.
    const { mean, deviation } = spreadOf([2, 4, 4, 4, 5, 5, 7, 9]);
    expect(mean).toBe(5);
    expect(deviation).toBeCloseTo(Math.sqrt(32 / 7), 12);
  });

  test("does not depend on the order, nor on where the scores lie", () => {
    const score = fc.integer({ min: 0, max: 5000 }).map((value) => value / 100);
    fc.assert(
      fc.property(fc.array(score, { minLength: 2, maxLength: 600 }), (values) => {
        const spread = spreadOf(values);
        expect(spreadOf(values.toReversed())).toEqual(spread);
        const moved = spreadOf(values.map((value) => value + 50));
        expect(moved.deviation).toBeCloseTo(spread.deviation ?? Number.NaN, 9);
      }),
    );
  });
});

test("scores are discussed only above the threshold", () => {
  expect(callsForDiscussion(15, 15)).toBe(false);
  expect(callsForDiscussion(15.01, 15)).toBe(true);
  expect(callsForDiscussion(null, 0)).toBe(false);
});
