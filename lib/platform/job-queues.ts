/** The queues, for the application that fills and empties them and for the set-up that makes them. */

/** Where pg-boss keeps its tables. They belong to the owner, like all others. */
export const JOB_SCHEMA = "pgboss";

/** What a job says; ids only, as in the audit. */
export interface JobData {
  mail: { messageId: string };
  /** Forgets files that nothing names any more: no more is to be said. */
  files: Record<string, never>;
  /** Draws pictures whose process ended before it had drawn them. */
  pictures: Record<string, never>;
  /** Looks for everybody who is owed a reminder. */
  reminders: Record<string, never>;
  /** Submissions that were approved together. */
  approvals: { batchId: string };
}

export type JobQueue = keyof JobData;

/**
 * How often a job is tried: after half a minute, one, two, four … minutes, about an hour in all.
 * A server that is silent for `expireInSeconds` is taken for dead, and the job tried again.
 */
export const JOB_QUEUES = {
  mail: { retryLimit: 7, retryDelay: 30, retryBackoff: true, expireInSeconds: 120 },
  files: { retryLimit: 3, retryDelay: 300, retryBackoff: true, expireInSeconds: 1800 },
  // The next one comes by itself.
  pictures: { retryLimit: 0, expireInSeconds: 600 },
  reminders: { retryLimit: 0, expireInSeconds: 300 },
  approvals: { retryLimit: 7, retryDelay: 30, retryBackoff: true, expireInSeconds: 120 },
} as const satisfies Record<JobQueue, object>;

/** Jobs that come again and again by themselves, every so many seconds. */
export const REPEATED_JOBS = {
  pictures: 60,
  reminders: 300,
  files: 86_400,
} as const satisfies Partial<Record<JobQueue, number>>;
