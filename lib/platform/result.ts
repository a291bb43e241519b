import type { FieldIssue } from "@/lib/document/issue";

/**
 * Why something was refused. Codes only: words are found on the client, in the catalogue
 * namespace `refusals`.
 */
export const REFUSAL_REASONS = [
  /** Not there, or not yours: the two must look the same. */
  "not_found",
  /** On a record that one may see, a thing that one may not do. */
  "forbidden",
  /** Based on an older version, or another content under the same command id. */
  "conflict",
  /** The input breaks a rule; `issues` says where. */
  "invalid",
  /** Too many attempts; `details.retryAfterSeconds` says when again. */
  "rate_limited",
  /** The stage is not open yet. */
  "stage_locked",
  /** The stage is paused because the one before it was reopened. */
  "stage_paused",
  /** The stage is in a state in which this cannot be done; `details.state` says which. */
  "wrong_state",
  /** A reviewer has already begun; it can no longer be withdrawn. */
  "review_begun",
  /** Somebody else is reviewing it now; `details` says who, until when, and whether it was taken over. */
  "leased",
  /** Has scored, or is to score, the same work as its second rater. */
  "second_rater",
  /** The score was final when the second rater finished, or when grades were released: it stays. */
  "score_stands",
  /** The time is over after which nothing is taken any more for the stage. */
  "hard_closed",
  /** The stage before is not approved yet. */
  "previous_not_approved",
  /** The cohort is still being set up: no work is done in it yet. */
  "cohort_draft",
  /** The cohort was closed: everything stays readable and nothing more is done. */
  "cohort_closed",
  /** The cohort was closed and put away. */
  "cohort_archived",
  /** The cohort has moved on to another state; `details.state` says which. */
  "cohort_state",
  /** The cohort lacks what it cannot run without; `details` says how many visits and participants. */
  "cohort_incomplete",
  /** Somebody on a roster on whom something depends already: they can leave, not vanish. */
  "entry_in_use",
  /** There is unfinished work; `details.open` says how many stages, and who archives must accept it. */
  "work_open",
  /** Somebody's attendance at the session is recorded; `details.marks` says how many. */
  "session_attended",
  /** A scanned code is no longer shown, or not one of the session: scan the present one. */
  "code_expired",
  /** Attendance at the session cannot be recorded yet; `details.from` says when. */
  "session_not_open",
  /** The time for recording attendance at the session is over. */
  "session_over",
  /** The session is for other groups. */
  "not_expected",
  /** An organiser or facilitator has recorded something else; `details.status` says what. */
  "marked_by_hand",
  /** Work was submitted since; what was done before it can no longer be undone. */
  "work_submitted",
  /** The cohort does not ask its participants for choices. */
  "wishes_not_asked",
  /** The time in which participants could choose is over. */
  "wishes_closed",
  /** The assignment was cancelled. */
  "cancelled",
  /** Something refers to it still, so it cannot be deleted; `details.count` says how often. */
  "in_use",
  /** No document of the work names the file: its text has to arrive first. */
  "text_missing",
  /** The participant's work has not been scored in full. */
  "work_not_scored",
  /** A one-time link that is unknown, used or past its time. */
  "link_expired",
  /** Unknown login or wrong password; nobody learns which. */
  "wrong_password",
  /** The privacy notice has not been read yet. */
  "notice_pending",
  /** Who left the cohort does nothing more in it. */
  "withdrawn",
  /** The person has no e-mail address to write to. */
  "no_email",
  /** The person has neither an address nor a number: nobody could sign in with a password. */
  "no_login",
  /** A centre keeps an administrator who can act. */
  "last_administrator",
  /** Two persons cannot be made one; `details.cause` says why. */
  "not_mergeable",
  /** An institutional account that nobody has linked yet. */
  "account_unknown",
  /** An institutional account that opens somebody else's door. */
  "account_taken",
  /** Somebody with a password links an institutional account when signed in, not by a link. */
  "account_needs_password",
  /** No mail server is set up; letters are copied from the outbox. */
  "mail_off",
  /** What a letter reminds of was done meanwhile: it says nothing any more. */
  "work_done",
  /** The session ended; sign in again and repeat. */
  "signed_out",
  /** A bug of ours; logged. */
  "unexpected",
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export type RefusalDetails = Record<string, string | number | boolean | null>;

export interface Refusal {
  ok: false;
  reason: RefusalReason;
  issues?: FieldIssue[];
  details?: RefusalDetails;
  /** On a conflict: what stands now, so that the sender can show both. */
  current?: Record<string, unknown>;
}

/** An expected failure is a value; an exception is a bug. Serialisable, since it is stored. */
export type Result<T> = { ok: true; value: T } | Refusal;

export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse(reason: RefusalReason, more: Omit<Refusal, "ok" | "reason"> = {}): Refusal {
  return { ok: false, reason, ...more };
}
