import type { GatePolicy } from "@/lib/assignment/model";
import { STAGE_KINDS } from "@/lib/assignment/model";
import { type DueDates, visitFrom } from "@/lib/cohort/due-dates";
import type { FieldIssue } from "@/lib/document/issue";
import { toInstant } from "@/lib/platform/zoned-time";

/** What is chosen for a cohort when it is set up, as form, command and database share it. */

export const VISIT_MODES = ["ONSITE", "VIRTUAL", "HYBRID"] as const;
export type VisitMode = (typeof VISIT_MODES)[number];

/** The zones of Indonesia; a cohort that has another one keeps it. */
export const COHORT_ZONES = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"] as const;

export const SETUP_BOUNDS = {
  program: { min: 2, max: 80 },
  name: { min: 3, max: 160 },
  regulationRef: { max: 200 },
  /** Letters of a band's name. */
  bandLabel: { min: 1, max: 80 },
  bands: { min: 1, max: 12 },
  visits: { max: 12 },
  spreadThreshold: { min: 0, max: 100 },
  escalateAfterDays: { min: 1, max: 60 },
} as const;

/** A region is visited once in a cohort: it tells which visit is which. */
export interface VisitSetup {
  hostRegionId: string;
  mode: VisitMode;
  /** YYYY-MM-DD */
  startsOn: string;
  endsOn: string;
}

export interface BandSetup {
  label: { id: string; en: string };
  /** Points of 100 from which on the band holds. */
  min: number;
  passing: boolean;
}

export interface CohortSetup {
  program: string;
  name: string;
  regulationRef: string;
  /** YYYY-MM-DD */
  startsOn: string;
  endsOn: string;
  /** IANA */
  timeZone: string;
  gatePolicy: GatePolicy;
  spreadThreshold: number;
  /** Days that a submission may wait before the staff are told; null: they are not. */
  escalateAfterDays: number | null;
  visits: VisitSetup[];
  /** When stages of new assignments are due; null where each assigning proposes it anew. */
  dueDates: DueDates | null;
  evaluationRubricId: string;
  transferRubricId: string;
  workRubricId: string;
  gradeBands: BandSetup[];
}

/** What is wrong with a set-up whose fields are well-formed each: the rules between them. */
export function checkSetup(setup: CohortSetup): FieldIssue[] {
  const issues: FieldIssue[] = [];
  const datesHold = setup.startsOn <= setup.endsOn;
  if (!datesHold) issues.push({ path: "endsOn", code: "end_before_start" });
  setup.visits.forEach((visit, index) => {
    const at = `visits.${index}`;
    if (setup.visits.findIndex((other) => other.hostRegionId === visit.hostRegionId) < index) {
      issues.push({ path: `${at}.hostRegionId`, code: "region_twice" });
    }
    if (visit.endsOn < visit.startsOn) {
      issues.push({ path: `${at}.endsOn`, code: "end_before_start" });
    } else if (datesHold) {
      // A visit that lies beside its cohort is a slip in a date, of the one or the other.
      const outside = { code: "visit_outside_cohort" };
      if (visit.startsOn < setup.startsOn || visit.startsOn > setup.endsOn) {
        issues.push({ path: `${at}.startsOn`, ...outside });
      } else if (visit.endsOn > setup.endsOn) {
        issues.push({ path: `${at}.endsOn`, ...outside });
      }
    }
  });
  if (setup.dueDates) issues.push(...dueIssues(setup.dueDates, setup));
  setup.gradeBands.forEach((band, index) => {
    if (setup.gradeBands.findIndex(({ min }) => min === band.min) < index) {
      issues.push({ path: `gradeBands.${index}.min`, code: "bands_overlap" });
    }
  });
  if (!setup.gradeBands.some(({ min }) => min === 0)) {
    issues.push({ path: "gradeBands", code: "bands_leave_gap" });
  }
  return issues;
}

/**
 * Defaults may lie in the past (they are moved on when they are used), but never out of order, nor
 * before anybody has been there.
 */
function dueIssues(due: DueDates, { timeZone, visits }: CohortSetup): FieldIssue[] {
  const issues: FieldIssue[] = [];
  const from = visitFrom(visits, timeZone);
  let latest: Date | null = null;
  for (const kind of STAGE_KINDS) {
    const at = toInstant(due[kind], timeZone);
    if (!at) {
      issues.push({ path: `dueDates.${kind}`, code: "invalid_date" });
    } else if (latest && at < latest) {
      issues.push({ path: `dueDates.${kind}`, code: "due_before_previous" });
    } else if (from && at < from) {
      issues.push({ path: `dueDates.${kind}`, code: "due_before_visit" });
    } else {
      latest = at;
    }
  }
  return issues;
}

/** The bands as they are kept: highest first, each with the highest score that is printed beside it. */
export function storedBands(bands: readonly BandSetup[]) {
  return [...bands]
    .sort((a, b) => b.min - a.min)
    .map(({ label, min, passing }, index, all) => {
      const above = all[index - 1];
      const max = above === undefined ? 100 : Math.round(above.min * 100 - 1) / 100;
      return { label, min, max: Math.max(min, max), ...(passing ? {} : { passing }) };
    });
}

/**
 * Bands that Indonesian training centres use. Neither is confirmed in a regulation's text, so both
 * are offered as customary, never as official; the first is what a new cohort begins with.
 */
export const BAND_PRESETS: Readonly<Record<"ninety" | "halves", readonly BandSetup[]>> = {
  ninety: [
    { label: { id: "Sangat Memuaskan", en: "Very satisfactory" }, min: 90.01, passing: true },
    { label: { id: "Memuaskan", en: "Satisfactory" }, min: 80.01, passing: true },
    { label: { id: "Cukup Memuaskan", en: "Fairly satisfactory" }, min: 70.01, passing: true },
    { label: { id: "Kurang Memuaskan", en: "Less satisfactory" }, min: 60.01, passing: true },
    { label: { id: "Tidak Memuaskan", en: "Unsatisfactory" }, min: 0, passing: false },
  ],
  halves: [
    { label: { id: "Sangat Memuaskan", en: "Very satisfactory" }, min: 92.5, passing: true },
    { label: { id: "Memuaskan", en: "Satisfactory" }, min: 85, passing: true },
    { label: { id: "Baik Sekali", en: "Very good" }, min: 77.5, passing: true },
    { label: { id: "Baik", en: "Good" }, min: 70, passing: true },
    { label: { id: "Tidak Lulus", en: "Not passed" }, min: 0, passing: false },
  ],
};

/** The dates of a set-up moved by whole days, with all that hangs on them. */
export function shiftSetup<Setup extends CohortSetup>(
  setup: Setup,
  move: (date: string) => string,
): Setup {
  const due = setup.dueDates;
  const moved = (kind: keyof DueDates) => due && { ...due[kind], date: move(due[kind].date) };
  const [EVALUATE, OBSTACLES, SOLUTION, PLAN] = STAGE_KINDS.map(moved);
  return {
    ...setup,
    startsOn: move(setup.startsOn),
    endsOn: move(setup.endsOn),
    visits: setup.visits.map((visit) => ({
      ...visit,
      startsOn: move(visit.startsOn),
      endsOn: move(visit.endsOn),
    })),
    dueDates:
      EVALUATE && OBSTACLES && SOLUTION && PLAN ? { EVALUATE, OBSTACLES, SOLUTION, PLAN } : null,
  };
}
