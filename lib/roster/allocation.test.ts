import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Dealt, dealFacilitators, dealGroups } from "@/lib/roster/allocation";

const agencies = fc.constantFrom("Kemensos", "Beltim", "KPU", "KASN", "Bandung");
const countOf = (list: readonly number[], groups: number) =>
  Array.from({ length: groups }, (_, group) => list.filter((dealt) => dealt === group).length);
const spread = (counts: readonly number[]) => Math.max(...counts) - Math.min(...counts);

describe("dealing people into groups", () => {
  it("makes of the founding cohort six groups of nine, each with all four agencies as far as they go", () => {
    const people: Dealt[] = [
      ...Array.from({ length: 30 }, () => ({ agency: "Kemensos", group: null })),
      ...Array.from({ length: 15 }, () => ({ agency: "Beltim", group: null })),
      ...Array.from({ length: 7 }, () => ({ agency: "KPU", group: null })),
      ...Array.from({ length: 2 }, () => ({ agency: "KASN", group: null })),
    ];
    const dealt = dealGroups(people, 6);
    expect(countOf(dealt, 6)).toEqual([9, 9, 9, 9, 9, 9]);
    for (const [agency, size] of [
      ["Kemensos", 30],
      ["Beltim", 15],
      ["KPU", 7],
      ["KASN", 2],
    ] as const) {
      const counts = countOf(
        dealt.filter((_, person) => people[person]?.agency === agency),
        6,
      );
      expect(counts.reduce((sum, count) => sum + count)).toBe(size);
      expect(spread(counts)).toBeLessThanOrEqual(1);
    }
  });

  it("is even by size and by agency, always", () => {
    fc.assert(
      fc.property(
        fc.array(agencies, { maxLength: 120 }),
        fc.integer({ min: 1, max: 12 }),
        (list, groups) => {
          const dealt = dealGroups(
            list.map((agency) => ({ agency, group: null })),
            groups,
          );
          expect(dealt.every((group) => group >= 0 && group < groups)).toBe(true);
          expect(spread(countOf(dealt, groups))).toBeLessThanOrEqual(1);
          for (const agency of new Set(list)) {
            const own = dealt.filter((_, person) => list[person] === agency);
            expect(spread(countOf(own, groups))).toBeLessThanOrEqual(1);
          }
        },
      ),
    );
  });

  it("moves nobody who has a group, and evens out as far as the others go", () => {
    const person = fc.record({
      agency: agencies,
      group: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 80 }), (people) => {
        const dealt = dealGroups(people, 4);
        const kept = people.map(({ group }) => group);
        expect(kept.every((group, at) => group === null || dealt[at] === group)).toBe(true);
        const sizes = countOf(dealt, 4);
        const before = countOf(
          kept.filter((group) => group !== null),
          4,
        );
        // Only a group that nobody was dealt into may be larger than the smallest by more than one.
        const smallest = Math.min(...sizes);
        for (const [group, size] of sizes.entries()) {
          if (size > (before[group] ?? 0)) expect(size - smallest).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("deals the same people the same, and those who are dealt again stay", () => {
    fc.assert(
      fc.property(fc.array(agencies, { maxLength: 60 }), (list) => {
        const people = list.map((agency) => ({ agency, group: null }));
        const dealt = dealGroups(people, 5);
        expect(dealGroups(people, 5)).toEqual(dealt);
        expect(
          dealGroups(
            list.map((agency, at) => ({ agency, group: dealt[at] ?? null })),
            5,
          ),
        ).toEqual(dealt);
      }),
    );
  });
});

describe("giving groups a facilitator", () => {
  it("one each where there are as many", () => {
    const groups = Array.from({ length: 6 }, () => ({ size: 9, facilitator: null }));
    expect(dealFacilitators(groups, 6)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(dealFacilitators(groups, 3)).toEqual([0, 1, 2, 0, 1, 2]);
    expect(dealFacilitators(groups, 0)).toEqual([null, null, null, null, null, null]);
  });

  it("leaves what is given, and evens the load out", () => {
    const group = fc.record({
      size: fc.integer({ min: 0, max: 12 }),
      facilitator: fc.option(fc.integer({ min: 0, max: 2 }), { nil: null }),
    });
    fc.assert(
      fc.property(fc.array(group, { maxLength: 20 }), (groups) => {
        const dealt = dealFacilitators(groups, 3);
        expect(dealt.every((given) => given !== null)).toBe(true);
        expect(
          groups.every(({ facilitator }, at) => facilitator === null || dealt[at] === facilitator),
        ).toBe(true);
      }),
    );
  });
});
