import type { Timeliness } from "@/lib/assignment/timeliness";
import type { Evaluation, EvaluationContext } from "@/lib/evaluation/model";
import type { ArrivedFiles } from "@/lib/file/model";
import type { Obstacles, ObstaclesContext } from "@/lib/obstacle/model";
import type { Plan, PlanContext } from "@/lib/plan/model";
import type { GradeBand } from "@/lib/rubric/model";
import type { Solutions, SolutionsContext } from "@/lib/solution/model";
import type { WishCall } from "@/lib/wish/model";

/** The four stages of an assignment, in the order that nobody can skip. */
export const STAGE_KINDS = ["EVALUATE", "OBSTACLES", "SOLUTION", "PLAN"] as const;
export type StageKind = (typeof STAGE_KINDS)[number];

export const STAGE_STATES = ["LOCKED", "OPEN", "SUBMITTED", "RETURNED", "APPROVED"] as const;
export type StageState = (typeof STAGE_STATES)[number];

export const GATE_POLICIES = ["ON_APPROVAL", "ON_SUBMISSION"] as const;
export type GatePolicy = (typeof GATE_POLICIES)[number];

/** How many, and how long in letters, what a command carries may be; forms show them. */
export const ASSIGNMENT_BOUNDS = {
  enrolments: { min: 1, max: 600 },
  innovations: { min: 1, max: 20 },
  instructions: { min: 0, max: 2000 },
  cancelReason: { min: 5, max: 500 },
  /** Days after its due date on which a stage may close for good. */
  closesAfterDays: { min: 0, max: 60 },
} as const;

/** Where a stage's form lives in the address. */
export const STAGE_SLUGS = {
  EVALUATE: "evaluate",
  OBSTACLES: "obstacles",
  SOLUTION: "solution",
  PLAN: "plan",
} as const satisfies Record<StageKind, string>;

/** The stage that an address names, or null. */
export function stageFromSlug(slug: string): StageKind | null {
  return STAGE_KINDS.find((kind) => STAGE_SLUGS[kind] === slug) ?? null;
}

/** Position of a stage in the order, 0–3. */
export function stageIndex(kind: StageKind): number {
  return STAGE_KINDS.indexOf(kind);
}

// What the participant sees -----------------------------------------------------------------------

/** What a participant does next in an assignment. */
export type NextStep =
  /** Returned with reasons: mend and send again. */
  | { kind: "FIX"; stage: StageKind }
  /** Open and nothing written yet. */
  | { kind: "BEGIN"; stage: StageKind }
  /** Open with a draft. */
  | { kind: "CONTINUE"; stage: StageKind }
  /** Sent; the facilitator has the ball. */
  | { kind: "WAIT"; stage: StageKind }
  | { kind: "DONE" }
  /** The cohort has ended before the work was done. */
  | { kind: "CLOSED" }
  | { kind: "CANCELLED" };

/** What the participant may do with a stage now. */
export interface StageCan {
  save: boolean;
  submit: boolean;
  withdraw: boolean;
  comment: boolean;
  /** The draft cannot be read, and may be put aside. */
  startAnew?: boolean;
}

export interface StageDto {
  kind: StageKind;
  state: StageState;
  /** LOCKED after having been open: its contents are kept. */
  paused: boolean;
  /** ISO instant. */
  dueAt: string;
  /** ISO instant after which nothing is taken any more; null where late work is. */
  hardCloseAt: string | null;
  /** Past its due date and not sent, or sent after it. */
  late: boolean;
  version: number;
  /** Something has been written. */
  begun: boolean;
  can: StageCan;
}

export interface GroupDto {
  name: string;
  members: { name: string; isLead: boolean; isSelf: boolean }[];
}

export interface TaskSummary {
  assignmentId: string;
  innovation: { code: string; name: string; owner: string };
  cohort: { name: string; program: string };
  timeZone: string;
  gate: GatePolicy;
  stages: StageDto[];
  next: NextStep;
  /** Reasons of the return that `next` is about. */
  reasons: number;
}

/** Assignments on a page of the list; most people have one to five. */
export const TASK_PAGE = 20;

export interface TaskListDto {
  /** ISO instant of the reading. */
  now: string;
  /** What needs the participant first. A page of them. */
  tasks: TaskSummary[];
  /** On all pages. */
  total: number;
  page: number;
  pages: number;
  /** The own group in each cohort. */
  groups: { cohort: string; group: GroupDto }[];
  /** Cohorts that ask for choices, or did. */
  wishes: WishCall[];
}

