"use server";

import { revalidatePath } from "next/cache";
import { addAttachment, removeAttachment } from "@/lib/attachment/mutations";
import { addAttachmentSchema, removeAttachmentSchema } from "@/lib/attachment/schema";
import { defineAction } from "@/lib/session/action";

/** What is added is shown once its bytes have arrived: the page is read again then. */
export const addAttachmentAction = defineAction(
  addAttachmentSchema,
  async ({ ctx, actor, input }) => addAttachment(ctx, actor, input),
);

export const removeAttachmentAction = defineAction(
  removeAttachmentSchema,
  async ({ ctx, actor, input }) => {
    const result = await removeAttachment(ctx, actor, input);
    if (result.ok) revalidatePath("/", "layout");
    return result;
  },
);
