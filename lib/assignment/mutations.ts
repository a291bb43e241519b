import "server-only";
import type { z } from "zod";
import { dueDateIssues } from "@/lib/assignment/due-dates";
import { assignScope } from "@/lib/assignment/policy";
import {
  type AssignmentRecord,
  auditEvents,
  auditScope,
  cohortRulesSelect,
  insertAssignments,
  lockRecord,
  type StageMoved,
  stageMoved,
  staleRefusal,
  writeDecision,
} from "@/lib/assignment/record";
import type {
  cancelAssignmentSchema,
  createAssignmentsSchema,
  stageDocumentSchema,
  stageRefSchema,
} from "@/lib/assignment/schema";
import { claimedTime, type Timeliness, timeliness } from "@/lib/assignment/timeliness";
import { decide, previousStage } from "@/lib/assignment/workflow";
import { readDueLimits } from "@/lib/cohort/record";
import { workRefusal } from "@/lib/cohort/workflow";
import { stageContext } from "@/lib/document/data";
import { projectionRubric, projectRevision } from "@/lib/document/projection";
import { checkStageDocument } from "@/lib/document/registry";
import { openToCohort } from "@/lib/innovation/data";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { contentHash } from "@/lib/platform/ids";
import { type Result, refuse, success } from "@/lib/platform/result";
import { envelopeOf, runCommand } from "@/lib/platform/transaction";
import { findTemplateName } from "@/lib/template/data";

type CreateAssignments = z.output<typeof createAssignmentsSchema>;
type StageDocument = z.output<typeof stageDocumentSchema>;
type StageRef = z.output<typeof stageRefSchema>;
type CancelAssignment = z.output<typeof cancelAssignmentSchema>;

export interface AssignmentsCreated {
  created: string[];
  /** Pairs that had an assignment before. */
  skipped: { enrolmentId: string; innovationId: string }[];
}

/** Gives each chosen participant each chosen innovation, as far as not given before. */
export function createAssignments(
  ctx: Context,
  actor: Actor,
  input: CreateAssignments,
): Promise<Result<AssignmentsCreated>> {
  const envelope = envelopeOf(actor, "CREATE_ASSIGNMENTS", input);
  return runCommand<AssignmentsCreated>(ctx, envelope, async (tx) => {
    // Nobody closes the cohort, and nobody changes its rules, while work is given in it.
    await tx.$queryRaw`SELECT 1 FROM cohorts WHERE id = ${input.cohortId}::uuid FOR SHARE`;
    const cohort = await tx.cohort.findUnique({
      where: { id: input.cohortId },
      select: cohortRulesSelect,
    });
    const scope = cohort && assignScope(actor, cohort);
    if (!cohort || !scope) return refuse("not_found");
    const ended = workRefusal(cohort.state);
    if (ended) return refuse(ended);

    const now = ctx.clock.now();
    const dueAt = {
      EVALUATE: new Date(input.dueAt.EVALUATE),
      OBSTACLES: new Date(input.dueAt.OBSTACLES),
      SOLUTION: new Date(input.dueAt.SOLUTION),
      PLAN: new Date(input.dueAt.PLAN),
    };
    const dueIssues = dueDateIssues(dueAt, await readDueLimits(tx, cohort.id, now));
    if (dueIssues.length > 0) return refuse("invalid", { issues: dueIssues });

    const templateName = input.templateId
      ? await findTemplateName(tx, cohort.centerId, input.templateId)
      : null;
    if (input.templateId && templateName === null) {
      return refuse("invalid", { issues: [{ path: "templateId", code: "template_gone" }] });
    }

    const enrolmentIds = [...new Set(input.enrolmentIds)];
    const participants = await tx.enrolment.count({
      where: {
        id: { in: enrolmentIds },
        cohortId: cohort.id,
        role: "PARTICIPANT",
        withdrawnAt: null,
        // Nobody assigns work to themselves.
        personId: { not: actor.personId },
        ...(scope.kind === "allocated" ? { facilitatorId: scope.facilitatorEnrolmentId } : {}),
      },
    });
    if (participants !== enrolmentIds.length) {
      return refuse("invalid", {
        issues: [{ path: "enrolmentIds", code: "unknown_participant" }],
      });
    }
    const innovationIds = [...new Set(input.innovationIds)];
    const innovations = await tx.innovation.count({
      where: {
        id: { in: innovationIds },
        archivedAt: null,
        ...openToCohort(cohort.id),
      },
    });
    if (innovations !== innovationIds.length) {
      return refuse("invalid", {
        issues: [{ path: "innovationIds", code: "unknown_innovation" }],
      });
    }

    const rows = enrolmentIds.flatMap((enrolmentId) =>
      innovationIds.map((innovationId) => ({ enrolmentId, innovationId })),
    );
    const role = scope.kind === "all" ? "ORGANIZER" : "FACILITATOR";
    const created = await insertAssignments(
      tx,
      cohort,
      { actorId: actor.personId, role, at: now, commandId: input.commandId },
      rows,
      {
        dueAt,
        closesAfterDays: input.closesAfterDays,
        instructions: input.instructions,
        templateName,
      },
    );
    const made = new Set(created.map((row) => `${row.enrolmentId} ${row.innovationId}`));
    return success({
      created: created.map((row) => row.id),
      skipped: rows.filter((row) => !made.has(`${row.enrolmentId} ${row.innovationId}`)),
    });
  });
}

