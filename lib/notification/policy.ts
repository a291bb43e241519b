import type { Actor } from "@/lib/platform/actor";

/**
 * What an actor may read of what they were told: of work to which they still stand as they did. Minted
 * here alone, so that a query without a scope does not compile.
 */
export interface NotificationScope {
  readonly minted: unique symbol;
  personId: string;
  participantIds: string[];
  facilitatorIds: string[];
  centerIds: string[];
}

export function notificationScope(actor: Actor): NotificationScope {
  const enrolled = (wanted: "PARTICIPANT" | "FACILITATOR") =>
    actor.enrolments.filter(({ role }) => role === wanted).map(({ id }) => id);
  return {
    personId: actor.personId,
    participantIds: enrolled("PARTICIPANT"),
    facilitatorIds: enrolled("FACILITATOR"),
    centerIds: actor.staff.map(({ centerId }) => centerId),
  } as NotificationScope;
}
