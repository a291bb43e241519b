/** A rubric as it was frozen for an assignment, and the grade bands of a cohort. Plain data. */

export type LocalizedText = { id: string; en: string };

export const SCALE_KINDS = ["SCALE_1_5", "YES_NO", "LEVEL_0_3", "SCALE_0_100"] as const;
export type ScaleKind = (typeof SCALE_KINDS)[number];

export type RubricScale = {
  kind: ScaleKind;
  min: number;
  max: number;
  /** Distance between two values that may be given, counted from `min`. */
  step: number;
};

/**
 * PERCENT: weights add up to 100. LEVEL_TIMES_WEIGHT: a row scores weight × level, out of
 * `maxTotal`. GATE: passed or not, no score. NONE: neither.
 */
export type RubricWeighting =
  | { kind: "PERCENT" }
  | { kind: "LEVEL_TIMES_WEIGHT"; maxTotal: number }
  | { kind: "GATE" }
  | { kind: "NONE" };

export type RubricLevel = { value: number; label: LocalizedText };

export type RubricCriterion = {
  id: string;
  code: string;
  label: LocalizedText;
  definition: LocalizedText;
  weight: number;
  /** A high value is bad (complexity): it counts as min + max − value. */
  reverse: boolean;
  /** Must not be at the bottom of the scale; in a gate, must be answered with yes. */
  mandatory: boolean;
  /** Anchors: what a value means for this criterion. May name fewer values than the scale has. */
  levels: RubricLevel[];
};

/** `id` is that of the frozen version, not of the rubric that versions belong to. */
export type RubricDefinition = {
  id: string;
  code: string;
  version: number;
  scale: RubricScale;
  weighting: RubricWeighting;
  criteria: RubricCriterion[];
};

/** A value given on one criterion; null while it has not been given. */
export type CriterionScore = { criterionId: string; value: number | null };

/**
 * One band of a cohort's grade configuration. Only `min` decides (the highest band whose `min` is
 * reached); `max` is what is printed beside it, so that a gap between two printed bands
 * (84,9 and 85,0) leaves no score without a band.
 */
export type GradeBand = {
  label: LocalizedText;
  min: number;
  max?: number;
  /** Whether the band counts as a pass. Absent: it does. */
  passing?: boolean;
};

/**
 * What keeps a rubric from being used, as codes; empty when it is sound. Whoever freezes a version
 * asks this first, since scoring relies on it.
 */
export function rubricProblems(rubric: RubricDefinition): string[] {
  const { scale, weighting, criteria } = rubric;
  const problems: string[] = [];
  if (!(scale.max > scale.min && scale.step > 0 && scale.min >= 0)) problems.push("scale");
  if (criteria.length === 0) problems.push("no_criteria");
  if (new Set(criteria.map(({ id }) => id)).size < criteria.length) problems.push("duplicate_id");
  if (new Set(criteria.map(({ code }) => code)).size < criteria.length) {
    problems.push("duplicate_code");
  }
  if (criteria.some(({ weight }) => !(weight >= 0))) problems.push("negative_weight");
  // Weights have at most two decimals, so hundredths are whole numbers.
  const total = criteria.reduce((sum, { weight }) => sum + Math.round(weight * 100), 0);
  if (weighting.kind === "PERCENT" && total !== 100_00) problems.push("weights_not_100");
  if (
    weighting.kind === "LEVEL_TIMES_WEIGHT" &&
    total * scale.max !== Math.round(weighting.maxTotal * 100)
  ) {
    problems.push("max_total");
  }
  if (weighting.kind === "GATE" && scale.kind !== "YES_NO") problems.push("gate_scale");
  const known = (value: number) => value >= scale.min && value <= scale.max;
  if (criteria.some(({ levels }) => levels.some(({ value }) => !known(value)))) {
    problems.push("level_off_scale");
  }
  return problems;
}
