import type { WorkspaceRoom } from "@/lib/session/workspace";

/** For whom there is a help page and a tour. */
export const HELP_ROLES = [
  "PARTICIPANT",
  "FACILITATOR",
  "STAFF",
  "PLATFORM_ADMINISTRATOR",
] as const;

export type HelpRole = (typeof HELP_ROLES)[number];

/** How many steps each tour has; their words stand in the catalogue under `help.tour`. */
export const TOUR_STEPS: Readonly<Record<HelpRole, number>> = {
  PARTICIPANT: 4,
  FACILITATOR: 3,
  STAFF: 4,
  PLATFORM_ADMINISTRATOR: 2,
};

/** How many topics each help page has, under `help.topics`. */
export const HELP_TOPICS: Readonly<Record<HelpRole, number>> = {
  PARTICIPANT: 6,
  FACILITATOR: 5,
  STAFF: 11,
  PLATFORM_ADMINISTRATOR: 3,
};

/** The room in which what a topic speaks of is done, by its number; a topic about all rooms has none. */
export const TOPIC_ROOMS: Readonly<Record<HelpRole, Readonly<Record<number, WorkspaceRoom>>>> = {
  PARTICIPANT: { 1: "tasks", 2: "tasks", 5: "tasks" },
  FACILITATOR: { 1: "reviews", 2: "reviews", 5: "reviews" },
  STAFF: {
    1: "cohorts",
    2: "cohorts",
    3: "cohorts",
    4: "cohorts",
    5: "cohorts",
    6: "office",
    7: "cohorts",
    8: "cohorts",
    9: "office",
    10: "cohorts",
    11: "cohorts",
  },
  PLATFORM_ADMINISTRATOR: { 1: "admin" },
};

/** The role a person begins with; who belongs nowhere yet will most likely take part. */
export function helpRole(role: string | undefined): HelpRole {
  return HELP_ROLES.find((known) => known === role) ?? "PARTICIPANT";
}
