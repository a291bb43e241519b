import "server-only";
import { STAGE_KINDS, type StageKind } from "@/lib/assignment/model";
import { type AssignmentSubject, rolesOn } from "@/lib/assignment/policy";
import { hardCloseAt } from "@/lib/assignment/timeliness";
import type {
  AssignmentSnapshot,
  ResumeState,
  StageSnapshot,
  WorkflowEvent,
  WorkflowRole,
} from "@/lib/assignment/workflow";
import { newAssignment } from "@/lib/assignment/workflow";
import { type CohortState, workRefusal } from "@/lib/cohort/workflow";
import type { Actor } from "@/lib/platform/actor";
import { audit, auditAll } from "@/lib/platform/audit";
import type { Reader, Tx } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { type Refusal, type Result, refuse, success } from "@/lib/platform/result";

/**
 * An assignment as one record: read under a lock, decided on, written back guarded by version.
 * Every command on an assignment or its stages goes through here, so two at the same moment queue.
 */

/** What of a stage's row `decide()` needs; see `snapshotOf`. */
export const snapshotSelect = {
  kind: true,
  state: true,
  resumeState: true,
  reviewBegunAt: true,
  returnedBefore: true,
  hardCloseAt: true,
} satisfies Prisma.StageSelect;

const recordSelect = {
  id: true,
  cohortId: true,
  innovationId: true,
  gatePolicy: true,
  cancelledAt: true,
  version: true,
  evaluationRubricId: true,
  transferRubricId: true,
  workRubricId: true,
  cohort: { select: { centerId: true, timeZone: true, state: true } },
  enrolment: {
    select: {
      id: true,
      personId: true,
      withdrawnAt: true,
      facilitatorId: true,
      fullName: true,
      agencyId: true,
      workUnit: true,
      person: { select: { idNumber: true } },
    },
  },
  stages: {
    select: {
      ...snapshotSelect,
      id: true,
      version: true,
      dueAt: true,
      draft: true,
      draftSavedAt: true,
      latestRevisionId: true,
    },
  },
} satisfies Prisma.AssignmentSelect;

type RawRecord = Prisma.AssignmentGetPayload<{ select: typeof recordSelect }>;
export type StageRecord = RawRecord["stages"][number];

export interface AssignmentRecord extends Omit<RawRecord, "stages"> {
  stages: Record<StageKind, StageRecord>;
  subject: AssignmentSubject;
  snapshot: AssignmentSnapshot;
}

/** Reads an assignment with its stages, or null. Scope is the caller's: compare `rolesOn`. */
export async function readRecord(
  reader: Reader,
  assignmentId: string,
  now: Date,
): Promise<AssignmentRecord | null> {
  const raw = await reader.assignment.findUnique({
    where: { id: assignmentId },
    select: recordSelect,
  });
  return raw && toRecord(raw, now);
}

/**
 * Locks an assignment for a command of an actor; one that is not the actor's does not exist. Nobody
 * closes its cohort meanwhile, and in one that is not running every command is refused.
 */
export async function lockRecord(
  tx: Tx,
  actor: Actor,
  assignmentId: string,
  now: Date,
): Promise<Result<{ record: AssignmentRecord; roles: WorkflowRole[] }>> {
  // The cohort first, like every change of what belongs to it: two that wait for each other never end.
  await tx.$queryRaw`
    WITH c AS MATERIALIZED (
      SELECT id FROM cohorts
      WHERE id = (SELECT cohort_id FROM assignments WHERE id = ${assignmentId}::uuid)
      FOR SHARE
    )
    SELECT 1 FROM assignments a JOIN c ON c.id = a.cohort_id
    WHERE a.id = ${assignmentId}::uuid FOR UPDATE OF a`;
  const record = await readRecord(tx, assignmentId, now);
  const roles = record ? rolesOn(actor, record.subject) : [];
  if (!record || roles.length === 0) return refuse("not_found");
  const ended = workRefusal(record.cohort.state);
  if (ended) return refuse(ended);
  if (record.enrolment.withdrawnAt) return refuse("withdrawn");
  return success({ record, roles });
}

/** What of a cohort is copied onto its assignments when they are made. */
export const cohortRulesSelect = {
  id: true,
  centerId: true,
  state: true,
  gatePolicy: true,
  evaluationRubricId: true,
  transferRubricId: true,
  workRubricId: true,
} satisfies Prisma.CohortSelect;

