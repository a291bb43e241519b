import { z } from "zod";
import { refuseApi } from "@/lib/api/answer";
import { fileResponse } from "@/lib/api/file";
import { defineRoute } from "@/lib/api/route";
import { viewSheets } from "@/lib/api/views";
import { exportView } from "@/lib/dashboard/mutations";
import { viewSchema } from "@/lib/dashboard/schema";
import { writeXlsx } from "@/lib/spreadsheet/write-xlsx";

/** A view of a cohort's picture as its page shows it, all pages of it: for staff, and noted in the audit log. */
export const GET = defineRoute<{ cohortId: string; view: string }>(
  async ({ request, params, actor, ctx }) => {
    const { cohortId } = params;
    const view = viewSchema.safeParse(params.view);
    if (!view.success || !z.uuid().safeParse(cohortId).success) return refuseApi("not_found");
    const query = Object.fromEntries(new URL(request.url).searchParams);
    const result = await exportView(ctx, actor, { cohortId, view: view.data, query });
    if (!result.ok) return result;
    const { exported, cohortName, timeZone } = result.value;
    const { title, tables } = await viewSheets(exported, timeZone);
    return fileResponse({
      bytes: writeXlsx(tables),
      name: `${title} ${cohortName}.xlsx`,
      kind: "xlsx",
    });
  },
);
