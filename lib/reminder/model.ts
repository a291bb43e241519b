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
  /** To the participant: somebody of the staff or the facilitator asks for a stage by hand. */
  "NUDGED",
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

/** How often somebody is nudged of the same stage at most. Hours; the database holds it too. */
export const NUDGE_HOURS = 20;
/** Stages of which one command nudges, at most, and the desk shows. */
export const NUDGE_MOST = 120;

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

/** Why nobody is nudged of a stage now. */
export const NUDGE_OBSTACLES = [
  /** They were, a short while ago. */
  "recent",
  /** Nothing is taken any more. */
  "closed",
  /** Deactivated, kept away by the centre, or the place is only offered. */
  "unreachable",
] as const;
export type NudgeObstacle = (typeof NUDGE_OBSTACLES)[number];

/** A stage that somebody has to send, as it is asked for by hand. */
export interface NudgeRow {
  stageId: string;
  assignmentId: string;
  stage: StageKind;
  state: StageState;
  late: boolean;
  begun: boolean;
  participant: string;
  agency: string;
  group: string | null;
  innovation: { code: string; name: string };
  /** ISO instants. */
  dueAt: string;
  nudgedAt: string | null;
  obstacle: NudgeObstacle | null;
}

/** What became of a nudge: how many stages somebody was told of, and of how many nobody. */
export interface Nudged {
  told: number;
  /** Nudged a short while ago already. */
  recent: number;
  /** Sent, approved or taken back meanwhile: nothing to remind of. */
  done: number;
  /** Closed for good, or whoever it is cannot act. */
  unreachable: number;
}

/** Where people of a cohort are nudged; of some assignments only, where these are given. */
export function nudgePath(cohortId: string, assignmentIds: readonly string[] = []): string {
  const query = assignmentIds.map((id) => `who=${id}`).join("&");
  return `/cohorts/${cohortId}/nudge${query && `?${query}`}`;
}

/** Somebody is owed a reminder. The occasion tells one from the next of the same kind. */
export interface OwedReminder {
  personId: string;
  kind: ReminderKind;
  stageId: string;
  occasion: Date;
}
