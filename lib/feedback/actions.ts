"use server";

import { revalidatePath } from "next/cache";
import {
  addSources,
  answerFinding,
  chooseFinding,
  createHostLink,
  giveWord,
  releaseFindings,
  removeFinding,
  revokeHostLink,
  rewordFinding,
  withdrawRelease,
} from "@/lib/feedback/mutations";
import {
  addSourcesSchema,
  answerFindingSchema,
  chooseFindingSchema,
  createHostLinkSchema,
  giveWordSchema,
  releaseFindingsSchema,
  removeFindingSchema,
  revokeHostLinkSchema,
  rewordFindingSchema,
  withdrawReleaseSchema,
} from "@/lib/feedback/schema";
import { currentRequest } from "@/lib/platform/request";
import { defineAction, definePublicAction } from "@/lib/session/action";

export const chooseFindingAction = defineAction(
  chooseFindingSchema,
  async ({ ctx, actor, input }) => {
    const result = await chooseFinding(ctx, actor, input);
    if (result.ok) revalidatePath(`/cohorts/${input.cohortId}/feedback`);
    return result;
  },
);

export const addSourcesAction = defineAction(addSourcesSchema, async ({ ctx, actor, input }) => {
  const result = await addSources(ctx, actor, input);
  if (result.ok) revalidatePath(`/cohorts/${input.cohortId}/feedback`);
  return result;
});

export const rewordFindingAction = defineAction(
  rewordFindingSchema,
  async ({ ctx, actor, input }) => {
    const result = await rewordFinding(ctx, actor, input);
    if (result.ok) revalidatePath(`/cohorts/${input.cohortId}/feedback`);
    return result;
  },
);

export const removeFindingAction = defineAction(
  removeFindingSchema,
  async ({ ctx, actor, input }) => {
    const result = await removeFinding(ctx, actor, input);
    if (result.ok) revalidatePath(`/cohorts/${input.cohortId}/feedback`);
    return result;
  },
);

export const giveWordAction = defineAction(giveWordSchema, async ({ ctx, actor, input }) => {
  const result = await giveWord(ctx, actor, input);
  if (result.ok) revalidatePath(`/cohorts/${input.cohortId}/feedback`);
  return result;
});

export const releaseFindingsAction = defineAction(
  releaseFindingsSchema,
  async ({ ctx, actor, input }) => {
    const result = await releaseFindings(ctx, actor, input);
    if (result.ok) revalidatePath(`/cohorts/${input.cohortId}/feedback`);
    return result;
  },
);

export const withdrawReleaseAction = defineAction(
  withdrawReleaseSchema,
  async ({ ctx, actor, input }) => {
    const result = await withdrawRelease(ctx, actor, input);
    if (result.ok) revalidatePath(`/cohorts/${input.cohortId}/feedback`);
    return result;
  },
);

export const createHostLinkAction = defineAction(
  createHostLinkSchema,
  async ({ ctx, actor, input }) => {
    const result = await createHostLink(ctx, actor, input);
    if (result.ok) revalidatePath(`/cohorts/${input.cohortId}/feedback`);
    return result;
  },
);

export const revokeHostLinkAction = defineAction(
  revokeHostLinkSchema,
  async ({ ctx, actor, input }) => {
    const result = await revokeHostLink(ctx, actor, input);
    if (result.ok) revalidatePath(`/cohorts/${input.cohortId}/feedback`);
    return result;
  },
);

/**
 * The host's own door, without a session. The token in the body is the whole right; the framework takes actions
 * from pages of this origin alone, and no cookie would help another site's page.
 */
export const answerFindingAction = definePublicAction(
  answerFindingSchema,
  async ({ ctx, input }) => {
    const address = currentRequest()?.address ?? "unknown";
    const result = await answerFinding(ctx, { ...input, address });
    if (result.ok) revalidatePath(`/feedback/${input.token}`);
    return result;
  },
);
