import "server-only";
import { randomBytes } from "node:crypto";
import type { z } from "zod";
import { sessionSelect, toSession } from "@/lib/agenda/data";
import { AGENDA_BOUNDS, minuteOf } from "@/lib/agenda/model";
import { sessionIssues } from "@/lib/agenda/overlap";
import type { removeSessionSchema, saveSessionSchema } from "@/lib/agenda/schema";
import { type LockedCohort, lockCohort } from "@/lib/cohort/record";
import type { FieldIssue } from "@/lib/document/issue";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { isoDate } from "@/lib/platform/clock";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { type Result, refuse, success } from "@/lib/platform/result";
import { envelopeOf, runCommand } from "@/lib/platform/transaction";

type SaveSession = z.output<typeof saveSessionSchema>;
type RemoveSession = z.output<typeof removeSessionSchema>;

/**
 * Adds a session to the agenda, or changes one. The cohort is locked meanwhile, so that two sessions
 * saved at the same moment cannot both take the same group.
 */
export function saveSession(
  ctx: Context,
  actor: Actor,
  input: SaveSession,
): Promise<Result<{ sessionId: string; version: number }>> {
  const envelope = envelopeOf(actor, "SAVE_SESSION", input);
  return runCommand<{ sessionId: string; version: number }>(ctx, envelope, async (tx) => {
    const locked = await lockCohort(tx, actor, input.cohortId);
    if (!locked.ok) return locked;
    const cohort = locked.value;
    if (input.sessionId !== null) {
      const standing = await standingVersion(tx, cohort.id, input.sessionId);
      if (standing === null) return refuse("not_found");
      if (standing !== input.basedOn) return stale(standing);
    }
    const issues = await issuesOf(tx, cohort, input);
    if (issues.length > 0) return refuse("invalid", { issues });

    const now = ctx.clock.now();
    const version = input.sessionId === null ? 0 : input.basedOn + 1;
    const columns = {
      hostRegionId: input.hostRegionId,
      title: input.title,
      day: new Date(`${input.day}T00:00:00Z`),
      startsMinute: minuteOf(input.starts),
      endsMinute: minuteOf(input.ends),
      hostUnitId: input.hostUnitId,
      place: input.place,
      note: input.note,
      forAll: input.forAll,
      version,
      updatedAt: now,
    };
    let sessionId = input.sessionId;
    if (sessionId === null) {
      const made = await tx.agendaSession.create({
        data: {
          ...columns,
          cohortId: cohort.id,
          secret: randomBytes(32).toString("base64url"),
          createdAt: now,
        },
        select: { id: true },
      });
      sessionId = made.id;
    } else {
      const written = await tx.agendaSession.updateMany({
        where: { id: sessionId, cohortId: cohort.id, version: input.basedOn },
        data: columns,
      });
      if (written.count !== 1) throw new Error(`session ${sessionId} changed under its lock`);
      await tx.agendaGroup.deleteMany({ where: { sessionId } });
      await tx.agendaSpeaker.deleteMany({ where: { sessionId } });
    }
    const id = sessionId;
    await tx.agendaGroup.createMany({
      data: groupsOf(input).map((groupId) => ({ sessionId: id, cohortId: cohort.id, groupId })),
    });
    await tx.agendaSpeaker.createMany({
      data: input.speakers.map((speaker, sortOrder) => ({ sessionId: id, ...speaker, sortOrder })),
    });
    await audit(tx, {
      type: "agenda.session_saved",
      at: now,
      actorId: actor.personId,
      actor: { role: "ORGANIZER" },
      centerId: cohort.centerId,
      cohortId: cohort.id,
      subject: { type: "agenda_session", id },
      payload: { version },
      commandId: input.commandId,
    });
    return success({ sessionId: id, version });
  });
}

