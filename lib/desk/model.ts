/** The reviewer's side of a waiting revision: who has it open now, and what is written on it so far. */

/**
 * After so many minutes without a sign of life a lease lapses (CHECK review_leases_times). Longer than it
 * takes to fetch a coffee, shorter than a colleague would wait.
 */
export const LEASE_MINUTES = 15;

/** How often a desk at which somebody works renews its lease. */
export const RENEW_MINUTES = 4;

/** A reason collected while reading. */
export type DraftReason = {
  id: string;
  /** Index path on its revision; null speaks of the whole. */
  path: string | null;
  /** The same place by item ids, to find it again on another revision. */
  stable: string | null;
  /** What the field is called, for where it is not on the screen. */
  label: string | null;
  text: string;
};

/** What a reviewer has written on a revision and not sent yet. */
export type DeskDrafts = {
  reasons: DraftReason[];
  /** Remarks begun, by index path; "" is the one on the whole. */
  notes: Record<string, string>;
};

export const NO_DRAFTS: DeskDrafts = { reasons: [], notes: {} };

export function isEmpty(drafts: DeskDrafts): boolean {
  return (
    drafts.reasons.length === 0 && Object.values(drafts.notes).every((note) => note.trim() === "")
  );
}

/**
 * What is kept of unsent words, in UTF-16 units: far more than can be sent, so that a text that is too
 * long is kept until somebody has shortened it.
 */
export const DRAFT_BOUNDS = {
  text: 150_000,
  all: 400_000,
  reasons: 100,
  notes: 400,
} as const;

/** A reviewer's unsent words on a revision as the server has them. */
export interface SavedDrafts {
  revisionId: string;
  /** 0 where nothing was ever saved; what a save is based on. */
  version: number;
  drafts: DeskDrafts;
}

/** Who is reviewing a submission now. */
export interface LeaseDto {
  holder: string;
  isReader: boolean;
  /** ISO instant at which it lapses unless it is renewed. */
  until: string;
}
