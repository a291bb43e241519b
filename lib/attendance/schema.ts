import { z } from "zod";
import { ATTENDANCE_BOUNDS, ATTENDANCE_STATUSES } from "@/lib/attendance/model";
import { text } from "@/lib/document/fields";

/** A scan, confirmed. */
export const attendByTicketSchema = z.object({
  commandId: z.uuid(),
  sessionId: z.uuid(),
  ticket: z.string().max(80),
});

/** The code of the day, typed. */
export const attendByCodeSchema = z.object({
  commandId: z.uuid(),
  code: text("submit", { max: 20 }),
  /** When it was typed, where it could not be sent at once: a claim, marked as one. */
  takenAt: z.iso.datetime({ offset: true }).optional(),
});

export const attendanceQuerySchema = z.object({ format: z.enum(["xlsx", "csv"]).default("xlsx") });

/** Somebody marked by hand. */
export const markAttendanceSchema = z.object({
  commandId: z.uuid(),
  sessionId: z.uuid(),
  enrolmentId: z.uuid(),
  status: z.enum(ATTENDANCE_STATUSES),
  note: text("submit", { ...ATTENDANCE_BOUNDS.note, required: false }),
  /** The version of the mark that was seen; null where there was none. */
  basedOn: z.int().min(0).max(2_147_483_647).nullable(),
});
