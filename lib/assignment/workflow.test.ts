import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  GATE_POLICIES,
  type GatePolicy,
  STAGE_KINDS,
  STAGE_STATES,
  type StageKind,
  type StageState,
} from "@/lib/assignment/model";
import {
  type AssignmentSnapshot,
  availableCommands,
  decide,
  newAssignment,
  passesGate,
  previousStage,
  type ResumeState,
  STAGE_COMMANDS,
  type StageCommandType,
  type StageSnapshot,
  WORKFLOW_ROLES,
  type WorkflowCommand,
  type WorkflowRole,
} from "@/lib/assignment/workflow";

/** Who may do what, written down a second time and by hand: the table must agree with it. */
const MAY: Record<StageCommandType, WorkflowRole[]> = {
  SAVE_DRAFT: ["PARTICIPANT"],
  SUBMIT: ["PARTICIPANT"],
  WITHDRAW: ["PARTICIPANT"],
  ANSWER_REASON: ["PARTICIPANT"],
  COMMENT: ["PARTICIPANT", "FACILITATOR"],
  RETURN: ["FACILITATOR"],
  APPROVE: ["FACILITATOR"],
  REOPEN: ["FACILITATOR", "ORGANIZER"],
};
const FROM: Record<StageCommandType, StageState[]> = {
  SAVE_DRAFT: ["OPEN", "RETURNED"],
  SUBMIT: ["OPEN", "RETURNED"],
  WITHDRAW: ["SUBMITTED"],
  ANSWER_REASON: ["SUBMITTED", "RETURNED"],
  COMMENT: ["SUBMITTED", "RETURNED", "APPROVED"],
  RETURN: ["SUBMITTED"],
  APPROVE: ["SUBMITTED"],
  REOPEN: ["APPROVED"],
};

/** What must hold in every state that can be reached. */
function brokenRule(assignment: AssignmentSnapshot): string | null {
  if (assignment.stages.EVALUATE.state === "LOCKED") return "the first stage is locked";
  for (const kind of STAGE_KINDS) {
    const stage = assignment.stages[kind];
    const previous = previousStage(kind);
    if (stage.resumeState && stage.state !== "LOCKED") return `${kind} resumes without a pause`;
    if (!previous) continue;
    const passes = passesGate(assignment.stages[previous].state, assignment.gate);
    if (passes === (stage.state === "LOCKED")) return `${kind} disagrees with the gate`;
    if (stage.state === "APPROVED" && assignment.stages[previous].state !== "APPROVED") {
      return `${kind} is approved before ${previous}`;
    }
  }
  return null;
}

/** Every combination of stage states that obeys the rules, with every flag. */
function* reachableLooking(): Generator<AssignmentSnapshot> {
  const stageVariants = STAGE_STATES.flatMap((state): StageSnapshot[] =>
    state === "LOCKED"
      ? ([null, "OPEN", "RETURNED"] as (ResumeState | null)[]).map((resumeState) => ({
          state,
          resumeState,
          reviewBegun: false,
          returnedBefore: resumeState === "RETURNED",
        }))
      : [false, true].flatMap((reviewBegun) =>
          [false, true].map((returnedBefore) => ({
            state,
            resumeState: null,
            reviewBegun,
            returnedBefore,
          })),
        ),
  );
  for (const gate of GATE_POLICIES) {
    for (const cancelled of [false, true]) {
      for (const EVALUATE of stageVariants) {
        for (const OBSTACLES of stageVariants) {
          // The third and fourth stage vary in state only: their flags act alike.
          for (const third of STAGE_STATES) {
            for (const fourth of STAGE_STATES) {
              const plain = (state: StageState) => ({
                state,
                resumeState: null,
                reviewBegun: false,
                returnedBefore: false,
              });
              const snapshot: AssignmentSnapshot = {
                gate,
                cancelled,
                cohort: "RUNNING",
                stages: { EVALUATE, OBSTACLES, SOLUTION: plain(third), PLAN: plain(fourth) },
              };
              if (brokenRule(snapshot) === null) yield snapshot;
            }
          }
        }
      }
    }
  }
}

