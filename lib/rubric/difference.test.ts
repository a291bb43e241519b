import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareRubrics } from "@/lib/rubric/difference";
import type { CriterionContent, RubricContent } from "@/lib/rubric/model";

function criterion(code: string, more: Partial<CriterionContent> = {}): CriterionContent {
  return {
    code,
    labelId: `Kriteria ${code}`,
    labelEn: "",
    definitionId: "Penjelasan.",
    definitionEn: "",
    weight: 10,
    reverse: false,
    mandatory: false,
    levels: [{ value: 1, labelId: "Rendah", labelEn: "Low" }],
    ...more,
  };
}

const rubric = (
  codes: readonly (string | CriterionContent)[],
  scaleKind: RubricContent["scaleKind"] = "SCALE_1_5",
): RubricContent => ({
  scaleKind,
  criteria: codes.map((entry) => (typeof entry === "string" ? criterion(entry) : entry)),
});

const codesOf = (difference: ReturnType<typeof compareRubrics>) =>
  difference.pairs.map(({ code }) => code);

describe("two versions", () => {
  test("that say the same differ in nothing", () => {
    const { pairs, counts, scaleChanged } = compareRubrics(rubric(["a", "b"]), rubric(["a", "b"]));
    expect(scaleChanged).toBe(false);
    expect(counts).toEqual({ added: 0, removed: 0, changed: 0, same: 2 });
    expect(pairs.every(({ changed }) => changed.length === 0)).toBe(true);
  });

  test.each<[string, Partial<CriterionContent>, string[]]>([
    ["the name", { labelId: "Lain" }, ["label"]],
    ["the English name alone", { labelEn: "Other" }, ["label"]],
    ["the explanation", { definitionId: "Lain." }, ["definition"]],
    ["the weight", { weight: 11 }, ["weight"]],
    ["the direction", { reverse: true }, ["reverse"]],
    ["being mandatory", { mandatory: true }, ["mandatory"]],
    [
      "the text of a level",
      { levels: [{ value: 1, labelId: "Lain", labelEn: "Low" }] },
      ["levels"],
    ],
    ["a level that is gone", { levels: [] }, ["levels"]],
    ["all of it", { labelId: "X", weight: 1, levels: [] }, ["label", "weight", "levels"]],
  ])("that differ in %s", (_, more, changed) => {
    const { pairs, counts } = compareRubrics(
      rubric(["a", "b"]),
      rubric([criterion("a", more), "b"]),
    );
    expect(pairs[0]).toMatchObject({ status: "changed", changed });
    expect(pairs[1]).toMatchObject({ status: "same", changed: [] });
    expect(counts.changed).toBe(1);
  });

  test("match criteria by code, whatever they are called by now", () => {
    const renamed = criterion("a", { labelId: "Kriteria b" });
    const { pairs } = compareRubrics(rubric(["a", "b"]), rubric([renamed, "b"]));
    expect(pairs.map(({ status }) => status)).toEqual(["changed", "same"]);
  });

  test("name what was added, and what was removed where it stood", () => {
    const difference = compareRubrics(rubric(["a", "b", "c"]), rubric(["a", "c", "d"]));
    expect(codesOf(difference)).toEqual(["a", "b", "c", "d"]);
    expect(difference.pairs.map(({ status }) => status)).toEqual([
      "same",
      "removed",
      "same",
      "added",
    ]);
    // Nothing was moved only because something before it is gone.
    expect(difference.counts).toEqual({ added: 1, removed: 1, changed: 0, same: 2 });
  });

  test("call moved what was moved, not all that stands after it", () => {
    const { pairs } = compareRubrics(rubric(["a", "b", "c", "d"]), rubric(["d", "a", "b", "c"]));
    expect(
      pairs.filter(({ changed }) => changed.includes("place")).map(({ code }) => code),
    ).toEqual(["d"]);
  });

  test("say when the scale is another", () => {
    expect(compareRubrics(rubric(["a"]), rubric(["a"], "SCALE_0_100")).scaleChanged).toBe(true);
  });

  test("show the levels of both, each value once, lowest first", () => {
    const left = criterion("a", { levels: [{ value: 5, labelId: "Lima", labelEn: "" }] });
    const { pairs } = compareRubrics(rubric([left]), rubric(["a"]));
    expect(pairs[0]?.levels.map(({ value, changed }) => [value, changed])).toEqual([
      [1, true],
      [5, true],
    ]);
  });
});

test("every criterion of either version is there once, and swapping sides swaps the answer", () => {
  const side = fc
    .uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "f"))
    .chain((codes) =>
      fc.tuple(
        ...codes.map((code) =>
          fc.integer({ min: 1, max: 3 }).map((weight) => criterion(code, { weight })),
        ),
      ),
    )
    .map((criteria) => rubric(criteria));
  fc.assert(
    fc.property(side, side, (left, right) => {
      const there = compareRubrics(left, right);
      const back = compareRubrics(right, left);
      const all = new Set([...left.criteria, ...right.criteria].map(({ code }) => code));
      expect(codesOf(there).sort()).toEqual([...all].sort());
      expect(back.counts).toMatchObject({
        added: there.counts.removed,
        removed: there.counts.added,
      });
      const weights = (result: typeof there) =>
        result.pairs.filter(({ changed }) => changed.includes("weight")).map(({ code }) => code);
      expect(weights(back).sort()).toEqual(weights(there).sort());
    }),
  );
});
