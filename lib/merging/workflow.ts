import type { MergeDecision, MergePlan, MergeSide } from "@/lib/merging/model";
import type { StaffRole } from "@/lib/platform/generated/prisma/enums";

const STRENGTH: Readonly<Record<StaffRole, number>> = { VIEWER: 0, ORGANIZER: 1, ADMINISTRATOR: 2 };

/**
 * Whether two persons may be made one, and what that does. Pure: the preview and the merging itself
 * ask the same question of the same facts.
 */
export function planMerge(
  keep: MergeSide,
  double: MergeSide,
  can: { administer: boolean },
): MergeDecision {
  for (const side of [keep, double]) {
    if (side.isPlatformAdministrator || side.isElsewhere) return { ok: false, reason: "elsewhere" };
    if (side.isStaffHere && !can.administer) return { ok: false, reason: "staff" };
    if (side.isDeactivated) return { ok: false, reason: "deactivated" };
  }
  // Numbers of a kind are each somebody's alone: with two of them they are two.
  if (keep.idNumber !== null && double.idNumber !== null && keep.idType === double.idType) {
    return { ok: false, reason: "two_numbers" };
  }
  if (double.hasAccess && !keep.hasAccess) return { ok: false, reason: "keep_the_other" };
  if (double.hasAccess && !can.administer) return { ok: false, reason: "two_accounts" };
  // Who was kept away is not let in by another name; and nobody is kept away by merging who could not
  // be so by a word.
  const closesAccess = keep.isSuspended !== double.isSuspended;
  if (closesAccess && !can.administer) return { ok: false, reason: "suspended" };
  if (closesAccess && (keep.isLastAdministrator || double.isLastAdministrator)) {
    return { ok: false, reason: "last_administrator" };
  }

  const moves: MergePlan["moves"] = [];
  const ends: MergePlan["ends"] = [];
  for (const enrolment of double.enrolments) {
    const here = keep.enrolments.filter(({ cohortId }) => cohortId === enrolment.cohortId);
    const same = here.find(({ role }) => role === enrolment.role);
    // Nobody answers for their own work: one human is one of the two in a cohort.
    const clash = here.find(({ role, hasLeft }) => role !== enrolment.role && !hasLeft);
    if (clash && !enrolment.hasLeft) {
      return { ok: false, reason: "role_clash", cohort: enrolment.cohort };
    }
    if (!same) {
      moves.push(enrolment);
      continue;
    }
    if (same.hasLeft && !enrolment.hasLeft) {
      return { ok: false, reason: "kept_has_left", cohort: enrolment.cohort };
    }
    ends.push({ ...enrolment, successorId: same.id });
  }
  // An offer that nobody took adds nothing to a role that is in force.
  const staff = [keep, double].filter(({ staffRole }) => staffRole !== null);
  const accepted = staff.filter(({ isOffered }) => !isOffered);
  const counted = accepted.length > 0 ? accepted : staff;
  const roles = counted.map(({ staffRole }) => staffRole).filter((role) => role !== null);
  const strongest = roles.sort((a, b) => STRENGTH[b] - STRENGTH[a])[0] ?? null;
  return {
    ok: true,
    plan: {
      moves,
      ends,
      takesEmail: keep.email === null && double.email !== null,
      takesIdNumber: keep.idNumber === null && double.idNumber !== null,
      staffRole: double.staffRole === null ? null : strongest,
      staffAccepted: accepted.length > 0,
      losesPassword: double.hasAccess,
      closesAccess,
    },
  };
}
