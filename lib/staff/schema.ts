import { z } from "zod";
import { STAFF_ROLES } from "@/lib/center/model";
import { CENTER_BOUNDS } from "@/lib/center/schema";
import { text } from "@/lib/document/fields";
import { locales } from "@/lib/i18n/locales";
import { emailSchema } from "@/lib/person/schema";
import { searchWords } from "@/lib/search/model";
import { CENTER_PEOPLE_VIEWS } from "@/lib/staff/model";

const ofPerson = { commandId: z.uuid(), centerId: z.uuid(), personId: z.uuid() };

export const enlistSchema = z.object({
  commandId: z.uuid(),
  centerId: z.uuid(),
  staffName: text("submit", CENTER_BOUNDS.staffName),
  staffEmail: emailSchema,
  role: z.enum(STAFF_ROLES),
  /** The language of the letter. */
  locale: z.enum(locales),
});

export const roleSchema = z.object({ ...ofPerson, role: z.enum(STAFF_ROLES) });

export const removeSchema = z.object(ofPerson);

export const renewOfferSchema = z.object({ ...ofPerson, locale: z.enum(locales) });

export const suspendSchema = z.object({ ...ofPerson, suspended: z.boolean() });

export const doorSchema = z.object({
  ...ofPerson,
  channel: z.enum(["LINK", "MAIL"]),
  locale: z.enum(locales),
});

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);

export const centerPeopleQuerySchema = z.object({
  view: z.preprocess(first, z.enum(CENTER_PEOPLE_VIEWS).catch("all")),
  q: z.preprocess(first, z.string().transform(searchWords).catch("")),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(1_000_000).catch(1)),
});
export type CenterPeopleQuery = z.output<typeof centerPeopleQuerySchema>;
