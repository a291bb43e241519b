import "server-only";
import { randomBytes } from "node:crypto";
import type { z } from "zod";
import { authorizeOffice } from "@/lib/center/policy";
import { findSetup } from "@/lib/cohort/data";
import { type CohortSetup, storedBands, type VisitSetup } from "@/lib/cohort/fields";
import { type LockedCohort, lockCohort } from "@/lib/cohort/record";
import type { createCohortSchema, moveCohortSchema, updateCohortSchema } from "@/lib/cohort/schema";
import {
  type CohortPower,
  type CohortRefusal,
  type CohortSnapshot,
  type CohortState,
  decideCohort,
} from "@/lib/cohort/workflow";
import type { FieldIssue } from "@/lib/document/issue";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import { isoDate } from "@/lib/platform/clock";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { type RefusalDetails, type Result, refuse, success } from "@/lib/platform/result";
import { envelopeOf, runCommand } from "@/lib/platform/transaction";
import { addDays, daysBetween } from "@/lib/platform/zoned-time";
import { listUsableRubrics } from "@/lib/rubric/data";

type CreateCohort = z.output<typeof createCohortSchema>;
type UpdateCohort = z.output<typeof updateCohortSchema>;
type MoveCohort = z.output<typeof moveCohortSchema>;

/**
 * Makes a cohort of a centre, a draft that nobody but its staff sees. As a copy of an earlier one of
 * the same centre it takes over its groups (names, nobody in them) and its agenda as well.
 */
export function createCohort(
  ctx: Context,
  actor: Actor,
  input: CreateCohort,
): Promise<Result<{ cohortId: string }>> {
  const envelope = envelopeOf(actor, "CREATE_COHORT", input);
  return runCommand<{ cohortId: string }>(ctx, envelope, async (tx) => {
    const { centerId, copy } = input;
    if (!authorizeOffice(actor, centerId, "organize")) {
      const seen = actor.staff.some((staff) => staff.centerId === centerId);
      return refuse(seen ? "forbidden" : "not_found");
    }
    if (copy) {
      const known = await tx.cohort.count({ where: { id: copy.cohortId, centerId } });
      if (known === 0) return refuse("not_found");
    }
    const issues = await referenceIssues(tx, centerId, input, null);
    if (issues.length > 0) return refuse("invalid", { issues });
    const now = ctx.clock.now();
    const { id: cohortId } = await tx.cohort.create({
      data: { centerId, createdAt: now, ...columns(input) },
      select: { id: true },
    });
    await tx.visit.createMany({
      data: input.visits.map((visit) => ({ cohortId, ...visitColumns(visit) })),
    });
    const groups = copy?.groups ? await copyGroups(tx, copy.cohortId, cohortId) : 0;
    const sessions = copy?.agenda ? await copyAgenda(tx, copy.cohortId, cohortId, now) : 0;
    await audit(tx, {
      type: "cohort.created",
      at: now,
      actorId: actor.personId,
      actor: { role: "ORGANIZER" },
      centerId,
      cohortId,
      subject: { type: "cohort", id: cohortId },
      payload: { copiedFrom: copy?.cohortId ?? null, groups, sessions },
      commandId: input.commandId,
    });
    return success({ cohortId });
  });
}

/**
 * Changes what is chosen for a cohort. Gate policy and rubrics hold for assignments made from then
 * on; a visit stays while something hangs on it.
 */
export function updateCohort(
  ctx: Context,
  actor: Actor,
  input: UpdateCohort,
): Promise<Result<{ version: number }>> {
  const envelope = envelopeOf(actor, "UPDATE_COHORT", input);
  return runCommand<{ version: number }>(ctx, envelope, async (tx) => {
    const locked = await lockCohort(tx, actor, input.cohortId);
    if (!locked.ok) return locked;
    const cohort = locked.value;
    if (cohort.version !== input.basedOn) {
      return refuse("conflict", { details: { cause: "stale", version: cohort.version } });
    }
    const before = await findSetup(tx, { cohortId: cohort.id, centerId: cohort.centerId });
    if (!before) throw new Error("a locked cohort has no set-up");
    const issues = [
      ...(await referenceIssues(tx, cohort.centerId, input, before.setup)),
      ...(await visitIssues(tx, cohort.id, before.setup.visits, input.visits)),
    ];
    if (issues.length > 0) return refuse("invalid", { issues });

    const version = cohort.version + 1;
    const written = await tx.cohort.updateMany({
      where: { id: cohort.id, version: cohort.version },
      data: { ...columns(input), version },
    });
    if (written.count !== 1) throw new Error(`cohort ${cohort.id} changed under its lock`);
    await writeVisits(tx, cohort.id, before.setup.visits, input.visits);
    await audit(tx, {
      type: "cohort.updated",
      at: ctx.clock.now(),
      actorId: actor.personId,
      actor: { role: "ORGANIZER" },
      centerId: cohort.centerId,
      cohortId: cohort.id,
      subject: { type: "cohort", id: cohort.id },
      payload: { version, fields: changedFields(before.setup, input) },
      commandId: input.commandId,
    });
    return success({ version });
  });
}

