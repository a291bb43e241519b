import { z } from "zod";
import { jsonResponse, refuseApi } from "@/lib/api/answer";
import { listFaults, listGuide, listPreview, listVocabulary, wordsOf } from "@/lib/api/catalogue";
import { fileResponse } from "@/lib/api/file";
import { queryOf } from "@/lib/api/query";
import { defineRoute } from "@/lib/api/route";
import { readUpload } from "@/lib/api/upload";
import { knownFor, NOTHING_KNOWN } from "@/lib/catalogue/data";
import { importList, previewList } from "@/lib/catalogue/mutations";
import { listExportSchema, listParam, listUploadSchema } from "@/lib/catalogue/schema";
import { listTable } from "@/lib/catalogue/tables";
import { authorizeOffice } from "@/lib/center/policy";
import { writeCsv } from "@/lib/spreadsheet/write-csv";
import { writeXlsx } from "@/lib/spreadsheet/write-xlsx";

type Params = { centerId: string; list: string };

const target = z.object({ centerId: z.uuid(), list: listParam });

/** A list of a centre's catalogue as a file: what importing it would do, its faulty rows, or the import itself. */
export const POST = defineRoute<Params>(async ({ request, params, actor, ctx }) => {
  const at = target.safeParse(params);
  if (!at.success) return refuseApi("not_found");
  const upload = await readUpload(request, listUploadSchema);
  if (!upload.ok) return upload;
  const { file, options } = upload.value;
  const { centerId, list } = at.data;
  const asked = { centerId, list, file, vocabulary: await listVocabulary(list) };
  if (options.intent === "import") {
    const { intent: _, ...plan } = options;
    const result = await importList(ctx, actor, { ...asked, ...plan });
    return result.ok ? jsonResponse(result) : result;
  }
  const planned = await previewList(ctx, actor, asked);
  if (!planned.ok) return planned;
  if (options.intent === "preview") {
    return jsonResponse({ ok: true, value: listPreview(planned.value) });
  }
  const faults = await listFaults(planned.value);
  if (!faults) return refuseApi("not_found");
  return fileResponse({ kind: "xlsx", bytes: writeXlsx([faults]), name: `${faults.name}.xlsx` });
});

/** The list as a centre's staff see it, in the form in which it can be sent again; or an empty one. */
export const GET = defineRoute<Params>(async ({ request, params, actor, ctx }) => {
  const at = target.safeParse(params);
  const office = at.success ? authorizeOffice(actor, at.data.centerId, "read") : null;
  if (!at.success || !office) return refuseApi("not_found");
  const query = queryOf(request, listExportSchema);
  if (!query.ok) return query;
  const { kind, empty } = query.value;
  const { list } = at.data;
  const known = empty ? NOTHING_KNOWN : await knownFor(ctx.db, office, list);
  const table = listTable(list, await wordsOf(list), known);
  const sheets = empty ? [table, await listGuide(list)] : [table];
  return fileResponse({
    kind,
    bytes: kind === "csv" ? writeCsv(table) : writeXlsx(sheets),
    name: `${table.name}.${kind}`,
  });
});
