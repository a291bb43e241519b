import { z } from "zod";
import { refuseApi } from "@/lib/api/answer";
import { fileResponse } from "@/lib/api/file";
import { queryOf } from "@/lib/api/query";
import { findingsFile } from "@/lib/api/report";
import { defineRoute } from "@/lib/api/route";
import { exportFindings } from "@/lib/report/mutations";
import { reportQuerySchema } from "@/lib/report/schema";

/** What a cohort found, as an annex for the groups' reports: for staff and the cohort's facilitators. */
export const GET = defineRoute<{ cohortId: string }>(
  async ({ request, params: { cohortId }, actor, ctx }) => {
    if (!z.uuid().safeParse(cohortId).success) return refuseApi("not_found");
    const query = queryOf(request, reportQuerySchema);
    if (!query.ok) return query;
    const { format } = query.value;
    const exported = await exportFindings(ctx, actor, { cohortId, format });
    if (!exported.ok) return exported;
    return fileResponse({
      ...(await findingsFile(ctx, exported.value, query.value)),
      kind: format,
    });
  },
);
