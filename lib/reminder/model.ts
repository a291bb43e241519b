import type { StageKind, StageState } from "@/lib/assignment/model";

/** Of what somebody is reminded. */
export const REMINDER_KINDS = [
  /** To the participant: a stage is due within a day. */
  "DUE_SOON",
  /** To the participant: a stage is past its due date and was never sent. */
  "OVERDUE",
  /** To the participant: it was sent back, and nothing has been touched since. */
  "RETURNED_UNTOUCHED",
  /** To the facilitator: a submission has waited for a day. */
  "REVIEW_WAITING",
  /** To the staff: a submission has waited longer than the cohort allows. */
  "REVIEW_ESCALATED",
] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

/** How long before its due date a stage is due soon. Hours. */
export const DUE_SOON_HOURS = 24;
/** How long after its due date somebody may still be told for the first time. Days. */
export const OVERDUE_WITHIN_DAYS = 14;
/** How long what was sent back may lie untouched. Hours. */
export const UNTOUCHED_HOURS = 24;
/** How long a submission may wait before its reviewer is reminded. Hours. */
export const WAITING_HOURS = 24;

/** Between these times of a cohort's day nobody is told anything. HH:MM. */
export const QUIET_HOURS = { from: "20:00", until: "07:00" } as const;

/** How often a person who wants one letter for all gets it at most. Hours: a day, less what a run may be late. */
export const DIGEST_HOURS = 20;
/** Letters that one run writes for a centre, at most: the rest is the next one's. A transaction has its time. */
export const LETTERS_A_RUN = 300;
/** What was told in Lokus and not by mail for so long is not told by mail any more. Days. */
export const MAIL_WITHIN_DAYS = 3;

/** What of a stage says whether somebody is owed a reminder of it. */
export interface StageStanding {
  kind: StageKind;
  state: StageState;
  dueAt: Date;
  hardCloseAt: Date | null;
  returnedBefore: boolean;
  draftSavedAt: Date | null;
  submittedAt: Date | null;
  decidedAt: Date | null;
}

/** A stage under way, and who answers for it. */
export interface StageAtWork extends StageStanding {
  stageId: string;
  /** Null for whoever cannot act: deactivated, kept away. */
  participantId: string | null;
  facilitatorId: string | null;
  /** Days that a submission may wait before the staff are told; null: they are not. */
  escalateAfterDays: number | null;
  /** Whose work it is, whether they can act or not: nobody is told of their own as staff. */
  ownerId: string;
}

/** Somebody is owed a reminder. The occasion tells one from the next of the same kind. */
export interface OwedReminder {
  personId: string;
  kind: ReminderKind;
  stageId: string;
  occasion: Date;
}
