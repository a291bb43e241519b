import { taggedResponse } from "@/lib/api/answer";
import { listAssignments, listQuerySchema } from "@/lib/api/assignments";
import { queryOf } from "@/lib/api/query";
import { defineRoute } from "@/lib/api/route";

/** The caller's own assignments, a page at a time. */
export const GET = defineRoute(async ({ request, actor, ctx }) => {
  const query = queryOf(request, listQuerySchema);
  if (!query.ok) return query;
  return taggedResponse(
    request,
    await listAssignments(ctx.db, actor, query.value, ctx.clock.now()),
  );
});
