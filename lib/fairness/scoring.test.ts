import { describe, expect, it } from "vitest";
import type { ValueCount } from "@/lib/fairness/model";
import { compareRaters, criterionSpreads, isOutlier, severityOf } from "@/lib/fairness/scoring";
import { criterionPercent } from "@/lib/rubric/scoring";

describe("the severity of a rater", () => {
  const cohort = { cohortMean: 75, others: 20 };

  it.each([
    [70, "HARSH"],
    [70.01, null],
    [75, null],
    [79.99, null],
    [80, "MILD"],
    // As a mean of hundredths may come out of a sum.
    [79.99999999999999, "MILD"],
  ])("of a mean of %d beside 75 is %s", (mean, severity) => {
    expect(severityOf({ mean, ratings: 5 }, cohort)).toBe(severity);
  });

  it("is not spoken of with few ratings, without any, and where nobody else rates", () => {
    expect(severityOf({ mean: 40, ratings: 4 }, cohort)).toBeNull();
    expect(severityOf({ mean: null, ratings: 0 }, cohort)).toBeNull();
    expect(severityOf({ mean: 40, ratings: 9 }, { cohortMean: 75, others: 0 })).toBeNull();
    expect(severityOf({ mean: 40, ratings: 9 }, { cohortMean: null, others: 3 })).toBeNull();
  });
});

it("compares raters with all of the cohort, and rates of nothing with nothing", () => {
  const idle = { waiting: 0, overLimit: 0, oldestAt: null, medianHours: null };
  const ageing = [
    { ...idle, facilitatorId: "a", name: "A", waiting: 2, decided: 4, returned: 1 },
    { ...idle, facilitatorId: "b", name: "B", decided: 0, returned: 0 },
    { ...idle, facilitatorId: null, name: null, waiting: 3, decided: 0, returned: 0 },
  ];
  const rating = (facilitatorId: string, total: number) => ({
    facilitatorId,
    assignmentId: `${facilitatorId} ${total}`,
    role: "PRIMARY" as const,
    total,
    participant: "P",
    innovation: { code: "I", name: "I" },
  });
  const ratings = [60, 60, 60, 60, 60].map((total) => rating("a", total));
  const { rows, all } = compareRaters(ageing, [...ratings, rating("b", 90)], {
    decided: 4,
    returned: 1,
    medianHours: 6,
  });
  expect(rows).toMatchObject([
    {
      open: 2,
      returnRate: 0.25,
      ratings: 5,
      mean: 60,
      deviation: 0,
      difference: -5,
      severity: "HARSH",
    },
    {
      open: 0,
      returnRate: null,
      ratings: 1,
      mean: 90,
      deviation: null,
      difference: 25,
      severity: null,
    },
    { open: 3, returnRate: null, ratings: 0, mean: null, difference: null, severity: null },
  ]);
  expect(all).toMatchObject({ open: 5, decided: 4, returnRate: 0.25, ratings: 6, mean: 65 });
});

describe("a criterion", () => {
  it.each([
    [{ min: 1, max: 5 }, false, 1, 20],
    [{ min: 1, max: 5 }, true, 1, 100],
    [{ min: 0, max: 3 }, false, 1, 33.33],
    [{ min: 0, max: 3 }, false, 2, 66.67],
    [{ min: 0, max: 100 }, false, 87, 87],
    [{ min: 0, max: 1 }, false, 0, 0],
  ])("of %j (turned round: %s) has %d as %d of 100", (scale, reverse, value, percent) => {
    expect(criterionPercent(scale, { reverse }, value)).toBe(percent);
  });

  const count = (value: number, times: number, number = 1): ValueCount => ({
    innovation: { id: "i", code: "I", name: "Inovasi" },
    criterion: { id: `c${number}`, label: { id: "Kriteria", en: "Criterion" }, reverse: false },
    rubric: { id: `v${number}`, number, min: 1, max: 5 },
    value,
    count: times,
  });

  it("is spread as often as each value was given, and discussed above the threshold alone", () => {
    // 20 and 60: the mean is 40, and of two of each the deviation is √(4 × 400 / 3).
    const [found] = criterionSpreads([count(1, 2), count(3, 2)], 15);
    expect(found).toMatchObject({ discuss: 1, criteria: [{ count: 4, min: 1, max: 3, mean: 40 }] });
    expect(found?.criteria[0]?.deviation).toBeCloseTo(Math.sqrt(1600 / 3), 9);
    expect(criterionSpreads([count(1, 2), count(3, 2)], 24)[0]?.discuss).toBe(0);
    expect(criterionSpreads([], 15)).toEqual([]);
  });

  it("names the version of its rubric only where there are several", () => {
    const versions = (counts: ValueCount[]) =>
      criterionSpreads(counts, 15)[0]?.criteria.map(({ version }) => version);
    expect(versions([count(1, 1)])).toEqual([null]);
    expect(versions([count(1, 1), count(5, 1, 2)])).toEqual([1, 2]);
  });

  it("has outliers beyond one deviation, none where all agree", () => {
    expect(isOutlier(61, { mean: 40, deviation: 20 })).toBe(true);
    expect(isOutlier(60, { mean: 40, deviation: 20 })).toBe(false);
    expect(isOutlier(40, { mean: 40, deviation: 0 })).toBe(false);
    expect(isOutlier(40, { mean: 40, deviation: null })).toBe(false);
  });
});
