/**
 * Wall-clock times in an IANA time zone and the instants they are. Pure: reads neither the machine's
 * clock nor its zone, so that server and browser agree.
 */

/** A calendar day and a time of day as people write them, without a zone. */
export interface LocalTime {
  /** YYYY-MM-DD */
  date: string;
  /** HH:MM, 00:00–23:59 */
  time: string;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

/**
 * The instant of a wall-clock time in a zone, or null when date or time is not one.
 *
 * Where clocks go back and a time happens twice, the first one is meant; where they go forward and
 * it does not happen at all, the clock is read as if it had not moved (02:30 becomes 03:30). That
 * is what ECMAScript's Temporal calls "compatible".
 */
export function toInstant({ date, time }: LocalTime, timeZone: string): Date | null {
  const wall = wallClock(date, time);
  if (wall === null) return null;
  // A zone's offset changes at most once within a day of any moment: the true one is among these.
  const before = offsetAt(wall - DAY, timeZone);
  const after = offsetAt(wall + DAY, timeZone);
  for (const offset of [before, after]) {
    const at = wall - offset;
    if (offsetAt(at, timeZone) === offset) return new Date(at);
  }
  return new Date(wall - before);
}

/** What the clocks of a zone show at an instant. */
export function toLocalTime(at: Date, timeZone: string): LocalTime {
  const wall = new Date(at.getTime() + offsetAt(at.getTime(), timeZone)).toISOString();
  return { date: wall.slice(0, 10), time: wall.slice(11, 16) };
}

/** What people call a zone: WIB, WITA and WIT in Indonesia, else its distance from UTC (GMT+8). */
export function zoneName(timeZone: string): string {
  // Only the Indonesian language data know the Indonesian names; elsewhere it is the offset, taken
  // of our own days: in 1970 Singapore still stood half an hour beside its present zone.
  const parts = new Intl.DateTimeFormat("id", { timeZone, timeZoneName: "short" }).formatToParts(
    Date.UTC(2020, 0),
  );
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}

/** A calendar day moved by whole days. @param date YYYY-MM-DD */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}

/** Whole days from one calendar day to another; negative when `to` is the earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** Milliseconds since 1970 that a UTC clock would have at this reading; null for no such day. */
function wallClock(date: string, time: string): number | null {
  const day = DATE.exec(date);
  if (!day || !TIME.test(time)) return null;
  const wall = new Date(`${date}T${time}:00Z`);
  // 31 February parses as 3 March in some engines and not at all in others.
  if (Number.isNaN(wall.getTime()) || !wall.toISOString().startsWith(date)) return null;
  return wall.getTime();
}

// Making an Intl object costs more than using it a thousand times.
const formats = new Map<string, Intl.DateTimeFormat>();

/** How far a zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetAt(at: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formats.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const wall = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return wall - Math.floor(at / 1000) * 1000;
}
