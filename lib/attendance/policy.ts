import { authorizeOffice } from "@/lib/center/policy";
import type { Actor } from "@/lib/platform/actor";

declare const proof: unique symbol;

interface CohortRef {
  id: string;
  centerId: string;
}

/** A cohort whose attendance the actor may read. Made by `authorizeAttendance` alone. */
export interface AuthorizedAttendance {
  readonly [proof]: "attendance";
  readonly cohortId: string;
  readonly centerId: string;
  /** May mark by hand and show the codes: organisers, and facilitators of the cohort. */
  readonly canMark: boolean;
  /** In which capacity. */
  readonly role: "ORGANIZER" | "FACILITATOR" | "VIEWER";
}

/**
 * Proves that the actor may read who attended, or null: staff of the centre, and the cohort's
 * facilitators, who stand in the room with all its groups.
 */
export function authorizeAttendance(actor: Actor, cohort: CohortRef): AuthorizedAttendance | null {
  const facilitates = actor.enrolments.some(
    ({ cohortId, role }) => cohortId === cohort.id && role === "FACILITATOR",
  );
  const organizes = authorizeOffice(actor, cohort.centerId, "organize") !== null;
  const reads = authorizeOffice(actor, cohort.centerId, "read") !== null;
  if (!facilitates && !reads) return null;
  return {
    cohortId: cohort.id,
    centerId: cohort.centerId,
    canMark: facilitates || organizes,
    role: organizes ? "ORGANIZER" : facilitates ? "FACILITATOR" : "VIEWER",
  } as unknown as AuthorizedAttendance;
}
