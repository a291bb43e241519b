import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { balance, costOf } from "@/lib/allocation/balancing";
import { clashes, explain } from "@/lib/allocation/explaining";
import type { Candidate, Cost, Place, Problem, Weights } from "@/lib/allocation/model";
import { largeProblem } from "@/tests/support/allocation-problem";

const AGENCIES = ["Kemensos", "Beltim", "KPU", "KASN"];

function problems(bounds: { people: number; places: number; agencies?: string[] }) {
  return fc.integer({ min: 1, max: bounds.places }).chain((count) => {
    const place = fc.integer({ min: 0, max: count - 1 });
    const some = fc.uniqueArray(place, { maxLength: 3 });
    const person = fc.record({
      agency: fc.constantFrom(...(bounds.agencies ?? AGENCIES)),
      wishes: some,
      conflicts: some,
      present: fc.option(place, { nil: null }),
      fixed: fc.oneof(
        { weight: 5, arbitrary: fc.constant([]) },
        {
          weight: 1,
          arbitrary: fc.array(fc.record({ place, by: fc.constant("pinned" as const) }), {
            minLength: 1,
            maxLength: 1,
          }),
        },
      ),
    });
    const weight = fc.integer({ min: 0, max: 9 });
    return fc.record({
      people: fc
        .array(person, { maxLength: bounds.people })
        .map((list) => list.map((entry, at): Candidate => ({ ...entry, id: `person-${at}` }))),
      places: fc
        .array(fc.integer({ min: 0, max: Math.ceil((bounds.people * 1.2) / count) }), {
          minLength: count,
          maxLength: count,
        })
        .map((list) => list.map((capacity, at): Place => ({ id: `place-${at}`, capacity }))),
      weights: fc.record({ wishes: weight, spread: weight, load: weight }),
      seed: fc.integer({ min: 0, max: 999_999 }),
    });
  });
}

/** As a tuple that is compared from its first element on. */
const rankOf = (cost: Cost, weights: Weights) => [
  cost.unplaced,
  cost.wishes * weights.wishes + cost.spread * weights.spread + cost.load * weights.load,
  cost.changes,
];
const better = (a: readonly number[], b: readonly number[]) => {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0);
};

/** Every way in which people can be placed, with nobody where they may not be. */
function* everyWay(problem: Problem): Generator<(number | null)[]> {
  const load = problem.places.map(() => 0);
  for (const { fixed } of problem.people) {
    for (const { place } of fixed) load[place] = (load[place] ?? 0) + 1;
  }
  const chosen: (number | null)[] = problem.people.map(() => null);
  function* from(at: number): Generator<(number | null)[]> {
    const person = problem.people[at];
    if (!person) {
      yield chosen;
      return;
    }
    chosen[at] = null;
    yield* from(at + 1);
    if (person.fixed.length > 0) return;
    for (const [place, { capacity }] of problem.places.entries()) {
      if (person.conflicts.includes(place) || (load[place] ?? 0) >= capacity) continue;
      load[place] = (load[place] ?? 0) + 1;
      chosen[at] = place;
      yield* from(at + 1);
      load[place] = (load[place] ?? 0) - 1;
    }
    chosen[at] = null;
  }
  yield* from(0);
}

function bestRank(problem: Problem): number[] {
  let best: number[] | null = null;
  for (const way of everyWay(problem)) {
    const rank = rankOf(costOf(problem, way), problem.weights);
    if (best === null || better(rank, best)) best = rank;
  }
  return best ?? [];
}

// Nothing here is measured against the clock: a busy machine may take its time.
vi.setConfig({ testTimeout: 120_000 });

