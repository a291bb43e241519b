"use server";

import { revalidatePath } from "next/cache";
import { addStaff, createCenter, createInvitation } from "@/lib/center/mutations";
import {
  addStaffSchema,
  createCenterSchema,
  newLinkSchema,
  personStatusSchema,
} from "@/lib/center/schema";
import { setPersonStatus } from "@/lib/person/mutations";
import { defineAction } from "@/lib/session/action";

export const createCenterAction = defineAction(
  createCenterSchema,
  async ({ ctx, actor, input }) => {
    const result = await createCenter(ctx, actor, input);
    if (result.ok) revalidatePath("/admin");
    return result;
  },
);

export const addStaffAction = defineAction(addStaffSchema, async ({ ctx, actor, input }) => {
  const result = await addStaff(ctx, actor, input);
  if (result.ok) revalidatePath("/admin");
  return result;
});

export const createInvitationAction = defineAction(newLinkSchema, ({ ctx, actor, input }) =>
  createInvitation(ctx, actor, input),
);

export const setPersonStatusAction = defineAction(
  personStatusSchema,
  async ({ ctx, actor, input }) => {
    const result = await setPersonStatus(ctx, actor, input);
    if (result.ok) revalidatePath("/admin");
    return result;
  },
);
