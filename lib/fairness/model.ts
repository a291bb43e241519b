import type { StageKind } from "@/lib/assignment/model";
import { cohortPath } from "@/lib/cohort/model";
import { address, type Page } from "@/lib/dashboard/model";
import type { RaterRole } from "@/lib/grading/model";
import type { LocalizedText } from "@/lib/rubric/model";

/** Whether those who review do so alike, and where those who evaluate do not see alike. */

/** How a rater's scores lie beside those of the whole cohort. */
export const SEVERITIES = ["HARSH", "MILD"] as const;
export type Severity = (typeof SEVERITIES)[number];

/**
 * From when on a rater's mean is spoken about, in points of 100 between it and the cohort's mean. Grade
 * bands are usually ten points wide: half of one moves every second work into another band.
 */
export const SEVERITY_POINTS = 5;

/**
 * With fewer ratings nothing is said of a rater: one weak work among a few would look like harshness. A
 * facilitator has nine participants in a usual group, so it is more than half of them.
 */
export const SEVERITY_RATINGS = 5;

/** Decisions on a page of what a facilitator decided, and participants on a page of a criterion. */
export const DECISION_PAGE = 40;
export const VOICE_PAGE = 20;

/** What one facilitator of the cohort, or all of them together, have done. */
export interface RaterFigures {
  /** Submissions that wait now. */
  open: number;
  /** Approvals and returns. */
  decided: number;
  returned: number;
  /** Returns among the decisions, 0–1; null where nothing was decided. */
  returnRate: number | null;
  /** From being submitted to being decided, in hours. */
  medianHours: number | null;
  /** Works scored (R7), as first or as second rater. */
  ratings: number;
  /** Of the scores given, 0–100; the deviation is null for fewer than two. */
  mean: number | null;
  deviation: number | null;
}

export interface RaterRow extends RaterFigures {
  /** Null for what waits while nobody is allocated. */
  facilitatorId: string | null;
  name: string | null;
  /** The mean less the cohort's mean, in points; null without ratings. */
  difference: number | null;
  /** Null where nothing stands out, or too little is there to say. */
  severity: Severity | null;
}

/** A score of a participant's work by one rater, which counts. */
export interface RatingRow {
  facilitatorId: string | null;
  assignmentId: string;
  role: RaterRole;
  /** 0–100 with two decimals. */
  total: number;
  participant: string;
  innovation: { code: string; name: string };
}

export interface DecisionRow {
  id: string;
  assignmentId: string;
  stage: StageKind;
  kind: "APPROVE" | "RETURN";
  participant: string;
  innovation: { code: string; name: string };
  /** ISO instants. */
  submittedAt: string;
  decidedAt: string;
  hours: number;
}

/** How often one value was given on one criterion of one innovation. */
export interface ValueCount {
  innovation: { id: string; code: string; name: string };
  criterion: { id: string; label: LocalizedText; reverse: boolean };
  /** The version of the rubric: works may be evaluated by several. */
  rubric: { id: string; number: number; min: number; max: number };
  value: number;
  count: number;
}

export interface CriterionDot {
  criterionId: string;
  assignmentId: string;
  participant: string;
  /** On the rubric's own scale. */
  value: number;
}

/** How the values on one criterion lie apart; in points of 100, so that scales can be compared. */
export interface CriterionSpread {
  id: string;
  label: LocalizedText;
  /** Set where the innovation was evaluated by several versions of a rubric. */
  version: number | null;
  count: number;
  /** On the rubric's own scale. */
  min: number;
  max: number;
  mean: number;
  deviation: number | null;
  /** The deviation is above the cohort's threshold. */
  discuss: boolean;
}

export interface InnovationSpread {
  innovation: { id: string; code: string; name: string };
  criteria: CriterionSpread[];
  /** How many of them call for discussion. */
  discuss: number;
}

/** What one participant gave on a criterion, and how they explained it. */
export interface VoiceRow {
  assignmentId: string;
  participant: string;
  agency: string;
  /** On the rubric's own scale. */
  value: number;
  /** Further from the mean than one deviation. */
  outlier: boolean;
  note: string;
  /** Captions of the evidence for the criterion. */
  evidence: string[];
}

/** What is looked at more closely; at most one of the two lists is open. */
export interface FairnessFilter {
  innovation?: string;
  criterion?: string;
  facilitator?: string;
}

export function fairnessHref(cohortId: string, filter: FairnessFilter = {}, page = 1): string {
  return address(cohortPath(cohortId, "fairness"), {
    innovation: filter.innovation,
    criterion: filter.criterion,
    facilitator: filter.facilitator,
    page: page > 1 ? String(page) : undefined,
  });
}

/** Rows of one facilitator. */
export interface RaterDetail {
  facilitatorId: string;
  name: string;
  decisions: Page<DecisionRow>;
  ratings: RatingRow[];
}

/** Participants of one criterion, the furthest from the mean first. */
export interface CriterionDetail {
  innovation: InnovationSpread["innovation"];
  spread: CriterionSpread;
  voices: Page<VoiceRow>;
}
