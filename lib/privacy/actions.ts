"use server";

import { revalidatePath } from "next/cache";
import { acknowledgeNotice, setPrivacyContact } from "@/lib/privacy/mutations";
import { acknowledgeSchema, privacyContactSchema } from "@/lib/privacy/schema";
import { defineAction } from "@/lib/session/action";

export const acknowledgeNoticeAction = defineAction(
  acknowledgeSchema,
  ({ ctx, actor, input }) => acknowledgeNotice(ctx, actor, input),
  { beforeNotice: true },
);

export const setPrivacyContactAction = defineAction(
  privacyContactSchema,
  async ({ ctx, actor, input }) => {
    const result = await setPrivacyContact(ctx, actor, input);
    if (result.ok) revalidatePath(`/office/${input.centerId}/privacy`);
    return result;
  },
);
