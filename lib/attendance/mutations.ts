import "server-only";
import type { z } from "zod";
import { claimedTime } from "@/lib/assignment/timeliness";
import { isDayCode, readTicket } from "@/lib/attendance/attendance-code";
import {
  type ExportedAttendance,
  findAttendedSession,
  findWholeAttendance,
  sessionInstants,
} from "@/lib/attendance/data";
import {
  type AttendanceMethod,
  type AttendanceStatus,
  attendanceWindow,
  judgeArrival,
} from "@/lib/attendance/model";
import { authorizeAttendance } from "@/lib/attendance/policy";
import type {
  attendByCodeSchema,
  attendByTicketSchema,
  markAttendanceSchema,
} from "@/lib/attendance/schema";
import { findCohort } from "@/lib/cohort/data";
import { cohortReach } from "@/lib/cohort/policy";
import { workRefusal } from "@/lib/cohort/workflow";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { dayIn, isoDate } from "@/lib/platform/clock";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { clearFailures, takeAttempt } from "@/lib/platform/rate-limit";
import { type Result, refuse, success } from "@/lib/platform/result";
import { envelopeOf, runCommand, transaction } from "@/lib/platform/transaction";
import { addDays } from "@/lib/platform/zoned-time";

type ByTicket = z.output<typeof attendByTicketSchema>;
type ByCode = z.output<typeof attendByCodeSchema>;
type Mark = z.output<typeof markAttendanceSchema>;

export interface Attended {
  sessionId: string;
  title: string;
  /** ISO instant of the mark that stands: the first one. */
  at: string;
}

/** Who attended what, of a whole cohort. That somebody took it along is noted before it is handed out. */
export function exportAttendance(
  ctx: Context,
  actor: Actor,
  { cohortId, format }: { cohortId: string; format: "xlsx" | "csv" },
): Promise<Result<ExportedAttendance & { cohortName: string }>> {
  return transaction(ctx, async (tx) => {
    const cohort = await findCohort(tx, cohortReach(actor), cohortId);
    const authorized = cohort && authorizeAttendance(actor, cohort);
    if (!authorized) return refuse("not_found");
    const exported = await findWholeAttendance(tx, authorized);
    await audit(tx, {
      type: "export.read",
      at: ctx.clock.now(),
      actorId: actor.personId,
      actor: { role: authorized.role },
      centerId: authorized.centerId,
      cohortId,
      subject: { type: "cohort", id: cohortId },
      payload: { what: "cohort_attendance", format, rows: exported.rows.length },
    });
    return success({ ...exported, cohortName: cohort.name });
  });
}

/** Marks a participant present who scanned the projector and confirmed. */
export function attendByTicket(
  ctx: Context,
  actor: Actor,
  input: ByTicket,
): Promise<Result<Attended>> {
  const envelope = envelopeOf(actor, "ATTEND_BY_TICKET", input);
  return runCommand<Attended>(ctx, envelope, async (tx) => {
    const found = await findAttendedSession(tx, input.sessionId);
    const own = found && enrolmentIn(actor, found.cohort.id);
    if (!found || !own) return refuse("not_found");
    const read = readTicket(found.secret, input.ticket, actor.personId, ctx.clock.now());
    if (read !== "valid") return refuse("code_expired");
    return attend(ctx, tx, actor, { ...input, method: "QR", claimed: null });
  });
}

/**
 * Marks a participant present who typed the code of the day. Which session it is of follows from the
 * code: one of the participant's own that is going on, or that was when the code was taken without
 * signal. Guessing is limited.
 */
