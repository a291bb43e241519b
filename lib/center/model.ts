/** What staff of a centre may do: administer it, organise its cohorts, or look on. */
export const STAFF_ROLES = ["ADMINISTRATOR", "ORGANIZER", "VIEWER"] as const;

/** A one-time link to hand to somebody. Shown once: only its hash is kept. */
export interface InvitationDto {
  name: string;
  url: string;
  expiresAt: string;
}
