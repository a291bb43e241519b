import {
  type GatePolicy,
  STAGE_KINDS,
  type StageKind,
  type StageState,
  stageIndex,
} from "@/lib/assignment/model";
import { type CohortState, type StateRefusal, workRefusal } from "@/lib/cohort/workflow";

/**
 * The workflow of an assignment, once: which command moves a stage from where to where, and who may.
 * Server, buttons, tests and the diagram in docs/ are all drawn from TRANSITIONS; the migration
 * `stage_order` mirrors it in the database.
 */

/** In which capacity somebody acts on an assignment. VIEWER reads only. */
export const WORKFLOW_ROLES = ["PARTICIPANT", "FACILITATOR", "ORGANIZER", "VIEWER"] as const;
export type WorkflowRole = (typeof WORKFLOW_ROLES)[number];

export const STAGE_COMMANDS = [
  "SAVE_DRAFT",
  "SUBMIT",
  "WITHDRAW",
  "ANSWER_REASON",
  "COMMENT",
  "RETURN",
  "APPROVE",
  "REOPEN",
] as const;
export type StageCommandType = (typeof STAGE_COMMANDS)[number];

export type WorkflowCommand =
  | { type: StageCommandType; stage: StageKind }
  | { type: "CANCEL" }
  | { type: "ASSESS_WORK" };

/** What a stage returns to after a pause. */
export type ResumeState = "OPEN" | "RETURNED";

export interface StageSnapshot {
  state: StageState;
  /** Set only while a stage that had been open is paused. */
  resumeState: ResumeState | null;
  /** A reviewer has touched the waiting revision. */
  reviewBegun: boolean;
  /** It was returned or reopened before; a withdrawal goes back there. */
  returnedBefore: boolean;
  /** The time after which nothing is taken any more is over. What was sent back may be mended. */
  hardClosed?: boolean;
}

export interface AssignmentSnapshot {
  gate: GatePolicy;
  cancelled: boolean;
  /** Work is done in a running cohort alone. */
  cohort: CohortState;
  stages: Record<StageKind, StageSnapshot>;
}

export type WorkflowEvent =
  | { type: "OPENED"; stage: StageKind }
  | { type: "PAUSED"; stage: StageKind; from: StageState }
  | { type: "RESUMED"; stage: StageKind; to: ResumeState };

export type WorkflowRefusal =
  | "forbidden"
  | StateRefusal
  | "cancelled"
  | "stage_locked"
  | "stage_paused"
  | "wrong_state"
  | "review_begun"
  | "previous_not_approved"
  | "hard_closed";

export type Decision =
  | { ok: true; next: AssignmentSnapshot; events: WorkflowEvent[] }
  | { ok: false; reason: WorkflowRefusal };

interface Transition {
  roles: readonly WorkflowRole[];
  from: readonly StageState[];
  /** "SAME" leaves the state; "WRITING" goes back to where the participant was writing. */
  to: StageState | "SAME" | "WRITING";
  guard?: "REVIEW_NOT_BEGUN" | "RETURNED_BEFORE" | "PREVIOUS_APPROVED";
}

export const TRANSITIONS: Readonly<Record<StageCommandType, Transition>> = {
  SAVE_DRAFT: { roles: ["PARTICIPANT"], from: ["OPEN", "RETURNED"], to: "SAME" },
  SUBMIT: { roles: ["PARTICIPANT"], from: ["OPEN", "RETURNED"], to: "SUBMITTED" },
  WITHDRAW: {
    roles: ["PARTICIPANT"],
    from: ["SUBMITTED"],
    to: "WRITING",
    guard: "REVIEW_NOT_BEGUN",
  },
  // Also when it is sent already: a tick that was made without signal may arrive after the submission.
  ANSWER_REASON: {
    roles: ["PARTICIPANT"],
    from: ["SUBMITTED", "RETURNED"],
    to: "SAME",
    guard: "RETURNED_BEFORE",
  },
  COMMENT: {
    roles: ["FACILITATOR", "PARTICIPANT"],
    from: ["SUBMITTED", "RETURNED", "APPROVED"],
    to: "SAME",
  },
  RETURN: { roles: ["FACILITATOR"], from: ["SUBMITTED"], to: "RETURNED" },
  APPROVE: {
    roles: ["FACILITATOR"],
    from: ["SUBMITTED"],
    to: "APPROVED",
    guard: "PREVIOUS_APPROVED",
  },
  REOPEN: { roles: ["FACILITATOR", "ORGANIZER"], from: ["APPROVED"], to: "RETURNED" },
};

/** Who may cancel an assignment, and who may score the participant's work. */
export const ASSIGNMENT_COMMAND_ROLES = {
  CANCEL: ["FACILITATOR", "ORGANIZER"],
  ASSESS_WORK: ["FACILITATOR"],
} as const satisfies Record<"CANCEL" | "ASSESS_WORK", readonly WorkflowRole[]>;

/** A new assignment: the first stage open, the others locked. */
export function newAssignment(gate: GatePolicy): AssignmentSnapshot {
  const stage = (state: StageState): StageSnapshot => ({
    state,
    resumeState: null,
    reviewBegun: false,
    returnedBefore: false,
  });
  return {
    gate,
    cancelled: false,
    cohort: "RUNNING",
    stages: {
      EVALUATE: stage("OPEN"),
      OBSTACLES: stage("LOCKED"),
      SOLUTION: stage("LOCKED"),
      PLAN: stage("LOCKED"),
    },
  };
}

/** Does a stage in this state let the next one open? */
export function passesGate(state: StageState, gate: GatePolicy): boolean {
  return state === "APPROVED" || (gate === "ON_SUBMISSION" && state === "SUBMITTED");
}

