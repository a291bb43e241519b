import type { Actor } from "@/lib/platform/actor";
import type { StaffRole } from "@/lib/platform/generated/prisma/enums";

/** What may be done in a centre's office: look, set up cohorts and reference data, govern people. */
export type OfficePower = "read" | "organize" | "administer";

const POWERS: Readonly<Record<StaffRole, readonly OfficePower[]>> = {
  VIEWER: ["read"],
  ORGANIZER: ["read", "organize"],
  ADMINISTRATOR: ["read", "organize", "administer"],
};

declare const proof: unique symbol;

/**
 * A centre in which the actor has a power. Every query and change of what belongs to a centre takes
 * one, and only `authorizeOffice` makes one. Whoever may administer may also organise and read.
 */
export interface AuthorizedOffice<Power extends OfficePower = "read"> {
  readonly [proof]: Power extends "administer"
    ? { administer: true; organize: true; read: true }
    : Power extends "organize"
      ? { organize: true; read: true }
      : { read: true };
  readonly centerId: string;
}

/** Proves a power of the actor in a centre, or null: another centre and none look the same. */
export function authorizeOffice<Power extends OfficePower>(
  actor: Actor,
  centerId: string,
  power: Power,
): AuthorizedOffice<Power> | null {
  const membership = actor.staff.find((staff) => staff.centerId === centerId);
  if (!membership || !POWERS[membership.role].includes(power)) return null;
  return { centerId } as unknown as AuthorizedOffice<Power>;
}
