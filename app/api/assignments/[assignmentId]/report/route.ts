import { z } from "zod";
import { refuseApi } from "@/lib/api/answer";
import { fileResponse } from "@/lib/api/file";
import { queryOf } from "@/lib/api/query";
import { individualFile } from "@/lib/api/report";
import { defineRoute } from "@/lib/api/route";
import { storage } from "@/lib/platform/storage";
import { exportIndividualReport } from "@/lib/report/mutations";
import { reportQuerySchema } from "@/lib/report/schema";

/** The individual report of whose work this is: for them, their facilitator, and staff of the centre. */
export const GET = defineRoute<{ assignmentId: string }>(
  async ({ request, params: { assignmentId }, actor, ctx }) => {
    if (!z.uuid().safeParse(assignmentId).success) return refuseApi("not_found");
    const query = queryOf(request, reportQuerySchema);
    if (!query.ok) return query;
    const { format } = query.value;
    const exported = await exportIndividualReport(ctx, actor, { assignmentId, format });
    if (!exported.ok) return exported;
    const made = await individualFile({ ...ctx, storage: storage() }, exported.value, query.value);
    return fileResponse({ ...made, kind: format });
  },
);
