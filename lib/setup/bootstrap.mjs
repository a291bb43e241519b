#!/usr/bin/env node
// The door of every script in package.json. Plain JavaScript without dependencies, because in a
// fresh clone nothing is installed yet: it looks at the Node version, installs what the lock file
// names, and hands over to the TypeScript file of the command.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { constants } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const commands = [
  "start",
  "dev",
  "build",
  "test",
  "admin",
  "backup",
  "restore",
  "generate",
  "migration",
  "api-docs",
  "projections",
  "screenshots",
  "bench",
];

const here = path.dirname(fileURLToPath(import.meta.url));
const project = path.resolve(here, "../..");

/** Ends with one sentence when this Node is older than package.json asks for. */
function checkNode() {
  const { engines } = JSON.parse(readFileSync(path.join(project, "package.json"), "utf8"));
  const wanted = /(\d+)\.(\d+)/.exec(engines.node) ?? ["", "20", "19"];
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const enough =
    major > Number(wanted[1]) || (major === Number(wanted[1]) && minor >= Number(wanted[2]));
  if (enough) return;
  console.error(
    `Lokus needs Node ${wanted[1]}.${wanted[2]} or newer; this is ${process.versions.node}. ` +
      "Install a newer Node (https://nodejs.org) and try again.",
  );
  process.exit(1);
}

/**
 * Runs the command's TypeScript file in a child process and ends as it ends.
 *
 * A child, because `react-server` has to be given on the command line: it turns the `server-only`
 * guard of application files into nothing, so that set-up code may call them.
 *
 * @param {string} command
 * @param {string[]} args
 */
function handOver(command, args) {
  const child = spawn(
    process.execPath,
    [
      "--conditions=react-server",
      "--import",
      pathToFileURL(path.join(project, "node_modules/tsx/dist/loader.mjs")).href,
      path.join(here, `commands/${command}.ts`),
      ...args,
    ],
    // The fourth channel is a leash: when this process is killed, it closes, and the child stops.
    { cwd: project, stdio: ["inherit", "inherit", "inherit", "ipc"] },
  );
  /** @type {("SIGINT" | "SIGTERM" | "SIGHUP")[]} */
  const forwarded = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of forwarded) process.on(signal, () => child.kill(signal));

  // npm passes a signal to the shell in between, which ends and takes nothing with it.
  if (process.env.npm_lifecycle_event) {
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent) child.kill("SIGTERM");
    }, 500).unref();
  }

  child.on("error", (error) => {
    console.error(`Could not run Node: ${error.message}`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => {
    process.exit(code ?? 128 + (signal ? constants.signals[signal] : 1));
  });
}

checkNode();
process.chdir(project);

const [command = "", ...args] = process.argv.slice(2);
if (!commands.includes(command)) {
  console.error(`Usage: node lib/setup/bootstrap.mjs ${commands.join(" | ")}`);
  process.exit(1);
}

const { installDependencies } = await import("./install.mjs");
await installDependencies(project);
handOver(command, args);
