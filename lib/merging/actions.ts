"use server";

import { revalidatePath } from "next/cache";
import { mergePeople } from "@/lib/merging/mutations";
import { mergeSchema } from "@/lib/merging/schema";
import { defineAction } from "@/lib/session/action";

export const mergePeopleAction = defineAction(mergeSchema, async ({ ctx, actor, input }) => {
  const result = await mergePeople(ctx, actor, input);
  if (result.ok) revalidatePath(`/office/${input.centerId}/people`, "layout");
  return result;
});
