import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gradeOf, isBetween, isReleased, type Moderation, type Rating } from "./scoring";

const bands = [
  { label: { id: "Memuaskan", en: "Satisfactory" }, min: 80.01 },
  { label: { id: "Cukup", en: "Fair" }, min: 0 },
];
const final = (total: number, version = 1): Rating => ({ total, final: true, version });
const total = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100);
const limit = fc.integer({ min: 1, max: 50 });
const rating = fc.record({
  total: fc.option(total),
  final: fc.boolean(),
  version: fc.integer({ min: 0, max: 3 }),
});
const moderation = fc.record({
  score: total,
  primaryVersion: fc.integer({ min: 0, max: 3 }),
  secondVersion: fc.integer({ min: 0, max: 3 }),
});

describe("one rater", () => {
  it("is the grade when final, and none before", () => {
    fc.assert(
      fc.property(rating, limit, (primary, points) => {
        const grade = gradeOf(primary, null, null, points, bands);
        const given = primary.final ? primary.total : null;
        expect(grade.score).toBe(given);
        expect(grade.state).toBe(given === null ? "OPEN" : "SETTLED");
        expect(grade.spread).toBeNull();
      }),
    );
  });
});

describe("two raters", () => {
  it("tell nothing before both are final, whatever was moderated", () => {
    fc.assert(
      fc.property(rating, rating, moderation, limit, (primary, second, agreed, points) => {
        fc.pre(!(primary.final && second.final) || primary.total === null || second.total === null);
        expect(gradeOf(primary, second, agreed, points, bands)).toEqual({
          state: "OPEN",
          mean: null,
          spread: null,
          moderated: false,
          score: null,
          band: null,
        });
      }),
    );
  });

  it("are the same whoever is first, and the mean lies between them", () => {
    fc.assert(
      fc.property(total, total, limit, (a, b, points) => {
        const grade = gradeOf(final(a), final(b), null, points, bands);
        expect(gradeOf(final(b), final(a), null, points, bands)).toEqual(grade);
        expect(isBetween(grade.mean ?? -1, a, b)).toBe(true);
        expect(Math.round((grade.mean ?? -1) * 200)).toBeGreaterThanOrEqual(
          Math.round(a * 100) + Math.round(b * 100),
        );
        expect(grade.state).toBe(
          Math.abs(Math.round(a * 100) - Math.round(b * 100)) > points * 100
            ? "DISCUSS"
            : "SETTLED",
        );
        expect(grade.score === null).toBe(grade.state === "DISCUSS");
      }),
    );
  });

  it("are settled by a moderation of just these versions", () => {
    fc.assert(
      fc.property(rating, rating, moderation, limit, (primary, second, agreed, points) => {
        const both = [primary, second].map((each) => ({
          ...each,
          final: true,
          total: each.total ?? 0,
        }));
        const [first, other] = both as [Rating, Rating];
        const grade = gradeOf(first, other, agreed, points, bands);
        const counts =
          agreed.primaryVersion === first.version && agreed.secondVersion === other.version;
        expect(grade.moderated).toBe(counts);
        if (counts) expect(grade.score).toBe(agreed.score);
        else expect(grade).toEqual(gradeOf(first, other, null, points, bands));
      }),
    );
  });

  it("may lie apart by the limit, and not by a hundredth more", () => {
    expect(gradeOf(final(70), final(85), null, 15, bands)).toMatchObject({
      state: "SETTLED",
      mean: 77.5,
      spread: 15,
      score: 77.5,
      band: bands[1],
    });
    expect(gradeOf(final(70), final(85.01), null, 15, bands)).toMatchObject({
      state: "DISCUSS",
      mean: 77.51,
      spread: 15.01,
      score: null,
      band: null,
    });
    const agreed: Moderation = { score: 80.01, primaryVersion: 1, secondVersion: 1 };
    expect(gradeOf(final(70), final(85.01), agreed, 15, bands)).toMatchObject({
      state: "SETTLED",
      moderated: true,
      score: 80.01,
      band: bands[0],
    });
  });
});

it("releases at the time, not before, and never without one", () => {
  const at = new Date("2018-10-01T02:00:00Z");
  expect(isReleased(null, at)).toBe(false);
  expect(isReleased(at, new Date(at.getTime() - 1))).toBe(false);
  expect(isReleased(at, at)).toBe(true);
});
