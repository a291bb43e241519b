import type { LinkReader } from "@/lib/person/model";
import type { Actor } from "@/lib/platform/actor";

/** Platform administrators make centres and deactivate people. */
export function canAdministerPlatform(actor: Actor): boolean {
  return actor.isPlatformAdministrator;
}

/** Whether a link is the reader's to use. Whose it is, nobody else learns. */
export function linkReader(link: { personId: string }, actor: Actor | null): LinkReader {
  if (!actor) return { is: "signedOut" };
  if (actor.personId !== link.personId) return { is: "other", name: actor.name };
  return actor.noticePending ? { is: "unread" } : { is: "meant", name: actor.name };
}
