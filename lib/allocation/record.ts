import "server-only";
import type { PlaceKind } from "@/lib/allocation/model";
import type { Tx } from "@/lib/platform/db";

/** The three columns that name a place, of which one is filled. */
export const ofKind = (kind: PlaceKind, placeId: string) => ({
  innovationId: kind === "INNOVATION" ? placeId : null,
  facilitatorId: kind === "FACILITATOR" ? placeId : null,
  groupId: kind === "GROUP" ? placeId : null,
});

/** Any place of a kind. */
export const anyOf = (kind: PlaceKind) => ANY[kind];

const ANY = {
  INNOVATION: { innovationId: { not: null } },
  FACILITATOR: { facilitatorId: { not: null } },
  GROUP: { groupId: { not: null } },
} as const;

/** What a participant would like, in the place of what was said before. The dearest first. */
export async function replaceWishes(
  tx: Tx,
  of: { cohortId: string; enrolmentId: string },
  kind: PlaceKind,
  placeIds: readonly string[],
): Promise<void> {
  const same = { ...of, kind: "WISH" as const };
  await tx.allocationMark.deleteMany({ where: { ...same, ...anyOf(kind) } });
  await tx.allocationMark.createMany({
    data: placeIds.map((placeId, at) => ({ ...same, rank: at + 1, ...ofKind(kind, placeId) })),
  });
}
