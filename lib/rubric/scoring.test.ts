import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type GradeBand, type RubricDefinition, rubricProblems } from "@/lib/rubric/model";
import { bandOf, isOnScale, scoreRubric } from "@/lib/rubric/scoring";
import { arbitraryPartialScores } from "@/tests/support/arbitraries";
import { criterion, exampleRubric, exampleTransferRubric } from "@/tests/support/documents";

function scores(rubric: RubricDefinition, values: (number | null)[]) {
  return rubric.criteria.map(({ id }, index) => ({
    criterionId: id,
    value: values[index] ?? null,
  }));
}

/** A PERCENT rubric with these weights on a scale. */
function weighted(weights: number[], scale = exampleRubric().scale): RubricDefinition {
  return {
    ...exampleRubric(),
    scale,
    criteria: weights.map((weight, index) => criterion(0xff, index + 1, { weight })),
  };
}

describe("percent weights", () => {
  const rubric = exampleRubric("SCALE_1_5");

  test.each([
    [[5, 5, 5, 5, 5], 100],
    [[1, 1, 1, 1, 1], 20],
    [[4, 4, 4, 4, 4], 80],
    [[5, 4, 3, 4, 5], 84],
  ])("%j scores %d", (values, percent) => {
    expect(scoreRubric(rubric, scores(rubric, values))).toMatchObject({ complete: true, percent });
  });

  test("there is no score before every criterion has a value", () => {
    const result = scoreRubric(rubric, scores(rubric, [5, 5, null, 5, 5]));
    expect(result).toMatchObject({ complete: false, percent: null, raw: null, max: 500 });
    expect(result.missing).toEqual([rubric.criteria[2]?.id]);
  });

  test("what is not on the scale or not in the rubric counts as not given", () => {
    const given = scores(rubric, [5, 5, 5, 5, 5]);
    for (const value of [0, 6, 2.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(
        scoreRubric(rubric, [{ criterionId: given[0]?.criterionId ?? "", value }]).missing,
      ).toHaveLength(5);
    }
    expect(scoreRubric(rubric, [...given, { criterionId: "other", value: 1 }]).percent).toBe(100);
    expect(
      scoreRubric(rubric, [...given, { criterionId: given[0]?.criterionId ?? "", value: 1 }])
        .percent,
    ).toBe(100);
  });

  test("halves go up, exactly: 1/3 and 5/8 of a hundredth never drift", () => {
    // 0.125 + 1997.5 of 10 000 is 19.97625; 1.005 is just below itself in binary.
    const fine = weighted([0.125, 99.875], { kind: "SCALE_0_100", min: 0, max: 100, step: 1 });
    expect(scoreRubric(fine, scores(fine, [1, 20])).percent).toBe(19.98);
    const halves = weighted([1.005, 98.995], { kind: "SCALE_0_100", min: 0, max: 100, step: 1 });
    expect(scoreRubric(halves, scores(halves, [100, 0])).percent).toBe(1.01);
  });

  test("0–100 with weights 30, 30, 25, 15", () => {
    const work = exampleRubric("SCALE_0_100");
    expect(scoreRubric(work, scores(work, [87, 90, 85, 88])).percent).toBe(87.55);
  });
});

describe("levels times weight", () => {
  const rubric = exampleRubric("LEVEL_0_3");

  test("the raw score is out of the rubric's own maximum and shows as 0–100", () => {
    expect(scoreRubric(rubric, scores(rubric, [3, 3, 3, 3, 3, 3, 3, 3]))).toMatchObject({
      raw: 54,
      max: 54,
      percent: 100,
    });
    expect(scoreRubric(rubric, scores(rubric, [1, 2, 0, 0, 0, 0, 0, 0]))).toMatchObject({
      raw: 7,
      percent: 12.96,
    });
  });

  test("mandatory criteria left at the bottom are named", () => {
    const strict = {
      ...rubric,
      criteria: rubric.criteria.map((entry, index) => ({ ...entry, mandatory: index < 2 })),
    };
    const result = scoreRubric(strict, scores(strict, [0, 1, 0, 0, 0, 0, 0, 0]));
    expect(result.mandatoryAtMin).toEqual([strict.criteria[0]?.id]);
  });
});

describe("gates and reversed criteria", () => {
  const gate = exampleRubric("YES_NO");

  test.each([
    [[1, 1, 1, 1, 1], true],
    [[1, 1, 0, 1, 1], false],
    [[1, 1, null, 1, 1], null],
    [[0, null, null, null, null], false],
  ])("%j → %s", (values, passed) => {
    expect(scoreRubric(gate, scores(gate, values))).toMatchObject({ passed, percent: null });
  });

  test("only what is mandatory closes the gate", () => {
    const loose = {
      ...gate,
      criteria: gate.criteria.map((entry, index) => ({ ...entry, mandatory: index === 0 })),
    };
    expect(scoreRubric(loose, scores(loose, [1, 0, 0, 0, 0])).passed).toBe(true);
    expect(scoreRubric(loose, scores(loose, [0, 1, 1, 1, 1])).passed).toBe(false);
  });

  test("a gate without marks asks everything", () => {
    const open = { ...gate, criteria: gate.criteria.map((c) => ({ ...c, mandatory: false })) };
    expect(scoreRubric(open, scores(open, [1, 1, 1, 1, 0])).passed).toBe(false);
  });

  test("complexity counts the other way round", () => {
    const transfer = exampleTransferRubric();
    const best = transfer.criteria.map(({ reverse }) => (reverse ? 1 : 5));
    const worst = transfer.criteria.map(({ reverse }) => (reverse ? 5 : 1));
    expect(scoreRubric(transfer, scores(transfer, best)).percent).toBe(100);
    expect(scoreRubric(transfer, scores(transfer, worst)).percent).toBe(20);
  });

  test("a classification has no score", () => {
    const none: RubricDefinition = { ...exampleRubric(), weighting: { kind: "NONE" } };
    expect(scoreRubric(none, scores(none, [1, 2, 3, 4, 5]))).toMatchObject({
      percent: null,
      passed: null,
      complete: true,
    });
  });
});

test("every score equals a slow count in whole numbers", () => {
  // Weights in thousandths, so that the count below needs no fractions.
  const arbitrary = fc
    .record({
      thousandths: fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 1, maxLength: 12 }),
      min: fc.integer({ min: 0, max: 1 }),
      span: fc.integer({ min: 1, max: 100 }),
    })
    .chain(({ thousandths, min, span }) =>
      fc.record({
        thousandths: fc.constant(thousandths),
        min: fc.constant(min),
        max: fc.constant(min + span),
        values: fc.tuple(...thousandths.map(() => fc.integer({ min, max: min + span }))),
        reverse: fc.tuple(...thousandths.map(() => fc.boolean())),
      }),
    );
  fc.assert(
    fc.property(arbitrary, ({ thousandths, min, max, values, reverse }) => {
      const rubric: RubricDefinition = {
        ...exampleRubric(),
        scale: { kind: "SCALE_0_100", min, max, step: 1 },
        criteria: thousandths.map((weight, index) =>
          criterion(0xff, index, { weight: weight / 1000, reverse: reverse[index] ?? false }),
        ),
      };
      let sum = 0;
      let total = 0;
      thousandths.forEach((weight, index) => {
        const value = values[index] ?? 0;
        sum += weight * (reverse[index] ? min + max - value : value);
        total += weight * max;
      });
      // floor(10000·sum/total + 1/2), all numbers well below 2^53
      const hundredths = Math.floor((20_000 * sum + total) / (2 * total));
      expect(scoreRubric(rubric, scores(rubric, values)).percent).toBe(hundredths / 100);
    }),
  );
});

