import { z } from "zod";
import {
  exportAllocation,
  importAllocation,
  previewAllocationFile,
} from "@/lib/allocation/mutations";
import { allocationExportSchema, allocationUploadSchema } from "@/lib/allocation/schema";
import { allocationTable } from "@/lib/allocation/tables";
import { allocationFaults, allocationWords } from "@/lib/api/allocation";
import { jsonResponse, refuseApi } from "@/lib/api/answer";
import { fileResponse } from "@/lib/api/file";
import { queryOf } from "@/lib/api/query";
import { defineRoute } from "@/lib/api/route";
import { readUpload } from "@/lib/api/upload";
import { writeCsv } from "@/lib/spreadsheet/write-csv";
import { writeXlsx } from "@/lib/spreadsheet/write-xlsx";

const isId = (text: string) => z.uuid().safeParse(text).success;

/** An allocation as a file: what importing it would do, its faulty rows, or the import itself. */
export const POST = defineRoute<{ cohortId: string }>(async ({ request, params, actor, ctx }) => {
  if (!isId(params.cohortId)) return refuseApi("not_found");
  const upload = await readUpload(request, allocationUploadSchema);
  if (!upload.ok) return upload;
  const { file, options } = upload.value;
  const target = { cohortId: params.cohortId, file, kind: options.kind };
  if (options.intent === "import") {
    const { commandId, digest } = options;
    const result = await importAllocation(ctx, actor, { ...target, commandId, digest });
    return result.ok ? jsonResponse(result) : result;
  }
  const planned = await previewAllocationFile(ctx, actor, target);
  if (!planned.ok) return planned;
  if (options.intent === "preview") {
    return jsonResponse({ ok: true, value: planned.value.preview });
  }
  const table = await allocationFaults(options.kind, planned.value);
  if (!table) return refuseApi("not_found");
  return fileResponse({ kind: "xlsx", bytes: writeXlsx([table]), name: `${table.name}.xlsx` });
});

/** The allocation as it stands: for organisers, and noted in the audit log. */
export const GET = defineRoute<{ cohortId: string }>(async ({ request, params, actor, ctx }) => {
  if (!isId(params.cohortId)) return refuseApi("not_found");
  const query = queryOf(request, allocationExportSchema);
  if (!query.ok) return query;
  const { kind, of } = query.value;
  const exported = await exportAllocation(ctx, actor, { cohortId: params.cohortId, kind, of });
  if (!exported.ok) return exported;
  const table = allocationTable(exported.value.standing, await allocationWords(of));
  return fileResponse({
    kind,
    bytes: kind === "csv" ? writeCsv(table) : writeXlsx([table]),
    name: `${table.name} ${exported.value.cohortName}.${kind}`,
  });
});
