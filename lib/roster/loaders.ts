import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { loadCohort, loadOrganizing, type SearchParams } from "@/lib/cohort/loaders";
import type { CohortHeader } from "@/lib/cohort/model";
import { setupRefusal } from "@/lib/cohort/workflow";
import { db } from "@/lib/platform/db";
import { countRoster, findForm, listRoster } from "@/lib/roster/data";
import type { RosterFacets, RosterForm, RosterRow } from "@/lib/roster/model";
import { type RosterQuery, rosterQuerySchema } from "@/lib/roster/schema";

export interface RosterDto {
  cohort: CohortHeader;
  query: RosterQuery;
  facets: RosterFacets;
  list: { rows: RosterRow[]; total: number; page: number; pages: number };
  /** May change the roster; may take it along as a file, which stays so when the cohort has ended. */
  can: { organize: boolean; export: boolean };
}

/** The people of a cohort, for its staff. */
export const loadRoster = cache(
  async (cohortId: string, searchParams: SearchParams): Promise<RosterDto> => {
    const { cohort, authorized, can } = await loadCohort(cohortId);
    const query = rosterQuerySchema.parse(searchParams);
    const [list, facets] = await Promise.all([
      listRoster(db(), authorized, query, can.takeAway),
      countRoster(db(), authorized),
    ]);
    return { cohort, query, list, facets, can: { organize: can.organize, export: can.takeAway } };
  },
);

/** A cohort whose roster can be changed: what has ended has no import and no form. */
export const loadRosterDesk = cache(
  async (
    cohortId: string,
  ): Promise<{ cohort: CohortHeader; facilitators: number; groups: number }> => {
    const { cohort } = await loadOpen(cohortId);
    const { authorized } = await loadCohort(cohortId);
    const { facilitators, groups } = await countRoster(db(), authorized);
    return { cohort, facilitators, groups: groups.length };
  },
);

/** The form of somebody; `new` for a blank one. */
export const loadRosterForm = cache(
  async (cohortId: string, who: string): Promise<{ cohort: CohortHeader; form: RosterForm }> => {
    const { cohort, authorized } = await loadOpen(cohortId);
    const known = who === "new" || z.uuid().safeParse(who).success;
    const form = known ? await findForm(db(), authorized, who === "new" ? null : who) : null;
    if (!form) notFound();
    return { cohort, form };
  },
);

async function loadOpen(cohortId: string) {
  const found = await loadOrganizing(cohortId);
  if (setupRefusal(found.cohort.state)) notFound();
  return found;
}
