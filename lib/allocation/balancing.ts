import type { Candidate, Cost, Problem, Proposal } from "@/lib/allocation/model";

/**
 * The best places for all who have none that is fixed: as many people as possible are placed, then the
 * weighed sum of wishes, spread and load is the least there is, then as few as possible change.
 *
 * It is a flow of least cost: a person sends one unit to an agency's share of a place, from there to the
 * place, and out. Shares and places cost more with each unit above the even share, so that both are
 * convex and units can be added one by one, each on the shortest path that is left (successive shortest
 * paths; Ahuja, Magnanti, Orlin: Network Flows, 1993, 9.7). Nowhere is a place too, dearer than all others
 * together.
 *
 * The same problem gives the same proposal, in whatever order people and places are listed. Whoever
 * fixes all that is proposed, or makes it what is present, is proposed the same again.
 */
export function balance(problem: Problem): Proposal {
  const network = new Network(problem);
  for (const person of drawOrder(problem.people, problem.seed)) {
    if (problem.people[person]?.fixed.length === 0) network.add(person);
  }
  const places = network.places();
  return { places, cost: costOf(problem, places) };
}

/** How many people who are fixed a place has, of each agency and in all. */
interface Base {
  load: number[];
  /** By agency and then by place. */
  ofAgency: Map<string, number[]>;
  /** Whom each agency has, fixed or not. */
  sizes: Map<string, number>;
}

export function baseOf({ people, places }: Problem): Base {
  const load = places.map(() => 0);
  const ofAgency = new Map<string, number[]>();
  const sizes = new Map<string, number>();
  for (const { agency, fixed } of people) {
    const counts = ofAgency.get(agency) ?? places.map(() => 0);
    ofAgency.set(agency, counts);
    sizes.set(agency, (sizes.get(agency) ?? 0) + Math.max(1, fixed.length));
    for (const { place } of fixed) {
      load[place] = (load[place] ?? 0) + 1;
      counts[place] = (counts[place] ?? 0) + 1;
    }
  }
  return { load, ofAgency, sizes };
}

/** How many places take anybody. */
function openPlaces({ places }: Problem): number {
  return places.filter(({ capacity }) => capacity > 0).length;
}

/** What the nth of a share costs, in steps: nothing up to the even share, then 1, 2, 3 … */
function priceOf(nth: number, even: number): number {
  return Math.max(0, nth - even);
}

/** How far down somebody's list a place is, in steps; a place not on it is one step below the last. */
function wishSteps({ wishes }: Candidate, place: number): number {
  const rank = wishes.indexOf(place);
  return rank >= 0 ? rank : wishes.length;
}

/** What it costs that people are at `places`, whoever proposed it; who is fixed stays so. */
export function costOf(problem: Problem, places: readonly (number | null)[]): Cost {
  const base = baseOf(problem);
  const open = openPlaces(problem);
  const even = (size: number) => (open > 0 ? Math.floor(size / open) : 0);
  let total = 0;
  for (const size of base.sizes.values()) total += size;
  const cost = { unplaced: 0, wishes: 0, spread: 0, load: 0, changes: 0 };
  for (const [at, person] of problem.people.entries()) {
    if (person.fixed.length > 0) continue;
    const place = places[at] ?? null;
    if (place !== person.present) cost.changes += 1;
    if (place === null) {
      cost.unplaced += 1;
      continue;
    }
    cost.wishes += wishSteps(person, place);
    const counts = base.ofAgency.get(person.agency) ?? [];
    counts[place] = (counts[place] ?? 0) + 1;
    base.load[place] = (base.load[place] ?? 0) + 1;
    cost.spread += priceOf(counts[place] ?? 0, even(base.sizes.get(person.agency) ?? 0));
    cost.load += priceOf(base.load[place] ?? 0, even(total));
  }
  return cost;
}

/** Everybody once, in an order that depends on ids and seed alone (Fisher and Yates, mulberry32). */
function drawOrder(items: readonly { id: string }[], seed: number): number[] {
  const order = [...items.keys()].sort((a, b) =>
    (items[a]?.id ?? "") < (items[b]?.id ?? "") ? -1 : 1,
  );
  let state = seed >>> 0;
  for (let last = order.length - 1; last > 0; last -= 1) {
    state = (state + 0x6d2b79f5) >>> 0;
    let drawn = Math.imul(state ^ (state >>> 15), state | 1);
    drawn ^= drawn + Math.imul(drawn ^ (drawn >>> 7), drawn | 61);
    const other = ((drawn ^ (drawn >>> 14)) >>> 0) % (last + 1);
    const kept = order[last] as number;
    order[last] = order[other] as number;
    order[other] = kept;
  }
  return order;
}

