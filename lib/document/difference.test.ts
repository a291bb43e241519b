import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differences } from "@/lib/document/difference";

const item = (id: string, text: string) => ({ id, text });

describe("differences", () => {
  test.each([
    ["nothing", { a: 1, b: "x" }, { b: "x", a: 1 }, []],
    ["blank is blank", { a: null, b: "" }, { a: undefined, b: null }, []],
    ["a text", { a: "x" }, { a: "y" }, [{ kind: "changed", path: "a", before: "x", after: "y" }]],
    ["given", { a: null }, { a: 3 }, [{ kind: "changed", path: "a", before: null, after: 3 }]],
    ["an optional value", {}, { a: { b: 3 } }, [{ kind: "added", path: "a", after: { b: 3 } }]],
    [
      "inside",
      { a: { b: 1, c: 2 } },
      { a: { b: 1, c: 3 } },
      [{ kind: "changed", path: "a.c", before: 2, after: 3 }],
    ],
    [
      "plain lists, place by place",
      { a: ["x", "y"] },
      { a: ["x", "z", "w"] },
      [
        { kind: "changed", path: "a.1", before: "y", after: "z" },
        { kind: "added", path: "a.2", after: "w" },
      ],
    ],
  ])("%s", (_, before, after, expected) => {
    expect(differences(before, after)).toEqual(expected);
  });

  test("items are found by id wherever they stand", () => {
    const before = { list: [item("1", "a"), item("2", "b"), item("3", "c")] };
    const after = { list: [item("4", "n"), item("3", "c"), item("1", "A")] };
    expect(differences(before, after)).toEqual([
      { kind: "reordered", path: "list" },
      { kind: "added", path: "list.0", after: item("4", "n") },
      { kind: "changed", path: "list.2.text", before: "a", after: "A" },
      { kind: "removed", path: "list.1", before: item("2", "b") },
    ]);
  });

  test("an item put in front moves the others without changing them", () => {
    const before = { list: [item("1", "a")] };
    const after = { list: [item("2", "b"), item("1", "a")] };
    expect(differences(before, after)).toEqual([
      { kind: "added", path: "list.0", after: item("2", "b") },
    ]);
  });

  test("scores are told apart by criterion, groups by obstacle", () => {
    const before = {
      scores: [
        { criterionId: "c1", value: 3 },
        { criterionId: "c2", value: 4 },
      ],
    };
    const after = {
      scores: [
        { criterionId: "c1", value: 3 },
        { criterionId: "c2", value: 5 },
      ],
    };
    expect(differences(before, after)).toEqual([
      { kind: "changed", path: "scores.1.value", before: 4, after: 5 },
    ]);
  });

  test("a document does not differ from itself, and any two compare", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(differences(value, structuredClone(value))).toEqual([]);
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(Array.isArray(differences(a, b))).toBe(true);
      }),
    );
  });
});
