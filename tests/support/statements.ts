import { PrismaPg } from "@prisma/adapter-pg";
import type { Db } from "@/lib/platform/db";
import { PrismaClient } from "@/lib/platform/generated/prisma/client";

/** A connection that remembers what was asked of the database. */
export interface StatementCounter {
  readonly db: Db;
  /** The statements that some work takes, in order. Only one work at a time. */
  during(work: () => Promise<unknown>): Promise<string[]>;
  close(): Promise<void>;
}

/**
 * The one way in which tests count statements: by the client's own events, each of which is a
 * round trip to the database, transactions' BEGIN and COMMIT included.
 */
export function openStatementCounter(connectionString: string): StatementCounter {
  const client = new PrismaClient({
    adapter: new PrismaPg({ connectionString, max: 10 }),
    log: [{ emit: "event", level: "query" }],
    // As patient as the application's own client.
    transactionOptions: { maxWait: 10_000, timeout: 20_000 },
  });
  let statements: string[] = [];
  (client as PrismaClient<"query">).$on("query", ({ query }) => {
    statements.push(query);
  });
  return {
    db: client,
    async during(work) {
      statements = [];
      await work();
      return statements;
    },
    close: () => client.$disconnect(),
  };
}
