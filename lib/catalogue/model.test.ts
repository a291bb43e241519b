import { describe, expect, it } from "vitest";
import { changesOf } from "./model";

describe("the changes of an entry", () => {
  it("are none where everything is as it was, however it is ordered", () => {
    expect(changesOf({ name: "A", year: 2018, extra: 1 }, { year: 2018, name: "A" })).toBeNull();
    expect(changesOf({ links: [{ title: "t" }] }, { links: [{ title: "t" }] })).toBeNull();
    expect(changesOf({}, { note: null })).toBeNull();
  });

  it("tell what stood and what stands", () => {
    expect(changesOf({ name: "A", note: null }, { name: "B", note: "n" })).toEqual({
      name: { before: "A", after: "B" },
      note: { before: null, after: "n" },
    });
    expect(changesOf({ links: [] }, { links: [{ title: "t" }] })).toEqual({
      links: { before: [], after: [{ title: "t" }] },
    });
  });
});
