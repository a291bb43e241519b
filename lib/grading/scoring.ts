import type { GradeBand } from "@/lib/rubric/model";
import { bandOf } from "@/lib/rubric/scoring";

/**
 * What becomes of the scores that one or two raters gave a participant's work. All scores are 0–100 with
 * two decimals; sums are made in whole hundredths, so that no place computes another hundredth.
 */

/** What one rater gave. */
export interface Rating {
  /** 0–100 with two decimals; null until every criterion has a value. */
  total: number | null;
  /** Nothing of it changes any more. */
  final: boolean;
  /** Raised by every change. */
  version: number;
}

/** A score that was agreed on, and the versions of the two ratings that were spoken about. */
export interface Moderation {
  score: number;
  primaryVersion: number;
  secondVersion: number;
}

export const GRADE_STATES = [
  /** A rater has not finished. */
  "OPEN",
  /** The two lie further apart than the cohort's limit: somebody has to settle it. */
  "DISCUSS",
  "SETTLED",
] as const;
export type GradeState = (typeof GRADE_STATES)[number];

export interface Grade {
  state: GradeState;
  /** Of the final ratings, half up; null unless both are there where there are two. */
  mean: number | null;
  /** Points between the two; null for a single rater. */
  spread: number | null;
  /** The moderation counts: it is about the ratings as they are. */
  moderated: boolean;
  /** What the participant gets; null until it is settled. */
  score: number | null;
  band: GradeBand | null;
}

/**
 * The grade of one work.
 *
 * @param second null where the cohort asks for no second rater
 * @param limit points of 100; two raters who lie further apart than it are moderated
 */
export function gradeOf(
  primary: Rating,
  second: Rating | null,
  moderation: Moderation | null,
  limit: number,
  bands: readonly GradeBand[],
): Grade {
  const open: Grade = {
    state: "OPEN",
    mean: null,
    spread: null,
    moderated: false,
    score: null,
    band: null,
  };
  const first = finalTotal(primary);
  if (first === null) return open;
  if (!second) return settled({ ...open, mean: first }, first, bands);
  const other = finalTotal(second);
  if (other === null) return open;

  const both = { ...open, mean: meanOf(first, other), spread: spreadBetween(first, other) };
  if (moderation && isAbout(moderation, primary, second)) {
    return settled({ ...both, moderated: true }, moderation.score, bands);
  }
  if (both.spread > limit) return { ...both, state: "DISCUSS" };
  return settled(both, both.mean, bands);
}

/** A moderation settles what lies between the two raters; outside of it somebody must score anew. */
export function isBetween(score: number, first: number, second: number): boolean {
  return score >= Math.min(first, second) && score <= Math.max(first, second);
}

/** Is the moderation about the ratings as they are? A rating that changed has to be spoken about anew. */
export function isAbout(
  moderation: Pick<Moderation, "primaryVersion" | "secondVersion">,
  primary: Pick<Rating, "version">,
  second: Pick<Rating, "version">,
): boolean {
  return (
    moderation.primaryVersion === primary.version && moderation.secondVersion === second.version
  );
}

/** Have grades been released to the participants? A time that is still to come is a plan. */
export function isReleased(releasesAt: Date | null, now: Date): boolean {
  return releasesAt !== null && releasesAt <= now;
}

function finalTotal({ total, final }: Rating): number | null {
  return final ? total : null;
}

function settled(grade: Grade, score: number, bands: readonly GradeBand[]): Grade {
  return { ...grade, state: "SETTLED", score, band: bandOf(score, bands) };
}

function meanOf(first: number, second: number): number {
  return Math.floor((hundredths(first) + hundredths(second) + 1) / 2) / 100;
}

function spreadBetween(first: number, second: number): number {
  return Math.abs(hundredths(first) - hundredths(second)) / 100;
}

function hundredths(score: number): number {
  return Math.round(score * 100);
}
