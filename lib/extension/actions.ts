"use server";

import { revalidatePath } from "next/cache";
import { extendStage } from "@/lib/extension/mutations";
import { extendStageSchema } from "@/lib/extension/schema";
import { defineAction } from "@/lib/session/action";

/** Gives one participant, a group or all more time for a stage. */
export const extendStageAction = defineAction(extendStageSchema, async ({ ctx, actor, input }) => {
  const result = await extendStage(ctx, actor, input);
  if (result.ok) revalidatePath("/", "layout");
  return result;
});
