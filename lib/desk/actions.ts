"use server";

import { releaseLease, saveReviewDraft, takeLease } from "@/lib/desk/mutations";
import { releaseLeaseSchema, saveReviewDraftSchema, takeLeaseSchema } from "@/lib/desk/schema";
import { defineAction } from "@/lib/session/action";

// While somebody reads, again and again: the page is not read anew for it.

export const takeLeaseAction = defineAction(takeLeaseSchema, ({ ctx, actor, input }) =>
  takeLease(ctx, actor, input),
);

export const releaseLeaseAction = defineAction(releaseLeaseSchema, ({ ctx, actor, input }) =>
  releaseLease(ctx, actor, input),
);

export const saveReviewDraftAction = defineAction(saveReviewDraftSchema, ({ ctx, actor, input }) =>
  saveReviewDraft(ctx, actor, input),
);
