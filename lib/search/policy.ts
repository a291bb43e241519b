import { type CatalogueScope, catalogueScope } from "@/lib/innovation/policy";
import type { Actor } from "@/lib/platform/actor";

declare const proof: unique symbol;

/**
 * In what somebody may search: staff in all of their centres' cohorts, facilitators in what those do
 * who are allocated to them, participants in their own. Made by `searchScope` alone.
 */
export interface SearchScope {
  readonly [proof]: "search";
  readonly centerIds: readonly string[];
  /** Those of them whose rosters the actor reads with numbers in full: the actor organises there. */
  readonly numberCenterIds: readonly string[];
  /** Enrolments as facilitator. */
  readonly facilitatorIds: readonly string[];
  /** Enrolments as participant. */
  readonly participantIds: readonly string[];
  readonly catalogue: CatalogueScope | null;
}

/** Everybody may search; who belongs nowhere finds nothing. */
export function searchScope(actor: Actor): SearchScope {
  const enrolled = (wanted: "FACILITATOR" | "PARTICIPANT") =>
    actor.enrolments.filter(({ role }) => role === wanted).map(({ id }) => id);
  return {
    centerIds: actor.staff.map(({ centerId }) => centerId),
    numberCenterIds: actor.staff
      .filter(({ role }) => role !== "VIEWER")
      .map(({ centerId }) => centerId),
    facilitatorIds: enrolled("FACILITATOR"),
    participantIds: enrolled("PARTICIPANT"),
    catalogue: catalogueScope(actor),
  } as unknown as SearchScope;
}

/** Whoever only takes part looks for no people. */
export function mayFindPeople({ centerIds, facilitatorIds }: SearchScope): boolean {
  return centerIds.length > 0 || facilitatorIds.length > 0;
}
