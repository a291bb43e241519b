import { z } from "zod";
import { text } from "@/lib/document/fields";
import { locales } from "@/lib/i18n/locales";
import { OWN_FORMATS } from "@/lib/own-data/model";
import { PASSWORD_MAX } from "@/lib/person/model";
import { emailSchema } from "@/lib/person/schema";

export const ownDataQuerySchema = z.object({ format: z.enum(OWN_FORMATS) });

export const NAME_BOUNDS = { min: 2, max: 160 } as const;

/**
 * A correction of what is one's own: the name by which one is greeted and the address with which one
 * signs in. Another address wants the current password.
 */
export const correctIdentitySchema = z.object({
  commandId: z.uuid(),
  /** What stood when the form was opened. */
  was: z.object({ name: z.string().max(160), email: z.string().max(254).nullable() }),
  name: text("submit", NAME_BOUNDS),
  email: z
    .string()
    .trim()
    .max(254)
    .transform((value) => (value === "" ? null : value))
    .pipe(z.union([z.null(), emailSchema])),
  password: z.string().max(PASSWORD_MAX),
  /** The language of the letter that confirms another address. */
  locale: z.enum(locales),
});
