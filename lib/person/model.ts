/** How long a link to set a password works, in hours. */
export const SET_PASSWORD_LINK_HOURS = 72;

/** Bounds of a password's length, in characters. NIST SP 800-63B: long rather than odd. */
export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;
