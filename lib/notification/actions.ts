"use server";

import { revalidatePath } from "next/cache";
import { chooseMail, readNotifications } from "@/lib/notification/mutations";
import { mailPreferenceSchema, readNotificationsSchema } from "@/lib/notification/schema";
import { defineAction } from "@/lib/session/action";

export const readNotificationsAction = defineAction(
  readNotificationsSchema,
  async ({ ctx, actor, input }) => {
    const result = await readNotifications(ctx, actor, input);
    // How many are unread stands around every page.
    if (result.ok) revalidatePath("/", "layout");
    return result;
  },
);

export const chooseMailAction = defineAction(
  mailPreferenceSchema,
  async ({ ctx, actor, input }) => {
    const result = await chooseMail(ctx, actor, input);
    if (result.ok) revalidatePath("/account");
    return result;
  },
);
