import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { follow, type LiveState, POLL } from "./follow";

/** A browser's EventSource, as far as it matters here. */
class FakeSource extends EventTarget {
  static readonly CLOSED = 2;
  static opened: FakeSource[] = [];
  readyState = 0;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;

  constructor(readonly url: string) {
    super();
    FakeSource.opened.push(this);
  }

  close(): void {
    this.readyState = FakeSource.CLOSED;
  }

  /** The server refused: browsers give up. */
  refuse(): void {
    this.readyState = FakeSource.CLOSED;
    this.onerror?.();
  }
}

class FakeDocument extends EventTarget {
  visibilityState = "visible";

  show(state: "visible" | "hidden"): void {
    this.visibilityState = state;
    this.dispatchEvent(new Event("visibilitychange"));
  }
}

let page: FakeDocument;
let answers: (Response | Error)[];
let asked: string[];

beforeEach(() => {
  vi.useFakeTimers();
  page = new FakeDocument();
  answers = [];
  asked = [];
  FakeSource.opened = [];
  vi.stubGlobal("EventSource", FakeSource);
  vi.stubGlobal("document", page);
  vi.stubGlobal("fetch", async (url: string) => {
    asked.push(url);
    const answer = answers.shift() ?? new Error("no network");
    if (answer instanceof Error) throw answer;
    return answer;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function start(since = 1_000) {
  const states: LiveState[] = [];
  const page = { since, changed: 0 };
  const end = follow({
    href: "/live",
    since: () => page.since,
    onChanged: () => {
      page.changed += 1;
    },
    onState: (state) => states.push(state),
  });
  const source = () => FakeSource.opened.at(-1) as FakeSource;
  return { states, page, end, source };
}

const answered = (changed: boolean, at: number) => Response.json({ ok: true, changed, at });

describe("a page that follows", () => {
  it("says from when on it wants to hear, and hears", () => {
    const { states, page, source } = start();
    expect(source().url).toBe("/live?since=1000");
    source().onopen?.();
    source().dispatchEvent(new Event("changed"));
    expect([states, page.changed]).toEqual([["on", "on"], 1]);
  });

  it("says nothing of a stream that is opened anew at once", () => {
    const { states, source } = start();
    source().onopen?.();
    source().onerror?.();
    vi.advanceTimersByTime(3_000);
    source().onopen?.();
    vi.advanceTimersByTime(60_000);
    expect(states).toEqual(["on", "on"]);
    expect(asked).toEqual([]);
  });

  it("says that it is away where the stream stays away, or hears of nothing", () => {
    const { states, source } = start();
    source().onopen?.();
    source().dispatchEvent(new Event("away"));
    expect(states).toEqual(["on", "off"]);
    source().dispatchEvent(new Event("changed"));
    source().onerror?.();
    vi.advanceTimersByTime(10_000);
    expect(states).toEqual(["on", "off", "on", "off"]);
  });

  it("asks now and then where no stream can be kept open, and tries one again", async () => {
    const { states, page, source } = start();
    answers = [answered(false, 5_000), answered(true, 6_000), new Error("no network")];
    source().refuse();
    await vi.advanceTimersByTimeAsync(0);
    expect([states, page.changed]).toEqual([["slow"], 0]);
    await vi.advanceTimersByTimeAsync(POLL);
    expect([states, page.changed]).toEqual([["slow", "slow"], 1]);
    await vi.advanceTimersByTimeAsync(POLL);
    expect(states).toEqual(["slow", "slow", "off"]);
    expect(asked).toEqual([1_000, 5_000, 6_000].map((since) => `/live?since=${since}&poll=1`));
    await vi.advanceTimersByTimeAsync(POLL);
    expect(FakeSource.opened).toHaveLength(2);
    expect(source().url).toBe("/live?since=6000");
  });

  it("stops where it may no longer hear", async () => {
    const { states, source } = start();
    answers = [new Response(null, { status: 401 })];
    source().refuse();
    await vi.advanceTimersByTimeAsync(10 * POLL);
    page.show("hidden");
    page.show("visible");
    expect([states, asked.length, FakeSource.opened.length]).toEqual([["off"], 1, 1]);
  });

  it("holds no connection while nobody looks, and hears of what it missed after", async () => {
    const followed = start();
    followed.source().onopen?.();
    page.show("hidden");
    expect(followed.source().readyState).toBe(FakeSource.CLOSED);
    await vi.advanceTimersByTimeAsync(10 * POLL);
    expect([asked.length, FakeSource.opened.length]).toEqual([0, 1]);
    followed.page.since = 9_000;
    page.show("visible");
    expect(followed.source().url).toBe("/live?since=9000");
    followed.end();
    expect(followed.source().readyState).toBe(FakeSource.CLOSED);
    page.show("hidden");
    page.show("visible");
    expect(FakeSource.opened).toHaveLength(2);
  });
});
