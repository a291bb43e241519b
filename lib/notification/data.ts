import "server-only";
import {
  type MailDelivery,
  NOTIFICATION_PAGE,
  type NotificationList,
  type NotificationRow,
} from "@/lib/notification/model";
import type { NotificationScope } from "@/lib/notification/policy";
import type { Reader } from "@/lib/platform/db";
import type { StageStanding } from "@/lib/reminder/model";
import { isStillOwed } from "@/lib/reminder/planning";

interface RawRow
  extends Omit<NotificationRow, "stage" | "at" | "readAt" | "dueAt" | "isOpen">,
    Omit<StageStanding, "kind"> {
  stage: StageStanding["kind"];
  occasion: Date;
  at: Date;
  readAt: Date | null;
  cancelledAt: Date | null;
  /** The cohort runs, and the participant is in it. */
  goesOn: boolean;
  total: number;
  page: number;
}

/** A page of what somebody was told, the latest first. One statement. */
export async function listNotifications(
  reader: Reader,
  scope: NotificationScope,
  asked: number,
  now: Date,
): Promise<NotificationList> {
  const rows = await reader.$queryRaw<RawRow[]>`
    WITH own AS (
      SELECT n.id
      FROM notifications n
      JOIN stages s ON s.id = n.stage_id
      JOIN assignments a ON a.id = s.assignment_id
      JOIN enrolments e ON e.id = a.enrolment_id
      JOIN cohorts c ON c.id = a.cohort_id
      WHERE n.person_id = ${scope.personId}::uuid AND CASE n.kind
        WHEN 'REVIEW_WAITING' THEN e.facilitator_id = ANY(${scope.facilitatorIds}::uuid[])
        WHEN 'REVIEW_ESCALATED' THEN c.center_id = ANY(${scope.centerIds}::uuid[])
        ELSE e.id = ANY(${scope.participantIds}::uuid[]) END
    ), counted AS (
      SELECT count(*)::int AS total,
        least(${asked}::int, greatest(1, ceil(count(*) / ${NOTIFICATION_PAGE}::numeric)))::int AS page
      FROM own
    )
    SELECT n.id, n.kind::text AS kind, n.occasion, n.created_at AS at, n.read_at AS "readAt",
      s.kind::text AS stage, s.state::text AS state, s.due_at AS "dueAt",
      s.hard_close_at AS "hardCloseAt", s.returned_before AS "returnedBefore",
      s.draft_saved_at AS "draftSavedAt", s.submitted_at AS "submittedAt", s.decided_at AS "decidedAt",
      a.id AS "assignmentId", a.cancelled_at AS "cancelledAt",
      c.state = 'RUNNING' AND e.withdrawn_at IS NULL AS "goesOn", i.name AS innovation,
      e.full_name AS participant, c.name AS cohort, c.time_zone AS "timeZone",
      counted.total, counted.page
    FROM counted, own JOIN notifications n ON n.id = own.id
    JOIN stages s ON s.id = n.stage_id
    JOIN assignments a ON a.id = s.assignment_id
    JOIN enrolments e ON e.id = a.enrolment_id
    JOIN cohorts c ON c.id = a.cohort_id
    JOIN innovations i ON i.id = a.innovation_id
    ORDER BY n.created_at DESC, n.id DESC
    LIMIT ${NOTIFICATION_PAGE} OFFSET (SELECT (page - 1) * ${NOTIFICATION_PAGE}::int FROM counted)`;
  return {
    rows: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      stage: row.stage,
      assignmentId: row.assignmentId,
      innovation: row.innovation,
      participant: row.participant,
      cohort: row.cohort,
      timeZone: row.timeZone,
      dueAt: row.dueAt.toISOString(),
      at: row.at.toISOString(),
      readAt: row.readAt?.toISOString() ?? null,
      isOpen:
        row.goesOn &&
        row.cancelledAt === null &&
        isStillOwed(row.kind, row.occasion, { ...row, kind: row.stage }, now),
    })),
    page: rows[0]?.page ?? 1,
    pages: Math.max(1, Math.ceil((rows[0]?.total ?? 0) / NOTIFICATION_PAGE)),
    now: now.toISOString(),
  };
}

/** How a person wants letters of reminders; a digest where nothing was chosen. */
export async function findMailDelivery(reader: Reader, personId: string): Promise<MailDelivery> {
  const chosen = await reader.mailPreference.findUnique({
    where: { personId },
    select: { delivery: true },
  });
  return chosen?.delivery ?? "DIGEST";
}
