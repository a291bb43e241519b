import { z } from "zod";
import { jsonResponse, refuseApi } from "@/lib/api/answer";
import { projectedCode } from "@/lib/api/attendance";
import { defineRoute } from "@/lib/api/route";
import { findAttendedSession } from "@/lib/attendance/data";
import { attendanceWindow } from "@/lib/attendance/model";
import { authorizeAttendance } from "@/lib/attendance/policy";
import { workRefusal } from "@/lib/cohort/workflow";

/** What the projector shows now, for those who may record attendance. */
export const GET = defineRoute<{ sessionId: string }>(async ({ params, actor, ctx }) => {
  const known = z.uuid().safeParse(params.sessionId).success;
  const found = known && (await findAttendedSession(ctx.db, params.sessionId));
  const authorized = found && authorizeAttendance(actor, found.cohort);
  if (!found || !authorized) return refuseApi("not_found");
  if (!authorized.canMark) return refuseApi("forbidden");
  const ended = workRefusal(found.cohort.state);
  if (ended) return refuseApi(ended);
  const now = ctx.clock.now();
  const { from, to } = attendanceWindow(found);
  // A code that does not count yet, or no more, would only be tried in vain.
  if (now < from) return refuseApi("session_not_open");
  if (now > to) return refuseApi("session_over");
  return jsonResponse(projectedCode(found, now));
});
