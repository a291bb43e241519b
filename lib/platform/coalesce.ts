/**
 * Turns a burst of calls into few runs: one when it has been quiet for a moment, and while it goes on
 * one whenever the longest wait is over, never more often. Nothing that is called is without a run
 * after it.
 */
export class Coalesced {
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the first call came that waits. */
  #first: number | undefined;
  #last = Number.NEGATIVE_INFINITY;

  /**
   * @param times.quiet milliseconds without a call after which it runs
   * @param times.longest milliseconds that a call waits at most, and that lie between two runs
   */
  constructor(
    private readonly run: () => void,
    private readonly times: { quiet: number; longest: number },
  ) {}

  call(): void {
    const { quiet, longest } = this.times;
    const now = Date.now();
    this.#first ??= now;
    const at = Math.min(Math.max(now + quiet, this.#last + longest), this.#first + longest);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#go(), Math.max(0, at - now));
  }

  /** Forgets what waits. */
  cancel(): void {
    clearTimeout(this.#timer);
    this.#first = undefined;
  }

  #go(): void {
    this.#first = undefined;
    this.#last = Date.now();
    this.run();
  }
}
