import { describeFailure } from "./failure";

type Closer = { title: string; close: () => Promise<void> };

/** Thrown by what was interrupted, so that the rest of a command does not run. */
export class Interrupted extends Error {
  constructor() {
    super("interrupted");
    this.name = "Interrupted";
  }
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Stops what a command has started, in the opposite order, once, and waits for it: at the end of
 * the command, on an error, on Ctrl-C, on a termination signal, and when the process that started
 * this one is gone.
 */
export class Shutdown {
  readonly #closers: Closer[] = [];
  readonly #abort = new AbortController();
  #closing: Promise<void> | undefined;

  constructor(private readonly onInterrupt: () => void = () => {}) {
    // A terminal sends Ctrl-C to every process of its group and the parent forwards it too, so the
    // same signal comes more than once. Only the first counts; none of them cuts the stop short.
    for (const signal of signals) process.on(signal, () => this.interrupt());
    process.on("disconnect", () => this.interrupt());
  }

  /** Aborted when the command is told to stop. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  get interrupted(): boolean {
    return this.#abort.signal.aborted;
  }

  interrupt(): void {
    if (this.interrupted || this.#closing) return;
    this.onInterrupt();
    this.#abort.abort(new Interrupted());
  }

  /** Throws when the command has been told to stop: called between steps. */
  check(): void {
    if (this.interrupted) throw new Interrupted();
  }

  /** Registers what has to be stopped. Returns a function that stops it now and forgets it. */
  add(title: string, close: () => Promise<void>): () => Promise<void> {
    const closer = { title, close };
    this.#closers.push(closer);
    return async () => {
      const index = this.#closers.indexOf(closer);
      if (index < 0) return;
      this.#closers.splice(index, 1);
      await close();
    };
  }

  /** Stops everything. A closer that fails does not keep the others from running. */
  close(): Promise<void> {
    this.#closing ??= (async () => {
      for (let next = this.#closers.pop(); next; next = this.#closers.pop()) {
        await next.close().catch((error: unknown) => {
          console.error(`  ! ${next.title}: ${describeFailure(error)}`);
        });
      }
    })();
    return this.#closing;
  }
}

/** How long a step may go on after an interruption before its surroundings are stopped anyway. */
const STEP_PATIENCE = 15_000;

function patienceAfter(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener("abort", () => {
      setTimeout(() => reject(new Interrupted()), STEP_PATIENCE).unref();
    });
  });
}

/**
 * Runs a command with its shutdown and ends the process: with the code that `work` returns, with 0
 * (or another) when it was asked to stop, with 1 on a failure. The process never ends before everything is
 * stopped.
 */
export async function runCommand(
  work: (shutdown: Shutdown) => Promise<number>,
  options: { onInterrupt?: () => void; interruptedCode?: number } = {},
): Promise<never> {
  const shutdown = new Shutdown(options.onInterrupt);
  let code: number;
  try {
    code = await Promise.race([work(shutdown), patienceAfter(shutdown.signal)]);
  } catch (error) {
    if (shutdown.interrupted) code = options.interruptedCode ?? 0;
    else {
      console.error(`\n${describeFailure(error)}`);
      code = 1;
    }
  }
  await shutdown.close();
  process.exit(code);
}
