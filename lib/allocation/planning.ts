import { balance, costOf } from "@/lib/allocation/balancing";
import { clashes, explain } from "@/lib/allocation/explaining";
import {
  CAPACITY_BOUND,
  type Candidate,
  type Clash,
  type Cost,
  type PlaceKind,
  type Problem,
  type Reason,
  type Weights,
} from "@/lib/allocation/model";
import type { StoredReasons } from "@/lib/allocation/schema";
import { agencyKey } from "@/lib/roster/matching";

/** A place as it stands: an innovation, a facilitator or a group. */
export interface StandingPlace {
  id: string;
  /** Short: a code, or a name. */
  label: string;
  name: string;
  /** Null: any number. */
  capacity: number | null;
  /** Whose interests are tied to it. */
  owner:
    | { kind: "region"; names: readonly string[] }
    | { kind: "unit"; agencyId: string; workUnit: string }
    | { kind: "nobody" };
}

export interface StandingPerson {
  id: string;
  /** On the roster. */
  number: number;
  name: string;
  agencyId: string;
  agency: string;
  agencyName: string;
  workUnit: string;
  group: string | null;
  /** Places are groups, and they lead the one that they have. */
  leads: boolean;
  /** What they have. `begun`: it holds work, which nothing moves silently. */
  held: readonly { placeId: string; assignmentId: string | null; begun: boolean }[];
}

export interface StandingMark {
  enrolmentId: string;
  kind: "PIN" | "TIE" | "WISH";
  rank: number | null;
  placeId: string;
}

/** All that an allocation of one kind rests on. */
export interface Standing {
  kind: PlaceKind;
  people: readonly StandingPerson[];
  places: readonly StandingPlace[];
  marks: readonly StandingMark[];
}

export interface Settings {
  weights: Weights;
  seed: number;
}

/** Somebody gets another place than they have. */
export interface Move {
  enrolmentId: string;
  /** The place held until now, and the assignment in which it is held. */
  from: { placeId: string; assignmentId: string | null } | null;
  to: string;
}

export interface AllocationPlan {
  problem: Problem;
  /** Where each person is afterwards, in the order of the people; those who are fixed, at their first. */
  places: (number | null)[];
  reasons: Reason[];
  clashes: Clash[];
  moves: Move[];
  /** Of the proposal, and of what stands. */
  cost: Cost;
  standing: Cost;
}

/**
 * Says whether interests are in conflict without anybody having said so: the own region, or the own work
 * unit. A centre's own people guide those of its ministry everywhere; those of one unit know each other.
 * Names are compared once each, for there may be thousands of pairs.
 */
function ownership(
  places: readonly StandingPlace[],
): (person: StandingPerson, place: number) => boolean {
  const keys = new Map<string, string>();
  const keyOf = (name: string) => {
    const known = keys.get(name) ?? agencyKey(name);
    keys.set(name, known);
    return known;
  };
  const owners = places.map(({ owner }) => {
    if (owner.kind === "unit") return new Set([`${owner.agencyId} ${keyOf(owner.workUnit)}`]);
    return new Set(owner.kind === "region" ? owner.names.map(keyOf) : []);
  });
  return (person, place) => {
    const owner = owners[place];
    return places[place]?.owner.kind === "unit"
      ? owner?.has(`${person.agencyId} ${keyOf(person.workUnit)}`) === true
      : owner?.has(keyOf(person.agencyName)) === true || owner?.has(keyOf(person.agency)) === true;
  };
}

/** What stands, as the balancer is asked. */
export function problemOf({ people, places, marks }: Standing, settings: Settings): Problem {
  const at = new Map(places.map(({ id }, place) => [id, place]));
  const isOwn = ownership(places);
  const ofPerson = new Map<string, StandingMark[]>();
  for (const mark of marks) {
    ofPerson.set(mark.enrolmentId, [...(ofPerson.get(mark.enrolmentId) ?? []), mark]);
  }
  const placesOf = (list: readonly { placeId: string }[]) =>
    list.flatMap(({ placeId }) => at.get(placeId) ?? []);
  return {
    ...settings,
    places: places.map(({ id, capacity }) => ({ id, capacity: capacity ?? CAPACITY_BOUND })),
    people: people.map((person): Candidate => {
      const said = ofPerson.get(person.id) ?? [];
      const marked = (kind: StandingMark["kind"]) =>
        said.filter((mark) => mark.kind === kind).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
      const ties = placesOf(marked("TIE"));
      const held = placesOf(person.held);
      return {
        id: person.id,
        agency: person.agencyId,
        wishes: placesOf(marked("WISH")),
        conflicts: [...places.keys()].filter(
          (place) => ties.includes(place) || isOwn(person, place),
        ),
        present: held.length === 1 ? (held[0] ?? null) : null,
        fixed: fixedOf(
          person,
          held,
          placesOf(person.held.filter(({ begun }) => begun)),
          placesOf(marked("PIN")),
        ),
      };
    }),
  };
}

function fixedOf(
  person: StandingPerson,
  held: readonly number[],
  begun: readonly number[],
  pinned: readonly number[],
): Candidate["fixed"] {
  if (person.held.length > 1) return held.map((place) => ({ place, by: "several" as const }));
  if (person.leads) return held.map((place) => ({ place, by: "leads" as const }));
  if (begun.length > 0) return begun.map((place) => ({ place, by: "begun" as const }));
  return pinned.slice(0, 1).map((place) => ({ place, by: "pinned" as const }));
}

/**
 * What an allocation would do, given what stands. Pure: the same standing and the same settings give the
 * same plan, in the preview and when it is carried out. Who cannot be placed keeps what they have.
 */
export function planAllocation(standing: Standing, settings: Settings): AllocationPlan {
  const problem = problemOf(standing, settings);
  const proposal = balance(problem);
  const places = problem.people.map(
    ({ fixed }, at) => fixed[0]?.place ?? proposal.places[at] ?? null,
  );
  const moves = standing.people.flatMap((person, at): Move[] => {
    const place = places[at] ?? null;
    const to = place === null ? undefined : standing.places[place]?.id;
    const [held] = person.held;
    if (to === undefined || person.held.some(({ placeId }) => placeId === to)) return [];
    const from = held ? { placeId: held.placeId, assignmentId: held.assignmentId } : null;
    return [{ enrolmentId: person.id, from, to }];
  });
  return {
    problem,
    places,
    reasons: explain(problem, proposal.places),
    clashes: clashes(problem, proposal.places),
    moves,
    cost: proposal.cost,
    standing: costOf(
      problem,
      problem.people.map(({ present }) => present),
    ),
  };
}

/** Why everybody came where they came, with places by their ids: as it is kept. */
export function reasonsOf(
  { people, places }: Standing,
  plan: Pick<AllocationPlan, "places" | "reasons">,
): StoredReasons {
  const idOf = (place: number) => places[place]?.id ?? "";
  return people.flatMap(({ id }, at) => {
    const reason = plan.reasons[at];
    if (!reason) return [];
    const place = plan.places[at] ?? null;
    const stored =
      "missed" in reason
        ? {
            ...reason,
            missed: reason.missed.map((one) => ({ placeId: idOf(one.place), why: one.why })),
          }
        : reason;
    return [{ enrolmentId: id, placeId: place === null ? null : idOf(place), reason: stored }];
  });
}
