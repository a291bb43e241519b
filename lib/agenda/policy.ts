import { canReadCohort } from "@/lib/assignment/policy";
import type { Actor } from "@/lib/platform/actor";

declare const proof: unique symbol;

/** A cohort whose agenda the actor may read. Made by `authorizeAgenda` alone. */
export interface AuthorizedAgenda {
  readonly [proof]: "agenda";
  readonly cohortId: string;
}

/** Proves that the actor may read the agenda, or null: staff of the centre, and whoever is enrolled. */
export function authorizeAgenda(
  actor: Actor,
  cohort: { id: string; centerId: string },
): AuthorizedAgenda | null {
  const enrolled = actor.enrolments.some(({ cohortId }) => cohortId === cohort.id);
  if (!enrolled && !canReadCohort(actor, cohort)) return null;
  return { cohortId: cohort.id } as unknown as AuthorizedAgenda;
}
