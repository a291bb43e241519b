import "server-only";
import { cache } from "react";
import { loadOffice } from "@/lib/center/loaders";
import type { SearchParams } from "@/lib/cohort/loaders";
import { db } from "@/lib/platform/db";
import { listMostEvaluated, listStandings } from "@/lib/standing/data";
import { type EvaluatedInnovation, MOST_EVALUATED, type StandingRow } from "@/lib/standing/model";
import { standingQuerySchema } from "@/lib/standing/schema";

export interface StandingDto {
  /** The cohort that is compared with the earlier ones. */
  from: string | undefined;
  rows: StandingRow[];
  total: number;
  page: number;
  pages: number;
  innovations: EvaluatedInnovation[];
}

/** How a centre's cohorts came out beside each other, and what they evaluated most; for its staff. */
export const loadStanding = cache(
  async (centerId: string, searchParams: SearchParams): Promise<StandingDto> => {
    const { authorized } = await loadOffice(centerId);
    const { from, page } = standingQuerySchema.parse(searchParams);
    const [list, innovations] = await Promise.all([
      listStandings(db(), authorized, { from, page }),
      listMostEvaluated(db(), authorized, MOST_EVALUATED),
    ]);
    return { from, ...list, innovations };
  },
);
