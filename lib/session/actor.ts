import "server-only";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { getToken } from "next-auth/jwt";
import { cache } from "react";
import { z } from "zod";
import { findActor } from "@/lib/person/data";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { currentRequest, noteActor } from "@/lib/platform/request";
import { authOptions } from "@/lib/session/auth";
import { doorPath } from "@/lib/session/return-path";

const sessionSchema = z.object({ personId: z.uuid(), sessionVersion: z.number().int() });

/** Who is asking, or null. Checked against the database once per request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const session = sessionSchema.safeParse(await getServerSession(authOptions()));
  const actor = session.success ? await findActor(db(), session.data) : null;
  if (actor) noteActor(actor.personId);
  return actor;
});

/** What a session says of itself. Whether it still counts, `findActor` says. */
export interface Session {
  personId: string;
  sessionVersion: number;
  /** When it ends without further use, in milliseconds. */
  endsAt: number;
}

const tokenSchema = z.object({ sub: z.uuid(), sessionVersion: z.number().int(), exp: z.number() });

/** The session of the request, for what outlives the request and has to end with it; or null. */
export async function currentSession(): Promise<Session | null> {
  const jar = await cookies();
  const token = await getToken({
    // The cookie alone: there is no other way in.
    req: {
      cookies: Object.fromEntries(jar.getAll().map(({ name, value }) => [name, value])),
      headers: {},
    } as unknown as Parameters<typeof getToken>[0]["req"],
    secret: env().AUTH_SECRET,
    secureCookie: env().APP_URL.startsWith("https:"),
  });
  const parsed = tokenSchema.safeParse(token);
  if (!parsed.success) return null;
  const { sub, sessionVersion, exp } = parsed.data;
  return { personId: sub, sessionVersion, endsAt: exp * 1000 };
}

/**
 * For loaders: whoever is not signed in goes to the sign-in page, and whoever has not read the privacy
 * notice goes there first; both come back to the page that they asked for.
 */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) redirect(doorPath("/sign-in", currentRequest()?.path));
  if (actor.noticePending) redirect(doorPath("/privacy", currentRequest()?.path));
  return actor;
}
