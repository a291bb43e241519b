import type {
  CriterionScore,
  GradeBand,
  RubricCriterion,
  RubricDefinition,
  RubricScale,
} from "@/lib/rubric/model";

/**
 * Scores are computed in whole numbers (BigInt fractions) and rounded once, half up: two places
 * that compute the same score must never differ by a hundredth.
 */

export type RubricScore = {
  /** Every criterion has a value. `raw` and `percent` are null until then. */
  complete: boolean;
  /** Criteria without a value, in the rubric's order. */
  missing: string[];
  /** Sum of weight × value, values of reverse criteria turned round. Null where nothing is scored. */
  raw: number | null;
  /** The highest `raw` there can be. */
  max: number | null;
  /** 0–100 with two decimals. Null for a gate and for a rubric that does not score. */
  percent: number | null;
  /** Gate only: every criterion that must be is answered with yes. Null until all of those are. */
  passed: boolean | null;
  /** Mandatory criteria that were given the bottom of the scale. */
  mandatoryAtMin: string[];
};

/**
 * Scores a rubric. Values off the scale and criteria that the rubric does not have count as not
 * given; of two values for one criterion the first counts.
 */
export function scoreRubric(
  rubric: RubricDefinition,
  scores: readonly CriterionScore[],
): RubricScore {
  const values = new Map<string, number>();
  for (const { criterionId, value } of scores) {
    if (value !== null && isOnScale(rubric.scale, value) && !values.has(criterionId)) {
      values.set(criterionId, value);
    }
  }
  const missing = rubric.criteria.filter(({ id }) => !values.has(id)).map(({ id }) => id);
  const complete = missing.length === 0 && rubric.criteria.length > 0;
  const mandatoryAtMin = rubric.criteria
    .filter(
      (criterion) => criterion.mandatory && values.get(criterion.id) === worst(rubric, criterion),
    )
    .map(({ id }) => id);
  const base = { complete, missing, mandatoryAtMin };

  const { weighting, scale } = rubric;
  if (weighting.kind === "GATE" || weighting.kind === "NONE") {
    const passed = weighting.kind === "GATE" ? gateResult(rubric, values) : null;
    return { ...base, raw: null, max: null, percent: null, passed };
  }

  const sum = rubric.criteria.reduce((total, criterion) => {
    const value = values.get(criterion.id);
    if (value === undefined) return total;
    return add(total, multiply(exact(criterion.weight), effective(scale, criterion, value)));
  }, ZERO);
  const max =
    weighting.kind === "LEVEL_TIMES_WEIGHT"
      ? exact(weighting.maxTotal)
      : multiply(
          rubric.criteria.reduce((total, { weight }) => add(total, exact(weight)), ZERO),
          exact(scale.max),
        );
  const percent = max.top === 0n ? null : roundHalfUp(divide(multiply(sum, exact(100)), max));
  return {
    ...base,
    raw: complete ? toNumber(sum) : null,
    max: toNumber(max),
    percent: complete ? percent : null,
    passed: null,
  };
}

/**
 * One value alone as points of 100, two decimals, a reversed criterion turned round: what a work would
 * get if this criterion were all of the rubric. Values of different scales can be compared by it.
 */
export function criterionPercent(
  scale: Pick<RubricScale, "min" | "max">,
  criterion: Pick<RubricCriterion, "reverse">,
  value: number,
): number {
  return roundHalfUp(
    divide(multiply(effective(scale, criterion, value), exact(100)), exact(scale.max)),
  );
}

/**
 * Where in a list the first score stands that the rubric has no criterion for, or that is a second one
 * for the same; null where there is none.
 */
export function strangeScore(
  rubric: RubricDefinition,
  scores: readonly CriterionScore[],
): number | null {
  const open = new Set(rubric.criteria.map(({ id }) => id));
  const index = scores.findIndex(({ criterionId }) => !open.delete(criterionId));
  return index < 0 ? null : index;
}

