import "server-only";
import cluster from "node:cluster";
import { randomUUID } from "node:crypto";
import {
  AggregatorRegistry,
  Counter,
  collectDefaultMetrics,
  Gauge,
  Histogram,
  Registry,
} from "prom-client";
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
  // Where several processes serve, the one that started them asks each for its own.
  AggregatorRegistry.setRegistries([registry]);
  if (cluster.isWorker) new AggregatorRegistry();
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
    files: new Histogram({
      name: "lokus_file_duration_seconds",
      help: "Files handed in, from their last bytes on; the outcome is ok or what is wrong with them",
      labelNames: ["outcome"],
      buckets: REQUEST_SECONDS,
      registers,
    }),
    fileBytes: new Counter({
      name: "lokus_file_bytes_total",
      help: "Bytes of files handed in",
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

/** What the process that started this one answers to "lokus:metrics" (lib/setup/web.mjs). */
interface MetricsAnswer {
  type: "lokus:metrics";
  id: string;
  text: string | null;
}

/**
 * The metrics of the whole server as Prometheus reads them: those of all its processes, added up.
 *
 * @throws Error when another process does not tell its own in time
 */
export function serverMetrics(): Promise<string> {
  const { registry } = metrics();
  if (!cluster.isWorker) return registry.metrics();
  const id = randomUUID();
  return new Promise((resolve, reject) => {
    const listen = (message: MetricsAnswer) => {
      if (message.type !== "lokus:metrics" || message.id !== id) return;
      process.off("message", listen);
      if (message.text === null) reject(new Error("a web process did not tell its metrics"));
      else resolve(message.text);
    };
    process.on("message", listen);
    process.send?.({ type: "lokus:metrics", id });
  });
}
