/** What letters there are. */
export const MAIL_KINDS = [
  "INVITATION",
  "PASSWORD_RESET",
  "STAFF_ADDED",
  "EMAIL_CONFIRMATION",
  "ENROLMENT_OFFERED",
  "REMINDER",
] as const;
export type MailKind = (typeof MAIL_KINDS)[number];

export const MAIL_STATUSES = ["WAITING", "SENT", "FAILED", "CANCELLED"] as const;
export type MailStatus = (typeof MAIL_STATUSES)[number];

/** Why a letter did not leave; words are in the catalogue, `mail.problems`. */
export const MAIL_PROBLEMS = [
  /** The person has no address, or none any more. */
  "no_address",
  /** Its link was used, replaced or revoked, or is past its time. */
  "link_closed",
  /** What it reminds of was done meanwhile. */
  "work_done",
  /** The mail server is not reached. */
  "unreachable",
  /** The mail server refuses the sender: a wrong user, password or sender's address. */
  "sender_refused",
  /** The mail server does not take this recipient. */
  "recipient_refused",
  /** Whatever else the mail server says. */
  "refused",
] as const;
export type MailProblem = (typeof MAIL_PROBLEMS)[number];

/** Letters on a page of the outbox. */
export const OUTBOX_PAGE = 30;

/** A letter in the outbox of a centre. */
export interface OutboxRow {
  id: string;
  kind: MailKind;
  name: string;
  /** Null for whom has none. */
  email: string | null;
  status: MailStatus;
  problem: string | null;
  attempts: number;
  createdAt: string;
  sentAt: string | null;
  /** A job will send it. */
  isQueued: boolean;
  /** Its link can still be used, so that it can be sent again or copied. */
  isOpen: boolean;
  /** It may be read by staff: a letter to somebody who is known elsewhere is for that person alone. */
  canShow: boolean;
}

/** A letter as it is, or would have been, sent. */
export interface Letter {
  to: string | null;
  subject: string;
  text: string;
}

/** The address of a centre's outbox, as it is filtered. */
export function outboxHref(centerId: string, status: MailStatus | null, page = 1): string {
  const params = new URLSearchParams();
  if (status) params.set("status", status);
  if (page > 1) params.set("page", String(page));
  const query = params.toString();
  return `/office/${centerId}/mail${query ? `?${query}` : ""}`;
}
