/** Agencies from which participants come; host regions have a type of the same list. */
export const AGENCY_TYPES = ["MINISTRY", "LPNK", "LNS", "PROVINCE", "REGENCY", "CITY"] as const;
export type AgencyType = (typeof AGENCY_TYPES)[number];

export const AGENCY_BOUNDS = {
  name: { min: 3, max: 200 },
  shortName: { min: 2, max: 60 },
} as const;

/** A row of the list of agencies. */
export interface AgencyRow {
  id: string;
  name: string;
  shortName: string;
  type: AgencyType;
  version: number;
  archived: boolean;
  /** Of this centre; what all share nobody changes. */
  own: boolean;
  /** People of the centre's own cohorts who come from it. */
  people: number;
}

/** Rows of the list of an agency's people. */
export const AGENCY_PEOPLE_PAGE = 30;

/** The profile of an agency, as a centre's office has it. */
export function agencyPath(centerId: string, agencyId: string): string {
  return `/office/${centerId}/agencies/${agencyId}`;
}

/** A cohort of the centre to which an agency sent people. */
export interface AgencyCohort {
  cohortId: string;
  name: string;
  program: string;
  participants: number;
  /** Evaluations that they were given, and those that were handed in. */
  assigned: number;
  evaluated: number;
}

/** Somebody of an agency in a cohort of the centre. */
export interface AgencyPerson {
  enrolmentId: string;
  personId: string;
  name: string;
  role: "PARTICIPANT" | "FACILITATOR";
  position: string;
  workUnit: string;
  cohortId: string;
  cohort: string;
  withdrawn: boolean;
}

export interface AgencyProfile {
  agency: AgencyRow;
  /** The latest first. */
  cohorts: AgencyCohort[];
  people: { rows: AgencyPerson[]; total: number; page: number; pages: number };
}
