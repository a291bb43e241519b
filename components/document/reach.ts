import { parentPath } from "./place";

/** How long the page may still change its height under what was reached. Milliseconds. */
const SETTLING = 1500;

/** The id of the reasons of a return that stand at a field. */
export function reasonsId(path: string): string {
  return `reasons-${path}`;
}

/**
 * Brings a field into sight and puts the focus there; of what is not on the screen, what it stands
 * in. Folded parts on the way are opened. What the field belongs to and why it came back are brought
 * into sight with it, as far as the screen has room.
 */
export function reach(path: string): boolean {
  for (let at: string | null = path; at !== null && at !== ""; at = parentPath(at)) {
    const element = document.getElementById(at);
    if (!element) continue;
    for (let up: Element | null = element; up; up = up.parentElement) {
      if (up instanceof HTMLDetailsElement) up.open = true;
    }
    focusable(element).focus({ preventScroll: true });
    const reasons = document.getElementById(reasonsId(at));
    keepInSight(() => show(element, reasons));
    return true;
  }
  return false;
}

/**
 * What to begin with: the first of `candidates`, the widest first, from which down to `end` there is
 * not more than `room`; else the last.
 *
 * @param candidates where each begins, in pixels down the page
 */
export function widestInRoom(candidates: readonly number[], end: number, room: number): number {
  const found = candidates.findIndex((top) => end - top <= room);
  return found < 0 ? candidates.length - 1 : found;
}

function show(element: HTMLElement, reasons: HTMLElement | null): void {
  const group = element.parentElement?.closest<HTMLElement>("[role='group'][id]") ?? null;
  const candidates = [group, reasons, element].filter((part) => part !== null);
  const tops = candidates.map((part) => part.getBoundingClientRect().top);
  const end = element.getBoundingClientRect().bottom;
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
  const room = innerHeight - pixels(scrollPaddingTop) - pixels(scrollPaddingBottom);
  const first = candidates[widestInRoom(tops, end, room)] ?? element;
  const whole = end - first.getBoundingClientRect().top;
  first.scrollIntoView({
    block: first !== element || whole > innerHeight / 2 ? "start" : "center",
  });
}

/**
 * Shows it now, and again for as long as parts of the page still find their height: folded ones, or
 * pictures. Whoever touches the page ends it.
 */
function keepInSight(run: () => void): void {
  run();
  const observer = new ResizeObserver(run);
  observer.observe(document.body);
  const events = ["pointerdown", "keydown", "wheel", "touchmove"] as const;
  const end = () => {
    observer.disconnect();
    clearTimeout(timer);
    for (const event of events) document.removeEventListener(event, end, true);
    if (stop === end) stop = null;
  };
  const timer = setTimeout(end, SETTLING);
  for (const event of events) {
    document.addEventListener(event, end, { capture: true, passive: true });
  }
  // Only what was reached last is held.
  stop?.();
  stop = end;
}

let stop: (() => void) | null = null;

function pixels(length: string): number {
  return Number.parseFloat(length) || 0;
}

/** The control itself; of a group the answer that is given, else its first, else the group. */
function focusable(element: HTMLElement): HTMLElement {
  if (element.matches("input, textarea, select, button")) return element;
  const checked = element.querySelector<HTMLElement>("input:checked");
  return checked ?? element.querySelector<HTMLElement>("input, textarea, select") ?? element;
}

/** Ids in the order in which what they name stands on the page; what is not there comes last. */
export function inPageOrder<Item extends { id: string }>(items: readonly Item[]): Item[] {
  const places = items.map((item) => ({ item, element: document.getElementById(item.id) }));
  return places
    .sort((a, b) => {
      if (a.element === null || b.element === null) {
        return Number(a.element === null) - Number(b.element === null);
      }
      if (a.element === b.element) return 0;
      const follows = a.element.compareDocumentPosition(b.element);
      return follows & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
    })
    .map(({ item }) => item);
}
