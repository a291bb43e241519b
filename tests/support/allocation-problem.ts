import type { Candidate, Problem } from "@/lib/allocation/model";

/**
 * A large allocation as it might come: two hundred agencies, three wishes each of which some are everybody's,
 * a conflict of interest for everyone, every third placed already, and just enough seats. The same each time.
 */
export function largeProblem(size: { people: number; places: number }): Problem {
  const random = (at: number, salt: number) => Math.imul(at * 2_654_435_761 + salt, 40_503) >>> 8;
  const people = Array.from({ length: size.people }, (_, at): Candidate => {
    const wish = (salt: number) => ((random(at, salt) ** 2) >>> 3) % size.places;
    return {
      id: `person-${at}`,
      agency: `agency-${random(at, 4) % 200}`,
      wishes: [...new Set([1, 2, 3].map(wish))],
      conflicts: [random(at, 5) % size.places],
      present: at % 3 === 0 ? random(at, 6) % size.places : null,
      fixed: [],
    };
  });
  const capacity = Math.ceil(size.people / size.places);
  const places = Array.from({ length: size.places }, (_, at) => ({ id: `place-${at}`, capacity }));
  return { people, places, weights: { wishes: 3, spread: 2, load: 2 }, seed: 7 };
}
