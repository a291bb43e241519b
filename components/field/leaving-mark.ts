const LEAVING = "lokus:leaving";

/** Somebody leaves this device and has no signal to end the session: the next page that has ends it. */
export function markLeaving(personId: string): void {
  try {
    localStorage.setItem(LEAVING, personId);
  } catch {
    // Then the session ends with its cookie.
  }
}

/** Whether this person left; a mark of anybody else is over, for somebody else is signed in. */
export function takeLeaving(personId: string): boolean {
  try {
    const left = localStorage.getItem(LEAVING) === personId;
    localStorage.removeItem(LEAVING);
    return left;
  } catch {
    return false;
  }
}
