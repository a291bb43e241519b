import "server-only";
import type { StageState } from "@/lib/assignment/model";
import type { CohortState } from "@/lib/cohort/workflow";
import { workRefusal } from "@/lib/cohort/workflow";
import { isBlind, type RaterScope } from "@/lib/grading/policy";
import type { Tx } from "@/lib/platform/db";
import { type Result, refuse, success } from "@/lib/platform/result";

/** A work and its second rating, under the lock of a change. */
export interface LockedRating {
  assignmentId: string;
  cohortId: string;
  centerId: string;
  raterId: string;
  version: number;
  finalized: boolean;
  workRubricId: string;
  plan: StageState;
}

interface RawRating extends LockedRating {
  cohortState: CohortState;
  cancelled: boolean;
  withdrawn: boolean;
  participantPersonId: string;
  facilitatorEnrolmentId: string | null;
  reviewerPersonIds: string[];
}

/**
 * Locks a work for its second rater; one that is not theirs to rate does not exist. Whoever has seen the
 * first rater's scores since (as staff, or as the reviewer who took over) rates no more. Of the first
 * rater's scores nothing is read but who has been on that side.
 */
export async function lockRating(
  tx: Tx,
  scope: RaterScope | null,
  assignmentId: string,
): Promise<Result<LockedRating>> {
  if (!scope) return refuse("not_found");
  // The cohort first, like every change of what belongs to it.
  await tx.$queryRaw`
    WITH c AS MATERIALIZED (
      SELECT id FROM cohorts
      WHERE id = (SELECT cohort_id FROM assignments WHERE id = ${assignmentId}::uuid)
      FOR SHARE
    )
    SELECT 1 FROM assignments a JOIN c ON c.id = a.cohort_id
    WHERE a.id = ${assignmentId}::uuid FOR UPDATE OF a`;
  const [found] = await tx.$queryRaw<RawRating[]>`
    SELECT a.id AS "assignmentId", a.cohort_id AS "cohortId", c.center_id AS "centerId",
      c.state::text AS "cohortState", s.rater_id AS "raterId", s.version,
      s.finalized_at IS NOT NULL AS finalized, a.work_rubric_id AS "workRubricId",
      p.state::text AS plan, a.cancelled_at IS NOT NULL AS cancelled,
      e.withdrawn_at IS NOT NULL AS withdrawn, e.person_id AS "participantPersonId",
      e.facilitator_id AS "facilitatorEnrolmentId", work_reviewers(a.id) AS "reviewerPersonIds"
    FROM second_ratings s
    JOIN assignments a ON a.id = s.assignment_id
    JOIN cohorts c ON c.id = a.cohort_id
    JOIN enrolments e ON e.id = a.enrolment_id
    JOIN stages p ON p.assignment_id = a.id AND p.kind = 'PLAN'
    WHERE a.id = ${assignmentId}::uuid AND s.rater_id = ANY(${scope.raterIds}::uuid[])`;
  if (!found) return refuse("not_found");
  const { cohortState, cancelled, withdrawn, ...rest } = found;
  const { participantPersonId, facilitatorEnrolmentId, reviewerPersonIds, ...rating } = rest;
  const blind = isBlind({
    participantPersonId,
    facilitatorEnrolmentId,
    reviewerPersonIds,
    rater: {
      enrolmentId: rating.raterId,
      personId: scope.personId,
      isStaff: scope.seesCenterIds.includes(rating.centerId),
    },
  });
  if (!blind) return refuse("forbidden");
  const ended = workRefusal(cohortState);
  if (ended) return refuse(ended);
  if (cancelled) return refuse("cancelled");
  if (withdrawn) return refuse("withdrawn");
  return success(rating);
}
