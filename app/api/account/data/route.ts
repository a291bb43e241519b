import { Readable } from "node:stream";
import { streamResponse } from "@/lib/api/file";
import { ownDataText } from "@/lib/api/own-data-file";
import { queryOf } from "@/lib/api/query";
import { defineRoute } from "@/lib/api/route";
import { exportOwnData } from "@/lib/own-data/mutations";
import { ownDataQuerySchema } from "@/lib/own-data/schema";

const TYPES = { json: "application/json", html: "text/html; charset=utf-8" } as const;

/** All that Lokus holds about the one who asks, as a file; noted in the log. */
export const GET = defineRoute(async ({ request, actor, ctx }) => {
  const query = queryOf(request, ownDataQuerySchema);
  if (!query.ok) return query;
  const { format } = query.value;
  const exported = await exportOwnData(ctx, actor, format);
  if (!exported.ok) return exported;
  const at = ctx.clock.now();
  return streamResponse({
    stream: Readable.from([await ownDataText(format, exported.value, at)], { objectMode: false }),
    name: `lokus-data-saya-${at.toISOString().slice(0, 10)}.${format}`,
    type: TYPES[format],
  });
});