/** Starts, closes, reopens, archives or restores a cohort. */
export function moveCohort(
  ctx: Context,
  actor: Actor,
  input: MoveCohort,
): Promise<Result<{ state: CohortState }>> {
  const envelope = envelopeOf(actor, "MOVE_COHORT", input);
  return runCommand<{ state: CohortState }>(ctx, envelope, async (tx) => {
    // Whoever works in the cohort holds a share of this lock: what is counted below stays true.
    const locked = await lockCohort(tx, actor, input.cohortId, "state");
    if (!locked.ok) return locked;
    const cohort = locked.value;
    const snapshot = await cohortSnapshot(tx, cohort);
    const powers = powersOf(actor, cohort.centerId);
    const decision = decideCohort(snapshot, input, { powers });
    if (!decision.ok) {
      const { visits, participants, openStages } = snapshot;
      const details: Record<CohortRefusal, RefusalDetails> = {
        forbidden: {},
        cohort_state: { state: cohort.state },
        cohort_incomplete: { visits, participants },
        work_open: { open: openStages },
      };
      return refuse(decision.reason, { details: details[decision.reason] });
    }
    const now = ctx.clock.now();
    // The version is that of the set-up: what somebody is writing there stays valid.
    await tx.cohort.update({
      where: { id: cohort.id },
      data: { state: decision.to },
      select: { id: true },
    });
    await audit(tx, {
      type: "cohort.state_changed",
      at: now,
      actorId: actor.personId,
      actor: { role: "ORGANIZER" },
      centerId: cohort.centerId,
      cohortId: cohort.id,
      subject: { type: "cohort", id: cohort.id },
      payload: { from: cohort.state, to: decision.to, open: snapshot.openStages },
      commandId: input.commandId,
    });
    return success({ state: decision.to });
  });
}

function powersOf(actor: Actor, centerId: string): CohortPower[] {
  return (["organize", "administer"] as const).filter(
    (power) => authorizeOffice(actor, centerId, power) !== null,
  );
}

async function cohortSnapshot(tx: Tx, { id, state }: LockedCohort): Promise<CohortSnapshot> {
  const rows = await tx.$queryRaw<Omit<CohortSnapshot, "state">[]>`
    SELECT (SELECT count(*)::int FROM visits v WHERE v.cohort_id = ${id}::uuid) AS visits,
           (SELECT count(*)::int FROM enrolments e
            WHERE e.cohort_id = ${id}::uuid AND e.role = 'PARTICIPANT'
              AND e.withdrawn_at IS NULL) AS participants,
           (SELECT count(*)::int FROM assignments a WHERE a.cohort_id = ${id}::uuid) AS assignments,
           (SELECT count(*)::int FROM assignments a JOIN stages s ON s.assignment_id = a.id
            JOIN enrolments e ON e.id = a.enrolment_id AND e.withdrawn_at IS NULL
            WHERE a.cohort_id = ${id}::uuid AND a.cancelled_at IS NULL
              AND s.state IN ('OPEN', 'RETURNED', 'SUBMITTED')) AS "openStages"`;
  const counted = rows[0];
  if (!counted) throw new Error("counting answered nothing");
  return { state, ...counted };
}

