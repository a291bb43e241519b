import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import {
  findCohort,
  listAssignable,
  listAssignableInnovations,
  listCohorts,
} from "@/lib/cohort/data";
import { proposeDueDates } from "@/lib/cohort/due-dates";
import type { AssignDesk, CohortHeader, CohortRow } from "@/lib/cohort/model";
import {
  type AuthorizedAssigning,
  type AuthorizedCohortId,
  type AuthorizedOrganizing,
  authorizeAssigning,
  authorizeCohort,
  authorizeOrganizing,
  canCancelInCohort,
  cohortReach,
} from "@/lib/cohort/policy";
import { workRefusal } from "@/lib/cohort/workflow";
import type { Actor } from "@/lib/platform/actor";
import { appContext } from "@/lib/platform/context";
import { db } from "@/lib/platform/db";
import { requireActor } from "@/lib/session/actor";

/** What an address asks for, as Next hands it on. */
export type SearchParams = Record<string, string | string[] | undefined>;

const pageSchema = z.coerce.number().int().min(1).max(1_000_000).catch(1);

/** For whom there is a list of cohorts at all: staff. The page's own loader decides anew. */
export const requireStaff = cache(async (): Promise<Actor> => {
  const actor = await requireActor();
  if (actor.staff.length === 0) notFound();
  return actor;
});

/** The cohorts of the centres of which the actor is staff; for everybody else there is no list. */
export const loadCohorts = cache(
  async (
    searchParams: SearchParams,
  ): Promise<{ rows: CohortRow[]; total: number; page: number; pages: number }> => {
    const { centerIds } = cohortReach(await requireStaff());
    const { clock } = appContext();
    return listCohorts(db(), centerIds, pageSchema.parse(searchParams.page), clock.now());
  },
);

/**
 * A cohort that the actor may read, with the proof of it. Loaders of the cohort's pages begin here;
 * another centre's cohort and none at all look the same.
 */
export const loadCohort = cache(
  async (
    cohortId: string,
  ): Promise<{
    actor: Actor;
    cohort: CohortHeader;
    authorized: AuthorizedCohortId;
    can: { assign: boolean; cancel: boolean };
  }> => {
    const actor = await requireActor();
    const cohort = isId(cohortId) && (await findCohort(db(), cohortReach(actor), cohortId));
    const authorized = cohort && authorizeCohort(actor, cohort);
    if (!authorized) notFound();
    const { centerId, ...header } = cohort;
    const runs = workRefusal(cohort.state) === null;
    return {
      actor,
      cohort: header,
      authorized,
      can: {
        assign: runs && authorizeAssigning(actor, { id: cohort.id, centerId }) !== null,
        cancel: runs && canCancelInCohort(actor, { id: cohort.id, centerId }),
      },
    };
  },
);

/** A cohort in which the actor may assign, with the proof of it. */
export const loadAssigning = cache(
  async (
    cohortId: string,
  ): Promise<{ cohort: CohortHeader; authorized: AuthorizedAssigning; isStaff: boolean }> => {
    const actor = await requireActor();
    const cohort = isId(cohortId) && (await findCohort(db(), cohortReach(actor), cohortId));
    const authorized = cohort && authorizeAssigning(actor, cohort);
    if (!authorized) notFound();
    const { centerId, ...header } = cohort;
    const isStaff = authorizeCohort(actor, { id: cohort.id, centerId }) !== null;
    return { cohort: header, authorized, isStaff };
  },
);

/** A cohort that the actor may set up, with the proof of it. */
export const loadOrganizing = cache(
  async (
    cohortId: string,
  ): Promise<{ actor: Actor; cohort: CohortHeader; authorized: AuthorizedOrganizing }> => {
    const actor = await requireActor();
    const cohort = isId(cohortId) && (await findCohort(db(), cohortReach(actor), cohortId));
    const authorized = cohort && authorizeOrganizing(actor, cohort);
    if (!authorized) notFound();
    const { centerId: _, ...header } = cohort;
    return { actor, cohort: header, authorized };
  },
);

/** The form with which organisers and facilitators give assignments. */
export const loadAssignDesk = cache(async (cohortId: string): Promise<AssignDesk> => {
  const { cohort, authorized, isStaff } = await loadAssigning(cohortId);
  const [participants, innovations] = await Promise.all([
    listAssignable(db(), authorized),
    listAssignableInnovations(db(), authorized),
  ]);
  const now = appContext().clock.now();
  return {
    cohort,
    participants,
    innovations,
    due: proposeDueDates(cohort.visits[0], now, cohort.timeZone),
    scope: authorized.scope.kind,
    isStaff,
  };
});

function isId(value: string): boolean {
  return z.uuid().safeParse(value).success;
}