/**
 * The network while it fills. People are no nodes: whoever is in a share is an arc from there to the same
 * agency's share of any other place. So a search meets (agencies × places) nodes at most, and only those
 * that are nearer than the way out.
 */
class Network {
  /** Places in their drawn order, and nowhere as the last. */
  private readonly width: number;
  private readonly order: number[];
  private readonly agencyOf: Int32Array;
  /** What each place costs each person; infinite where interests are in conflict. */
  private readonly price: Float64Array;
  private readonly shareEven: number[];
  private readonly placeEven: number;
  private readonly shareStep: number;
  private readonly placeStep: number;
  private readonly capacity: number[];
  private readonly fixedShare: Int32Array;
  private readonly load: number[];
  /** Who is in each share, and where there. */
  private readonly members: number[][];
  private readonly seat: Int32Array;
  private readonly shareOf: Int32Array;
  /** Which shares of a place have anybody, and where they stand there. */
  private readonly peopled: number[][];
  private readonly stand: Int32Array;
  /** Of a share with several: who leaves it for each place most cheaply. Empty after a change. */
  private readonly leavers: (Int32Array | undefined)[];
  /** Shares, then places: agency × width + place, then firstPlace + place. */
  private readonly firstPlace: number;
  private readonly potential: Float64Array;
  private readonly distance: Float64Array;
  private readonly settled: Uint8Array;
  private readonly before: Int32Array;
  private readonly mover: Int32Array;
  private readonly touched: number[] = [];
  /** The shortest way out that is known, and the place from which it leaves. */
  private length = Number.POSITIVE_INFINITY;
  private last = -1;
  private readonly queue = new Queue();

  constructor(problem: Problem) {
    const { people, places, weights } = problem;
    this.order = drawOrder(places, problem.seed);
    const drawnAs = new Map(this.order.map((place, drawn) => [place, drawn]));
    const nowhere = places.length;
    this.width = nowhere + 1;

    const base = baseOf(problem);
    const open = openPlaces(problem);
    const names = [...base.sizes.keys()];
    const numberOf = new Map(names.map((name, number) => [name, number]));
    this.agencyOf = Int32Array.from(people, ({ agency }) => numberOf.get(agency) ?? 0);
    let total = 0;
    for (const size of base.sizes.values()) total += size;
    this.shareEven = names.map((name) =>
      open > 0 ? Math.floor((base.sizes.get(name) ?? 0) / open) : 0,
    );
    this.placeEven = open > 0 ? Math.floor(total / open) : 0;

    // One step of any aim weighs more than all changes together: they only decide between equals.
    const scale = people.length + 1;
    this.shareStep = weights.spread * scale;
    this.placeStep = weights.load * scale;
    const dearest =
      scale * (weights.wishes * places.length + (weights.spread + weights.load) * (total + 1)) + 1;
    const nowherePrice = dearest * (people.length + 1);

    this.price = new Float64Array(people.length * this.width);
    for (const [at, person] of people.entries()) {
      const row = at * this.width;
      for (const [drawn, place] of this.order.entries()) {
        const steps = weights.wishes * wishSteps(person, place);
        this.price[row + drawn] = steps * scale + (place === person.present ? 0 : 1);
      }
      for (const place of person.conflicts) {
        const drawn = drawnAs.get(place);
        if (drawn !== undefined) this.price[row + drawn] = Number.POSITIVE_INFINITY;
      }
      this.price[row + nowhere] = nowherePrice + (person.present === null ? 0 : 1);
    }

    this.capacity = [...this.order.map((place) => places[place]?.capacity ?? 0), people.length];
    this.load = [...this.order.map((place) => base.load[place] ?? 0), 0];
    this.firstPlace = names.length * this.width;
    this.fixedShare = new Int32Array(this.firstPlace);
    for (const [number, name] of names.entries()) {
      for (const [drawn, place] of this.order.entries()) {
        this.fixedShare[number * this.width + drawn] = base.ofAgency.get(name)?.[place] ?? 0;
      }
    }
    this.members = Array.from({ length: this.firstPlace }, () => []);
    this.seat = new Int32Array(people.length).fill(-1);
    this.shareOf = new Int32Array(people.length).fill(-1);
    this.peopled = Array.from({ length: this.width }, () => []);
    this.stand = new Int32Array(this.firstPlace);
    this.leavers = new Array(this.firstPlace);
    const nodes = this.firstPlace + this.width;
    this.potential = new Float64Array(nodes);
    this.distance = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
    this.settled = new Uint8Array(nodes);
    this.before = new Int32Array(nodes);
    this.mover = new Int32Array(nodes);
  }

