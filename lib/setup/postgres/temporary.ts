import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { isAlive } from "../lock.mjs";
import { localUrl, withClient } from "../roles";
import { randomSecret } from "../secrets";
import { serverAccount } from "./account";
import { preparedBinaries } from "./binaries";
import { type Cluster, readPostmaster, stopServer } from "./control";
import { createCluster, startServer, superuser } from "./server";

/** A cluster that exists for one run of tests, and for nothing else. */
export type TemporaryCluster = {
  /** A superuser's connection string for one of its databases. */
  adminUrl: (database?: string) => string;
  port: number;
  /** Kills the server as a power cut would: it puts nothing away. */
  crash: () => Promise<void>;
  /** Starts it again, where it was. */
  recover: () => Promise<void>;
  /** Stops the server and removes everything. */
  stop: () => Promise<void>;
};

/** Folders are named for the process that made them, so that the next run finds what was left. */
const PREFIX = "lokus-test-";

/** What a server has that must not lose anything: PostgreSQL's own defaults. */
export const durable = { fsync: "on", synchronous_commit: "on", full_page_writes: "on" };

/** Nothing in it has to survive anything, and what is asked of it is counted. */
const defaults = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "200",
  shared_preload_libraries: "pg_stat_statements",
};

/**
 * Makes and starts a cluster in the system's folder for temporary files.
 *
 * @param settings server settings by name, before those of a cluster that need not last
 */
export async function startTemporaryCluster(
  settings: Record<string, string> = {},
): Promise<TemporaryCluster> {
  const account = serverAccount();
  const binaries = await preparedBinaries(account);
  await removeLeftovers({ account, binaries });

  const folder = mkdtempSync(path.join(temporaryFolder(), `${PREFIX}${process.pid}-`));
  // The server may run as another user, who has to pass.
  await fs.chmod(folder, 0o711);
  const cluster: Cluster = { account, binaries, dataDirectory: path.join(folder, "data") };
  const password = randomSecret();
  try {
    await createCluster(cluster, password, false);
    const start = (samePort?: number) =>
      startServer(
        cluster,
        path.join(folder, "postgres.log"),
        { ...defaults, ...settings },
        samePort,
      );
    let server = await start();
    const { port } = server;
    return {
      adminUrl: (database = "postgres") => localUrl(superuser, password, { port, database }),
      port,
      crash: async () => {
        const postmaster = await readPostmaster(cluster.dataDirectory);
        const { rows } = await withClient(
          localUrl(superuser, password, { port, database: "postgres" }),
          (client) => client.query<{ pid: number }>("SELECT pid FROM pg_stat_activity"),
        );
        if (!postmaster) throw new Error("there is no server to kill");
        // All at once: left to themselves, its processes would still write down what they hold.
        for (const pid of [postmaster.pid, ...rows.map((row) => row.pid)]) killAtOnce(pid);
        await server.ended;
      },
      recover: async () => {
        server = await start(port);
      },
      stop: async () => {
        await server.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function killAtOnce(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** A private TMPDIR may be closed to the server's user; the common one is open to all. */
function temporaryFolder(): string {
  return process.getuid?.() === 0 ? "/tmp" : os.tmpdir();
}

/** Stops and removes the clusters of test runs that were killed. */
async function removeLeftovers(programs: Pick<Cluster, "account" | "binaries">): Promise<void> {
  const parent = temporaryFolder();
  for (const name of readdirSync(parent)) {
    const pid = name.startsWith(PREFIX) ? Number(/^\d+/.exec(name.slice(PREFIX.length))?.[0]) : 0;
    if (!pid || isAlive(pid)) continue;
    const folder = path.join(parent, name);
    // Another user's, or gone meanwhile: theirs to remove.
    if (statSync(folder, { throwIfNoEntry: false })?.uid !== (process.getuid?.() ?? 0)) continue;
    await stopServer({ ...programs, dataDirectory: path.join(folder, "data") });
    rmSync(folder, { recursive: true, force: true });
  }
}
