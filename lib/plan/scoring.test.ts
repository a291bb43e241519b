import { expect, test } from "vitest";
import { emptyPlan } from "@/lib/plan/schema";
import {
  defaultStrategy,
  derivePlan,
  planStart,
  quadrantOf,
  termWindows,
} from "@/lib/plan/scoring";
import { examplePlan, examplePlanContext } from "@/tests/support/documents";

test.each([
  [3, 3, "PROMOTER", "MANAGE_CLOSELY"],
  [5, 5, "PROMOTER", "MANAGE_CLOSELY"],
  [3, 2, "LATENT", "KEEP_SATISFIED"],
  [2, 3, "DEFENDER", "KEEP_INFORMED"],
  [2, 2, "APATHETIC", "MONITOR"],
  [1, 1, "APATHETIC", "MONITOR"],
] as const)("influence %d, interest %d: %s, %s", (influence, interest, quadrant, strategy) => {
  expect(quadrantOf({ influence, interest })).toBe(quadrant);
  expect(defaultStrategy(quadrant)).toBe(strategy);
});

test("no quadrant before both are given", () => {
  expect(quadrantOf({ influence: null, interest: 3 })).toBeNull();
  expect(quadrantOf({ influence: 3, interest: null })).toBeNull();
});

test("windows of the terms", () => {
  expect(termWindows("2020-02-29")).toEqual({
    SHORT: { from: "2020-02-29", to: "2020-04-29" },
    MEDIUM: { from: "2020-02-29", to: "2021-02-28" },
    LONG: { from: "2021-03-01", to: "2025-02-28" },
  });
});

test("a plan begins with its earliest milestone", () => {
  expect(planStart([])).toBeNull();
  expect(planStart([{ start: null }, { start: "2018-09-02" }, { start: "2018-09-01" }])).toBe(
    "2018-09-01",
  );
});

test("derived: quadrants, start, windows, readiness, risk", () => {
  const context = examplePlanContext();
  const plan = examplePlan(context);
  expect(derivePlan(plan, context)).toEqual({
    quadrants: ["PROMOTER", "DEFENDER", "APATHETIC"],
    startsOn: "2018-08-20",
    windows: termWindows("2018-08-20"),
    readiness: 60,
    highestRisk: 8,
  });
  expect(derivePlan(emptyPlan(context), context)).toEqual({
    quadrants: [],
    startsOn: null,
    windows: null,
    readiness: null,
    highestRisk: null,
  });
});
