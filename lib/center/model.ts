/** What staff of a centre may do: administer it, organise its cohorts, or look on. */
export const STAFF_ROLES = ["ADMINISTRATOR", "ORGANIZER", "VIEWER"] as const;

/** A one-time link to hand to somebody. Shown once: only its hash is kept. */
export interface InvitationDto {
  name: string;
  url: string;
  expiresAt: string;
}

/** The rooms of a centre's office, in the order of their tabs. */
export const OFFICE_PARTS = ["overview", "rubrics", "mail", "privacy"] as const;

export type OfficePart = (typeof OFFICE_PARTS)[number];

/** The address of a room of a centre's office. */
export function officePath(centerId: string, part: OfficePart = "overview"): string {
  return part === "overview" ? `/office/${centerId}` : `/office/${centerId}/${part}`;
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
