import { afterAll, inject } from "vitest";
import { connect, type Db } from "@/lib/platform/db";
import {
  cloneDatabase,
  type DatabaseUrls,
  databaseUrls,
  ensureDatabase,
  withClient,
} from "@/lib/setup/roles";
import { randomSecret } from "@/lib/setup/secrets";

/** A database that one test file has for itself. */
export type TestDatabase = DatabaseUrls & {
  /** Connected as the application's role: what it may not do, no test can do with it. */
  readonly app: Db;
  /** Connected as the role that owns the tables. Only for what the application cannot set up. */
  readonly owner: Db;
};

// Set by `database-per-file.ts`, before the test file is loaded.
let urls: DatabaseUrls | undefined;

/**
 * The database of this test file: migrated, empty, a clone of one template, and gone afterwards.
 * Connections are opened at their first use and closed after the last test.
 */
export function openDatabase(): TestDatabase {
  if (!urls) throw new Error("only integration tests have a database");
  const { appUrl, ownerUrl } = urls;
  const open: { app?: Db; owner?: Db } = {};
  afterAll(async () => {
    await Promise.all([open.app?.$disconnect(), open.owner?.$disconnect()]);
  });
  return {
    appUrl,
    ownerUrl,
    get app() {
      open.app ??= connect(appUrl);
      return open.app;
    },
    get owner() {
      open.owner ??= connect(ownerUrl);
      return open.owner;
    },
  };
}

/** A superuser's connection string for the cluster; for tests of set-up itself. */
export function adminUrl(): string {
  return inject("cluster").adminUrl;
}

/** Makes an empty database that is not migrated, and drops it after the file's last test. */
export async function emptyDatabase(): Promise<DatabaseUrls> {
  const { adminUrl: admin, port, passwords } = inject("cluster");
  const database = `empty_${randomSecret(12).toLowerCase()}`;
  await ensureDatabase(admin, database);
  afterAll(() => drop(admin, database));
  return databaseUrls(passwords, { port, database });
}

/** Clones the template for the test file that is about to run. */
export async function cloneTemplate(): Promise<{ urls: DatabaseUrls; drop: () => Promise<void> }> {
  const { adminUrl: admin, port, template, passwords } = inject("cluster");
  const database = `test_${randomSecret(12).toLowerCase()}`;
  await cloneDatabase(admin, template, database);
  urls = databaseUrls(passwords, { port, database });
  return { urls, drop: () => drop(admin, database) };
}

async function drop(admin: string, database: string): Promise<void> {
  await withClient(admin, (client) =>
    client.query(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`),
  );
}
