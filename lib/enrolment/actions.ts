"use server";

import { revalidatePath } from "next/cache";
import {
  answerOffer,
  reallocate,
  returnEnrolment,
  withdrawEnrolment,
} from "@/lib/enrolment/mutations";
import {
  answerOfferSchema,
  reallocateSchema,
  returnSchema,
  withdrawSchema,
} from "@/lib/enrolment/schema";
import { defineAction } from "@/lib/session/action";

export const withdrawEnrolmentAction = defineAction(
  withdrawSchema,
  async ({ ctx, actor, input }) => {
    const result = await withdrawEnrolment(ctx, actor, input);
    if (result.ok) revalidatePath(`/cohorts/${input.cohortId}`, "layout");
    return result;
  },
);

export const returnEnrolmentAction = defineAction(returnSchema, async ({ ctx, actor, input }) => {
  const result = await returnEnrolment(ctx, actor, input);
  if (result.ok) revalidatePath(`/cohorts/${input.cohortId}`, "layout");
  return result;
});

export const reallocateAction = defineAction(reallocateSchema, async ({ ctx, actor, input }) => {
  const result = await reallocate(ctx, actor, input);
  if (result.ok) revalidatePath(`/cohorts/${input.cohortId}`, "layout");
  return result;
});

export const answerOfferAction = defineAction(answerOfferSchema, async ({ ctx, actor, input }) => {
  const result = await answerOffer(ctx, actor, input);
  // With a place come rooms: they stand around every page.
  if (result.ok) revalidatePath("/", "layout");
  return result;
});
