import "server-only";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { processWide } from "@/lib/platform/process-wide";

/** Upper bounds in seconds: from a cached answer to what nobody waits for. */
const REQUEST_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const STATEMENT_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];

/** What a connection pool tells of itself (`pg.Pool` does). */
interface PoolState {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
}

/**
 * What is measured. Labels take few values only, all of them ours: a label made of what somebody
 * sends would fill the memory, and could name a person.
 */
function makeMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const pool: { watched?: PoolState } = {};

  new Gauge({
    name: "lokus_database_connections",
    help: "Connections of this process to the database",
    labelNames: ["state"],
    registers,
    collect() {
      const { totalCount = 0, idleCount = 0 } = pool.watched ?? {};
      this.set({ state: "idle" }, idleCount);
      this.set({ state: "used" }, totalCount - idleCount);
    },
  });
  new Gauge({
    name: "lokus_database_connection_waiters",
    help: "Pieces of work that wait for a connection",
    registers,
    collect() {
      this.set(pool.watched?.waitingCount ?? 0);
    },
  });

  return {
    registry,
    pool,
    requests: new Histogram({
      name: "lokus_http_request_duration_seconds",
      help: "Answered HTTP requests, by the pattern of their address",
      labelNames: ["method", "route", "status"],
      buckets: REQUEST_SECONDS,
      registers,
    }),
    commands: new Histogram({
      name: "lokus_command_duration_seconds",
      help: "Commands; the outcome is ok, repeated, error, or the reason of a refusal",
      labelNames: ["type", "outcome"],
      buckets: REQUEST_SECONDS,
      registers,
    }),
    statements: new Histogram({
      name: "lokus_database_statement_duration_seconds",
      help: "Statements sent to the database, with BEGIN and COMMIT",
      labelNames: ["kind"],
      buckets: STATEMENT_SECONDS,
      registers,
    }),
    signIns: new Counter({
      name: "lokus_sign_ins_total",
      help: "Attempts to sign in with a password",
      labelNames: ["outcome"],
      registers,
    }),
    errors: new Counter({
      name: "lokus_unexpected_errors_total",
      help: "Errors that nobody expected; each has a line in the log",
      registers,
    }),
  };
}

/** The metrics of this process. */
export function metrics(): ReturnType<typeof makeMetrics> {
  return processWide("metrics", makeMetrics);
}
