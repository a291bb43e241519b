import type { DoorFacts } from "@/lib/invitation/model";

/**
 * How far a centre may open a person's door. A link is a key to everything that the person has: so it
 * is shown to staff only where all of that is theirs anyway. Whoever is known elsewhere too gets it
 * by a letter to the own address, which staff never see; and an organiser never holds the key of an
 * administrator.
 */
export type DoorRight = "shown" | "mailed" | "none";

export function doorRight(facts: DoorFacts, can: { administer: boolean }): DoorRight {
  if (facts.isPlatformAdministrator) return "none";
  if (facts.isStaffHere && !can.administer) return "none";
  return facts.isElsewhere ? "mailed" : "shown";
}
