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

/** A centre whose office the actor may read. */
interface ReadableOffice {
  readonly [proof]: "read" | "organize" | "administer";
  readonly centerId: string;
}
/** A centre whose cohorts and reference data the actor may set up. */
interface OrganizableOffice extends ReadableOffice {
  readonly [proof]: "organize" | "administer";
}
/** A centre whose people the actor may govern. */
interface AdministrableOffice extends OrganizableOffice {
  readonly [proof]: "administer";
}

/**
 * A centre in which the actor has a power. Every query and change of what belongs to a centre takes
 * one, and only `authorizeOffice` makes one. Whoever may administer may also organise and read, so
 * the stronger proof stands for the weaker one.
 */
export type AuthorizedOffice<Power extends OfficePower = "read"> = {
  read: ReadableOffice;
  organize: OrganizableOffice;
  administer: AdministrableOffice;
}[Power];

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

/** The centres whose catalogue the actor may add to and change, in whose cohorts they organise. */
export function organizedCenters(actor: Actor): string[] {
  return actor.staff.flatMap(({ centerId }) =>
    authorizeOffice(actor, centerId, "organize") ? [centerId] : [],
  );
}
