import "server-only";
import type { DueLimits } from "@/lib/assignment/due-dates";
import { visitFrom } from "@/lib/cohort/due-dates";
import { type AuthorizedOrganizing, authorizeOrganizing } from "@/lib/cohort/policy";
import { type CohortState, setupRefusal } from "@/lib/cohort/workflow";
import type { Actor } from "@/lib/platform/actor";
import { isoDate } from "@/lib/platform/clock";
import type { Tx } from "@/lib/platform/db";
import { type Result, refuse, success } from "@/lib/platform/result";

/** A cohort under the lock of a change. */
export interface LockedCohort {
  authorized: AuthorizedOrganizing;
  id: string;
  centerId: string;
  state: CohortState;
  version: number;
  timeZone: string;
}

/**
 * Locks a cohort for a change of its set-up by an organiser: two changes queue, and nobody closes it
 * meanwhile. One that is not the actor's does not exist; one that has ended is refused with the reason.
 *
 * @param intent "setup" is refused in a closed or archived cohort; "state" is for what moves the state
 */
export async function lockCohort(
  tx: Tx,
  actor: Actor,
  cohortId: string,
  intent: "setup" | "state" = "setup",
): Promise<Result<LockedCohort>> {
  const rows = await tx.$queryRaw<Omit<LockedCohort, "authorized">[]>`
    SELECT id, center_id AS "centerId", state::text AS state, version, time_zone AS "timeZone"
    FROM cohorts WHERE id = ${cohortId}::uuid FOR UPDATE`;
  const cohort = rows[0];
  if (!cohort) return refuse("not_found");
  const authorized = authorizeOrganizing(actor, cohort);
  if (!authorized) {
    // Viewers of the centre see it; for everybody else it is not there.
    const seen = actor.staff.some(({ centerId }) => centerId === cohort.centerId);
    return refuse(seen ? "forbidden" : "not_found");
  }
  const ended = intent === "setup" ? setupRefusal(cohort.state) : null;
  if (ended) return refuse(ended);
  return success({ ...cohort, authorized });
}

/** By what due dates in a cohort are judged: the clock, and when its first visit begins. */
export async function readDueLimits(tx: Tx, cohortId: string, now: Date): Promise<DueLimits> {
  const { timeZone, visits } = await tx.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: { timeZone: true, visits: { select: { startsOn: true } } },
  });
  const days = visits.map(({ startsOn }) => ({ startsOn: isoDate(startsOn) }));
  return { now, visitFrom: visitFrom(days, timeZone) };
}
