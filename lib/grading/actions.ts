"use server";

import { revalidatePath } from "next/cache";
import { assignSecondRater, moderate, saveSecondScores, setRelease } from "@/lib/grading/mutations";
import {
  assignSecondRaterSchema,
  moderateSchema,
  releaseSchema,
  secondScoresSchema,
} from "@/lib/grading/schema";
import { defineAction } from "@/lib/session/action";

export const assignSecondRaterAction = defineAction(
  assignSecondRaterSchema,
  async ({ ctx, actor, input }) => {
    const result = await assignSecondRater(ctx, actor, input);
    if (result.ok) revalidatePath(`/cohorts/${input.cohortId}/grades`);
    return result;
  },
);

export const saveSecondScoresAction = defineAction(
  secondScoresSchema,
  async ({ ctx, actor, input }) => {
    const result = await saveSecondScores(ctx, actor, input);
    if (result.ok) revalidatePath(`/reviews/${input.assignmentId}/second`);
    return result;
  },
);

export const moderateAction = defineAction(moderateSchema, async ({ ctx, actor, input }) => {
  const result = await moderate(ctx, actor, input);
  if (result.ok) revalidatePath(`/cohorts/${input.cohortId}/grades`);
  return result;
});

/** What participants see of their grades stands on many pages. */
export const setReleaseAction = defineAction(releaseSchema, async ({ ctx, actor, input }) => {
  const result = await setRelease(ctx, actor, input);
  if (result.ok) revalidatePath("/", "layout");
  return result;
});