describe("decide, over the full product of states, commands and roles", () => {
  it("allows exactly what the rules say and keeps every rule", () => {
    let allowed = 0;
    let refused = 0;
    for (const before of reachableLooking()) {
      for (const type of STAGE_COMMANDS) {
        for (const stage of STAGE_KINDS) {
          for (const role of WORKFLOW_ROLES) {
            const decision = decide(before, { type, stage }, { roles: [role] });
            const target = before.stages[stage];
            const previous = previousStage(stage);
            const expected =
              MAY[type].includes(role) &&
              !before.cancelled &&
              FROM[type].includes(target.state) &&
              !(type === "WITHDRAW" && target.reviewBegun) &&
              !(type === "ANSWER_REASON" && !target.returnedBefore) &&
              !(type === "APPROVE" && previous && before.stages[previous].state !== "APPROVED");
            if (decision.ok !== expected) {
              throw new Error(
                `${role} ${type} ${stage} on ${JSON.stringify(before)}: ${JSON.stringify(decision)}`,
              );
            }
            if (!decision.ok) {
              refused += 1;
              continue;
            }
            allowed += 1;
            const broken = brokenRule(decision.next);
            if (broken)
              throw new Error(`${broken} after ${type} ${stage} on ${JSON.stringify(before)}`);
            // Earlier stages are never touched by a command on a later one.
            for (const kind of STAGE_KINDS.slice(0, STAGE_KINDS.indexOf(stage))) {
              expect(decision.next.stages[kind]).toBe(before.stages[kind]);
            }
          }
        }
      }
    }
    expect(allowed).toBeGreaterThan(1000);
    expect(refused).toBeGreaterThan(100_000);
  });

  it("lets nobody without a role do anything, and hides the state from them", () => {
    for (const type of STAGE_COMMANDS) {
      for (const stage of STAGE_KINDS) {
        expect(decide(newAssignment("ON_APPROVAL"), { type, stage }, { roles: [] })).toEqual({
          ok: false,
          reason: "forbidden",
        });
      }
    }
  });

  it("lets viewers do nothing at all", () => {
    for (const gate of GATE_POLICIES) {
      const can = availableCommands(newAssignment(gate), { roles: ["VIEWER"] });
      expect(can).toEqual({
        cancel: false,
        assessWork: false,
        stages: { EVALUATE: [], OBSTACLES: [], SOLUTION: [], PLAN: [] },
      });
    }
  });

  it("ends with a cancellation", () => {
    const cancelled = { ...newAssignment("ON_APPROVAL"), cancelled: true };
    for (const command of [
      { type: "CANCEL" },
      { type: "ASSESS_WORK" },
      { type: "SUBMIT", stage: "EVALUATE" },
    ] satisfies WorkflowCommand[]) {
      expect(decide(cancelled, command, { roles: [...WORKFLOW_ROLES] })).toEqual({
        ok: false,
        reason: "cancelled",
      });
    }
  });
});

describe("the cohort's end", () => {
  it.each([
    ["DRAFT", "cohort_draft"],
    ["CLOSED", "cohort_closed"],
    ["ARCHIVED", "cohort_archived"],
  ] as const)("ends every command in %s, and tells strangers nothing of it", (cohort, reason) => {
    for (const before of [
      newAssignment("ON_APPROVAL"),
      play("ON_APPROVAL", ["SUBMIT", "EVALUATE"]),
    ]) {
      const after = { ...before, cohort };
      const commands: WorkflowCommand[] = [
        { type: "CANCEL" },
        { type: "ASSESS_WORK" },
        ...STAGE_COMMANDS.map((type) => ({ type, stage: "EVALUATE" as const })),
      ];
      for (const command of commands) {
        expect(decide(after, command, { roles: [...WORKFLOW_ROLES] })).toEqual({
          ok: false,
          reason,
        });
        expect(decide(after, command, { roles: ["VIEWER"] })).toEqual({
          ok: false,
          reason: "forbidden",
        });
      }
    }
  });
});