test("there is a score exactly when nothing is missing", () => {
  const rubric = exampleRubric("LEVEL_0_3");
  fc.assert(
    fc.property(arbitraryPartialScores(rubric), (given) => {
      const { complete, missing, percent } = scoreRubric(rubric, given);
      const values = given.filter(({ value }) => value !== null).length;
      expect(missing).toHaveLength(rubric.criteria.length - values);
      expect([complete, percent !== null]).toEqual([missing.length === 0, missing.length === 0]);
    }),
  );
});

test("steps are counted from the bottom of the scale, exactly", () => {
  const tenths = { kind: "SCALE_0_100", min: 0.1, max: 1, step: 0.1 } as const;
  expect([0.1, 0.3, 0.7, 1].every((value) => isOnScale(tenths, value))).toBe(true);
  expect([0, 0.15, 1.1].some((value) => isOnScale(tenths, value))).toBe(false);
  expect(isOnScale({ ...tenths, step: 0 }, 0.1)).toBe(false);
});

describe("bands", () => {
  const bands: GradeBand[] = [
    { label: { id: "Memuaskan", en: "Satisfactory" }, min: 80.01, max: 90 },
    { label: { id: "Sangat Memuaskan", en: "Very satisfactory" }, min: 90.01, max: 100 },
    { label: { id: "Kurang", en: "Poor" }, min: 0, max: 80 },
  ];

  test.each([
    [100, "Sangat Memuaskan"],
    [90.01, "Sangat Memuaskan"],
    [90, "Memuaskan"],
    [80.01, "Memuaskan"],
    [80, "Kurang"],
    [0, "Kurang"],
  ])("%d → %s", (percent, label) => {
    expect(bandOf(percent, bands)?.label.id).toBe(label);
  });

  test("no band reached, no band", () => {
    expect(bandOf(10, bands.slice(0, 2))).toBeNull();
    expect(bandOf(10, [])).toBeNull();
  });

  test("a gap between printed bands leaves no score without one", () => {
    const gap: GradeBand[] = [
      { label: { id: "A", en: "A" }, min: 92.5, max: 100 },
      { label: { id: "B", en: "B" }, min: 85, max: 92.4 },
    ];
    expect(bandOf(92.45, gap)?.label.id).toBe("B");
  });
});

