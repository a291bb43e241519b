import type { StageKind } from "@/lib/assignment/model";
import type { Db } from "@/lib/platform/db";
import { openPlay } from "@/prisma/seed/play";
import { STORIES, type Story } from "@/prisma/seed/scenarios";
import { HourlyPace } from "@/prisma/seed/timeline";

/** The morning of the first day of a test world's visit. */
const STARTS_AT = "2018-08-06T01:00:00Z";

/**
 * Brings an assignment to where one of the demo's stories ends, by the real commands of its own
 * participant and facilitator, one an hour.
 */
export async function tell(
  db: Db,
  assignmentId: string,
  story: Story,
  stage: StageKind,
  startsAt = STARTS_AT,
): Promise<void> {
  const play = await openPlay(db, assignmentId, new HourlyPace(new Date(startsAt)));
  await STORIES[story](play, stage);
}
