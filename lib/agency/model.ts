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
