"use server";

import { revalidatePath } from "next/cache";
import { placePeople, removeEntry, saveEntry } from "@/lib/roster/mutations";
import { placePeopleSchema, removeEntrySchema, saveEntrySchema } from "@/lib/roster/schema";
import { defineAction } from "@/lib/session/action";

/** Adds somebody to a roster, or changes what it says of them. */
export const saveEntryAction = defineAction(saveEntrySchema, async ({ ctx, actor, input }) => {
  const result = await saveEntry(ctx, actor, input);
  if (result.ok) revalidatePath("/cohorts", "layout");
  return result;
});

/** Moves participants to another group or facilitator. */
export const placePeopleAction = defineAction(placePeopleSchema, async ({ ctx, actor, input }) => {
  const result = await placePeople(ctx, actor, input);
  if (result.ok) revalidatePath("/cohorts", "layout");
  return result;
});

/** Takes somebody off a roster on whom nothing depends yet. */
export const removeEntryAction = defineAction(removeEntrySchema, async ({ ctx, actor, input }) => {
  const result = await removeEntry(ctx, actor, input);
  if (result.ok) revalidatePath("/cohorts", "layout");
  return result;
});
