import { type AgendaSession, clockOf } from "@/lib/agenda/model";
import { addDays, toInstant } from "@/lib/platform/zoned-time";

/** One cohort's agenda as a calendar shows it. */
export interface CalendarPart {
  /** The cohort. */
  name: string;
  timeZone: string;
  hosts: ReadonlyMap<string, string>;
  sessions: readonly AgendaSession[];
}

/**
 * An agenda as iCalendar (RFC 5545). Times are UTC, so that no time zone has to be described; UIDs
 * stay with their sessions, so that a calendar that reads again changes what it has.
 *
 * @param host what UIDs are named after: the host of the installation
 * @param words what stands before groups and speakers in descriptions
 */
export function toCalendar(
  parts: readonly CalendarPart[],
  {
    name,
    host,
    words,
  }: { name: string; host: string; words: { groups: string; speakers: string } },
): string {
  const events = parts.flatMap(({ name: cohort, timeZone, hosts, sessions }) =>
    sessions.map((session) => [
      "BEGIN:VEVENT",
      `UID:session-${session.id}@${host}`,
      `DTSTAMP:${utc(new Date(session.updatedAt))}`,
      `LAST-MODIFIED:${utc(new Date(session.updatedAt))}`,
      `SEQUENCE:${session.version}`,
      `DTSTART:${utc(instant(session.day, session.startsMinute, timeZone))}`,
      `DTEND:${utc(instant(session.day, session.endsMinute, timeZone))}`,
      `SUMMARY:${escapeText(session.title)}`,
      ...optional("LOCATION", [
        session.place,
        session.hostUnit?.shortName ?? "",
        hosts.get(session.hostRegionId) ?? "",
      ]),
      ...optional("DESCRIPTION", [cohort, ...detail(session, words)], "\n"),
      "TRANSP:OPAQUE",
      "END:VEVENT",
    ]),
  );
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Lokus//Agenda//ID",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-WR-CALNAME:${escapeText(name)}`,
    // How often a calendar that subscribed asks again.
    "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    "X-PUBLISHED-TTL:PT1H",
    ...events.flat(),
    "END:VCALENDAR",
  ];
  return `${lines.map(fold).join("\r\n")}\r\n`;
}

function detail(
  { forAll, groups, speakers, note }: AgendaSession,
  words: { groups: string; speakers: string },
): string[] {
  return [
    forAll || groups.length === 0
      ? ""
      : `${words.groups}: ${groups.map(({ name }) => name).join(", ")}`,
    speakers.length === 0
      ? ""
      : `${words.speakers}: ${speakers
          .map(({ name, role }) => (role ? `${name} (${role})` : name))
          .join("; ")}`,
    note,
  ];
}

function optional(property: string, texts: readonly string[], between = ", "): string[] {
  const text = texts.filter((part) => part !== "").join(between);
  return text === "" ? [] : [`${property}:${escapeText(text)}`];
}

/** The instant of a minute of a day; the 1440th is the next midnight. */
function instant(day: string, minute: number, timeZone: string): Date {
  const local =
    minute >= 1440
      ? { date: addDays(day, 1), time: clockOf(minute - 1440) }
      : { date: day, time: clockOf(minute) };
  const at = toInstant(local, timeZone);
  if (!at) throw new Error(`no such time: ${day} ${minute}`);
  return at;
}

/** 2018-08-06T02:00:00Z as 20180806T020000Z. */
function utc(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
}

/** TEXT of RFC 5545, 3.3.11. */
function escapeText(text: string): string {
  return text.replaceAll(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll(/\r\n?|\n/g, "\\n");
}

const LINE_OCTETS = 75;
const encoder = new TextEncoder();

/** Lines of at most 75 octets, each further one begun by a space (3.1); no character is cut. */
function fold(line: string): string {
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (octets + size > LINE_OCTETS) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