/** Plays commands from a new assignment; the first refusal is a failure of the test. */
function play(gate: GatePolicy, ...steps: [StageCommandType, StageKind][]): AssignmentSnapshot {
  return steps.reduce((assignment, [type, stage]) => {
    const decision = decide(assignment, { type, stage }, { roles: [...WORKFLOW_ROLES] });
    if (!decision.ok) throw new Error(`${type} ${stage}: ${decision.reason}`);
    return decision.next;
  }, newAssignment(gate));
}

const states = (assignment: AssignmentSnapshot) =>
  STAGE_KINDS.map((kind) => assignment.stages[kind].state);

describe("the gate", () => {
  it("opens the next stage on approval", () => {
    expect(states(play("ON_APPROVAL", ["SUBMIT", "EVALUATE"]))).toEqual([
      "SUBMITTED",
      "LOCKED",
      "LOCKED",
      "LOCKED",
    ]);
    expect(states(play("ON_APPROVAL", ["SUBMIT", "EVALUATE"], ["APPROVE", "EVALUATE"]))).toEqual([
      "APPROVED",
      "OPEN",
      "LOCKED",
      "LOCKED",
    ]);
  });

  it("opens the next stage on submission", () => {
    expect(
      states(
        play(
          "ON_SUBMISSION",
          ["SUBMIT", "EVALUATE"],
          ["SUBMIT", "OBSTACLES"],
          ["SUBMIT", "SOLUTION"],
        ),
      ),
    ).toEqual(["SUBMITTED", "SUBMITTED", "SUBMITTED", "OPEN"]);
  });

  it("pauses later stages while an earlier one is returned, and asks for them again", () => {
    const returned = play(
      "ON_SUBMISSION",
      ["SUBMIT", "EVALUATE"],
      ["SUBMIT", "OBSTACLES"],
      ["SUBMIT", "SOLUTION"],
      ["RETURN", "SOLUTION"],
      ["RETURN", "EVALUATE"],
    );
    expect(states(returned)).toEqual(["RETURNED", "LOCKED", "LOCKED", "LOCKED"]);
    expect(returned.stages.SOLUTION.resumeState).toBe("RETURNED");
    expect(returned.stages.PLAN.resumeState).toBe("OPEN");

    const again = decide(
      returned,
      { type: "SUBMIT", stage: "EVALUATE" },
      { roles: ["PARTICIPANT"] },
    );
    if (!again.ok) throw new Error(again.reason);
    // Obstacles had been submitted: it is open and must be submitted again; what comes after waits.
    expect(states(again.next)).toEqual(["SUBMITTED", "OPEN", "LOCKED", "LOCKED"]);

    const obstacles = decide(
      again.next,
      { type: "SUBMIT", stage: "OBSTACLES" },
      { roles: ["PARTICIPANT"] },
    );
    if (!obstacles.ok) throw new Error(obstacles.reason);
    expect(states(obstacles.next)).toEqual(["SUBMITTED", "SUBMITTED", "RETURNED", "LOCKED"]);
  });

  it("does not keep an approval that stood on a reopened stage", () => {
    const reopened = play(
      "ON_APPROVAL",
      ["SUBMIT", "EVALUATE"],
      ["APPROVE", "EVALUATE"],
      ["SUBMIT", "OBSTACLES"],
      ["APPROVE", "OBSTACLES"],
      ["REOPEN", "EVALUATE"],
      ["SUBMIT", "EVALUATE"],
      ["APPROVE", "EVALUATE"],
    );
    expect(states(reopened)).toEqual(["APPROVED", "OPEN", "LOCKED", "LOCKED"]);
  });
});

describe("a hard close", () => {
  it("ends submitting and withdrawing, but not the mending of what was sent back", () => {
    const closed = (returnedBefore: boolean, state: StageState): AssignmentSnapshot => {
      const before = newAssignment("ON_APPROVAL");
      const EVALUATE = { ...before.stages.EVALUATE, state, returnedBefore, hardClosed: true };
      return { ...before, stages: { ...before.stages, EVALUATE } };
    };
    const ask = (snapshot: AssignmentSnapshot, type: StageCommandType) =>
      decide(snapshot, { type, stage: "EVALUATE" }, { roles: ["PARTICIPANT"] });
    expect(ask(closed(false, "OPEN"), "SUBMIT")).toEqual({ ok: false, reason: "hard_closed" });
    expect(ask(closed(false, "SUBMITTED"), "WITHDRAW")).toMatchObject({ reason: "hard_closed" });
    expect(ask(closed(false, "OPEN"), "SAVE_DRAFT").ok).toBe(true);
    expect(ask(closed(true, "RETURNED"), "SUBMIT").ok).toBe(true);
  });
});

