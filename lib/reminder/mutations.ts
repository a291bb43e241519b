import "server-only";
import { queueLetters } from "@/lib/mail/record";
import { auditAll } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { success } from "@/lib/platform/result";
import { transaction } from "@/lib/platform/transaction";
import {
  findStaffToTell,
  findStagesAtWork,
  findUnmailed,
  standingSelect,
  type UnmailedNotification,
} from "@/lib/reminder/data";
import { DIGEST_HOURS, LETTERS_A_RUN } from "@/lib/reminder/model";
import { isStillOwed, owedReminders, quietUntil } from "@/lib/reminder/planning";

/**
 * Tells everybody what they are owed: in Lokus, and by letters that leave after the commit. Run again it
 * tells nobody twice; of two runs at once the second waits and finds it done. Each centre is a
 * transaction of its own, and a cohort in its quiet hours waits for its morning.
 */
export async function sendReminders(ctx: Context): Promise<void> {
  const cohorts = await ctx.db.cohort.findMany({
    where: { state: "RUNNING" },
    select: { id: true, centerId: true, timeZone: true },
  });
  const now = ctx.clock.now();
  const awake = new Map<string, string[]>();
  for (const { id, centerId, timeZone } of cohorts) {
    if (quietUntil(timeZone, now)) continue;
    awake.set(centerId, [...(awake.get(centerId) ?? []), id]);
  }
  for (const [centerId, cohortIds] of awake) {
    await transaction(ctx, async (tx) => {
      // Two runs queue; what refers to the centre is written meanwhile.
      await tx.$queryRaw`SELECT 1 FROM training_centers WHERE id = ${centerId}::uuid FOR NO KEY UPDATE`;
      await tell(tx, centerId, cohortIds, now);
      await putAway(tx, cohortIds, now);
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

/** What is done meanwhile is nobody's unread business any more. */
async function putAway(tx: Tx, cohortIds: string[], now: Date): Promise<void> {
  const unread = await tx.notification.findMany({
    where: { readAt: null, stage: { assignment: { cohortId: { in: cohortIds } } } },
    select: {
      id: true,
      kind: true,
      occasion: true,
      stage: { select: { ...standingSelect, assignment: { select: { cancelledAt: true } } } },
    },
  });
  const done = unread.filter(
    ({ kind, occasion, stage }) =>
      stage.assignment.cancelledAt !== null || !isStillOwed(kind, occasion, stage, now),
  );
  if (done.length === 0) return;
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
