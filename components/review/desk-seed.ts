import type { StageKind, StageState } from "@/lib/assignment/model";
import type { WorkflowRefusal } from "@/lib/assignment/workflow";
import type { CannedComment } from "@/lib/canned-comment/model";
import type { LeaseDto, SavedDrafts } from "@/lib/desk/model";
import type { FieldChange, ReviewCan, WorkAssessmentDto } from "@/lib/review/model";

/** What has changed since the last revision that was seen, with the names of its fields. */
export type NamedComparison = {
  number: number;
  total: number;
  changes: {
    kind: FieldChange["kind"];
    /** Where it is on the screen; null for what was removed. */
    path: string | null;
    label: string;
    before: string | null;
  }[];
};

/** What the server tells the desk's controls. Everything else stands in the page it rendered. */
export type DeskSeed = {
  assignmentId: string;
  stage: StageKind;
  /** What a decision is based on. */
  version: number;
  state: StageState;
  revision: { id: string; number: number };
  can: ReviewCan;
  approveRefusal: WorkflowRefusal | null;
  /** Photos and files that are still on the participant's phone. */
  filesMissing: number;
  readerId: string;
  participant: string;
  timeZone: string;
  lease: LeaseDto | null;
  /** The reader's unsent words as the server has them: on this revision and on the others. */
  saved: SavedDrafts[];
  canned: CannedComment[];
  compared: NamedComparison | null;
  cohortId: string;
  work: WorkAssessmentDto;
  /** Addresses: the neighbours in the queue, and the queue itself. */
  previousHref: string | null;
  nextHref: string | null;
  queueHref: string;
};
