import { describe, expect, it } from "vitest";
import {
  COHORT_COMMANDS,
  COHORT_STATES,
  type CohortCommandType,
  type CohortPower,
  type CohortSnapshot,
  type CohortState,
  cohortCommands,
  decideCohort,
  setupRefusal,
  workRefusal,
} from "@/lib/cohort/workflow";

/** Written anew, so that a slip in the table is seen. */
const MOVES: Record<CohortState, Partial<Record<CohortCommandType, CohortState>>> = {
  DRAFT: { START: "RUNNING", ARCHIVE: "ARCHIVED" },
  RUNNING: { CLOSE: "CLOSED" },
  CLOSED: { REOPEN: "RUNNING", ARCHIVE: "ARCHIVED" },
  ARCHIVED: { RESTORE: "CLOSED" },
};
const ADMINISTERED: readonly CohortCommandType[] = ["REOPEN", "RESTORE"];

const full = (state: CohortState): CohortSnapshot => ({
  state,
  visits: 1,
  participants: 54,
  assignments: 54,
  openStages: 0,
});
const organizer: CohortPower[] = ["organize"];
const administrator: CohortPower[] = ["organize", "administer"];

describe("decideCohort", () => {
  it("moves over the full product of states, commands and powers as the rules say", () => {
    for (const state of COHORT_STATES) {
      for (const type of COHORT_COMMANDS) {
        for (const powers of [[], organizer, administrator]) {
          const to = MOVES[state][type];
          const may = ADMINISTERED.includes(type) ? powers.length === 2 : powers.length > 0;
          const expected = !may
            ? { ok: false, reason: "forbidden" }
            : to === undefined
              ? { ok: false, reason: "cohort_state" }
              : { ok: true, to };
          expect(decideCohort(full(state), { type }, { powers }), `${state} ${type}`).toEqual(
            expected,
          );
        }
      }
    }
  });

  it.each([{ visits: 0 }, { participants: 0 }])("does not start with %j", (lack) => {
    const cohort = { ...full("DRAFT"), ...lack };
    expect(decideCohort(cohort, { type: "START" }, { powers: organizer })).toEqual({
      ok: false,
      reason: "cohort_incomplete",
    });
  });

  it("closes over open work, but archives it only by an explicit word", () => {
    const open = { openStages: 3 };
    const decide = (state: CohortState, type: CohortCommandType, acceptOpen?: boolean) =>
      decideCohort({ ...full(state), ...open }, { type, acceptOpen }, { powers: organizer });
    expect(decide("RUNNING", "CLOSE")).toEqual({ ok: true, to: "CLOSED" });
    expect(decide("CLOSED", "ARCHIVE")).toEqual({ ok: false, reason: "work_open" });
    expect(decide("CLOSED", "ARCHIVE", false)).toEqual({ ok: false, reason: "work_open" });
    expect(decide("CLOSED", "ARCHIVE", true)).toEqual({ ok: true, to: "ARCHIVED" });
    // Running work is not put away by a word: it is closed first.
    expect(decide("RUNNING", "ARCHIVE", true)).toEqual({ ok: false, reason: "cohort_state" });
  });

  it("restores what was never given work as a draft", () => {
    const cohort = { ...full("ARCHIVED"), assignments: 0 };
    expect(decideCohort(cohort, { type: "RESTORE" }, { powers: administrator })).toEqual({
      ok: true,
      to: "DRAFT",
    });
  });
});

describe("what a state allows", () => {
  it("is work in a running cohort, and setting up before and while it runs", () => {
    expect(COHORT_STATES.map(workRefusal)).toEqual([
      "cohort_draft",
      null,
      "cohort_closed",
      "cohort_archived",
    ]);
    expect(COHORT_STATES.map(setupRefusal)).toEqual([
      null,
      null,
      "cohort_closed",
      "cohort_archived",
    ]);
  });

  it("offers the commands that could be given", () => {
    expect(cohortCommands("CLOSED", organizer)).toEqual(["ARCHIVE"]);
    expect(cohortCommands("CLOSED", administrator)).toEqual(["REOPEN", "ARCHIVE"]);
    expect(cohortCommands("ARCHIVED", organizer)).toEqual([]);
  });
});
