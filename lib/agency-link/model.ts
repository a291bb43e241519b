import type { StageKind, StageState } from "@/lib/assignment/model";
import { cohortPath } from "@/lib/cohort/model";
import type { ReleasedGrade } from "@/lib/grading/model";

/** What an origin agency's contact sees of its own people, and the links by which. */

export const AGENCY_LINK_BOUNDS = {
  /** Letters. */
  label: { min: 3, max: 80 },
  /** For how long a link works; `agency_links_ends` holds it too. Days. */
  days: { min: 1, max: 90 },
  /** Links of a cohort. */
  links: 200,
} as const;

export const AGENCY_LINK_DAYS = [7, 30, 90] as const;

/** People on a page of the view. */
export const AGENCY_PAGE = 60;

export interface AgencyLinkRow {
  id: string;
  label: string;
  agency: string;
  showsGrades: boolean;
  /** ISO instants. */
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
  isLive: boolean;
}

/** An agency with people in a cohort. */
export interface AgencyChoice {
  id: string;
  name: string;
  participants: number;
}

export interface AgencyStage {
  state: StageState;
  paused: boolean;
  /** Open or returned, and past its due date. */
  late: boolean;
  /** ISO instant. */
  dueAt: string;
}

export interface AgencyWork {
  innovation: string;
  stages: Record<StageKind, AgencyStage>;
  /** Of the approved revision; null before. */
  planTitle: string | null;
  /** Null before the cohort's release, and where the link does not tell grades. */
  grade: Pick<ReleasedGrade, "score" | "band"> | null;
}

export interface AgencyPerson {
  name: string;
  position: string;
  workUnit: string;
  works: AgencyWork[];
}

/** How many stages of the agency's people are how. */
export interface AgencyStageCount {
  kind: StageKind;
  approved: number;
  late: number;
  total: number;
}

/** All that a link shows. Nobody of another agency, and no figure of the whole cohort. */
export interface AgencyView {
  centerName: string;
  agency: string;
  program: string;
  cohort: string;
  timeZone: string;
  label: string;
  /** ISO instants. */
  expiresAt: string;
  now: string;
  showsGrades: boolean;
  counts: AgencyStageCount[];
  people: AgencyPerson[];
  /** People of the agency in all. */
  total: number;
  /** From 1. */
  page: number;
  pages: number;
}

/** Where staff make and revoke the links of a cohort. */
export function agencyLinksPath(cohortId: string): string {
  return `${cohortPath(cohortId)}/agency-links`;
}

/** What a link shows, from a page on. */
export function agencyViewPath(token: string, page = 1): string {
  return `/agency/${token}${page > 1 ? `?page=${page}` : ""}`;
}

/** The same as a workbook. */
export function agencyFileHref(token: string): string {
  return `/api/agency/${token}`;
}
