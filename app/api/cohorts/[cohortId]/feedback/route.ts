import { z } from "zod";
import { refuseApi } from "@/lib/api/answer";
import { feedbackTable } from "@/lib/api/feedback";
import { fileResponse } from "@/lib/api/file";
import { defineRoute } from "@/lib/api/route";
import { exportFeedback } from "@/lib/feedback/mutations";
import { writeXlsx } from "@/lib/spreadsheet/write-xlsx";

/** A cohort's findings with the host's answers as a workbook: noted in the audit log. */
export const GET = defineRoute<{ cohortId: string }>(async ({ params, actor, ctx }) => {
  const { cohortId } = params;
  if (!z.uuid().safeParse(cohortId).success) return refuseApi("not_found");
  const exported = await exportFeedback(ctx, actor, cohortId);
  if (!exported.ok) return exported;
  const { findings, cohortName, timeZone } = exported.value;
  const table = await feedbackTable(findings, timeZone);
  return fileResponse({
    bytes: writeXlsx([table]),
    name: `${table.name} ${cohortName}.xlsx`,
    kind: "xlsx",
  });
});
