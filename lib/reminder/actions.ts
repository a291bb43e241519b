"use server";

import { revalidatePath } from "next/cache";
import { nudge } from "@/lib/reminder/mutations";
import { nudgeSchema } from "@/lib/reminder/schema";
import { defineAction } from "@/lib/session/action";

/** Reminds participants by hand of stages that they have to send. */
export const nudgeAction = defineAction(nudgeSchema, async ({ ctx, actor, input }) => {
  const result = await nudge(ctx, actor, input);
  if (result.ok) revalidatePath(`/cohorts/${input.cohortId}/nudge`);
  return result;
});
