import { type AuthorizedOffice, authorizeOffice } from "@/lib/center/policy";
import type { Actor } from "@/lib/platform/actor";
import { type Refusal, refuse } from "@/lib/platform/result";

/** The centre whose catalogue the actor may change, or why not. */
export function authorizeCatalogue(
  actor: Actor,
  centerId: string,
): { ok: true; office: AuthorizedOffice<"organize"> } | Refusal {
  const office = authorizeOffice(actor, centerId, "organize");
  if (office) return { ok: true, office };
  return refuse(authorizeOffice(actor, centerId, "read") ? "forbidden" : "not_found");
}

/** An entry as it stands. */
export interface StandingEntry {
  /** Null for what all centres share. */
  centerId: string | null;
  version: number;
}

/**
 * Why a change of an entry is refused, or null. What is shared everybody sees and no centre changes;
 * another centre's entry and none look the same.
 *
 * @param current what stands now, for whoever based the change on something older
 */
export function judgeEntry(
  standing: StandingEntry | null,
  { centerId }: AuthorizedOffice<"organize">,
  basedOn: number | null,
  current: Record<string, unknown>,
): Refusal | null {
  if (!standing || (standing.centerId !== null && standing.centerId !== centerId)) {
    return refuse("not_found");
  }
  if (standing.centerId === null) return refuse("forbidden");
  if (standing.version !== basedOn) {
    return refuse("conflict", {
      details: { cause: "stale", version: standing.version },
      current,
    });
  }
  return null;
}
