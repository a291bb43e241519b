import { z } from "zod";
import { refuseApi } from "@/lib/api/answer";
import { fairnessSheets } from "@/lib/api/fairness";
import { fileResponse } from "@/lib/api/file";
import { defineRoute } from "@/lib/api/route";
import { exportFairness } from "@/lib/fairness/mutations";
import { writeXlsx } from "@/lib/spreadsheet/write-xlsx";

/** Who judged how in a cohort, both tables of the page: for its staff, and noted in the audit log. */
export const GET = defineRoute<{ cohortId: string }>(async ({ params, actor, ctx }) => {
  const { cohortId } = params;
  if (!z.uuid().safeParse(cohortId).success) return refuseApi("not_found");
  const exported = await exportFairness(ctx, actor, { cohortId });
  if (!exported.ok) return exported;
  const { title, tables } = await fairnessSheets(exported.value);
  return fileResponse({
    bytes: writeXlsx(tables),
    name: `${title} ${exported.value.cohortName}.xlsx`,
    kind: "xlsx",
  });
});
