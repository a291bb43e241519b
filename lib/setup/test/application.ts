import { buildApplication } from "../build";
import type { ChildEnvironment } from "../child";
import { isolatedEnvironment } from "../environment";
import { migrate } from "../migrate";
import { inProject } from "../paths";
import { freePort } from "../ports";
import { startTemporaryCluster, type TemporaryCluster } from "../postgres/temporary";
import { step } from "../report";
import { applicationRole, databaseUrls, ensureDatabase, ensureRoles } from "../roles";
import { randomSecret } from "../secrets";
import { seedDemo } from "../seed";
import { addressFor, serveBuild } from "../serve";
import type { Shutdown } from "../shutdown";

/** The build of the tests, beside the one that may be serving. */
const folder = ".next-test";

let cluster: Promise<TemporaryCluster> | undefined;

/** The cluster of this test run, started at the first call and removed at the run's end. */
export function testCluster(shutdown: Shutdown): Promise<TemporaryCluster> {
  cluster ??= step("Starting a temporary PostgreSQL", async () => {
    const started = await startTemporaryCluster();
    shutdown.add("removing the temporary database", started.stop);
    return started;
  });
  return cluster;
}

/** What the browser tests need to know of the application under test. */
export type ServedApplication = {
  /** Where it is, without a trailing slash. */
  url: string;
  /** Its settings: the application's role, and the owner's connection for what that may not do. */
  settings: ChildEnvironment;
  stop: () => Promise<void>;
};

/** The production build with the demo's people, on a database of its own and a free port. */
export async function serveForTests(shutdown: Shutdown): Promise<ServedApplication> {
  const { signal } = shutdown;
  await buildApplication(folder, await isolatedEnvironment(), signal);
  shutdown.check();

  const { adminUrl, port: databasePort } = await testCluster(shutdown);
  const passwords = { ownerPassword: randomSecret(), applicationPassword: randomSecret() };
  const database = "browser";
  await ensureRoles(adminUrl(), passwords);
  await ensureDatabase(adminUrl(), database);
  const urls = databaseUrls(passwords, { port: databasePort, database });
  await migrate({ ownerUrl: urls.ownerUrl, applicationRole });

  const address = { host: "127.0.0.1", port: await freePort("127.0.0.1") };
  const settings = {
    DATABASE_URL: urls.appUrl,
    AUTH_SECRET: randomSecret(),
    APP_URL: addressFor(address),
    HOST: address.host,
    PORT: String(address.port),
    // Where nobody is, and not where the tests' browser is either.
    TZ: "Pacific/Chatham",
  };
  const env = await isolatedEnvironment(settings);
  await seedDemo(urls.ownerUrl, env, signal);
  shutdown.check();

  const server = await step("Starting the application", () =>
    serveBuild(folder, address, env, () => {}, inProject("tests/.output/server.log")),
  );
  const stop = shutdown.add("stopping the application", server.stop);
  return {
    url: settings.APP_URL,
    settings: { ...settings, MIGRATION_DATABASE_URL: urls.ownerUrl },
    stop,
  };
}
