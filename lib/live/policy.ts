import { authorizeAttendance } from "@/lib/attendance/policy";
import { authorizeCohort } from "@/lib/cohort/policy";
import {
  attendanceTopics,
  dashboardTopics,
  gradesTopics,
  type LiveView,
  queueTopics,
} from "@/lib/live/model";
import type { Actor } from "@/lib/platform/actor";
import { facilitatorScope } from "@/lib/review/policy";

declare const proof: unique symbol;

/** What the actor may be told of. Made here alone, from what the page itself asks. */
export interface AuthorizedStream {
  readonly [proof]: "follow";
  /** The same for all who may be told the same. */
  readonly key: string;
  readonly topics: readonly string[];
}

function stream(key: string, topics: readonly string[]): AuthorizedStream {
  return { key, topics } as unknown as AuthorizedStream;
}

/**
 * Proves that the actor may follow a cohort, or null: its dashboards and grades as staff of its centre, its
 * attendance also as one of its facilitators.
 */
export function authorizeCohortStream(
  actor: Actor,
  cohort: { id: string; centerId: string },
  view: LiveView,
): AuthorizedStream | null {
  if (view === "attendance") {
    return authorizeAttendance(actor, cohort)
      ? stream(`attendance ${cohort.id}`, attendanceTopics(cohort.id))
      : null;
  }
  if (view === "grades") {
    return authorizeCohort(actor, cohort)
      ? stream(`grades ${cohort.id}`, gradesTopics(cohort.id))
      : null;
  }
  return authorizeCohort(actor, cohort)
    ? stream(`dashboard ${cohort.id}`, dashboardTopics(cohort.id))
    : null;
}

/** Proves that the actor has a queue to follow, or null: whoever facilitates, and what is theirs of it. */
export function authorizeQueueStream(actor: Actor): AuthorizedStream | null {
  const scope = facilitatorScope(actor);
  return scope && stream(`queue ${actor.personId}`, queueTopics(scope.facilitatorIds));
}
