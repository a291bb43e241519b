import { answerLive } from "@/lib/api/live";
import { queryOf } from "@/lib/api/query";
import { defineRoute } from "@/lib/api/route";
import { authorizeQueueStream } from "@/lib/live/policy";
import { queueStreamSchema } from "@/lib/live/schema";

/** Tells a facilitator that something in the queue has changed, as it happens. */
export const GET = defineRoute(async ({ request, actor, ctx }) => {
  const query = queryOf(request, queueStreamSchema);
  if (!query.ok) return query;
  return answerLive(request, { ctx, actor, query: query.value }, authorizeQueueStream);
});
