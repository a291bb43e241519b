import { z } from "zod";
import { oneOf, someId } from "@/lib/catalogue/schema";
import { OFFICE_ERRANDS, STAFF_ROLES } from "@/lib/center/model";
import { text } from "@/lib/document/fields";
import { locales } from "@/lib/i18n/locales";
import { emailSchema } from "@/lib/person/schema";

export const CENTER_BOUNDS = {
  name: { min: 3, max: 160 },
  shortName: { min: 2, max: 40 },
  staffName: { min: 2, max: 160 },
} as const;

export const createCenterSchema = z.object({
  commandId: z.uuid(),
  name: text("submit", CENTER_BOUNDS.name),
  shortName: text("submit", CENTER_BOUNDS.shortName),
  staffName: text("submit", CENTER_BOUNDS.staffName),
  staffEmail: emailSchema,
  /** The language of the letter. */
  locale: z.enum(locales),
});

export const addStaffSchema = z.object({
  commandId: z.uuid(),
  centerId: z.uuid(),
  staffName: text("submit", CENTER_BOUNDS.staffName),
  staffEmail: emailSchema,
  role: z.enum(STAFF_ROLES),
  locale: z.enum(locales),
});

export const newLinkSchema = z.object({
  commandId: z.uuid(),
  centerId: z.uuid(),
  personId: z.uuid(),
  locale: z.enum(locales),
});

export const personStatusSchema = z.object({ personId: z.uuid(), active: z.boolean() });

/** What the address says is to be done in one of several offices; what is not known is left out. */
export const errandSchema = z.object({ errand: oneOf(OFFICE_ERRANDS), region: someId });
