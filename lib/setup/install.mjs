import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { withFileLock } from "./lock.mjs";

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage */

/**
 * What the installed packages depend on: the lock file, and the platform whose binaries were
 * chosen (a folder shared with another system would otherwise look installed).
 *
 * @param {string} lockFile its content
 */
export function installStamp(lockFile) {
  return createHash("sha256")
    .update(`${process.platform}-${process.arch}\n`)
    .update(lockFile)
    .digest("hex");
}

/**
 * Whether npm's own record of node_modules agrees with the lock file, package by package. It does
 * after `npm install` by hand, which leaves no stamp of ours.
 *
 * @param {Record<string, LockedPackage>} locked `packages` of package-lock.json
 * @param {Record<string, LockedPackage>} installed `packages` of node_modules/.package-lock.json
 */
export function agrees(locked, installed) {
  for (const [folder, wanted] of Object.entries(locked)) {
    if (folder === "") continue;
    const found = installed[folder];
    // Packages for other platforms are locked but never installed.
    if (!found) {
      if (wanted.optional) continue;
      return false;
    }
    if (found.version !== wanted.version || found.integrity !== wanted.integrity) return false;
  }
  return Object.keys(installed).every((folder) => folder in locked);
}

/** @param {string} file */
function readText(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** npm as it was called, or the one on the path. */
function npmCommand() {
  const running = process.env.npm_execpath ?? "";
  return /npm-cli\.c?js$/.test(running)
    ? { command: process.execPath, prefix: [running], shell: false }
    : { command: "npm", prefix: [], shell: process.platform === "win32" };
}

/**
 * @param {string} project
 * @param {string[]} folders those of the lock file, counted as they arrive
 */
async function npmCi(project, folders) {
  const { command, prefix, shell } = npmCommand();
  const started = Date.now();
  const child = spawn(
    command,
    [
      ...prefix,
      "ci",
      // Tests and the build need the development packages whatever NODE_ENV says.
      "--include=dev",
      // Install scripts would download engines from hosts that closed networks do not reach; what
      // is needed of them, `lib/setup` does itself.
      "--ignore-scripts",
      "--no-audit",
      "--no-fund",
      "--loglevel=error",
    ],
    { cwd: project, shell, stdio: ["ignore", "inherit", "inherit"] },
  );
  const progress = setInterval(() => {
    const present = folders.filter((folder) =>
      existsSync(path.join(project, folder, "package.json")),
    ).length;
    const seconds = Math.round((Date.now() - started) / 1000);
    // npm fetches first and lays down after: for as long as that takes the number stands still, and the seconds say
    // that something goes on.
    console.log(`    ${present} of ${folders.length} packages (${seconds} s)`);
  }, 10_000);
  /** @type {number | null} */
  const code = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", resolve);
  }).finally(() => clearInterval(progress));
  if (code !== 0) throw new Error(`npm ci ended with code ${code}.`);
  return Math.round((Date.now() - started) / 1000);
}

/**
 * Installs exactly what package-lock.json names, unless that is installed already. Ends the
 * process with a sentence when it cannot.
 *
 * @param {string} project
 */
export async function installDependencies(project) {
  const lockFile = readText(path.join(project, "package-lock.json"));
  const stampFile = path.join(project, "node_modules/.lokus-lock");
  const stamp = installStamp(lockFile);
  if (readText(stampFile) === stamp) return;

  try {
    await withFileLock(
      path.join(project, ".data/install.lock"),
      async () => {
        if (readText(stampFile) === stamp) return;
        /** @type {Record<string, LockedPackage>} */
        const locked = JSON.parse(lockFile).packages;
        const record = readText(path.join(project, "node_modules/.package-lock.json"));
        const differs = !record || !agrees(locked, JSON.parse(record).packages);
        if (differs) {
          const folders = Object.keys(locked).filter(
            (folder) => folder && !locked[folder]?.optional,
          );
          console.log("  … Installing the locked dependencies (npm ci)");
          const seconds = await npmCi(project, folders);
          console.log(`  ✓ Dependencies installed (${seconds} s)`);
        }
        writeFileSync(stampFile, stamp);
      },
      () => console.log("  … Waiting for another Lokus command to finish installing"),
    );
  } catch (error) {
    console.error(
      `Could not install the dependencies: ${error instanceof Error ? error.message : error}\n` +
        "The lines above say why. A proxy or a mirror is set with `npm config set registry …`.",
    );
    process.exit(1);
  }
}
