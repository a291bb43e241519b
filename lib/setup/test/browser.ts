import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { SetupFailure } from "../failure";
import { inProject } from "../paths";
import { type Progress, step } from "../report";

/** The one without windows first: it needs a fifth less of the processor for the same pages. */
const systemBrowsers = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** Of Debian, and of its descendants that have them. */
const packages = ["chromium-headless-shell", "chromium"];

/**
 * A Chromium that runs, as the path of its program: the one that CHROMIUM_PATH names, the system's,
 * or Playwright's own. Where there is none, it is installed, by the system's package manager when
 * that is allowed, by Playwright otherwise.
 */
export async function findBrowser(signal?: AbortSignal): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (runs(named)) return named;
    throw new SetupFailure(`CHROMIUM_PATH names no browser that runs: ${named}`);
  }
  const present = await installedBrowser();
  if (present) return present;

  if (await installBySystem(signal)) {
    const installed = await installedBrowser();
    if (installed) return installed;
  }
  signal?.throwIfAborted();
  await installByPlaywright(signal);
  const installed = await installedBrowser();
  if (installed) return installed;
  throw new SetupFailure("The browser for the end-to-end tests does not run on this system.", [
    "Install Chromium (Debian: apt-get install chromium), or name one with CHROMIUM_PATH.",
  ]);
}

async function installedBrowser(): Promise<string | undefined> {
  const { chromium } = await import("@playwright/test");
  return [...systemBrowsers, chromium.executablePath()].find(runs);
}

/** A program that is there need not run: libraries can be missing, or it leads to a shop. */
function runs(file: string): boolean {
  return existsSync(file) && spawnSync(file, ["--version"], { timeout: 30_000 }).status === 0;
}

async function installBySystem(signal?: AbortSignal): Promise<boolean> {
  if (!existsSync("/usr/bin/apt-get")) return false;
  const root = process.getuid?.() === 0;
  if (!root && spawnSync("sudo", ["-n", "true"]).status !== 0) return false;
  const prefix = root ? [] : ["sudo", "-n"];
  const options = ["-y", "-q", "--no-install-recommends"];
  return step("Installing Chromium (apt-get)", async (progress) => {
    const aptGet = [...prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"];
    // Lists that cannot be renewed may still be good enough.
    await run([...aptGet, "update", "-q"], progress, signal);
    for (const name of packages) {
      if ((await run([...aptGet, "install", ...options, name], progress, signal)) === 0)
        return true;
    }
    return false;
  });
}

async function installByPlaywright(signal?: AbortSignal): Promise<void> {
  await step("Installing Chromium (playwright)", async (progress) => {
    const cli = inProject("node_modules/@playwright/test/cli.js");
    const code = await run([process.execPath, cli, "install", "chromium"], progress, signal);
    if (code !== 0) {
      throw new SetupFailure("No browser could be installed for the end-to-end tests.", [
        "Install Chromium yourself, or name one with CHROMIUM_PATH.",
      ]);
    }
  });
}

/** Runs an installer; its lines are the progress. Resolves to its exit code. */
async function run(command: string[], progress: Progress, signal?: AbortSignal): Promise<number> {
  const [program = "", ...args] = command;
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], signal });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => line.trim() && progress(line.trim()));
  }
  return new Promise((resolve) => {
    child.on("error", () => resolve(1));
    child.on("close", (code) => resolve(code ?? 1));
  });
}
