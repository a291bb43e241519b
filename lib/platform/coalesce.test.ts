import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Coalesced } from "@/lib/platform/coalesce";

describe("a burst of calls", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const counted = () => {
    const runs: number[] = [];
    const began = Date.now();
    const coalesced = new Coalesced(() => runs.push(Date.now() - began), {
      quiet: 250,
      longest: 1000,
    });
    return { coalesced, runs };
  };

  it("is one run, after it has been quiet", () => {
    const { coalesced, runs } = counted();
    for (let calls = 0; calls < 500; calls += 1) coalesced.call();
    vi.advanceTimersByTime(249);
    expect(runs).toEqual([]);
    vi.advanceTimersByTime(10_000);
    expect(runs).toEqual([250]);
  });

  it("runs again and again while it goes on, and once after its end", () => {
    const { coalesced, runs } = counted();
    for (let calls = 0; calls < 35; calls += 1) {
      coalesced.call();
      vi.advanceTimersByTime(100);
    }
    vi.advanceTimersByTime(10_000);
    // The last call came after 3.4 s.
    expect(runs).toEqual([1000, 2000, 3000, 4000]);
  });

  it("leaves no call without a run after it", () => {
    const { coalesced, runs } = counted();
    coalesced.call();
    vi.advanceTimersByTime(250);
    coalesced.call();
    vi.advanceTimersByTime(1000);
    expect(runs).toEqual([250, 1250]);
  });

  it("runs no more often for calls that come apart", () => {
    const { coalesced, runs } = counted();
    for (let calls = 0; calls < 20; calls += 1) {
      coalesced.call();
      vi.advanceTimersByTime(300);
    }
    // The 250 ms of quiet count too, where they end within the longest wait.
    expect(runs).toEqual([250, 1300, 2350, 3400, 4450, 5500]);
  });

  it("forgets what waits when it is told to", () => {
    const { coalesced, runs } = counted();
    coalesced.call();
    coalesced.cancel();
    vi.advanceTimersByTime(10_000);
    expect(runs).toEqual([]);
    coalesced.call();
    vi.advanceTimersByTime(10_000);
    expect(runs).toHaveLength(1);
  });
});
