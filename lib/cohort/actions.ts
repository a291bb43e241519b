"use server";

import { revalidatePath } from "next/cache";
import { cancelAssignment, createAssignments } from "@/lib/assignment/mutations";
import { cancelAssignmentSchema, createAssignmentsSchema } from "@/lib/assignment/schema";
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
