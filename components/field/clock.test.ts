import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { noteServerTime, serverNow } from "./clock";

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.useFakeTimers({ now: new Date("2018-08-11T02:00:00Z") });
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const answer = (date: string) => ({ headers: new Headers({ date }) });

describe("the clock of a device", () => {
  it("is put right by what the server says, however many days it is off", () => {
    expect(serverNow().toISOString()).toBe("2018-08-11T02:00:00.000Z");
    noteServerTime(answer("Wed, 08 Aug 2018 02:00:00 GMT"));
    expect(serverNow().toISOString()).toBe("2018-08-08T02:00:00.000Z");
    vi.advanceTimersByTime(90_000);
    expect(serverNow().toISOString()).toBe("2018-08-08T02:01:30.000Z");
  });

  it("is believed where it is right, where nothing was said, and where nothing can be kept", () => {
    noteServerTime(answer("Sat, 11 Aug 2018 02:00:40 GMT"));
    expect(serverNow().toISOString()).toBe("2018-08-11T02:00:00.000Z");
    noteServerTime(answer("some day"));
    noteServerTime({ headers: new Headers() });
    kept.set("lokus:clock", "much");
    expect(serverNow().toISOString()).toBe("2018-08-11T02:00:00.000Z");
    vi.stubGlobal("localStorage", undefined);
    noteServerTime(answer("Wed, 08 Aug 2018 02:00:00 GMT"));
    expect(serverNow().toISOString()).toBe("2018-08-11T02:00:00.000Z");
  });
});
