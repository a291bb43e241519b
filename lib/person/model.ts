/** How long a link to set a password works, in hours. */
export const SET_PASSWORD_LINK_HOURS = 72;

/** Bounds of a password's length, in characters. NIST SP 800-63B: long rather than odd. */
export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;

/**
 * Who has a link open that only its person can use, and by which name they are signed in. Whoever is
 * somebody else learns nothing of that person.
 */
export type LinkReader =
  | { is: "signedOut" }
  /** Has not read the privacy notice. */
  | { is: "unread" }
  | { is: "meant" | "other"; name: string };
