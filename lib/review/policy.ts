import type { WorkflowRole } from "@/lib/assignment/workflow";
import type { Actor } from "@/lib/platform/actor";

/**
 * Whose submissions an actor may list: those of the participants allocated to these facilitator
 * enrolments. Minted here alone, so that a query without a scope does not compile.
 */
export interface FacilitatorScope {
  readonly minted: unique symbol;
  facilitatorIds: string[];
  /** Nobody reviews their own work. */
  personId: string;
}

/** Null for whoever facilitates nobody. */
export function facilitatorScope(actor: Actor): FacilitatorScope | null {
  const facilitatorIds = actor.enrolments
    .filter(({ role }) => role === "FACILITATOR")
    .map(({ id }) => id);
  if (facilitatorIds.length === 0) return null;
  return { facilitatorIds, personId: actor.personId } as FacilitatorScope;
}

/**
 * In which capacity somebody reads a submission on the review desk: the allocated facilitator, or
 * staff of the centre. Null for everybody else; participants have their own pages.
 */
export function reviewerRole(roles: readonly WorkflowRole[]): "FACILITATOR" | "STAFF" | null {
  if (roles.includes("FACILITATOR")) return "FACILITATOR";
  return roles.includes("ORGANIZER") || roles.includes("VIEWER") ? "STAFF" : null;
}
