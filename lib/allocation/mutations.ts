import "server-only";
import { createHash } from "node:crypto";
import type { z } from "zod";
import {
  digestOf,
  findLastAllocation,
  type PlannedFile,
  planAllocationFile,
  readStanding,
} from "@/lib/allocation/data";
import type { PlaceKind } from "@/lib/allocation/model";
import {
  type Move,
  planAllocation,
  reasonsOf,
  type Standing,
  type StandingPlace,
} from "@/lib/allocation/planning";
import { anyOf, ofKind, replaceWishes } from "@/lib/allocation/record";
import {
  type applyAllocationSchema,
  type markSchema,
  movesSchema,
  type StoredMoves,
  type StoredReasons,
  type setCapacitySchema,
  type setWishesSchema,
  type undoAllocationSchema,
} from "@/lib/allocation/schema";
import { dueDateIssues } from "@/lib/assignment/due-dates";
import type { StageKind } from "@/lib/assignment/model";
import { cohortRulesSelect, type GivenWork, insertAssignments } from "@/lib/assignment/record";
import { moveOn, proposeDueDates } from "@/lib/cohort/due-dates";
import { type LockedCohort, lockCohort, readDueLimits } from "@/lib/cohort/record";
import { storedDueDatesSchema } from "@/lib/cohort/schema";
import { workRefusal } from "@/lib/cohort/workflow";
import type { Actor } from "@/lib/platform/actor";
import { type AuditPayloads, audit, auditAll } from "@/lib/platform/audit";
import { isoDate } from "@/lib/platform/clock";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { type Refusal, type Result, refuse, success } from "@/lib/platform/result";
import { envelopeOf, runCommand, transaction } from "@/lib/platform/transaction";
import { toInstant } from "@/lib/platform/zoned-time";
import { findOrganized } from "@/lib/roster/data";
import { findTemplateName } from "@/lib/template/data";

type SetCapacity = z.output<typeof setCapacitySchema>;
type Mark = z.output<typeof markSchema>;
type SetWishes = z.output<typeof setWishesSchema>;
type ApplyAllocation = z.output<typeof applyAllocationSchema>;
type UndoAllocation = z.output<typeof undoAllocationSchema>;

interface Step {
  tx: Tx;
  cohort: LockedCohort;
  actor: Actor;
  now: Date;
  commandId: string;
}

/** Locks the cohort for a command of its organiser: two at the same moment queue. */
function runInCohort<Input extends { commandId: string; cohortId: string }, Value>(
  ctx: Context,
  actor: Actor,
  type: string,
  input: Input,
  work: (step: Step) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const envelope = envelopeOf(actor, type, input);
  return runCommand<Value>(ctx, envelope, async (tx) => {
    const locked = await lockCohort(tx, actor, input.cohortId);
    if (!locked.ok) return locked;
    const { commandId } = input;
    return work({ tx, cohort: locked.value, actor, now: ctx.clock.now(), commandId });
  });
}

function entry({ actor, cohort, now, commandId }: Step, subject: { type: string; id: string }) {
  return {
    at: now,
    actorId: actor.personId,
    actor: { role: "ORGANIZER" },
    centerId: cohort.centerId,
    cohortId: cohort.id,
    subject,
    commandId,
  };
}

async function placesOf({ tx, cohort, actor }: Step, kind: PlaceKind): Promise<StandingPlace[]> {
  const { places } = await readStanding(tx, cohort.authorized, actor.personId, kind);
  return [...places];
}

const unknown = (path: string, code: string): Refusal =>
  refuse("invalid", { issues: [{ path, code }] });

