import { type ChildProcess, spawn } from "node:child_process";
import { createWriteStream, mkdirSync, type WriteStream } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { inProject, projectFolder } from "./paths";

/** The environment of a child process: names without a value are not passed on. */
export type ChildEnvironment = Record<string, string | undefined>;

type ChildOptions = {
  env: ChildEnvironment;
  /** Asks the child to end when aborted. */
  signal?: AbortSignal;
  /** Keeps the whole output in this file. */
  logFile?: string;
  /** Called for each line of output. Without it and a log, the child writes to the same output. */
  onLine?: (line: string) => void;
  /** Called for each message that the child sends. */
  onMessage?: (message: unknown) => void;
};

/** A running child process. */
export type Child = {
  /** The process id; undefined when it could not be started. */
  pid: number | undefined;
  /** Resolves when it has ended: its exit code (1 when it was killed) and its last lines. */
  ended: Promise<{ code: number; output: string }>;
  /** Asks it to end and waits; kills it when it does not. */
  stop: () => Promise<void>;
};

/** Lines of output that are kept for error messages. */
const KEPT_LINES = 60;
/** How long a child may take to stop before it is killed, in milliseconds. */
const STOP_PATIENCE = 10_000;

/** A JavaScript program of the project or of a package, as arguments for Node. */
export function nodeArguments(file: string, ...args: string[]): string[] {
  // A child of a killed parent would live on, unseen: the leash ends it.
  return ["--import", urlOf("lib/setup/leash.mjs"), inProject(file), ...args];
}

/** A TypeScript file of the project, as arguments for Node; it may use `server-only` modules. */
export function typescriptArguments(file: string, ...args: string[]): string[] {
  return [
    "--conditions=react-server",
    "--import",
    urlOf("node_modules/tsx/dist/loader.mjs"),
    ...nodeArguments(file, ...args),
  ];
}

function urlOf(file: string): string {
  return pathToFileURL(inProject(file)).href;
}

/** Starts Node in the project's folder. */
export function startNode(args: string[], options: ChildOptions): Child {
  const output = options.onLine || options.logFile ? "pipe" : "inherit";
  const child: ChildProcess = spawn(process.execPath, args, {
    cwd: projectFolder,
    env: { ...options.env, LOKUS_LEASH: String(process.pid) } as unknown as NodeJS.ProcessEnv,
    stdio: ["ignore", output, output, "ipc"],
  });
  const { onMessage, signal } = options;
  if (onMessage) child.on("message", onMessage);

  const log = options.logFile ? openLog(options.logFile) : undefined;
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on("line", (text) => {
      // Some programs colour what nobody asked them to.
      const line = stripVTControlCharacters(text);
      log?.write(`${line}\n`);
      lines.push(line);
      if (lines.length > KEPT_LINES) lines.shift();
      options.onLine?.(line);
    });
  }

  const stop = () => stopChild(child);
  const abort = () => void stop();
  if (signal?.aborted) abort();
  signal?.addEventListener("abort", abort);
  const ended = new Promise<{ code: number; output: string }>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code: code ?? 1, output: lines.join("\n") }));
  }).finally(() => {
    signal?.removeEventListener("abort", abort);
    log?.end();
  });
  return { pid: child.pid, ended, stop };
}

/** Runs Node to its end. Does not reject for an exit code. */
export function runNode(args: string[], options: ChildOptions): Child["ended"] {
  return startNode(args, options).ended;
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_PATIENCE);
  await ended;
  clearTimeout(timer);
}

function openLog(file: string): WriteStream {
  mkdirSync(path.dirname(file), { recursive: true });
  return createWriteStream(file, { mode: 0o600 });
}
