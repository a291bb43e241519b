import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Background } from "@/lib/platform/background";

const QUIET = 100;
const PATIENCE = 1_000;

/** Work that is done when it is told so, and what was begun of it. */
function workshop() {
  const begun: string[] = [];
  const ends = new Map<string, (failure?: Error) => void>();
  const work = (key: string) => () =>
    new Promise<void>((resolve, reject) => {
      begun.push(key);
      ends.set(key, (failure) => (failure ? reject(failure) : resolve()));
    });
  const end = async (key: string, failure?: Error) => {
    ends.get(key)?.(failure);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { begun, work, end };
}

describe("work in the background", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const open = (atOnce = 1) => new Background({ atOnce, quiet: QUIET, patience: PATIENCE });

  it("is done so many at a time, in order, and what is urgent first", async () => {
    const background = open(2);
    const { begun, work, end } = workshop();
    for (const key of ["a", "b", "c", "d"]) void background.do(key, work(key), false);
    void background.do("e", work("e"), true);
    expect(begun).toEqual(["a", "b"]);
    await end("a");
    expect(begun).toEqual(["a", "b", "e"]);
    // What waits already becomes urgent.
    void background.do("d", work("d"), true);
    await end("b");
    expect(begun).toEqual(["a", "b", "e", "d"]);
    await end("e");
    expect(begun).toEqual(["a", "b", "e", "d", "c"]);
  });

  it("is done once for all who ask until it is done, and then anew", async () => {
    const background = open();
    const { begun, work, end } = workshop();
    const asked = [background.do("a", work("a"), false), background.do("a", work("a"), true)];
    await end("a");
    await Promise.all(asked);
    expect(begun).toEqual(["a"]);
    void background.do("a", work("a"), false);
    expect(begun).toEqual(["a", "a"]);
  });

  it("goes on after a failure, which whoever asked is told", async () => {
    const background = open();
    const { begun, work, end } = workshop();
    const failing = background.do("a", work("a"), false);
    const told = expect(failing).rejects.toThrow("no disk");
    void background.do("b", work("b"), false);
    await end("a", new Error("no disk"));
    await told;
    expect(begun).toEqual(["a", "b"]);
  });

  it("steps back while answers are made and shortly after, unless it is urgent", async () => {
    const background = open();
    const { begun, work, end } = workshop();
    let answered = () => {};
    void background.answering(
      () =>
        new Promise<void>((resolve) => {
          answered = resolve;
        }),
    );
    void background.do("a", work("a"), false);
    await vi.advanceTimersByTimeAsync(3 * QUIET);
    expect(begun).toEqual([]);
    void background.do("b", work("b"), true);
    expect(begun).toEqual(["b"]);
    await end("b");
    answered();
    await vi.advanceTimersByTimeAsync(QUIET - 1);
    expect(begun).toEqual(["b"]);
    await vi.advanceTimersByTimeAsync(1);
    expect(begun).toEqual(["b", "a"]);
  });

  it("waits no longer than its patience, however many answers are made", async () => {
    const background = open();
    const { begun, work } = workshop();
    void background.answering(() => new Promise<void>(() => {}));
    void background.do("a", work("a"), false);
    await vi.advanceTimersByTimeAsync(PATIENCE - 1);
    expect(begun).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(begun).toEqual(["a"]);
  });
});