/** The stage before, or null for the first. */
export function previousStage(kind: StageKind): StageKind | null {
  return STAGE_KINDS[stageIndex(kind) - 1] ?? null;
}

/**
 * Decides one command. Pure and total: every state, command and role gets an answer.
 * Roles come first, so that somebody without the right learns nothing of the state.
 */
export function decide(
  assignment: AssignmentSnapshot,
  command: WorkflowCommand,
  actor: { roles: readonly WorkflowRole[] },
): Decision {
  const ended = workRefusal(assignment.cohort);
  if (command.type === "CANCEL" || command.type === "ASSESS_WORK") {
    if (!holdsOne(actor.roles, ASSIGNMENT_COMMAND_ROLES[command.type])) {
      return { ok: false, reason: "forbidden" };
    }
    if (ended) return { ok: false, reason: ended };
    if (assignment.cancelled) return { ok: false, reason: "cancelled" };
    if (command.type === "ASSESS_WORK") return { ok: true, next: assignment, events: [] };
    return { ok: true, next: { ...assignment, cancelled: true }, events: [] };
  }

  const transition = TRANSITIONS[command.type];
  if (!holdsOne(actor.roles, transition.roles)) return { ok: false, reason: "forbidden" };
  if (ended) return { ok: false, reason: ended };
  if (assignment.cancelled) return { ok: false, reason: "cancelled" };

  const stage = assignment.stages[command.stage];
  if (stage.state === "LOCKED") {
    return { ok: false, reason: stage.resumeState ? "stage_paused" : "stage_locked" };
  }
  if (!transition.from.includes(stage.state)) return { ok: false, reason: "wrong_state" };
  if (transition.guard === "REVIEW_NOT_BEGUN" && stage.reviewBegun) {
    return { ok: false, reason: "review_begun" };
  }
  if (transition.guard === "RETURNED_BEFORE" && !stage.returnedBefore) {
    return { ok: false, reason: "wrong_state" };
  }
  if (transition.guard === "PREVIOUS_APPROVED") {
    const previous = previousStage(command.stage);
    if (previous && assignment.stages[previous].state !== "APPROVED") {
      return { ok: false, reason: "previous_not_approved" };
    }
  }

  // Nothing is withdrawn either: it could not be sent again.
  if (
    (command.type === "SUBMIT" || command.type === "WITHDRAW") &&
    stage.hardClosed &&
    !stage.returnedBefore
  ) {
    return { ok: false, reason: "hard_closed" };
  }

  const moved = moveStage(stage, command.type, transition.to);
  return settle({ ...assignment, stages: { ...assignment.stages, [command.stage]: moved } });
}

/** What may be done now, per stage: the `can` that the server sends with a record. */
export function availableCommands(
  assignment: AssignmentSnapshot,
  actor: { roles: readonly WorkflowRole[] },
): { cancel: boolean; assessWork: boolean; stages: Record<StageKind, StageCommandType[]> } {
  const allowed = (command: WorkflowCommand) => decide(assignment, command, actor).ok;
  const ofStage = (stage: StageKind) => STAGE_COMMANDS.filter((type) => allowed({ type, stage }));
  return {
    cancel: allowed({ type: "CANCEL" }),
    assessWork: allowed({ type: "ASSESS_WORK" }),
    stages: {
      EVALUATE: ofStage("EVALUATE"),
      OBSTACLES: ofStage("OBSTACLES"),
      SOLUTION: ofStage("SOLUTION"),
      PLAN: ofStage("PLAN"),
    },
  };
}

export function holdsOne(held: readonly WorkflowRole[], wanted: readonly WorkflowRole[]): boolean {
  return held.some((role) => wanted.includes(role));
}

function moveStage(
  stage: StageSnapshot,
  command: StageCommandType,
  to: Transition["to"],
): StageSnapshot {
  switch (command) {
    case "SUBMIT":
      return { ...stage, state: "SUBMITTED", reviewBegun: false };
    case "WITHDRAW":
      return { ...stage, state: stage.returnedBefore ? "RETURNED" : "OPEN" };
    case "RETURN":
    case "REOPEN":
      return { ...stage, state: "RETURNED", reviewBegun: false, returnedBefore: true };
    default:
      return to === "SAME" || to === "WRITING" ? stage : { ...stage, state: to };
  }
}

/**
 * Brings the later stages in line with the gate. A stage whose predecessor stopped passing is
 * paused with its contents kept; when the predecessor passes again it returns as it was, except
 * that what had been submitted (or approved on the strength of it) must be submitted again.
 */
function settle(assignment: AssignmentSnapshot): Decision {
  const stages = { ...assignment.stages };
  const events: WorkflowEvent[] = [];
  for (const kind of STAGE_KINDS) {
    const previous = previousStage(kind);
    if (!previous) continue;
    const stage = stages[kind];
    const open = passesGate(stages[previous].state, assignment.gate);
    if (open && stage.state === "LOCKED") {
      const to = stage.resumeState;
      stages[kind] = { ...stage, state: to ?? "OPEN", resumeState: null };
      events.push(to ? { type: "RESUMED", stage: kind, to } : { type: "OPENED", stage: kind });
    } else if (!open && stage.state !== "LOCKED") {
      const resumeState = stage.state === "RETURNED" ? "RETURNED" : "OPEN";
      stages[kind] = { ...stage, state: "LOCKED", resumeState, reviewBegun: false };
      events.push({ type: "PAUSED", stage: kind, from: stage.state });
    }
  }
  return { ok: true, next: { ...assignment, stages }, events };
}
