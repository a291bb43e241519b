import { execFile } from "node:child_process";
import os from "node:os";
import { promisify } from "node:util";
import { withClient } from "@/lib/setup/roles";

/** On what something was measured: without it no number says anything. */
export interface Machine {
  processor: string;
  cores: number;
  memoryGiB: number;
  system: string;
  node: string;
  postgres: string;
  /** Of the working copy; with a plus when it holds changes of its own. */
  commit: string;
}

const run = promisify(execFile);

export async function describeMachine(adminUrl: string): Promise<Machine> {
  const [first] = os.cpus();
  const postgres = await withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ server_version: string }>("SHOW server_version");
    return rows[0]?.server_version ?? "unknown";
  });
  return {
    processor: first?.model.trim() ?? "unknown",
    cores: os.availableParallelism(),
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    system: `${os.type()} ${os.arch()}`,
    node: process.versions.node,
    postgres: postgres.split(" ")[0] ?? postgres,
    commit: await commitOf(),
  };
}

/** What is measured need not be a clone. */
async function commitOf(): Promise<string> {
  try {
    const { stdout } = await run("git", ["rev-parse", "--short", "HEAD"]);
    const { stdout: changes } = await run("git", ["status", "--porcelain", "--untracked-files=no"]);
    return `${stdout.trim()}${changes.trim() ? "+" : ""}`;
  } catch {
    return "unknown";
  }
}

/**
 * What a process and those that it started hold of the machine's memory, in MiB; what they share is
 * counted for each. Undefined where the system does not tell.
 */
export async function memoryOf(pid: number | undefined): Promise<number | undefined> {
  if (pid === undefined) return undefined;
  const { stdout } = await run("ps", ["-A", "-o", "pid=,ppid=,rss="]).catch(() => ({ stdout: "" }));
  const own = stdout
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([id, parent]) => id === pid || parent === pid);
  if (own.length === 0) return undefined;
  const kibibytes = own.reduce((sum, [, , resident = 0]) => sum + resident, 0);
  return Math.round(kibibytes / 1024);
}