  /** Where everybody came; null for nowhere and for whoever was never added. */
  places(): (number | null)[] {
    return Array.from(this.shareOf, (share) =>
      share < 0 ? null : (this.order[share % this.width] ?? null),
    );
  }

  /** Places one more person, and moves others as far as that is the best for all. */
  add(person: number): void {
    const shares = (this.agencyOf[person] as number) * this.width;
    const row = person * this.width;
    // The potential with which no way from here is shorter than nothing.
    let own = Number.NEGATIVE_INFINITY;
    for (let place = 0; place < this.width; place += 1) {
      const here = (this.potential[shares + place] as number) - (this.price[row + place] as number);
      if (here > own) own = here;
    }
    for (let place = 0; place < this.width; place += 1) {
      const price = this.price[row + place] as number;
      const way = price + own - (this.potential[shares + place] as number);
      this.reach(shares + place, way, -1, person);
    }
    this.search();
    for (const node of this.touched) {
      const nearer = (this.distance[node] as number) - this.length;
      if (nearer < 0) this.potential[node] = (this.potential[node] as number) + nearer;
    }
    this.carryOut();
    for (const node of this.touched) {
      this.distance[node] = Number.POSITIVE_INFINITY;
      this.settled[node] = 0;
    }
    this.touched.length = 0;
    this.queue.clear();
    this.length = Number.POSITIVE_INFINITY;
  }

  private reach(node: number, distance: number, before: number, mover: number): void {
    const known = this.distance[node] as number;
    // What is no nearer than a way out leads to no shorter one.
    if (distance >= known || distance >= this.length) return;
    if (known === Number.POSITIVE_INFINITY) this.touched.push(node);
    this.distance[node] = distance;
    this.before[node] = before;
    this.mover[node] = mover;
    this.queue.push(node, distance);
  }

  /** Dijkstra's algorithm, until nothing is nearer than the shortest way out. */
  private search(): void {
    for (;;) {
      const node = this.queue.pop();
      if (node < 0) return;
      if (this.settled[node] === 1) continue;
      const distance = this.distance[node] as number;
      if (distance >= this.length) return;
      this.settled[node] = 1;
      if (node < this.firstPlace) {
        this.leaveShare(node, distance);
        continue;
      }
      const place = node - this.firstPlace;
      const load = this.load[place] as number;
      if (load < (this.capacity[place] as number)) {
        const out = distance + this.placePrice(place, load + 1) + (this.potential[node] as number);
        if (out < this.length) {
          this.length = out;
          this.last = node;
          if (out <= distance) return;
        }
      }
      this.leavePlace(place, node, distance);
    }
  }

  private leaveShare(share: number, distance: number): void {
    const place = share % this.width;
    const start = share - place;
    const members = this.members[share] as number[];
    const from = distance + (this.potential[share] as number);
    const node = this.firstPlace + place;
    const price = this.sharePrice(share, members.length + 1);
    this.reach(node, from + price - (this.potential[node] as number), share, -1);
    const only = members[0];
    if (only === undefined) return;
    const leavers = members.length > 1 ? this.leaversOf(share, place, members) : null;
    for (let other = 0; other < this.width; other += 1) {
      const member = leavers ? (leavers[other] as number) : only;
      const row = member * this.width;
      const more = (this.price[row + other] as number) - (this.price[row + place] as number);
      const way = from + more - (this.potential[start + other] as number);
      if (way < (this.distance[start + other] as number)) {
        this.reach(start + other, way, share, member);
      }
    }
  }