export async function attendByCode(
  ctx: Context,
  actor: Actor,
  input: ByCode,
): Promise<Result<Attended>> {
  const retryAfterSeconds = await takeAttempt(ctx.db, "attendanceCode", actor.personId);
  if (retryAfterSeconds > 0) return refuse("rate_limited", { details: { retryAfterSeconds } });
  const envelope = envelopeOf(actor, "ATTEND_BY_CODE", input);
  const result = await runCommand<Attended>(ctx, envelope, async (tx) => {
    const now = ctx.clock.now();
    const claimed = claimedTime(input.takenAt, now);
    // A day to either side: the cohort's zone says which day it is.
    const today = dayIn("UTC", now);
    const back = claimed ? -2 : -1;
    const sessions = await tx.agendaSession.findMany({
      where: {
        cohortId: { in: participations(actor).map(({ cohortId }) => cohortId) },
        day: {
          gte: new Date(`${addDays(today, back)}T00:00:00Z`),
          lte: new Date(`${addDays(today, 1)}T00:00:00Z`),
        },
      },
      select: { id: true, day: true, secret: true },
      orderBy: { id: "asc" },
    });
    const session = sessions.find(({ secret, day }) => isDayCode(secret, isoDate(day), input.code));
    if (!session) return refuse("invalid", { issues: [{ path: "code", code: "unknown_code" }] });
    return attend(ctx, tx, actor, { ...input, sessionId: session.id, method: "CODE", claimed });
  });
  if (result.ok) await clearFailures(ctx.db, "attendanceCode", actor.personId);
  return result;
}

/** Marks a participant by hand: present, excused or absent. Corrects what was marked before. */
export function markAttendance(
  ctx: Context,
  actor: Actor,
  input: Mark,
): Promise<Result<{ version: number }>> {
  const envelope = envelopeOf(actor, "MARK_ATTENDANCE", input);
  return runCommand<{ version: number }>(ctx, envelope, async (tx) => {
    const found = await lockSession(tx, input.sessionId);
    const authorized = found && authorizeAttendance(actor, found.cohort);
    if (!found || !authorized) return refuse("not_found");
    if (!authorized.canMark) return refuse("forbidden");
    const ended = workRefusal(found.cohort.state);
    if (ended) return refuse(ended);
    const enrolment = await tx.enrolment.findFirst({
      where: { id: input.enrolmentId, cohortId: found.cohort.id, role: "PARTICIPANT" },
      select: { personId: true, withdrawnAt: true },
    });
    if (!enrolment) return refuse("not_found");
    // Nobody says of themselves that they were there, whatever else they are.
    if (enrolment.personId === actor.personId) return refuse("forbidden");
    if (enrolment.withdrawnAt) return refuse("withdrawn");

    const key = { sessionId: input.sessionId, enrolmentId: input.enrolmentId };
    const now = ctx.clock.now();
    const columns = {
      status: input.status,
      method: "HAND" as const,
      note: input.note,
      markedAt: now,
      claimedAt: null,
      markedById: actor.personId,
    };
    const before = await tx.attendanceMark.findUnique({
      where: { sessionId_enrolmentId: key },
      select: { status: true, version: true },
    });
    const stands = before?.version ?? null;
    if (stands !== input.basedOn) return staleMark(stands);
    const version = before ? before.version + 1 : 0;
    const written = before
      ? await tx.attendanceMark.updateMany({
          where: { ...key, version: before.version },
          data: { ...columns, version },
        })
      : await tx.attendanceMark.createMany({
          data: [{ ...key, cohortId: found.cohort.id, ...columns, version }],
          skipDuplicates: true,
        });
    // Somebody else's mark came in between.
    if (written.count !== 1) return staleMark(version);
    await auditMark(tx, {
      actor,
      role: authorized.role,
      cohort: found.cohort,
      ...key,
      from: before?.status ?? null,
      to: input.status,
      method: "HAND",
      now,
      commandId: input.commandId,
    });
    return success({ version });
  });
}

function staleMark(version: number | null) {
  return refuse("conflict", { details: { cause: "stale", version } });
}

function participations(actor: Actor) {
  return actor.enrolments.filter(({ role }) => role === "PARTICIPANT");
}

function enrolmentIn(actor: Actor, cohortId: string): string | undefined {
  return participations(actor).find((enrolment) => enrolment.cohortId === cohortId)?.id;
}

