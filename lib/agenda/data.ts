import "server-only";
import { timingSafeEqual } from "node:crypto";
import type { CalendarPart } from "@/lib/agenda/calendar";
import type { Agenda, AgendaSession, OwnCohort } from "@/lib/agenda/model";
import type { AuthorizedAgenda } from "@/lib/agenda/policy";
import type { AttendanceStatus } from "@/lib/attendance/model";
import { findActor } from "@/lib/person/data";
import type { Actor } from "@/lib/platform/actor";
import { isoDate } from "@/lib/platform/clock";
import type { Reader } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { derivedToken } from "@/lib/platform/secret";

/** What of a session is shown; its secret never leaves the server. */
export const sessionSelect = {
  id: true,
  hostRegionId: true,
  title: true,
  day: true,
  startsMinute: true,
  endsMinute: true,
  hostUnit: { select: { id: true, shortName: true } },
  place: true,
  note: true,
  forAll: true,
  groups: {
    select: { group: { select: { id: true, name: true } } },
    orderBy: { group: { sortOrder: "asc" } },
  },
  speakers: { select: { name: true, role: true }, orderBy: { sortOrder: "asc" } },
  version: true,
  updatedAt: true,
} satisfies Prisma.AgendaSessionSelect;

type RawSession = Prisma.AgendaSessionGetPayload<{ select: typeof sessionSelect }>;

export function toSession(raw: RawSession): AgendaSession {
  return {
    ...raw,
    day: isoDate(raw.day),
    groups: raw.groups.map(({ group }) => group),
    updatedAt: raw.updatedAt.toISOString(),
  };
}

/** The agenda of all visits of a cohort, in the order of its times. One statement. */
export async function findAgenda(
  db: Reader,
  { cohortId }: AuthorizedAgenda,
): Promise<Agenda & { present: Record<string, number> }> {
  const visits = await db.visit.findMany({
    where: { cohortId },
    select: {
      hostRegionId: true,
      mode: true,
      startsOn: true,
      endsOn: true,
      hostRegion: { select: { name: true } },
      sessions: {
        select: {
          ...sessionSelect,
          _count: { select: { marks: { where: { status: "PRESENT" } } } },
        },
        orderBy: [{ day: "asc" }, { startsMinute: "asc" }, { title: "asc" }, { id: "asc" }],
      },
    },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
  });
  const raw = visits.flatMap(({ sessions }) => sessions);
  return {
    visits: visits.map(({ hostRegionId, mode, startsOn, endsOn, hostRegion }) => ({
      hostRegionId,
      hostName: hostRegion.name,
      mode,
      startsOn: isoDate(startsOn),
      endsOn: isoDate(endsOn),
    })),
    sessions: raw.map(({ _count, ...session }) => toSession(session)).sort(byTime),
    present: Object.fromEntries(raw.map(({ id, _count }) => [id, _count.marks])),
  };
}

function byTime(a: AgendaSession, b: AgendaSession): number {
  return (
    a.day.localeCompare(b.day) || a.startsMinute - b.startsMinute || a.title.localeCompare(b.title)
  );
}

export interface SessionOptions {
  /** Units of the visited regions, by region. */
  units: { id: string; name: string; hostRegionId: string }[];
  groups: { id: string; name: string }[];
}