/** Says how many a place takes at most. Whoever is there already stays, also above it. */
export function setCapacity(ctx: Context, actor: Actor, input: SetCapacity): Promise<Result<null>> {
  return runInCohort<SetCapacity, null>(ctx, actor, "SET_CAPACITY", input, async (step) => {
    const { tx, cohort } = step;
    const { kind, placeId, capacity } = input;
    if (!(await placesOf(step, kind)).some(({ id }) => id === placeId)) return refuse("not_found");
    const place = ofKind(kind, placeId);
    await tx.allocationCapacity.deleteMany({ where: { cohortId: cohort.id, ...place } });
    if (capacity !== null) {
      await tx.allocationCapacity.createMany({
        data: [{ cohortId: cohort.id, ...place, capacity }],
      });
    }
    await audit(tx, {
      ...entry(step, { type: "cohort", id: cohort.id }),
      type: "allocation.rule_changed",
      payload: { kind, rule: "capacity", placeId },
    });
    return success(null);
  });
}

/** Pins somebody to a place (and to no other of the kind), or declares that they are tied to it. */
export function setMark(ctx: Context, actor: Actor, input: Mark): Promise<Result<null>> {
  return runInCohort<Mark, null>(ctx, actor, "SET_ALLOCATION_MARK", input, async (step) => {
    const { kind, placeId, mark } = input;
    const refused = await checkMarked(step, kind, input.enrolmentId, [placeId]);
    if (refused) return refused;
    const { enrolmentId } = input;
    const place = ofKind(kind, placeId);
    const same = { enrolmentId, cohortId: step.cohort.id, kind: mark };
    // A pin holds one place: another one takes its turn.
    await step.tx.allocationMark.deleteMany({
      where: { ...same, ...(mark === "PIN" ? anyOf(kind) : place) },
    });
    if (input.on) await step.tx.allocationMark.createMany({ data: [{ ...same, ...place }] });
    await audit(step.tx, {
      ...entry(step, { type: "enrolment", id: enrolmentId }),
      type: "allocation.rule_changed",
      payload: { kind, rule: mark.toLowerCase(), placeId },
    });
    return success(null);
  });
}

/** Keeps what a participant would like, the dearest first. */
export function setWishes(ctx: Context, actor: Actor, input: SetWishes): Promise<Result<null>> {
  return runInCohort<SetWishes, null>(ctx, actor, "SET_WISHES", input, async (step) => {
    const { kind, enrolmentId, placeIds } = input;
    const refused = await checkMarked(step, kind, enrolmentId, placeIds);
    if (refused) return refused;
    await replaceWishes(step.tx, { cohortId: step.cohort.id, enrolmentId }, kind, placeIds);
    await audit(step.tx, {
      ...entry(step, { type: "enrolment", id: enrolmentId }),
      type: "allocation.rule_changed",
      payload: { kind, rule: "wishes", placeId: null },
    });
    return success(null);
  });
}

async function checkMarked(
  step: Step,
  kind: PlaceKind,
  enrolmentId: string,
  placeIds: readonly string[],
): Promise<Refusal | null> {
  const { tx, cohort, actor } = step;
  const participant = await tx.enrolment.count({
    where: {
      id: enrolmentId,
      cohortId: cohort.id,
      role: "PARTICIPANT",
      withdrawnAt: null,
      personId: { not: actor.personId },
    },
  });
  if (participant === 0) return refuse("not_found");
  const places = await placesOf(step, kind);
  return placeIds.every((placeId) => places.some(({ id }) => id === placeId))
    ? null
    : refuse("not_found");
}

/**
 * Carries out the allocation that was shown. It is planned anew on what stands under the lock; where that
 * comes to something else than was shown, nothing is done. Assignments without work are cancelled and can
 * be taken up again; those with work are never moved.
 */
export function applyAllocation(
  ctx: Context,
  actor: Actor,
  input: ApplyAllocation,
): Promise<Result<Applied>> {
  return runInCohort<ApplyAllocation, Applied>(
    ctx,
    actor,
    "APPLY_ALLOCATION",
    input,
    async (step) => {
      const { tx, cohort, now } = step;
      const { kind, weights, seed } = input;
      const work = input.work && workOf(input.work);
      if (kind === "INNOVATION") {
        const ended = workRefusal(cohort.state);
        if (ended) return refuse(ended);
        if (!work) return unknown("work", "required");
        const issues = dueDateIssues(work.dueAt, await readDueLimits(tx, cohort.id, now));
        if (issues.length > 0) return refuse("invalid", { issues });
        const { templateId } = input.work ?? {};
        if (templateId) {
          work.templateName = await findTemplateName(tx, cohort.centerId, templateId);
          if (work.templateName === null) return unknown("work.templateId", "template_gone");
        }
      }
      const standing = await readStanding(tx, cohort.authorized, actor.personId, kind);
      const plan = planAllocation(standing, { weights, seed });
      if (digestOf(kind, plan) !== input.digest) {
        return refuse("conflict", { details: { cause: "stale" } });
      }
      return carryOut(step, kind, { moves: plan.moves, reasons: reasonsOf(standing, plan) }, work);
    },
  );
}

