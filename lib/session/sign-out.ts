import "server-only";
import { sessionTopic } from "@/lib/live/model";
import { CHANNEL } from "@/lib/platform/changes";
import { db } from "@/lib/platform/db";
import { reportError } from "@/lib/platform/report";
import { currentSession } from "@/lib/session/actor";

/**
 * Ends what is still being told to the person's pages, wherever they are open: those that are still
 * signed in ask again by themselves. Signing out itself is to forget the cookie, which works without
 * the database.
 */
export async function tellSignedOut(): Promise<void> {
  try {
    const session = await currentSession();
    if (!session) return;
    await db().$queryRaw`SELECT pg_notify(${CHANNEL}, ${sessionTopic(session.personId)})::text`;
  } catch (error) {
    reportError(error);
  }
}
