import "server-only";
import { redirect } from "next/navigation";
import { getServerSession } from "next-auth";
import { cache } from "react";
import { z } from "zod";
import { findActor } from "@/lib/person/data";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
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
