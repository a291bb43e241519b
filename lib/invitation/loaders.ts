import "server-only";
import { cache } from "react";
import { loadCohort, type SearchParams } from "@/lib/cohort/loaders";
import type { CohortHeader } from "@/lib/cohort/model";
import { listCohortPeople } from "@/lib/invitation/data";
import type { CohortPeople } from "@/lib/invitation/model";
import { type PeopleQuery, peopleQuerySchema } from "@/lib/invitation/schema";
import { canSendMail } from "@/lib/mail/record";
import { appContext } from "@/lib/platform/context";
import { db } from "@/lib/platform/db";

export interface CohortPeopleDto {
  cohort: CohortHeader;
  query: PeopleQuery;
  people: CohortPeople;
  centerId: string;
  /** Letters leave by themselves; without it they wait in the outbox. */
  sends: boolean;
  can: { organize: boolean };
}

export const loadCohortPeople = cache(
  async (cohortId: string, searchParams: SearchParams): Promise<CohortPeopleDto> => {
    const { cohort, authorized, centerId, can } = await loadCohort(cohortId);
    const query = peopleQuerySchema.parse(searchParams);
    const scope = { cohortId: authorized, centerId };
    const people = await listCohortPeople(db(), scope, query, appContext().clock.now());
    return { cohort, query, people, centerId, sends: canSendMail(), can };
  },
);