/** Whether a value may be given on a scale. */
export function isOnScale(scale: RubricScale, value: number): boolean {
  if (!Number.isFinite(value) || value < scale.min || value > scale.max) return false;
  if (!(scale.step > 0)) return false;
  const steps = divide(subtract(exact(value), exact(scale.min)), exact(scale.step));
  return steps.top % steps.bottom === 0n;
}

/** The value that is best for a criterion: the top of the scale, or its bottom when it is reversed. */
export function best(rubric: RubricDefinition, criterion: RubricCriterion): number {
  return criterion.reverse ? rubric.scale.min : rubric.scale.max;
}

function worst(rubric: RubricDefinition, criterion: RubricCriterion): number {
  return criterion.reverse ? rubric.scale.max : rubric.scale.min;
}

/** The gate asks the mandatory criteria, or all of them when none is marked. */
function gateResult(rubric: RubricDefinition, values: Map<string, number>): boolean | null {
  const marked = rubric.criteria.filter(({ mandatory }) => mandatory);
  const asked = marked.length > 0 ? marked : rubric.criteria;
  if (asked.some((criterion) => values.get(criterion.id) === worst(rubric, criterion)))
    return false;
  if (asked.length === 0 || asked.some(({ id }) => !values.has(id))) return null;
  return true;
}

function effective(
  scale: Pick<RubricScale, "min" | "max">,
  criterion: Pick<RubricCriterion, "reverse">,
  value: number,
): Fraction {
  if (!criterion.reverse) return exact(value);
  return subtract(add(exact(scale.min), exact(scale.max)), exact(value));
}

/** The highest band whose lower bound is reached; null when none is. */
export function bandOf(percent: number, bands: readonly GradeBand[]): GradeBand | null {
  return bands.reduce<GradeBand | null>(
    (found, band) =>
      percent >= band.min && (found === null || band.min > found.min) ? band : found,
    null,
  );
}

// Exact fractions -------------------------------------------------------------------------------

/** A fraction; `bottom` is always positive. */
type Fraction = { top: bigint; bottom: bigint };
const ZERO: Fraction = { top: 0n, bottom: 1n };

/** A decimal number as it is written: 12.5 is 125/10, not what the binary holds. */
function exact(value: number): Fraction {
  const [digits = "0", exponent = "0"] = String(value).split("e");
  const [whole = "0", decimals = ""] = digits.split(".");
  const power = Number(exponent) - decimals.length;
  const top = BigInt(whole + decimals);
  return power >= 0
    ? { top: top * 10n ** BigInt(power), bottom: 1n }
    : { top, bottom: 10n ** BigInt(-power) };
}

function add(a: Fraction, b: Fraction): Fraction {
  return reduce({ top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom });
}

function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, { top: -b.top, bottom: b.bottom });
}

function multiply(a: Fraction, b: Fraction): Fraction {
  return { top: a.top * b.top, bottom: a.bottom * b.bottom };
}

function divide(a: Fraction, b: Fraction): Fraction {
  const sign = b.top < 0n ? -1n : 1n;
  return { top: a.top * b.bottom * sign, bottom: a.bottom * b.top * sign };
}

/** To two decimals, half away from zero; scores are never negative. */
function roundHalfUp(value: Fraction): number {
  const sign = value.top < 0n ? -1n : 1n;
  const doubled = value.top * sign * 200n + value.bottom;
  return Number((doubled / (2n * value.bottom)) * sign) / 100;
}

function toNumber({ top, bottom }: Fraction): number {
  return Number(top) / Number(bottom);
}

/** Lowest terms; without it, a sum over hundreds of scores grows hundreds of digits. */
function reduce({ top, bottom }: Fraction): Fraction {
  let a = top < 0n ? -top : top;
  let b = bottom;
  while (b !== 0n) [a, b] = [b, a % b];
  return { top: top / a, bottom: bottom / a };
}
