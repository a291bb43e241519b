import type { AloneReason, Approvable, Together } from "@/lib/approval/model";
import type { StageKind, StageState } from "@/lib/assignment/model";
import { STAGE_SLUGS, stageFromSlug } from "@/lib/assignment/model";
import type { Timeliness } from "@/lib/assignment/timeliness";
import type { WorkflowRefusal } from "@/lib/assignment/workflow";
import type { CannedComment } from "@/lib/canned-comment/model";
import type { LeaseDto, SavedDrafts } from "@/lib/desk/model";
import type { UnsentRadar } from "@/lib/device/model";
import type { Complete } from "@/lib/document/model";
import type { Evaluation } from "@/lib/evaluation/model";
import type { StageExtension } from "@/lib/extension/model";
import type { ArrivedFiles } from "@/lib/file/model";
import type { Obstacles, ObstaclesContext } from "@/lib/obstacle/model";
import type { Plan } from "@/lib/plan/model";
import type { GradeBand, RubricDefinition } from "@/lib/rubric/model";
import type { Solutions, SolutionsContext } from "@/lib/solution/model";

/** What a facilitator reviews: the queue, and one submission with all that belongs to it. */

// The queue --------------------------------------------------------------------------------------

/** Bounds of what reviewers write; forms and schema read them here. */
export const REVIEW_BOUNDS = {
  reasons: { min: 1, max: 20 },
  reason: { min: 5, max: 2000 },
  comment: { min: 1, max: 4000 },
  workNote: { min: 0, max: 1000 },
} as const;

/** Who has the ball: the facilitator, the participant, or nobody any more. */
export const QUEUE_TABS = ["waiting", "returned", "decided"] as const;
export type QueueTab = (typeof QUEUE_TABS)[number];

export const TAB_STATES = {
  waiting: "SUBMITTED",
  returned: "RETURNED",
  decided: "APPROVED",
} as const satisfies Record<QueueTab, StageState>;

export const QUEUE_PAGE_SIZE = 25;

/** Other orders of the queue than its own, in which whoever has waited longest stands first. */
export const QUEUE_SORTS = ["latest", "name"] as const;
export type QueueSort = (typeof QUEUE_SORTS)[number];

/** After so many hours without an answer a submission is marked. A default of this product. */
export const LONG_WAIT_HOURS = 72;

/** What of the queue is looked at; all of it stands in the address. */
export interface QueueFilter {
  tab: QueueTab;
  stage: StageKind | null;
  groupId: string | null;
  /** Part of a participant's name; empty for all. */
  search: string;
  /** Null for the tab's own order. */
  sort: QueueSort | null;
  /** From 1. */
  page: number;
}

export const WHOLE_QUEUE: QueueFilter = {
  tab: "waiting",
  stage: null,
  groupId: null,
  search: "",
  sort: null,
  page: 1,
};

export type AddressParams = Record<string, string | string[] | undefined>;

const SEARCH_MAX = 100;
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Reads a filter from an address. What it does not understand counts as not given. */
export function readQueueFilter(params: AddressParams): QueueFilter {
  const one = (name: string) => {
    const value = params[name];
    return (Array.isArray(value) ? value[0] : value) ?? "";
  };
  const page = /^\d{1,6}$/.test(one("page")) ? Number(one("page")) : 1;
  return {
    tab: QUEUE_TABS.find((tab) => tab === one("tab")) ?? "waiting",
    stage: stageFromSlug(one("stage")),
    groupId: UUID.test(one("group")) ? one("group").toLowerCase() : null,
    search: one("q").replaceAll(/\p{C}/gu, "").normalize("NFC").trim().slice(0, SEARCH_MAX),
    sort: QUEUE_SORTS.find((sort) => sort === one("sort")) ?? null,
    page: Math.max(1, page),
  };
}

/** The address of the queue under a filter. */
export function queueHref(filter: QueueFilter): string {
  return `/reviews${queueSearch(filter)}`;
}

/** The address of one submission, with the filter of the queue it was found in. */
export function reviewHref(
  item: { assignmentId: string; stage: StageKind; revision?: number },
  filter: QueueFilter = WHOLE_QUEUE,
): string {
  const base = `/reviews/${item.assignmentId}/${STAGE_SLUGS[item.stage]}`;
  const search = queueSearch({ ...filter, page: 1, tab: "waiting" }, item.revision);
  return `${base}${search}`;
}

