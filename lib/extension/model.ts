import type { StageKind } from "@/lib/assignment/model";
import type { CohortHeader } from "@/lib/cohort/model";

/** For whom more time is given. */
export const EXTENSION_AUDIENCES = ["PARTICIPANT", "GROUP", "ALL"] as const;
export type ExtensionAudience = (typeof EXTENSION_AUDIENCES)[number];

/** What becomes of the hard close of a stage: it moves with the due date, or is lifted. */
export const CLOSE_CHOICES = ["MOVE", "LIFT"] as const;
export type CloseChoice = (typeof CLOSE_CHOICES)[number];

/** Letters of the reason. */
export const EXTENSION_BOUNDS = { reason: { min: 5, max: 500 } } as const;

/** Extensions on a page of a cohort's list. */
export const EXTENSION_PAGE = 20;

/** What an extension did. */
export interface StageExtended {
  extensionId: string;
  /** Participants whose due date moved. */
  people: number;
  /** Assignments of which the stage moved. */
  extended: number;
  /** Those left as they were: due as late already, or later. */
  later: number;
  /** Those left as they were because the stage has been sent. */
  sent: number;
}

/** An extension as participants and reviewers read it, of one stage. */
export interface StageExtension {
  id: string;
  stage: StageKind;
  /** ISO instants. */
  at: string;
  dueFrom: string;
  dueTo: string;
  by: string;
  reason: string;
}

/** An extension in a cohort's list. */
export interface ExtensionRow {
  id: string;
  stage: StageKind;
  audience: ExtensionAudience;
  /** The participant or group as they were called; null for all. */
  audienceName: string | null;
  /** Participants whom it reached. */
  people: number;
  /** ISO instants; the due date that it gave. */
  at: string;
  dueTo: string;
  by: string;
  reason: string;
}

/** All that the form needs with which time is given, and what was given before. */
export interface ExtensionDesk {
  cohort: CohortHeader;
  participants: { id: string; name: string; group: string | null }[];
  groups: { id: string; name: string }[];
  rows: ExtensionRow[];
  page: number;
  pages: number;
  scope: "all" | "allocated";
  isStaff: boolean;
}

/** Where more time is given in a cohort. */
export function extendPath(cohortId: string, page = 1): string {
  return `/cohorts/${cohortId}/extend${page > 1 ? `?page=${page}` : ""}`;
}
