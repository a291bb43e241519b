"use server";

import { refresh } from "next/cache";
import { addCanned, removeCanned } from "@/lib/canned-comment/mutations";
import { addCannedSchema, removeCannedSchema } from "@/lib/canned-comment/schema";
import { defineAction } from "@/lib/session/action";

export const addCannedAction = defineAction(addCannedSchema, async ({ ctx, actor, input }) => {
  const result = await addCanned(ctx, actor, input);
  if (result.ok) refresh();
  return result;
});

export const removeCannedAction = defineAction(
  removeCannedSchema,
  async ({ ctx, actor, input }) => {
    const result = await removeCanned(ctx, actor, input);
    if (result.ok) refresh();
    return result;
  },
);