function queueSearch(filter: QueueFilter, revision?: number): string {
  const params = new URLSearchParams();
  if (filter.tab !== "waiting") params.set("tab", filter.tab);
  if (filter.stage) params.set("stage", STAGE_SLUGS[filter.stage]);
  if (filter.groupId) params.set("group", filter.groupId);
  if (filter.search) params.set("q", filter.search);
  if (filter.sort) params.set("sort", filter.sort);
  if (filter.page > 1) params.set("page", String(filter.page));
  if (revision !== undefined) params.set("revision", String(revision));
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}

export interface QueueRow {
  assignmentId: string;
  stage: StageKind;
  participant: string;
  agency: string;
  group: string | null;
  innovation: { code: string; name: string };
  /** Number of the latest revision. */
  revision: number;
  timeliness: Timeliness;
  /** ISO instants. */
  submittedAt: string;
  decidedAt: string | null;
  /** The facilitator has commented on the waiting revision. */
  reviewBegun: boolean;
  /** Who else is reviewing it now. */
  openWith: string | null;
  /** Of what waits: what an approval with others is based on, or why there is none. */
  together?: Approvable | AloneReason;
  /** ISO instant at which an approval that was given with others takes effect. */
  pendingUntil: string | null;
  /** Waiting for longer than it should. */
  longWait: boolean;
  timeZone: string;
}

/** The name under which a waiting submission is chosen. */
export function choiceOf({
  assignmentId,
  stage,
}: {
  assignmentId: string;
  stage: StageKind;
}): string {
  return `${assignmentId}/${stage}`;
}

export interface ReviewQueue {
  /** What the reader approved together and has not seen the end of. */
  together: Together;
  /** Whose phones hold unsent work, of all that the queue is about. */
  unsent: UnsentRadar;
  filter: QueueFilter;
  /** ISO instant of the reading, for "3 hours ago". */
  now: string;
  rows: QueueRow[];
  /** Of the current tab and filter. */
  total: number;
  pages: number;
  tabs: Record<QueueTab, number>;
  /** Of the current tab, before the filter by stage. */
  stages: { stage: StageKind; count: number }[];
  /** Of the current tab, before the filter by group. Every group of the facilitator. */
  groups: { id: string; name: string; cohort: string; count: number }[];
  /** More than one cohort is facilitated, so that a group's name alone does not say which. */
  severalCohorts: boolean;
}

// One submission ----------------------------------------------------------------------------------

/** What a document is read with; the client never supplies it. */
export interface ReadingContexts {
  EVALUATE: { rubric: RubricDefinition };
  OBSTACLES: ObstaclesContext;
  SOLUTION: SolutionsContext;
  PLAN: PlanReadingContext;
}

export interface PlanReadingContext {
  solutions: { id: string; title: string }[];
  agencyName: string;
  transferRubric: RubricDefinition;
}

/** A frozen document with what is needed to read it. */
export type Reading =
  | {
      kind: "EVALUATE";
      document: Complete<Evaluation>;
      context: ReadingContexts["EVALUATE"];
      /** Photos and files that have arrived. */
      files: ArrivedFiles;
    }
  | { kind: "OBSTACLES"; document: Complete<Obstacles>; context: ReadingContexts["OBSTACLES"] }
  | { kind: "SOLUTION"; document: Complete<Solutions>; context: ReadingContexts["SOLUTION"] }
  | { kind: "PLAN"; document: Complete<Plan>; context: ReadingContexts["PLAN"] };

/**
 * A place in the revision on the screen that a remark speaks of. `path` is its index path there, or
 * null when the item has gone since.
 */
export interface FieldRef {
  /** By item ids: outlives reordering, and is the key under which drafts are kept. */
  stable: string;
  path: string | null;
}

export interface ReviewComment {
  id: string;
  field: FieldRef | null;
  body: string;
  author: string;
  /** Written by the participant whose work it is. */
  byParticipant: boolean;
  /** ISO instant. */
  at: string;
  revision: number;
  /** The remark that it answers; null begins a thread. */
  threadId: string | null;
  /** What the thread that it begins is about is settled. */
  resolved: { by: string; at: string } | null;
}

export type DecisionKind = "APPROVE" | "RETURN" | "REOPEN";

/** What has become of a field since a reason was given: "gone" is an item that was removed. */
export type SinceThen = "changed" | "same" | "gone";

export interface ReviewReason {
  id: string;
  field: FieldRef | null;
  text: string;
  /** Compared with the revision on the screen; null where that is not a later one. */
  since: SinceThen | null;
  /** What the field said on the revision the reason was given on; null where `since` says nothing of it. */
  changes: FieldChange[];
  /** The participant has ticked it off. */
  answered: boolean;
}

