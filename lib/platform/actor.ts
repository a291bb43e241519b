import type { EnrolmentRole, StaffRole } from "@/lib/platform/generated/prisma/enums";

/**
 * Who is asking. Read from the database on every request; the session only names the person.
 * In which role an actor acts follows from the record, so all of them are carried.
 */
export interface Actor {
  personId: string;
  name: string;
  isPlatformAdministrator: boolean;
  /** Has seen, or skipped, the tour of the first sign-in. */
  toured: boolean;
  staff: { centerId: string; role: StaffRole }[];
  enrolments: { id: string; cohortId: string; role: EnrolmentRole }[];
  /** How much of what the person was told is unread; absent where nothing is. */
  unread?: number;
  /** A centre offers a place in a cohort, which the person has not taken. */
  offered?: true;
  /** The privacy notice that is in force has not been read yet: nothing else can be done before. */
  noticePending?: true;
}
