import { addDays, addYears } from "@/lib/document/fields";
import type { IsoDate } from "@/lib/document/model";
import { riskScore } from "@/lib/document/schema";
import type {
  Milestone,
  Plan,
  PlanContext,
  Stakeholder,
  StakeholderQuadrant,
  Term,
} from "@/lib/plan/model";
import { scoreRubric } from "@/lib/rubric/scoring";

/** What stage 4 derives; the server computes it anew. */
export type PlanDerived = {
  /** Quadrant of each stakeholder, in order; null until influence and interest are given. */
  quadrants: (StakeholderQuadrant | null)[];
  /** The day on which the first milestone begins. */
  startsOn: IsoDate | null;
  windows: Record<Term, TermWindow> | null;
  /** Transfer readiness, 0–100; null until complete. */
  readiness: number | null;
  highestRisk: number | null;
};

export function derivePlan(plan: Plan, context: Pick<PlanContext, "transferRubric">): PlanDerived {
  const startsOn = planStart(plan.milestones);
  const risks = plan.risks.map(riskScore).filter((score) => score !== null);
  return {
    quadrants: plan.stakeholders.map(quadrantOf),
    startsOn,
    windows: startsOn === null ? null : termWindows(startsOn),
    readiness: scoreRubric(context.transferRubric, plan.transferReadiness).percent,
    highestRisk: risks.length > 0 ? Math.max(...risks) : null,
  };
}

/** From this value on, influence and interest count as high. */
const HIGH = 3;

/** Quadrant by influence × interest: high/high promoter, high/low latent, low/high defender. */
export function quadrantOf({
  influence,
  interest,
}: Pick<Stakeholder, "influence" | "interest">): StakeholderQuadrant | null {
  if (influence === null || interest === null) return null;
  if (influence >= HIGH) return interest >= HIGH ? "PROMOTER" : "LATENT";
  return interest >= HIGH ? "DEFENDER" : "APATHETIC";
}

export const STAKEHOLDER_STRATEGIES = [
  "MANAGE_CLOSELY",
  "KEEP_SATISFIED",
  "KEEP_INFORMED",
  "MONITOR",
] as const;
export type StakeholderStrategy = (typeof STAKEHOLDER_STRATEGIES)[number];

/** The strategy to start from; its words are offered to the author, who writes their own. */
export function defaultStrategy(quadrant: StakeholderQuadrant): StakeholderStrategy {
  const strategies = {
    PROMOTER: "MANAGE_CLOSELY",
    LATENT: "KEEP_SATISFIED",
    DEFENDER: "KEEP_INFORMED",
    APATHETIC: "MONITOR",
  } as const;
  return strategies[quadrant];
}

export const SHORT_TERM_DAYS = 60;
export const MEDIUM_TERM_DAYS = 365;
export const LONG_TERM_YEARS = 5;

/** Days on which a milestone of a term may end, both included. */
export type TermWindow = { from: IsoDate; to: IsoDate };

/**
 * When a milestone of each term may end, counted from the start of the plan. The long term begins
 * where the medium one ends: what ends within a year is not long-term.
 */
export function termWindows(start: IsoDate): Record<Term, TermWindow> {
  const medium = addDays(start, MEDIUM_TERM_DAYS);
  return {
    SHORT: { from: start, to: addDays(start, SHORT_TERM_DAYS) },
    MEDIUM: { from: start, to: medium },
    LONG: { from: addDays(medium, 1), to: addYears(start, LONG_TERM_YEARS) },
  };
}

/**
 * The start that terms are counted from: the earliest start of any milestone. (Counted from each
 * milestone's own start, a "short-term" one could lie years ahead.)
 */
export function planStart(milestones: readonly Pick<Milestone, "start">[]): IsoDate | null {
  return milestones.reduce<IsoDate | null>(
    (first, { start }) => (start !== null && (first === null || start < first) ? start : first),
    null,
  );
}
