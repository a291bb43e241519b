import { jsonResponse } from "@/lib/api/answer";
import { defineRoute } from "@/lib/api/route";
import { readFieldPack } from "@/lib/field/data";

/** Everything of the caller's own for work without signal. */
export const GET = defineRoute(async ({ actor, ctx }) =>
  jsonResponse({ ok: true, pack: await readFieldPack(ctx.db, actor, ctx.clock.now()) }),
);
