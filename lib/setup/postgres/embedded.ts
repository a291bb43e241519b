import fs from "node:fs/promises";
import pg from "pg";
import { SetupFailure } from "../failure";
import { withFileLock } from "../lock.mjs";
import { inDataFolder } from "../paths";
import { note, step } from "../report";
import {
  type DatabaseUrls,
  databaseUrls,
  ensureDatabase,
  ensureRoles,
  localUrl,
  ownerRole,
} from "../roles";
import { keptSecrets, type Secrets } from "../secrets";
import type { Shutdown } from "../shutdown";
import { serverAccount } from "./account";
import { preparedBinaries } from "./binaries";
import { type Cluster, isRunning, readPostmaster, stopServer } from "./control";
import { placedDataDirectory } from "./place";
import {
  createCluster,
  hasCluster,
  type RunningServer,
  resetSuperuserPassword,
  startServer,
  superuser,
} from "./server";

/** The embedded database while this process runs it. */
export type EmbeddedDatabase = DatabaseUrls & {
  secrets: Secrets;
  /** Resolves when the server ends without having been asked to. */
  ended: Promise<void>;
  /** Keeps the address under which this process serves, for a second start to name. */
  announce: (url: string) => Promise<void>;
};

const database = "lokus";

/** The advisory lock that says: a Lokus command is working with this embedded database. */
const RUNNING_LOCK = "hashtextextended('lokus: running from this folder', 0)";

/**
 * Starts the embedded database of this folder, and registers its stop.
 *
 * Who may use it is decided by a lock in the database itself, held by a connection for as long as
 * the command runs: it ends with the process, however that ends. A server that runs while nobody
 * holds the lock was left behind by a killed command; it is stopped properly and started anew.
 */
export async function startEmbeddedDatabase(shutdown: Shutdown): Promise<EmbeddedDatabase> {
  return withFileLock(
    // Covers the moment in which a server runs and its lock is not yet taken.
    inDataFolder("database.lock"),
    () => bringUp(shutdown),
    () => note("Waiting for another Lokus command to start the database"),
  );
}

async function bringUp(shutdown: Shutdown): Promise<EmbeddedDatabase> {
  const cluster = await locateCluster();
  const { secrets, fresh } = await keptSecrets(inDataFolder("secrets.json"));
  await endLeftover(cluster, secrets);

  if (!(await hasCluster(cluster))) {
    await step("Making an empty database", () => createCluster(cluster, secrets.superuserPassword));
  } else if (fresh) {
    note(".data/secrets.json was missing: the database gets new passwords, its data stays");
    await resetSuperuserPassword(cluster, secrets.superuserPassword);
  }
  shutdown.check();

  const server = await step(
    `Starting PostgreSQL ${cluster.binaries.version.replace(/-.*/, "")}`,
    () => startServer(cluster, inDataFolder("postgres.log")),
  );
  let stopping = false;
  shutdown.add("stopping the database", async () => {
    stopping = true;
    await lock?.end().catch(() => {});
    await step("Stopping the database", server.stop);
  });

  let lock: pg.Client | undefined;
  await prepareDatabase(server, secrets);
  const urls = databaseUrls(secrets, { port: server.port, database });
  lock = await takeLock(urls.ownerUrl);
  const holder = lock;
  return {
    ...urls,
    secrets,
    ended: server.ended.then(() => {
      // A stop that was asked for is no event.
      if (stopping) return new Promise<void>(() => {});
    }),
    announce: async (url) => {
      await holder.query("SELECT set_config('application_name', $1, false)", [holderName(url)]);
    },
  };
}

async function locateCluster(): Promise<Cluster> {
  const account = serverAccount(inDataFolder("postgres"));
  const binaries = await preparedBinaries(account, (folder) =>
    note(`${account?.name} cannot read this folder: PostgreSQL is copied to ${folder}`),
  );
  const dataDirectory = await placedDataDirectory(account, (folder) =>
    note(
      `${account?.name} cannot read this folder: the data goes to ${folder} (.data/postgres leads there)`,
    ),
  );
  return { account, binaries, dataDirectory };
}

async function prepareDatabase(server: RunningServer, secrets: Secrets): Promise<void> {
  const adminUrl = localUrl(superuser, secrets.superuserPassword, {
    port: server.port,
    database: "postgres",
  });
  await ensureRoles(adminUrl, secrets);
  await ensureDatabase(adminUrl, database);
}

