import { z } from "zod";
import { refuseApi } from "@/lib/api/answer";
import { fileResponse } from "@/lib/api/file";
import { defineRoute } from "@/lib/api/route";
import { standingSheets } from "@/lib/api/standing";
import { writeXlsx } from "@/lib/spreadsheet/write-xlsx";
import { exportStanding } from "@/lib/standing/mutations";
import { standingQuerySchema } from "@/lib/standing/schema";

/** How a centre's cohorts came out, all of them: for its staff, and noted in the audit log. */
export const GET = defineRoute<{ centerId: string }>(async ({ request, params, actor, ctx }) => {
  const { centerId } = params;
  if (!z.uuid().safeParse(centerId).success) return refuseApi("not_found");
  const { from } = standingQuerySchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const result = await exportStanding(ctx, actor, { centerId, from });
  if (!result.ok) return result;
  const { title, tables } = await standingSheets(result.value);
  return fileResponse({ bytes: writeXlsx(tables), name: `${title}.xlsx`, kind: "xlsx" });
});
