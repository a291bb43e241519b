import { z } from "zod";
import { jsonResponse, refuseApi } from "@/lib/api/answer";
import { projectedCode } from "@/lib/api/attendance";
import { defineRoute } from "@/lib/api/route";
import { findAttendedSession } from "@/lib/attendance/data";
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
  return jsonResponse(projectedCode(found, ctx.clock.now()));
});
