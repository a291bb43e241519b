"use server";

import { revalidatePath } from "next/cache";
import { withdrawStage } from "@/lib/assignment/mutations";
import { stageRefSchema } from "@/lib/assignment/schema";
import type { Result } from "@/lib/platform/result";
import { defineAction } from "@/lib/session/action";

export const withdrawStageAction = defineAction(stageRefSchema, async ({ ctx, actor, input }) =>
  afterMove(await withdrawStage(ctx, actor, input)),
);

/** A move of one stage changes the rail, the list and the later stages. */
function afterMove<T>(result: Result<T>): Result<T> {
  if (result.ok) revalidatePath("/tasks", "layout");
  return result;
}
