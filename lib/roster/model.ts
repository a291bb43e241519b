import type { FieldIssue } from "@/lib/document/issue";
import type { IdType } from "@/lib/enrolment/civil-servant";
import type { AgencyType, EnrolmentRole } from "@/lib/platform/generated/prisma/enums";

/**
 * What a column of a roster can mean, in the order in which a template has them. `lead` marks the
 * leader of a group; `facilitator` names the facilitator of a participant.
 */
export const ROSTER_FIELDS = [
  "fullName",
  "idNumber",
  "role",
  "grade",
  "position",
  "agency",
  "workUnit",
  "email",
  "group",
  "lead",
  "facilitator",
] as const;
export type RosterField = (typeof ROSTER_FIELDS)[number];

/** Without a column of these nothing can be read. An agency can be said in other ways. */
export const REQUIRED_FIELDS = ["fullName"] as const satisfies readonly RosterField[];

/** Which column (from 0) holds what; a field that is not named has no column. */
export type ColumnMapping = Partial<Record<RosterField, number>>;

/** Longest texts, in characters. */
export const ROSTER_BOUNDS = {
  fullName: { min: 2, max: 160 },
  position: { min: 2, max: 200 },
  workUnit: { min: 2, max: 200 },
  agency: { min: 2, max: 200 },
  agencyShort: { min: 2, max: 60 },
  group: { min: 1, max: 60 },
} as const;

/** People of one roster, and groups that people can be dealt into. */
export const MAX_ROSTER_ROWS = 2000;
export const MAX_GROUPS = 60;

/** One person as a row says it, read and tidied; "" where the row says nothing. */
export interface RosterEntry {
  role: EnrolmentRole;
  fullName: string;
  idType: IdType;
  idNumber: string;
  email: string;
  /** A golongan such as III/c. */
  grade: string;
  position: string;
  workUnit: string;
  /** As written; which agency it is, is found out later. */
  agency: string;
  group: string;
  isGroupLead: boolean;
  /** A name or a NIP, as written. */
  facilitator: string;
}

/** `path` is a field of the entry. Errors keep a row out, warnings never do. */
export interface RowIssue extends FieldIssue {
  severity: "error" | "warning";
}

/** A row of the sheet, read. */
export interface ParsedRow {
  /** As the sheet counts, from 1. */
  number: number;
  entry: RosterEntry;
  issues: RowIssue[];
  /** The group of which a facilitator's own row says that it accompanies it. */
  accompanies?: string;
  /** The enrolment that a form changes; in a file, people are recognised. */
  target?: string;
}

/** A row that names nobody: a title between rows, a sum, a signature. */
export interface IgnoredRow {
  number: number;
  text: string;
}

export interface ParsedRoster {
  rows: ParsedRow[];
  ignored: IgnoredRow[];
  /** Which fields the rows speak of at all: what has no column is not taken away from anybody. */
  fields: RosterField[];
}

/** How people come into groups. */
export type GroupMode = "column" | "deal" | "keep";

/** What is to become of an agency that is not known. */
export type AgencyDecision =
  | { kind: "known"; agencyId: string }
  | { kind: "new"; name: string; shortName: string; type: AgencyType };

export interface RosterChoices {
  groups: { mode: GroupMode; count: number };
  facilitators: { mode: GroupMode };
  /** By the key of the name as it is written (matching.ts). */
  agencies: Readonly<Record<string, AgencyDecision>>;
  /**
   * A form says everything: what it leaves blank is taken away. In a file a blank says nothing, and
   * what stands stays.
   */
  blankClears?: boolean;
}

// What stands -------------------------------------------------------------------------------------

export interface KnownAgency {
  id: string;
  name: string;
  shortName: string;
  own: boolean;
}

export interface KnownGroup {
  id: string;
  name: string;
  sortOrder: number;
}

/** Somebody who is in the cohort now, as its roster has them. */
export interface KnownEnrolment {
  id: string;
  personId: string;
  role: EnrolmentRole;
  fullName: string;
  idType: IdType;
  idNumber: string | null;
  email: string | null;
  grade: string | null;
  position: string;
  workUnit: string;
  agencyId: string;
  groupId: string | null;
  isGroupLead: boolean;
  facilitatorId: string | null;
  rosterNumber: number;
  /** Left the cohort: kept as it is. */
  withdrawn: boolean;
}

/**
 * A person somewhere in the installation who has a number or an address of the file. Never shown:
 * that somebody is known elsewhere is nobody's business here.
 */
export interface KnownPerson {
  id: string;
  idNumber: string | null;
  email: string | null;
  /** By which the cohort's own centre knows the person, from its rosters and its staff; others' never. */
  names: string[];
}

/** All that a plan depends on beside the file. */
export interface Standing {
  centerName: string;
  agencies: KnownAgency[];
  groups: KnownGroup[];
  enrolments: KnownEnrolment[];
  people: KnownPerson[];
}

// The plan ----------------------------------------------------------------------------------------

/** A thing that stands already, or one that the plan makes. */
export type Ref = { id: string } | { made: number };

export type RowAction =
  /** A person who is not in the cohort yet. */
  | "create"
  /** Is in the cohort, and something changes. */
  | "update"
  /** Is in the cohort just so. */
  | "same"
  /** Has errors. */
  | "faulty"
  /** Says again what a row above says, and is left out. */
  | "repeated";

/** What of an enrolment can change by a roster. */
export const CHANGEABLE = [
  "fullName",
  "idNumber",
  "email",
  "grade",
  "position",
  "workUnit",
  "agency",
  "group",
  "isGroupLead",
  "facilitator",
] as const;
export type Changeable = (typeof CHANGEABLE)[number];

