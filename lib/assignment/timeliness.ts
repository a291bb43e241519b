/** How long after the due date a submission may still arrive that claims to be in time. Hours. */
export const CLAIM_GRACE_HOURS = 24;

export const TIMELINESS = ["ON_TIME", "LATE", "CLAIMED"] as const;
export type Timeliness = (typeof TIMELINESS)[number];

/**
 * Judges a submission by when it arrived. A device that says that it was done before the due date
 * is believed for a day, and the submission is marked as claimed.
 */
export function timeliness(dueAt: Date, arrivedAt: Date, clientUpdatedAt: Date | null): Timeliness {
  if (arrivedAt <= dueAt) return "ON_TIME";
  const graceEnds = new Date(dueAt.getTime() + CLAIM_GRACE_HOURS * 3_600_000);
  const claimed = clientUpdatedAt !== null && clientUpdatedAt <= dueAt && arrivedAt <= graceEnds;
  return claimed ? "CLAIMED" : "LATE";
}