type Applied = { allocationId: string | null; moved: number };

/** Moves people and keeps what was changed, to be undone. */
async function carryOut(
  step: Step,
  kind: PlaceKind,
  { moves, reasons }: { moves: readonly Move[]; reasons: StoredReasons },
  work: GivenWork | null,
): Promise<Result<Applied>> {
  const { tx, cohort, actor, now } = step;
  if (moves.length === 0) return success({ allocationId: null, moved: 0 });
  const moved = work
    ? await moveAssignments(step, moves, work)
    : await movePeople(step, kind, moves);
  if (!moved.ok) return moved;
  const { id } = await tx.allocation.create({
    data: {
      cohortId: cohort.id,
      kind,
      moves: moved.value,
      reasons,
      appliedAt: now,
      appliedById: actor.personId,
      appliedByName: actor.name,
    },
    select: { id: true },
  });
  await audit(tx, {
    ...entry(step, { type: "cohort", id: cohort.id }),
    type: "allocation.applied",
    payload: { kind, moves: moved.value.length },
  });
  return success({ allocationId: id, moved: moved.value.length });
}

/** What carrying out a file would do, written nowhere. For organisers. */
export async function previewAllocationFile(
  ctx: Context,
  actor: Actor,
  { cohortId, kind, file }: { cohortId: string; kind: PlaceKind; file: Uint8Array },
): Promise<Result<PlannedFile>> {
  const cohort = await findOrganized(ctx.db, actor, cohortId);
  if (!cohort.ok) return cohort;
  return planAllocationFile(ctx.db, cohort.value.authorized, actor.personId, kind, file);
}

/**
 * Carries out what the preview of a file showed, planned anew on what stands: all of it or nothing. New
 * assignments are due as the cohort has it, or as its visit proposes.
 */
export function importAllocation(
  ctx: Context,
  actor: Actor,
  input: { commandId: string; cohortId: string; kind: PlaceKind; file: Uint8Array; digest: string },
): Promise<Result<Applied>> {
  const { file, ...asked } = input;
  const content = { ...asked, file: createHash("sha256").update(file).digest("hex") };
  return runInCohort<typeof content, Applied>(
    ctx,
    actor,
    "IMPORT_ALLOCATION",
    content,
    async (step) => {
      const { tx, cohort } = step;
      const { kind } = input;
      const ended = kind === "INNOVATION" ? workRefusal(cohort.state) : null;
      if (ended) return refuse(ended);
      const planned = await planAllocationFile(tx, cohort.authorized, actor.personId, kind, file);
      if (!planned.ok) return planned;
      const { preview, changes } = planned.value;
      const { digest, faulty } = preview;
      if (digest !== input.digest)
        return refuse("conflict", { details: { cause: "plan_changed" } });
      if (faulty > 0) return unknown("file", "file_faulty_rows");
      const reasons = changes.map(({ enrolmentId, to }) => ({
        enrolmentId,
        placeId: to,
        reason: { kind: "file" as const },
      }));
      const work = kind === "INNOVATION" ? await usualWork(step) : null;
      return carryOut(step, kind, { moves: changes, reasons }, work);
    },
  );
}

