/** Where a participant says what they would like in a cohort. */
export function wishesPath(cohortId: string): string {
  return `/wishes/${cohortId}`;
}

/** A cohort that asks a participant for their choices. */
export interface WishCall {
  cohortId: string;
  cohort: string;
  timeZone: string;
  /** ISO instant. */
  until: string;
  /** May be said, or said otherwise, now. */
  open: boolean;
  answered: boolean;
}

/** What a participant may choose from, what they chose, and what they were given. */
export interface WishPage extends WishCall {
  innovations: { id: string; code: string; name: string; owner: string }[];
  /** Ids of innovations, the dearest first. */
  chosen: string[];
  /** Innovations of live assignments, with the rank at which each was chosen, from 1; null for none. */
  given: { id: string; code: string; name: string; rank: number | null }[];
}
