/** Whether a finger or a mouse button is down at this moment. */
let pressed = false;

/** Begins to watch presses on the page; returns how to stop. */
export function watchPresses(): () => void {
  const down = () => {
    pressed = true;
  };
  const up = () => {
    pressed = false;
  };
  document.addEventListener("pointerdown", down, true);
  document.addEventListener("pointerup", up, true);
  document.addEventListener("pointercancel", up, true);
  return () => {
    document.removeEventListener("pointerdown", down, true);
    document.removeEventListener("pointerup", up, true);
    document.removeEventListener("pointercancel", up, true);
  };
}

/**
 * Runs at once, or, while something is being pressed, once the press has done its work. A field that
 * is left by pressing a button must not push that button away before it is let go.
 */
export function afterPress(run: () => void): void {
  if (!pressed) {
    run();
    return;
  }
  const later = () => {
    document.removeEventListener("pointerup", later, true);
    document.removeEventListener("pointercancel", later, true);
    // The click follows the release in the same breath.
    setTimeout(run, 0);
  };
  document.addEventListener("pointerup", later, true);
  document.addEventListener("pointercancel", later, true);
}
