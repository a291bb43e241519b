import type { WorkflowRole } from "@/lib/assignment/workflow";
import type { Actor } from "@/lib/platform/actor";

/** Whose assignment it is and who answers for it: enough to say in which roles an actor stands. */
export interface AssignmentSubject {
  centerId: string;
  cohortId: string;
  participantPersonId: string;
  participantEnrolmentId: string;
  facilitatorEnrolmentId: string | null;
}

/**
 * The roles in which an actor stands to an assignment; none means that for this actor it does not
 * exist. Nobody reviews or administers their own work, whatever else they are.
 */
export function rolesOn(actor: Actor, subject: AssignmentSubject): WorkflowRole[] {
  if (actor.personId === subject.participantPersonId) {
    return actor.enrolments.some((enrolment) => enrolment.id === subject.participantEnrolmentId)
      ? ["PARTICIPANT"]
      : [];
  }
  const roles: WorkflowRole[] = [];
  const facilitates = actor.enrolments.some(
    (enrolment) =>
      enrolment.role === "FACILITATOR" &&
      enrolment.cohortId === subject.cohortId &&
      enrolment.id === subject.facilitatorEnrolmentId,
  );
  if (facilitates) roles.push("FACILITATOR");
  const membership = actor.staff.find((staff) => staff.centerId === subject.centerId);
  if (membership) roles.push(membership.role === "VIEWER" ? "VIEWER" : "ORGANIZER");
  return roles;
}

/** Whose assignments are read: the participant's own, in every cohort that is open to them. */
export interface ParticipantScope {
  personId: string;
  enrolmentIds: string[];
}

export function participantScope(actor: Actor): ParticipantScope {
  const own = actor.enrolments.filter(({ role }) => role === "PARTICIPANT");
  return { personId: actor.personId, enrolmentIds: own.map(({ id }) => id) };
}

/** Whom an actor may give an assignment to in a cohort. */
export type AssignScope =
  | { kind: "all" }
  /** Only the participants allocated to these facilitator enrolments. */
  | { kind: "allocated"; facilitatorEnrolmentId: string };

/** Null when the actor may assign nobody in the cohort. */
export function assignScope(
  actor: Actor,
  cohort: { id: string; centerId: string },
): AssignScope | null {
  const membership = actor.staff.find((staff) => staff.centerId === cohort.centerId);
  if (membership && membership.role !== "VIEWER") return { kind: "all" };
  const facilitator = actor.enrolments.find(
    (enrolment) => enrolment.cohortId === cohort.id && enrolment.role === "FACILITATOR",
  );
  return facilitator ? { kind: "allocated", facilitatorEnrolmentId: facilitator.id } : null;
}

/** May the actor see the cohort's dashboard? Staff of its centre only. */
export function canReadCohort(actor: Actor, cohort: { centerId: string }): boolean {
  return actor.staff.some((staff) => staff.centerId === cohort.centerId);
}
