"use server";

import { revalidatePath } from "next/cache";
import { resendLetter, showLetter } from "@/lib/mail/mutations";
import { letterSchema } from "@/lib/mail/schema";
import { defineAction } from "@/lib/session/action";

export const showLetterAction = defineAction(letterSchema, ({ ctx, actor, input }) =>
  showLetter(ctx, actor, input),
);

export const resendLetterAction = defineAction(letterSchema, async ({ ctx, actor, input }) => {
  const result = await resendLetter(ctx, actor, input);
  if (result.ok) revalidatePath(`/office/${input.centerId}/mail`);
  return result;
});
