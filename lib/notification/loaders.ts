import "server-only";
import { cache } from "react";
import { findMailDelivery, listNotifications } from "@/lib/notification/data";
import type { MailDelivery, NotificationList } from "@/lib/notification/model";
import { notificationScope } from "@/lib/notification/policy";
import { notificationsQuerySchema } from "@/lib/notification/schema";
import { appContext } from "@/lib/platform/context";
import { db } from "@/lib/platform/db";
import { requireActor } from "@/lib/session/actor";

/** What the reader was told. */
export const loadNotifications = cache(
  async (
    searchParams: Record<string, string | string[] | undefined>,
  ): Promise<NotificationList> => {
    const actor = await requireActor();
    const { page } = notificationsQuerySchema.parse(searchParams);
    return listNotifications(db(), notificationScope(actor), page, appContext().clock.now());
  },
);

/** How the reader wants letters of reminders. */
export const loadMailDelivery = cache(async (): Promise<MailDelivery> => {
  const actor = await requireActor();
  return findMailDelivery(db(), actor.personId);
});
