import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { loadCohort, type SearchParams } from "@/lib/cohort/loaders";
import type { CohortHeader } from "@/lib/cohort/model";
import { db } from "@/lib/platform/db";
import { listViews } from "@/lib/saved-view/data";
import type { SavedViewRow, ViewPage } from "@/lib/saved-view/model";
import { viewScope } from "@/lib/saved-view/policy";
import { keptQuery, viewsQuerySchema } from "@/lib/saved-view/schema";

export interface SavedViewsDesk {
  cohort: CohortHeader;
  views: SavedViewRow[];
  /** Filters that are there to be kept; null where one came without any. */
  offered: { page: ViewPage; query: string } | null;
  can: { share: boolean };
}

/** The views that somebody opens in a cohort: the own, and those of the centre. */
export const loadViews = cache(
  async (cohortId: string, searchParams: SearchParams): Promise<SavedViewsDesk> => {
    const { actor, cohort, centerId } = await loadCohort(cohortId);
    const scope = viewScope(actor, centerId);
    if (!scope) notFound();
    const { of: page, filters } = viewsQuerySchema.parse(searchParams);
    const query = page && filters ? keptQuery(page, filters) : "";
    return {
      cohort,
      views: await listViews(db(), scope),
      offered: page && query !== "" ? { page, query } : null,
      can: { share: scope.mayShare },
    };
  },
);
