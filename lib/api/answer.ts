import "server-only";
import { createHash } from "node:crypto";
import { isDatabaseAway } from "@/lib/platform/db";
import { reportError } from "@/lib/platform/report";
import type { Refusal, RefusalReason } from "@/lib/platform/result";

/**
 * Why the door for machines refused. Beside the reasons of the rules there are those of the door
 * itself. Codes only; a sender shows words of its own.
 */
export type ApiReason =
  | RefusalReason
  /** The request comes from another site's page. */
  | "cross_site"
  /** The body is not JSON, or JSON that two readers could read differently. */
  | "malformed"
  /** The body is not said to be `application/json`. */
  | "unsupported_type"
  /** More bytes or more commands than one request may carry; `details` says how many it may. */
  | "too_large"
  /** The command named by `after` has not been carried out, so that this one was not tried. */
  | "after_missing"
  /** The database does not answer. Nothing is known of the request's outcome: send it again. */
  | "unavailable";

export type ApiRefusal = Omit<Refusal, "reason"> & { reason: ApiReason };
export type ApiResult<T> = { ok: true; value: T } | ApiRefusal;

/** The status of every reason. */
export const STATUS_OF = {
  malformed: 400,
  signed_out: 401,
  wrong_password: 401,
  cross_site: 403,
  forbidden: 403,
  notice_pending: 403,
  not_found: 404,
  link_expired: 404,
  conflict: 409,
  in_use: 409,
  stage_locked: 409,
  stage_paused: 409,
  wrong_state: 409,
  hard_closed: 409,
  review_begun: 409,
  leased: 409,
  second_rater: 409,
  previous_not_approved: 409,
  cohort_draft: 409,
  cohort_closed: 409,
  cohort_archived: 409,
  cohort_state: 409,
  cohort_incomplete: 409,
  work_open: 409,
  work_submitted: 409,
  wishes_not_asked: 409,
  wishes_closed: 409,
  withdrawn: 409,
  no_email: 409,
  no_login: 409,
  last_administrator: 409,
  not_mergeable: 409,
  account_unknown: 409,
  account_taken: 409,
  account_needs_password: 403,
  mail_off: 409,
  work_done: 409,
  entry_in_use: 409,
  code_expired: 409,
  session_not_open: 409,
  session_over: 409,
  not_expected: 409,
  marked_by_hand: 409,
  session_attended: 409,
  cancelled: 409,
  text_missing: 409,
  work_not_scored: 409,
  score_stands: 409,
  after_missing: 409,
  too_large: 413,
  unsupported_type: 415,
  invalid: 422,
  rate_limited: 429,
  unexpected: 500,
  unavailable: 503,
} as const satisfies Record<ApiReason, number>;

export function refuseApi(
  reason: ApiReason,
  more: Omit<ApiRefusal, "ok" | "reason"> = {},
): ApiRefusal {
  return { ok: false, reason, ...more };
}

/** What is answered to a failure of ours: without internals, which go into the log. */
export function refuseFailure(error: unknown): ApiRefusal {
  if (isDatabaseAway(error)) return refuseApi("unavailable");
  reportError(error);
  return refuseApi("unexpected");
}

/** 200, or the status of the refusal. */
export function statusOf(result: ApiResult<unknown>): number {
  return result.ok ? 200 : STATUS_OF[result.reason];
}

// What a person may read is nobody else's: no shared cache keeps it, and the browser asks again.
const PRIVATE = { "Cache-Control": "private, no-cache", Vary: "Cookie" };

export function refusalResponse(refusal: ApiRefusal): Response {
  const headers: Record<string, string> = { ...PRIVATE };
  if (refusal.reason === "unavailable") headers["Retry-After"] = "5";
  return Response.json(refusal, { status: STATUS_OF[refusal.reason], headers });
}

export function jsonResponse(body: unknown, status = 200): Response {
  return Response.json(body, { status, headers: PRIVATE });
}

/**
 * The body with an ETag, or 304 where the sender has it already.
 *
 * @param content what the tag is made of, where the body also says when it was read
 */
export function taggedResponse(request: Request, body: unknown, content: unknown = body): Response {
  const text = JSON.stringify(body);
  const told = content === body ? text : JSON.stringify(content);
  const etag = `"${createHash("sha256").update(told).digest("base64url").slice(0, 27)}"`;
  const headers = { ...PRIVATE, ETag: etag, "Content-Type": "application/json" };
  const known = request.headers.get("if-none-match");
  // A proxy that compressed the answer has made the tag a weak one.
  const matches = known
    ?.split(",")
    .map((tag) => tag.trim().replace(/^W\//, ""))
    .some((tag) => tag === etag || tag === "*");
  return matches
    ? new Response(null, { status: 304, headers: { ...PRIVATE, ETag: etag } })
    : new Response(text, { headers });
}