export interface PlannedRow {
  number: number;
  action: RowAction;
  entry: RosterEntry;
  /** What the names of the entry turned out to be. */
  agencyName: string;
  groupName: string;
  facilitatorName: string;
  issues: RowIssue[];
  changes: Changeable[];
}

/** An enrolment as it is to be; of `enrolmentId`, or a new one. */
export interface EnrolmentWrite {
  /** What a `Ref` of a facilitator that is made means. */
  place: number;
  enrolmentId: string | null;
  /** Found by number or address, for a new enrolment; null for somebody who is new altogether. */
  personId: string | null;
  role: EnrolmentRole;
  fullName: string;
  idType: IdType;
  idNumber: string | null;
  email: string | null;
  grade: string | null;
  position: string;
  workUnit: string;
  agency: Ref;
  group: Ref | null;
  isGroupLead: boolean;
  /** An enrolment that stands, or the write of that place. */
  facilitator: Ref | null;
  changes: Changeable[];
}

export interface UnknownAgency {
  key: string;
  /** As the file writes it first. */
  text: string;
  rows: number;
  /** Known ones that it may mean, the likeliest first. */
  suggestions: { id: string; name: string }[];
  /** What it would be as one of the centre's own. */
  proposal: { name: string; shortName: string; type: AgencyType };
  decided: AgencyDecision | null;
}

export interface RosterCounts {
  create: number;
  update: number;
  same: number;
  faulty: number;
  repeated: number;
  /** Facilitators whom only the column of facilitators names; new beside `create`. */
  named: number;
  warnings: number;
  participants: number;
  facilitators: number;
  /** In the cohort and not in the file: left as they are. */
  missing: number;
  /** New people without an address or a number, who could not sign in; absent in older answers. */
  withoutLogin?: number;
}

/** What an import would do: the preview shows it, and the import carries just this out. */
export interface RosterPlan {
  rows: PlannedRow[];
  counts: RosterCounts;
  unknownAgencies: UnknownAgency[];
  newAgencies: { name: string; shortName: string; type: AgencyType }[];
  newGroups: string[];
  /** Facilitators whom only the column of facilitators names. */
  namedFacilitators: string[];
  /** The agency that those are given, the centre's own; null without any. */
  facilitatorAgency: string | null;
  /** How big the groups are afterwards, in their order. */
  groups: { name: string; size: number; facilitator: string }[];
  /** Who is in the cohort and not in the file. */
  missing: string[];
  /** New people without an address or a number, who could not sign in. */
  withoutLogin: string[];
  writes: EnrolmentWrite[];
  /** Enrolments that lead their group no more, because a row names another leader. */
  demoted: string[];
}

/** What is shown of a file and of what importing it would do. */
export interface RosterPreview {
  /** Of the plan; an import names it. Null where the file could not be read as a roster yet. */
  digest: string | null;
  format: "xlsx" | "csv";
  sheets: string[];
  sheet: string;
  header: {
    headerRow: number;
    firstRow: number;
    headings: string[];
    mapping: ColumnMapping;
  } | null;
  missingFields: RosterField[];
  top: { number: number; texts: string[] }[];
  samples: string[][];
  ignored: IgnoredRow[];
  /** Every row, whatever is wrong with it. */
  plan: Omit<RosterPlan, "writes" | "demoted">;
  agencies: { id: string; name: string }[];
}

// The list ----------------------------------------------------------------------------------------

/** People on a page of the list. */
export const ROSTER_PAGE = 50;

export interface RosterRow {
  id: string;
  role: EnrolmentRole;
  fullName: string;
  /** In full for organisers, masked for everybody else. */
  idNumber: string;
  email: string;
  grade: string;
  position: string;
  workUnit: string;
  agency: string;
  group: string;
  isGroupLead: boolean;
  facilitator: string;
  /** Left the cohort. */
  withdrawn: boolean;
  /** Waits to be taken by the person. */
  offered: boolean;
}

/** What the list can be narrowed by, with how many people each has. */
export interface RosterFacets {
  participants: number;
  facilitators: number;
  groups: { id: string; name: string; count: number }[];
  agencies: { id: string; name: string; count: number }[];
  byFacilitator: { id: string; name: string; count: number }[];
}

export interface RosterFilter {
  q?: string | undefined;
  role?: EnrolmentRole | undefined;
  group?: string | undefined;
  agency?: string | undefined;
  facilitator?: string | undefined;
}

/** The address of a page of the list. */
export function rosterHref(cohortId: string, filter: RosterFilter, page = 1): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(filter)) if (value) query.set(key, value);
  if (page > 1) query.set("page", String(page));
  return `${rosterPath(cohortId)}${query.size > 0 ? `?${query}` : ""}`;
}

// The form ----------------------------------------------------------------------------------------

/** What somebody's form begins with, and what may be chosen in it. */
export interface RosterForm {
  enrolmentId: string | null;
  version: number | null;
  entry: RosterEntry;
  /** Names to choose from; others may be written. */
  agencies: string[];
  groups: string[];
  facilitators: string[];
  /** May be taken off the roster: nothing depends on them yet. */
  removable: boolean;
}

/** Where the roster of a cohort is. */
export function rosterPath(cohortId: string, part: "" | "import" | (string & {}) = ""): string {
  return `/cohorts/${cohortId}/roster${part === "" ? "" : `/${part}`}`;
}

/**
 * A text without characters that nobody sees (joiners, marks of direction, soft hyphens, fillers):
 * two names that look alike are the same name.
 */
export function withoutInvisible(text: string): string {
  return text.replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, "");
}
