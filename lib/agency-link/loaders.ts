import "server-only";
import { cache } from "react";
import {
  findAgencyLink,
  listAgencyLinks,
  listLinkableAgencies,
  readAgencyView,
} from "@/lib/agency-link/data";
import type { AgencyChoice, AgencyLinkRow, AgencyView } from "@/lib/agency-link/model";
import { agencyTokenSchema, agencyViewQuerySchema } from "@/lib/agency-link/schema";
import { loadCohort, type SearchParams } from "@/lib/cohort/loaders";
import type { CohortHeader } from "@/lib/cohort/model";
import { authorizeOrganizing } from "@/lib/cohort/policy";
import { appContext } from "@/lib/platform/context";
import { db } from "@/lib/platform/db";
import { returnAttempt, takeAttempt } from "@/lib/platform/rate-limit";
import { currentRequest } from "@/lib/platform/request";

export interface AgencyLinksDesk {
  cohort: CohortHeader;
  agencies: AgencyChoice[];
  links: AgencyLinkRow[];
  can: { make: boolean; revoke: boolean };
}

/** The links of a cohort's agencies, for staff of its centre; organisers may act on them. */
export const loadAgencyLinks = cache(async (cohortId: string): Promise<AgencyLinksDesk> => {
  const { actor, cohort, centerId, authorized } = await loadCohort(cohortId);
  const [agencies, links] = await Promise.all([
    listLinkableAgencies(db(), authorized),
    listAgencyLinks(db(), authorized, appContext().clock.now()),
  ]);
  const organizes = authorizeOrganizing(actor, { id: cohort.id, centerId }) !== null;
  return {
    cohort,
    agencies,
    links,
    can: {
      make: organizes && (cohort.state === "RUNNING" || cohort.state === "CLOSED"),
      revoke: organizes,
    },
  };
});

/**
 * What an agency's contact sees by a link; null where the link does not work. "wait" where too many addresses that
 * were none came from the same place: the attempt is given back to who has one that works.
 */
export const loadAgencyView = cache(
  async (token: string, searchParams: SearchParams): Promise<AgencyView | "wait" | null> => {
    const address = currentRequest()?.address ?? "unknown";
    if ((await takeAttempt(db(), "agencyLink", address)) > 0) return "wait";
    const now = appContext().clock.now();
    const link = agencyTokenSchema.safeParse(token).success
      ? await findAgencyLink(db(), token, now)
      : null;
    if (!link) return null;
    await returnAttempt(db(), "agencyLink", address);
    return readAgencyView(db(), link, now, agencyViewQuerySchema.parse(searchParams).page);
  },
);
