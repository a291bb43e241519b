import { Readable } from "node:stream";
import { streamResponse } from "@/lib/api/file";
import { ownDataFiles, ownDataText } from "@/lib/api/own-data-file";
import { queryOf } from "@/lib/api/query";
import { defineRoute } from "@/lib/api/route";
import { exportOwnData } from "@/lib/own-data/mutations";
import { ownDataQuerySchema } from "@/lib/own-data/schema";
import { storage } from "@/lib/platform/storage";
import { streamArchive } from "@/lib/spreadsheet/zip";

const TYPES = {
  json: "application/json",
  html: "text/html; charset=utf-8",
  zip: "application/zip",
} as const;

/** All that Lokus holds about the one who asks, as a file; noted in the log. */
export const GET = defineRoute(async ({ request, actor, ctx }) => {
  const query = queryOf(request, ownDataQuerySchema);
  if (!query.ok) return query;
  const { format } = query.value;
  const exported = await exportOwnData(ctx, actor, format);
  if (!exported.ok) return exported;
  const at = ctx.clock.now();
  const parts =
    format === "zip"
      ? streamArchive(ownDataFiles({ ...ctx, storage: storage() }, exported.value, at))
      : [await ownDataText(format, exported.value, at)];
  return streamResponse({
    stream: Readable.from(parts, { objectMode: false }),
    name: `lokus-data-saya-${at.toISOString().slice(0, 10)}.${format}`,
    type: TYPES[format],
  });
});
