import { STAGE_SLUGS, type StageKind } from "@/lib/assignment/model";
import type { ReminderKind } from "@/lib/reminder/model";

/** What somebody was told on a page of the list. */
export const NOTIFICATION_PAGE = 20;

/** How letters of reminders come: one for all of a day, or one for each. */
export const MAIL_DELIVERIES = ["DIGEST", "SINGLE"] as const;
export type MailDelivery = (typeof MAIL_DELIVERIES)[number];

/** What somebody was told of a stage. */
export interface StageNotificationRow {
  id: string;
  kind: ReminderKind;
  stage: StageKind;
  assignmentId: string;
  innovation: string;
  participant: string;
  cohort: string;
  timeZone: string;
  /** ISO instants: when the stage is due, when it was told, and when it was read. */
  dueAt: string;
  at: string;
  readAt: string | null;
  /** It is still so; else it was done meanwhile. */
  isOpen: boolean;
}

/** A host answered findings by one of its links. */
export interface HostNotificationRow {
  id: string;
  kind: "HOST_ANSWERED";
  cohortId: string;
  cohort: string;
  /** Of the link. */
  label: string;
  timeZone: string;
  /** ISO instants. */
  at: string;
  readAt: string | null;
}

/** What somebody was told. */
export type NotificationRow = StageNotificationRow | HostNotificationRow;

export interface NotificationList {
  rows: NotificationRow[];
  page: number;
  pages: number;
  /** ISO instant of the reading. */
  now: string;
}

/** Where what a notification speaks of is done. */
export function notificationHref(
  row:
    | Pick<StageNotificationRow, "kind" | "assignmentId" | "stage">
    | Pick<HostNotificationRow, "kind" | "cohortId">,
): string {
  if (row.kind === "HOST_ANSWERED") return `/cohorts/${row.cohortId}/feedback?view=chosen`;
  const { kind, assignmentId, stage } = row;
  const room = kind === "REVIEW_WAITING" || kind === "REVIEW_ESCALATED" ? "reviews" : "tasks";
  return `/${room}/${assignmentId}/${STAGE_SLUGS[stage]}`;
}

export function notificationsHref(page = 1): string {
  return page > 1 ? `/notifications?page=${page}` : "/notifications";
}
