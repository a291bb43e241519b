import "server-only";
import { redirect } from "next/navigation";
import { cache } from "react";
import { listDraftCohorts, listOfferedPlaces } from "@/lib/enrolment/data";
import type { OfferedPlace } from "@/lib/enrolment/model";
import { type HelpRole, helpRole } from "@/lib/help/model";
import { db } from "@/lib/platform/db";
import { requireActor } from "@/lib/session/actor";
import { countWaiting } from "@/lib/session/data";
import { type ActorRole, roleOf, roomsOf, type WorkspaceRoom } from "@/lib/session/workspace";

export interface WorkspaceDto {
  personId: string;
  name: string;
  role: ActorRole;
  rooms: WorkspaceRoom[];
  /** Whose tour is to be shown, for who has not seen it. */
  tour: HelpRole | null;
  /** Submissions that wait for this person's review. */
  waiting: number;
  /** What the person was told and has not read. */
  unread: number;
  /** Places in cohorts that wait for the person's answer. */
  places: OfferedPlace[];
}

export const loadWorkspace = cache(async (): Promise<WorkspaceDto> => {
  const actor = await requireActor();
  const rooms = roomsOf(actor);
  return {
    personId: actor.personId,
    name: actor.name,
    role: roleOf(actor),
    rooms,
    tour: actor.toured || rooms.length === 0 ? null : helpRole(roleOf(actor)),
    waiting: rooms.includes("reviews") ? await countWaiting(db(), actor) : 0,
    unread: actor.unread ?? 0,
    places: actor.offered ? await listOfferedPlaces(db(), actor) : [],
  };
});

/**
 * Sends everybody to where their work begins. Who belongs nowhere yet learns which cohorts of theirs are
 * still being set up.
 */
export const loadHome = cache(async (): Promise<{ drafts: string[] }> => {
  const actor = await requireActor();
  const first = roomsOf(actor)[0];
  if (first) redirect(`/${first}`);
  return { drafts: await listDraftCohorts(db(), actor) };
});
