/**
 * The version of the privacy notice that is in force. Raise it whenever what the notice says changes
 * for its readers: everybody then reads and confirms it anew before going on.
 */
export const PRIVACY_NOTICE_VERSION = 1;

/** When this version came into force, YYYY-MM-DD. */
export const PRIVACY_NOTICE_DATE = "2026-11-25";

/** A centre that answers for the data of who reads the notice, and whom to ask there. */
export interface PrivacyController {
  centerId: string;
  name: string;
  contactName: string | null;
  contactEmail: string | null;
  contactPhone: string | null;
}

/** Lengths of a centre's contact for questions about personal data. Characters. */
export const CONTACT_BOUNDS = {
  name: { min: 3, max: 160 },
  phone: { min: 5, max: 40 },
} as const;
