import { jsonResponse } from "@/lib/api/answer";
import { defineRoute } from "@/lib/api/route";
import { deviceKeyOf } from "@/lib/device/mutations";

/** The key under which the caller's own device keeps what it holds. */
export const GET = defineRoute(async ({ actor, ctx }) =>
  jsonResponse({ ok: true, key: await deviceKeyOf(ctx, actor) }),
);
