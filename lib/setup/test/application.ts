import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { buildApplication } from "../build";
import type { ChildEnvironment } from "../child";
import { isolatedEnvironment } from "../environment";
import { migrate } from "../migrate";
import { inProject, testBuildFolder } from "../paths";
import { freePort } from "../ports";
import { startTemporaryCluster, type TemporaryCluster } from "../postgres/temporary";
import { step } from "../report";
import {
  applicationRole,
  cloneDatabase,
  databaseUrls,
  ensureDatabase,
  ensureRoles,
} from "../roles";
import { randomSecret } from "../secrets";
import { seedDemo } from "../seed";
import { addressFor, serveBuild } from "../serve";
import type { Shutdown } from "../shutdown";

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

type DatabaseSetting = "DATABASE_URL" | "MIGRATION_DATABASE_URL";

/** A database with the demo, and the settings of an application that is to serve it. */
export type DemoDatabase = {
  /** A superuser's connection string for the cluster, where statements are counted. */
  adminUrl: string;
  database: string;
  /** The application's role, and the owner's connection for what that may not do. */
  settings: ChildEnvironment & Record<DatabaseSetting | "APP_URL", string>;
};

/** What the browser tests need to know of the application under test. */
export type ServedApplication = {
  /** Where it is, without a trailing slash. */
  url: string;
  settings: ChildEnvironment;
  /** Where its statements are counted: a superuser's connection, and the name of its database. */
  adminUrl: string;
  database: string;
  /** The file in which it tells what it does. */
  log: string;
  pid: number | undefined;
  stop: () => Promise<void>;
};

/** The production build with the demo's people, on a database of its own and a free port. */
export async function serveForTests(shutdown: Shutdown): Promise<ServedApplication> {
  const [application] = await serveSeveral(shutdown, 1);
  if (!application) throw new Error("nothing was served");
  return application;
}

/** Several of them that share nothing but the build: what is done in one is not seen in another. */
export async function serveSeveral(
  shutdown: Shutdown,
  count: number,
): Promise<ServedApplication[]> {
  const cluster = await testCluster(shutdown);
  const [first] = await Promise.all([
    seedForTests(shutdown, cluster, "browser_1"),
    buildForTests(shutdown),
  ]);
  const demos = [first];
  // Before the first is served: a database is cloned only while nobody is connected to it.
  while (demos.length < count) {
    demos.push(await cloneDemo(shutdown, first, `browser_${demos.length + 1}`));
  }
  return Promise.all(
    demos.map((demo) => {
      // Each process would load and compile every page for itself; the crash tests serve with several.
      const settings = { ...demo.settings, WEB_PROCESSES: "1" };
      return serveDatabase(shutdown, { ...demo, settings });
    }),
  );
}

/** The build that tests and measurements use, made where it is not up to date. */
export async function buildForTests({ signal }: Shutdown): Promise<void> {
  await buildApplication(testBuildFolder, await isolatedEnvironment(), signal);
}

/** A migrated database with the demo's people. */
export async function seedForTests(
  shutdown: Shutdown,
  { adminUrl, port }: TemporaryCluster,
  database: string,
): Promise<DemoDatabase> {
  shutdown.check();
  const passwords = { ownerPassword: randomSecret(), applicationPassword: randomSecret() };
  await ensureRoles(adminUrl(), passwords);
  await ensureDatabase(adminUrl(), database);
  const urls = databaseUrls(passwords, { port, database });
  await migrate({ ownerUrl: urls.ownerUrl, applicationRole });

  const settings = {
    DATABASE_URL: urls.appUrl,
    MIGRATION_DATABASE_URL: urls.ownerUrl,
    AUTH_SECRET: randomSecret(),
    // Where nobody is, and not where the tests' browser is either.
    TZ: "Pacific/Chatham",
    METRICS_TOKEN: randomSecret(),
    ...(await ownPlace(shutdown)),
  };
  await seedDemo(urls.ownerUrl, await servedEnvironment(settings), shutdown.signal);
  return { adminUrl: adminUrl(), database, settings };
}

/** The same demo in a database of its own, to be served at an address of its own. */
export async function cloneDemo(
  shutdown: Shutdown,
  { adminUrl, database: template, settings }: DemoDatabase,
  database: string,
): Promise<DemoDatabase> {
  await cloneDatabase(adminUrl, template, database);
  const there = (url: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href;
  return {
    adminUrl,
    database,
    settings: {
      ...settings,
      DATABASE_URL: there(settings.DATABASE_URL),
      MIGRATION_DATABASE_URL: there(settings.MIGRATION_DATABASE_URL),
      ...(await ownPlace(shutdown)),
    },
  };
}

/** A free port, and an empty folder for files. */
async function ownPlace(shutdown: Shutdown) {
  const files = await fs.mkdtemp(path.join(os.tmpdir(), "lokus-files-"));
  shutdown.add("removing the files of the tests", () =>
    fs.rm(files, { recursive: true, force: true }),
  );
  const address = { host: "127.0.0.1", port: await freePort("127.0.0.1") };
  return {
    APP_URL: addressFor(address),
    HOST: address.host,
    PORT: String(address.port),
    FILES_FOLDER: files,
  };
}

/** Serves the build on a database until it is stopped. */
export async function serveDatabase(
  shutdown: Shutdown,
  { adminUrl, database, settings }: DemoDatabase,
): Promise<ServedApplication> {
  shutdown.check();
  const env = await servedEnvironment(settings);
  const address = { host: String(settings.HOST), port: Number(settings.PORT) };
  const log = inProject("tests/.output", `server-${database}.log`);
  const server = await step("Starting the application", () =>
    serveBuild(testBuildFolder, address, env, () => {}, log),
  );
  const stop = shutdown.add("stopping the application", server.stop);
  return { url: settings.APP_URL, settings, adminUrl, database, log, pid: server.pid, stop };
}

/** The application never sees the owner's connection. */
function servedEnvironment({ MIGRATION_DATABASE_URL: _, ...settings }: ChildEnvironment) {
  return isolatedEnvironment(settings);
}
