import type { Evaluation, EvaluationContext } from "@/lib/evaluation/model";
import type { GradeBand, RubricCriterion, RubricDefinition } from "@/lib/rubric/model";
import { bandOf, best, scoreRubric } from "@/lib/rubric/scoring";

/** What stage 1 derives; the server computes it anew and never takes it from a device. */
export type EvaluationDerived = {
  /** 0–100 with two decimals; null while incomplete, and for a rubric that does not score. */
  total: number | null;
  band: GradeBand | null;
  /** A gate's answer. */
  passed: boolean | null;
  scored: number;
  criteria: number;
  evidenceCount: number;
  /** Criteria with a top score that no piece of evidence names yet. */
  unsupported: string[];
};

export function deriveEvaluation(
  evaluation: Evaluation,
  context: Pick<EvaluationContext, "rubric" | "bands">,
  bands: readonly GradeBand[] = context.bands ?? [],
): EvaluationDerived {
  const { rubric } = context;
  const score = scoreRubric(rubric, evaluation.scores);
  return {
    total: score.percent,
    band: score.percent === null ? null : bandOf(score.percent, bands),
    passed: score.passed,
    scored: rubric.criteria.length - score.missing.length,
    criteria: rubric.criteria.length,
    evidenceCount: evaluation.evidence.length,
    unsupported: unsupportedTopScores(evaluation, rubric),
  };
}

/**
 * Whether a value needs a note: the ends of a scale do. A gate's answers are both ends; there only
 * the "no" needs one, since it closes the gate, and a note on every answer would say nothing.
 */
export function needsNote(rubric: RubricDefinition, value: number): boolean {
  if (rubric.scale.kind === "YES_NO") return value === rubric.scale.min;
  return value === rubric.scale.min || value === rubric.scale.max;
}

/**
 * Whether a value is a top score, which needs evidence. Of graded scales only: the rule speaks of a
 * 5 and of a level 3, and a gate's "yes" is no distinction. Turned round for a reversed criterion.
 */
export function isTopScore(
  rubric: RubricDefinition,
  criterion: RubricCriterion,
  value: number,
): boolean {
  return rubric.scale.kind !== "YES_NO" && value === best(rubric, criterion);
}

/** Criteria with a top score that no evidence names. */
export function unsupportedTopScores(evaluation: Evaluation, rubric: RubricDefinition): string[] {
  const supported = new Set(evaluation.evidence.map(({ criterionId }) => criterionId));
  const values = new Map(evaluation.scores.map(({ criterionId, value }) => [criterionId, value]));
  return rubric.criteria
    .filter((criterion) => {
      const value = values.get(criterion.id) ?? null;
      return value !== null && isTopScore(rubric, criterion, value) && !supported.has(criterion.id);
    })
    .map(({ id }) => id);
}

/** The words of the strength or of the result that a piece of evidence supports; null where it names none. */
export function claimText(
  { strengths, results }: Pick<Evaluation, "strengths" | "results">,
  claimId: string | undefined,
): string | null {
  const strength = strengths.find(({ id }) => id === claimId);
  return strength?.text ?? results.find(({ id }) => id === claimId)?.indicator ?? null;
}

/** Who said a quotation, by role, unit and, where it is given, name; null where it names nobody. */
export function sourceText(
  { sources }: Pick<Evaluation, "sources">,
  sourceId: string | undefined,
): string | null {
  const source = sources.find(({ id }) => id === sourceId);
  return source ? [source.role, source.unit, source.name].filter(Boolean).join(", ") : null;
}