/** Why a stage was returned or reopened, in general or at a field. */
export interface ReturnReason {
  id: string;
  text: string;
  /** Index path in the present document; null is general, or of an item that has gone. */
  path: string | null;
  /** It was about an item that the present document no longer has. */
  gone: boolean;
  /** The participant has ticked it off. */
  answered: boolean;
}

export interface StageReturn {
  /** ISO instant. */
  at: string;
  by: string;
  reopened: boolean;
  reasons: ReturnReason[];
}

export type HistoryEntry = { id: string; at: string; stage: StageKind } & (
  | {
      type: "SUBMITTED";
      revision: number;
      timeliness: Timeliness;
      /** Total of an evaluation, 0–100. */
      score: number | null;
    }
  | {
      type: "APPROVED" | "RETURNED" | "REOPENED";
      revision: number;
      by: string;
      reasons: { id: string; text: string; general: boolean }[];
    }
  | {
      type: "EXTENDED";
      by: string;
      /** ISO instants. */
      dueFrom: string;
      dueTo: string;
      reason: string;
    }
);

export interface CommentDto {
  id: string;
  at: string;
  stage: StageKind;
  revision: number;
  by: string;
  isSelf: boolean;
  body: string;
  /** The field it speaks of, as an index path in the revision; null speaks of the whole. */
  path: string | null;
  /** The remark that it answers; null begins a thread. */
  threadId: string | null;
  /** Who says that what the thread is about is settled. */
  resolvedBy: string | null;
}

export interface TaskDto extends TaskSummary {
  now: string;
  instructions: string;
  /** Why it was cancelled; null unless it was. */
  cancelReason: string | null;
  innovationId: string;
  about: { summary: string; startedOn: string | null };
  facilitator: string | null;
  group: GroupDto | null;
  /** The last return of each stage that is returned now. */
  returns: Partial<Record<StageKind, StageReturn>>;
  /** Stages that have been sent at least once, with the revision that stands. */
  revisions: Partial<Record<StageKind, { id: string; number: number }>>;
  /** The newest first. */
  history: HistoryEntry[];
  /** The oldest first. */
  comments: CommentDto[];
}

/** What each stage's form writes, and the context in which it is read. */
export interface StageForms {
  EVALUATE: { document: Evaluation; context: EvaluationContext };
  OBSTACLES: { document: Obstacles; context: ObstaclesContext };
  SOLUTION: { document: Solutions; context: SolutionsContext };
  PLAN: { document: Plan; context: PlanContext };
}

/** A draft of an older form that was put aside. */
export interface SetAside {
  id: string;
  /** ISO instant at which it was last saved. */
  savedAt: string | null;
  document: object;
}

/** All that one stage's form needs; plain data, so that it can stand on a page or on a device. */
export interface StageFormDto<Kind extends StageKind = StageKind> {
  assignmentId: string;
  stage: Kind;
  /** Whose it is: what is kept on a device is kept for this person. */
  personId: string;
  state: StageState;
  paused: boolean;
  cancelled: boolean;
  /** The cohort has ended: everything stays readable. */
  closed: boolean;
  version: number;
  document: StageForms[Kind]["document"];
  context: StageForms[Kind]["context"];
  can: StageCan;
  /** The draft as it is, where it was written by a form of another version and cannot be read. */
  unreadable?: object;
  /** Such drafts that its author has put aside to start anew, the newest first; absent where none are. */
  setAside?: SetAside[];
  returned: StageReturn | null;
  /** What was sent back, to tell what has changed since; null unless it is returned. */
  before: StageForms[Kind]["document"] | null;
  gate: GatePolicy;
  /** Photos and files of the evidence that have arrived, by their hash; of stage 1. */
  files?: ArrivedFiles;
  gradeBands: GradeBand[];
  /** ISO instant after which nothing is taken any more; null where late work is. */
  hardCloseAt: string | null;
  /** ISO instants. */
  dueAt: string;
  savedAt: string | null;
  submittedAt: string | null;
  now: string;
  timeZone: string;
  innovation: { id: string; code: string; name: string };
  cohort: string;
  /** All four, for the way from one to another. */
  stages: { kind: StageKind; state: StageState; paused: boolean }[];
}

/** A form's data with its stage telling which. */
export type AnyStageForm = { [Kind in StageKind]: StageFormDto<Kind> }[StageKind];
