/** Tells how far a step is. Calls may come as often as they like; only some are shown. */
export type Progress = (text: string) => void;

/** How often a line of progress is printed where the output is not a terminal, in milliseconds. */
const LINE_INTERVAL = 10_000;
const TERMINAL_INTERVAL = 120;

const interactive = process.stdout.isTTY === true;

// A closed terminal must not keep the database from being stopped.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});

export function formatSeconds(milliseconds: number): string {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

export function heading(text: string): void {
  console.log(`\n${text}`);
}

export function note(text: string): void {
  console.log(`  · ${text}`);
}

export function warn(text: string): void {
  console.log(`  ! ${text}`);
}

/**
 * Runs one step and prints one line for it when it is done; a long step also says that it has begun
 * and how far it is. `work` may return a text for the line's end through `done`.
 */
export async function step<T>(
  title: string,
  work: (progress: Progress, done: (detail: string) => void) => Promise<T>,
): Promise<T> {
  const started = Date.now();
  let shownAt = 0;
  let latest = "";
  let detail = "";

  const show = () => {
    const now = Date.now();
    const text = `  … ${title}${latest ? `: ${latest}` : ""}`;
    if (interactive) {
      process.stdout.write(`\r\x1b[2K${text.slice(0, (process.stdout.columns ?? 80) - 1)}`);
    } else {
      console.log(`${text} (${formatSeconds(now - started)})`);
    }
    shownAt = now;
  };
  const first = setTimeout(show, interactive ? 0 : 1_000);
  const pulse = setInterval(() => {
    if (Date.now() - shownAt >= LINE_INTERVAL) show();
  }, LINE_INTERVAL);

  try {
    return await work(
      (text) => {
        latest = text;
        if (
          Date.now() - Math.max(shownAt, started) >=
          (interactive ? TERMINAL_INTERVAL : LINE_INTERVAL)
        )
          show();
      },
      (text) => {
        detail = text;
      },
    ).then((value) => {
      finish("✓");
      return value;
    });
  } catch (error) {
    finish("✗");
    throw error;
  } finally {
    clearTimeout(first);
    clearInterval(pulse);
  }

  function finish(mark: string) {
    if (interactive) process.stdout.write("\r\x1b[2K");
    const took = Date.now() - started;
    console.log(
      `  ${mark} ${title}${detail ? `: ${detail}` : ""}${took >= 100 ? ` (${formatSeconds(took)})` : ""}`,
    );
  }
}
