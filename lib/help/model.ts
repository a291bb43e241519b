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
  STAFF: 6,
  PLATFORM_ADMINISTRATOR: 3,
};

/** The role a person begins with; who belongs nowhere yet will most likely take part. */
export function helpRole(role: string | undefined): HelpRole {
  return HELP_ROLES.find((known) => known === role) ?? "PARTICIPANT";
}
