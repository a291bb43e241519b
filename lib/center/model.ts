import type { List } from "@/lib/catalogue/columns";

/** What staff of a centre may do: administer it, organise its cohorts, or look on. */
export const STAFF_ROLES = ["ADMINISTRATOR", "ORGANIZER", "VIEWER"] as const;

/** A one-time link to hand to somebody. Shown once: only its hash is kept. */
export interface InvitationDto {
  name: string;
  url: string;
  expiresAt: string;
  /** It opens the door, or takes a role for who is in already. */
  purpose: "SET_PASSWORD" | "ACCEPT_ROLE";
}

/** The rooms of a centre's office, in the order of their tabs. */
export const OFFICE_PARTS = [
  "overview",
  "cohorts",
  "people",
  "hosts",
  "agencies",
  "rubrics",
  "templates",
  "mail",
  "privacy",
] as const;

export type OfficePart = (typeof OFFICE_PARTS)[number];

/** The address of a room of a centre's office. */
export function officePath(centerId: string, part: OfficePart = "overview"): string {
  return part === "overview" ? `/office/${centerId}` : `/office/${centerId}/${part}`;
}

/** The lists of a centre's host regions, of their units and of their awards. */
export function hostListPath(centerId: string, list: "regions" | "units" | "awards"): string {
  return list === "regions" ? officePath(centerId, "hosts") : `/office/${centerId}/${list}`;
}

/** Where an innovation is added to a centre's catalogue, in a region if one is given. */
export function newInnovationPath(centerId: string, regionId?: string): string {
  const path = `/office/${centerId}/innovations/new`;
  return regionId ? `${path}?region=${regionId}` : path;
}

/** Where a list of a centre's catalogue is imported from a file. */
export function importPath(centerId: string, list: List): string {
  return `/office/${centerId}/import/${list}`;
}

export function editInnovationPath(centerId: string, innovationId: string): string {
  return `/office/${centerId}/innovations/${innovationId}/edit`;
}

/** What a centre has, in numbers; `own` beside what all centres share. */
export interface OfficeOverview {
  center: { id: string; name: string; shortName: string };
  cohorts: number;
  staff: number;
  agencies: { own: number; shared: number };
  hostRegions: { own: number; shared: number };
  innovations: { own: number; shared: number };
  rubrics: { own: number; shared: number };
}

/** What somebody wants to do in an office, where they have to say in which first. */
export const OFFICE_ERRANDS = ["new-innovation", "import-innovations", "region"] as const;
export type OfficeErrand = (typeof OFFICE_ERRANDS)[number];

/** Where an errand leads in one office; a region's page needs the region. */
export function errandPath(centerId: string, errand: OfficeErrand, regionId?: string): string {
  if (errand === "new-innovation") return newInnovationPath(centerId, regionId);
  if (errand === "import-innovations") return importPath(centerId, "innovations");
  const hosts = officePath(centerId, "hosts");
  return regionId ? `${hosts}/${regionId}` : hosts;
}

/** The same for whoever organises in these offices: of several, one is chosen on the way. */
export function errandHref(
  offices: readonly string[],
  errand: OfficeErrand,
  regionId?: string,
): string {
  const [only, second] = offices;
  if (only && !second) return errandPath(only, errand, regionId);
  const query = new URLSearchParams({ errand });
  if (regionId) query.set("region", regionId);
  return `/office?${query}`;
}

/** Where the catalogue of an office is downloaded; of several offices, one is chosen on the way. */
export function filesHref(offices: readonly string[]): string {
  const [only, second] = offices;
  return only && !second ? `${officePath(only)}#files` : "/office";
}
