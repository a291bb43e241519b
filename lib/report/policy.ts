import { type AssignmentSubject, rolesOn } from "@/lib/assignment/policy";
import { authorizeOffice } from "@/lib/center/policy";
import type { Actor } from "@/lib/platform/actor";

declare const proof: unique symbol;

/** Where the participants are whose reports an actor may read: goes into the `where` that looks one up. */
export interface ReportReach {
  personId: string;
  facilitatorIds: string[];
  centerIds: string[];
}

export function reportReach(actor: Actor): ReportReach {
  return {
    personId: actor.personId,
    facilitatorIds: actor.enrolments
      .filter(({ role }) => role === "FACILITATOR")
      .map(({ id }) => id),
    centerIds: actor.staff.map(({ centerId }) => centerId),
  };
}

/** A participant whose report the actor may read. Made by `authorizeReport` alone. */
export interface AuthorizedReport {
  readonly [proof]: "report";
  readonly enrolmentId: string;
  readonly cohortId: string;
  readonly centerId: string;
  readonly role: "PARTICIPANT" | "FACILITATOR" | "ORGANIZER" | "VIEWER";
  /** The civil-servant number in full: for the person it is of, and for organisers. */
  readonly withNumber: boolean;
}

/**
 * Proves that the actor may read a participant's report, or null: the participant, the facilitator who
 * answers for them, and staff of the centre. Who left the cohort has no part in it any more.
 */
export function authorizeReport(actor: Actor, subject: AssignmentSubject): AuthorizedReport | null {
  const roles = rolesOn(actor, subject);
  const role = (["PARTICIPANT", "ORGANIZER", "FACILITATOR", "VIEWER"] as const).find((one) =>
    roles.includes(one),
  );
  if (!role) return null;
  return {
    enrolmentId: subject.participantEnrolmentId,
    cohortId: subject.cohortId,
    centerId: subject.centerId,
    role,
    withNumber: role === "PARTICIPANT" || role === "ORGANIZER",
  } as unknown as AuthorizedReport;
}

/** A cohort whose findings the actor may read as a whole. Made by `authorizeFindings` alone. */
export interface AuthorizedFindings {
  readonly [proof]: "findings";
  readonly cohortId: string;
  readonly centerId: string;
  readonly role: "FACILITATOR" | "ORGANIZER" | "VIEWER";
}

/** Proves that the actor may read what a cohort found, or null: staff of its centre, and its facilitators. */
export function authorizeFindings(
  actor: Actor,
  cohort: { id: string; centerId: string },
): AuthorizedFindings | null {
  const staff = authorizeReports(actor, cohort);
  const facilitates = actor.enrolments.some(
    ({ cohortId, role }) => cohortId === cohort.id && role === "FACILITATOR",
  );
  if (!staff && !facilitates) return null;
  return {
    cohortId: cohort.id,
    centerId: cohort.centerId,
    role: staff?.role ?? "FACILITATOR",
  } as unknown as AuthorizedFindings;
}

/** A cohort all of whose reports the actor may take along. Made by `authorizeReports` alone. */
export interface AuthorizedReports {
  readonly [proof]: "reports";
  readonly cohortId: string;
  readonly centerId: string;
  readonly role: "ORGANIZER" | "VIEWER";
}

/** Proves that the actor may take the reports of a whole cohort, or null: staff of its centre. */
export function authorizeReports(
  actor: Actor,
  cohort: { id: string; centerId: string },
): AuthorizedReports | null {
  if (!authorizeOffice(actor, cohort.centerId, "read")) return null;
  const organizes = authorizeOffice(actor, cohort.centerId, "organize") !== null;
  return {
    cohortId: cohort.id,
    centerId: cohort.centerId,
    role: organizes ? "ORGANIZER" : "VIEWER",
  } as unknown as AuthorizedReports;
}
