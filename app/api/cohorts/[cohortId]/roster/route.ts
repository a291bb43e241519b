import { z } from "zod";
import { jsonResponse, refuseApi } from "@/lib/api/answer";
import { fileResponse } from "@/lib/api/file";
import { queryOf } from "@/lib/api/query";
import { previewOf, rosterFaults, rosterTable } from "@/lib/api/roster";
import { defineRoute } from "@/lib/api/route";
import { readUpload } from "@/lib/api/upload";
import { exportRoster, importRoster, previewRoster } from "@/lib/roster/mutations";
import { rosterExportSchema, rosterUploadSchema } from "@/lib/roster/schema";
import { writeCsv } from "@/lib/spreadsheet/write-csv";
import { writeXlsx } from "@/lib/spreadsheet/write-xlsx";

const isId = (text: string) => z.uuid().safeParse(text).success;

/** A roster as a file: what importing it would do, its faulty rows, or the import itself. */
export const POST = defineRoute<{ cohortId: string }>(async ({ request, params, actor, ctx }) => {
  if (!isId(params.cohortId)) return refuseApi("not_found");
  const upload = await readUpload(request, rosterUploadSchema);
  if (!upload.ok) return upload;
  const { file, options: asked } = upload.value;
  const target = { cohortId: params.cohortId, file, options: asked.options };
  if (asked.intent === "import") {
    const { commandId, digest } = asked;
    const result = await importRoster(ctx, actor, { ...target, commandId, digest });
    return result.ok ? jsonResponse(result) : result;
  }
  const planned = await previewRoster(ctx, actor, target);
  if (!planned.ok) return planned;
  if (asked.intent === "preview")
    return jsonResponse({ ok: true, value: previewOf(planned.value) });
  const table = await rosterFaults(planned.value);
  if (!table) return refuseApi("not_found");
  return fileResponse({ kind: "xlsx", bytes: writeXlsx([table]), name: `${table.name}.xlsx` });
});

/** The roster as it stands, with full numbers: for organisers, and noted in the audit log. */
export const GET = defineRoute<{ cohortId: string }>(async ({ request, params, actor, ctx }) => {
  if (!isId(params.cohortId)) return refuseApi("not_found");
  const query = queryOf(request, rosterExportSchema);
  if (!query.ok) return query;
  const { kind } = query.value;
  const exported = await exportRoster(ctx, actor, { cohortId: params.cohortId, kind });
  if (!exported.ok) return exported;
  const table = await rosterTable(exported.value.people);
  return fileResponse({
    kind,
    bytes: kind === "csv" ? writeCsv(table) : writeXlsx([table]),
    name: `${table.name} ${exported.value.cohortName}.${kind}`,
  });
});
