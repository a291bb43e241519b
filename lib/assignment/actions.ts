"use server";

import { revalidatePath } from "next/cache";
import { saveDraft, submitStage, withdrawStage } from "@/lib/assignment/mutations";
import { stageDocumentSchema, stageRefSchema } from "@/lib/assignment/schema";
import type { Result } from "@/lib/platform/result";
import { defineAction } from "@/lib/session/action";

/** Saved while it is written: the page is not read again for it. */
export const saveDraftAction = defineAction(stageDocumentSchema, ({ ctx, actor, input }) =>
  saveDraft(ctx, actor, input),
);

export const submitStageAction = defineAction(stageDocumentSchema, async ({ ctx, actor, input }) =>
  afterMove(await submitStage(ctx, actor, input)),
);

export const withdrawStageAction = defineAction(stageRefSchema, async ({ ctx, actor, input }) =>
  afterMove(await withdrawStage(ctx, actor, input)),
);

/** A move of one stage changes the rail, the list and the later stages. */
function afterMove<T>(result: Result<T>): Result<T> {
  if (result.ok) revalidatePath("/tasks", "layout");
  return result;
}
