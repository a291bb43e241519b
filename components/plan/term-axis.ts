import type { IsoDate } from "@/lib/document/model";
import { type Milestone, TERMS, type Term } from "@/lib/plan/model";
import type { TermWindow } from "@/lib/plan/scoring";

type Windows = Record<Term, TermWindow>;

/**
 * Where a day lies on an axis that gives each of the three terms a third, 0–1: over five years on one
 * measure, the sixty days of the first term would be a hair. What lies before or after is at the end.
 */
export function shareOf(day: IsoDate, windows: Windows): number {
  const at = dayNumber(day);
  const edges = [
    dayNumber(windows.SHORT.from),
    ...TERMS.map((term) => dayNumber(windows[term].to) + 1),
  ];
  for (let index = 0; index < TERMS.length; index++) {
    const [from = 0, to = 0] = [edges[index], edges[index + 1]];
    if (at < to) return Math.max(0, index + (at - from) / (to - from)) / TERMS.length;
  }
  return 1;
}

export type Fit = "fits" | "early" | "late" | "backwards" | "open";

/** Whether a milestone keeps to its term. Open: not told yet, for a date or the term is missing. */
export function fitOf(
  { term, start, end }: Pick<Milestone, "term" | "start" | "end">,
  windows: Windows | null,
): Fit {
  if (start !== null && end !== null && end < start) return "backwards";
  if (term === null || end === null || windows === null) return "open";
  if (end > windows[term].to) return "late";
  return end < windows[term].from ? "early" : "fits";
}

/** The bar of a milestone on the axis: its beginning and its width, in shares; null without dates. */
export function barOf(
  { start, end }: Pick<Milestone, "start" | "end">,
  windows: Windows,
): { from: number; width: number } | null {
  const begins = start ?? end;
  const ends = end ?? start;
  if (begins === null || ends === null) return null;
  const [first, last] = begins <= ends ? [begins, ends] : [ends, begins];
  const from = shareOf(first, windows);
  return { from, width: Math.max(0, shareOf(last, windows) - from) };
}

function dayNumber(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}
