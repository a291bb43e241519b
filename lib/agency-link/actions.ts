"use server";

import { revalidatePath } from "next/cache";
import { agencyLinksPath } from "@/lib/agency-link/model";
import { createAgencyLink, revokeAgencyLink } from "@/lib/agency-link/mutations";
import { createAgencyLinkSchema, revokeAgencyLinkSchema } from "@/lib/agency-link/schema";
import { defineAction } from "@/lib/session/action";

export const createAgencyLinkAction = defineAction(
  createAgencyLinkSchema,
  async ({ ctx, actor, input }) => {
    const result = await createAgencyLink(ctx, actor, input);
    if (result.ok) revalidatePath(agencyLinksPath(input.cohortId));
    return result;
  },
);

export const revokeAgencyLinkAction = defineAction(
  revokeAgencyLinkSchema,
  async ({ ctx, actor, input }) => {
    const result = await revokeAgencyLink(ctx, actor, input);
    if (result.ok) revalidatePath(agencyLinksPath(input.cohortId));
    return result;
  },
);
