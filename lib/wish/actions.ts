"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/session/action";
import { answerWishes, askWishes } from "@/lib/wish/mutations";
import { answerWishesSchema, askWishesSchema } from "@/lib/wish/schema";

/** Asks the participants of a cohort for their choices, or asks no more. */
export const askWishesAction = defineAction(askWishesSchema, async ({ ctx, actor, input }) => {
  const result = await askWishes(ctx, actor, input);
  if (result.ok) revalidatePath("/", "layout");
  return result;
});

/** Keeps what a participant would like. */
export const answerWishesAction = defineAction(
  answerWishesSchema,
  async ({ ctx, actor, input }) => {
    const result = await answerWishes(ctx, actor, input);
    if (result.ok) revalidatePath("/", "layout");
    return result;
  },
);
