import "server-only";
import { cache } from "react";
import { loadAssigning, type SearchParams } from "@/lib/cohort/loaders";
import type { CohortHeader } from "@/lib/cohort/model";
import { appContext } from "@/lib/platform/context";
import { db } from "@/lib/platform/db";
import { listNudgeable } from "@/lib/reminder/data";
import type { NudgeRow } from "@/lib/reminder/model";
import { nudgeQuerySchema } from "@/lib/reminder/schema";

export interface NudgeDesk {
  cohort: CohortHeader;
  /** Of these assignments alone; empty: of everybody within reach. */
  who: string[];
  /** The longest late first. */
  rows: NudgeRow[];
  /** With those that are not shown. */
  total: number;
  scope: "all" | "allocated";
  isStaff: boolean;
  /** ISO instant of the reading. */
  now: string;
}

/** Where organisers, and facilitators for their own, remind people of what is to be sent. */
export const loadNudgeDesk = cache(
  async (cohortId: string, searchParams: SearchParams): Promise<NudgeDesk> => {
    const { cohort, authorized, isStaff } = await loadAssigning(cohortId);
    const { who } = nudgeQuerySchema.parse(searchParams);
    const now = appContext().clock.now();
    const list = await listNudgeable(db(), authorized, who, now);
    return { cohort, who, ...list, scope: authorized.scope.kind, isStaff, now: now.toISOString() };
  },
);
