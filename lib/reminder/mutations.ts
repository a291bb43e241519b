import "server-only";
import type { z } from "zod";
import { assignScope } from "@/lib/assignment/policy";
import { workRefusal } from "@/lib/cohort/workflow";
import { queueLetters } from "@/lib/mail/record";
import type { Actor } from "@/lib/platform/actor";
import { auditAll } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { type Result, refuse, success } from "@/lib/platform/result";
import { envelopeOf, runCommand, transaction } from "@/lib/platform/transaction";
import {
  concernOf,
  concernSelect,
  findNudgeStandings,
  findStaffToTell,
  findStagesAtWork,
  findUnmailed,
  standingSelect,
  type UnmailedNotification,
} from "@/lib/reminder/data";
import { DIGEST_HOURS, LETTERS_A_RUN, type Nudged } from "@/lib/reminder/model";
import {
  isStillOwed,
  nudgeObstacle,
  owedReminders,
  quietUntil,
  stillConcerns,
} from "@/lib/reminder/planning";
import type { nudgeSchema } from "@/lib/reminder/schema";

/**
 * Tells everybody what they are owed: in Lokus, and by letters that leave after the commit. Run again it
 * tells nobody twice; of two runs at once the second waits and finds it done. Each centre is a
 * transaction of its own, and a cohort in its quiet hours waits for its morning.
 */
export async function sendReminders(ctx: Context): Promise<void> {
  const now = ctx.clock.now();
  const centers = await ctx.db.trainingCenter.findMany({
    where: { cohorts: { some: { state: { not: "DRAFT" } } } },
    orderBy: { id: "asc" },
    select: {
      id: true,
      cohorts: { where: { state: "RUNNING" }, select: { id: true, timeZone: true } },
    },
  });
  for (const { id: centerId, cohorts } of centers) {
    const awake = cohorts.filter(({ timeZone }) => quietUntil(timeZone, now) === null);
    const cohortIds = awake.map(({ id }) => id);
    await transaction(ctx, async (tx) => {
      // Two runs queue; what refers to the centre is written meanwhile.
      await tx.$queryRaw`SELECT 1 FROM training_centers WHERE id = ${centerId}::uuid FOR NO KEY UPDATE`;
      // And who answers for whom stays as it is read, until everybody is told.
      await tx.$queryRaw`
        SELECT 1 FROM cohorts WHERE id = ANY(${cohortIds}::uuid[]) ORDER BY id FOR SHARE`;
      await tell(tx, centerId, cohortIds, now);
      await putAway(tx, centerId, now);
      await writeLetters(tx, centerId, cohortIds, now);
      return success(null);
    });
  }
}

async function tell(tx: Tx, centerId: string, cohortIds: string[], now: Date): Promise<void> {
  const stages = await findStagesAtWork(tx, cohortIds);
  const staff = await findStaffToTell(tx, centerId);
  const owed = stages.flatMap((stage) => owedReminders(stage, staff, now));
  const told = await tx.notification.createManyAndReturn({
    data: owed.map((reminder) => ({ ...reminder, createdAt: now })),
    skipDuplicates: true,
    select: { id: true, personId: true, kind: true },
  });
  const events = told.map(({ personId, kind }) => ({
    type: "notification.told" as const,
    at: now,
    actorId: null,
    actor: { role: "SYSTEM" },
    centerId,
    subject: { type: "person", id: personId },
    payload: { kind },
  }));
  await auditAll(tx, events);
}

/** What is done meanwhile, or has become somebody else's, is nobody's unread business any more. */
async function putAway(tx: Tx, centerId: string, now: Date): Promise<void> {
  const staff = await findStaffToTell(tx, centerId);
  const unread = await tx.notification.findMany({
    where: { readAt: null, stage: { assignment: { cohort: { centerId } } } },
    select: {
      id: true,
      kind: true,
      personId: true,
      occasion: true,
      stage: { select: { ...standingSelect, assignment: { select: concernSelect } } },
    },
  });
  const done = unread.filter(({ kind, personId, occasion, stage }) => {
    // What belongs to no stage is read, not done.
    if (!stage || kind === "HOST_ANSWERED") return false;
    const work = concernOf(stage.assignment, staff);
    return (
      !work || !stillConcerns(kind, personId, work) || !isStillOwed(kind, occasion, stage, now)
    );
  });
  await tx.notification.updateMany({
    where: { id: { in: done.map(({ id }) => id) }, readAt: null },
    data: { readAt: now },
  });
}

