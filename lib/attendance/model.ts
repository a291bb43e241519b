/** Who was where: one mark a participant and session. */

export const ATTENDANCE_STATUSES = ["PRESENT", "EXCUSED", "ABSENT"] as const;
export type AttendanceStatus = (typeof ATTENDANCE_STATUSES)[number];

/** From the projector, by the code of the day, or by somebody's hand. */
export const ATTENDANCE_METHODS = ["QR", "CODE", "HAND"] as const;
export type AttendanceMethod = (typeof ATTENDANCE_METHODS)[number];

export const ATTENDANCE_BOUNDS = { note: { max: 500 } } as const;

/** Minutes before its start and after its end in which a session's codes count. */
export const ATTENDANCE_WINDOW = { before: 30, after: 60 } as const;

/** Rows of a sheet on a page: whole cohorts, so that a sheet is printed in one go. */
export const ATTENDANCE_PAGE = 200;

export interface AttendanceMarkDto {
  status: AttendanceStatus;
  method: AttendanceMethod;
  /** ISO instant. */
  at: string;
  /** When the phone says that the code was taken, where it arrived after the session. ISO instant. */
  claimedAt: string | null;
  /** Who marked, when it was somebody else. */
  by: string | null;
  note: string;
  version: number;
}

export interface AttendanceRow {
  enrolmentId: string;
  name: string;
  agency: string;
  position: string;
  group: string | null;
  mark: AttendanceMarkDto | null;
}

/** When codes of a session count, as instants. */
export function attendanceWindow(session: { startsAt: Date; endsAt: Date }): {
  from: Date;
  to: Date;
} {
  const minutes = (at: Date, more: number) => new Date(at.getTime() + more * 60_000);
  return {
    from: minutes(session.startsAt, -ATTENDANCE_WINDOW.before),
    to: minutes(session.endsAt, ATTENDANCE_WINDOW.after),
  };
}

/** How long after a session's window a code may arrive that was taken in it without signal. Hours. */
export const ATTENDANCE_CLAIM_HOURS = 24;

/**
 * Judges a typed code by when it arrived. A phone that had no signal says when the code was taken: it
 * is believed for a day, and the mark says that it was a claim.
 */
export function judgeArrival(
  window: { from: Date; to: Date },
  arrivedAt: Date,
  claimed: Date | null,
): "in_time" | "claimed" | "not_open" | "over" {
  if (arrivedAt < window.from) return "not_open";
  if (arrivedAt <= window.to) return "in_time";
  const graceEnds = window.to.getTime() + ATTENDANCE_CLAIM_HOURS * 3_600_000;
  const within = claimed !== null && claimed >= window.from && claimed <= window.to;
  return within && arrivedAt.getTime() <= graceEnds ? "claimed" : "over";
}

export function attendancePath(sessionId: string, part?: "screen"): string {
  return part ? `/attendance/${sessionId}/${part}` : `/attendance/${sessionId}`;
}
