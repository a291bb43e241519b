import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { isAlive } from "../lock.mjs";
import { localUrl } from "../roles";
import { randomSecret } from "../secrets";
import { serverAccount } from "./account";
import { preparedBinaries } from "./binaries";
import { type Cluster, stopServer } from "./control";
import { createCluster, startServer, superuser } from "./server";

/** A cluster that exists for one run of tests, and for nothing else. */
export type TemporaryCluster = {
  /** A superuser's connection string for one of its databases. */
  adminUrl: (database?: string) => string;
  port: number;
  /** Stops the server and removes everything. */
  stop: () => Promise<void>;
};

/** Folders are named for the process that made them, so that the next run finds what was left. */
const PREFIX = "lokus-test-";

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
    const server = await startServer(cluster, path.join(folder, "postgres.log"), {
      ...defaults,
      ...settings,
    });
    return {
      adminUrl: (database = "postgres") =>
        localUrl(superuser, password, { port: server.port, database }),
      port: server.port,
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
