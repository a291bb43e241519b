"use server";

import { revalidatePath } from "next/cache";
import { inviteToCohort, revokeInvitations } from "@/lib/invitation/mutations";
import { inviteSchema, revokeSchema } from "@/lib/invitation/schema";
import { defineAction } from "@/lib/session/action";

export const inviteAction = defineAction(inviteSchema, async ({ ctx, actor, input }) => {
  const result = await inviteToCohort(ctx, actor, input);
  if (result.ok) revalidatePath(`/cohorts/${input.cohortId}/people`);
  return result;
});

export const revokeInvitationsAction = defineAction(revokeSchema, async ({ ctx, actor, input }) => {
  const result = await revokeInvitations(ctx, actor, input);
  if (result.ok) revalidatePath(`/cohorts/${input.cohortId}/people`);
  return result;
});
