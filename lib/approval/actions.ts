"use server";

import { refresh } from "next/cache";
import { approveTogether, takeBackApprovals } from "@/lib/approval/mutations";
import { approveTogetherSchema, takeBackSchema } from "@/lib/approval/schema";
import { defineAction } from "@/lib/session/action";

export const approveTogetherAction = defineAction(
  approveTogetherSchema,
  async ({ ctx, actor, input }) => {
    const result = await approveTogether(ctx, actor, input);
    if (result.ok) refresh();
    return result;
  },
);

export const takeBackApprovalsAction = defineAction(
  takeBackSchema,
  async ({ ctx, actor, input }) => {
    const result = await takeBackApprovals(ctx, actor, input);
    if (result.ok) refresh();
    return result;
  },
);
