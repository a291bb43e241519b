import { jsonResponse, refuseApi } from "@/lib/api/answer";
import { execute, executeAll, MAX_COMMANDS } from "@/lib/api/execute";
import { readJson } from "@/lib/api/read-json";
import { defineRoute } from "@/lib/api/route";

/** The one door for changes: a command, or a list of them in order. */
export const POST = defineRoute(async ({ request, actor, ctx }) => {
  // On a shared phone somebody else may have signed in since the page of the sender was opened: to
  // refuse their words for good would be to judge them as somebody else's.
  const sender = request.headers.get("x-lokus-person");
  if (sender !== null && sender !== actor.personId) return refuseApi("signed_out");
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