/** What is asked of whoever gets an assignment unless somebody says otherwise. */
async function usualWork({ tx, cohort, now }: Step): Promise<GivenWork> {
  const { dueDates, visits } = await tx.cohort.findUniqueOrThrow({
    where: { id: cohort.id },
    select: {
      dueDates: true,
      visits: {
        select: { startsOn: true, endsOn: true },
        orderBy: [{ startsOn: "asc" }, { id: "asc" }],
        take: 1,
      },
    },
  });
  const [visit] = visits.map(({ startsOn, endsOn }) => ({
    startsOn: isoDate(startsOn),
    endsOn: isoDate(endsOn),
  }));
  const due =
    dueDates === null
      ? proposeDueDates(visit, now, cohort.timeZone)
      : moveOn(storedDueDatesSchema.parse(dueDates), now, cohort.timeZone);
  const at = (stage: StageKind) => {
    const instant = toInstant(due[stage], cohort.timeZone);
    if (!instant) throw new Error("a due date that is kept or proposed is a time");
    return instant;
  };
  const days = (stage: StageKind) => due[stage].closesAfterDays ?? null;
  const each = <Value>(of: (stage: StageKind) => Value): Record<StageKind, Value> => ({
    EVALUATE: of("EVALUATE"),
    OBSTACLES: of("OBSTACLES"),
    SOLUTION: of("SOLUTION"),
    PLAN: of("PLAN"),
  });
  return { dueAt: each(at), closesAfterDays: each(days), instructions: "" };
}

/** The allocation as it stands. That somebody took it along is noted before it is handed out. */
export async function exportAllocation(
  ctx: Context,
  actor: Actor,
  { cohortId, of, kind }: { cohortId: string; of: PlaceKind; kind: "xlsx" | "csv" },
): Promise<Result<{ cohortName: string; standing: Standing }>> {
  return transaction(ctx, async (tx) => {
    const cohort = await findOrganized(tx, actor, cohortId);
    if (!cohort.ok) return cohort;
    const { authorized, name } = cohort.value;
    const standing = await readStanding(tx, authorized, actor.personId, of);
    await audit(tx, {
      type: "export.read",
      at: ctx.clock.now(),
      actorId: actor.personId,
      actor: { role: "ORGANIZER" },
      centerId: authorized.centerId,
      cohortId,
      subject: { type: "cohort", id: cohortId },
      payload: { what: "cohort_allocation", format: kind, rows: standing.people.length },
    });
    return success({ cohortName: name, standing });
  });
}

function workOf(work: NonNullable<ApplyAllocation["work"]>): GivenWork {
  const { EVALUATE, OBSTACLES, SOLUTION, PLAN } = work.dueAt;
  return {
    dueAt: {
      EVALUATE: new Date(EVALUATE),
      OBSTACLES: new Date(OBSTACLES),
      SOLUTION: new Date(SOLUTION),
      PLAN: new Date(PLAN),
    },
    closesAfterDays: work.closesAfterDays,
    instructions: work.instructions,
  };
}

/** Nobody is put back to where they cannot be any more, and nobody puts back themselves. */
async function checkUndo(
  { tx, cohort, actor }: Step,
  kind: PlaceKind,
  moves: StoredMoves,
): Promise<Refusal | null> {
  const people = moves.map(({ enrolmentId }) => enrolmentId);
  const facilitators = kind === "FACILITATOR" ? moves.flatMap(({ from }) => from ?? []) : [];
  const concerned = await tx.enrolment.findMany({
    where: { id: { in: [...people, ...facilitators] }, cohortId: cohort.id },
    select: { id: true, personId: true, withdrawnAt: true },
  });
  if (concerned.some(({ id, personId }) => personId === actor.personId && people.includes(id))) {
    return refuse("forbidden");
  }
  if (concerned.some(({ withdrawnAt }) => withdrawnAt)) {
    return refuse("conflict", { details: { cause: "left" } });
  }
  const groups = kind === "GROUP" ? [...new Set(moves.flatMap(({ from }) => from ?? []))] : [];
  const there = await tx.group.count({ where: { id: { in: groups }, cohortId: cohort.id } });
  return there === groups.length ? null : refuse("conflict", { details: { cause: "left" } });
}

/** What whoever reads a cancelled assignment is told. */
const REALLOCATED = "Dialihkan ke inovasi lain lewat alokasi.";
const UNDONE = "Alokasi dibatalkan.";

