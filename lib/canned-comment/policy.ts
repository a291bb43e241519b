import type { Actor } from "@/lib/platform/actor";

/** May the actor keep comments for all who review in a cohort? Who reviews there, or organises it. */
export function mayShareCanned(actor: Actor, cohort: { id: string; centerId: string }): boolean {
  return (
    actor.enrolments.some(
      ({ cohortId, role }) => cohortId === cohort.id && role === "FACILITATOR",
    ) || actor.staff.some(({ centerId, role }) => centerId === cohort.centerId && role !== "VIEWER")
  );
}

/** May the actor keep comments of their own? Whoever reviews or organises anywhere. */
export function mayKeepCanned(actor: Actor): boolean {
  return (
    actor.enrolments.some(({ role }) => role === "FACILITATOR") ||
    actor.staff.some(({ role }) => role !== "VIEWER")
  );
}
