import { describe, expect, test } from "vitest";
import { countOpen, sectionOf, summarize } from "@/lib/document/completeness";
import { EVALUATION_SECTIONS } from "@/lib/evaluation/model";
import { OBSTACLES_SECTIONS } from "@/lib/obstacle/model";
import { SOLUTIONS_SECTIONS } from "@/lib/solution/model";

describe("the section that holds a path", () => {
  test.each([
    ["visitDate", "visit"],
    ["sources.2.role", "visit"],
    ["scores.0.note", "scores"],
    ["facet", "conclusion"],
    ["", null],
    ["nowhere", null],
  ])("stage 1: %j → %s", (path, section) => {
    expect(sectionOf(path, EVALUATION_SECTIONS)).toBe(section);
  });

  test.each([
    ["obstacles", "list"],
    ["obstacles.0.id", "list"],
    ["obstacles.3.title", "facts"],
    ["obstacles.3.usg.growth", "priority"],
    ["obstacles.3.causes.1", "causes"],
  ])("stage 2: %j → %s", (path, section) => {
    expect(sectionOf(path, OBSTACLES_SECTIONS)).toBe(section);
  });

  test.each([
    ["groups.0.alternatives", "alternatives"],
    ["groups.0.alternatives.1.title", "alternatives"],
    ["groups.0.alternatives.1.mcnamara.cost", "screening"],
    ["groups.0.selected", "choice"],
    ["groups.0.alternatives.1.risks.0.text", "choice"],
  ])("stage 3: %j → %s", (path, section) => {
    expect(sectionOf(path, SOLUTIONS_SECTIONS)).toBe(section);
  });
});

test("issues are counted as missing or invalid, section by section", () => {
  const required = { path: "summary", code: "required" };
  const long = { path: "sources.0.role", code: "too_long", params: { max: 80 } };
  const whole = { path: "", code: "invalid_type" };
  const summaries = summarize([required, long, whole], EVALUATION_SECTIONS);
  expect(summaries.map(({ section }) => section)).toEqual(EVALUATION_SECTIONS.map(({ id }) => id));
  expect(summaries[0]).toEqual({ section: "visit", missing: [], invalid: [long, whole] });
  expect(summaries.at(-1)).toEqual({ section: "conclusion", missing: [required], invalid: [] });
});

describe("what is open in a section", () => {
  const open = (...missing: [path: string, code?: string, params?: Record<string, number>][]) =>
    countOpen({
      missing: missing.map(([path, code = "required", params]) => ({ path, code, params })),
      invalid: [],
    });

  test("never grows by an item that is asked for", () => {
    const none = open(["sources"], ["strengths", "too_few", { min: 2, actual: 0 }]);
    expect(none).toBe(3);
    const source = [["sources.0.role"], ["sources.0.unit"], ["sources.0.type"]] as [string][];
    expect(open(...source, ["strengths", "too_few", { min: 2, actual: 0 }])).toBe(3);
    expect(
      open(...source, ["strengths", "too_few", { min: 2, actual: 1 }], ["strengths.0.text"]),
    ).toBe(3);
    expect(open(["strengths", "too_few", { min: 2, actual: 1 }])).toBe(1);
  });

  test("is counted one by one in an obstacle and an alternative", () => {
    expect(open(["obstacles.0.title"], ["obstacles.0.causes.0.text"])).toBe(2);
    expect(open(["groups.0.alternatives.1.title"], ["groups.0.alternatives.1.locus"])).toBe(2);
    expect(
      open(["groups.0.alternatives.1.risks.0.text"], ["groups.0.alternatives.1.risks.0.impact"]),
    ).toBe(1);
  });
});
