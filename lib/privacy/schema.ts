import { z } from "zod";
import { text } from "@/lib/document/fields";
import { locales } from "@/lib/i18n/locales";
import { emailSchema } from "@/lib/person/schema";
import { CONTACT_BOUNDS } from "@/lib/privacy/model";

export const acknowledgeSchema = z.object({
  /** The version that was read: what came into force meanwhile has not been. */
  version: z.int().min(1),
  locale: z.enum(locales),
});

/** A field that may stay empty. */
const phone = z
  .string()
  .trim()
  .max(CONTACT_BOUNDS.phone.max)
  .refine((value) => value === "" || /^[+\d][\d\s()./-]{4,}$/.test(value), {
    params: { code: "invalid_phone" },
  })
  .transform((value) => value || null);

export const privacyContactSchema = z.object({
  commandId: z.uuid(),
  centerId: z.uuid(),
  contactName: text("submit", CONTACT_BOUNDS.name),
  contactEmail: emailSchema,
  contactPhone: phone,
});
