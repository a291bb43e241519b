import { auditFile } from "@/lib/api/audit-file";
import { fileResponse } from "@/lib/api/file";
import { queryOf } from "@/lib/api/query";
import { defineRoute } from "@/lib/api/route";
import { auditExportSchema } from "@/lib/audit/schema";

/** A centre's log as a file, as far as the query narrows it. */
export const GET = defineRoute<{ centerId: string }>(async ({ request, params, actor, ctx }) => {
  const query = queryOf(request, auditExportSchema);
  if (!query.ok) return query;
  const file = await auditFile(ctx, actor, params.centerId, query.value);
  return file.ok ? fileResponse(file.value) : file;
});
