import "server-only";
import { linkToken } from "@/lib/person/data";
import { audit } from "@/lib/platform/audit";
import type { Tx } from "@/lib/platform/db";
import type { OneTimeLinkPurpose } from "@/lib/platform/generated/prisma/enums";
import { uuidv7 } from "@/lib/platform/ids";
import { tokenHash } from "@/lib/platform/secret";

/** Whom links are made for, how long they work, and who makes them. */
export interface LinkIssue {
  personIds: readonly string[];
  /** What they are for; to set a password, where nothing else is said. */
  purpose?: OneTimeLinkPurpose;
  /** The role on a staff that is taken with it: of one person, by who governs that staff. */
  membershipId?: string | null;
  /** The address that is confirmed with it. */
  newEmail?: string | null;
  channel: "LINK" | "SHEET" | "MAIL";
  hours: number;
  now: Date;
  actor: { id: string | null; role: string };
  centerId?: string | null;
  cohortId?: string | null;
  commandId?: string | null;
}

/**
 * Makes one-time links, one a person, in the place of those they had for the same. Their addresses
 * follow from the ids: `linkUrl` in data.ts.
 */
export async function issueLinks(
  tx: Tx,
  issue: LinkIssue,
): Promise<Map<string, { linkId: string; expiresAt: Date }>> {
  const { purpose = "SET_PASSWORD", membershipId = null, newEmail = null } = issue;
  const personIds = [...new Set(issue.personIds)];
  const expiresAt = new Date(issue.now.getTime() + issue.hours * 3_600_000);
  // Offers of several centres stand beside each other; of all else one is enough.
  if (purpose !== "ACCEPT_ROLE") await revokeOpenLinks(tx, personIds, issue.now, purpose);
  if (membershipId) await revokeRoleLinks(tx, membershipId, issue.now);
  const links = personIds.map((personId) => ({ id: uuidv7(issue.now), personId }));
  await tx.oneTimeLink.createMany({
    data: links.map(({ id, personId }) => ({
      id,
      personId,
      purpose,
      membershipId,
      newEmail,
      channel: issue.channel,
      tokenHash: tokenHash(linkToken(id)),
      expiresAt,
      createdAt: issue.now,
    })),
  });
  for (const { personId } of links) {
    await audit(tx, {
      type: "person.link_created",
      at: issue.now,
      actorId: issue.actor.id,
      actor: { role: issue.actor.role },
      centerId: issue.centerId ?? null,
      cohortId: issue.cohortId ?? null,
      subject: { type: "person", id: personId },
      payload: { purpose, channel: issue.channel },
      commandId: issue.commandId ?? null,
    });
  }
  return new Map(links.map(({ id, personId }) => [personId, { linkId: id, expiresAt }]));
}

/** Closes the open links of people: an older one would be a second key under the mat. */
export async function revokeOpenLinks(
  tx: Tx,
  personIds: readonly string[],
  now: Date,
  purpose: OneTimeLinkPurpose = "SET_PASSWORD",
): Promise<void> {
  // Two who make links for the same people queue here, always in the same order.
  await tx.$queryRaw`
    SELECT 1 FROM people WHERE id = ANY(${[...personIds]}::uuid[]) ORDER BY id FOR UPDATE`;
  await tx.oneTimeLink.updateMany({
    where: {
      personId: { in: [...personIds] },
      purpose,
      usedAt: null,
      revokedAt: null,
    },
    data: { revokedAt: now },
  });
}

/**
 * Closes the links to people's passwords that others have seen, or can see in an outbox: who rises
 * must not be entered by what was handed out below. What a person asked for by "forgotten" stays.
 */
export async function revokeShownLinks(
  tx: Tx,
  personIds: readonly string[],
  now: Date,
): Promise<void> {
  if (personIds.length === 0) return;
  await tx.$queryRaw`
    SELECT 1 FROM people WHERE id = ANY(${[...personIds]}::uuid[]) ORDER BY id FOR UPDATE`;
  await tx.oneTimeLink.updateMany({
    where: {
      personId: { in: [...personIds] },
      purpose: "SET_PASSWORD",
      usedAt: null,
      revokedAt: null,
      NOT: { channel: "MAIL", mail: { is: { centerId: null } } },
    },
    data: { revokedAt: now },
  });
}

/** Closes the open links by which a role would be taken. */
export async function revokeRoleLinks(tx: Tx, membershipId: string, now: Date): Promise<void> {
  await tx.oneTimeLink.updateMany({
    where: { membershipId, usedAt: null, revokedAt: null },
    data: { revokedAt: now },
  });
}
