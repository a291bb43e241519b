import "server-only";
import { AsyncResource } from "node:async_hooks";
import pg from "pg";
import { logEvent } from "@/lib/platform/log";
import { reportStatement } from "@/lib/platform/report";

/**
 * Every page asks for a cohort's rows, which lie behind indexes. PostgreSQL's defaults are for
 * disks that seek, and for questions about all rows: between a thousand cohorts it would read whole
 * tables, with helpers whose start alone takes longer than the page. And a statement's plan does not
 * depend on whose rows are asked for: one plan for all saves planning anew for each.
 */
const PLANNING = [
  "random_page_cost=1.1",
  "max_parallel_workers_per_gather=0",
  "jit=off",
  "plan_cache_mode=force_generic_plan",
]
  .map((setting) => `-c ${setting}`)
  .join(" ");

/**
 * How long a piece of work waits for a connection, new or given back. A machine that takes the
 * connection and never speaks would otherwise hold every request for good. Milliseconds.
 */
const CONNECTION_PATIENCE = 10_000;
/**
 * How many a process opens at most. It computes on one core; more connections would mostly wait for it, and each
 * plans every statement for itself: with ten a burst of 54 phones took half as long again.
 */
const CONNECTIONS = 4;
/** So long is a connection kept that nobody uses: a new one has everything to plan anew. Milliseconds. */
const IDLE_PATIENCE = 10 * 60_000;

type Connected = Parameters<Parameters<pg.Pool["connect"]>[0]>;

/**
 * Connections whose statements are timed, each from when it is sent to its last row: what a piece of
 * work waits for a free connection is not the statement's fault.
 *
 * @param slowMs statements that take as long are logged
 */
export function openPool(connectionString: string, slowMs: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: CONNECTIONS,
    idleTimeoutMillis: IDLE_PATIENCE,
    options: PLANNING,
    connectionTimeoutMillis: CONNECTION_PATIENCE,
  });
  pool.on("connect", (client) => timeStatements(client, slowMs));
  // An idle connection that breaks is replaced when the next one is needed. Unheard, the event
  // would end the process.
  pool.on("error", (error) =>
    logEvent("database_connection_lost", { code: (error as { code?: string }).code ?? "unknown" }),
  );
  return keepingContext(pool);
}

/**
 * Who waits for a connection is called by whoever gives one back. Without this, the statement would
 * be told of as the other request's.
 */
function keepingContext(pool: pg.Pool): pg.Pool {
  const connect = pool.connect.bind(pool) as (callback?: (...args: Connected) => void) => unknown;
  pool.connect = ((callback?: (...args: Connected) => void) =>
    connect(callback && AsyncResource.bind(callback))) as pg.Pool["connect"];
  return pool;
}

type Query = (...args: unknown[]) => unknown;

function timeStatements(client: pg.PoolClient, slowMs: number): void {
  const send = client.query.bind(client) as Query;
  const timed: Query = (...args) => {
    const text = textOf(args[0]);
    const started = performance.now();
    const done = () => reportStatement(text, performance.now() - started, slowMs);
    const callback = args.at(-1);
    if (typeof callback === "function") {
      // pg calls back on the connection's own account, as above.
      const bound = AsyncResource.bind((...results: unknown[]) => {
        done();
        callback(...results);
      });
      return send(...args.slice(0, -1), bound);
    }
    const result = send(...args);
    if (result instanceof Promise) result.then(done, done);
    return result;
  };
  client.query = timed as typeof client.query;
}

function textOf(query: unknown): string {
  if (typeof query === "string") return query;
  return typeof query === "object" && query !== null && "text" in query ? String(query.text) : "";
}
