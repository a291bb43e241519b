import type { DoorFacts } from "@/lib/invitation/model";
import type { EnrolmentRole, StaffRole } from "@/lib/platform/generated/prisma/enums";

/** An enrolment of one of two persons who may be one. */
export interface MergeEnrolment {
  id: string;
  cohortId: string;
  cohort: string;
  role: EnrolmentRole;
  hasLeft: boolean;
  /** Tasks of a participant, participants of a facilitator: what hangs on it. */
  assignments: number;
  guides: number;
}

/** One of two persons, with all that decides about making them one. */
export interface MergeSide extends DoorFacts {
  personId: string;
  name: string;
  email: string | null;
  /** Masked in what is shown; whole where it is written. */
  idNumber: string | null;
  idType: string;
  hasAccess: boolean;
  isDeactivated: boolean;
  isSuspended: boolean;
  staffRole: StaffRole | null;
  /** Nobody else could administer the centre. */
  isLastAdministrator: boolean;
  /** The role was offered, and is not in force yet. */
  isOffered: boolean;
  enrolments: MergeEnrolment[];
}

export type MergeRefusal =
  /** One of them is known to another centre, or rules the platform: not this centre's to merge. */
  | "elsewhere"
  /** One of them is staff: administrators of the centre merge staff. */
  | "staff"
  /** Both have a number of the same kind: they are two. */
  | "two_numbers"
  /** Both have an account, one of which would stop: administrators of the centre merge them. */
  | "two_accounts"
  /** One of them is kept away, and both would be: administrators of the centre merge them. */
  | "suspended"
  /** The one kept away would take the only one along who can administer the centre. */
  | "last_administrator"
  /** Only the other one has an account: that one is to be kept. */
  | "keep_the_other"
  /** In one cohort the one is a participant and the other a facilitator. */
  | "role_clash"
  /** In one cohort the kept one has left, and the other has not. */
  | "kept_has_left"
  | "deactivated";

/** What merging does, told before and done after. */
export interface MergePlan {
  /** Enrolments of the double that the kept person gets. */
  moves: MergeEnrolment[];
  /** Those in a cohort where the kept person has the same role: kept as they are, and ended. */
  ends: (MergeEnrolment & { successorId: string })[];
  takesEmail: boolean;
  takesIdNumber: boolean;
  /** The role on the staff afterwards, where the double brings one. */
  staffRole: StaffRole | null;
  /** That role is in force: an offer alone stays one. */
  staffAccepted: boolean;
  /** The password of the double stops working; its address opens the door of the kept one. */
  losesPassword: boolean;
  /** One of the two is kept away by the centre, and so is the kept person afterwards. */
  closesAccess: boolean;
}

export type MergeDecision =
  | { ok: true; plan: MergePlan }
  | { ok: false; reason: MergeRefusal; cohort?: string };

/** Where a double is merged into a person. */
export function mergePath(centerId: string, keepId: string, doubleId?: string): string {
  const path = `/office/${centerId}/people/${keepId}/merge`;
  return doubleId ? `${path}?double=${doubleId}` : path;
}
