import "server-only";
import type { LiveHostLink } from "@/lib/feedback/policy";
import { auditAll } from "@/lib/platform/audit";
import type { Tx } from "@/lib/platform/db";

/**
 * Tells the organisers of a centre that the host answered. Somebody who has not read yet of an answer by the
 * same link is not told again: a host that answers thirty findings is one piece of news.
 */
export async function tellOfAnswer(tx: Tx, link: LiveHostLink, now: Date): Promise<void> {
  // Whoever joins or leaves the staff does it before or after.
  await tx.$queryRaw`SELECT 1 FROM training_centers WHERE id = ${link.centerId}::uuid FOR KEY SHARE`;
  const staff = await tx.staffMembership.findMany({
    where: {
      centerId: link.centerId,
      role: { in: ["ORGANIZER", "ADMINISTRATOR"] },
      acceptedAt: { not: null },
      person: {
        status: "ACTIVE",
        suspensions: { none: { centerId: link.centerId } },
        notifications: { none: { hostLinkId: link.id, readAt: null } },
      },
    },
    select: { personId: true },
  });
  if (staff.length === 0) return;
  const told = await tx.notification.createManyAndReturn({
    data: staff.map(({ personId }) => ({
      personId,
      kind: "HOST_ANSWERED" as const,
      hostLinkId: link.id,
      occasion: now,
      createdAt: now,
    })),
    select: { id: true, personId: true },
  });
  await auditAll(
    tx,
    told.map(({ personId }) => ({
      type: "notification.told" as const,
      at: now,
      actorId: null,
      actor: { role: "SYSTEM" },
      centerId: link.centerId,
      cohortId: link.cohortId,
      subject: { type: "person", id: personId },
      payload: { kind: "HOST_ANSWERED" },
    })),
  );
}
