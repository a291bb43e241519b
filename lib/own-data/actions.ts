"use server";

import { revalidatePath } from "next/cache";
import { confirmEmail, correctIdentity } from "@/lib/own-data/mutations";
import { correctIdentitySchema } from "@/lib/own-data/schema";
import { linkTokenSchema } from "@/lib/person/schema";
import { currentRequest } from "@/lib/platform/request";
import { defineAction } from "@/lib/session/action";

export const correctIdentityAction = defineAction(
  correctIdentitySchema,
  async ({ ctx, actor, input }) => {
    const result = await correctIdentity(ctx, actor, input);
    // The name stands around every page.
    if (result.ok) revalidatePath("/", "layout");
    return result;
  },
);

export const confirmEmailAction = defineAction(linkTokenSchema, async ({ ctx, actor, input }) => {
  const address = currentRequest()?.address ?? "local";
  const result = await confirmEmail(ctx, actor, { token: input.token, address });
  if (result.ok) revalidatePath("/account", "layout");
  return result;
});
