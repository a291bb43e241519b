import { assignSecondRater, saveSecondScores } from "@/lib/grading/mutations";
import type { Actor } from "@/lib/platform/actor";
import { fixedClock } from "@/lib/platform/clock";
import type { Context } from "@/lib/platform/context";
import type { Db } from "@/lib/platform/db";
import type { Result } from "@/lib/platform/result";
import { type WorkScore, workScoresSchema } from "@/lib/review/schema";
import { COHORT_ID } from "./cohort";
import { stableId } from "./ids";
import type { DemoPeople } from "./people";

/** How the second rater sees each work that is finished: points more or less than the first, and whether to the end. */
const EYES = [
  { points: 3, final: false },
  { points: -22, final: true },
  { points: -4, final: true },
] as const;

/**
 * Has some finished works rated by another group's facilitator: one begun, one far apart, one much alike.
 * A command that was carried out in an interrupted run answers as it did.
 *
 * @param actorOf whoever has this id, as an actor
 */
export async function seedSecondRatings(
  db: Db,
  people: DemoPeople,
  now: Date,
  actorOf: (personId: string) => Promise<Actor>,
): Promise<void> {
  const ctx: Context = { db, clock: fixedClock(now) };
  const staff = await actorOf(people.staff.id);
  const finished = await db.workAssessment.findMany({
    where: { finalizedAt: { not: null }, assignment: { cohortId: COHORT_ID } },
    orderBy: { assignment: { enrolment: { rosterNumber: "desc" } } },
    take: EYES.length,
    select: {
      assignmentId: true,
      scores: true,
      assignment: { select: { enrolment: { select: { facilitatorId: true } } } },
    },
  });
  for (const [index, { points, final }] of EYES.entries()) {
    const work = finished[index];
    if (!work) return;
    const { assignmentId } = work;
    const own = people.facilitators.findIndex(
      ({ enrolmentId }) => enrolmentId === work.assignment.enrolment.facilitatorId,
    );
    const rater = people.facilitators[(own + 1) % people.facilitators.length];
    if (!rater) return;
    const given = await assignSecondRater(ctx, staff, {
      commandId: stableId(`second:${assignmentId}:rater`),
      cohortId: COHORT_ID,
      assignmentIds: [assignmentId],
      raterId: rater.enrolmentId,
    });
    done(given);
    const scores = workScoresSchema
      .parse(work.scores)
      .map((score, nth) => seen(score, points, nth));
    const saved = await saveSecondScores(ctx, await actorOf(rater.id), {
      commandId: stableId(`second:${assignmentId}:scores`),
      assignmentId,
      basedOn: 0,
      scores: final ? scores : scores.slice(0, 2),
      final,
    });
    done(saved);
  }
}

/** As another pair of eyes sees it: about so many points away, and with no word on why. */
function seen(score: WorkScore, points: number, nth: number): WorkScore {
  if (score.value === null) return score;
  const value = score.value + points + (nth % 3) - 1;
  return { ...score, value: Math.min(100, Math.max(0, value)), note: "" };
}

function done(result: Result<unknown>): void {
  if (!result.ok) throw new Error(`a second rating: ${JSON.stringify(result)}`);
}
