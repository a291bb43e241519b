import { z } from "zod";
import { findAgenda, toCalendarPart } from "@/lib/agenda/data";
import { authorizeAgenda } from "@/lib/agenda/policy";
import { calendarOf } from "@/lib/api/agenda";
import { refuseApi } from "@/lib/api/answer";
import { fileResponse } from "@/lib/api/file";
import { defineRoute } from "@/lib/api/route";
import { findCohort } from "@/lib/cohort/data";
import { cohortReach } from "@/lib/cohort/policy";

/** The agenda of a cohort as a calendar file, for its staff and for whoever is enrolled. */
export const GET = defineRoute<{ cohortId: string }>(async ({ params, actor, ctx }) => {
  const known = z.uuid().safeParse(params.cohortId).success;
  const cohort = known && (await findCohort(ctx.db, cohortReach(actor), params.cohortId));
  const authorized = cohort && authorizeAgenda(actor, cohort);
  if (!cohort || !authorized) return refuseApi("not_found");
  const agenda = await findAgenda(ctx.db, authorized);
  const { name, text } = await calendarOf([toCalendarPart(cohort, agenda)]);
  return fileResponse({ bytes: Buffer.from(text, "utf8"), name: `${name}.ics`, kind: "ics" });
});
