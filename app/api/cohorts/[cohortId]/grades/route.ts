import { z } from "zod";
import { jsonResponse, refuseApi } from "@/lib/api/answer";
import { fileResponse } from "@/lib/api/file";
import { gradePreview, gradeTable } from "@/lib/api/grades";
import { queryOf } from "@/lib/api/query";
import { defineRoute } from "@/lib/api/route";
import { readUpload } from "@/lib/api/upload";
import { exportGradeSheet, importGradeSheet, previewGradeSheet } from "@/lib/grading/mutations";
import { gradeSheetQuerySchema, gradeUploadSchema } from "@/lib/grading/schema";
import { writeCsv } from "@/lib/spreadsheet/write-csv";
import { writeXlsx } from "@/lib/spreadsheet/write-xlsx";

const isId = (text: string) => z.uuid().safeParse(text).success;

/** The works that a facilitator scores, with the own scores: noted in the audit log. */
export const GET = defineRoute<{ cohortId: string }>(async ({ request, params, actor, ctx }) => {
  const { cohortId } = params;
  if (!isId(cohortId)) return refuseApi("not_found");
  const query = queryOf(request, gradeSheetQuerySchema);
  if (!query.ok) return query;
  const { format } = query.value;
  const exported = await exportGradeSheet(ctx, actor, { cohortId, format });
  if (!exported.ok) return exported;
  const { raterId, works, cohortName } = exported.value;
  const table = await gradeTable({ cohortId, raterId }, works);
  return fileResponse({
    bytes: format === "xlsx" ? writeXlsx([table]) : writeCsv(table),
    name: `${table.name} ${cohortName}.${format}`,
    kind: format,
  });
});

/** A grade sheet that comes back: what it would change, or the import of what a preview showed. */
export const POST = defineRoute<{ cohortId: string }>(async ({ request, params, actor, ctx }) => {
  const { cohortId } = params;
  if (!isId(cohortId)) return refuseApi("not_found");
  const upload = await readUpload(request, gradeUploadSchema);
  if (!upload.ok) return upload;
  const { file, options } = upload.value;
  if (options.intent === "import") {
    const { commandId, digest } = options;
    const result = await importGradeSheet(ctx, actor, { cohortId, file, commandId, digest });
    return result.ok ? jsonResponse(result) : result;
  }
  const planned = await previewGradeSheet(ctx, actor, { cohortId, file });
  if (!planned.ok) return planned;
  return jsonResponse({ ok: true, value: gradePreview(planned.value) });
});
