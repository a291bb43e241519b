"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/session/action";
import { deleteTemplate, saveTemplate } from "@/lib/template/mutations";
import { deleteTemplateSchema, saveTemplateSchema } from "@/lib/template/schema";

/** Makes or changes a template. */
export const saveTemplateAction = defineAction(
  saveTemplateSchema,
  async ({ ctx, actor, input }) => {
    const result = await saveTemplate(ctx, actor, input);
    if (result.ok) revalidatePath("/", "layout");
    return result;
  },
);

/** Takes a template away. */
export const deleteTemplateAction = defineAction(
  deleteTemplateSchema,
  async ({ ctx, actor, input }) => {
    const result = await deleteTemplate(ctx, actor, input);
    if (result.ok) revalidatePath("/", "layout");
    return result;
  },
);
