"use server";

import { revalidatePath } from "next/cache";
import { linkTokenSchema } from "@/lib/person/schema";
import { currentRequest } from "@/lib/platform/request";
import { defineAction } from "@/lib/session/action";
import {
  changeRole,
  enlist,
  openDoor,
  removeStaff,
  renewOffer,
  setSuspension,
  takeRole,
} from "@/lib/staff/mutations";
import {
  doorSchema,
  enlistSchema,
  removeSchema,
  renewOfferSchema,
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

export const renewOfferAction = defineAction(renewOfferSchema, async ({ ctx, actor, input }) => {
  const result = await renewOffer(ctx, actor, input);
  if (result.ok) revalidatePath(`/office/${input.centerId}/people`, "layout");
  return result;
});

export const takeRoleAction = defineAction(linkTokenSchema, async ({ ctx, actor, input }) => {
  const address = currentRequest()?.address ?? "local";
  const result = await takeRole(ctx, actor, { token: input.token, address });
  // The rooms that are open to somebody stand around every page.
  if (result.ok) revalidatePath("/", "layout");
  return result;
});