/** A date column of a calendar day. */
function dateColumn(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function columns(setup: CohortSetup) {
  return {
    program: setup.program,
    name: setup.name,
    regulationRef: setup.regulationRef || null,
    startsOn: dateColumn(setup.startsOn),
    endsOn: dateColumn(setup.endsOn),
    timeZone: setup.timeZone,
    gatePolicy: setup.gatePolicy,
    spreadThreshold: setup.spreadThreshold,
    escalateAfterDays: setup.escalateAfterDays,
    dueDates: (setup.dueDates as Prisma.InputJsonObject | null) ?? Prisma.DbNull,
    evaluationRubricId: setup.evaluationRubricId,
    transferRubricId: setup.transferRubricId,
    workRubricId: setup.workRubricId,
    gradeBands: storedBands(setup.gradeBands),
  };
}

function visitColumns({ hostRegionId, mode, startsOn, endsOn }: VisitSetup) {
  return { hostRegionId, mode, startsOn: dateColumn(startsOn), endsOn: dateColumn(endsOn) };
}

const RUBRIC_PURPOSES = {
  evaluationRubricId: "EVALUATION",
  transferRubricId: "TRANSFER_READINESS",
  workRubricId: "PARTICIPANT_WORK",
} as const;

/** Host regions and rubrics must be shared or the centre's own; what was chosen before stays so. */
async function referenceIssues(
  tx: Tx,
  centerId: string,
  setup: CohortSetup,
  before: CohortSetup | null,
): Promise<FieldIssue[]> {
  const ownOrShared = { OR: [{ centerId: null }, { centerId }] };
  const kept = (before?.visits ?? []).map(({ hostRegionId }) => hostRegionId);
  const [regions, versions] = await Promise.all([
    tx.hostRegion.findMany({
      where: {
        id: { in: setup.visits.map(({ hostRegionId }) => hostRegionId) },
        ...ownOrShared,
        AND: { OR: [{ archivedAt: null }, { id: { in: kept } }] },
      },
      select: { id: true },
    }),
    listUsableRubrics(tx, centerId),
  ]);
  const issues: FieldIssue[] = [];
  setup.visits.forEach(({ hostRegionId }, index) => {
    if (!regions.some(({ id }) => id === hostRegionId)) {
      issues.push({ path: `visits.${index}.hostRegionId`, code: "unknown_region" });
    }
  });
  for (const [path, purpose] of Object.entries(RUBRIC_PURPOSES)) {
    const id = setup[path as keyof typeof RUBRIC_PURPOSES];
    if (!versions.some((usable) => usable.versionId === id && usable.purpose === purpose)) {
      issues.push({ path, code: "unknown_rubric" });
    }
  }
  return issues;
}

/** A visit goes, or moves, only as far as its agenda and the work on its innovations let it. */
async function visitIssues(
  tx: Tx,
  cohortId: string,
  before: readonly VisitSetup[],
  after: readonly VisitSetup[],
): Promise<FieldIssue[]> {
  const used = await tx.$queryRaw<
    { hostRegionId: string; work: boolean; firstDay: Date | null; lastDay: Date | null }[]
  >`
    SELECT v.host_region_id AS "hostRegionId",
      EXISTS (SELECT 1 FROM assignments a JOIN innovations i ON i.id = a.innovation_id
              WHERE a.cohort_id = v.cohort_id AND i.host_region_id = v.host_region_id) AS work,
      s.first AS "firstDay", s.last AS "lastDay"
    FROM visits v CROSS JOIN LATERAL (
      SELECT min(day) AS first, max(day) AS last FROM agenda_sessions g
      WHERE g.cohort_id = v.cohort_id AND g.host_region_id = v.host_region_id
    ) s
    WHERE v.cohort_id = ${cohortId}::uuid`;
  const issues: FieldIssue[] = [];
  for (const { hostRegionId, work, firstDay, lastDay } of used) {
    const index = after.findIndex((visit) => visit.hostRegionId === hostRegionId);
    const visit = after[index];
    if (!visit) {
      // At the place where it stood, or at the list where nothing stands any more.
      const stood = before.findIndex((gone) => gone.hostRegionId === hostRegionId);
      const path = after[stood] ? `visits.${stood}.hostRegionId` : "visits";
      if (work) issues.push({ path, code: "visit_has_work" });
      else if (firstDay) issues.push({ path, code: "visit_has_agenda" });
    } else if (firstDay && isoDate(firstDay) < visit.startsOn) {
      issues.push({ path: `visits.${index}.startsOn`, code: "visit_has_agenda" });
    } else if (lastDay && isoDate(lastDay) > visit.endsOn) {
      issues.push({ path: `visits.${index}.endsOn`, code: "visit_has_agenda" });
    }
  }
  return issues;
}

/** A cohort visits a region once: the region tells which visit is which. */
async function writeVisits(
  tx: Tx,
  cohortId: string,
  before: readonly VisitSetup[],
  after: readonly VisitSetup[],
): Promise<void> {
  const stays = (visit: VisitSetup) =>
    before.some(({ hostRegionId }) => hostRegionId === visit.hostRegionId);
  await tx.visit.deleteMany({
    where: { cohortId, hostRegionId: { notIn: after.map(({ hostRegionId }) => hostRegionId) } },
  });
  for (const visit of after.filter(stays)) {
    await tx.visit.updateMany({
      where: { cohortId, hostRegionId: visit.hostRegionId },
      data: visitColumns(visit),
    });
  }
  await tx.visit.createMany({
    data: after
      .filter((visit) => !stays(visit))
      .map((visit) => ({ cohortId, ...visitColumns(visit) })),
  });
}

/** Names of what differs, for the audit; `commandId` and the like are no part of a set-up. */
function changedFields(before: CohortSetup, after: CohortSetup): string[] {
  const plain = (setup: CohortSetup, key: keyof CohortSetup) =>
    JSON.stringify(
      key === "visits"
        ? setup.visits.map(({ hostRegionId, mode, startsOn, endsOn }) => [
            hostRegionId,
            mode,
            startsOn,
            endsOn,
          ])
        : setup[key],
    );
  return (Object.keys(before) as (keyof CohortSetup)[]).filter(
    (key) => plain(before, key) !== plain(after, key),
  );
}

async function copyGroups(tx: Tx, from: string, to: string): Promise<number> {
  const groups = await tx.group.findMany({
    where: { cohortId: from },
    select: { name: true, sortOrder: true },
  });
  const { count } = await tx.group.createMany({
    data: groups.map((group) => ({ cohortId: to, ...group })),
  });
  return count;
}

/**
 * Copies the sessions of the visits to the same regions, each as many days after its visit's first
 * day as it was; what would lie after the last day is left out. A group is found by its name.
 */
async function copyAgenda(tx: Tx, from: string, to: string, now: Date): Promise<number> {
  const [visits, groups, sessions] = await Promise.all([
    tx.visit.findMany({ where: { cohortId: to } }),
    tx.group.findMany({ where: { cohortId: to }, select: { id: true, name: true } }),
    tx.agendaSession.findMany({
      where: { cohortId: from },
      select: {
        hostRegionId: true,
        title: true,
        day: true,
        startsMinute: true,
        endsMinute: true,
        hostUnitId: true,
        place: true,
        note: true,
        forAll: true,
        visit: { select: { startsOn: true } },
        groups: { select: { group: { select: { name: true } } } },
        speakers: { select: { name: true, role: true, sortOrder: true } },
      },
      orderBy: [{ day: "asc" }, { startsMinute: "asc" }, { id: "asc" }],
    }),
  ]);
  let copied = 0;
  for (const { visit, groups: attending, speakers, ...session } of sessions) {
    const target = visits.find(({ hostRegionId }) => hostRegionId === session.hostRegionId);
    if (!target) continue;
    const day = addDays(
      isoDate(target.startsOn),
      daysBetween(isoDate(visit.startsOn), isoDate(session.day)),
    );
    if (day > isoDate(target.endsOn)) continue;
    const named = groups.filter(({ name }) => attending.some(({ group }) => group.name === name));
    await tx.agendaSession.create({
      data: {
        ...session,
        cohortId: to,
        day: dateColumn(day),
        // Whose groups were not taken over is for everybody.
        forAll: session.forAll || named.length === 0,
        secret: randomBytes(32).toString("base64url"),
        createdAt: now,
        updatedAt: now,
        speakers: { create: speakers },
        groups: {
          create: named.map(({ id }) => ({
            group: { connect: { cohortId_id: { cohortId: to, id } } },
          })),
        },
      },
      select: { id: true },
    });
    copied += 1;
  }
  return copied;
}
