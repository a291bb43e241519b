import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { afterPress, watchPresses } from "./press";

const page = new EventTarget();
let unwatch: () => void;

function pointer(type: string, pointerType: "mouse" | "touch"): void {
  page.dispatchEvent(Object.assign(new Event(type), { pointerType }));
}

beforeEach(() => {
  vi.useFakeTimers();
  unwatch = watchPresses(page);
});
afterEach(() => {
  unwatch();
  vi.useRealTimers();
});

describe("what must not move under a press", () => {
  it("happens at once where nothing is pressed", () => {
    const run = vi.fn();
    afterPress(run);
    expect(run).toHaveBeenCalledOnce();
  });

  it("waits for a mouse to be let go, however long that takes", () => {
    const run = vi.fn();
    pointer("pointerdown", "mouse");
    afterPress(run);
    vi.advanceTimersByTime(5000);
    expect(run).not.toHaveBeenCalled();
    pointer("pointerup", "mouse");
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(0);
    expect(run).toHaveBeenCalledOnce();
  });

  it("waits for the click of a finger, for the field is left between the release and the click", () => {
    const run = vi.fn();
    pointer("pointerdown", "touch");
    pointer("pointerup", "touch");
    vi.advanceTimersByTime(100);
    afterPress(run);
    expect(run).not.toHaveBeenCalled();
    page.dispatchEvent(new Event("click"));
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(0);
    expect(run).toHaveBeenCalledOnce();
  });

  it("does not wait for a click that never comes", () => {
    const run = vi.fn();
    pointer("pointerdown", "touch");
    afterPress(run);
    pointer("pointerup", "touch");
    vi.advanceTimersByTime(399);
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(run).toHaveBeenCalledOnce();
  });

  it("happens where a press becomes a scroll, or the form is left", () => {
    const scrolled = vi.fn();
    pointer("pointerdown", "touch");
    afterPress(scrolled);
    pointer("pointercancel", "touch");
    expect(scrolled).toHaveBeenCalledOnce();
    const left = vi.fn();
    pointer("pointerdown", "touch");
    afterPress(left);
    unwatch();
    expect(left).toHaveBeenCalledOnce();
  });
});