/** Saves the document that is being written: partial, but never beyond bounds. */
export function saveDraft(
  ctx: Context,
  actor: Actor,
  input: StageDocument,
): Promise<Result<StageMoved & { savedAt: string }>> {
  return runStageCommand(ctx, actor, "SAVE_DRAFT", input, async (work) => {
    const { tx, record, now } = work;
    const context = await stageContext(tx, record, input.stage, now);
    const check = checkStageDocument(input.stage, "draft", context, input.document);
    if (!check.document || check.issues.length > 0) {
      return refuse("invalid", { issues: check.issues });
    }
    const version = await writeDecision(tx, record, work.next, input.stage, {
      draft: check.document as Prisma.InputJsonObject,
      draftSavedAt: now,
    });
    await audit(tx, {
      ...work.audit,
      type: "stage.draft_saved",
      payload: { kind: input.stage, version },
    });
    return success({ ...stageMoved(input, version), savedAt: now.toISOString() });
  });
}

/**
 * Begins a stage anew whose draft the form of today cannot read. The old draft is kept beside it, word
 * for word. What can be read is never put away: that is refused with `wrong_state`.
 */
export function startAnew(
  ctx: Context,
  actor: Actor,
  input: StageRef,
): Promise<Result<StageMoved>> {
  return runStageCommand(ctx, actor, "START_ANEW", input, async (work) => {
    const { tx, record, now } = work;
    const stage = record.stages[input.stage];
    const context = await stageContext(tx, record, input.stage, now);
    const { draft } = stage;
    if (draft === null || checkStageDocument(input.stage, "draft", context, draft).document) {
      return refuse("wrong_state", { details: { state: stage.state } });
    }
    await tx.setAsideDraft.create({
      data: { stageId: stage.id, document: draft, savedAt: stage.draftSavedAt, setAsideAt: now },
      select: { id: true },
    });
    const version = await writeDecision(tx, record, work.next, input.stage, {
      draft: Prisma.DbNull,
      draftSavedAt: null,
    });
    await audit(tx, {
      ...work.audit,
      type: "stage.started_anew",
      payload: { kind: input.stage, version },
    });
    return success(stageMoved(input, version));
  });
}

export interface Submitted extends StageMoved {
  revisionId: string;
  number: number;
  timeliness: Timeliness;
}

/** Freezes the document into the next revision, projects its rows, and moves the stage on. */
export function submitStage(
  ctx: Context,
  actor: Actor,
  input: StageDocument,
): Promise<Result<Submitted>> {
  return runStageCommand<StageDocument, Submitted>(ctx, actor, "SUBMIT", input, async (work) => {
    const { tx, record, now } = work;
    const stage = record.stages[input.stage];
    const context = await stageContext(tx, record, input.stage, now);
    const check = checkStageDocument(input.stage, "submit", context, input.document);
    if (!check.document || check.issues.length > 0) {
      return refuse("invalid", { issues: check.issues });
    }
    const before = previousStage(input.stage);
    const number = 1 + (await tx.revision.count({ where: { stageId: stage.id } }));
    const clientUpdatedAt = claimedTime(input.clientUpdatedAt, now);
    const judged = timeliness(stage.dueAt, now, clientUpdatedAt);
    const content = check.document as Prisma.InputJsonObject;
    const { id: revisionId } = await tx.revision.create({
      data: {
        assignmentId: record.id,
        stageId: stage.id,
        kind: input.stage,
        number,
        upstreamRevisionId: before && record.stages[before].latestRevisionId,
        content,
        contentHash: contentHash(content),
        timeliness: judged,
        submittedById: actor.personId,
        submittedAt: now,
        clientUpdatedAt,
      },
      select: { id: true },
    });
    const rubric = await projectionRubric(tx, record, input.stage);
    await projectRevision(tx, { id: revisionId, kind: input.stage, content, rubric });
    const version = await writeDecision(tx, record, work.next, input.stage, {
      draft: content,
      draftSavedAt: now,
      latestRevisionId: revisionId,
      submittedAt: now,
    });
    await audit(tx, {
      ...work.audit,
      type: "stage.submitted",
      payload: { kind: input.stage, revisionId, number, timeliness: judged },
    });
    await work.auditEvents();
    return success({ ...stageMoved(input, version), revisionId, number, timeliness: judged });
  });
}

