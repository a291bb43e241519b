/**
 * Turns a burst of calls into few runs: one when it has been quiet for a moment, and one whenever it
 * goes on for too long. Nothing that is called is ever without a run after it.
 */
export class Coalesced {
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #longest: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param times.quiet milliseconds without a call after which it runs
   * @param times.longest milliseconds that a call waits at most while others keep coming
   */
  constructor(
    private readonly run: () => void,
    private readonly times: { quiet: number; longest: number },
  ) {}

  call(): void {
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => this.#go(), this.times.quiet);
    this.#longest ??= setTimeout(() => this.#go(), this.times.longest);
  }

  /** Forgets what waits. */
  cancel(): void {
    clearTimeout(this.#quiet);
    clearTimeout(this.#longest);
    this.#quiet = undefined;
    this.#longest = undefined;
  }

  #go(): void {
    this.cancel();
    this.run();
  }
}
