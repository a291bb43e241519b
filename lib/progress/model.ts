import { STAGE_KINDS, type StageKind } from "@/lib/assignment/model";
import type { CohortCounts } from "@/lib/dashboard/model";

/** What became of the live stages of one kind on one day of the cohort's calendar. */
export interface ProgressDay {
  stage: StageKind;
  /** YYYY-MM-DD */
  day: string;
  /** Due on it, by the dates that stand now. */
  due: number;
  /** Sent for the first time on it, of those that stand now. */
  sent: number;
  /** Approved on it, of those that are approved now. */
  approved: number;
}

/** In whose hands a stage is. */
export const PHASES = [
  /** The participant's, from the moment it is open until it is sent for the first time. */
  "WRITING",
  /** The reviewer's, from sent until approved or returned. */
  "WAITING",
  /** The participant's again, from returned or reopened until sent again. */
  "REVISING",
] as const;
export type Phase = (typeof PHASES)[number];

/** One span of time that somebody's stage spent in a phase. */
export interface LongestSpan {
  assignmentId: string;
  participant: string;
  hours: number;
}

/** How long stages of one kind spend in one phase. Hours. */
export interface PhaseTime {
  stage: StageKind;
  phase: Phase;
  /** Spans that are over; a stage that is returned twice has several. */
  ended: number;
  median: number | null;
  longest: LongestSpan | null;
  /** Stages that are in it now. */
  ongoing: number;
  /** The one that has been in it longest. */
  oldest: LongestSpan | null;
}

/** Spans from which on a median says where a cohort sticks. */
export const STICKING_FROM = 3;

/** The phase in which stages spend most of their time, by the median; null where too few are over. */
export function stickingPoint(times: readonly PhaseTime[]): PhaseTime | null {
  let most: PhaseTime | null = null;
  for (const time of times) {
    if (time.ended < STICKING_FROM || time.median === null) continue;
    if (most === null || time.median > (most.median ?? 0)) most = time;
  }
  return most;
}

/** How many stages of one kind have come how far; each contains the next. */
export interface FunnelStep {
  stage: StageKind;
  /** All of them: one for each assignment. */
  total: number;
  /** Open, or sent once and not paused. */
  reached: number;
  /** Sent, and neither withdrawn nor paused. */
  sent: number;
  approved: number;
}

/** The funnel of what is counted anyway. */
export function funnelOf({ all }: Pick<CohortCounts, "all">): FunnelStep[] {
  return STAGE_KINDS.map((stage) => {
    const { states, total } = all.stages[stage];
    return {
      stage,
      total,
      reached: total - states.LOCKED,
      sent: states.SUBMITTED + states.RETURNED + states.APPROVED,
      approved: states.APPROVED,
    };
  });
}
