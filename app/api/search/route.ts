import { queryOf } from "@/lib/api/query";
import { defineRoute } from "@/lib/api/route";
import { glance } from "@/lib/search/data";
import { searchScope } from "@/lib/search/policy";
import { glanceQuerySchema } from "@/lib/search/schema";

/** The first hits of each kind, for who types. */
export const GET = defineRoute(async ({ request, actor, ctx }) => {
  const query = queryOf(request, glanceQuerySchema);
  if (!query.ok) return query;
  const groups = await glance(ctx.db, searchScope(actor), query.value.q);
  return Response.json({ ok: true, groups }, { headers: { "cache-control": "private, no-store" } });
});
