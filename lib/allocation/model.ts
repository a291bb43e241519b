import type { FieldIssue } from "@/lib/document/issue";

/** What people are given places of: an innovation to look at, a facilitator to be guided by, a group. */
export const PLACE_KINDS = ["INNOVATION", "FACILITATOR", "GROUP"] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

/** How many wishes somebody may name, the dearest first. */
export const WISH_BOUND = 3;
/** The largest capacity that can be set; more people than any cohort has. */
export const CAPACITY_BOUND = 10_000;
/** The heaviest weight of one aim against the others. */
export const WEIGHT_BOUND = 9;
/** The largest number that ties are decided by. */
export const SEED_BOUND = 999_999;

/**
 * How much each aim counts against the others, each from 0 (not at all) to WEIGHT_BOUND. All three are
 * counted in steps: one wish further down the list, one person of an agency or one person in all above
 * the even share of a place, with the second such person counting twice, the third three times.
 */
export interface Weights {
  wishes: number;
  spread: number;
  load: number;
}

export const DEFAULT_WEIGHTS: Weights = { wishes: 3, spread: 2, load: 2 };

/** Why somebody keeps a place whatever else would be better. */
export type FixedBy =
  /** Staff said so. */
  | "pinned"
  /** Work was begun there, which nothing moves silently. */
  | "begun"
  /** They lead the group, which would be left without a lead. */
  | "leads"
  /** They have several already, given by hand. */
  | "several";

/** Somebody who is to have one place. Places are named by their position in `Problem.places`. */
export interface Candidate {
  id: string;
  /** Whatever spreads: people of one agency come to different places. */
  agency: string;
  /** The dearest first; empty where nobody asked, or nothing was said. */
  wishes: readonly number[];
  /** Places that are none for this person: their own agency or region, a declared tie. */
  conflicts: readonly number[];
  present: number | null;
  fixed: readonly { place: number; by: FixedBy }[];
}

export interface Place {
  id: string;
  /** How many people it takes at most, those who are fixed there among them; at least 0. */
  capacity: number;
}

export interface Problem {
  people: readonly Candidate[];
  places: readonly Place[];
  weights: Weights;
  /** Decides between proposals that are equally good, and nothing else. */
  seed: number;
}

/** Why a place that was wished for, or held until now, was not given. */
export type Missed =
  /** A conflict of interest. */
  | "conflict"
  /** Nobody is taken there. */
  | "closed"
  /** Others, with whom all are better off together, fill it. */
  | "full"
  /** There is room, but agencies or loads would be less even. */
  | "balance";

/** Why somebody has the place that is proposed. */
export type Reason =
  | { kind: "fixed"; by: FixedBy }
  /** A wish, from 1; and what became of the dearer ones. */
  | { kind: "wish"; rank: number; missed: readonly MissedPlace[] }
  /** None of those wished for. */
  | { kind: "unwished"; missed: readonly MissedPlace[] }
  /** Nothing was wished for: the place held until now. */
  | { kind: "kept" }
  /** Nothing was wished for: moved, and why the place held until now was not kept. */
  | { kind: "moved"; missed: readonly MissedPlace[] }
  /** Nothing was wished for or held: wherever loads and agencies are most even. */
  | { kind: "even" }
  | { kind: "unplaced"; missed: readonly MissedPlace[] }
  /** Not proposed: a file said so. */
  | { kind: "file" };

export interface MissedPlace {
  place: number;
  why: Missed;
}

/** Constraints that cannot all hold. People and places by their positions. */
export type Clash =
  /** These people can go nowhere but to these places, which have too few seats left for them. */
  | { kind: "too_few_seats"; people: number[]; places: number[]; seats: number }
  /** Every place is a conflict of interest of this person, or takes nobody. */
  | { kind: "no_place"; person: number }
  /** More people are fixed at a place than it takes. */
  | { kind: "fixed_over_capacity"; place: number; fixed: number; capacity: number }
  /** Somebody is fixed where their interests are in conflict. */
  | { kind: "fixed_in_conflict"; person: number; place: number };

/** What a proposal costs, in steps before they are weighed. */
export interface Cost {
  unplaced: number;
  wishes: number;
  spread: number;
  load: number;
  /** How many do not stay where they are. */
  changes: number;
}

export interface Proposal {
  /** Of each person, in their order; null for whoever cannot be placed, and for whoever is fixed. */
  places: (number | null)[];
  cost: Cost;
}

/** A row of a file: what is written, and what is wrong with the cells themselves. */
export interface FileRow {
  /** As the sheet counts, from 1. */
  row: number;
  number: string;
  name: string;
  agency: string;
  place: string;
  issues: FieldIssue[];
}

/** What becomes of a row; people and places by their positions. */
export interface FileMove {
  row: number;
  name: string;
  person: number | null;
  place: number | null;
  issues: FieldIssue[];
}

export interface FilePlan {
  rows: FileMove[];
  /** How many would get another place. */
  moves: number;
  faulty: number;
}

/** What the browser gets of a plan. */
export interface FilePreview extends FilePlan {
  digest: string;
}

/** Where a cohort's allocation stands. */
export function allocationPath(cohortId: string, kind?: PlaceKind): string {
  const path = `/cohorts/${cohortId}/allocation`;
  return kind === undefined || kind === "INNOVATION" ? path : `${path}?kind=${kind.toLowerCase()}`;
}

/** What was carried out in a cohort; with an id, why each person came where they came then. */
export function allocationHistoryPath(cohortId: string, allocationId?: string): string {
  const path = `/cohorts/${cohortId}/allocation/history`;
  return allocationId ? `${path}?of=${allocationId}` : path;
}

/** An allocation that was carried out. */
export interface PastAllocation {
  id: string;
  kind: PlaceKind;
  appliedAt: Date;
  /** Names as they were; null for what was carried out before they were kept. */
  appliedBy: string | null;
  undoneAt: Date | null;
  undoneBy: string | null;
  /** How many it gave another place. */
  moved: number;
  /** Why, is kept with it. */
  explained: boolean;
}

/** Why somebody came where they came, in an allocation that was carried out. */
export interface PastReason {
  person: string;
  /** By its position among the labels; null for whoever could not be placed. */
  place: number | null;
  /** They had another place before. */
  moved: boolean;
  reason: Reason;
}

/** What the rows of the matrix are put together by. */
export const BANDS = ["agency", "group"] as const;
export type Band = (typeof BANDS)[number];

/** A participant on the page of an allocation. Places by their positions. */
export interface DeskPerson {
  id: string;
  name: string;
  agency: string;
  group: string | null;
  held: number[];
  /** There is work at what they hold: it is not moved here. */
  begun: boolean;
  pinned: number | null;
  /** Declared. */
  ties: number[];
  /** Declared, or because it is their own region or unit. */
  conflicts: number[];
  wishes: number[];
}

export interface DeskPlace {
  id: string;
  label: string;
  name: string;
  /** Null: any number. */
  capacity: number | null;
  /** How many hold it now. */
  load: number;
}

/** What is proposed; places and people by their positions. */
export interface DeskProposal {
  digest: string;
  places: (number | null)[];
  reasons: Reason[];
  /** Whoever gets another place than they have. */
  moves: { person: number; from: number | null; to: number }[];
  clashes: Clash[];
  loads: number[];
  cost: Cost;
  standing: Cost;
}