/** A value that changed inside the field that a reason speaks of. */
export interface FieldChange {
  /** Its index path in the revision on the screen; of what was removed, in the earlier one. */
  path: string;
  kind: "changed" | "added" | "removed" | "reordered";
  /** What was written before; null where that was nothing, or no words or figure of the author's own. */
  before: string | number | null;
}

/** Of the changes between two revisions no more are told one by one. */
export const COMPARED_MOST = 150;

/** What is different from the last revision that the reader has seen. */
export interface Comparison {
  /** Of that revision. */
  number: number;
  /** With those that are not told. */
  total: number;
  changes: FieldChange[];
}

/** Of a field's changes no more are told one by one. */
export const CHANGES_MOST = 5;

export interface ReviewDecision {
  id: string;
  kind: DecisionKind;
  decider: string;
  /** ISO instant. */
  at: string;
  revision: number;
  reasons: ReviewReason[];
}

export interface RevisionRef {
  id: string;
  number: number;
  /** ISO instant. */
  submittedAt: string;
  timeliness: Timeliness;
}

/** One earlier stage on which the submission was built. */
export interface ChainLink {
  stage: StageKind;
  /** The revision it was built on, null where that stage was never submitted. */
  revision: number | null;
  /** That stage has been submitted anew since. */
  outdated: boolean;
}

export interface WorkScoreDto {
  criterionId: string;
  value: number | null;
  note: string;
}

export interface WorkAssessmentDto {
  rubric: RubricDefinition;
  /** 0 where nothing has been saved yet. */
  version: number;
  scores: WorkScoreDto[];
  total: number | null;
  /** ISO instants. */
  savedAt: string | null;
  finalizedAt: string | null;
}

export interface QueueStep {
  assignmentId: string;
  stage: StageKind;
  participant: string;
}

/** Where the submission stands in the facilitator's queue of waiting ones. */
export interface QueuePlace {
  /** From 1; null where it does not wait. */
  position: number | null;
  total: number;
  previous: QueueStep | null;
  /** The one to go on with: the next in the queue, else its first other one. */
  next: QueueStep | null;
}

export interface ReviewCan {
  comment: boolean;
  /** Says that a thread is settled, or open again. */
  settle: boolean;
  return: boolean;
  approve: boolean;
  reopen: boolean;
  assessWork: boolean;
}

export interface ReviewDto {
  assignmentId: string;
  stage: StageKind;
  /** Of the stage's row: what a decision is based on. */
  version: number;
  state: StageState;
  paused: boolean;
  cancelled: boolean;
  /** The cohort has ended: nothing more is decided. */
  closed: boolean;
  /** ISO instant. */
  dueAt: string;
  /** ISO instant after which nothing is taken any more; null where late work is. */
  hardCloseAt: string | null;
  /** ISO instant of the reading. */
  now: string;
  timeZone: string;
  readerId: string;
  /** Reads as the facilitator who answers for it, or as staff of the centre. */
  readerIs: "FACILITATOR" | "STAFF";
  participant: {
    name: string;
    position: string;
    workUnit: string;
    agency: string;
    group: string | null;
  };
  facilitator: string | null;
  /** What the participant's phones hold unsent; null where they said nothing of late. */
  unsent: { drafts: number; photos: number; oldestAt: string } | null;
  innovation: { id: string; code: string; name: string; owner: string };
  cohort: { id: string; name: string; gradeBands: GradeBand[] };
  stages: { stage: StageKind; state: StageState; paused: boolean; submitted: boolean }[];
  /** The newest first. */
  revisions: RevisionRef[];
  /** The one on the screen; null where nothing has been submitted yet. */
  revision: RevisionRef | null;
  /** It is the latest one, so that it can be decided on. */
  isLatest: boolean;
  reading: Reading | null;
  chain: ChainLink[];
  /** Against the last revision seen; null for the first. */
  compared: Comparison | null;
  comments: ReviewComment[];
  decisions: ReviewDecision[];
  /** More time that the stage was given. */
  extensions: StageExtension[];
  can: ReviewCan;
  /** Why it cannot be approved although it waits; null where it can, or does not wait. */
  approveRefusal: WorkflowRefusal | null;
  /** Who is reviewing what waits now; null where nobody is. */
  lease: LeaseDto | null;
  /** The reader's own unsent words on each revision of the stage, the newest revision first. */
  saved: SavedDrafts[];
  /** Comments that are kept to be written again. */
  canned: CannedComment[];
  work: WorkAssessmentDto;
  queue: QueuePlace | null;
}
