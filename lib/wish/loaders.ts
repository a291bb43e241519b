import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { participantScope } from "@/lib/assignment/policy";
import { appContext } from "@/lib/platform/context";
import { db } from "@/lib/platform/db";
import { requireActor } from "@/lib/session/actor";
import { findWishes } from "@/lib/wish/data";
import type { WishPage } from "@/lib/wish/model";

/** A participant's own choices; where the cohort does not ask, or is not theirs, there is no such page. */
export const loadWishes = cache(async (cohortId: string): Promise<WishPage> => {
  const actor = await requireActor();
  if (!z.uuid().safeParse(cohortId).success) notFound();
  const now = appContext().clock.now();
  return (await findWishes(db(), participantScope(actor), cohortId, now)) ?? notFound();
});
