import type { TestProject } from "vitest/node";
import { processWide } from "@/lib/platform/process-wide";
import { migrate } from "@/lib/setup/migrate";
import { startTemporaryCluster } from "@/lib/setup/postgres/temporary";
import {
  applicationRole,
  databaseUrls,
  ensureDatabase,
  ensureRoles,
  type RolePasswords,
  withClient,
} from "@/lib/setup/roles";
import { randomSecret } from "@/lib/setup/secrets";

/** What each test file needs to make a database of its own. */
export type TestCluster = {
  /** A superuser's connection string. */
  adminUrl: string;
  port: number;
  /** A migrated, granted and empty database, to be cloned. */
  template: string;
  passwords: RolePasswords;
};

declare module "vitest" {
  interface ProvidedContext {
    cluster: TestCluster;
  }
}

/**
 * Before the integration tests: a real PostgreSQL with one migrated template database, for all that there
 * are of them in one run.
 *
 * `npm test` brings a cluster and removes it; on its own vitest makes one for the run.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...made } = await processWide("test-cluster", prepare);
  project.provide("cluster", made);
  return stop;
}

async function prepare(): Promise<TestCluster & { stop: () => Promise<void> }> {
  const { adminUrl, stop } = await cluster();
  try {
    const passwords = { ownerPassword: randomSecret(), applicationPassword: randomSecret() };
    const template = `template_${randomSecret(8).toLowerCase()}`;
    const port = Number(new URL(adminUrl).port);
    await ensureRoles(adminUrl, passwords);
    await ensureDatabase(adminUrl, template);
    const { ownerUrl } = databaseUrls(passwords, { port, database: template });
    await migrate({ ownerUrl, applicationRole });
    // A template is cloned only while nobody is connected to it.
    await withClient(adminUrl, (client) =>
      client.query(`ALTER DATABASE "${template}" ALLOW_CONNECTIONS false IS_TEMPLATE true`),
    );
    let stopped: Promise<void> | undefined;
    const stopOnce = () => {
      stopped ??= stop();
      return stopped;
    };
    return { adminUrl, port, template, passwords, stop: stopOnce };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function cluster(): Promise<{ adminUrl: string; stop: () => Promise<void> }> {
  const given = process.env.LOKUS_TEST_CLUSTER;
  if (given) return { adminUrl: given, stop: async () => {} };

  const own = await startTemporaryCluster();
  // Vitest does not run teardowns when it is interrupted.
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void own.stop().finally(() => process.exit(1)));
  }
  return { adminUrl: own.adminUrl(), stop: own.stop };
}
