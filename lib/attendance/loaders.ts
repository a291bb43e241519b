import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { readQrToken, ticketFor } from "@/lib/attendance/attendance-code";
import {
  type AttendanceSheet,
  type AttendedSession,
  findAttendedSession,
  findOwnMark,
  findSheet,
} from "@/lib/attendance/data";
import { type AttendanceStatus, attendanceWindow } from "@/lib/attendance/model";
import { type AuthorizedAttendance, authorizeAttendance } from "@/lib/attendance/policy";
import { type StateRefusal, workRefusal } from "@/lib/cohort/workflow";
import { appContext } from "@/lib/platform/context";
import { db } from "@/lib/platform/db";
import { requireActor } from "@/lib/session/actor";

export type AttendanceHead = Omit<AttendedSession, "secret">;

const pageSchema = z.coerce.number().int().min(1).max(10_000).catch(1);

/** A session whose attendance the actor may read, with the proof of it; else there is none. */
export const loadAttendance = cache(
  async (
    sessionId: string,
  ): Promise<{ head: AttendanceHead; authorized: AuthorizedAttendance; isStaff: boolean }> => {
    const actor = await requireActor();
    const found = isId(sessionId) && (await findAttendedSession(db(), sessionId));
    const authorized = found && authorizeAttendance(actor, found.cohort);
    if (!found || !authorized) notFound();
    const { secret: _, ...head } = found;
    return { head, authorized, isStaff: authorized.role !== "FACILITATOR" };
  },
);

/** The attendance sheet of a session. */
export const loadSheet = cache(
  async (
    sessionId: string,
    page: string | string[] | undefined,
  ): Promise<{
    head: AttendanceHead;
    sheet: AttendanceSheet;
    isStaff: boolean;
    /** May mark now: the cohort runs as well. */
    canMark: boolean;
  }> => {
    const { head, authorized, isStaff } = await loadAttendance(sessionId);
    const sheet = await findSheet(db(), authorized, head.session, pageSchema.parse(page));
    return {
      head,
      sheet,
      isStaff,
      canMark: authorized.canMark && workRefusal(head.cohort.state) === null,
    };
  },
);

/** When the codes of a session count, as ISO instants, and how many milliseconds it is until they do. */
export interface ScreenTimes {
  from: string;
  to: string;
  /** 0 once they count. */
  opensInMs: number;
  over: boolean;
}

/** The projector's page, for those who may record attendance while the cohort runs. */
export const loadScreen = cache(
  async (sessionId: string): Promise<AttendanceHead & { times: ScreenTimes }> => {
    const { head, authorized } = await loadAttendance(sessionId);
    if (!authorized.canMark || workRefusal(head.cohort.state) !== null) notFound();
    const now = appContext().clock.now();
    const { from, to } = attendanceWindow(head);
    const times = {
      from: from.toISOString(),
      to: to.toISOString(),
      opensInMs: Math.max(0, from.getTime() - now.getTime()),
      over: now > to,
    };
    return { ...head, times };
  },
);

export type Scan =
  /** Of a session that this person does not attend, or of none. */
  | { kind: "not_yours" }
  /** The code has changed since. */
  | { kind: "stale" }
  | { kind: "marked"; status: AttendanceStatus; at: string; head: AttendanceHead }
  | {
      kind: "closed";
      reason: "session_not_open" | "session_over" | StateRefusal;
      head: AttendanceHead;
    }
  /** To be confirmed with the ticket. */
  | { kind: "valid"; ticket: string; head: AttendanceHead };

/** What somebody scanned. Nothing is recorded by looking: that takes a press. */
export const loadScan = cache(async (sessionId: string, token: string): Promise<Scan> => {
  const actor = await requireActor();
  const found = isId(sessionId) && (await findAttendedSession(db(), sessionId));
  const attends =
    found &&
    actor.enrolments.some(
      ({ cohortId, role }) => role === "PARTICIPANT" && cohortId === found.cohort.id,
    );
  if (!found || !attends) return { kind: "not_yours" };
  const { secret, ...head } = found;
  const mark = await findOwnMark(db(), sessionId, actor.personId);
  if (mark) return { kind: "marked", ...mark, head };
  const now = appContext().clock.now();
  const ended = workRefusal(found.cohort.state);
  if (ended) return { kind: "closed", reason: ended, head };
  const { from, to } = attendanceWindow(found);
  if (now < from) return { kind: "closed", reason: "session_not_open", head };
  if (now > to) return { kind: "closed", reason: "session_over", head };
  if (readQrToken(secret, token, now) !== "valid") return { kind: "stale" };
  return { kind: "valid", ticket: ticketFor(secret, actor.personId, now), head };
});

function isId(value: string): boolean {
  return z.uuid().safeParse(value).success;
}
