import type { useTranslations } from "next-intl";
import type { AgendaSession, AgendaVisit } from "@/lib/agenda/model";
import type { StageKind, StageState } from "@/lib/assignment/model";
import type { AttendanceStatus } from "@/lib/attendance/model";
import type { Complete } from "@/lib/document/model";
import type { Evaluation } from "@/lib/evaluation/model";
import type { Format } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import type { ObstacleCategory, Obstacles } from "@/lib/obstacle/model";
import type { Plan } from "@/lib/plan/model";
import type { GradeBand, RubricDefinition } from "@/lib/rubric/model";
import type { Solutions, TransferType } from "@/lib/solution/model";

/**
 * The individual report: all that a participant's approved work says, in the customary chapters. And the
 * findings of a whole cohort, as an annex to the report that its groups write.
 */

export const REPORT_FORMATS = ["docx", "pdf"] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export const REPORT_BOUNDS = {
  /** Photos of a report, of all its innovations together; how many more there are, it says. */
  photos: 12,
  /** Pixels of a photo's longer side. */
  photoSide: 900,
  /** Entries of each list of the annex, an innovation; how many more there are, it says. */
  findings: 40,
} as const;

/** How a stage stands, and what of it is approved. */
export interface ReportedStage {
  state: StageState;
  paused: boolean;
  /** Null unless the latest revision is approved. */
  approved: { number: number; decidedAt: Date | null } | null;
}

/** One innovation of a participant, as far as it is approved. */
export interface ReportedWork {
  innovation: { code: string; name: string; owner: string; region: string };
  rubric: RubricDefinition;
  transferRubric: RubricDefinition;
  stages: Record<StageKind, ReportedStage>;
  evaluation: Complete<Evaluation> | null;
  obstacles: Complete<Obstacles> | null;
  solutions: Complete<Solutions> | null;
  plan: Complete<Plan> | null;
  /** The pictures that have arrived, by their hash. */
  arrived: ReadonlyMap<string, { readable: boolean }>;
}

export interface ReportedCohort {
  id: string;
  program: string;
  name: string;
  regulationRef: string | null;
  center: string;
  timeZone: string;
  gradeBands: readonly GradeBand[];
  visits: readonly AgendaVisit[];
}

export interface IndividualReport {
  participant: {
    name: string;
    /** As the reader may see it; null where there is none. */
    number: { type: "NIP" | "NI_PPPK" | "NRP"; text: string } | null;
    grade: string | null;
    position: string;
    workUnit: string;
    agency: string;
    group: string | null;
    facilitator: string | null;
    /** Left the cohort. */
    withdrawn: boolean;
  };
  cohort: ReportedCohort;
  /** Of the agenda, what concerns the participant, in the order of its times. */
  sessions: readonly AgendaSession[];
  /** By session. */
  marks: Readonly<Record<string, AttendanceStatus>>;
  works: readonly ReportedWork[];
  /** Names of what documents refer to, by id. */
  names: {
    innovations: Readonly<Record<string, string>>;
    agencies: Readonly<Record<string, string>>;
  };
}

/** Whether anything is approved that a report could be made of. */
export function isReportable({ works }: Pick<IndividualReport, "works">): boolean {
  return works.some(({ evaluation }) => evaluation !== null);
}

/** What a cohort found of one innovation, in approved work alone. */
export interface InnovationFindings {
  code: string;
  name: string;
  owner: string;
  region: string;
  /** Works that are given, and how many of them have each stage approved. */
  works: number;
  approved: Record<StageKind, number>;
  /** Totals of 0–100, in no order. */
  scores: readonly number[];
  strengths: readonly string[];
  obstacles: readonly {
    title: string;
    category: ObstacleCategory;
    rootCause: string | null;
    usgTotal: number | null;
  }[];
  /** The chosen ones. */
  solutions: readonly { title: string; transferType: TransferType; forHost: boolean }[];
  plans: readonly { title: string; acronym: string | null; participant: string; agency: string }[];
}

export interface CohortFindings {
  cohort: ReportedCohort & { spreadThreshold: number };
  participants: number;
  innovations: readonly InnovationFindings[];
}

/** The words and the formats of a document, in its own language. */
export interface ReportWords {
  locale: Locale;
  format: Format;
  r: ReturnType<typeof useTranslations<"report">>;
  terms: ReturnType<typeof useTranslations<"terms">>;
  revision: ReturnType<typeof useTranslations<"revision">>;
  stage: ReturnType<typeof useTranslations<"stage">>;
  attendance: ReturnType<typeof useTranslations<"attendance">>;
}

/** The report of whose work an assignment is: all of theirs in the cohort. */
export function reportHref(assignmentId: string, format: ReportFormat): string {
  return `/api/assignments/${assignmentId}/report?format=${format}`;
}

/** The reports of all participants of a cohort, in one archive. */
export function reportsHref(cohortId: string, format: ReportFormat): string {
  return `/api/cohorts/${cohortId}/reports?format=${format}`;
}

export function findingsHref(cohortId: string, format: ReportFormat): string {
  return `/api/cohorts/${cohortId}/findings?format=${format}`;
}
