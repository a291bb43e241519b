"use server";

import { revalidatePath } from "next/cache";
import { cancelAssignment, createAssignments } from "@/lib/assignment/mutations";
import { cancelAssignmentSchema, createAssignmentsSchema } from "@/lib/assignment/schema";
import { createCohort, moveCohort, updateCohort } from "@/lib/cohort/mutations";
import { createCohortSchema, moveCohortSchema, updateCohortSchema } from "@/lib/cohort/schema";
import { defineAction } from "@/lib/session/action";

/** Gives participants innovations to work on. */
export const createAssignmentsAction = defineAction(
  createAssignmentsSchema,
  async ({ ctx, actor, input }) => {
    const result = await createAssignments(ctx, actor, input);
    if (result.ok) revalidatePath("/", "layout");
    return result;
  },
);

/** Ends an assignment. What was written stays. */
export const cancelAssignmentAction = defineAction(
  cancelAssignmentSchema,
  async ({ ctx, actor, input }) => {
    const result = await cancelAssignment(ctx, actor, input);
    if (result.ok) revalidatePath("/", "layout");
    return result;
  },
);

/** Makes a cohort, from nothing or as a copy. */
export const createCohortAction = defineAction(
  createCohortSchema,
  async ({ ctx, actor, input }) => {
    const result = await createCohort(ctx, actor, input);
    if (result.ok) revalidatePath("/", "layout");
    return result;
  },
);

/** Changes what is chosen for a cohort. */
export const updateCohortAction = defineAction(
  updateCohortSchema,
  async ({ ctx, actor, input }) => {
    const result = await updateCohort(ctx, actor, input);
    if (result.ok) revalidatePath("/", "layout");
    return result;
  },
);

/** Starts, closes, reopens, archives or restores a cohort. */
export const moveCohortAction = defineAction(moveCohortSchema, async ({ ctx, actor, input }) => {
  const result = await moveCohort(ctx, actor, input);
  if (result.ok) revalidatePath("/", "layout");
  return result;
});