/** Takes a submission back while no reviewer has begun. The revision stays as a fact. */
export function withdrawStage(
  ctx: Context,
  actor: Actor,
  input: StageRef,
): Promise<Result<StageMoved>> {
  return runStageCommand(ctx, actor, "WITHDRAW", input, async (work) => {
    const revisionId = work.record.stages[input.stage].latestRevisionId ?? "";
    const version = await writeDecision(work.tx, work.record, work.next, input.stage);
    await audit(work.tx, {
      ...work.audit,
      type: "stage.withdrawn",
      payload: { kind: input.stage, revisionId },
    });
    await work.auditEvents();
    return success(stageMoved(input, version));
  });
}

/** Ends an assignment; what was written stays readable and nothing more can be done with it. */
export function cancelAssignment(
  ctx: Context,
  actor: Actor,
  input: CancelAssignment,
): Promise<Result<null>> {
  const envelope = envelopeOf(actor, "CANCEL", input);
  return runCommand<null>(ctx, envelope, async (tx) => {
    const locked = await lockRecord(tx, actor, input.assignmentId, ctx.clock.now());
    if (!locked.ok) return locked;
    const { record, roles } = locked.value;
    const decision = decide(record.snapshot, { type: "CANCEL" }, { roles });
    if (!decision.ok) return refuse(decision.reason);
    const now = ctx.clock.now();
    await tx.assignment.updateMany({
      where: { id: record.id, version: record.version },
      data: { cancelledAt: now, cancelReason: input.reason, version: record.version + 1 },
    });
    await audit(tx, {
      ...auditScope(record, actor, roles),
      at: now,
      commandId: input.commandId,
      type: "assignment.cancelled",
      payload: {},
    });
    return success(null);
  });
}

interface StageWork {
  tx: Tx;
  record: AssignmentRecord;
  next: AssignmentRecord["snapshot"];
  now: Date;
  audit: ReturnType<typeof auditScope> & { at: Date; commandId: string };
  auditEvents(): Promise<void>;
}

/** What every command of a participant on a stage does first: lock, decide, compare versions. */
function runStageCommand<Input extends StageRef, Value>(
  ctx: Context,
  actor: Actor,
  type: "SAVE_DRAFT" | "START_ANEW" | "SUBMIT" | "WITHDRAW",
  input: Input,
  work: (work: StageWork) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const envelope = envelopeOf(actor, type, input);
  return runCommand(ctx, envelope, async (tx) => {
    const locked = await lockRecord(tx, actor, input.assignmentId, ctx.clock.now());
    if (!locked.ok) return locked;
    const { record, roles } = locked.value;
    const stage = record.stages[input.stage];
    // Who may write in a stage may also begin it anew.
    const command = type === "START_ANEW" ? "SAVE_DRAFT" : type;
    const decision = decide(record.snapshot, { type: command, stage: input.stage }, { roles });
    // Who may not act learns nothing of versions; who may is told first what has changed.
    if (!decision.ok && decision.reason === "forbidden") return refuse("forbidden");
    if (stage.version !== input.basedOn) return staleRefusal(stage, true);
    if (!decision.ok) return refuse(decision.reason, { details: { state: stage.state } });
    const now = ctx.clock.now();
    const more = { at: now, commandId: input.commandId };
    const scope = auditScope(record, actor, roles);
    return work({
      tx,
      record,
      next: decision.next,
      now,
      audit: { ...scope, ...more },
      auditEvents: () => auditEvents(tx, scope, decision.events, more),
    });
  });
}
