import "server-only";
import {
  type MailDelivery,
  NOTIFICATION_PAGE,
  type NotificationList,
  type NotificationRow,
  type StageNotificationRow,
} from "@/lib/notification/model";
import type { NotificationScope } from "@/lib/notification/policy";
import type { Reader } from "@/lib/platform/db";
import type { StageStanding } from "@/lib/reminder/model";
import { isStillOwed } from "@/lib/reminder/planning";

interface RawRow
  extends Omit<StageNotificationRow, "stage" | "kind" | "at" | "readAt" | "dueAt" | "isOpen">,
    Omit<StageStanding, "kind"> {
  kind: NotificationRow["kind"];
  cohortId: string;
  /** Of a host's link; null where it is told of a stage, of which then all else is there. */
  label: string | null;
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
      LEFT JOIN stages s ON s.id = n.stage_id
      LEFT JOIN assignments a ON a.id = s.assignment_id
      LEFT JOIN enrolments e ON e.id = a.enrolment_id
      LEFT JOIN host_links h ON h.id = n.host_link_id
      JOIN cohorts c ON c.id = coalesce(a.cohort_id, h.cohort_id)
      WHERE n.person_id = ${scope.personId}::uuid AND CASE n.kind
        WHEN 'REVIEW_WAITING' THEN e.facilitator_id = ANY(${scope.facilitatorIds}::uuid[])
        WHEN 'HOST_ANSWERED' THEN c.center_id = ANY(${scope.centerIds}::uuid[])
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
      e.full_name AS participant, c.id AS "cohortId", c.name AS cohort, h.label, c.time_zone AS "timeZone",
      counted.total, counted.page
    FROM counted, own JOIN notifications n ON n.id = own.id
    LEFT JOIN stages s ON s.id = n.stage_id
    LEFT JOIN assignments a ON a.id = s.assignment_id
    LEFT JOIN enrolments e ON e.id = a.enrolment_id
    LEFT JOIN host_links h ON h.id = n.host_link_id
    JOIN cohorts c ON c.id = coalesce(a.cohort_id, h.cohort_id)
    LEFT JOIN innovations i ON i.id = a.innovation_id
    ORDER BY n.created_at DESC, n.id DESC
    LIMIT ${NOTIFICATION_PAGE} OFFSET (SELECT (page - 1) * ${NOTIFICATION_PAGE}::int FROM counted)`;
  return {
    rows: rows.map((row) => toRow(row, now)),
    page: rows[0]?.page ?? 1,
    pages: Math.max(1, Math.ceil((rows[0]?.total ?? 0) / NOTIFICATION_PAGE)),
    now: now.toISOString(),
  };
}

function toRow({ kind, ...row }: RawRow, now: Date): NotificationRow {
  const told = {
    id: row.id,
    cohort: row.cohort,
    timeZone: row.timeZone,
    at: row.at.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
  };
  if (kind === "HOST_ANSWERED") {
    return { ...told, kind, cohortId: row.cohortId, label: row.label ?? "" };
  }
  return {
    ...told,
    kind,
    stage: row.stage,
    assignmentId: row.assignmentId,
    innovation: row.innovation,
    participant: row.participant,
    dueAt: row.dueAt.toISOString(),
    isOpen:
      row.goesOn &&
      row.cancelledAt === null &&
      isStillOwed(kind, row.occasion, { ...row, kind: row.stage }, now),
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
