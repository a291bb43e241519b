import "server-only";
import type { AuthorizedOffice } from "@/lib/center/policy";
import { IS_PLATFORM_ADMINISTRATOR, isStaffOf, rosterName, seenBy } from "@/lib/invitation/data";
import type { DoorFacts } from "@/lib/invitation/model";
import { doorRight } from "@/lib/invitation/policy";
import { type ReminderFacts, writeLetter } from "@/lib/mail/content";
import { type Letter, type MailStatus, OUTBOX_PAGE, type OutboxRow } from "@/lib/mail/model";
import { linkUrl } from "@/lib/person/data";
import type { Reader } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import { concernOf, concernSelect, standingSelect } from "@/lib/reminder/data";
import { isStillOwed, quietUntil, stillConcerns } from "@/lib/reminder/planning";

/** Whether a job will send `g`; the jobs of a restored database, or of one without a mail server, are none. */
export const IS_QUEUED = Prisma.sql`EXISTS (
  SELECT 1 FROM pgboss.job j
  WHERE j.name = 'mail' AND j.state < 'completed' AND j.data->>'messageId' = g.id::text)`;

interface RawRow extends Omit<OutboxRow, "createdAt" | "sentAt" | "canShow">, DoorFacts {
  createdAt: Date;
  sentAt: Date | null;
}

/** A page of the letters of a centre, the latest first, and how many there are. Two statements. */
export async function listOutbox(
  db: Reader,
  { centerId }: AuthorizedOffice,
  asked: { status: MailStatus | null; page: number },
  can: { administer: boolean },
  now: Date,
): Promise<{
  rows: OutboxRow[];
  counts: Record<MailStatus, number>;
  page: number;
  pages: number;
}> {
  const grouped = await db.mailMessage.groupBy({
    by: ["status"],
    where: { centerId },
    _count: { _all: true },
  });
  const counts = { WAITING: 0, SENT: 0, FAILED: 0, CANCELLED: 0 };
  for (const { status, _count } of grouped) counts[status] = _count._all;
  const total = asked.status
    ? counts[asked.status]
    : Object.values(counts).reduce((sum, count) => sum + count, 0);
  const pages = Math.max(1, Math.ceil(total / OUTBOX_PAGE));
  const page = Math.min(asked.page, pages);
  const rows = await db.$queryRaw<RawRow[]>`
    SELECT g.id, g.kind::text AS kind, 
           CASE WHEN v.elsewhere THEN coalesce(${rosterName(centerId)}, p.display_name)
             ELSE p.display_name END AS name, v.email, g.status::text AS status,
           g.problem, g.attempts, ${IS_QUEUED} AS "isQueued", g.created_at AS "createdAt", g.sent_at AS "sentAt",
           (o.id IS NULL OR (o.used_at IS NULL AND o.revoked_at IS NULL
             AND o.expires_at > ${now.toISOString()}::timestamptz)) AS "isOpen",
           ${IS_PLATFORM_ADMINISTRATOR} AS "isPlatformAdministrator",
           v.elsewhere AS "isElsewhere", ${isStaffOf(centerId)} AS "isStaffHere"
    FROM mail_messages g JOIN people p ON p.id = g.person_id ${seenBy(centerId)}
    LEFT JOIN one_time_links o ON o.id = g.link_id
    WHERE g.center_id = ${centerId}::uuid
      ${asked.status ? Prisma.sql`AND g.status = ${asked.status}::"MailStatus"` : Prisma.empty}
    ORDER BY g.created_at DESC, g.id DESC
    LIMIT ${OUTBOX_PAGE} OFFSET ${(page - 1) * OUTBOX_PAGE}`;
  return {
    rows: rows.map(
      ({ isPlatformAdministrator, isElsewhere: elsewhere, isStaffHere, ...row }): OutboxRow => ({
        ...row,
        createdAt: row.createdAt.toISOString(),
        sentAt: row.sentAt?.toISOString() ?? null,
        canShow:
          doorRight({ isPlatformAdministrator, isElsewhere: elsewhere, isStaffHere }, can) ===
          "shown",
      }),
    ),
    counts,
    page,
    pages,
  };
}

