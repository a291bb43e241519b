import "server-only";
import { cookies } from "next/headers";
import { z } from "zod";
import { env } from "@/lib/platform/env";
import { currentActor } from "@/lib/session/actor";
import type { LinkIntent } from "@/lib/session/sso";

/** For the way to the identity provider and back, in seconds. */
const MAX_AGE = 10 * 60;

function cookieName(): string {
  return env().APP_URL.startsWith("https:") ? "__Secure-lokus.link" : "lokus.link";
}

/** Notes in this browser what the account that comes back is for; null forgets it. */
export async function noteIntent(intent: { token: string } | { self: string } | null) {
  const jar = await cookies();
  jar.set(cookieName(), intent ? JSON.stringify(intent) : "", {
    path: "/api/auth",
    httpOnly: true,
    sameSite: "lax",
    secure: env().APP_URL.startsWith("https:"),
    maxAge: intent ? MAX_AGE : 0,
  });
}

const intentSchema = z.object({
  token: z.string().min(20).max(200).nullable().default(null),
  self: z.uuid().nullable().default(null),
});

/**
 * What was noted, once. Who asked for their own account must still be signed in here: a note alone
 * links nothing.
 */
export async function takeIntent(): Promise<LinkIntent> {
  const jar = await cookies();
  const noted = jar.get(cookieName())?.value;
  if (!noted) return { token: null, self: null };
  jar.set(cookieName(), "", { path: "/api/auth", httpOnly: true, maxAge: 0 });
  const intent = intentSchema.safeParse(parse(noted));
  if (!intent.success) return { token: null, self: null };
  if (intent.data.self === null) return intent.data;
  const actor = await currentActor();
  return {
    token: intent.data.token,
    self: actor?.personId === intent.data.self ? intent.data.self : null,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
