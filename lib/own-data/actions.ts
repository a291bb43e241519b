"use server";

import { revalidatePath } from "next/cache";
import { correctIdentity } from "@/lib/own-data/mutations";
import { correctIdentitySchema } from "@/lib/own-data/schema";
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
