import { authorizeOffice } from "@/lib/center/policy";
import type { Actor } from "@/lib/platform/actor";

declare const proof: unique symbol;

/** Whose views of which centre are read or changed. Made by `viewScope` alone. */
export interface ViewScope {
  readonly [proof]: "views";
  readonly centerId: string;
  readonly personId: string;
  /** The actor may share views and change the own shared ones. */
  readonly mayShare: boolean;
  /** The actor may take shared views of others away: who made them may have left. */
  readonly mayTidy: boolean;
}

/** Proves that the actor keeps views in a centre, or null. Its staff, in any role. */
export function viewScope(actor: Actor, centerId: string): ViewScope | null {
  if (!authorizeOffice(actor, centerId, "read")) return null;
  return {
    centerId,
    personId: actor.personId,
    mayShare: authorizeOffice(actor, centerId, "organize") !== null,
    mayTidy: authorizeOffice(actor, centerId, "administer") !== null,
  } as unknown as ViewScope;
}
