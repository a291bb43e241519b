import "server-only";
import type { z } from "zod";
import { authorizeOffice } from "@/lib/center/policy";
import { lockCohort } from "@/lib/cohort/record";
import {
  HAS_ACCESS,
  HAS_LOGIN,
  IS_PLATFORM_ADMINISTRATOR,
  isClosed,
  isElsewhere,
  isStaffOf,
  listInvited,
} from "@/lib/invitation/data";
import {
  type DoorFacts,
  INVITATION_DAYS,
  INVITATION_MAX,
  type InvitationChannel,
  type InvitationsMade,
  type SkipReason,
} from "@/lib/invitation/model";
import { doorRight } from "@/lib/invitation/policy";
import type { inviteSchema, revokeSchema } from "@/lib/invitation/schema";
import { queueLetters } from "@/lib/mail/record";
import { linkUrl } from "@/lib/person/data";
import { issueLinks } from "@/lib/person/record";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { takeAttempt } from "@/lib/platform/rate-limit";
import { type Result, refuse, success } from "@/lib/platform/result";
import { envelopeOf, runCommand } from "@/lib/platform/transaction";

interface Invited {
  made: { enrolmentId: string; linkId: string; expiresAt: string }[];
  letters: number;
  skipped: { enrolmentId: string; reason: SkipReason }[];
  /** Absent in older entries of the log, which left nobody. */
  left?: number;
}

/**
 * Invites people of a cohort who have no account yet, and those whom another centre knew before and who
 * have not taken their place: by letter, by links to copy, or by links to print (the latter by letter alone). Each gets one link, in the place of an older one. The log of commands keeps the ids of the
 * links, from which the same command sent again makes the same addresses; nothing keeps an address.
 */
export async function inviteToCohort(
  ctx: Context,
  actor: Actor,
  input: z.output<typeof inviteSchema>,
): Promise<Result<InvitationsMade>> {
  const envelope = {
    ...envelopeOf(actor, "INVITE", input),
    mayRepeat: async (tx: Tx) => {
      const locked = await lockCohort(tx, actor, input.cohortId);
      return locked.ok ? null : locked;
    },
  };
  const wait = await takeAttempt(
    ctx.db,
    "linksMade",
    actor.personId,
    input.enrolmentIds?.length ?? 1,
  );
  if (wait > 0) return refuse("rate_limited", { details: { retryAfterSeconds: wait } });
  const result = await runCommand<Invited>(ctx, envelope, async (tx) => {
    const locked = await lockCohort(tx, actor, input.cohortId);
    if (!locked.ok) return locked;
    const { centerId } = locked.value;
    const candidates = await findCandidates(tx, { ...input, centerId }, ctx.clock.now());
    if (input.enrolmentIds && candidates.length !== new Set(input.enrolmentIds).size) {
      return refuse("invalid", { issues: [{ path: "enrolmentIds", code: "unknown_participant" }] });
    }
    const can = { administer: authorizeOffice(actor, centerId, "administer") !== null };
    const judged = candidates.map((candidate) => ({
      ...candidate,
      reason: skipReason(candidate, input.channel, can),
    }));
    const { chosen, left } = nextOf(judged.filter(({ reason }) => reason === null));
    const skipped = judged.flatMap(({ enrolmentId, reason }) =>
      // Everybody without an account was meant: who has one was not left out.
      reason === null || (input.enrolmentIds === null && reason === "HAS_ACCOUNT")
        ? []
        : [{ enrolmentId, reason }],
    );
    const now = ctx.clock.now();
    const role = { id: actor.personId, role: "ORGANIZER" };
    const links = await issueLinks(tx, {
      personIds: chosen.filter(needsLink).map(({ personId }) => personId),
      channel: input.channel,
      hours: INVITATION_DAYS * 24,
      now,
      actor: role,
      centerId,
      cohortId: input.cohortId,
      commandId: input.commandId,
    });
    if (input.channel === "MAIL") {
      const recipients = new Map(chosen.map((candidate) => [candidate.personId, candidate]));
      await queueLetters(
        tx,
        [...recipients.values()].map(({ personId, isOffered }) => ({
          // One letter of an offer, with a way in or without: which it is would tell who has one already.
          kind: isOffered ? "ENROLMENT_OFFERED" : "INVITATION",
          personId,
          linkId: links.get(personId)?.linkId ?? null,
        })),
        { locale: input.locale, centerId, now, actor: role, commandId: input.commandId },
      );
      return success({ made: [], letters: recipients.size, skipped, left });
    }
    const made = chosen.flatMap(({ enrolmentId, personId }) => {
      const link = links.get(personId);
      return link
        ? [{ enrolmentId, linkId: link.linkId, expiresAt: link.expiresAt.toISOString() }]
        : [];
    });
    return success({ made, letters: 0, skipped, left });
  });
  return result.ok ? success(await present(ctx, input.cohortId, result.value)) : result;
}

