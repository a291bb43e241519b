import { z } from "zod";
import { refuseApi } from "@/lib/api/answer";
import { fileResponse } from "@/lib/api/file";
import { gradesTable } from "@/lib/api/grades";
import { defineRoute } from "@/lib/api/route";
import { exportGrades } from "@/lib/grading/mutations";
import { writeXlsx } from "@/lib/spreadsheet/write-xlsx";

/** All grades of a cohort, as its page shows them: for its staff, and noted in the audit log. */
export const GET = defineRoute<{ cohortId: string }>(async ({ params, actor, ctx }) => {
  const { cohortId } = params;
  if (!z.uuid().safeParse(cohortId).success) return refuseApi("not_found");
  const exported = await exportGrades(ctx, actor, { cohortId });
  if (!exported.ok) return exported;
  const { rows, cohortName } = exported.value;
  const table = await gradesTable(rows);
  return fileResponse({
    bytes: writeXlsx([table]),
    name: `${table.name} ${cohortName}.xlsx`,
    kind: "xlsx",
  });
});
