"use server";

import { refresh, revalidatePath } from "next/cache";
import type { Result } from "@/lib/platform/result";
import {
  addComment,
  approveStage,
  reopenStage,
  resolveThread,
  returnStage,
  saveWorkAssessment,
} from "@/lib/review/mutations";
import {
  commentSchema,
  decisionSchema,
  resolveThreadSchema,
  returnSchema,
  workAssessmentSchema,
} from "@/lib/review/schema";
import { defineAction } from "@/lib/session/action";

export const approveStageAction = defineAction(decisionSchema, async ({ ctx, actor, input }) =>
  afterDecision(await approveStage(ctx, actor, input)),
);

export const returnStageAction = defineAction(returnSchema, async ({ ctx, actor, input }) =>
  afterDecision(await returnStage(ctx, actor, input)),
);

export const reopenStageAction = defineAction(returnSchema, async ({ ctx, actor, input }) =>
  afterDecision(await reopenStage(ctx, actor, input)),
);

export const addCommentAction = defineAction(commentSchema, async ({ ctx, actor, input }) => {
  const result = await addComment(ctx, actor, input);
  if (result.ok) refresh();
  return result;
});

export const resolveThreadAction = defineAction(
  resolveThreadSchema,
  async ({ ctx, actor, input }) => {
    const result = await resolveThread(ctx, actor, input);
    if (result.ok) refresh();
    return result;
  },
);

/** Saved while it is typed: the page is not read again for it. */
export const saveWorkAssessmentAction = defineAction(
  workAssessmentSchema,
  ({ ctx, actor, input }) => saveWorkAssessment(ctx, actor, input),
);

/** A decision changes the queue, the figure in the navigation and the later stages. */
function afterDecision<T>(result: Result<T>): Result<T> {
  if (result.ok) revalidatePath("/", "layout");
  return result;
}
