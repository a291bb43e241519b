import { baseOf } from "@/lib/allocation/balancing";
import type {
  Candidate,
  Clash,
  Missed,
  MissedPlace,
  Problem,
  Reason,
} from "@/lib/allocation/model";

/** What stands at `places`, whoever proposed it: who is at each place, fixed or not. */
function loadsOf(problem: Problem, places: readonly (number | null)[]): number[] {
  const { load } = baseOf(problem);
  for (const [at, person] of problem.people.entries()) {
    const place = places[at] ?? null;
    if (place !== null && person.fixed.length === 0) load[place] = (load[place] ?? 0) + 1;
  }
  return load;
}

/** Why each person has the place that is proposed, in the order of the people. */
export function explain(problem: Problem, places: readonly (number | null)[]): Reason[] {
  const loads = loadsOf(problem, places);
  const missed = (person: Candidate, place: number): MissedPlace => ({
    place,
    why: whyMissed(problem, loads, person, place),
  });
  return problem.people.map((person, at): Reason => {
    const [fixed] = person.fixed;
    if (fixed) return { kind: "fixed", by: fixed.by };
    const place = places[at] ?? null;
    const held = person.present === null ? [] : [person.present];
    if (place === null) {
      const hoped = person.wishes.length > 0 ? person.wishes : held;
      return { kind: "unplaced", missed: hoped.map((wish) => missed(person, wish)) };
    }
    const rank = person.wishes.indexOf(place);
    if (rank >= 0) {
      const dearer = person.wishes.slice(0, rank);
      return { kind: "wish", rank: rank + 1, missed: dearer.map((wish) => missed(person, wish)) };
    }
    if (person.wishes.length > 0) {
      return { kind: "unwished", missed: person.wishes.map((wish) => missed(person, wish)) };
    }
    if (place === person.present) return { kind: "kept" };
    if (person.present === null) return { kind: "even" };
    return { kind: "moved", missed: [missed(person, person.present)] };
  });
}

function whyMissed(
  problem: Problem,
  loads: readonly number[],
  person: Candidate,
  place: number,
): Missed {
  const capacity = problem.places[place]?.capacity ?? 0;
  if (person.conflicts.includes(place)) return "conflict";
  if (capacity === 0) return "closed";
  return (loads[place] ?? 0) >= capacity ? "full" : "balance";
}

/**
 * Which constraints cannot all hold. Whoever is unplaced looks at every place that is open to them; whoever
 * is there could make room by going wherever else is open to them, and so on. Where no seat is free in all
 * that is met so, it is the smaller side of a least cut: more people than seats, and nowhere else to go
 * (Hall's condition).
 *
 * @param places what {@link balance} proposed; a seat that it left free clashes with nothing
 */
export function clashes(problem: Problem, places: readonly (number | null)[]): Clash[] {
  const found: Clash[] = [];
  const { load: fixedLoad } = baseOf(problem);
  for (const [place, { capacity }] of problem.places.entries()) {
    const fixed = fixedLoad[place] ?? 0;
    if (fixed > capacity) found.push({ kind: "fixed_over_capacity", place, fixed, capacity });
  }
  for (const [person, { fixed, conflicts }] of problem.people.entries()) {
    for (const { place } of fixed) {
      if (conflicts.includes(place)) found.push({ kind: "fixed_in_conflict", person, place });
    }
  }

  const open = [...problem.places.keys()].filter(
    (place) => (problem.places[place]?.capacity ?? 0) > 0,
  );
  const openTo = ({ conflicts }: Candidate) => open.filter((place) => !conflicts.includes(place));
  const at = problem.places.map((): number[] => []);
  const unplaced: number[] = [];
  for (const [person, { fixed }] of problem.people.entries()) {
    if (fixed.length > 0) continue;
    const place = places[person] ?? null;
    if (place === null) unplaced.push(person);
    else at[place]?.push(person);
  }
  const loads = loadsOf(problem, places);
  let cuts: { people: Set<number>; places: Set<number> }[] = [];
  for (const person of unplaced) {
    const cut = { people: new Set([person]), places: new Set<number>() };
    for (const met of cut.people) {
      const candidate = problem.people[met];
      for (const place of candidate ? openTo(candidate) : []) {
        if (cut.places.has(place)) continue;
        cut.places.add(place);
        for (const other of at[place] ?? []) cut.people.add(other);
      }
    }
    if (cut.places.size === 0) {
      found.push({ kind: "no_place", person });
      continue;
    }
    const free = [...cut.places].some(
      (place) => (loads[place] ?? 0) < (problem.places[place]?.capacity ?? 0),
    );
    if (free) continue;
    // Two that meet anywhere are one.
    const same = cuts.filter(({ places: met }) => [...met].some((place) => cut.places.has(place)));
    for (const other of same) {
      for (const place of other.places) cut.places.add(place);
      for (const one of other.people) cut.people.add(one);
    }
    cuts = [...cuts.filter((other) => !same.includes(other)), cut];
  }
  for (const cut of cuts) {
    let seats = 0;
    for (const place of cut.places) {
      seats += Math.max(0, (problem.places[place]?.capacity ?? 0) - (fixedLoad[place] ?? 0));
    }
    const ordered = (set: Set<number>) => [...set].sort((a, b) => a - b);
    found.push({
      kind: "too_few_seats",
      people: ordered(cut.people),
      places: ordered(cut.places),
      seats,
    });
  }
  return found;
}