/** One letter for all that somebody is to be told, or one for each, as the person wants it. */
async function writeLetters(
  tx: Tx,
  centerId: string,
  cohortIds: string[],
  now: Date,
): Promise<void> {
  const digestSince = new Date(now.getTime() - DIGEST_HOURS * 3_600_000);
  const unmailed = await findUnmailed(tx, centerId, cohortIds, { now, digestSince });
  const letters = new Map<string, { first: UnmailedNotification; ids: string[] }>();
  for (const each of unmailed) {
    const key = each.digest ? each.personId : each.id;
    const letter = letters.get(key) ?? { first: each, ids: [] };
    letter.ids.push(each.id);
    letters.set(key, letter);
  }
  const due = [...letters.values()].slice(0, LETTERS_A_RUN);
  for (const locale of ["id", "en"] as const) {
    const own = due.filter(({ first }) => first.locale === locale);
    const written = await queueLetters(
      tx,
      own.map(({ first }) => ({ kind: "REMINDER", personId: first.personId, linkId: null })),
      { locale, centerId, now, actor: { id: null, role: "SYSTEM" } },
    );
    for (const [index, { ids }] of own.entries()) {
      await tx.notification.updateMany({
        where: { id: { in: ids } },
        data: { mailId: written[index] ?? null },
      });
    }
  }
}

/**
 * Reminds participants by hand of stages that they have to send: in Lokus at once, by letters with the next
 * run, as each wants them. Of what was sent meanwhile nobody is told, nor twice within `NUDGE_HOURS`.
 * Organisers, and facilitators for their own participants; what is not within reach is not there.
 */
export function nudge(
  ctx: Context,
  actor: Actor,
  input: z.output<typeof nudgeSchema>,
): Promise<Result<Nudged>> {
  const envelope = envelopeOf(actor, "NUDGE", input);
  return runCommand<Nudged>(ctx, envelope, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM cohorts WHERE id = ${input.cohortId}::uuid FOR SHARE`;
    const cohort = await tx.cohort.findUnique({
      where: { id: input.cohortId },
      select: { id: true, centerId: true, state: true },
    });
    const scope = cohort && assignScope(actor, cohort);
    if (!cohort || !scope) return refuse("not_found");
    const ended = workRefusal(cohort.state);
    if (ended) return refuse(ended);

    const now = ctx.clock.now();
    const meant = { cohortId: cohort.id, scope, actorId: actor.personId };
    const stages = await findNudgeStandings(tx, meant, input.stageIds);
    if (stages.length === 0) return refuse("not_found");
    const judged = stages.map((stage) => ({ stage, obstacle: nudgeObstacle(stage, stage, now) }));
    const told = judged.flatMap(({ stage: { personId, ...stage }, obstacle }) =>
      obstacle === null && personId ? [{ ...stage, personId }] : [],
    );
    await tx.notification.createMany({
      data: told.map(({ stageId, personId }) => ({
        personId,
        kind: "NUDGED" as const,
        stageId,
        occasion: now,
        createdAt: now,
      })),
    });
    await auditAll(
      tx,
      told.map(({ assignmentId, kind }) => ({
        type: "stage.nudged" as const,
        at: now,
        actorId: actor.personId,
        actor: { role: scope.kind === "all" ? "ORGANIZER" : "FACILITATOR" },
        centerId: cohort.centerId,
        cohortId: cohort.id,
        subject: { type: "assignment", id: assignmentId },
        payload: { kind },
        commandId: input.commandId,
      })),
    );
    const count = (...obstacles: (typeof judged)[number]["obstacle"][]) =>
      judged.filter(({ obstacle }) => obstacles.includes(obstacle)).length;
    return success({
      told: told.length,
      recent: count("recent"),
      done: count("done"),
      unreachable: count("closed", "unreachable"),
    });
  });
}