/**
 * Reads a session of which nobody can take away meanwhile the cohort's state or the session itself:
 * its mark and an end of the cohort, or a removal, wait for one another.
 */
async function lockSession(tx: Tx, sessionId: string) {
  // The cohort first, like every change of what belongs to it.
  await tx.$queryRaw`
    WITH c AS MATERIALIZED (
      SELECT id FROM cohorts
      WHERE id = (SELECT cohort_id FROM agenda_sessions WHERE id = ${sessionId}::uuid)
      FOR SHARE
    )
    SELECT 1 FROM agenda_sessions s JOIN c ON c.id = s.cohort_id
    WHERE s.id = ${sessionId}::uuid FOR SHARE OF s`;
  return findAttendedSession(tx, sessionId);
}

/** Marks the actor present, as far as cohort, hour and group allow it. Twice is as good as once. */
async function attend(
  ctx: Context,
  tx: Tx,
  actor: Actor,
  input: { commandId: string; sessionId: string; method: "QR" | "CODE"; claimed: Date | null },
): Promise<Result<Attended>> {
  const found = await lockSession(tx, input.sessionId);
  const enrolmentId = found && enrolmentIn(actor, found.cohort.id);
  if (!found || !enrolmentId) return refuse("not_found");
  const { session, cohort } = found;
  const ended = workRefusal(cohort.state);
  if (ended) return refuse(ended);
  const now = ctx.clock.now();
  const window = attendanceWindow(sessionInstants(session, cohort.timeZone));
  const judged = judgeArrival(window, now, input.claimed);
  if (judged === "not_open") {
    return refuse("session_not_open", { details: { from: window.from.toISOString() } });
  }
  if (judged === "over") {
    return refuse("session_over", { details: { to: window.to.toISOString() } });
  }
  if (!session.forAll) {
    const { groupId } = await tx.enrolment.findUniqueOrThrow({
      where: { id: enrolmentId },
      select: { groupId: true },
    });
    if (!session.groups.some(({ id }) => id === groupId)) return refuse("not_expected");
  }
  const made = await tx.attendanceMark.createMany({
    data: [
      {
        sessionId: session.id,
        cohortId: cohort.id,
        enrolmentId,
        status: "PRESENT",
        method: input.method,
        markedAt: now,
        claimedAt: judged === "claimed" ? input.claimed : null,
        markedById: actor.personId,
      },
    ],
    skipDuplicates: true,
  });
  const mark = await tx.attendanceMark.findUniqueOrThrow({
    where: { sessionId_enrolmentId: { sessionId: session.id, enrolmentId } },
    select: { status: true, markedAt: true },
  });
  // What somebody decided by hand, a code does not undo.
  if (mark.status !== "PRESENT") {
    return refuse("marked_by_hand", { details: { status: mark.status } });
  }
  if (made.count === 1) {
    await auditMark(tx, {
      actor,
      role: "PARTICIPANT",
      cohort,
      sessionId: session.id,
      enrolmentId,
      from: null,
      to: "PRESENT",
      method: input.method,
      now,
      commandId: input.commandId,
    });
  }
  return success({
    sessionId: session.id,
    title: session.title,
    at: mark.markedAt.toISOString(),
  });
}

function auditMark(
  tx: Tx,
  mark: {
    actor: Actor;
    role: string;
    cohort: { id: string; centerId: string };
    sessionId: string;
    enrolmentId: string;
    from: AttendanceStatus | null;
    to: AttendanceStatus;
    method: AttendanceMethod;
    now: Date;
    commandId: string;
  },
): Promise<void> {
  return audit(tx, {
    type: "attendance.marked",
    at: mark.now,
    actorId: mark.actor.personId,
    actor: { role: mark.role },
    centerId: mark.cohort.centerId,
    cohortId: mark.cohort.id,
    subject: { type: "enrolment", id: mark.enrolmentId },
    payload: { sessionId: mark.sessionId, from: mark.from, to: mark.to, method: mark.method },
    commandId: mark.commandId,
  });
}