async function moveAssignments(
  step: Step,
  moves: readonly Move[],
  work: GivenWork,
): Promise<Result<StoredMoves>> {
  const { tx, cohort, actor, now, commandId } = step;
  const ended = moves.flatMap(({ from }) => from?.assignmentId ?? []);
  if (!(await cancel(step, ended, REALLOCATED))) return refuse("conflict");

  // What somebody had before is taken up again, with all that was written there and its dates: more time
  // is an extension (`lib/extension`).
  const pairs = moves.map(({ enrolmentId, to }) => ({ enrolmentId, innovationId: to }));
  const before = await tx.assignment.findMany({
    where: {
      cohortId: cohort.id,
      cancelledAt: { not: null },
      enrolmentId: { in: pairs.map(({ enrolmentId }) => enrolmentId) },
    },
    select: { id: true, enrolmentId: true, innovationId: true },
  });
  const key = (pair: { enrolmentId: string; innovationId: string }) =>
    `${pair.enrolmentId} ${pair.innovationId}`;
  const wanted = new Set(pairs.map(key));
  const again = before.filter((one) => wanted.has(key(one)));
  const againIds = again.map(({ id }) => id);
  if (!(await restore(step, againIds))) return refuse("conflict");
  const had = new Set(again.map(key));
  const rules = await tx.cohort.findUniqueOrThrow({
    where: { id: cohort.id },
    select: cohortRulesSelect,
  });
  const made = await insertAssignments(
    tx,
    rules,
    { actorId: actor.personId, role: "ORGANIZER", at: now, commandId },
    pairs.filter((pair) => !had.has(key(pair))),
    work,
  );
  const idOf = new Map([...again, ...made].map((one) => [key(one), one.id]));
  const stored = moves.map(({ enrolmentId, from, to }) => ({
    enrolmentId,
    from: from?.assignmentId ?? null,
    to: idOf.get(key({ enrolmentId, innovationId: to })) ?? "",
  }));
  return stored.every(({ to }) => to !== "") ? success(stored) : refuse("conflict");
}

/**
 * Locks assignments without waiting: whoever works on one of them waits for the cohort, which is locked
 * here, so that waiting for them would have no end.
 */
