/** How long an invitation works, in days: sheets are handed out on the first day of a training. */
export const INVITATION_DAYS = 14;

/** How an invitation reaches whom it is for. */
export const INVITATION_CHANNELS = ["LINK", "SHEET", "MAIL"] as const;
export type InvitationChannel = (typeof INVITATION_CHANNELS)[number];

/** The most people who are invited at once. */
export const INVITATION_MAX = 1_000;

/** Where a person stands on the way in. */
export const ACCESS_STATES = [
  /** Has a password, or an account of the own institution. */
  "ACCEPTED",
  "NONE",
  /** Another centre knew the person first: whether there is an account is not this centre's to know. */
  "ELSEWHERE",
  "SENT",
  "OPENED",
  "EXPIRED",
  "REVOKED",
] as const;
export type AccessState = (typeof ACCESS_STATES)[number];

/** Why somebody was not invited. */
export type SkipReason =
  | "HAS_ACCOUNT"
  /** Also known to another centre: only a letter to the own address may open this door. */
  | "ELSEWHERE"
  | "NO_EMAIL"
  /** Has nothing to sign in with: a password would open nothing. */
  | "NO_LOGIN"
  /** Staff of the centre, whose doors only its administrators open. */
  | "STAFF"
  /** Deactivated, or kept away by the centre. */
  | "CLOSED";

/** A link to hand to somebody. */
export interface InvitationLink {
  enrolmentId: string;
  name: string;
  group: string | null;
  agency: string;
  url: string;
  /** ISO instant. */
  expiresAt: string;
}

export interface InvitationsMade {
  /** Empty for letters, which bring their links themselves. */
  links: InvitationLink[];
  /** How many letters are on their way, or lie in the outbox where there is no mail server. */
  letters: number;
  skipped: { enrolmentId: string; name: string; reason: SkipReason }[];
  /** How many are to be invited yet: no more than `INVITATION_MAX` are at once. */
  left: number;
}

/** People on a page of a cohort's list. */
export const PEOPLE_PAGE = 60;

/** Whom a cohort's list shows. */
export const PEOPLE_VIEWS = ["all", "open", "participants", "facilitators", "left"] as const;
export type PeopleView = (typeof PEOPLE_VIEWS)[number];

/** Somebody in a cohort, on the way in or out. */
export interface CohortPersonRow {
  enrolmentId: string;
  role: "PARTICIPANT" | "FACILITATOR";
  name: string;
  agency: string;
  group: string | null;
  facilitator: string | null;
  /** How many a facilitator guides. */
  guides: number;
  email: string | null;
  access: AccessState;
  /** Of the last link: how it went out, and until when it works. */
  channel: InvitationChannel | null;
  expiresAt: string | null;
  /** A letter with it could not be delivered. */
  mailFailed: boolean;
  withdrawnAt: string | null;
  /** Deactivated, or kept away by the centre. */
  isClosed: boolean;
  /** Waits to be taken by the person, whom another centre knew before. */
  isOffered: boolean;
  /** The centre's alone, and without an address or a number to sign in with. */
  lacksLogin: boolean;
}

export interface CohortPeople {
  rows: CohortPersonRow[];
  total: number;
  page: number;
  pages: number;
  counts: Record<PeopleView, number>;
  /** Of those who have not come in yet: how many have nothing to sign in with. */
  withoutLogin: number;
  /** Who could take over somebody's participants. */
  facilitators: { enrolmentId: string; name: string }[];
}

/** What decides whether a centre may open a person's door. */
export interface DoorFacts {
  isPlatformAdministrator: boolean;
  /** Staff of another centre, or in a cohort of one, now or before. */
  isElsewhere: boolean;
  isStaffHere: boolean;
}

/** The address of a cohort's people, as they are filtered. */
export function peopleHref(
  cohortId: string,
  { view, q, page }: { view: PeopleView; q: string; page?: number },
): string {
  const params = new URLSearchParams();
  if (view !== "all") params.set("view", view);
  if (q) params.set("q", q);
  if (page && page > 1) params.set("page", String(page));
  const query = params.toString();
  return `/cohorts/${cohortId}/people${query ? `?${query}` : ""}`;
}
