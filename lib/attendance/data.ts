import "server-only";
import { sessionSelect, toSession } from "@/lib/agenda/data";
import { type AgendaSession, clockOf } from "@/lib/agenda/model";
import {
  ATTENDANCE_PAGE,
  type AttendanceMarkDto,
  type AttendanceRow,
  type AttendanceStatus,
} from "@/lib/attendance/model";
import type { AuthorizedAttendance } from "@/lib/attendance/policy";
import type { CohortState } from "@/lib/cohort/workflow";
import type { Reader } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { addDays, toInstant } from "@/lib/platform/zoned-time";

/** A session with what of its cohort decides on attendance. */
export interface AttendedSession {
  session: AgendaSession;
  /** Derives the codes; stays on the server. */
  secret: string;
  startsAt: Date;
  endsAt: Date;
  cohort: {
    id: string;
    centerId: string;
    name: string;
    program: string;
    timeZone: string;
    state: CohortState;
  };
  hostName: string;
}

/** A session of any cohort, or null. Whoever asks must prove a scope on its cohort. */
export async function findAttendedSession(
  db: Reader,
  sessionId: string,
): Promise<AttendedSession | null> {
  const raw = await db.agendaSession.findUnique({
    where: { id: sessionId },
    select: {
      ...sessionSelect,
      secret: true,
      visit: {
        select: {
          hostRegion: { select: { name: true } },
          cohort: {
            select: {
              id: true,
              centerId: true,
              name: true,
              program: true,
              timeZone: true,
              state: true,
            },
          },
        },
      },
    },
  });
  if (!raw) return null;
  const { secret, visit, ...rest } = raw;
  const session = toSession(rest);
  return {
    session,
    secret,
    ...sessionInstants(session, visit.cohort.timeZone),
    cohort: visit.cohort,
    hostName: visit.hostRegion.name,
  };
}

/** When a session begins and ends. */
export function sessionInstants(
  { day, startsMinute, endsMinute }: Pick<AgendaSession, "day" | "startsMinute" | "endsMinute">,
  timeZone: string,
): { startsAt: Date; endsAt: Date } {
  const at = (minute: number) => {
    const days = Math.floor(minute / 1440);
    const local = { date: addDays(day, days), time: clockOf(minute - days * 1440) };
    const instant = toInstant(local, timeZone);
    if (!instant) throw new Error(`no such time: ${day} ${minute}`);
    return instant;
  };
  return { startsAt: at(startsMinute), endsAt: at(endsMinute) };
}

interface RawRow {
  enrolmentId: string;
  name: string;
  agency: string;
  position: string;
  group: string | null;
  status: AttendanceStatus | null;
  method: AttendanceMarkDto["method"];
  markedAt: Date;
  claimedAt: Date | null;
  by: string | null;
  note: string;
  version: number;
  total: number;
  present: number;
  excused: number;
  absent: number;
}

export interface AttendanceSheet {
  rows: AttendanceRow[];
  total: number;
  page: number;
  pages: number;
  counts: Record<AttendanceStatus, number>;
}

/**
 * Who is expected in a session, with their marks: everybody, or the groups that attend; and whoever
 * has a mark all the same. A page of them in the order of the roster. One statement.
 */
export async function findSheet(
  db: Reader,
  { cohortId }: AuthorizedAttendance,
  session: { id: string; forAll: boolean },
  page: number,
): Promise<AttendanceSheet> {
  const expected = session.forAll
    ? Prisma.sql`true`
    : Prisma.sql`(m.session_id IS NOT NULL OR EXISTS (
        SELECT 1 FROM agenda_groups x WHERE x.session_id = ${session.id}::uuid AND x.group_id = e.group_id))`;
  const rows = await db.$queryRaw<(RawRow | (Pick<RawRow, "total"> & { enrolmentId: null }))[]>`
    WITH listed AS MATERIALIZED (
      SELECT e.id, m.status,
        row_number() OVER (ORDER BY g.sort_order NULLS LAST, e.roster_number, e.id) AS place
      FROM enrolments e
      LEFT JOIN groups g ON g.id = e.group_id
      LEFT JOIN attendance_marks m ON m.session_id = ${session.id}::uuid AND m.enrolment_id = e.id
      WHERE e.cohort_id = ${cohortId}::uuid AND e.role = 'PARTICIPANT' AND ${expected}
        -- Who left is no longer expected; where they were before they left stays.
        AND (e.withdrawn_at IS NULL OR m.session_id IS NOT NULL)
    ),
    counted AS (
      SELECT count(*)::int AS total,
        (count(*) FILTER (WHERE status = 'PRESENT'))::int AS present,
        (count(*) FILTER (WHERE status = 'EXCUSED'))::int AS excused,
        (count(*) FILTER (WHERE status = 'ABSENT'))::int AS absent
      FROM listed
    )
    SELECT counted.*, e.id AS "enrolmentId", e.full_name AS name, y.short_name AS agency,
      e.position, g.name AS "group", m.status::text AS status, m.method::text AS method,
      m.marked_at AS "markedAt", m.claimed_at AS "claimedAt", m.note, m.version,
      CASE WHEN m.method = 'HAND' THEN p.display_name END AS by
    FROM counted
    LEFT JOIN listed ON listed.place > least(${(page - 1) * ATTENDANCE_PAGE}, greatest(counted.total - 1, 0) / ${ATTENDANCE_PAGE} * ${ATTENDANCE_PAGE})
      AND listed.place <= least(${(page - 1) * ATTENDANCE_PAGE}, greatest(counted.total - 1, 0) / ${ATTENDANCE_PAGE} * ${ATTENDANCE_PAGE}) + ${ATTENDANCE_PAGE}
    LEFT JOIN enrolments e ON e.id = listed.id
    LEFT JOIN agencies y ON y.id = e.agency_id
    LEFT JOIN groups g ON g.id = e.group_id
    LEFT JOIN attendance_marks m ON m.session_id = ${session.id}::uuid AND m.enrolment_id = e.id
    LEFT JOIN people p ON p.id = m.marked_by_id
    ORDER BY listed.place`;
  const first = rows[0] as RawRow | undefined;
  const total = first?.total ?? 0;
  const pages = Math.max(1, Math.ceil(total / ATTENDANCE_PAGE));
  return {
    rows: rows.flatMap((row) => (row.enrolmentId === null ? [] : [toRow(row)])),
    total,
    page: Math.min(page, pages),
    pages,
    counts: {
      PRESENT: first?.present ?? 0,
      EXCUSED: first?.excused ?? 0,
      ABSENT: first?.absent ?? 0,
    },
  };
}

