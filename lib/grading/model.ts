import type { StageKind } from "@/lib/assignment/model";
import { cohortPath } from "@/lib/cohort/model";
import type { CohortState } from "@/lib/cohort/workflow";
import type { FieldIssue } from "@/lib/document/issue";
import type { Grade } from "@/lib/grading/scoring";
import type { Reading, WorkScoreDto } from "@/lib/review/model";
import type { GradeBand, RubricDefinition } from "@/lib/rubric/model";

/** Scores of the participants' work (R7) as a cohort gives them: by whom, how far apart, released when. */

export const GRADING_BOUNDS = {
  /** Works that get a second rater at once. */
  works: { min: 1, max: 600 },
  reason: { min: 5, max: 2000 },
} as const;

export const RELEASE_COMMANDS = ["NOW", "SCHEDULE", "WITHDRAW"] as const;
export type ReleaseCommand = (typeof RELEASE_COMMANDS)[number];

/** Grades are released while work goes on and after it has ended. */
export function mayRelease(state: CohortState): boolean {
  return state === "RUNNING" || state === "CLOSED";
}

/** In a cohort that has ended nobody rates any more, and a rater who has not begun may be taken away. */
export function mayRelieve(state: CohortState): boolean {
  return state === "CLOSED";
}

/** In which capacity somebody scores a work. */
export const RATER_ROLES = ["PRIMARY", "SECOND"] as const;
export type RaterRole = (typeof RATER_ROLES)[number];

/** What a participant gets of one work, once it is settled and released. */
export interface ReleasedGrade {
  assignmentId: string;
  /** 0–100 with two decimals. */
  score: number;
  band: GradeBand | null;
  /** ISO instant. */
  releasedAt: string;
}

/** Rows on a page of the grades. */
export const GRADES_PAGE = 60;

export function gradesPath(cohortId: string): string {
  return cohortPath(cohortId, "grades");
}

/** Where a second rater scores a work. */
export function secondRatingPath(assignmentId: string): string {
  return `/reviews/${assignmentId}/second`;
}

export const SECOND_RATINGS_PATH = "/reviews/second";
export const SHEETS_PATH = "/reviews/sheets";

/** How far one rater has come. */
export const RATING_STATES = ["NONE", "DRAFT", "FINAL"] as const;
export type RatingState = (typeof RATING_STATES)[number];

export interface RatingCell {
  state: RatingState;
  /** Null until all is scored, and while it could reach a rater who has not finished. */
  total: number | null;
  version: number;
}

/** One work in the table of a cohort's grades. */
export interface GradeRow {
  assignmentId: string;
  participant: string;
  agency: string;
  group: string | null;
  innovation: { code: string; name: string };
  facilitator: string | null;
  /** Pieces of evidence in the evaluation that was handed in last. */
  evidence: number;
  /** Of the person who looks: theirs to do, not to grade. */
  isOwn: boolean;
  primary: RatingCell;
  /** Null where there is no second rater. */
  second: (RatingCell & { raterId: string; rater: string }) | null;
  grade: Grade;
  moderation: { reason: string; by: string } | null;
}

export interface GradesPage {
  rows: GradeRow[];
  total: number;
  /** From 1; the last one when a later one was asked for. */
  page: number;
  pages: number;
  /** Of the whole cohort. */
  counts: Record<Grade["state"], number>;
}

/** When a cohort's grades are released. */
export interface ReleaseDto {
  /** 0 where nothing was ever released. */
  version: number;
  /** ISO instant; null where nothing is. */
  releasesAt: string | null;
  released: boolean;
}

/** A work that somebody scores a second time, in their list. */
export interface SecondRatingRow {
  assignmentId: string;
  participant: string;
  cohort: string;
  innovation: { code: string; name: string };
  state: RatingState;
  total: number | null;
}

/** A work before its second rater: what was handed in and the own scores, nothing of the first one's. */
export interface SecondRatingDto {
  assignmentId: string;
  participant: string;
  innovation: { code: string; name: string };
  cohortName: string;
  bands: GradeBand[];
  /** Stages that were handed in. */
  stages: StageKind[];
  /** The stage on the screen; null where nothing was handed in yet. */
  reading: Reading | null;
  rubric: RubricDefinition;
  version: number;
  scores: WorkScoreDto[];
  total: number | null;
  final: boolean;
  /** The plan stands, so that the rater may finish. */
  whole: boolean;
  /** The cohort has ended, or the work was cancelled. */
  closed: boolean;
}

// The grade sheet ----------------------------------------------------------------------------------

/** A work that somebody may score, as it stands: with their own scores alone. */
export interface SheetWork {
  assignmentId: string;
  role: RaterRole;
  participant: string;
  agency: string;
  innovation: { code: string; name: string };
  version: number;
  /** Final: a sheet changes nothing of it. */
  locked: boolean;
  criteria: { id: string; code: string; label: { id: string; en: string }; weight: number }[];
  scores: WorkScoreDto[];
}

/** One row of a sheet, and what becomes of it. */
export interface PlannedGrade {
  /** As the sheet counts. */
  number: number;
  participant: string;
  action: "change" | "same" | "faulty";
  issues: FieldIssue[];
  write: {
    assignmentId: string;
    role: RaterRole;
    basedOn: number;
    scores: WorkScoreDto[];
  } | null;
}

export interface SheetPlan {
  rows: PlannedGrade[];
  /** Columns without which no row is recognised. */
  missing: string[];
  counts: Record<PlannedGrade["action"], number>;
}

/** What a browser gets of a plan. */
export interface SheetPreview {
  rows: Omit<PlannedGrade, "write">[];
  missing: string[];
  counts: SheetPlan["counts"];
  /** Of the plan; null where it cannot be carried out. */
  digest: string | null;
}
