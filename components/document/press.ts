/** Whether a finger or a mouse button is down at this moment, or has not done its work yet. */
let pressed = false;
/** What waits for the press to have done its work. */
let waiting: (() => void)[] = [];
let grace: ReturnType<typeof setTimeout> | null = null;

/**
 * How long after its release a finger's click may come, in milliseconds. Browsers first wait whether
 * it becomes a double tap.
 */
const CLICK_WAIT = 400;

/**
 * Begins to watch presses on the page; returns how to stop.
 *
 * With a finger a press is over with its click, not with its release: what takes the focus from the
 * field that was written in comes between the two.
 */
export function watchPresses(page: EventTarget = document): () => void {
  const down = () => {
    hold();
    pressed = true;
  };
  const up = (event: Event) => {
    if (!pressed) return;
    hold();
    // The click of a mouse follows the release in the same breath.
    const wait = (event as PointerEvent).pointerType === "mouse" ? 0 : CLICK_WAIT;
    grace = setTimeout(end, wait);
  };
  const click = () => {
    if (!pressed) return;
    hold();
    grace = setTimeout(end, 0);
  };
  page.addEventListener("pointerdown", down, true);
  page.addEventListener("pointerup", up, true);
  page.addEventListener("click", click, true);
  page.addEventListener("pointercancel", end, true);
  return () => {
    page.removeEventListener("pointerdown", down, true);
    page.removeEventListener("pointerup", up, true);
    page.removeEventListener("click", click, true);
    page.removeEventListener("pointercancel", end, true);
    // Nobody would tell of the end any more.
    end();
  };
}

/**
 * Runs at once, or, while something is being pressed, once the press has done its work. A field that
 * is left by pressing a button must not push that button away before it is let go.
 */
export function afterPress(run: () => void): void {
  if (pressed) waiting.push(run);
  else run();
}

function hold(): void {
  if (grace !== null) clearTimeout(grace);
  grace = null;
}

function end(): void {
  hold();
  pressed = false;
  const runs = waiting;
  waiting = [];
  for (const run of runs) run();
}
