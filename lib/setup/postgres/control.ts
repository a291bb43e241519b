import { execFile } from "node:child_process";
import fs from "node:fs/promises";
import path from "node:path";
import { SetupFailure } from "../failure";
import { type Account, asAccount } from "./account";
import type { Binaries } from "./binaries";

/** One cluster of databases: the programs, who runs them, and where the data lies. */
export type Cluster = {
  binaries: Binaries;
  account: Account | undefined;
  dataDirectory: string;
};

/** What a running server writes into `postmaster.pid`. */
export type Postmaster = { pid: number; port: number; ready: boolean };

/** How long a server may take to end its connections and write everything down, in seconds. */
const STOP_SECONDS = 60;

/**
 * What the lock file says, or undefined when there is none. It may be stale, which is for PostgreSQL
 * alone to judge: nothing here ever removes it.
 */
export async function readPostmaster(dataDirectory: string): Promise<Postmaster | undefined> {
  const text = await fs
    .readFile(path.join(dataDirectory, "postmaster.pid"), "utf8")
    .catch(() => "");
  return parsePostmaster(text);
}

/** @see https://www.postgresql.org/docs/18/storage-file-layout.html (`postmaster.pid`) */
export function parsePostmaster(text: string): Postmaster | undefined {
  const [pid, , , port, , , , status] = text.split("\n");
  if (!pid || !/^-?\d+$/.test(pid.trim())) return undefined;
  return { pid: Number(pid), port: Number(port) || 0, ready: status?.trim() === "ready" };
}

/** Whether a server runs on the data folder, as PostgreSQL itself sees it. */
export async function isRunning(cluster: Cluster): Promise<boolean> {
  const { code } = await pgCtl(cluster, ["status"]);
  return code === 0;
}

/**
 * Stops the server cleanly: open transactions are rolled back, everything is written. A server that
 * does not manage that in a minute is stopped at once; it recovers from its log at the next start,
 * and nothing that was committed is lost.
 */
export async function stopServer(cluster: Cluster): Promise<void> {
  if (!(await isRunning(cluster))) return;
  const fast = await pgCtl(cluster, ["stop", "-m", "fast", "-w", "-t", String(STOP_SECONDS)]);
  if (fast.code === 0 || !(await isRunning(cluster))) return;
  const immediate = await pgCtl(cluster, ["stop", "-m", "immediate", "-w", "-t", "30"]);
  if (immediate.code === 0 || !(await isRunning(cluster))) return;
  throw new SetupFailure(`The database could not be stopped: ${immediate.output}`);
}

function pgCtl(cluster: Cluster, args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    execFile(
      cluster.binaries.pgCtl,
      [...args, "-D", cluster.dataDirectory],
      { ...asAccount(cluster.account), encoding: "utf8", env: serverEnvironment() },
      (error, stdout, stderr) => {
        if (error && typeof error.code !== "number") reject(error);
        else resolve({ code: error ? Number(error.code) : 0, output: `${stdout}${stderr}`.trim() });
      },
    );
  });
}

/** As little as possible: PG* variables of the caller would change what the programs do. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const { PATH, SYSTEMROOT, TEMP, TMP } = process.env;
  return { PATH, SYSTEMROOT, TEMP, TMP, LC_ALL: "C", TZ: "UTC" } as unknown as NodeJS.ProcessEnv;
}
