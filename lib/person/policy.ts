import type { Actor } from "@/lib/platform/actor";

/** Platform administrators make centres and deactivate people. */
export function canAdministerPlatform(actor: Actor): boolean {
  return actor.isPlatformAdministrator;
}
