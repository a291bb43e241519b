import type { StageKind } from "@/lib/assignment/model";

/** Several submissions approved together, a while before it takes effect. */

/** How long they can be taken back, in seconds. */
export const GRACE_SECONDS = 60;

/** As many as a page of the queue holds. */
export const TOGETHER_MOST = 25;

/** How long what was not approved after all stays in sight, in hours. */
export const REFUSED_SHOWN_HOURS = 24;

/** Why a waiting submission is approved by itself and not with others. */
export type AloneReason =
  /** The plan: its approval makes the score of the work final. */
  | "plan"
  /** The stage before is not approved yet. */
  | "previous"
  /** Somebody else is reviewing it. */
  | "leased"
  /** It is among those that are about to be approved. */
  | "pending";

/** What the approval of a waiting submission is based on, and what to know before it is given. */
export interface Approvable {
  version: number;
  revisionId: string;
  /** The reader has opened this revision. */
  opened: boolean;
  /** The reader has written on it what was not sent. */
  unsent: boolean;
}

export interface PendingBatch {
  batchId: string;
  /** ISO instant at which they take effect. */
  dueAt: string;
  count: number;
}

export interface RefusedApproval {
  id: string;
  assignmentId: string;
  stage: StageKind;
  participant: string;
  /** A code of `refusals`. */
  reason: string;
}

/** Approvals given together by the reader: about to take effect, and not carried out after all. */
export interface Together {
  pending: PendingBatch[];
  refused: RefusedApproval[];
}