describe("the balancer", () => {
  it("finds what trying everything finds", () => {
    fc.assert(
      fc.property(problems({ people: 6, places: 3 }), (problem) => {
        const { places, cost } = balance(problem);
        expect(cost).toEqual(costOf(problem, places));
        expect(rankOf(cost, problem.weights)).toEqual(bestRank(problem));
      }),
      { numRuns: 200 },
    );
  });

  it("puts nobody where they may not be, and no more than a place takes", () => {
    fc.assert(
      fc.property(problems({ people: 150, places: 12 }), (problem) => {
        const { places } = balance(problem);
        const load = problem.places.map(() => 0);
        for (const [at, person] of problem.people.entries()) {
          const place = places[at] ?? null;
          if (person.fixed.length > 0) expect(place).toBeNull();
          for (const fixed of person.fixed) load[fixed.place] = (load[fixed.place] ?? 0) + 1;
          if (place !== null) expect(person.conflicts).not.toContain(place);
        }
        for (const place of places) {
          if (place === null) continue;
          load[place] = (load[place] ?? 0) + 1;
          expect(load[place]).toBeLessThanOrEqual(problem.places[place]?.capacity ?? 0);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("cannot be bettered by moving one person or swapping two", () => {
    fc.assert(
      fc.property(problems({ people: 40, places: 6 }), (problem) => {
        const { places, cost } = balance(problem);
        const rank = rankOf(cost, problem.weights);
        const load = problem.places.map(() => 0);
        for (const { fixed } of problem.people) {
          for (const { place } of fixed) load[place] = (load[place] ?? 0) + 1;
        }
        for (const place of places) if (place !== null) load[place] = (load[place] ?? 0) + 1;
        const mayHave = (at: number, place: number | null) =>
          place === null || !problem.people[at]?.conflicts.includes(place);
        for (const [at, person] of problem.people.entries()) {
          if (person.fixed.length > 0) continue;
          for (const [place, { capacity }] of problem.places.entries()) {
            if (!mayHave(at, place) || place === places[at]) continue;
            if ((load[place] ?? 0) >= capacity) continue;
            const other = places.with(at, place);
            expect(better(rankOf(costOf(problem, other), problem.weights), rank)).toBe(false);
          }
          for (let with_ = at + 1; with_ < places.length; with_ += 1) {
            const [mine, theirs] = [places[at] ?? null, places[with_] ?? null];
            if (problem.people[with_]?.fixed.length || mine === theirs) continue;
            if (!mayHave(at, theirs) || !mayHave(with_, mine)) continue;
            const other = places.with(at, theirs).with(with_, mine);
            expect(better(rankOf(costOf(problem, other), problem.weights), rank)).toBe(false);
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it("proposes the same whatever the order in which people and places are listed", () => {
    fc.assert(
      fc.property(problems({ people: 60, places: 8 }), (problem) => {
        const last = problem.places.length - 1;
        const turned = (place: number) => last - place;
        const mirrored: Problem = {
          ...problem,
          people: problem.people.toReversed().map((person) => ({
            ...person,
            wishes: person.wishes.map(turned),
            conflicts: person.conflicts.map(turned),
            present: person.present === null ? null : turned(person.present),
            fixed: person.fixed.map(({ place, by }) => ({ place: turned(place), by })),
          })),
          places: problem.places.toReversed(),
        };
        const { places } = balance(problem);
        expect(balance(problem).places).toEqual(places);
        expect(
          balance(mirrored)
            .places.toReversed()
            .map((place) => (place === null ? null : turned(place))),
        ).toEqual(places);
      }),
      { numRuns: 60 },
    );
  });

  it("changes nothing once its proposal is what stands, whatever the seed", () => {
    fc.assert(
      fc.property(
        problems({ people: 80, places: 8 }),
        fc.integer({ min: 0, max: 999_999 }),
        (problem, seed) => {
          const { places } = balance(problem);
          const people = problem.people.map((person, at) => ({
            ...person,
            present: places[at] ?? null,
          }));
          expect(balance({ ...problem, people, seed }).places).toEqual(places);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("makes of the founding cohort five innovations with every agency as even as it can be", () => {
    const sizes = { Kemensos: 30, Beltim: 15, KPU: 7, KASN: 2 };
    const people = Object.entries(sizes).flatMap(([agency, size]) =>
      Array.from(
        { length: size },
        (_, at): Candidate => ({
          id: `${agency}-${at}`,
          agency,
          wishes: [],
          conflicts: [],
          present: null,
          fixed: [],
        }),
      ),
    );
    const places = Array.from({ length: 5 }, (_, at) => ({ id: `place-${at}`, capacity: 11 }));
    const proposal = balance({
      people,
      places,
      weights: { wishes: 3, spread: 2, load: 2 },
      seed: 1,
    });
    const countsOf = (agency: string | null) =>
      places
        .map(
          (_, place) =>
            proposal.places.filter(
              (at, person) => at === place && (!agency || people[person]?.agency === agency),
            ).length,
        )
        .sort();
    expect(countsOf(null)).toEqual([10, 11, 11, 11, 11]);
    expect(countsOf("Kemensos")).toEqual([6, 6, 6, 6, 6]);
    expect(countsOf("Beltim")).toEqual([3, 3, 3, 3, 3]);
    expect(countsOf("KPU")).toEqual([1, 1, 1, 2, 2]);
    expect(countsOf("KASN")).toEqual([0, 0, 0, 1, 1]);
  });

  it("places five thousand people at fifty places", () => {
    const problem = largeProblem({ people: 5000, places: 50 });
    const { places: proposed, cost } = balance(problem);
    expect(cost.unplaced).toBe(0);
    for (const [place] of problem.places.entries()) {
      expect(proposed.filter((at) => at === place)).toHaveLength(100);
    }
    expect(explain(problem, proposed)).toHaveLength(5000);
  });
});

describe("what clashes", () => {
  const person = (id: string, more: Partial<Candidate> = {}): Candidate => ({
    id,
    agency: "KPU",
    wishes: [],
    conflicts: [],
    present: null,
    fixed: [],
    ...more,
  });
  const weights = { wishes: 1, spread: 1, load: 1 };

  it("is named whenever somebody is left without a place, and only then", () => {
    fc.assert(
      fc.property(problems({ people: 30, places: 5 }), (problem) => {
        const { places } = balance(problem);
        const found = clashes(problem, places);
        const left = problem.people.flatMap(({ fixed }, at) =>
          fixed.length === 0 && (places[at] ?? null) === null ? [at] : [],
        );
        const named = found.flatMap((clash) =>
          clash.kind === "too_few_seats"
            ? clash.people
            : clash.kind === "no_place"
              ? [clash.person]
              : [],
        );
        expect(named).toEqual(expect.arrayContaining(left));
        expect(left.length > 0).toBe(named.length > 0);
        for (const clash of found) {
          if (clash.kind !== "too_few_seats") continue;
          expect(clash.people.length).toBeGreaterThan(clash.seats);
          for (const at of clash.people) {
            const elsewhere = problem.places.filter(
              ({ capacity }, place) =>
                capacity > 0 &&
                !clash.places.includes(place) &&
                !problem.people[at]?.conflicts.includes(place),
            );
            expect(elsewhere).toEqual([]);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it("is told apart: too few seats, no place at all, more fixed than seats, fixed in conflict", () => {
    const problem: Problem = {
      people: [
        person("a", { conflicts: [1] }),
        person("b", { conflicts: [1] }),
        person("c", { conflicts: [0, 1] }),
        person("d", { fixed: [{ place: 1, by: "pinned" }] }),
        person("e", { fixed: [{ place: 1, by: "begun" }], conflicts: [1] }),
      ],
      places: [
        { id: "slrt", capacity: 1 },
        { id: "sipd", capacity: 1 },
      ],
      weights,
      seed: 1,
    };
    expect(clashes(problem, balance(problem).places)).toEqual([
      { kind: "fixed_over_capacity", place: 1, fixed: 2, capacity: 1 },
      { kind: "fixed_in_conflict", person: 4, place: 1 },
      { kind: "no_place", person: 2 },
      { kind: "too_few_seats", people: [0, 1], places: [0], seats: 1 },
    ]);
  });
});

describe("why somebody has a place", () => {
  it("says which wish it is and what became of the dearer ones", () => {
    const people: Candidate[] = [
      { id: "a", agency: "KPU", wishes: [0], conflicts: [], present: null, fixed: [] },
      { id: "b", agency: "KPU", wishes: [3, 2, 1], conflicts: [3], present: null, fixed: [] },
      { id: "c", agency: "KPU", wishes: [0, 1], conflicts: [], present: null, fixed: [] },
      { id: "d", agency: "KPU", wishes: [], conflicts: [], present: 1, fixed: [] },
      {
        id: "e",
        agency: "KPU",
        wishes: [],
        conflicts: [],
        present: 0,
        fixed: [{ place: 0, by: "begun" }],
      },
    ];
    const problem: Problem = {
      people,
      places: [2, 5, 0, 4].map((capacity, at) => ({ id: `place-${at}`, capacity })),
      weights: { wishes: 9, spread: 0, load: 0 },
      seed: 1,
    };
    expect(explain(problem, [0, 1, 1, 1, null])).toEqual([
      { kind: "wish", rank: 1, missed: [] },
      {
        kind: "wish",
        rank: 3,
        missed: [
          { place: 3, why: "conflict" },
          { place: 2, why: "closed" },
        ],
      },
      { kind: "wish", rank: 2, missed: [{ place: 0, why: "full" }] },
      { kind: "kept" },
      { kind: "fixed", by: "begun" },
    ]);
    expect(explain(problem, [1, null, 3, 3, null]).slice(0, 4)).toEqual([
      { kind: "unwished", missed: [{ place: 0, why: "balance" }] },
      {
        kind: "unplaced",
        missed: [
          { place: 3, why: "conflict" },
          { place: 2, why: "closed" },
          { place: 1, why: "balance" },
        ],
      },
      {
        kind: "unwished",
        missed: [
          { place: 0, why: "balance" },
          { place: 1, why: "balance" },
        ],
      },
      { kind: "moved", missed: [{ place: 1, why: "balance" }] },
    ]);
  });
});
