import { fileResponse } from "@/lib/api/file";
import { queryOf } from "@/lib/api/query";
import { rosterTemplate } from "@/lib/api/roster";
import { defineRoute } from "@/lib/api/route";
import { rosterExportSchema } from "@/lib/roster/schema";
import { writeCsv } from "@/lib/spreadsheet/write-csv";
import { writeXlsx } from "@/lib/spreadsheet/write-xlsx";

/** An empty roster to fill in. */
export const GET = defineRoute(async ({ request }) => {
  const query = queryOf(request, rosterExportSchema);
  if (!query.ok) return query;
  const { kind } = query.value;
  const [table, ...notes] = await rosterTemplate();
  if (!table) throw new Error("a template has a sheet");
  return fileResponse({
    kind,
    bytes: kind === "csv" ? writeCsv(table) : writeXlsx([table, ...notes]),
    name: `${table.name}.${kind}`,
  });
});
