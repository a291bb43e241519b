import { z } from "zod";
import { refuseApi } from "@/lib/api/answer";
import { attendanceSheet } from "@/lib/api/attendance";
import { fileResponse } from "@/lib/api/file";
import { queryOf } from "@/lib/api/query";
import { defineRoute } from "@/lib/api/route";
import { findWholeAttendance } from "@/lib/attendance/data";
import { authorizeAttendance } from "@/lib/attendance/policy";
import { attendanceQuerySchema } from "@/lib/attendance/schema";
import { findCohort } from "@/lib/cohort/data";
import { cohortReach } from "@/lib/cohort/policy";
import { writeCsv } from "@/lib/spreadsheet/write-csv";
import { writeXlsx } from "@/lib/spreadsheet/write-xlsx";

/** Who attended what, of a whole cohort: for its staff and facilitators. */
export const GET = defineRoute<{ cohortId: string }>(async ({ request, params, actor, ctx }) => {
  const query = queryOf(request, attendanceQuerySchema);
  if (!query.ok) return query;
  const known = z.uuid().safeParse(params.cohortId).success;
  const cohort = known && (await findCohort(ctx.db, cohortReach(actor), params.cohortId));
  const authorized = cohort && authorizeAttendance(actor, cohort);
  if (!cohort || !authorized) return refuseApi("not_found");
  const { title, table } = await attendanceSheet(await findWholeAttendance(ctx.db, authorized));
  const { format } = query.value;
  return fileResponse({
    bytes: format === "xlsx" ? writeXlsx([table]) : writeCsv(table),
    name: `${title} ${cohort.name}.${format}`,
    kind: format,
  });
});
