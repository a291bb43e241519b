import { describe, expect, it } from "vitest";
import { byCause } from "./by-cause";

describe("alternatives by the cause they answer", () => {
  it("stand together, and keep their places in the list", () => {
    const rows = [
      { id: "a", causeRef: null },
      { id: "b", causeRef: "cause:1" },
      { id: "c", causeRef: "fishbone:x" },
      { id: "d", causeRef: "cause:1" },
    ] as const;
    const groups = byCause(rows).map(({ causeRef, rows: own }) => [
      causeRef,
      own.map(({ row, index }) => `${row.id}${index}`),
    ]);
    expect(groups).toEqual([
      ["cause:1", ["b1", "d3"]],
      ["fishbone:x", ["c2"]],
      [null, ["a0"]],
    ]);
  });
});