/** Takes a session off the agenda. One that somebody attended stays. */
export function removeSession(
  ctx: Context,
  actor: Actor,
  input: RemoveSession,
): Promise<Result<null>> {
  const envelope = envelopeOf(actor, "REMOVE_SESSION", input);
  return runCommand<null>(ctx, envelope, async (tx) => {
    const locked = await lockCohort(tx, actor, input.cohortId);
    if (!locked.ok) return locked;
    const cohort = locked.value;
    // Nobody is marked present meanwhile: a mark holds a share of this lock.
    await tx.$queryRaw`SELECT 1 FROM agenda_sessions WHERE id = ${input.sessionId}::uuid FOR UPDATE`;
    const standing = await standingVersion(tx, cohort.id, input.sessionId);
    if (standing === null) return refuse("not_found");
    if (standing !== input.basedOn) return stale(standing);
    const marks = await tx.attendanceMark.count({ where: { sessionId: input.sessionId } });
    if (marks > 0) return refuse("session_attended", { details: { marks } });
    await tx.agendaSession.delete({ where: { id: input.sessionId }, select: { id: true } });
    await audit(tx, {
      type: "agenda.session_removed",
      at: ctx.clock.now(),
      actorId: actor.personId,
      actor: { role: "ORGANIZER" },
      centerId: cohort.centerId,
      cohortId: cohort.id,
      subject: { type: "agenda_session", id: input.sessionId },
      payload: {},
      commandId: input.commandId,
    });
    return success(null);
  });
}

function stale(version: number) {
  return refuse("conflict", { details: { cause: "stale", version } });
}

async function standingVersion(
  tx: Tx,
  cohortId: string,
  sessionId: string,
): Promise<number | null> {
  const session = await tx.agendaSession.findFirst({
    where: { id: sessionId, cohortId },
    select: { version: true },
  });
  return session?.version ?? null;
}

function groupsOf({ forAll, groupIds }: SaveSession): string[] {
  return forAll ? [] : [...new Set(groupIds)];
}

/** What is wrong with a session: what it names that is not there, and where it would clash. */
async function issuesOf(tx: Tx, cohort: LockedCohort, input: SaveSession): Promise<FieldIssue[]> {
  const groupIds = groupsOf(input);
  const day = new Date(`${input.day}T00:00:00Z`);
  const [visit, unit, groups, others, count] = await Promise.all([
    tx.visit.findFirst({
      where: { cohortId: cohort.id, hostRegionId: input.hostRegionId },
      select: { startsOn: true, endsOn: true },
    }),
    input.hostUnitId === null
      ? null
      : tx.hostUnit.findFirst({
          where: {
            id: input.hostUnitId,
            hostRegionId: input.hostRegionId,
            OR: [{ centerId: null }, { centerId: cohort.centerId }],
          },
          select: { id: true },
        }),
    tx.group.findMany({
      where: { cohortId: cohort.id, id: { in: groupIds } },
      select: { id: true, name: true },
    }),
    tx.agendaSession.findMany({
      where: { cohortId: cohort.id, day },
      select: sessionSelect,
      orderBy: [{ startsMinute: "asc" }, { id: "asc" }],
    }),
    tx.agendaSession.count({ where: { cohortId: cohort.id } }),
  ]);
  if (!visit) return [{ path: "hostRegionId", code: "unknown_region" }];
  const issues: FieldIssue[] = [];
  if (input.hostUnitId !== null && !unit) {
    issues.push({ path: "hostUnitId", code: "unknown_unit" });
  }
  if (groups.length !== groupIds.length) issues.push({ path: "groupIds", code: "unknown_group" });
  if (!input.forAll && groupIds.length === 0) issues.push({ path: "groupIds", code: "required" });
  if (input.sessionId === null && count >= AGENDA_BOUNDS.sessions.max) {
    issues.push({ path: "", code: "too_many", params: { max: AGENDA_BOUNDS.sessions.max } });
  }
  const session = {
    id: input.sessionId ?? "",
    title: input.title,
    day: input.day,
    startsMinute: minuteOf(input.starts),
    endsMinute: minuteOf(input.ends),
    forAll: input.forAll,
    groups,
    speakers: input.speakers,
  };
  const days = { startsOn: isoDate(visit.startsOn), endsOn: isoDate(visit.endsOn) };
  return [...issues, ...sessionIssues(session, days, others.map(toSession))];
}