describe("a rubric before it is frozen", () => {
  test.each(["SCALE_1_5", "YES_NO", "LEVEL_0_3", "SCALE_0_100"] as const)("%s is sound", (kind) => {
    expect(rubricProblems(exampleRubric(kind))).toEqual([]);
  });

  const rubric = exampleRubric();
  const [first, ...others] = rubric.criteria;
  if (!first) throw new Error("the example has criteria");
  test.each([
    ["weights_not_100", { criteria: [{ ...first, weight: 19.99 }, ...others] }],
    ["duplicate_id", { criteria: [{ ...first, id: others[0]?.id ?? "" }, ...others] }],
    ["duplicate_code", { criteria: [{ ...first, code: "c2" }, ...others] }],
    [
      "level_off_scale",
      { criteria: [{ ...first, levels: [{ value: 6, label: first.label }] }, ...others] },
    ],
    ["scale", { scale: { ...rubric.scale, step: 0 } }],
    ["gate_scale", { weighting: { kind: "GATE" as const } }],
    ["max_total", { weighting: { kind: "LEVEL_TIMES_WEIGHT" as const, maxTotal: 499 } }],
  ])("%s", (problem, change) => {
    expect(rubricProblems({ ...rubric, ...change })).toContain(problem);
  });

  test("thirds add up when they are written to two decimals", () => {
    expect(rubricProblems(weighted([33.33, 33.33, 33.34]))).toEqual([]);
    expect(rubricProblems(weighted([]))).toContain("no_criteria");
    expect(rubricProblems(weighted([101, -1]))).toContain("negative_weight");
  });
});
