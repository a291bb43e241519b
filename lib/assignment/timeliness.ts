/** How long after the due date a submission may still arrive that claims to be in time. Hours. */
export const CLAIM_GRACE_HOURS = 24;

export const TIMELINESS = ["ON_TIME", "LATE", "CLAIMED"] as const;
export type Timeliness = (typeof TIMELINESS)[number];

/**
 * When a device says that it last changed the work, as far as that can be: never after the arrival
 * (its clock is fast), and nothing where its clock has never been set.
 */
export function claimedTime(claim: string | undefined, arrivedAt: Date): Date | null {
  const claimed = claim === undefined ? null : new Date(claim);
  if (!claimed || claimed.getUTCFullYear() < 2000) return null;
  return claimed < arrivedAt ? claimed : arrivedAt;
}

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

/** When a stage closes for good: so many days after it is due, to the minute; null where it does not. */
export function hardCloseAt(dueAt: Date, afterDays: number | null | undefined): Date | null {
  if (afterDays === null || afterDays === undefined) return null;
  return new Date(dueAt.getTime() + afterDays * 86_400_000);
}