async function lockNow(tx: Tx, ids: readonly string[]): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM assignments WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE SKIP LOCKED`;
  return rows.length === ids.length;
}

async function cancel(step: Step, ids: readonly string[], reason: string): Promise<boolean> {
  const { tx, now } = step;
  if (!(await lockNow(tx, ids))) return false;
  const { count } = await tx.assignment.updateMany({
    where: { id: { in: [...ids] }, cohortId: step.cohort.id, cancelledAt: null },
    data: { cancelledAt: now, cancelReason: reason, version: { increment: 1 } },
  });
  await tellOf(step, "assignment.cancelled", ids);
  return count === ids.length;
}

async function restore(step: Step, ids: readonly string[]): Promise<boolean> {
  const { tx } = step;
  if (!(await lockNow(tx, ids))) return false;
  const { count } = await tx.assignment.updateMany({
    where: { id: { in: [...ids] }, cohortId: step.cohort.id, cancelledAt: { not: null } },
    data: { cancelledAt: null, cancelReason: null, version: { increment: 1 } },
  });
  await tellOf(step, "assignment.restored", ids);
  return count === ids.length;
}

type Told = Extract<keyof AuditPayloads, "assignment.cancelled" | "assignment.restored">;

async function tellOf(step: Step, type: Told, ids: readonly string[]): Promise<void> {
  await auditAll(
    step.tx,
    ids.map((id) => ({ ...entry(step, { type: "assignment", id }), type, payload: {} })),
  );
}

async function movePeople(
  step: Step,
  kind: PlaceKind,
  moves: readonly Move[],
): Promise<Result<StoredMoves>> {
  const stored = moves.map(({ enrolmentId, from, to }) => ({
    enrolmentId,
    from: from?.placeId ?? null,
    to,
  }));
  return (await allocate(step, kind, stored)) ? success(stored) : refuse("conflict");
}

/**
 * Passes participants on to another facilitator or group, each from the one they have; false where somebody
 * has another by now. Who leads a group does not lead the next one.
 */
async function allocate(
  step: Step,
  kind: PlaceKind,
  moves: readonly { enrolmentId: string; from: string | null; to: string | null }[],
): Promise<boolean> {
  const { tx, cohort } = step;
  const alike = new Map<string, { from: string | null; to: string | null; ids: string[] }>();
  for (const { enrolmentId, from, to } of moves) {
    const key = `${from} ${to}`;
    const same = alike.get(key) ?? { from, to, ids: [] };
    same.ids.push(enrolmentId);
    alike.set(key, same);
  }
  let count = 0;
  for (const { from, to, ids } of alike.values()) {
    const written = await tx.enrolment.updateMany({
      where: {
        id: { in: ids },
        cohortId: cohort.id,
        ...(kind === "GROUP" ? { groupId: from } : { facilitatorId: from }),
      },
      data: {
        ...(kind === "GROUP" ? { groupId: to, isGroupLead: false } : { facilitatorId: to }),
        version: { increment: 1 },
      },
    });
    count += written.count;
  }
  const told = ({ enrolmentId }: { enrolmentId: string }) =>
    entry(step, { type: "enrolment", id: enrolmentId });
  if (kind === "GROUP") {
    const type = "enrolment.changed" as const;
    await auditAll(
      tx,
      moves.map((move) => ({ ...told(move), type, payload: { fields: ["group"] } })),
    );
  } else {
    const type = "enrolment.reallocated" as const;
    await auditAll(
      tx,
      moves.map((move) => ({ ...told(move), type, payload: { from: move.from, to: move.to } })),
    );
  }
  return count === moves.length;
}

/**
 * Takes the last allocation of its kind back, in one step: whoever was moved has again what they had. Not
 * once somebody whom it moved has submitted anything since, nor where it was changed by hand.
 */
export function undoAllocation(
  ctx: Context,
  actor: Actor,
  input: UndoAllocation,
): Promise<Result<{ moved: number }>> {
  type Undone = { moved: number };
  return runInCohort<UndoAllocation, Undone>(ctx, actor, "UNDO_ALLOCATION", input, async (step) => {
    const { tx, cohort, now } = step;
    const found = await tx.allocation.findFirst({
      where: { id: input.allocationId, cohortId: cohort.id },
      select: { kind: true, undoneAt: true },
    });
    if (!found) return refuse("not_found");
    const last = await findLastAllocation(tx, cohort.authorized, found.kind);
    if (last?.id !== input.allocationId) return refuse("conflict");
    const moves = movesSchema.parse(last.moves);
    if (found.kind === "INNOVATION") {
      const ended = workRefusal(cohort.state);
      if (ended) return refuse(ended);
    }
    const people = moves.map(({ enrolmentId }) => enrolmentId);
    const submitted = await tx.revision.count({
      where: {
        assignment: { cohortId: cohort.id, enrolmentId: { in: people } },
        submittedAt: { gte: last.appliedAt },
      },
    });
    if (submitted > 0) return refuse("work_submitted", { details: { revisions: submitted } });
    const refused = await checkUndo(step, found.kind, moves);
    if (refused) return refused;
    const undone =
      found.kind === "INNOVATION"
        ? (await cancel(
            step,
            moves.map(({ to }) => to),
            UNDONE,
          )) &&
          (await restore(
            step,
            moves.flatMap(({ from }) => from ?? []),
          ))
        : await allocate(
            step,
            found.kind,
            moves.map(({ enrolmentId, from, to }) => ({ enrolmentId, from: to, to: from })),
          );
    if (!undone) return refuse("conflict");
    await tx.allocation.update({
      where: { id: last.id },
      data: { undoneAt: now, undoneByName: actor.name },
      select: { id: true },
    });
    await audit(tx, {
      ...entry(step, { type: "cohort", id: cohort.id }),
      type: "allocation.undone",
      payload: { kind: found.kind, moves: moves.length },
    });
    return success({ moved: moves.length });
  });
}
