import type { DueDates } from "@/lib/cohort/due-dates";
import type { CohortSetup } from "@/lib/cohort/fields";
import type { CohortState } from "@/lib/cohort/workflow";
import { daysBetween } from "@/lib/platform/zoned-time";
import type { AssignmentTemplate } from "@/lib/template/model";

/** Addresses of a cohort's pages; what they may be filtered by stands in lib/dashboard/model.ts. */

export function cohortPath(cohortId: string, part: CohortPart = "overview"): string {
  return part === "overview" ? `/cohorts/${cohortId}` : `/cohorts/${cohortId}/${part}`;
}

/** The rooms of a cohort for its staff, in the order of their tabs. */
export const COHORT_PARTS = [
  "overview",
  "progress",
  "analysis",
  "findings",
  "feedback",
  "grades",
  "fairness",
  "roster",
  "people",
  "visit",
  "setup",
] as const;

export type CohortPart = (typeof COHORT_PARTS)[number];

/** Where organisers and facilitators give assignments in a cohort. */
export function assignPath(cohortId: string): string {
  return `${cohortPath(cohortId)}/assign`;
}

/** How a cohort stands, for a room to see. */
export function projectorPath(cohortId: string): string {
  return `${cohortPath(cohortId)}/projector`;
}

export interface CohortVisit {
  hostName: string;
  /** YYYY-MM-DD */
  startsOn: string;
  endsOn: string;
}

/** What every page of a cohort says of it. */
export interface CohortHeader {
  id: string;
  name: string;
  program: string;
  startsOn: string;
  endsOn: string;
  /** IANA; the zone in which the cohort's deadlines are read. */
  timeZone: string;
  state: CohortState;
  /** Points of 100: a standard deviation above it calls for discussion. */
  spreadThreshold: number;
  /** When stages of new assignments are due by its own defaults; null where they are proposed. */
  dueDates: DueDates | null;
  /** Until when participants say which innovations they would like; null where they are not asked. */
  wishesUntil: Date | null;
  /** In the order of their dates. */
  visits: CohortVisit[];
}

/** A cohort in the list of those of a centre. */
export interface CohortRow {
  id: string;
  name: string;
  program: string;
  state: CohortState;
  centerName: string;
  /** YYYY-MM-DD */
  startsOn: string;
  endsOn: string;
  /** Host regions, in the order of the visits. */
  hosts: string[];
  participants: number;
  /** Stages of live assignments, four each; and how many of them are approved, waiting, late. */
  stages: number;
  approved: number;
  waiting: number;
  late: number;
}

/** What the list of cohorts is asked for. */
export interface CohortFilter {
  /** Null for all but the archived ones. */
  state: CohortState | null;
  search: string;
  page: number;
}

/** The address of the list of cohorts with a filter. */
export function cohortsHref({ state, search, page }: CohortFilter): string {
  const query = new URLSearchParams({
    ...(state ? { state: state.toLowerCase() } : {}),
    ...(search ? { q: search } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  }).toString();
  return query ? `/cohorts?${query}` : "/cohorts";
}

/** What a cohort can be set up with. */
export interface SetupOptions {
  centerId: string;
  regions: { id: string; name: string }[];
  rubrics: Record<
    "evaluationRubricId" | "transferRubricId" | "workRubricId",
    {
      /** Of the version. */
      id: string;
      rubricId: string;
      number: number;
      code: string;
      name: { id: string; en: string };
      /** The centre's own, not a shared one. */
      own: boolean;
    }[]
  >;
}

/** What of an earlier cohort a copy can take over, beside its dates. */
export const COPY_PARTS = ["due", "rubrics", "bands", "groups", "agenda"] as const;

/** Where the making of a cohort begins. */
export interface CohortStart {
  center: { id: string; name: string };
  /** All in which the actor may make cohorts. */
  centers: { id: string; name: string }[];
  sources: { id: string; name: string; startsOn: string }[];
  options: SetupOptions;
  /** YYYY-MM-DD */
  today: string;
  /** First from what it is made, then the form. */
  step: "source" | "form";
  copy: { cohortId: string; name: string; groups: boolean; agenda: boolean } | null;
  setup: CohortSetup;
}

/** Somebody to whom work can be given. */
export interface AssignableParticipant {
  id: string;
  name: string;
  agency: string;
  group: string | null;
  facilitator: string | null;
  /** Innovations assigned before, the cancelled ones included: each is given to a person once. */
  has: string[];
  /** Those of them that were cancelled. */
  cancelled: string[];
}

export interface AssignableInnovation {
  id: string;
  code: string;
  name: string;
  owner: string;
}

/** All that the form needs with which assignments are given. */
export interface AssignDesk {
  cohort: CohortHeader;
  participants: AssignableParticipant[];
  innovations: AssignableInnovation[];
  /** Proposed due dates on the clocks of the cohort's zone. */
  due: DueDates;
  /** The centre's, to begin from. */
  templates: AssignmentTemplate[];
  /** Everybody in the cohort, or only those who are allocated to the actor. */
  scope: "all" | "allocated";
  /** Staff of the cohort's centre come from its dashboard, facilitators from their reviews. */
  isStaff: boolean;
}

/** Which day of its visit a cohort is on, counted from 1; null before, after and between visits. */
export function visitDay(
  visits: readonly CohortVisit[],
  today: string,
): { visit: CohortVisit; day: number; days: number } | null {
  const visit = visits.find(({ startsOn, endsOn }) => startsOn <= today && today <= endsOn);
  if (!visit) return null;
  return {
    visit,
    day: daysBetween(visit.startsOn, today) + 1,
    days: daysBetween(visit.startsOn, visit.endsOn) + 1,
  };
}

/** What assigning would do with the chosen participants and innovations. */
export interface PairsPreview {
  participants: number;
  /** Pairs that get an assignment, and those that have one. */
  fresh: number;
  skipped: number;
  /** Those of the skipped whose assignment was cancelled: it is not given again. */
  cancelled: number;
  /** The same by innovation, in the order of the choice. */
  byInnovation: { id: string; fresh: number; skipped: number }[];
}

/** Counts the pairs that assigning would make and skip. */
export function previewPairs(
  participants: readonly Pick<AssignableParticipant, "has" | "cancelled">[],
  innovationIds: readonly string[],
): PairsPreview {
  const byInnovation = innovationIds.map((id) => {
    const skipped = participants.filter(({ has }) => has.includes(id)).length;
    return { id, fresh: participants.length - skipped, skipped };
  });
  const sum = (figure: "fresh" | "skipped") =>
    byInnovation.reduce((total, entry) => total + entry[figure], 0);
  const cancelled = participants.reduce(
    (total, person) => total + innovationIds.filter((id) => person.cancelled.includes(id)).length,
    0,
  );
  return {
    participants: participants.length,
    fresh: sum("fresh"),
    skipped: sum("skipped"),
    cancelled,
    byInnovation,
  };
}
