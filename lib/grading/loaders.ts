import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { stageFromSlug } from "@/lib/assignment/model";
import { loadCohort, type SearchParams } from "@/lib/cohort/loaders";
import type { CohortHeader } from "@/lib/cohort/model";
import { authorizeOrganizing } from "@/lib/cohort/policy";
import { workRefusal } from "@/lib/cohort/workflow";
import {
  countSecondRatings,
  findGradingRules,
  findSecondRating,
  listGrades,
  listMarkedCohorts,
  listRaters,
  listReleasedGrades,
  listSecondRatings,
} from "@/lib/grading/data";
import {
  type GradesPage,
  mayRelease,
  mayRelieve,
  type ReleaseDto,
  type ReleasedGrade,
  type SecondRatingDto,
  type SecondRatingRow,
} from "@/lib/grading/model";
import { raterScope } from "@/lib/grading/policy";
import { dayIn } from "@/lib/platform/clock";
import { appContext } from "@/lib/platform/context";
import { db } from "@/lib/platform/db";
import { requireActor } from "@/lib/session/actor";

/** The grade of an own work; null until it is settled and the cohort has released its grades. */
export const loadOwnGrade = cache(async (assignmentId: string): Promise<ReleasedGrade | null> => {
  const actor = await requireActor();
  const grades = await listReleasedGrades(db(), [actor.personId], appContext().clock.now());
  return grades.find((grade) => grade.assignmentId === assignmentId) ?? null;
});

const pageSchema = z.coerce.number().int().min(1).max(1_000_000).catch(1);

export interface GradesDesk {
  cohort: CohortHeader;
  /** YYYY-MM-DD in the cohort's zone. */
  today: string;
  grades: GradesPage;
  release: ReleaseDto;
  /** Points of 100. */
  limit: number;
  raters: { id: string; name: string }[];
  /**
   * `rate`: second raters and moderation; both are done while the cohort runs. `relieve`: raters who have
   * not begun may be taken away still.
   */
  can: { rate: boolean; relieve: boolean; release: boolean };
}

/** The grades of a cohort for staff of its centre; organisers may act on them. */
export const loadGrades = cache(
  async (cohortId: string, searchParams: SearchParams): Promise<GradesDesk> => {
    const { actor, cohort, centerId, authorized } = await loadCohort(cohortId);
    const now = appContext().clock.now();
    const { bands, limit, release } = await findGradingRules(db(), authorized, now);
    const [grades, raters] = await Promise.all([
      listGrades(
        db(),
        authorized,
        { bands, limit },
        { page: pageSchema.parse(searchParams.page), viewerId: actor.personId },
      ),
      listRaters(db(), authorized),
    ]);
    const organizes = authorizeOrganizing(actor, { id: cohort.id, centerId }) !== null;
    return {
      cohort,
      today: dayIn(cohort.timeZone, now),
      grades,
      release,
      limit,
      raters,
      can: {
        rate: organizes && workRefusal(cohort.state) === null,
        relieve: organizes && mayRelieve(cohort.state),
        release: organizes && mayRelease(cohort.state),
      },
    };
  },
);

/** How many works wait for the actor as second rater. */
export const loadSecondRatingsWaiting = cache(async (): Promise<number> => {
  const scope = raterScope(await requireActor());
  return scope ? countSecondRatings(db(), scope) : 0;
});

/** The works that the actor scores a second time; for who facilitates nowhere there is no list. */
export const loadSecondRatings = cache(async (): Promise<SecondRatingRow[]> => {
  const scope = raterScope(await requireActor());
  if (!scope) notFound();
  return listSecondRatings(db(), scope);
});

/** A work before its second rater. What is not theirs to rate is not there. */
export const loadSecondRating = cache(
  async (assignmentId: string, slug: string): Promise<SecondRatingDto> => {
    const scope = raterScope(await requireActor());
    if (!scope || !z.uuid().safeParse(assignmentId).success) notFound();
    const asked = { stage: stageFromSlug(slug), now: appContext().clock.now() };
    return (await findSecondRating(db(), scope, assignmentId, asked)) ?? notFound();
  },
);

/** Cohorts whose works the actor marks; for who facilitates nowhere there are none. */
export const loadSheetCohorts = cache(async (): Promise<{ id: string; name: string }[]> => {
  const scope = raterScope(await requireActor());
  if (!scope) notFound();
  return listMarkedCohorts(db(), scope);
});
