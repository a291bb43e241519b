import "server-only";
import { type LeaseDto, NO_DRAFTS, type SavedDrafts } from "@/lib/desk/model";
import { deskDraftsSchema } from "@/lib/desk/schema";
import type { Tx } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { type Refusal, refuse } from "@/lib/platform/result";

export const leaseSelect = {
  revisionId: true,
  holderId: true,
  holderName: true,
  takenAt: true,
  expiresAt: true,
  takenFromId: true,
} satisfies Prisma.ReviewLeaseSelect;

type RawLease = Prisma.ReviewLeaseGetPayload<{ select: typeof leaseSelect }>;

/** A lease that holds: of the revision that stands, and not lapsed. */
export function liveLease(
  lease: RawLease | null,
  revisionId: string | null,
  now: Date,
): RawLease | null {
  return lease && lease.revisionId === revisionId && lease.expiresAt > now ? lease : null;
}

export function toLease(lease: RawLease | null, readerId: string): LeaseDto | null {
  return (
    lease && {
      holder: lease.holderName,
      isReader: lease.holderId === readerId,
      until: lease.expiresAt.toISOString(),
    }
  );
}

/** One reader's own drafts of revisions. */
export const draftsOf = (personId: string) =>
  ({
    where: { personId },
    select: { openedAt: true, content: true, version: true },
  }) satisfies Prisma.Revision$reviewDraftsArgs;

export function toSavedDrafts(
  revisionId: string,
  raw: { content: Prisma.JsonValue; version: number } | undefined,
): SavedDrafts {
  const parsed = raw?.content ? deskDraftsSchema.safeParse(raw.content) : null;
  return {
    revisionId,
    version: raw?.version ?? 0,
    drafts: parsed?.success ? parsed.data : NO_DRAFTS,
  };
}

/** The lease of a stage's latest revision, in a transaction that has locked its assignment. */
export async function findLease(
  tx: Tx,
  stage: { id: string; latestRevisionId: string | null },
  now: Date,
): Promise<RawLease | null> {
  const lease = await tx.reviewLease.findUnique({
    where: { stageId: stage.id },
    select: leaseSelect,
  });
  return liveLease(lease, stage.latestRevisionId, now);
}

/** Why somebody else may not go on now: who is at it, until when, and whether it was taken from them. */
export function leasedRefusal(lease: RawLease, personId: string): Refusal {
  return refuse("leased", {
    details: {
      by: lease.holderName,
      since: lease.takenAt.toISOString(),
      until: lease.expiresAt.toISOString(),
      takenFromYou: lease.takenFromId === personId,
    },
  });
}
