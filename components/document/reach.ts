import { parentPath } from "./place";

/**
 * Brings a field into sight and puts the focus there; of what is not on the screen, what it stands
 * in. Folded parts on the way are opened.
 */
export function reach(path: string): boolean {
  for (let at: string | null = path; at !== null && at !== ""; at = parentPath(at)) {
    const element = document.getElementById(at);
    if (!element) continue;
    for (let up: Element | null = element; up; up = up.parentElement) {
      if (up instanceof HTMLDetailsElement) up.open = true;
    }
    const control = focusable(element);
    control.focus({ preventScroll: true });
    element.scrollIntoView({ block: element.offsetHeight > innerHeight / 2 ? "start" : "center" });
    return true;
  }
  return false;
}

/** The control itself; of a group the answer that is given, else its first, else the group. */
function focusable(element: HTMLElement): HTMLElement {
  if (element.matches("input, textarea, select, button")) return element;
  const checked = element.querySelector<HTMLElement>("input:checked");
  return checked ?? element.querySelector<HTMLElement>("input, textarea, select") ?? element;
}
