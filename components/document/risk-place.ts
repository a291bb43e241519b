/** Likelihood upwards, impact to the right, 1–5 each. */
export type RiskPlace = { likelihood: number; impact: number };

const LEVELS = 5;

const STEPS: Record<string, RiskPlace> = {
  ArrowUp: { likelihood: 1, impact: 0 },
  ArrowDown: { likelihood: -1, impact: 0 },
  ArrowRight: { likelihood: 0, impact: 1 },
  ArrowLeft: { likelihood: 0, impact: -1 },
};

/** The cell one step on by an arrow key, staying on the matrix; null for any other key. */
export function stepOnMatrix({ likelihood, impact }: RiskPlace, key: string): RiskPlace | null {
  const step = STEPS[key];
  if (!step) return null;
  const kept = (level: number) => Math.min(LEVELS, Math.max(1, level));
  return { likelihood: kept(likelihood + step.likelihood), impact: kept(impact + step.impact) };
}

/** How a score stands out: from 15 on a mitigation is required. */
export function severity(score: number, mitigated: number): "low" | "middle" | "high" {
  return score >= mitigated ? "high" : score >= 6 ? "middle" : "low";
}
