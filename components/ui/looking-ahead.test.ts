import { describe, expect, it, vi } from "vitest";
import { linksRest, restLinks } from "./looking-ahead";

describe("links", () => {
  it("rest while a page is read anew, and as long as one of several is", () => {
    const heard = vi.fn();
    const end = linksRest.subscribe(heard);
    expect(linksRest.now()).toBe(false);
    const first = restLinks();
    const second = restLinks();
    expect(linksRest.now()).toBe(true);
    first();
    // What is ended is ended once.
    first();
    expect(linksRest.now()).toBe(true);
    second();
    expect(linksRest.now()).toBe(false);
    expect(heard).toHaveBeenCalledTimes(4);
    end();
    restLinks()();
    expect(heard).toHaveBeenCalledTimes(4);
  });
});