/**
 * Of more people than are invited at once those who come next: who has no invitation that works, and
 * only when all have one, who got theirs longest ago. A cohort is invited in a few turns, and nobody's
 * sheet ends with the turn of the others.
 */
function nextOf(invitable: Candidate[]): { chosen: Candidate[]; left: number } {
  if (invitable.length <= INVITATION_MAX) return { chosen: invitable, left: 0 };
  const waiting = invitable.filter(({ hasLink }) => !hasLink);
  const due = waiting.length > 0 ? waiting : invitable;
  const chosen = due
    .toSorted((a, b) => (a.lastLinkAt?.getTime() ?? 0) - (b.lastLinkAt?.getTime() ?? 0))
    .slice(0, INVITATION_MAX);
  return { chosen, left: due.length - chosen.length };
}

interface Candidate extends DoorFacts {
  enrolmentId: string;
  personId: string;
  hasEmail: boolean;
  hasLogin: boolean;
  hasAccess: boolean;
  isClosed: boolean;
  /** Waits to be taken. */
  isOffered: boolean;
  /** Holds a link to a password that works. */
  hasLink: boolean;
  lastLinkAt: Date | null;
}

function findCandidates(
  tx: Tx,
  {
    cohortId,
    centerId,
    enrolmentIds,
  }: { cohortId: string; centerId: string; enrolmentIds: readonly string[] | null },
  now: Date,
): Promise<Candidate[]> {
  const those = enrolmentIds
    ? Prisma.sql`AND e.id = ANY(${[...enrolmentIds]}::uuid[])`
    : Prisma.sql`AND (NOT ${HAS_ACCESS} OR e.accepted_at IS NULL)`;
  return tx.$queryRaw<Candidate[]>`
    SELECT e.id AS "enrolmentId", p.id AS "personId", p.email IS NOT NULL AS "hasEmail",
           ${HAS_LOGIN} AS "hasLogin",
           ${HAS_ACCESS} AS "hasAccess", ${isClosed(centerId)} AS "isClosed",
           e.accepted_at IS NULL AS "isOffered",
           ${IS_PLATFORM_ADMINISTRATOR} AS "isPlatformAdministrator",
           ${isElsewhere(centerId)} AS "isElsewhere", ${isStaffOf(centerId)} AS "isStaffHere",
           coalesce(k.open, false) AS "hasLink", k.last AS "lastLinkAt"
    FROM enrolments e JOIN people p ON p.id = e.person_id
    LEFT JOIN LATERAL (
      SELECT max(o.created_at) AS last, bool_or(o.used_at IS NULL AND o.revoked_at IS NULL
               AND o.expires_at > ${now.toISOString()}::timestamptz) AS open
      FROM one_time_links o WHERE o.person_id = p.id AND o.purpose = 'SET_PASSWORD') k ON true
    WHERE e.cohort_id = ${cohortId}::uuid AND e.withdrawn_at IS NULL ${those}
    ORDER BY e.role DESC, e.roster_number, e.id`;
}

