"use server";

import { revalidatePath } from "next/cache";
import { removeSession, saveSession } from "@/lib/agenda/mutations";
import { removeSessionSchema, saveSessionSchema } from "@/lib/agenda/schema";
import { defineAction } from "@/lib/session/action";

/** Adds a session to the agenda, or changes one. */
export const saveSessionAction = defineAction(saveSessionSchema, async ({ ctx, actor, input }) => {
  const result = await saveSession(ctx, actor, input);
  if (result.ok) revalidatePath("/", "layout");
  return result;
});

/** Takes a session off the agenda. */
export const removeSessionAction = defineAction(
  removeSessionSchema,
  async ({ ctx, actor, input }) => {
    const result = await removeSession(ctx, actor, input);
    if (result.ok) revalidatePath("/", "layout");
    return result;
  },
);
