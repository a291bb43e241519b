"use server";

import { revalidatePath } from "next/cache";
import { defineAction } from "@/lib/session/action";
import { changeRole, enlist, openDoor, removeStaff, setSuspension } from "@/lib/staff/mutations";
import {
  doorSchema,
  enlistSchema,
  removeSchema,
  roleSchema,
  suspendSchema,
} from "@/lib/staff/schema";

export const enlistAction = defineAction(enlistSchema, async ({ ctx, actor, input }) => {
  const result = await enlist(ctx, actor, input);
  if (result.ok) revalidatePath(`/office/${input.centerId}/people`);
  return result;
});

export const changeRoleAction = defineAction(roleSchema, async ({ ctx, actor, input }) => {
  const result = await changeRole(ctx, actor, input);
  if (result.ok) revalidatePath(`/office/${input.centerId}/people`, "layout");
  return result;
});

export const removeStaffAction = defineAction(removeSchema, async ({ ctx, actor, input }) => {
  const result = await removeStaff(ctx, actor, input);
  if (result.ok) revalidatePath(`/office/${input.centerId}/people`, "layout");
  return result;
});

export const setSuspensionAction = defineAction(suspendSchema, async ({ ctx, actor, input }) => {
  const result = await setSuspension(ctx, actor, input);
  if (result.ok) revalidatePath(`/office/${input.centerId}/people`, "layout");
  return result;
});

export const openDoorAction = defineAction(doorSchema, async ({ ctx, actor, input }) => {
  const result = await openDoor(ctx, actor, input);
  if (result.ok) revalidatePath(`/office/${input.centerId}/people`, "layout");
  return result;
});
