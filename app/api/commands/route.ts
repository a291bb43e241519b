import { jsonResponse, refuseApi } from "@/lib/api/answer";
import { execute, executeAll, MAX_COMMANDS } from "@/lib/api/execute";
import { readJson } from "@/lib/api/read-json";
import { defineRoute } from "@/lib/api/route";

/** The one door for changes: a command, or a list of them in order. */
export const POST = defineRoute(async ({ request, actor, ctx }) => {
  const body = await readJson(request);
  if (!body.ok) return body;
  if (!Array.isArray(body.value)) {
    const { commandId, status, result } = await execute(ctx, actor, body.value);
    return jsonResponse({ commandId, ...result }, status);
  }
  if (body.value.length > MAX_COMMANDS) {
    return refuseApi("too_large", { details: { maxCommands: MAX_COMMANDS } });
  }
  const outcomes = await executeAll(ctx, actor, body.value);
  return jsonResponse({
    ok: true,
    results: outcomes.map(({ commandId, status, result }) => ({ commandId, status, ...result })),
  });
});
