import type { CohortState } from "@/lib/cohort/workflow";

/** What a cohort has, in numbers. */
export interface Readiness {
  visits: number;
  /** In the regions that are visited. */
  innovations: number;
  participants: number;
  withoutFacilitator: number;
  withoutGroup: number;
  /** Who cannot sign in yet. */
  withoutAccess: number;
  withoutWork: number;
  facilitators: number;
  groups: number;
  sessions: number;
  hasDueDates: boolean;
}

export const CHECKS = [
  "visit",
  "innovations",
  "roster",
  "facilitators",
  "allocation",
  "groups",
  "dueDates",
  "agenda",
  "access",
  "assignments",
] as const;
export type CheckName = (typeof CHECKS)[number];

export interface Check {
  name: CheckName;
  done: boolean;
  /** How many there are, or how many are still without; what the words speak of. */
  count: number;
  /** Without it the cohort does not start. */
  needed: boolean;
}

/**
 * What is done and what is missing before a cohort can do its work, in the order in which it is set
 * up. Giving assignments is asked for once it runs.
 */
export function checklist(has: Readiness, state: CohortState): Check[] {
  const everybody = has.participants > 0;
  const checks: Check[] = [
    { name: "visit", done: has.visits > 0, count: has.visits, needed: true },
    { name: "innovations", done: has.innovations > 0, count: has.innovations, needed: false },
    { name: "roster", done: everybody, count: has.participants, needed: true },
    { name: "facilitators", done: has.facilitators > 0, count: has.facilitators, needed: false },
    {
      name: "allocation",
      done: everybody && has.withoutFacilitator === 0,
      count: has.withoutFacilitator,
      needed: false,
    },
    {
      name: "groups",
      done: everybody && has.withoutGroup === 0,
      count: has.withoutGroup,
      needed: false,
    },
    { name: "dueDates", done: has.hasDueDates, count: 0, needed: false },
    { name: "agenda", done: has.sessions > 0, count: has.sessions, needed: false },
    {
      name: "access",
      done: everybody && has.withoutAccess === 0,
      count: has.withoutAccess,
      needed: false,
    },
    {
      name: "assignments",
      done: everybody && has.withoutWork === 0,
      count: has.withoutWork,
      needed: false,
    },
  ];
  return state === "DRAFT" ? checks.filter(({ name }) => name !== "assignments") : checks;
}
