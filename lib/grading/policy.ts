import type { Actor } from "@/lib/platform/actor";

/**
 * Under which enrolments an actor may score works a second time. Minted here alone, so that a query
 * without a scope does not compile.
 */
export interface RaterScope {
  readonly minted: unique symbol;
  raterIds: string[];
  /** Nobody scores their own work. */
  personId: string;
  /** Centres whose staff the actor is: they read the first rater's scores, and so are not blind there. */
  seesCenterIds: string[];
}

/** Null for whoever facilitates nowhere. */
export function raterScope(actor: Actor): RaterScope | null {
  const raterIds = actor.enrolments
    .filter(({ role }) => role === "FACILITATOR")
    .map(({ id }) => id);
  if (raterIds.length === 0) return null;
  return {
    raterIds,
    personId: actor.personId,
    seesCenterIds: actor.staff.map(({ centerId }) => centerId),
  } as RaterScope;
}

/** What of a work and of a rater says whether the rater has seen nothing of the first one's scores. */
export interface BlindnessFacts {
  participantPersonId: string;
  facilitatorEnrolmentId: string | null;
  /** Who has scored the work first, decided on it, or written remarks on it. */
  reviewerPersonIds: readonly string[];
  rater: { enrolmentId: string; personId: string; isStaff: boolean };
}

/**
 * May somebody be the second rater of a work? Not the participant, not who reviews or reviewed it, and
 * nobody of the centre's staff. The trigger `second_ratings_blind` says the same.
 */
export function isBlind(facts: BlindnessFacts): boolean {
  const { rater } = facts;
  return (
    !rater.isStaff &&
    rater.personId !== facts.participantPersonId &&
    !facts.reviewerPersonIds.includes(rater.personId) &&
    rater.enrolmentId !== facts.facilitatorEnrolmentId
  );
}
