import type { Actor } from "@/lib/platform/actor";

/** The rooms of the workspace; which of them an actor has follows from rows, not from a switch. */
export type WorkspaceRoom =
  | "tasks"
  | "reviews"
  | "visit"
  | "cohorts"
  | "innovations"
  | "office"
  | "admin";

export type ActorRole = "PLATFORM_ADMINISTRATOR" | "STAFF" | "FACILITATOR" | "PARTICIPANT" | "NONE";

/** The rooms of an actor, the one to begin in first. */
export function roomsOf(actor: Actor): WorkspaceRoom[] {
  const rooms: WorkspaceRoom[] = [];
  if (actor.staff.length > 0) rooms.push("cohorts");
  if (actor.enrolments.some(({ role }) => role === "FACILITATOR")) rooms.push("reviews");
  if (actor.enrolments.some(({ role }) => role === "PARTICIPANT")) rooms.push("tasks");
  if (actor.enrolments.length > 0) rooms.push("visit");
  if (rooms.length > 0) rooms.push("innovations");
  if (actor.staff.length > 0) rooms.push("office");
  if (actor.isPlatformAdministrator) rooms.push("admin");
  return rooms;
}

/** What an actor is called in the shell: the role of the first room. */
export function roleOf(actor: Actor): ActorRole {
  if (actor.staff.length > 0) return "STAFF";
  if (actor.enrolments.some(({ role }) => role === "FACILITATOR")) return "FACILITATOR";
  if (actor.enrolments.length > 0) return "PARTICIPANT";
  return actor.isPlatformAdministrator ? "PLATFORM_ADMINISTRATOR" : "NONE";
}