/** Why somebody is not invited in this way, or null. */
function skipReason(
  candidate: Candidate,
  channel: InvitationChannel,
  can: { administer: boolean },
): SkipReason | null {
  if (candidate.isOffered) return offerReason(candidate, channel);
  if (candidate.hasAccess) return "HAS_ACCOUNT";
  if (candidate.isClosed) return "CLOSED";
  const right = doorRight(candidate, can);
  if (right === "none") return candidate.isStaffHere ? "STAFF" : "ELSEWHERE";
  if (right === "shown" && !candidate.hasLogin) return "NO_LOGIN";
  if (channel === "MAIL") return candidate.hasEmail ? null : "NO_EMAIL";
  return right === "mailed" ? "ELSEWHERE" : null;
}

/**
 * Whether a way in comes with the letter. With an offer to who has none, unless another centre's link
 * works still: its sheets are not ended by a roster that names the same people.
 */
function needsLink({ isOffered, hasAccess, hasLink, isPlatformAdministrator }: Candidate): boolean {
  return !isOffered || (!hasAccess && !hasLink && !isPlatformAdministrator);
}

/** An offer goes to the person's own address and nowhere else, and nothing is said of an account. */
function offerReason(candidate: Candidate, channel: InvitationChannel): SkipReason | null {
  if (candidate.isClosed) return "CLOSED";
  if (channel !== "MAIL") return "ELSEWHERE";
  return candidate.hasEmail ? null : "NO_EMAIL";
}

async function present(
  ctx: Context,
  cohortId: string,
  { made, letters, skipped, left = 0 }: Invited,
): Promise<InvitationsMade> {
  const named = await listInvited(ctx.db, cohortId, [
    ...made.map(({ enrolmentId }) => enrolmentId),
    ...skipped.map(({ enrolmentId }) => enrolmentId),
  ]);
  const links = new Map(made.map((link) => [link.enrolmentId, link]));
  const reasons = new Map(skipped.map(({ enrolmentId, reason }) => [enrolmentId, reason]));
  return {
    links: named.flatMap((person) => {
      const link = links.get(person.enrolmentId);
      return link ? [{ ...person, url: linkUrl(link.linkId), expiresAt: link.expiresAt }] : [];
    }),
    letters,
    left,
    skipped: named.flatMap(({ enrolmentId, name }) => {
      const reason = reasons.get(enrolmentId);
      return reason ? [{ enrolmentId, name, reason }] : [];
    }),
  };
}

/** Takes open invitations back: their links stop working at once. */
export function revokeInvitations(
  ctx: Context,
  actor: Actor,
  input: z.output<typeof revokeSchema>,
): Promise<Result<{ revoked: number }>> {
  const envelope = envelopeOf(actor, "REVOKE_INVITATIONS", input);
  return runCommand<{ revoked: number }>(ctx, envelope, async (tx) => {
    const locked = await lockCohort(tx, actor, input.cohortId);
    if (!locked.ok) return locked;
    const { centerId } = locked.value;
    const can = { administer: authorizeOffice(actor, centerId, "administer") !== null };
    const candidates = await findCandidates(tx, { ...input, centerId }, ctx.clock.now());
    const people = candidates.filter(
      (candidate) => !candidate.hasAccess && doorRight(candidate, can) === "shown",
    );
    const now = ctx.clock.now();
    const revoked = await tx.oneTimeLink.updateManyAndReturn({
      where: {
        personId: { in: people.map(({ personId }) => personId) },
        usedAt: null,
        revokedAt: null,
      },
      data: { revokedAt: now },
      select: { personId: true, channel: true },
    });
    for (const { personId, channel } of revoked) {
      await audit(tx, {
        type: "person.link_revoked",
        at: now,
        actorId: actor.personId,
        actor: { role: "ORGANIZER" },
        centerId,
        cohortId: input.cohortId,
        subject: { type: "person", id: personId },
        payload: { channel },
        commandId: input.commandId,
      });
    }
    return success({ revoked: revoked.length });
  });
}
