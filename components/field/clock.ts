const OFFSET = "lokus:clock";

/**
 * The time as the server last told it. The clock of a phone may be wrong by days; when something was
 * typed without signal is worth as much as the clock that it is told by.
 */
export function serverNow(): Date {
  return new Date(Date.now() + offset());
}

/** Takes the time from an answer of the server. Less than a minute is the way's, not the clock's. */
export function noteServerTime(answer: Pick<Response, "headers">): void {
  const told = Date.parse(answer.headers.get("date") ?? "");
  if (Number.isNaN(told)) return;
  const found = told - Date.now();
  try {
    if (Math.abs(found) < 60_000) localStorage.removeItem(OFFSET);
    else localStorage.setItem(OFFSET, String(found));
  } catch {
    // Then the phone's own clock has to do.
  }
}

function offset(): number {
  try {
    const kept = Number(localStorage.getItem(OFFSET) ?? 0);
    return Number.isFinite(kept) ? kept : 0;
  } catch {
    return 0;
  }
}
