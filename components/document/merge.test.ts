import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Choice, differences, joined, merge } from "./merge";

const base = {
  title: "Judul",
  tags: ["A"],
  items: [
    { id: "a", text: "satu" },
    { id: "b", text: "dua" },
  ],
};

const change = (over: Partial<typeof base>) => ({ ...structuredClone(base), ...over });
const paths = (mine: object, theirs: object, from: object | null = base) =>
  differences(mine, theirs, from).map(
    ({ path, kind, suggested }) => `${path} ${kind} ${suggested}`,
  );

describe("two versions of a document", () => {
  it("differ nowhere when they say the same", () => {
    expect(differences(base, structuredClone(base), base)).toEqual([]);
    expect(differences({ a: null }, {}, null)).toEqual([]);
  });

  it("are told apart field by field, items by their ids", () => {
    const mine = change({ title: "Milik saya" });
    const theirs = change({
      items: [
        { id: "b", text: "dua baru" },
        { id: "a", text: "satu" },
      ],
    });
    expect(paths(mine, theirs)).toEqual([
      "title value mine",
      "items.@b.text value theirs",
      "items.#order order theirs",
    ]);
  });

  it("suggest the own words where both changed, or where nobody knows", () => {
    const mine = change({ title: "x" });
    const theirs = change({ title: "y" });
    expect(paths(mine, theirs)).toEqual(["title value mine"]);
    expect(paths(base, theirs, null)).toEqual(["title value mine"]);
    expect(paths(base, theirs)).toEqual(["title value theirs"]);
  });

  it("know an item that one side removed from one that the other added", () => {
    const without = change({ items: [{ id: "a", text: "satu" }] });
    const withMore = change({ items: [...base.items, { id: "c", text: "tiga" }] });
    expect(paths(without, base)).toEqual(["items.@b only_theirs mine"]);
    expect(paths(base, without)).toEqual(["items.@b only_mine theirs"]);
    expect(paths(withMore, base)).toEqual(["items.@c only_mine mine"]);
    // Removed there, written on here: the words are worth more than the removal.
    const written = change({
      items: [
        { id: "a", text: "satu" },
        { id: "b", text: "dua dan lagi" },
      ],
    });
    expect(paths(written, without)).toEqual(["items.@b only_mine mine"]);
  });

  it("become one by the choice made at each place", () => {
    const mine = change({ title: "Milik saya", tags: ["A", "B"] });
    const theirs = change({
      title: "Versi lain",
      items: [
        { id: "b", text: "dua baru" },
        { id: "c", text: "tiga" },
      ],
    });
    const choose = (sides: Record<string, Choice>) =>
      merge(mine, theirs, (path) => sides[path] ?? "theirs");
    expect(choose({})).toEqual(theirs);
    expect(choose({ title: "mine", tags: "mine", "items.@a": "mine" })).toEqual({
      title: "Milik saya",
      tags: ["A", "B"],
      items: [
        { id: "a", text: "satu" },
        { id: "b", text: "dua baru" },
        { id: "c", text: "tiga" },
      ],
    });
    const all = Object.fromEntries(
      differences(mine, theirs, base).map(({ path }) => [path, "mine" as const]),
    );
    expect(choose(all)).toEqual(mine);
  });

  it("take lists without ids as one value", () => {
    const found = differences({ causes: ["a", "b"] }, { causes: ["a", "c"] }, null);
    expect(found).toMatchObject([{ path: "causes", kind: "value" }]);
  });

  it("tell what both changed from what one did: the first nobody decides but the person", () => {
    const contested = (mine: object, theirs: object, from: object | null = base) =>
      differences(mine, theirs, from).flatMap(({ path, contested }) => (contested ? [path] : []));
    expect(contested(change({ title: "x" }), change({ title: "y", tags: ["B"] }))).toEqual([
      "title",
    ]);
    // Without a beginning nobody knows whose change it was.
    expect(contested(change({ title: "x" }), base, null)).toEqual(["title"]);
    const written = change({ items: [{ id: "a", text: "satu dan lagi" }, ...base.items.slice(1)] });
    const without = change({ items: base.items.slice(1) });
    expect(contested(written, without)).toEqual(["items.@a"]);
    expect(contested(without, written)).toEqual(["items.@a"]);
    expect(contested(base, without)).toEqual([]);
  });

  it("are joined where both are wanted, and nothing of either is lost or said twice", () => {
    expect(joined("Dari ponsel.", "Dari laptop.", "lines")).toBe("Dari ponsel.\n\nDari laptop.");
    expect(joined("Dari ponsel.", "Dari laptop.", "line")).toBe("Dari ponsel. Dari laptop.");
    expect(joined("Dari ponsel, di kantor.", "Dari ponsel", "lines")).toBe(
      "Dari ponsel, di kantor.",
    );
    expect(joined("", "Dari laptop.", "lines")).toBeNull();
    expect(joined(["A", "B"], ["B", "C"], "set")).toEqual(["A", "B", "C"]);
    expect(joined([], ["B"], "set")).toBeNull();
    expect(joined([{ id: "a" }], [{ id: "b" }], "set")).toBeNull();
    const mine = change({ title: "x" });
    const theirs = change({ title: "y" });
    expect(merge(mine, theirs, () => ({ joined: "x y" }))).toEqual(change({ title: "x y" }));
  });

  it("lose no word by any choice of joining", () => {
    const word = fc.string({ minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.constantFrom("lines" as const, "line" as const), (a, b, how) => {
        const both = joined(a, b, how);
        if (both === null) return a.trim() === "" || b.trim() === "";
        return String(both).includes(a.trim()) && String(both).includes(b.trim());
      }),
    );
  });
});
