import { describe, expect, it } from "vitest";
import { datesOf, templateIssues } from "@/lib/template/due-dates";
import { FIRST_STAGES, type TemplateStages } from "@/lib/template/model";

const withStage = (
  kind: keyof TemplateStages,
  part: Partial<TemplateStages["EVALUATE"]>,
): TemplateStages => ({ ...FIRST_STAGES, [kind]: { ...FIRST_STAGES[kind], ...part } });

describe("the dates of a template", () => {
  it("are in order to begin with", () => {
    expect(templateIssues(FIRST_STAGES)).toEqual([]);
  });

  it("do not lie before the visit, before the stage before, or after their own hard close", () => {
    const codes = (stages: TemplateStages) =>
      templateIssues(stages).map(({ path, code }) => [path, code]);
    expect(codes(withStage("EVALUATE", { day: -1 }))).toEqual([
      ["stages.EVALUATE", "due_before_visit"],
    ]);
    expect(codes(withStage("OBSTACLES", { day: 0 }))).toEqual([
      ["stages.OBSTACLES", "due_before_previous"],
    ]);
    expect(codes(withStage("OBSTACLES", { day: 1, time: "16:59" }))).toEqual([
      ["stages.OBSTACLES", "due_before_previous"],
    ]);
    expect(codes(withStage("PLAN", { closeDay: 8 }))).toEqual([["stages.PLAN", "due_after_close"]]);
    expect(codes(withStage("PLAN", { closeDay: 9 }))).toEqual([]);
  });

  it("are whole days within bounds", () => {
    expect(templateIssues(withStage("PLAN", { day: 366 }))).toEqual([
      { path: "stages.PLAN", code: "too_big", params: { max: 365 } },
    ]);
    expect(templateIssues(withStage("PLAN", { closeDay: 70 }))).toEqual([
      { path: "stages.PLAN", code: "too_big", params: { max: 69 } },
    ]);
    expect(templateIssues(withStage("PLAN", { day: Number.NaN }))[0]?.code).toBe("not_an_integer");
    expect(templateIssues(withStage("PLAN", { closeDay: 9.5 }))[0]?.code).toBe("not_an_integer");
  });
});

describe("due dates by a template", () => {
  const before = new Date("2018-07-01T00:00:00Z");

  it("are counted from the first day of the visit, on the cohort's clocks", () => {
    const stages = withStage("PLAN", { time: "08:00", closeDay: 12 });
    expect(datesOf(stages, "2018-07-30", before, "Asia/Jakarta")).toEqual({
      EVALUATE: { date: "2018-07-31", time: "17:00" },
      OBSTACLES: { date: "2018-08-01", time: "17:00" },
      SOLUTION: { date: "2018-08-04", time: "17:00" },
      PLAN: { date: "2018-08-08", time: "08:00", closesAfterDays: 3 },
    });
  });

  it("move on together where the first is over", () => {
    const late = new Date("2018-08-10T00:00:00Z");
    const dates = datesOf(FIRST_STAGES, "2018-07-30", late, "Asia/Jakarta");
    expect(dates.EVALUATE.date).toBe("2018-08-11");
    expect(dates.PLAN.date).toBe("2018-08-19");
  });
});
