import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/platform/env";
import { PrismaClient } from "@/lib/platform/generated/prisma/client";

export type Db = PrismaClient;

/** A client inside a transaction: what mutations and the audit write through. */
export type Tx = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

/** Reads work on either. */
export type Reader = Db | Tx;

/** A client on a connection string. Used by the application once, and by tests and scripts. */
export function connect(connectionString: string): Db {
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString, max: 10 }),
    // A burst of submissions waits for a connection rather than fail.
    transactionOptions: { maxWait: 10_000, timeout: 20_000 },
  });
}

// One client a process, also across the development server's reloads.
const holder = globalThis as typeof globalThis & { lokusDb?: Db };

export function db(): Db {
  holder.lokusDb ??= connect(env().DATABASE_URL);
  return holder.lokusDb;
}
