import "server-only";
import type { z } from "zod";
import { dueDateIssue } from "@/lib/assignment/due-dates";
import { type AssignScope, assignScope } from "@/lib/assignment/policy";
import { readDueLimits } from "@/lib/cohort/record";
import { workRefusal } from "@/lib/cohort/workflow";
import type { StageExtended } from "@/lib/extension/model";
import { planExtension, type StageMove } from "@/lib/extension/planning";
import type { extendStageSchema } from "@/lib/extension/schema";
import type { Actor } from "@/lib/platform/actor";
import { audit, auditAll } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { type Result, refuse, success } from "@/lib/platform/result";
import { envelopeOf, runCommand } from "@/lib/platform/transaction";

type ExtendStage = z.output<typeof extendStageSchema>;

/**
 * Moves the due date of a stage on, for one participant, a group or all, with the hard close where there
 * is one, and keeps what stood. Never shortens: who has it due later already keeps that. What has been
 * sent is left alone. The stage's version stays as it is, so that no draft under way becomes stale.
 */
export function extendStage(
  ctx: Context,
  actor: Actor,
  input: ExtendStage,
): Promise<Result<StageExtended>> {
  const envelope = envelopeOf(actor, "EXTEND_STAGE", input);
  return runCommand<StageExtended>(ctx, envelope, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM cohorts WHERE id = ${input.cohortId}::uuid FOR SHARE`;
    const cohort = await tx.cohort.findUnique({
      where: { id: input.cohortId },
      select: {
        id: true,
        centerId: true,
        state: true,
      },
    });
    const scope = cohort && assignScope(actor, cohort);
    if (!cohort || !scope) return refuse("not_found");
    const ended = workRefusal(cohort.state);
    if (ended) return refuse(ended);

    const now = ctx.clock.now();
    const dueAt = new Date(input.dueAt);
    const issue = dueDateIssue(dueAt, await readDueLimits(tx, cohort.id, now));
    if (issue) return refuse("invalid", { issues: [{ path: "dueAt", ...issue }] });

    const { assignments, name } = await lockExtendable(tx, actor, scope, input);
    const { plan, issues } = planExtension(assignments, { ...input, dueAt });
    if (issues.length > 0) return refuse("invalid", { issues });

    const { id: extensionId } = await tx.extension.create({
      data: {
        cohortId: cohort.id,
        kind: input.stage,
        audience: input.whom.audience,
        audienceName: name,
        reason: input.reason,
        grantedById: actor.personId,
        granterName: actor.name,
        grantedAt: now,
      },
      select: { id: true },
    });
    await moveStages(tx, extensionId, plan.moves, now);

    const extended = new Set(plan.extended);
    const people = new Set(
      assignments.flatMap(({ id, enrolmentId }) => (extended.has(id) ? [enrolmentId] : [])),
    ).size;
    const event = {
      at: now,
      actorId: actor.personId,
      actor: { role: scope.kind === "all" ? "ORGANIZER" : "FACILITATOR" },
      centerId: cohort.centerId,
      cohortId: cohort.id,
      commandId: input.commandId,
    };
    await audit(tx, {
      ...event,
      type: "extension.granted",
      subject: { type: "cohort", id: cohort.id },
      payload: {
        kind: input.stage,
        audience: input.whom.audience,
        extended: plan.extended.length,
        people,
      },
    });
    await auditAll(
      tx,
      plan.moves.map(({ assignmentId, kind, dueFrom, dueTo }) => ({
        ...event,
        type: "stage.extended" as const,
        subject: { type: "assignment", id: assignmentId },
        payload: {
          kind,
          extensionId,
          dueAt: { from: dueFrom.toISOString(), to: dueTo.toISOString() },
        },
      })),
    );
    return success({
      extensionId,
      people,
      extended: plan.extended.length,
      later: plan.later,
      sent: plan.sent,
    });
  });
}

/**
 * The live assignments of those who are meant, as far as the actor may give them work, locked in one
 * order; and what who is meant is called. Who is not the actor's is not there.
 */
async function lockExtendable(
  tx: Tx,
  actor: Actor,
  scope: AssignScope,
  { cohortId, whom }: ExtendStage,
) {
  const mine =
    scope.kind === "allocated"
      ? Prisma.sql`AND e.facilitator_id = ${scope.facilitatorEnrolmentId}::uuid`
      : Prisma.empty;
  const meant =
    whom.audience === "PARTICIPANT"
      ? Prisma.sql`AND e.id = ${whom.enrolmentId}::uuid`
      : whom.audience === "GROUP"
        ? Prisma.sql`AND e.group_id = ${whom.groupId}::uuid`
        : Prisma.empty;
  const locked = await tx.$queryRaw<{ id: string }[]>`
    SELECT a.id FROM assignments a JOIN enrolments e ON e.id = a.enrolment_id
    WHERE a.cohort_id = ${cohortId}::uuid AND a.cancelled_at IS NULL AND e.withdrawn_at IS NULL
      AND e.person_id <> ${actor.personId}::uuid ${mine} ${meant}
    ORDER BY a.id FOR UPDATE OF a`;
  const assignments = await tx.assignment.findMany({
    where: { id: { in: locked.map(({ id }) => id) } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      enrolmentId: true,
      enrolment: { select: { fullName: true, group: { select: { name: true } } } },
      stages: { select: { id: true, kind: true, state: true, dueAt: true, hardCloseAt: true } },
    },
  });
  const first = assignments[0]?.enrolment;
  const names = { PARTICIPANT: first?.fullName, GROUP: first?.group?.name, ALL: null };
  return { assignments, name: names[whom.audience] ?? null };
}

/** Writes down what stood and what stands, and moves the dates to it: the database takes no other way. */
async function moveStages(
  tx: Tx,
  extensionId: string,
  moves: readonly StageMove[],
  now: Date,
): Promise<void> {
  await tx.extendedStage.createMany({
    data: moves.map(({ stageId, dueFrom, dueTo, closeFrom, closeTo }) => ({
      extensionId,
      stageId,
      dueFrom,
      dueTo,
      closeFrom,
      closeTo,
    })),
  });
  await tx.$executeRaw`
    UPDATE stages s SET due_at = x.due_to, hard_close_at = x.close_to, updated_at = ${now}
    FROM extended_stages x WHERE x.extension_id = ${extensionId}::uuid AND x.stage_id = s.id`;
}
