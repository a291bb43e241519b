/** Somebody to be dealt into a group; `group` where they have one and keep it. */
export interface Dealt {
  /** Whatever spreads: people of one agency come into different groups. */
  agency: string;
  /** The place of the group that this person keeps, from 0. */
  group: number | null;
}

/**
 * Deals people into groups, evenly and spread by agency: who has a group keeps it, and everybody else
 * comes, agency by agency and the largest first, into the smallest group, among those into the one
 * with the fewest of the same agency, and among those into the first. The same people in the same
 * order always come into the same groups.
 *
 * Where nobody keeps a group, sizes differ by one at most, and so do the numbers of any agency.
 *
 * @param groups at least 1
 * @returns for each person the place of the group, from 0
 */
export function dealGroups(people: readonly Dealt[], groups: number): number[] {
  const sizes = Array.from({ length: groups }, () => 0);
  const ofAgency = Array.from({ length: groups }, () => new Map<string, number>());
  const dealt: number[] = people.map(({ group }) => group ?? -1);
  const put = (person: number, group: number) => {
    const agency = people[person]?.agency ?? "";
    dealt[person] = group;
    sizes[group] = (sizes[group] ?? 0) + 1;
    const counts = ofAgency[group];
    counts?.set(agency, (counts.get(agency) ?? 0) + 1);
  };
  for (const [person, { group }] of people.entries()) {
    if (group !== null) put(person, group);
  }

  const totals = new Map<string, number>();
  for (const { agency } of people) totals.set(agency, (totals.get(agency) ?? 0) + 1);
  const order = people
    .map(({ agency, group }, person) => ({ agency, group, person }))
    .filter(({ group }) => group === null)
    .sort(
      (a, b) =>
        (totals.get(b.agency) ?? 0) - (totals.get(a.agency) ?? 0) ||
        (a.agency < b.agency ? -1 : a.agency > b.agency ? 1 : 0) ||
        a.person - b.person,
    );
  for (const { agency, person } of order) {
    let best = 0;
    for (let group = 1; group < groups; group += 1) {
      const bySize = (sizes[group] ?? 0) - (sizes[best] ?? 0);
      const byAgency = (ofAgency[group]?.get(agency) ?? 0) - (ofAgency[best]?.get(agency) ?? 0);
      if (bySize < 0 || (bySize === 0 && byAgency < 0)) best = group;
    }
    put(person, best);
  }
  return dealt;
}

/** A group to be given a facilitator; `facilitator` where it has one and keeps it. */
export interface Led {
  size: number;
  /** The place of the facilitator, from 0. */
  facilitator: number | null;
}

/**
 * Gives each group one facilitator, so that all have about equally many people: the largest group
 * without one goes to the facilitator with the fewest, among those to the first.
 *
 * @param facilitators how many there are; with none, nothing is given
 */
export function dealFacilitators(groups: readonly Led[], facilitators: number): (number | null)[] {
  const load = Array.from({ length: facilitators }, () => 0);
  const dealt: (number | null)[] = groups.map(({ facilitator }) => facilitator);
  for (const { size, facilitator } of groups) {
    if (facilitator !== null) load[facilitator] = (load[facilitator] ?? 0) + size;
  }
  if (facilitators === 0) return dealt;
  const order = groups
    .map(({ size, facilitator }, group) => ({ size, facilitator, group }))
    .filter(({ facilitator }) => facilitator === null)
    .sort((a, b) => b.size - a.size || a.group - b.group);
  for (const { size, group } of order) {
    let best = 0;
    for (let other = 1; other < facilitators; other += 1) {
      if ((load[other] ?? 0) < (load[best] ?? 0)) best = other;
    }
    dealt[group] = best;
    load[best] = (load[best] ?? 0) + size;
  }
  return dealt;
}
