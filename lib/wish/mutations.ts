import "server-only";
import type { z } from "zod";
import { replaceWishes } from "@/lib/allocation/record";
import { dueDateIssue } from "@/lib/assignment/due-dates";
import { lockCohort } from "@/lib/cohort/record";
import { type CohortState, workRefusal } from "@/lib/cohort/workflow";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import { type Result, refuse, success } from "@/lib/platform/result";
import { envelopeOf, runCommand } from "@/lib/platform/transaction";
import { toInstant } from "@/lib/platform/zoned-time";
import { wishable } from "@/lib/wish/data";
import type { answerWishesSchema, askWishesSchema } from "@/lib/wish/schema";

type AskWishes = z.output<typeof askWishesSchema>;
type AnswerWishes = z.output<typeof answerWishesSchema>;

/**
 * Asks the participants of a cohort which innovations they would like, until a moment that lies ahead; or
 * asks no more. What was said stays.
 */
export function askWishes(ctx: Context, actor: Actor, input: AskWishes): Promise<Result<null>> {
  const envelope = envelopeOf(actor, "ASK_WISHES", input);
  return runCommand<null>(ctx, envelope, async (tx) => {
    const locked = await lockCohort(tx, actor, input.cohortId);
    if (!locked.ok) return locked;
    const { id, centerId, timeZone } = locked.value;
    const now = ctx.clock.now();
    const until = input.until && toInstant(input.until, timeZone);
    const issue = input.until && dueDateIssue(until, { now, visitFrom: null });
    if (issue) return refuse("invalid", { issues: [{ path: "until", ...issue }] });
    // The version is that of the set-up: what somebody is writing there stays valid.
    await tx.cohort.update({ where: { id }, data: { wishesUntil: until }, select: { id: true } });
    await audit(tx, {
      type: "allocation.wishes_asked",
      at: now,
      actorId: actor.personId,
      actor: { role: "ORGANIZER" },
      centerId,
      cohortId: id,
      subject: { type: "cohort", id },
      payload: { until: until?.toISOString() ?? null },
      commandId: input.commandId,
    });
    return success(null);
  });
}

/**
 * Keeps which innovations a participant would like, in the place of what they or staff said before. Nobody
 * answers for somebody else here, and after the moment nobody at all.
 */
export function answerWishes(
  ctx: Context,
  actor: Actor,
  input: AnswerWishes,
): Promise<Result<null>> {
  const envelope = envelopeOf(actor, "ANSWER_WISHES", input);
  return runCommand<null>(ctx, envelope, async (tx) => {
    const { cohortId, placeIds } = input;
    const own = actor.enrolments.find(
      (enrolment) => enrolment.cohortId === cohortId && enrolment.role === "PARTICIPANT",
    );
    if (!own) return refuse("not_found");
    // Shared: all participants of a cohort may answer at once, but not while it is allocated.
    const [cohort] = await tx.$queryRaw<
      { centerId: string; state: CohortState; wishesUntil: Date | null }[]
    >`SELECT center_id AS "centerId", state::text AS state, wishes_until AS "wishesUntil"
      FROM cohorts WHERE id = ${cohortId}::uuid FOR SHARE`;
    const enrolled = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM enrolments
      WHERE id = ${own.id}::uuid AND cohort_id = ${cohortId}::uuid AND person_id = ${actor.personId}::uuid
        AND role = 'PARTICIPANT' AND withdrawn_at IS NULL AND accepted_at IS NOT NULL
      FOR UPDATE`;
    if (!cohort || enrolled.length === 0) return refuse("not_found");
    const ended = workRefusal(cohort.state);
    if (ended) return refuse(ended);
    const now = ctx.clock.now();
    if (!cohort.wishesUntil) return refuse("wishes_not_asked");
    if (now >= cohort.wishesUntil) return refuse("wishes_closed");
    const known = await tx.innovation.findMany({
      where: { id: { in: placeIds }, ...wishable(cohortId) },
      select: { id: true },
    });
    const issues = placeIds.flatMap((placeId, at) =>
      known.some(({ id }) => id === placeId)
        ? []
        : [{ path: `placeIds.${at}`, code: "unknown_place" }],
    );
    if (issues.length > 0) return refuse("invalid", { issues });
    await replaceWishes(tx, { cohortId, enrolmentId: own.id }, "INNOVATION", placeIds);
    await audit(tx, {
      type: "allocation.rule_changed",
      at: now,
      actorId: actor.personId,
      actor: { role: "PARTICIPANT" },
      centerId: cohort.centerId,
      cohortId,
      subject: { type: "enrolment", id: own.id },
      payload: { kind: "INNOVATION", rule: "wishes", placeId: null },
      commandId: input.commandId,
    });
    return success(null);
  });
}