/** What is asked of whoever gets an assignment. */
export interface GivenWork {
  dueAt: Record<StageKind, Date>;
  closesAfterDays?: Record<StageKind, number | null> | undefined;
  instructions: string;
  /** What the template is called by which it is given. */
  templateName?: string | null;
}

/** So many rows a statement: it takes a bounded number of values. */
const AT_ONCE = 1000;

/**
 * Makes assignments with their stages, as far as a participant does not have the innovation already, and
 * tells of each. Whether they may be made, the caller has asked under a lock of the cohort.
 *
 * @returns those that were made
 */
export async function insertAssignments(
  tx: Tx,
  cohort: Prisma.CohortGetPayload<{ select: typeof cohortRulesSelect }>,
  by: { actorId: string; role: string; at: Date; commandId: string },
  pairs: readonly { enrolmentId: string; innovationId: string }[],
  { dueAt, closesAfterDays, instructions, templateName = null }: GivenWork,
): Promise<{ id: string; enrolmentId: string; innovationId: string }[]> {
  const { id: cohortId, gatePolicy, evaluationRubricId, transferRubricId, workRubricId } = cohort;
  const fresh = newAssignment(gatePolicy);
  const made: { id: string; enrolmentId: string; innovationId: string }[] = [];
  for (let from = 0; from < pairs.length; from += AT_ONCE) {
    const created = await tx.assignment.createManyAndReturn({
      data: pairs.slice(from, from + AT_ONCE).map(({ enrolmentId, innovationId }) => ({
        cohortId,
        enrolmentId,
        innovationId,
        gatePolicy,
        evaluationRubricId,
        transferRubricId,
        workRubricId,
        instructions,
        templateName,
        createdById: by.actorId,
        createdAt: by.at,
      })),
      skipDuplicates: true,
      select: { id: true, enrolmentId: true, innovationId: true },
    });
    await tx.stage.createMany({
      data: created.flatMap(({ id }) =>
        STAGE_KINDS.map((kind) => ({
          assignmentId: id,
          kind,
          state: fresh.stages[kind].state,
          dueAt: dueAt[kind],
          hardCloseAt: hardCloseAt(dueAt[kind], closesAfterDays?.[kind]),
        })),
      ),
    });
    await auditAll(
      tx,
      created.map(({ id, enrolmentId, innovationId }) => ({
        type: "assignment.created" as const,
        at: by.at,
        actorId: by.actorId,
        actor: { role: by.role },
        centerId: cohort.centerId,
        cohortId,
        subject: { type: "assignment", id },
        payload: { innovationId, enrolmentId, gatePolicy },
        commandId: by.commandId,
      })),
    );
    made.push(...created);
  }
  return made;
}

/** The refusal of a command that was based on another version than the one that stands. */
export function staleRefusal(stage: StageRecord, withDocument: boolean): Refusal {
  return refuse("conflict", {
    details: {
      cause: "stale",
      version: stage.version,
      state: stage.state,
      savedAt: stage.draftSavedAt?.toISOString() ?? null,
    },
    ...(withDocument ? { current: { document: stage.draft } } : {}),
  });
}

/** What a command on a stage answers: where it was, and the version to base the next one on. */
export interface StageMoved {
  assignmentId: string;
  stage: StageKind;
  version: number;
}

export function stageMoved(
  { assignmentId, stage }: Omit<StageMoved, "version">,
  version: number,
): StageMoved {
  return { assignmentId, stage, version };
}

/** More that a command writes on a stage beside its state. */
export type StageExtra = Omit<
  Prisma.StageUncheckedUpdateManyInput,
  "id" | "assignmentId" | "kind" | "state" | "resumeState" | "version"
>;

/**
 * Writes the stages that a decision changed, in the order of the stages (the database checks each
 * against the one before it), each guarded by the version that was read.
 * @returns the new version of `touched`, the stage that the command was about.
 */
