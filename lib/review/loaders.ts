import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { stageFromSlug } from "@/lib/assignment/model";
import { rolesOn } from "@/lib/assignment/policy";
import { systemClock } from "@/lib/platform/clock";
import { db } from "@/lib/platform/db";
import { findQueue, findQueuePlace, findReviewRecord, readReview } from "@/lib/review/data";
import {
  type AddressParams,
  type QueueFilter,
  type ReviewDto,
  type ReviewQueue,
  readQueueFilter,
} from "@/lib/review/model";
import { facilitatorScope, reviewerRole } from "@/lib/review/policy";
import { requireActor } from "@/lib/session/actor";

/** The queue of whoever facilitates somebody; for everybody else there is none. */
export async function loadQueue(params: AddressParams): Promise<ReviewQueue> {
  const actor = await requireActor();
  const scope = facilitatorScope(actor);
  if (!scope) notFound();
  return findQueue(db(), scope, readQueueFilter(params), systemClock.now());
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

export interface ReviewPage {
  review: ReviewDto;
  /** The filter of the queue that it was opened from. */
  filter: QueueFilter;
}

/**
 * One submission, for the facilitator who answers for it and for staff of the centre.
 *
 * @param revision as it stands in the address; what is no number of a revision does not exist
 */
export const loadReview = cache(
  async (assignmentId: string, slug: string, search: string): Promise<ReviewPage> => {
    const actor = await requireActor();
    const stage = stageFromSlug(slug);
    if (!stage || !UUID.test(assignmentId)) notFound();
    const params = Object.fromEntries(new URLSearchParams(search));
    const revision = revisionNumber(params.revision);
    if (revision === "unknown") notFound();

    const record = await findReviewRecord(db(), assignmentId, actor.personId, systemClock.now());
    const roles = record ? rolesOn(actor, record.subject) : [];
    const readerIs = reviewerRole(roles);
    if (!record || !readerIs) notFound();

    const filter = readQueueFilter(params);
    const scope = readerIs === "FACILITATOR" ? facilitatorScope(actor) : null;
    const queue = scope && (await findQueuePlace(db(), scope, filter, { assignmentId, stage }));
    const review = await readReview(db(), record, {
      stage,
      revision,
      readerId: actor.personId,
      readerIs,
      roles,
      queue,
      now: systemClock.now(),
    });
    if (!review) notFound();
    return { review, filter };
  },
);

function revisionNumber(text: string | undefined): number | null | "unknown" {
  if (text === undefined || text === "") return null;
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : "unknown";
}