async function takeLock(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: holderName(),
    keepAlive: true,
  });
  client.on("error", () => {});
  await client.connect();
  const { rows } = await client.query<{ taken: boolean }>(
    `SELECT pg_try_advisory_lock(${RUNNING_LOCK}) AS taken`,
  );
  // The server was started by this process a moment ago, under the file lock.
  if (!rows[0]?.taken) throw new Error("the lock of a database that has just started is taken");
  return client;
}

/** Stops a server that a killed command left behind; refuses when its command is alive. */
async function endLeftover(cluster: Cluster, secrets: Secrets): Promise<void> {
  if (!(await fs.stat(cluster.dataDirectory).catch(() => undefined))) return;
  if (!(await isRunning(cluster))) return;
  const holder = await lockHolder(cluster, secrets);
  if (holder) throw alreadyRunning(holder);
  await step("Stopping a database that an earlier run left behind", () => stopServer(cluster));
}

/** What the connection that holds the lock is called: who holds it, and where that serves. */
function holderName(url = "starting"): string {
  return `lokus ${process.pid} ${url}`;
}

function alreadyRunning(name: string): SetupFailure {
  const [, pid, url] = name.split(" ");
  const stop = `Stop it with Ctrl-C where it was started, or with: kill ${pid}`;
  return url?.startsWith("http")
    ? new SetupFailure(`Lokus already runs from this folder, at ${url}`, [stop])
    : new SetupFailure("Another Lokus command is just starting from this folder.", [
        "Wait for it.",
        stop,
      ]);
}

/** The name under which a living command holds the running server; undefined when none does. */
async function lockHolder(cluster: Cluster, secrets: Secrets): Promise<string | undefined> {
  const deadline = Date.now() + 30_000;
  while (Date.now() < deadline) {
    const postmaster = await readPostmaster(cluster.dataDirectory);
    if (postmaster?.port) {
      const url = localUrl(ownerRole, secrets.ownerPassword, { port: postmaster.port, database });
      const answer = await askHolder(url);
      if (answer !== "not ready") return answer;
    }
    if (!(await isRunning(cluster))) return undefined;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new SetupFailure("A database server runs in .data but does not answer.", [
    "If no other Lokus command is running, stop it properly:",
    `"${cluster.binaries.pgCtl}" stop -m fast -D "${cluster.dataDirectory}"`,
    ...(cluster.account ? [`(as the user ${cluster.account.name})`] : []),
  ]);
}

async function askHolder(url: string): Promise<string | undefined | "not ready"> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      `SELECT a.application_name AS name
         FROM pg_locks l JOIN pg_stat_activity a USING (pid)
        WHERE l.locktype = 'advisory' AND l.granted
          AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND ((l.classid::bigint << 32) | l.objid::bigint) = ${RUNNING_LOCK}`,
    );
    return rows[0]?.name;
  } catch (error) {
    // Wrong password, no such role, no such database: killed before its first start was complete,
    // or its passwords are lost. Nobody can be working with it.
    const { code = "" } = error as { code?: string };
    if (["28P01", "28000", "3D000"].includes(code)) return undefined;
    // Starting up, recovering, shutting down, or slow: ask again.
    return "not ready";
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Connection strings of the embedded database while another command of this folder runs it, for
 * commands such as `npm run admin` that work beside it, and the address at which that command
 * serves. Undefined when none runs.
 */
export async function runningEmbeddedDatabase(): Promise<
  (DatabaseUrls & { secrets: Secrets; address: string | undefined }) | undefined
> {
  const cluster = await locateCluster();
  if (!(await fs.stat(cluster.dataDirectory).catch(() => undefined))) return undefined;
  if (!(await isRunning(cluster))) return undefined;
  const { secrets } = await keptSecrets(inDataFolder("secrets.json"));
  const holder = await lockHolder(cluster, secrets);
  const postmaster = await readPostmaster(cluster.dataDirectory);
  if (!holder || !postmaster) return undefined;
  return {
    ...databaseUrls(secrets, { port: postmaster.port, database }),
    secrets,
    address: /https?:\S+/.exec(holder)?.[0],
  };
}