export async function writeDecision(
  tx: Tx,
  record: AssignmentRecord,
  next: AssignmentSnapshot,
  touched: StageKind,
  extra: StageExtra = {},
): Promise<number> {
  for (const kind of STAGE_KINDS) {
    const stage = record.stages[kind];
    const before = record.snapshot.stages[kind];
    const after = next.stages[kind];
    if (kind !== touched && sameStage(before, after)) continue;
    const written = await tx.stage.updateMany({
      where: { id: stage.id, version: stage.version },
      data: {
        state: after.state,
        resumeState: after.resumeState,
        returnedBefore: after.returnedBefore,
        version: stage.version + 1,
        ...(before.reviewBegun && !after.reviewBegun ? { reviewBegunAt: null } : {}),
        ...(kind === touched ? extra : {}),
      },
    });
    // The row is locked through its assignment: a miss means that somebody wrote around the lock.
    if (written.count !== 1) throw new Error(`stage ${stage.id} changed under its lock`);
  }
  return record.stages[touched].version + 1;
}

/** What an audit entry of this record carries. */
export function auditScope(record: AssignmentRecord, actor: Actor, roles: readonly WorkflowRole[]) {
  return {
    actorId: actor.personId,
    actor: { role: roles[0] ?? "NONE" },
    centerId: record.cohort.centerId,
    cohortId: record.cohortId,
    subject: { type: "assignment", id: record.id },
  };
}

/** Audits what a decision did to the later stages. */
export async function auditEvents(
  tx: Tx,
  scope: ReturnType<typeof auditScope>,
  events: readonly WorkflowEvent[],
  more: { at: Date; commandId: string },
): Promise<void> {
  for (const event of events) {
    const base = { ...scope, ...more };
    if (event.type === "OPENED") {
      await audit(tx, { ...base, type: "stage.opened", payload: { kind: event.stage } });
    } else if (event.type === "PAUSED") {
      await audit(tx, {
        ...base,
        type: "stage.paused",
        payload: { kind: event.stage, from: event.from },
      });
    } else {
      await audit(tx, {
        ...base,
        type: "stage.resumed",
        payload: { kind: event.stage, to: event.to },
      });
    }
  }
}

function toRecord(raw: RawRecord, now: Date): AssignmentRecord {
  return {
    ...raw,
    stages: byKind(raw.stages, (stage) => stage),
    subject: subjectOf(raw),
    snapshot: snapshotOf(raw, now),
  };
}

/** Rows of an assignment's stages as one value for each kind. */
export function byKind<Row extends { kind: StageKind }, Value>(
  rows: readonly Row[],
  value: (row: Row) => Value,
): Record<StageKind, Value> {
  const of = (kind: StageKind): Value => {
    const row = rows.find((candidate) => candidate.kind === kind);
    if (!row) throw new Error(`an assignment has no ${kind} stage`);
    return value(row);
  };
  return {
    EVALUATE: of("EVALUATE"),
    OBSTACLES: of("OBSTACLES"),
    SOLUTION: of("SOLUTION"),
    PLAN: of("PLAN"),
  };
}

/** What of a row says whose it is. */
export function subjectOf(raw: {
  cohort: { centerId: string };
  cohortId: string;
  enrolment: { id: string; personId: string; facilitatorId: string | null };
}): AssignmentSubject {
  return {
    centerId: raw.cohort.centerId,
    cohortId: raw.cohortId,
    participantPersonId: raw.enrolment.personId,
    participantEnrolmentId: raw.enrolment.id,
    facilitatorEnrolmentId: raw.enrolment.facilitatorId,
  };
}

/** What of a row `decide()` needs. */
export function snapshotOf(
  raw: {
    cohort: { state: CohortState };
    gatePolicy: AssignmentSnapshot["gate"];
    cancelledAt: Date | null;
    stages: readonly Pick<StageRecord, keyof typeof snapshotSelect>[];
  },
  now: Date,
): AssignmentSnapshot {
  return {
    gate: raw.gatePolicy,
    cancelled: raw.cancelledAt !== null,
    cohort: raw.cohort.state,
    stages: byKind(raw.stages, (stage) => ({
      state: stage.state,
      // CHECK stages_resume_state holds the two values.
      resumeState: stage.resumeState as ResumeState | null,
      reviewBegun: stage.reviewBegunAt !== null,
      returnedBefore: stage.returnedBefore,
      hardClosed: stage.hardCloseAt !== null && stage.hardCloseAt < now,
    })),
  };
}

function sameStage(a: StageSnapshot, b: StageSnapshot): boolean {
  return (
    a.state === b.state &&
    a.resumeState === b.resumeState &&
    a.reviewBegun === b.reviewBegun &&
    a.returnedBefore === b.returnedBefore
  );
}
