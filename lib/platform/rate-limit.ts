import "server-only";
import { RateLimiterPrisma, RateLimiterRes } from "rate-limiter-flexible";
import type { Db } from "@/lib/platform/db";

/** How often something may fail. Counters live in the database, so that all processes share them. */
const LIMITS = {
  /** Failed sign-ins of one account, whether it exists or not. */
  signInAccount: { points: 8, duration: 15 * 60 },
  /** Failed sign-ins from one address: a whole cohort may sit behind it. */
  signInAddress: { points: 100, duration: 15 * 60 },
  /** Wrong current passwords when changing one's own. */
  passwordChange: { points: 8, duration: 15 * 60 },
  /** Codes of attendance that one person typed; right ones are forgotten. */
  attendanceCode: { points: 10, duration: 10 * 60 },
  /** Opening one-time links from one address. */
  oneTimeLink: { points: 60, duration: 15 * 60 },
  /** Addresses of hosts' links that are none, from one address; and answers by one link. */
  hostLink: { points: 60, duration: 15 * 60 },
  hostAnswers: { points: 200, duration: 15 * 60 },
  /** Addresses of agencies' links that are none, from one address; and files taken by one link. */
  agencyLink: { points: 60, duration: 15 * 60 },
  agencyFiles: { points: 30, duration: 15 * 60 },
  /** Links that one member of staff makes: some cohorts a day, never a whole civil service. */
  linksMade: { points: 3_000, duration: 60 * 60 },
  /** Files that one person announces: some tasks with all the photos that each may have. */
  uploads: { points: 300, duration: 60 * 60 },
  /** Reports that one person has made as Word or PDF: a cohort of them one by one, and some again. */
  reports: { points: 150, duration: 60 * 60 },
  /** Letters to an address that somebody wants to take, of one person. */
  addressLetters: { points: 5, duration: 60 * 60 },
  /** Asking for a new password from one address, and for one account, whether it exists or not. */
  resetAddress: { points: 20, duration: 15 * 60 },
  resetAccount: { points: 3, duration: 60 * 60 },
} as const;
export type LimitName = keyof typeof LIMITS;

function limiter(db: Db, name: LimitName): RateLimiterPrisma {
  return new RateLimiterPrisma({
    storeClient: db,
    tableName: "rateLimit",
    keyPrefix: name,
    clearExpiredByTimeout: false,
    ...LIMITS[name],
  });
}

/**
 * Takes one attempt before its outcome is known, so that a burst at the same moment gets no more
 * attempts than a row of them.
 *
 * @param points how many at once
 * @returns seconds to wait, or 0 where the attempt may be made
 */
export async function takeAttempt(
  db: Db,
  name: LimitName,
  key: string,
  points = 1,
): Promise<number> {
  try {
    await limiter(db, name).consume(key, points);
    return 0;
  } catch (error) {
    // Over the limit is an answer, not a failure.
    if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1000));
    throw error;
  }
}

/** Gives an attempt back that did not fail. */
export async function returnAttempt(db: Db, name: LimitName, key: string): Promise<void> {
  await limiter(db, name).reward(key);
}

/** Forgets the failures of a key, after a success. */
export async function clearFailures(db: Db, name: LimitName, key: string): Promise<void> {
  await limiter(db, name).delete(key);
}
