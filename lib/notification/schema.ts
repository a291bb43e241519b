import { z } from "zod";
import { locales } from "@/lib/i18n/locales";
import { MAIL_DELIVERIES, NOTIFICATION_PAGE } from "@/lib/notification/model";

export const readNotificationsSchema = z.object({
  commandId: z.uuid(),
  ids: z.array(z.uuid()).min(1).max(NOTIFICATION_PAGE),
});

export const mailPreferenceSchema = z.object({
  commandId: z.uuid(),
  delivery: z.enum(MAIL_DELIVERIES),
  /** The language of letters that nobody writes by hand. */
  locale: z.enum(locales),
});

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);

export const notificationsQuerySchema = z.object({
  page: z.preprocess(first, z.coerce.number().int().min(1).max(1_000_000).catch(1)),
});
