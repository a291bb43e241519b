import type { FieldIssue } from "@/lib/document/issue";
import { RUBRIC_BOUNDS, type RubricContent, SCALES, type VersionState } from "@/lib/rubric/model";

/**
 * What keeps a version from being scored with, each at its field; empty when it is complete. The
 * database holds the same where a score depends on it (`rubric_version_usable`).
 */
export function contentIssues({ scaleKind, criteria }: RubricContent): FieldIssue[] {
  if (criteria.length === 0) return [{ path: "criteria", code: "criteria_required" }];
  const scale = SCALES[scaleKind];
  const issues: FieldIssue[] = [];
  const names = new Map<string, number>();
  criteria.forEach((criterion, index) => {
    const at = `criteria.${index}`;
    const name = criterion.labelId.trim().toLocaleLowerCase("id");
    if (name === "") issues.push({ path: `${at}.labelId`, code: "required" });
    else if (names.has(name)) issues.push({ path: `${at}.labelId`, code: "criterion_name_taken" });
    names.set(name, index);
    if (criterion.definitionId.trim() === "") {
      issues.push({ path: `${at}.definitionId`, code: "required" });
    }
    if (scale.weighting === "LEVEL_TIMES_WEIGHT" && criterion.weight < 1) {
      issues.push({ path: `${at}.weight`, code: "too_small", params: { min: 1 } });
    }
    criterion.levels.forEach((level, place) => {
      if (level.value < scale.min || level.value > scale.max) {
        issues.push({
          path: `${at}.levels.${place}.value`,
          code: "out_of_range",
          params: { min: scale.min, max: scale.max },
        });
      }
    });
  });
  if (scale.weighting === "PERCENT") {
    const total = totalWeight(criteria);
    if (total !== 100) issues.push(weightIssue(total));
  }
  return issues;
}

/** The sum of the weights, in points. */
export function totalWeight(criteria: readonly { weight: number }[]): number {
  return criteria.reduce((sum, { weight }) => sum + weight, 0);
}

/** Says how much is missing to 100, or how much is too much. */
export function weightIssue(total: number): FieldIssue {
  return {
    path: "weights",
    code: total < 100 ? "weights_below" : "weights_above",
    params: { total, difference: Math.abs(100 - total) },
  };
}

/** The highest raw total of levels × weights; null for scales that are not so weighed. */
export function maxTotalOf({ scaleKind, criteria }: RubricContent): number | null {
  const { weighting, max } = SCALES[scaleKind];
  return weighting === "LEVEL_TIMES_WEIGHT" ? totalWeight(criteria) * max : null;
}

/** Where a version stands. */
export function versionState(frozenAt: Date | null, content: RubricContent): VersionState {
  if (frozenAt) return "FROZEN";
  return contentIssues(content).length === 0 ? "READY" : "DRAFT";
}

/** The values of a scale that are few enough to be described one by one; null for a long scale. */
export function anchorValues(scaleKind: RubricContent["scaleKind"]): number[] | null {
  const { min, max } = SCALES[scaleKind];
  if (max - min > RUBRIC_BOUNDS.levels) return null;
  return Array.from({ length: max - min + 1 }, (_, step) => min + step);
}
