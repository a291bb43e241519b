import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import type { Pool } from "pg";
import { env } from "@/lib/platform/env";
import { Prisma, PrismaClient } from "@/lib/platform/generated/prisma/client";
import { metrics } from "@/lib/platform/metrics";
import { openPool } from "@/lib/platform/pool";
import { processWide } from "@/lib/platform/process-wide";
import { statementName } from "@/lib/platform/statement-names";

export type Db = PrismaClient;

/** A client inside a transaction: what mutations and the audit write through. */
export type Tx = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

/** Reads work on either. */
export type Reader = Db | Tx;

/**
 * A client on a connection string. Used by tests and scripts; the application has `db()`.
 *
 * @param slowMs statements that take as many milliseconds are logged
 */
export function connect(connectionString: string, slowMs = Number.POSITIVE_INFINITY): Db {
  return clientOn(openPool(connectionString, slowMs));
}

/** The application's client: one a process. */
export function db(): Db {
  return processWide("database", () => {
    const { DATABASE_URL, SLOW_STATEMENT_MS } = env();
    const pool = openPool(DATABASE_URL, SLOW_STATEMENT_MS);
    metrics().pool.watched = pool;
    return clientOn(pool);
  });
}

function clientOn(pool: Pool): Db {
  return new PrismaClient({
    adapter: new PrismaPg(pool, {
      disposeExternalPool: true,
      statementNameGenerator: statementName,
    }),
    // A burst of submissions waits for a connection rather than fail.
    transactionOptions: { maxWait: 10_000, timeout: 20_000 },
  });
}

/** Prisma's codes for a database that is not reached, closes, is full, or lets wait too long. */
const AWAY = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2037"]);
/** PostgreSQL's: connection failures, shutting down, starting up, too many connections. */
const AWAY_STATES = /^(08...|57P0[1-3]|53300)$/;

/** The driver's, which has no codes for what happens to its connections. */
const AWAY_MESSAGES = /^(Connection terminated|timeout exceeded when trying to connect)/;

/**
 * Whether a failure says that the database does not answer now. Whether the work was done is then
 * unknown; the sender repeats the command under its id.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof Prisma.PrismaClientInitializationError) return true;
  for (let cause = error; typeof cause === "object" && cause !== null; ) {
    const { code, originalCode, message } = cause as Record<string, unknown>;
    if (AWAY.has(String(code)) || AWAY_STATES.test(String(originalCode ?? code))) return true;
    if (code === "ECONNREFUSED" || code === "ECONNRESET" || code === "EPIPE") return true;
    if (AWAY_MESSAGES.test(String(message))) return true;
    cause = (cause as { cause?: unknown }).cause;
  }
  return false;
}
