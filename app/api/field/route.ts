import { taggedResponse } from "@/lib/api/answer";
import { defineRoute } from "@/lib/api/route";
import { packContent, readFieldPack } from "@/lib/field/data";

/** Everything of the caller's own for work without signal. */
export const GET = defineRoute(async ({ request, actor, ctx }) => {
  const pack = await readFieldPack(ctx.db, actor, ctx.clock.now());
  return taggedResponse(request, { ok: true, pack }, packContent(pack));
});