/** What a session can be held with. Two statements. */
export async function findSessionOptions(
  db: Reader,
  { cohortId }: AuthorizedAgenda,
  centerId: string,
): Promise<SessionOptions> {
  const [units, groups] = await Promise.all([
    db.hostUnit.findMany({
      where: {
        hostRegion: { visits: { some: { cohortId } } },
        archivedAt: null,
        OR: [{ centerId: null }, { centerId }],
      },
      select: { id: true, name: true, hostRegionId: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    }),
    db.group.findMany({
      where: { cohortId },
      select: { id: true, name: true },
      orderBy: [{ sortOrder: "asc" }, { name: "asc" }],
    }),
  ]);
  return { units, groups };
}

/** An agenda as a calendar takes it. */
export function toCalendarPart(
  cohort: { name: string; timeZone: string },
  { visits, sessions }: Agenda,
): CalendarPart {
  return {
    name: cohort.name,
    timeZone: cohort.timeZone,
    hosts: new Map(visits.map(({ hostRegionId, hostName }) => [hostRegionId, hostName])),
    sessions,
  };
}

// The agendas of whoever is enrolled -----------------------------------------------------------------

/** Cohorts of one person that are shown; who facilitates for years has the latest. */
const OWN_COHORTS = 12;

/** Where an actor is enrolled and something can be read, the latest first. One statement. */
export async function listOwnCohorts(db: Reader, actor: Actor): Promise<OwnCohort[]> {
  const rows = await db.enrolment.findMany({
    where: {
      id: { in: actor.enrolments.map(({ id }) => id) },
      cohort: { state: { in: ["RUNNING", "CLOSED"] } },
    },
    select: {
      id: true,
      role: true,
      groupId: true,
      cohort: { select: { id: true, name: true, timeZone: true, state: true, centerId: true } },
    },
    orderBy: [{ cohort: { startsOn: "desc" } }, { id: "asc" }],
    take: OWN_COHORTS,
  });
  return rows.map(({ id, cohort, ...rest }) => ({ enrolmentId: id, ...rest, cohort }));
}

/** What of an agenda concerns somebody: a participant's own groups, a facilitator's all. */
export function concerning(
  { role, groupId }: Pick<OwnCohort, "role" | "groupId">,
  sessions: readonly AgendaSession[],
): AgendaSession[] {
  return sessions.filter(
    ({ forAll, groups }) =>
      role === "FACILITATOR" || forAll || groups.some(({ id }) => id === groupId),
  );
}

/** The agendas of all cohorts of an actor, for a calendar. Two statements. */
export async function listOwnAgendas(db: Reader, actor: Actor): Promise<CalendarPart[]> {
  const own = await listOwnCohorts(db, actor);
  const visits = await db.visit.findMany({
    where: { cohortId: { in: own.map(({ cohort }) => cohort.id) } },
    select: {
      cohortId: true,
      hostRegionId: true,
      hostRegion: { select: { name: true } },
      sessions: { select: sessionSelect, orderBy: [{ day: "asc" }, { startsMinute: "asc" }] },
    },
  });
  return own.map((enrolled) => {
    const visited = visits.filter(({ cohortId }) => cohortId === enrolled.cohort.id);
    return {
      name: enrolled.cohort.name,
      timeZone: enrolled.cohort.timeZone,
      hosts: new Map(
        visited.map(({ hostRegionId, hostRegion }) => [hostRegionId, hostRegion.name]),
      ),
      sessions: concerning(
        enrolled,
        visited.flatMap(({ sessions }) => sessions.map(toSession)).sort(byTime),
      ),
    };
  });
}

/** Marks of a participant's own attendance, by session. One statement. */
export async function listOwnMarks(
  db: Reader,
  enrolmentId: string,
): Promise<Record<string, { status: AttendanceStatus; at: string }>> {
  const marks = await db.attendanceMark.findMany({
    where: { enrolmentId },
    select: { sessionId: true, status: true, markedAt: true },
  });
  return Object.fromEntries(
    marks.map(({ sessionId, status, markedAt }) => [
      sessionId,
      { status, at: markedAt.toISOString() },
    ]),
  );
}

// The address of a calendar --------------------------------------------------------------------------

/**
 * The key in the address of a person's calendar. Nothing is stored: it follows from the person and
 * their session version, so that a new password, or leaving, ends it.
 */
export async function calendarToken(db: Reader, personId: string): Promise<string | null> {
  const person = await db.person.findUnique({
    where: { id: personId, status: "ACTIVE" },
    select: { sessionVersion: true },
  });
  return person && `${personId}_${calendarMac(personId, person.sessionVersion)}`;
}

/** Whose calendar an address is, or null. Two statements. */
export async function calendarOwner(db: Reader, token: string): Promise<Actor | null> {
  const [, personId, mac] =
    /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})_([\w-]{43})$/.exec(token) ?? [];
  if (!personId || !mac) return null;
  const person = await db.person.findUnique({
    where: { id: personId },
    select: { sessionVersion: true },
  });
  if (!person) return null;
  const expected = Buffer.from(calendarMac(personId, person.sessionVersion));
  if (!timingSafeEqual(Buffer.from(mac), expected)) return null;
  return findActor(db, { personId, sessionVersion: person.sessionVersion });
}

function calendarMac(personId: string, sessionVersion: number): string {
  return derivedToken("calendar", `${personId}:${sessionVersion}`);
}
