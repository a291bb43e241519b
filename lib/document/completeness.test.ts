import { describe, expect, test } from "vitest";
import { sectionOf, summarize } from "@/lib/document/completeness";
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
