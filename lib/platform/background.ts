/**
 * Work that is done after the answer, in this process, a few at a time. It steps back while answers are being
 * made, and never waits for ever. What must outlive the process stands elsewhere (in the database): this is
 * only how soon it is done.
 */
export class Background {
  readonly #waiting = new Map<string, Task>();
  readonly #running = new Map<string, Task>();
  readonly #options: BackgroundOptions;
  #answering = 0;
  #answeredAt = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: BackgroundOptions) {
    this.#options = options;
  }

  /**
   * Does something once, however often it is asked for until it is done.
   *
   * @param key what it is about: the same key is the same work
   * @param urgent somebody waits for it: it goes before the others, and before answers
   */
  do(key: string, work: () => Promise<void>, urgent: boolean): Promise<void> {
    const running = this.#running.get(key);
    if (running) return running.done;
    const task = this.#waiting.get(key) ?? newTask(work);
    task.urgent ||= urgent;
    this.#waiting.set(key, task);
    this.#next();
    return task.done;
  }

  /** Makes an answer; what is not urgent steps back meanwhile. */
  async answering<T>(answer: () => Promise<T>): Promise<T> {
    this.#answering += 1;
    try {
      return await answer();
    } finally {
      this.#answering -= 1;
      this.#answeredAt = Date.now();
      this.#next();
    }
  }

  #next(): void {
    clearTimeout(this.#timer);
    while (this.#running.size < this.#options.atOnce) {
      const [key, task] = this.#first();
      if (!task || key === undefined) return;
      const pause = task.urgent ? 0 : this.#pause(task);
      if (pause > 0) {
        this.#timer = setTimeout(() => this.#next(), pause);
        return;
      }
      this.#waiting.delete(key);
      this.#running.set(key, task);
      void task.run().finally(() => {
        this.#running.delete(key);
        this.#next();
      });
    }
  }

  #first(): [string, Task] | [] {
    for (const entry of this.#waiting) if (entry[1].urgent) return entry;
    for (const entry of this.#waiting) return entry;
    return [];
  }

  /** How long a task still steps back, in milliseconds. */
  #pause({ since }: Task): number {
    const now = Date.now();
    const { quiet, patience } = this.#options;
    const left = since + patience - now;
    if (left <= 0) return 0;
    const calm = this.#answering > 0 ? quiet : this.#answeredAt + quiet - now;
    return Math.min(left, calm);
  }
}

export interface BackgroundOptions {
  atOnce: number;
  /** So long after the last answer it is quiet, in milliseconds. */
  quiet: number;
  /** After as long nothing steps back any more, in milliseconds. */
  patience: number;
}

interface Task {
  since: number;
  urgent: boolean;
  done: Promise<void>;
  run: () => Promise<void>;
}

function newTask(work: () => Promise<void>): Task {
  const { promise, resolve, reject } = deferred();
  return {
    since: Date.now(),
    urgent: false,
    done: promise,
    run: () => work().then(resolve, reject),
  };
}

function deferred() {
  let resolve: () => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<void>((done, failed) => {
    resolve = done;
    reject = failed;
  });
  return { promise, resolve, reject };
}
