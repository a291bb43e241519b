"use server";

import { revalidatePath } from "next/cache";
import {
  applyAllocation,
  setCapacity,
  setMark,
  setWishes,
  undoAllocation,
} from "@/lib/allocation/mutations";
import {
  applyAllocationSchema,
  markSchema,
  setCapacitySchema,
  setWishesSchema,
  undoAllocationSchema,
} from "@/lib/allocation/schema";
import { defineAction } from "@/lib/session/action";

/** Says how many a place takes. */
export const setCapacityAction = defineAction(setCapacitySchema, async ({ ctx, actor, input }) => {
  const result = await setCapacity(ctx, actor, input);
  if (result.ok) revalidatePath("/", "layout");
  return result;
});

/** Pins somebody to a place, or declares a tie. */
export const setMarkAction = defineAction(markSchema, async ({ ctx, actor, input }) => {
  const result = await setMark(ctx, actor, input);
  if (result.ok) revalidatePath("/", "layout");
  return result;
});

/** Keeps what a participant would like. */
export const setWishesAction = defineAction(setWishesSchema, async ({ ctx, actor, input }) => {
  const result = await setWishes(ctx, actor, input);
  if (result.ok) revalidatePath("/", "layout");
  return result;
});

/** Carries out the allocation that was shown. */
export const applyAllocationAction = defineAction(
  applyAllocationSchema,
  async ({ ctx, actor, input }) => {
    const result = await applyAllocation(ctx, actor, input);
    if (result.ok) revalidatePath("/", "layout");
    return result;
  },
);

/** Takes the last allocation back. */
export const undoAllocationAction = defineAction(
  undoAllocationSchema,
  async ({ ctx, actor, input }) => {
    const result = await undoAllocation(ctx, actor, input);
    if (result.ok) revalidatePath("/", "layout");
    return result;
  },
);
