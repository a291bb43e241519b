import { type AssignScope, assignScope, canReadCohort } from "@/lib/assignment/policy";
import { authorizeOffice } from "@/lib/center/policy";
import type { Actor } from "@/lib/platform/actor";

declare const proof: unique symbol;

/**
 * A cohort whose data the actor may read. Every query of a cohort's dashboard takes one, and only
 * `authorizeCohort` makes one: reading a cohort without proving the scope does not compile.
 */
export type AuthorizedCohortId = string & { readonly [proof]: "read" };

/** A cohort in which the actor may give assignments, and to whom. Made by `authorizeAssigning`. */
export interface AuthorizedAssigning {
  readonly [proof]: "assign";
  readonly cohortId: string;
  readonly scope: AssignScope;
  /** Nobody gives work to themselves. */
  readonly assignerId: string;
}

interface CohortRef {
  id: string;
  centerId: string;
}

/** Proves that the actor may read the cohort, or null. Staff of its centre, in any role. */
export function authorizeCohort(actor: Actor, cohort: CohortRef): AuthorizedCohortId | null {
  return canReadCohort(actor, cohort) ? (cohort.id as AuthorizedCohortId) : null;
}

/** Proves that the actor may assign in the cohort, or null. Organisers, and facilitators for theirs. */
export function authorizeAssigning(actor: Actor, cohort: CohortRef): AuthorizedAssigning | null {
  const scope = assignScope(actor, cohort);
  return (
    scope &&
    ({ cohortId: cohort.id, scope, assignerId: actor.personId } as unknown as AuthorizedAssigning)
  );
}

/** A cohort that the actor may set up and change. Made by `authorizeOrganizing` alone. */
export interface AuthorizedOrganizing {
  readonly [proof]: "organize";
  readonly cohortId: string;
  readonly centerId: string;
}

/** Proves that the actor may set up the cohort, or null. Organisers and administrators of its centre. */
export function authorizeOrganizing(actor: Actor, cohort: CohortRef): AuthorizedOrganizing | null {
  if (!authorizeOffice(actor, cohort.centerId, "organize")) return null;
  return { cohortId: cohort.id, centerId: cohort.centerId } as unknown as AuthorizedOrganizing;
}

/** May the actor end assignments of any participant of the cohort? Facilitators may only of theirs. */
export function canCancelInCohort(actor: Actor, cohort: CohortRef): boolean {
  return assignScope(actor, cohort)?.kind === "all";
}

/** Where an actor's cohorts can be: goes into the `where` of every look-up by id. */
export interface CohortReach {
  /** Centres of which the actor is staff. */
  centerIds: string[];
  /** Cohorts in which the actor is enrolled, in whatever role. */
  cohortIds: string[];
}

export function cohortReach(actor: Actor): CohortReach {
  return {
    centerIds: actor.staff.map(({ centerId }) => centerId),
    cohortIds: actor.enrolments.map(({ cohortId }) => cohortId),
  };
}
