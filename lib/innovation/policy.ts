import type { AuthorizedOffice } from "@/lib/center/policy";
import type { Actor } from "@/lib/platform/actor";

declare const proof: unique symbol;

/**
 * Whose catalogue is read: what staff have is that of their centres with what is shared; who is
 * enrolled has that of the regions that their cohorts visit. Made by `catalogueScope` alone.
 */
export interface CatalogueScope {
  readonly [proof]: "catalogue";
  readonly centerIds: readonly string[];
  readonly cohortIds: readonly string[];
}

/** The catalogue that the actor may read, or null for somebody who is neither staff nor enrolled. */
export function catalogueScope(actor: Actor): CatalogueScope | null {
  if (actor.staff.length === 0 && actor.enrolments.length === 0) return null;
  return {
    centerIds: actor.staff.map(({ centerId }) => centerId),
    cohortIds: actor.enrolments.map(({ cohortId }) => cohortId),
  } as unknown as CatalogueScope;
}

/** The catalogue as one centre's office has it: its own entries and what is shared. */
export function officeCatalogue({ centerId }: AuthorizedOffice): CatalogueScope {
  return { centerIds: [centerId], cohortIds: [] as string[] } as unknown as CatalogueScope;
}