  private leaversOf(share: number, place: number, members: readonly number[]): Int32Array {
    const known = this.leavers[share];
    if (known) return known;
    const leavers = new Int32Array(this.width);
    for (let other = 0; other < this.width; other += 1) {
      let least = Number.POSITIVE_INFINITY;
      let leaver = members[0] as number;
      for (const member of members) {
        const row = member * this.width;
        const more = (this.price[row + other] as number) - (this.price[row + place] as number);
        if (more < least) {
          least = more;
          leaver = member;
        }
      }
      leavers[other] = leaver;
    }
    this.leavers[share] = leavers;
    return leavers;
  }

  private leavePlace(place: number, node: number, distance: number): void {
    const from = distance + (this.potential[node] as number);
    for (const share of this.peopled[place] as number[]) {
      const count = (this.members[share] as number[]).length;
      const way = from - this.sharePrice(share, count) - (this.potential[share] as number);
      this.reach(share, way, node, -1);
    }
  }

  /** Moves everybody along the way, from its end to its beginning. */
  private carryOut(): void {
    const last = this.last - this.firstPlace;
    this.load[last] = (this.load[last] as number) + 1;
    for (let node = this.last; node >= 0; node = this.before[node] as number) {
      const mover = this.mover[node] as number;
      if (mover >= 0) this.move(mover, node);
    }
  }

  private move(person: number, share: number): void {
    const from = this.shareOf[person] as number;
    if (from >= 0) {
      const left = this.members[from] as number[];
      takeOut(left, this.seat, person);
      this.leavers[from] = undefined;
      if (left.length === 0) {
        takeOut(this.peopled[from % this.width] as number[], this.stand, from);
      }
    }
    const members = this.members[share] as number[];
    if (members.length === 0)
      putIn(this.peopled[share % this.width] as number[], this.stand, share);
    putIn(members, this.seat, person);
    this.leavers[share] = undefined;
    this.shareOf[person] = share;
  }

  private sharePrice(share: number, nth: number): number {
    const place = share % this.width;
    if (place === this.width - 1) return 0;
    const even = this.shareEven[(share - place) / this.width] as number;
    return this.shareStep * priceOf((this.fixedShare[share] as number) + nth, even);
  }

  private placePrice(place: number, nth: number): number {
    return place === this.width - 1 ? 0 : this.placeStep * priceOf(nth, this.placeEven);
  }
}

/** A list without order, of which it is known where everybody stands. */
function putIn(list: number[], stand: Int32Array, one: number): void {
  stand[one] = list.length;
  list.push(one);
}

function takeOut(list: number[], stand: Int32Array, one: number): void {
  const last = list.pop() as number;
  if (last === one) return;
  const place = stand[one] as number;
  list[place] = last;
  stand[last] = place;
}

/** Nodes by distance. What is as near as the last one taken comes first, so that plains are crossed at once. */
class Queue {
  private nodes: number[] = [];
  private keys: number[] = [];
  private readonly level: number[] = [];
  private now = Number.NEGATIVE_INFINITY;

  clear(): void {
    this.nodes.length = 0;
    this.keys.length = 0;
    this.level.length = 0;
    this.now = Number.NEGATIVE_INFINITY;
  }

  push(node: number, key: number): void {
    if (key === this.now) {
      this.level.push(node);
      return;
    }
    const { nodes, keys } = this;
    let at = nodes.length;
    nodes.push(node);
    keys.push(key);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if ((keys[above] as number) <= key) break;
      nodes[at] = nodes[above] as number;
      keys[at] = keys[above] as number;
      at = above;
    }
    nodes[at] = node;
    keys[at] = key;
  }

  /** The nearest; −1 where none is left. May name a node again that was nearer before. */
  pop(): number {
    const near = this.level.pop();
    if (near !== undefined) return near;
    const { nodes, keys } = this;
    if (nodes.length === 0) return -1;
    const first = nodes[0] as number;
    this.now = keys[0] as number;
    const node = nodes.pop() as number;
    const key = keys.pop() as number;
    if (nodes.length === 0) return first;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= nodes.length) break;
      if (below + 1 < nodes.length && (keys[below + 1] as number) < (keys[below] as number)) {
        below += 1;
      }
      if ((keys[below] as number) >= key) break;
      nodes[at] = nodes[below] as number;
      keys[at] = keys[below] as number;
      at = below;
    }
    nodes[at] = node;
    keys[at] = key;
    return first;
  }
}
