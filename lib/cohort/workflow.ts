/**
 * The life of a cohort, once: which command moves it from where to where, who may, and what may be
 * done in each state. The migration `cohort_state` mirrors it in the database.
 */

export const COHORT_STATES = ["DRAFT", "RUNNING", "CLOSED", "ARCHIVED"] as const;
export type CohortState = (typeof COHORT_STATES)[number];

export const COHORT_COMMANDS = ["START", "CLOSE", "REOPEN", "ARCHIVE", "RESTORE"] as const;
export type CohortCommandType = (typeof COHORT_COMMANDS)[number];

/** What a power of the centre's office is needed for a command. */
export type CohortPower = "organize" | "administer";

interface Transition {
  from: readonly CohortState[];
  to: CohortState;
  power: CohortPower;
}

export const COHORT_TRANSITIONS: Readonly<Record<CohortCommandType, Transition>> = {
  START: { from: ["DRAFT"], to: "RUNNING", power: "organize" },
  CLOSE: { from: ["RUNNING"], to: "CLOSED", power: "organize" },
  REOPEN: { from: ["CLOSED"], to: "RUNNING", power: "administer" },
  ARCHIVE: { from: ["DRAFT", "CLOSED"], to: "ARCHIVED", power: "organize" },
  // Where nothing was ever assigned it had been a draft, and is one again.
  RESTORE: { from: ["ARCHIVED"], to: "CLOSED", power: "administer" },
};

/** What of a cohort the decision needs. */
export interface CohortSnapshot {
  state: CohortState;
  visits: number;
  participants: number;
  /** Ever made, the cancelled ones included. */
  assignments: number;
  /** Stages of live assignments that are being written or wait for a decision. */
  openStages: number;
}

export type CohortRefusal =
  | "forbidden"
  | "cohort_state"
  /** Without a visit or a participant there is nothing to run. */
  | "cohort_incomplete"
  /** Archived work is never finished: whoever archives must say that they know. */
  | "work_open";

export type CohortDecision = { ok: true; to: CohortState } | { ok: false; reason: CohortRefusal };

/**
 * Decides one command. Pure and total.
 *
 * @param acceptOpen the explicit word that open work may stay unfinished
 */
export function decideCohort(
  cohort: CohortSnapshot,
  command: { type: CohortCommandType; acceptOpen?: boolean },
  actor: { powers: readonly CohortPower[] },
): CohortDecision {
  const transition = COHORT_TRANSITIONS[command.type];
  if (!actor.powers.includes(transition.power)) return { ok: false, reason: "forbidden" };
  if (!transition.from.includes(cohort.state)) return { ok: false, reason: "cohort_state" };
  if (command.type === "START" && (cohort.visits === 0 || cohort.participants === 0)) {
    return { ok: false, reason: "cohort_incomplete" };
  }
  if (command.type === "ARCHIVE" && cohort.openStages > 0 && !command.acceptOpen) {
    return { ok: false, reason: "work_open" };
  }
  if (command.type === "RESTORE" && cohort.assignments === 0) return { ok: true, to: "DRAFT" };
  return { ok: true, to: transition.to };
}

/** The commands that the actor could give in this state, whatever else they may lack. */
export function cohortCommands(
  state: CohortState,
  powers: readonly CohortPower[],
): CohortCommandType[] {
  return COHORT_COMMANDS.filter((type) => {
    const { from, power } = COHORT_TRANSITIONS[type];
    return from.includes(state) && powers.includes(power);
  });
}

/** Why something cannot be done in a cohort now. */
export type StateRefusal = "cohort_draft" | "cohort_closed" | "cohort_archived";

const STATE_REFUSALS: Readonly<Record<Exclude<CohortState, "RUNNING">, StateRefusal>> = {
  DRAFT: "cohort_draft",
  CLOSED: "cohort_closed",
  ARCHIVED: "cohort_archived",
};

/** Work (assigning, writing, reviewing, attending) is done in a running cohort; null where it may be. */
export function workRefusal(state: CohortState): StateRefusal | null {
  return state === "RUNNING" ? null : STATE_REFUSALS[state];
}

/** Setting up (roster, visit, agenda, rules) ends with the work; null where it may go on. */
export function setupRefusal(state: CohortState): StateRefusal | null {
  return state === "DRAFT" || state === "RUNNING" ? null : STATE_REFUSALS[state];
}
