import "server-only";
import type { Actor } from "@/lib/platform/actor";
import type { Reader } from "@/lib/platform/db";

/** How many submissions wait for this facilitator's review: the badge in the navigation. */
export function countWaiting(db: Reader, actor: Actor): Promise<number> {
  const facilitatorIds = actor.enrolments
    .filter(({ role }) => role === "FACILITATOR")
    .map(({ id }) => id);
  return db.stage.count({
    where: {
      state: "SUBMITTED",
      assignment: {
        cancelledAt: null,
        // After its end nothing waits for anybody.
        cohort: { state: "RUNNING" },
        enrolment: {
          facilitatorId: { in: facilitatorIds },
          personId: { not: actor.personId },
          withdrawnAt: null,
        },
      },
    },
  });
}
