import { z } from "zod";
import { refuseApi } from "@/lib/api/answer";
import { attendanceSheet } from "@/lib/api/attendance";
import { fileResponse } from "@/lib/api/file";
import { queryOf } from "@/lib/api/query";
import { defineRoute } from "@/lib/api/route";
import { exportAttendance } from "@/lib/attendance/mutations";
import { attendanceQuerySchema } from "@/lib/attendance/schema";
import { writeCsv } from "@/lib/spreadsheet/write-csv";
import { writeXlsx } from "@/lib/spreadsheet/write-xlsx";

/** Who attended what, of a whole cohort: for its staff and facilitators, and noted in the audit log. */
export const GET = defineRoute<{ cohortId: string }>(async ({ request, params, actor, ctx }) => {
  const { cohortId } = params;
  if (!z.uuid().safeParse(cohortId).success) return refuseApi("not_found");
  const query = queryOf(request, attendanceQuerySchema);
  if (!query.ok) return query;
  const { format } = query.value;
  const exported = await exportAttendance(ctx, actor, { cohortId, format });
  if (!exported.ok) return exported;
  const { title, table } = await attendanceSheet(exported.value);
  return fileResponse({
    bytes: format === "xlsx" ? writeXlsx([table]) : writeCsv(table),
    name: `${title} ${exported.value.cohortName}.${format}`,
    kind: format,
  });
});
