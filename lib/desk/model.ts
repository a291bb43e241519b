/** The reviewer's side of a waiting revision: who has it open now, and what is written on it so far. */

/**
 * After so many minutes without a sign of life a lease lapses (CHECK review_leases_times). Longer than it
 * takes to fetch a coffee, shorter than a colleague would wait.
 */
export const LEASE_MINUTES = 15;

/** How often a desk at which somebody works renews its lease. */
export const RENEW_MINUTES = 4;

/** Who is reviewing a submission now. */
export interface LeaseDto {
  holder: string;
  isReader: boolean;
  /** ISO instant at which it lapses unless it is renewed. */
  until: string;
}
