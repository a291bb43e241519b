import "server-only";
import PgBoss from "pg-boss";
import type { Tx } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import {
  JOB_QUEUES,
  JOB_SCHEMA,
  type JobData,
  type JobQueue,
  REPEATED_JOBS,
} from "@/lib/platform/job-queues";
import { logEvent } from "@/lib/platform/log";
import { processWide } from "@/lib/platform/process-wide";

/**
 * Work that leaves after the commit: jobs lie in the same database, and are written in the
 * transaction of the change that asks for them (docs/decisions/0016-jobs-and-letters.md).
 */

/** Seconds between two looks into a queue. */
const POLLING = 2;
/** How long a job that is under way may take to end when the server stops, in milliseconds. */
const STOP_PATIENCE = 5_000;
/** Each process asks for a job that comes again at least so often, in seconds: it may be the only one left. */
const ASK_SECONDS = 3_600;
/** After a failed beginning (the database is away), in milliseconds. */
const START_AGAIN = 10_000;

/**
 * Writes a job in a transaction: it exists when, and only when, that commits.
 *
 * @param options.startAfter not before this instant
 */
export async function enqueue<Queue extends JobQueue>(
  tx: Tx,
  queue: Queue,
  data: JobData[Queue],
  options: { startAfter?: Date } = {},
): Promise<void> {
  // Never started: it only knows how a job is written.
  const boss = processWide(
    "job-writer",
    () => new PgBoss({ schema: JOB_SCHEMA, db: { executeSql: noConnection } }),
  );
  await boss.send(queue, data, {
    ...options,
    db: {
      executeSql: async (text: string, values: unknown[]) => ({
        rows: await tx.$queryRawUnsafe<unknown[]>(text, ...values.map((value) => value ?? null)),
      }),
    },
  });
}

function noConnection(): never {
  throw new Error("a job is written in a transaction");
}

export interface Job<Queue extends JobQueue> {
  data: JobData[Queue];
  /** When it fails now, it is not tried again. */
  isLast: boolean;
}

export type JobHandlers = { [Queue in JobQueue]: (job: Job<Queue>) => Promise<void> };

/**
 * Works on jobs in this process until it is told to stop. What fails is tried again, later and later,
 * as the queue says; a database that is away only delays the beginning.
 */
export function startJobs(handlers: JobHandlers): void {
  processWide("jobs", () => {
    const worker = new JobWorker(env().DATABASE_URL, handlers);
    worker.start();
    // The web server ends the process by itself once its connections are closed.
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => void worker.stop());
    }
    return worker;
  });
}

/** The worker of a process; tests make their own. */
export class JobWorker {
  #boss: PgBoss | undefined;
  #stopped = false;
  #again: NodeJS.Timeout | undefined;
  #lastProblem = 0;
  #repeated: NodeJS.Timeout[] = [];

  constructor(
    private readonly connectionString: string,
    private readonly handlers: JobHandlers,
    private readonly pollingSeconds = POLLING,
  ) {}

  start(): void {
    void this.#begin().catch((error: unknown) => {
      this.#tell(error);
      if (this.#stopped) return;
      this.#again = setTimeout(() => this.start(), START_AGAIN);
      this.#again.unref();
    });
  }

  async #begin(): Promise<void> {
    const boss = new PgBoss({
      connectionString: this.connectionString,
      application_name: "lokus jobs",
      schema: JOB_SCHEMA,
      max: 2,
      // The schema is made and brought up to date by the owner: lib/setup/jobs.ts.
      migrate: false,
      schedule: false,
      // A finished job is remembered for as long as it keeps others of its span away.
      archiveCompletedAfterSeconds: Math.max(...Object.values(REPEATED_JOBS)),
    });
    boss.on("error", (error) => this.#tell(error));
    try {
      await boss.start();
      for (const queue of Object.keys(JOB_QUEUES) as JobQueue[]) await this.#serve(boss, queue);
      for (const [queue, seconds] of Object.entries(REPEATED_JOBS)) {
        await this.#repeat(boss, queue as keyof typeof REPEATED_JOBS, seconds);
      }
    } catch (error) {
      await boss.stop({ graceful: false }).catch(() => {});
      throw error;
    }
    this.#boss = boss;
    if (this.#stopped) await this.stop();
  }

  async #serve<Queue extends JobQueue>(boss: PgBoss, queue: Queue): Promise<void> {
    const options = {
      pollingIntervalSeconds: this.pollingSeconds,
      batchSize: 1,
      includeMetadata: true as const,
    };
    await boss.work<JobData[Queue]>(queue, options, async (jobs) => {
      for (const job of jobs) {
        await this.handlers[queue]({ data: job.data, isLast: job.retryCount >= job.retryLimit });
      }
    });
  }

  /** However many processes ask for it, one job is written for each span of time. */
  async #repeat(boss: PgBoss, queue: keyof typeof REPEATED_JOBS, seconds: number): Promise<void> {
    const ask = () => boss.send(queue, {}, { singletonSeconds: seconds });
    await ask();
    const timer = setInterval(() => {
      ask().catch((error: unknown) => this.#tell(error));
    }, Math.min(seconds, ASK_SECONDS) * 1000);
    timer.unref();
    this.#repeated.push(timer);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    for (const timer of this.#repeated) clearInterval(timer);
    clearTimeout(this.#again);
    const boss = this.#boss;
    this.#boss = undefined;
    await boss?.stop({ graceful: true, timeout: STOP_PATIENCE }).catch(() => {});
  }

  /** Every look into the queue fails while the database is away: one line a minute is enough. */
  #tell(error: unknown): void {
    const now = Date.now();
    if (this.#stopped || now - this.#lastProblem < 60_000) return;
    this.#lastProblem = now;
    logEvent("job_problem", { error });
  }
}
