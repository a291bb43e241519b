import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deriveObstacles, isEligible, rankObstacles, usgTotal } from "@/lib/obstacle/scoring";
import { exampleObstacle, uuid } from "@/tests/support/documents";

const obstacle = (index: number, usg: [number, number, number]) => ({
  ...exampleObstacle(index),
  usg: { urgency: usg[0], seriousness: usg[1], growth: usg[2] },
});

test("eligible: all four, each answered with yes", () => {
  const all = { actual: true, problematic: true, public: true, feasible: true };
  expect(isEligible(all)).toBe(true);
  for (const key of Object.keys(all)) {
    expect(isEligible({ ...all, [key]: false })).toBe(false);
    expect(isEligible({ ...all, [key]: null })).toBe(false);
  }
});

test("total: 3 to 15, none while one is missing", () => {
  expect(usgTotal({ urgency: 1, seriousness: 1, growth: 1 })).toBe(3);
  expect(usgTotal({ urgency: 5, seriousness: 5, growth: 5 })).toBe(15);
  expect(usgTotal({ urgency: 5, seriousness: 5 })).toBeNull();
});

describe("rank", () => {
  test("by total, then urgency, seriousness, growth, then order", () => {
    const obstacles = [
      obstacle(1, [3, 3, 3]),
      obstacle(2, [3, 4, 2]),
      obstacle(3, [4, 2, 3]),
      obstacle(4, [5, 5, 5]),
      obstacle(5, [3, 4, 2]),
      obstacle(6, [4, 3, 2]),
    ];
    expect(rankObstacles(obstacles)).toEqual([4, 6, 3, 2, 5, 1].map((index) => uuid(2, index)));
  });

  test("it is a total order over those that have a total, whatever the order they are in", () => {
    const scale = fc.integer({ min: 1, max: 5 });
    const arbitrary = fc
      .array(fc.tuple(scale, scale, scale, fc.boolean()), { maxLength: 10 })
      .map((rows) =>
        rows.map(([u, s, g, eligible], index) => ({
          ...obstacle(index, [u, s, g]),
          apkl: { actual: eligible, problematic: true, public: true, feasible: true },
        })),
      );
    fc.assert(
      fc.property(arbitrary, (obstacles) => {
        const order = rankObstacles(obstacles);
        const eligible = obstacles.filter(({ apkl }) => isEligible(apkl)).map(({ id }) => id);
        expect([...order].sort()).toEqual([...eligible].sort());
        const key = (id: string) => {
          const index = obstacles.findIndex((entry) => entry.id === id);
          const usg = obstacles[index]?.usg;
          if (!usg) throw new Error("ranked an unknown obstacle");
          const total = usgTotal(usg) ?? 0;
          // Larger is earlier; positions count down. One number, for each place a digit of base 20.
          return [total, usg.urgency, usg.seriousness, usg.growth, 19 - index].reduce(
            (sum, digit) => sum * 20 + digit,
            0,
          );
        };
        const keys = order.map(key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(keys).toEqual([...keys].sort((a, b) => b - a));
      }),
    );
  });
});

test("prioritised: eligible, scored, and traced to a root cause", () => {
  const bare = { ...exampleObstacle(2), causes: [] };
  const half = { ...exampleObstacle(3), causes: ["Satu sebab saja", ""] };
  const note = {
    ...exampleObstacle(4),
    apkl: { actual: false, problematic: true, public: true, feasible: true },
  };
  const derived = deriveObstacles({ obstacles: [exampleObstacle(1), bare, half, note] });
  expect(derived).toMatchObject([
    { rank: 1, usgTotal: 11, prioritised: true, rootCause: "Petugas data desa belum ditetapkan" },
    { rank: 2, usgTotal: 11, prioritised: false, rootCause: null },
    { rank: 3, usgTotal: 11, prioritised: false, rootCause: null },
    { rank: null, usgTotal: null, eligible: false, prioritised: false },
  ]);
});
