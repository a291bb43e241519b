import { jsonResponse } from "@/lib/api/answer";
import { defineRoute } from "@/lib/api/route";
import { fieldKey } from "@/lib/platform/secret";

/** The key under which the caller's own device keeps what it holds. */
export const GET = defineRoute(async ({ actor }) =>
  jsonResponse({ ok: true, key: fieldKey(actor.personId) }),
);
