import type { AccessState } from "@/lib/invitation/model";
import type { LinkReader } from "@/lib/person/model";
import type { StaffRole } from "@/lib/platform/generated/prisma/enums";

/** People on a page of a centre's list. */
export const CENTER_PEOPLE_PAGE = 40;

/** Whom a centre's list shows. */
export const CENTER_PEOPLE_VIEWS = ["all", "staff", "open", "closed"] as const;
export type CenterPeopleView = (typeof CENTER_PEOPLE_VIEWS)[number];

/** Somebody whom a centre knows: its staff, and whoever is or was in one of its cohorts. */
export interface CenterPersonRow {
  personId: string;
  name: string;
  email: string | null;
  /** Masked: the last digits tell people apart. */
  idNumber: string | null;
  role: StaffRole | null;
  /** The role was offered, and is not in force before the person takes it. */
  isOffered: boolean;
  cohorts: number;
  access: AccessState;
  /** Kept away by the centre. */
  isSuspended: boolean;
  /** Deactivated by the platform. */
  isDeactivated: boolean;
}

/** A role on a staff that a link offers, to whoever opens it. */
export interface OpenOffer {
  center: string;
  role: StaffRole;
  reader: LinkReader;
}

export interface CenterPeople {
  rows: CenterPersonRow[];
  page: number;
  pages: number;
  counts: Record<CenterPeopleView, number>;
}

/** A cohort of the centre in which somebody is or was. */
export interface CenterEnrolment {
  enrolmentId: string;
  cohortId: string;
  cohort: string;
  role: "PARTICIPANT" | "FACILITATOR";
  /** As the roster has it. */
  fullName: string;
  agency: string;
  withdrawnAt: string | null;
  /** Waits to be taken by the person. */
  isOffered: boolean;
  assignments: number;
}

/** What a centre may see of one person, and do. */
export interface CenterPerson extends Omit<CenterPersonRow, "cohorts"> {
  idType: string;
  enrolments: CenterEnrolment[];
  /** Somebody else's double that was merged into this person. */
  aliases: { personId: string; name: string }[];
  can: {
    /** Change the role, or remove from the staff. */
    administer: boolean;
    suspend: boolean;
    /** Open the door: by a link that staff see, by a letter that they do not, or not at all. */
    door: "shown" | "mailed" | "none";
    merge: boolean;
  };
}

export function centerPersonPath(centerId: string, personId: string): string {
  return `/office/${centerId}/people/${personId}`;
}

/** The address of a centre's people, as they are filtered. */
export function centerPeopleHref(
  centerId: string,
  { view, q, page }: { view: CenterPeopleView; q: string; page?: number },
): string {
  const params = new URLSearchParams();
  if (view !== "all") params.set("view", view);
  if (q) params.set("q", q);
  if (page && page > 1) params.set("page", String(page));
  const query = params.toString();
  return `/office/${centerId}/people${query ? `?${query}` : ""}`;
}
