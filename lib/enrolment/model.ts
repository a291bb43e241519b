import type { EnrolmentRole } from "@/lib/platform/generated/prisma/enums";

/** Lengths of what is written about an enrolment. Characters. */
export const ENROLMENT_BOUNDS = { reason: { min: 3, max: 500 } } as const;

/** A place in a cohort that a centre offers to somebody whom another one knew before. */
export interface OfferedPlace {
  enrolmentId: string;
  role: EnrolmentRole;
  /** What the centre's roster calls the person: who reads another name is not who was meant. */
  rosterName: string;
  agency: string;
  cohort: string;
  center: string;
}