describe("withdrawing", () => {
  it("goes back to where the participant was writing", () => {
    expect(states(play("ON_APPROVAL", ["SUBMIT", "EVALUATE"], ["WITHDRAW", "EVALUATE"]))[0]).toBe(
      "OPEN",
    );
    expect(
      states(
        play(
          "ON_APPROVAL",
          ["SUBMIT", "EVALUATE"],
          ["RETURN", "EVALUATE"],
          ["SUBMIT", "EVALUATE"],
          ["WITHDRAW", "EVALUATE"],
        ),
      )[0],
    ).toBe("RETURNED");
  });
});

describe("random sequences", () => {
  const command = fc.record({
    type: fc.constantFrom(...STAGE_COMMANDS),
    stage: fc.constantFrom(...STAGE_KINDS),
    role: fc.constantFrom(...WORKFLOW_ROLES),
  });

  it("agree with a model that recomputes every stage from the list of what was done", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...GATE_POLICIES),
        fc.array(command, { maxLength: 60 }),
        (gate, commands) => {
          let assignment = newAssignment(gate);
          const model = new NaiveModel(gate);
          for (const { type, stage, role } of commands) {
            const decision = decide(assignment, { type, stage }, { roles: [role] });
            expect(decision.ok).toBe(model.apply(type, stage, role));
            if (decision.ok) assignment = decision.next;
            expect(states(assignment)).toEqual(model.states());
            expect(brokenRule(assignment)).toBe(null);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

/**
 * The workflow told a second way: each stage keeps what the participant and the reviewer last did
 * to it, and its state is worked out from there, from the first stage to the last, at every look.
 */
class NaiveModel {
  private readonly last: Record<StageKind, "writing" | "returned" | "sent" | "approved"> = {
    EVALUATE: "writing",
    OBSTACLES: "writing",
    SOLUTION: "writing",
    PLAN: "writing",
  };
  private readonly everReturned = new Set<StageKind>();

  constructor(private readonly gate: GatePolicy) {}

  states(): StageState[] {
    let open = true;
    return STAGE_KINDS.map((kind) => {
      if (!open) return "LOCKED";
      const state = (
        { writing: "OPEN", returned: "RETURNED", sent: "SUBMITTED", approved: "APPROVED" } as const
      )[this.last[kind]];
      open = passesGate(state, this.gate);
      return state;
    });
  }

  apply(type: StageCommandType, stage: StageKind, role: WorkflowRole): boolean {
    const now = this.states();
    const index = STAGE_KINDS.indexOf(stage);
    const state = now[index];
    if (!MAY[type].includes(role) || !state || !FROM[type].includes(state)) return false;
    if (type === "APPROVE" && index > 0 && now[index - 1] !== "APPROVED") return false;
    if (type === "ANSWER_REASON" && !this.everReturned.has(stage)) return false;
    if (type === "SUBMIT") this.last[stage] = "sent";
    if (type === "WITHDRAW") {
      this.last[stage] = this.everReturned.has(stage) ? "returned" : "writing";
    }
    if (type === "RETURN" || type === "REOPEN") {
      this.last[stage] = "returned";
      this.everReturned.add(stage);
    }
    if (type === "APPROVE") this.last[stage] = "approved";
    // Whatever a pause catches in the reviewers' hands comes back to the participant's.
    const after = this.states();
    STAGE_KINDS.forEach((kind, i) => {
      if (after[i] === "LOCKED" && ["sent", "approved"].includes(this.last[kind])) {
        this.last[kind] = "writing";
      }
    });
    return true;
  }
}
