"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { currentActor } from "@/lib/session/actor";
import { noteIntent } from "@/lib/session/intent";
import { tellSignedOut } from "@/lib/session/sign-out";

/** Signs out by forgetting the session cookie. Works as a plain form. */
export async function signOutAction(): Promise<void> {
  const jar = await cookies();
  await tellSignedOut();
  for (const { name } of jar.getAll()) {
    // next-auth splits long tokens into numbered cookies and prefixes the name behind TLS. Browsers
    // let nothing overwrite such a cookie that is not Secure itself, not even its end.
    const [, prefix] = /^(__Secure-)?next-auth\.session-token(?:\.\d+)?$/.exec(name) ?? [null];
    if (prefix === null) continue;
    jar.set(name, "", { path: "/", maxAge: 0, httpOnly: true, sameSite: "lax", secure: !!prefix });
  }
  redirect("/sign-in");
}

const intentSchema = z.union([
  z.object({ kind: z.literal("enter") }),
  z.object({ kind: z.literal("invitation"), token: z.string().min(20).max(200) }),
  z.object({ kind: z.literal("own") }),
]);

/**
 * Before the way to the identity provider: what the account that comes back is for. Entering forgets
 * what was meant before, so that nobody else's account is linked by an invitation left open.
 */
export async function prepareSsoAction(input: z.input<typeof intentSchema>): Promise<void> {
  const parsed = intentSchema.safeParse(input);
  // Whoever calls an action decides what it is given; nothing understood means nothing.
  const intent = parsed.success ? parsed.data : { kind: "enter" as const };
  if (intent.kind === "invitation") return noteIntent({ token: intent.token });
  const actor = intent.kind === "own" ? await currentActor() : null;
  await noteIntent(actor && { self: actor.personId });
}
