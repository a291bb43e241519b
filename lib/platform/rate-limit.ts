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
  /** Opening one-time links from one address. */
  oneTimeLink: { points: 60, duration: 15 * 60 },
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

/** Seconds to wait, or 0 while the key is not locked. Counts nothing. */
export async function lockedFor(db: Db, name: LimitName, key: string): Promise<number> {
  const state = await limiter(db, name).get(key);
  if (!state || state.consumedPoints < LIMITS[name].points) return 0;
  return Math.max(1, Math.ceil(state.msBeforeNext / 1000));
}

/** Counts one failure. */
export async function countFailure(db: Db, name: LimitName, key: string): Promise<void> {
  try {
    await limiter(db, name).consume(key);
  } catch (error) {
    // Over the limit is an answer, not a failure; lockedFor tells of it.
    if (!(error instanceof RateLimiterRes)) throw error;
  }
}

/** Forgets the failures of a key, after a success. */
export async function clearFailures(db: Db, name: LimitName, key: string): Promise<void> {
  await limiter(db, name).delete(key);
}