function toRow(row: RawRow): AttendanceRow {
  return {
    enrolmentId: row.enrolmentId,
    name: row.name,
    agency: row.agency,
    position: row.position,
    group: row.group,
    mark: row.status && {
      status: row.status,
      method: row.method,
      at: row.markedAt.toISOString(),
      claimedAt: row.claimedAt?.toISOString() ?? null,
      by: row.by,
      note: row.note,
      version: row.version,
    },
  };
}

/** A participant's mark of a session, or null. */
export async function findOwnMark(
  db: Reader,
  sessionId: string,
  personId: string,
): Promise<{ status: AttendanceStatus; at: string } | null> {
  const mark = await db.attendanceMark.findFirst({
    where: { sessionId, enrolment: { personId, role: "PARTICIPANT" } },
    select: { status: true, markedAt: true },
  });
  return mark && { status: mark.status, at: mark.markedAt.toISOString() };
}

export interface ExportRow {
  rosterNumber: number;
  name: string;
  agency: string;
  position: string;
  group: string | null;
  /** Status by session; a session that does not expect this person is not there. */
  marks: Record<string, AttendanceStatus | "EXPECTED">;
}

export interface ExportedAttendance {
  sessions: AgendaSession[];
  rows: ExportRow[];
}

/** The attendance of a whole cohort, for a file. Three statements, bounded by cohort and agenda. */
export async function findWholeAttendance(
  db: Reader,
  { cohortId }: AuthorizedAttendance,
): Promise<ExportedAttendance> {
  const rawSessions = await db.agendaSession.findMany({
    where: { cohortId },
    select: sessionSelect,
    orderBy: [{ day: "asc" }, { startsMinute: "asc" }, { id: "asc" }],
  });
  const enrolments = await db.enrolment.findMany({
    where: {
      cohortId,
      role: "PARTICIPANT",
      OR: [{ withdrawnAt: null }, { attendance: { some: {} } }],
    },
    select: {
      id: true,
      withdrawnAt: true,
      rosterNumber: true,
      fullName: true,
      position: true,
      groupId: true,
      agency: { select: { name: true } },
      group: { select: { name: true } },
    },
    orderBy: [{ rosterNumber: "asc" }, { id: "asc" }],
  });
  const marks = await db.attendanceMark.findMany({
    where: { cohortId },
    select: { sessionId: true, enrolmentId: true, status: true },
  });
  const sessions = rawSessions.map(toSession);
  const statusOf = new Map(
    marks.map(({ sessionId, enrolmentId, status }) => [`${sessionId} ${enrolmentId}`, status]),
  );
  return {
    sessions,
    rows: enrolments.map(({ id, groupId, fullName, agency, group, withdrawnAt, ...rest }) => ({
      ...rest,
      name: fullName,
      agency: agency.name,
      group: group?.name ?? null,
      marks: Object.fromEntries(
        sessions.flatMap((session) => {
          const status = statusOf.get(`${session.id} ${id}`);
          const expected =
            withdrawnAt === null &&
            (session.forAll || session.groups.some((other) => other.id === groupId));
          if (!status && !expected) return [];
          return [[session.id, status ?? ("EXPECTED" as const)]];
        }),
      ),
    })),
  };
}
