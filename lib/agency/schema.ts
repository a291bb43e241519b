import { z } from "zod";
import { AGENCY_BOUNDS, AGENCY_TYPES } from "@/lib/agency/model";
import { entryHead, entryListSchema, oneOf, requiredChoice } from "@/lib/catalogue/schema";
import { text } from "@/lib/document/fields";

/** What is written of an agency. */
export const agencyFields = {
  name: text("submit", AGENCY_BOUNDS.name),
  shortName: text("submit", AGENCY_BOUNDS.shortName),
  type: requiredChoice(AGENCY_TYPES),
};

export const saveAgencySchema = z.object({ ...entryHead, ...agencyFields });
export type SaveAgency = z.output<typeof saveAgencySchema>;

export const agencyListSchema = entryListSchema.extend({ type: oneOf(AGENCY_TYPES) });
export type AgencyListQuery = z.output<typeof agencyListSchema>;
