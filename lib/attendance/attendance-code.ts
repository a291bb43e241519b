import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * The codes by which participants show that they are in the room, all derived from a session's
 * secret, which never leaves the server:
 *
 * - the QR changes with every step of time and counts for the present step and two before, so that a
 *   picture of it sent away is worth nothing when it arrives;
 * - a ticket is what a scan turns into: for one person, and long enough for a slow phone to press a
 *   button;
 * - the code of the day is typed, by those whose camera fails.
 */

/** Seconds that a QR is shown. */
export const STEP_SECONDS = 10;

/** Steps that a QR still counts after its own: what scanning and loading take. */
export const STEPS_BACK = 2;

/** Seconds in which a scan must be confirmed. */
export const TICKET_SECONDS = 300;

/** Without letters and digits that are taken for one another. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
export const DAY_CODE_LENGTH = 6;

function sign(secret: string, purpose: string): Buffer {
  return createHmac("sha256", secret).update(purpose).digest();
}

function matches(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}

/** Which step of time an instant lies in. */
export function stepAt(now: Date): number {
  return Math.floor(now.getTime() / (STEP_SECONDS * 1000));
}

/** Milliseconds until the next step. */
export function stepLeft(now: Date): number {
  const step = STEP_SECONDS * 1000;
  return step - (now.getTime() % step);
}

function qrMac(secret: string, step: number): string {
  return sign(secret, `qr:${step}`).subarray(0, 12).toString("base64url");
}

/** What a QR carries, beside the session that it is for. */
export function qrToken(secret: string, now: Date): string {
  const step = stepAt(now);
  return `${step.toString(36)}-${qrMac(secret, step)}`;
}

/** Whether a scanned token is of this session, and still counts. */
export function readQrToken(
  secret: string,
  token: string,
  now: Date,
): "valid" | "stale" | "unknown" {
  const [, step36 = "", mac = ""] = /^([0-9a-z]{1,10})-([\w-]{16})$/.exec(token) ?? [];
  const step = Number.parseInt(step36, 36);
  if (!Number.isSafeInteger(step) || !matches(mac, qrMac(secret, step))) return "unknown";
  const age = stepAt(now) - step;
  // One of the future was made by a server whose clock has been set back since: as good as none.
  return age >= 0 && age <= STEPS_BACK ? "valid" : "stale";
}

function ticketMac(secret: string, personId: string, expires: number): string {
  return sign(secret, `ticket:${personId}:${expires}`).toString("base64url");
}

/** A scan by one person, to be confirmed soon. */
export function ticketFor(secret: string, personId: string, now: Date): string {
  const expires = Math.floor(now.getTime() / 1000) + TICKET_SECONDS;
  return `${expires.toString(36)}.${ticketMac(secret, personId, expires)}`;
}

export function readTicket(
  secret: string,
  ticket: string,
  personId: string,
  now: Date,
): "valid" | "stale" | "unknown" {
  const [, expires36 = "", mac = ""] = /^([0-9a-z]{1,10})\.([\w-]{43})$/.exec(ticket) ?? [];
  const expires = Number.parseInt(expires36, 36);
  if (!Number.isSafeInteger(expires) || !matches(mac, ticketMac(secret, personId, expires))) {
    return "unknown";
  }
  return now.getTime() / 1000 < expires ? "valid" : "stale";
}

/** The code of a session on its day, as it is read out or written on a board. */
export function dayCode(secret: string, day: string): string {
  const bytes = sign(secret, `day:${day}`);
  let rest = bytes.readBigUInt64BE(0);
  let code = "";
  for (let left = DAY_CODE_LENGTH; left > 0; left -= 1) {
    code += ALPHABET[Number(rest % BigInt(ALPHABET.length))];
    rest /= BigInt(ALPHABET.length);
  }
  return code;
}

/** What people type, without spaces and dashes and however large. */
export function readDayCode(typed: string): string {
  return typed.replaceAll(/[\s-]/g, "").toUpperCase();
}

/** Whether what was typed is the code of a session. */
export function isDayCode(secret: string, day: string, typed: string): boolean {
  return matches(readDayCode(typed), dayCode(secret, day));
}
