import { describe, expect, test } from "vitest";
import { contentIssues, maxTotalOf, versionState } from "@/lib/rubric/completeness";
import {
  type CriterionContent,
  type RubricContent,
  SCALE_KINDS,
  SCALES,
  type ScaleKind,
} from "@/lib/rubric/model";

function content(weights: number[], scaleKind: ScaleKind = "SCALE_1_5"): RubricContent {
  return {
    scaleKind,
    criteria: weights.map(
      (weight, index): CriterionContent => ({
        code: `k${index}`,
        labelId: `Kriteria ${index}`,
        labelEn: "",
        definitionId: "Penjelasan.",
        definitionEn: "",
        weight,
        reverse: false,
        mandatory: false,
        levels: [],
      }),
    ),
  };
}

describe("a version", () => {
  test("whose weights add up to 99 is told what is missing", () => {
    expect(contentIssues(content([50, 49]))).toEqual([
      { path: "weights", code: "weights_below", params: { total: 99, difference: 1 } },
    ]);
    expect(contentIssues(content([60, 60]))).toEqual([
      { path: "weights", code: "weights_above", params: { total: 120, difference: 20 } },
    ]);
  });

  test.each(SCALE_KINDS)("on %s can be complete", (kind) => {
    const weights = { PERCENT: [60, 40], LEVEL_TIMES_WEIGHT: [3, 2], GATE: [0, 0], NONE: [0] };
    expect(contentIssues(content(weights[SCALES[kind].weighting], kind))).toEqual([]);
  });

  test("needs criteria, names that differ, and explanations", () => {
    expect(contentIssues(content([]))).toEqual([{ path: "criteria", code: "criteria_required" }]);
    const [first, second] = content([50, 50]).criteria;
    if (!first || !second) throw new Error("two criteria");
    expect(
      contentIssues({
        scaleKind: "SCALE_1_5",
        criteria: [
          { ...first, labelId: " ", definitionId: "" },
          { ...second, labelId: "SAMA" },
          { ...first, code: "k9", weight: 0, labelId: "sama" },
        ],
      }),
    ).toEqual([
      { path: "criteria.0.labelId", code: "required" },
      { path: "criteria.0.definitionId", code: "required" },
      { path: "criteria.2.labelId", code: "criterion_name_taken" },
    ]);
  });

  test("describes no value that its scale does not have", () => {
    const off = content([100]);
    const [only] = off.criteria;
    if (!only) throw new Error("one criterion");
    only.levels = [{ value: 6, labelId: "Luar biasa", labelEn: "" }];
    expect(contentIssues(off)).toEqual([
      { path: "criteria.0.levels.0.value", code: "out_of_range", params: { min: 1, max: 5 } },
    ]);
  });

  test("of levels times weight has a highest total, and no criterion without weight", () => {
    const levels = content([3, 2, 4], "LEVEL_0_3");
    expect(maxTotalOf(levels)).toBe(27);
    expect(maxTotalOf(content([100]))).toBeNull();
    expect(contentIssues(content([3, 0], "LEVEL_0_3"))).toEqual([
      { path: "criteria.1.weight", code: "too_small", params: { min: 1 } },
    ]);
  });

  test("is a draft, ready, or frozen", () => {
    expect(versionState(null, content([99]))).toBe("DRAFT");
    expect(versionState(null, content([100]))).toBe("READY");
    expect(versionState(new Date(), content([100]))).toBe("FROZEN");
  });
});