export const letterSelect = {
  id: true,
  kind: true,
  locale: true,
  status: true,
  personId: true,
  centerId: true,
  link: {
    select: {
      id: true,
      purpose: true,
      newEmail: true,
      usedAt: true,
      revokedAt: true,
      expiresAt: true,
    },
  },
  person: {
    select: {
      displayName: true,
      email: true,
      status: true,
      suspensions: { select: { centerId: true } },
      staffMemberships: {
        where: { acceptedAt: { not: null }, role: { in: ["ORGANIZER", "ADMINISTRATOR"] } },
        select: { centerId: true },
      },
    },
  },
  center: { select: { name: true } },
  notifications: {
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      kind: true,
      occasion: true,
      stage: {
        select: {
          ...standingSelect,
          assignment: {
            select: { ...concernSelect, innovation: { select: { name: true } } },
          },
        },
      },
    },
  },
} satisfies Prisma.MailMessageSelect;

export type LetterRow = Prisma.MailMessageGetPayload<{ select: typeof letterSelect }>;

/** Where a letter goes: to the address that is to be confirmed, else to the person's own. */
export function addressOf({ link, person }: LetterRow): string | null {
  return link?.newEmail ?? person.email;
}

/**
 * What of a reminder is still so and its reader's business: work that was done since, was given more time,
 * went to another reviewer, or ended with its cohort, is not spoken of any more.
 */
export function remindersOf(row: LetterRow, now: Date): ReminderFacts[] {
  const { person, personId, centerId } = row;
  if (person.suspensions.some((away) => away.centerId === centerId)) return [];
  const staff = person.staffMemberships.some((own) => own.centerId === centerId) ? [personId] : [];
  return row.notifications.flatMap(({ kind, occasion, stage }) => {
    // What belongs to no stage is told in Lokus alone.
    if (!stage || kind === "HOST_ANSWERED") return [];
    const { assignment } = stage;
    const work = concernOf(assignment, staff);
    if (!work || !stillConcerns(kind, personId, work)) return [];
    if (!isStillOwed(kind, occasion, stage, now)) return [];
    return {
      kind,
      stage: stage.kind,
      innovation: assignment.innovation.name,
      participant: assignment.enrolment.fullName,
      timeZone: assignment.cohort.timeZone,
      dueAt: stage.dueAt.toISOString(),
    };
  });
}

/**
 * Until when a reminder waits for the morning of all cohorts of which it speaks, each on its own clocks;
 * null for now. Asked again then: where one zone wakes another may have gone to sleep.
 */
export function quietTime(row: LetterRow, now: Date): Date | null {
  if (row.kind !== "REMINDER") return null;
  const zones = new Set(remindersOf(row, now).map(({ timeZone }) => timeZone));
  return [...zones].reduce<Date | null>((latest, timeZone) => {
    const until = quietUntil(timeZone, now);
    return until && (!latest || until > latest) ? until : latest;
  }, null);
}

/** The letter as it is sent now: with the address that the person has now, of what is so now. */
export function composeLetter(row: LetterRow, now: Date): Promise<Letter> {
  return writeLetter({
    kind: row.kind,
    locale: row.locale === "en" ? "en" : "id",
    name: row.person.displayName,
    to: addressOf(row),
    centerName: row.center?.name ?? null,
    url: row.link
      ? linkUrl(row.link.id, row.link.purpose)
      : new URL(row.kind === "REMINDER" ? "/notifications" : "/sign-in", env().APP_URL).href,
    reminders: remindersOf(row, now),
    expiresAt: row.link?.expiresAt.toISOString() ?? null,
  });
}

/** Whether the link that a letter brings can still be used; one without a link always can. */
export function isLinkOpen({ link }: LetterRow, now: Date): boolean {
  return link === null || (!link.usedAt && !link.revokedAt && link.expiresAt > now);
}
