import { z } from "zod";
import { AGENCY_LINK_BOUNDS } from "@/lib/agency-link/model";
import { page } from "@/lib/dashboard/schema";
import { text } from "@/lib/document/fields";

const inCohort = z.object({ commandId: z.uuid(), cohortId: z.uuid() });

export const createAgencyLinkSchema = inCohort.extend({
  agencyId: z.uuid(),
  label: text("submit", AGENCY_LINK_BOUNDS.label),
  days: z.number().int().min(AGENCY_LINK_BOUNDS.days.min).max(AGENCY_LINK_BOUNDS.days.max),
  /** Whether released grades are told by it. */
  showsGrades: z.boolean(),
});

export const revokeAgencyLinkSchema = inCohort.extend({ linkId: z.uuid() });

export const agencyTokenSchema = z.string().regex(/^[\w-]{43}$/);

/** What the address of the view may ask for. */
export const agencyViewQuerySchema = z.object({ page });
