import "server-only";
import type { MergeEnrolment, MergePlan, MergeSide } from "@/lib/merging/model";
import type { Reader } from "@/lib/platform/db";
import { contentHash } from "@/lib/platform/ids";
import { findKnown, isLastAdministrator } from "@/lib/staff/data";

/** One of two persons as a centre knows them, with all that decides; null where it knows nobody. */
export async function findSide(
  db: Reader,
  centerId: string,
  personId: string,
  now: Date,
): Promise<MergeSide | null> {
  const known = await findKnown(db, centerId, personId, now);
  if (!known) return null;
  const rows = await db.$queryRaw<(MergeEnrolment & { isHere: boolean })[]>`
    SELECT c.center_id = ${centerId}::uuid AS "isHere", e.id, e.cohort_id AS "cohortId", c.name AS cohort, e.role::text AS role,
           e.withdrawn_at IS NOT NULL AS "hasLeft",
           (SELECT count(*)::int FROM assignments a WHERE a.enrolment_id = e.id) AS assignments,
           (SELECT count(*)::int FROM enrolments u WHERE u.facilitator_id = e.id) AS guides
    FROM enrolments e JOIN cohorts c ON c.id = e.cohort_id
    WHERE e.person_id = ${personId}::uuid AND (c.center_id = ${centerId}::uuid
      OR (e.accepted_at IS NULL AND e.withdrawn_at IS NULL))
    ORDER BY c.starts_on DESC, e.id`;
  const enrolments = rows.flatMap(({ isHere, ...enrolment }) => (isHere ? [enrolment] : []));
  // A place that another centre offers would stay with the double: here it counts like one that is taken.
  const isElsewhere = known.isElsewhere || enrolments.length < rows.length;
  return {
    personId,
    name: known.name,
    email: known.email,
    idNumber: known.idNumber,
    idType: known.idType,
    // Of no account here, where nothing of it is this centre's to know and nothing is merged.
    hasAccess: known.hasAccess && !isElsewhere,
    isDeactivated: known.isDeactivated,
    isSuspended: known.isSuspended,
    staffRole: known.role,
    isLastAdministrator:
      known.role === "ADMINISTRATOR" && (await isLastAdministrator(db, { centerId, personId })),
    isOffered: known.isOffered,
    isPlatformAdministrator: known.isPlatformAdministrator,
    isElsewhere,
    isStaffHere: known.isStaffHere,
    enrolments,
  };
}

/** Names a plan, so that what is done is what was shown. */
export function planHash(keep: MergeSide, double: MergeSide, plan: MergePlan): string {
  return contentHash({
    keep: keep.personId,
    double: double.personId,
    suspended: [keep.isSuspended, double.isSuspended],
    plan,
  });
}
