import { spawn } from "node:child_process";
import { closeSync, constants, existsSync, fchmodSync, openSync, statSync } from "node:fs";
import fs from "node:fs/promises";
import path from "node:path";
import { SetupFailure } from "../failure";
import { freePort } from "../ports";
import { asAccount } from "./account";
import { type Cluster, readPostmaster, serverEnvironment, stopServer } from "./control";

/** A server that this process has started. */
export type RunningServer = {
  port: number;
  /** Resolves when the server process ends, for whatever reason. */
  ended: Promise<void>;
  stop: () => Promise<void>;
};

/** The role that `initdb` makes. Only set-up connects as it. */
export const superuser = "postgres";

/** How long a server may take to become ready, in milliseconds; recovery after a crash included. */
const START_PATIENCE = 180_000;
/** How long the processes of a killed server may take to notice, in milliseconds. */
const ORPHAN_PATIENCE = 20_000;
const LOG_LIMIT = 10 * 1024 * 1024;

/** Whether the folder holds a cluster. Refuses one that is something else, or of another version. */
export async function hasCluster(cluster: Cluster): Promise<boolean> {
  const { dataDirectory, binaries } = cluster;
  const entries = await fs.readdir(dataDirectory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  if (entries.length === 0) return false;
  const version = await fs
    .readFile(path.join(dataDirectory, "PG_VERSION"), "utf8")
    .then((text) => text.trim())
    .catch(() => undefined);
  if (version === undefined) {
    throw new SetupFailure(`${dataDirectory} is not empty, and is not a PostgreSQL data folder.`, [
      "Move it away to begin with an empty database.",
    ]);
  }
  if (version !== binaries.major) {
    throw new SetupFailure(
      `The data in ${dataDirectory} was written by PostgreSQL ${version}; this Lokus brings ${binaries.major}.`,
      [
        "PostgreSQL does not read the files of another major version, so nothing was touched.",
        `To keep the data: start the Lokus that brought PostgreSQL ${version}, write the database out with`,
        `pg_dump, move the folder away, start this Lokus, and read the dump in with pg_restore.`,
        "To begin anew: move the folder away.",
        "docs/operations/running.md shows the commands.",
      ],
    );
  }
  return true;
}

/**
 * Makes an empty cluster. It takes its name only when it is complete, so that a crash leaves none
 * that is half made.
 *
 * @param durable false for throw-away clusters, which need not survive a power cut
 */
export async function createCluster(
  cluster: Cluster,
  password: string,
  durable = true,
): Promise<void> {
  const { dataDirectory, binaries, account } = cluster;
  const unfinished = `${dataDirectory}.unfinished`;
  const passwordFile = `${dataDirectory}.password`;
  const own = async (file: string) => {
    if (account) await fs.chown(file, account.uid, account.gid);
  };
  await fs.rm(unfinished, { recursive: true, force: true });
  await fs.mkdir(unfinished, { mode: 0o700 });
  await own(unfinished);
  try {
    await fs.rm(passwordFile, { force: true });
    await fs.writeFile(passwordFile, `${password}\n`, { mode: 0o600, flag: "wx" });
    await own(passwordFile);
    await runInitdb([
      `--pgdata=${unfinished}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // The same order on every machine, whatever locales it has.
      "--locale=C",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      ...(durable ? [] : ["--no-sync"]),
    ]);
  } finally {
    await fs.rm(passwordFile, { force: true });
  }
  await fs.rename(unfinished, dataDirectory);

  async function runInitdb(args: string[]) {
    const child = spawn(binaries.initdb, args, {
      ...asAccount(account),
      env: serverEnvironment(),
      stdio: ["ignore", "pipe", "pipe"],
      // Ctrl-C goes to the whole terminal group; making a cluster takes a second and is not cut short.
      detached: true,
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        output += chunk.toString("utf8");
      });
    }
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", resolve);
    });
    if (code !== 0) throw new SetupFailure(`The database could not be made: ${lastLines(output)}`);
  }
}

/**
 * Starts the server on 127.0.0.1 and a free port, without a Unix socket (whose path may be at most
 * 107 bytes long), and waits until it takes connections.
 *
 * @param settings server settings by name, for instance `fsync`
 * @param samePort the port on which it is expected; any free one otherwise
 */
export async function startServer(
  cluster: Cluster,
  logFile: string,
  settings: Record<string, string> = {},
  samePort?: number,
): Promise<RunningServer> {
  const deadline = Date.now() + ORPHAN_PATIENCE;
  for (;;) {
    const port = samePort ?? (await freePort("127.0.0.1"));
    const attempt = await tryStart(cluster, logFile, port, settings);
    if (!("failed" in attempt)) return attempt;
    const { failed } = attempt;
    const again =
      // Somebody else was faster on that port.
      /could not create any TCP\/IP sockets|Address already in use/.test(failed) ||
      // The server was killed a moment ago, and it or its children are not quite gone.
      /pre-existing shared memory block|lock file "postmaster.pid" already exists/.test(failed);
    if (!again || Date.now() > deadline) throw startFailure(cluster, failed);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

function startFailure(cluster: Cluster, log: string): SetupFailure {
  if (/lock file "postmaster.pid" already exists/.test(log)) {
    return new SetupFailure(
      `PostgreSQL says that the database in ${cluster.dataDirectory} is already in use: ${lastLines(log)}`,
      ["End the process that it names, if it is a PostgreSQL server, and start Lokus again."],
    );
  }
  return new SetupFailure(`The database did not start: ${lastLines(log)}`, [
    `Its whole log is in ${path.dirname(cluster.dataDirectory)}.`,
  ]);
}

async function tryStart(
  cluster: Cluster,
  logFile: string,
  port: number,
  settings: Record<string, string>,
): Promise<RunningServer | { failed: string }> {
  const { binaries, account, dataDirectory } = cluster;
  const all: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    password_encryption: "scram-sha-256",
    timezone: "UTC",
    log_timezone: "UTC",
    ...settings,
  };
  const log = await openLog(logFile);
  const before = statSync(logFile).size;
  const child = spawn(
    binaries.postgres,
    [
      "-D",
      dataDirectory,
      ...Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    {
      ...asAccount(account),
      env: serverEnvironment(),
      stdio: ["ignore", log, log],
      // A group of its own: Ctrl-C must reach the application first, and the database only when
      // the application has ended.
      detached: true,
    },
  );
  closeSync(log);
  child.unref();
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  let over = false;
  void ended.then(() => {
    over = true;
  });

  const deadline = Date.now() + START_PATIENCE;
  while (!over && Date.now() < deadline) {
    const postmaster = await readPostmaster(dataDirectory);
    if (postmaster?.pid === child.pid && postmaster?.ready) {
      return { port, ended, stop: () => stopServer(cluster).then(() => ended) };
    }
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 25))]);
  }
  if (!over) await stopServer(cluster).catch(() => child.kill("SIGINT"));
  const whole = await fs.readFile(logFile);
  return { failed: whole.subarray(before).toString("utf8") };
}

async function openLog(logFile: string): Promise<number> {
  if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT) {
    await fs.rename(logFile, `${logFile}.1`);
  }
  const log = openSync(logFile, constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT, 0o600);
  fchmodSync(log, 0o600);
  return log;
}

/**
 * Gives the superuser a new password in a cluster whose password is lost, through the server's
 * single-user mode. The server must not run.
 */
export async function resetSuperuserPassword(cluster: Cluster, password: string): Promise<void> {
  const { binaries, account, dataDirectory } = cluster;
  const child = spawn(binaries.postgres, ["--single", "-D", dataDirectory, "postgres"], {
    ...asAccount(account),
    env: serverEnvironment(),
    stdio: ["pipe", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString("utf8");
  });
  child.stderr.on("data", (chunk: Buffer) => {
    output += chunk.toString("utf8");
  });
  child.stdin.on("error", () => {});
  // The password is made of letters and digits (secrets.ts): nothing in it needs quoting.
  child.stdin.end(`ALTER ROLE ${superuser} PASSWORD '${password}'\n`);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  if (code !== 0 || /ERROR|FATAL/.test(output)) {
    throw new SetupFailure(`The database's password could not be set anew: ${lastLines(output)}`);
  }
}

function lastLines(text: string): string {
  return text.trim().split("\n").slice(-6).join("\n  ");
}
