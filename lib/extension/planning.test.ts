import { describe, expect, it } from "vitest";
import type { StageKind, StageState } from "@/lib/assignment/model";
import { type ExtendableStage, planExtension } from "@/lib/extension/planning";

const DAY = 86_400_000;
const day = (number: number) => new Date(Date.UTC(2018, 7, number, 10));

/** An assignment due on the 9th, 10th, 13th and 17th, which closes a day after each. */
function assignment(
  id: string,
  states: Partial<Record<StageKind, StageState>> = {},
  shift = 0,
): { id: string; stages: ExtendableStage[] } {
  const stage = (kind: StageKind, due: number): ExtendableStage => {
    const dueAt = new Date(day(due).getTime() + shift * DAY);
    return {
      id: `${id} ${kind}`,
      kind,
      state: states[kind] ?? (kind === "EVALUATE" ? "OPEN" : "LOCKED"),
      dueAt,
      hardCloseAt: new Date(dueAt.getTime() + DAY),
    };
  };
  return {
    id,
    stages: [
      stage("EVALUATE", 9),
      stage("OBSTACLES", 10),
      stage("SOLUTION", 13),
      stage("PLAN", 17),
    ],
  };
}

const ask = {
  stage: "PLAN" as const,
  dueAt: day(20),
  closes: "MOVE" as const,
  following: false,
};

describe("an extension", () => {
  it("moves the due date, and the close with it", () => {
    const { plan, issues } = planExtension([assignment("a")], ask);
    expect(issues).toEqual([]);
    expect(plan.moves).toEqual([
      {
        stageId: "a PLAN",
        kind: "PLAN",
        assignmentId: "a",
        dueFrom: day(17),
        dueTo: day(20),
        closeFrom: day(18),
        closeTo: day(21),
      },
    ]);
  });

  it("lifts the close where that is asked", () => {
    const { plan } = planExtension([assignment("a")], { ...ask, closes: "LIFT" });
    expect(plan.moves.map(({ closeTo }) => closeTo)).toEqual([null]);
  });

  it("never shortens, and leaves alone who has more time or has sent it", () => {
    const mixed = [
      assignment("a"),
      assignment("b", {}, 5),
      assignment("c", { PLAN: "SUBMITTED" }),
      assignment("d", { PLAN: "APPROVED" }),
    ];
    expect(planExtension(mixed, ask)).toMatchObject({
      plan: { extended: ["a"], later: 1, sent: 2 },
      issues: [],
    });
    expect(planExtension([assignment("a")], { ...ask, dueAt: day(17) }).issues).toEqual([
      { path: "dueAt", code: "due_not_later" },
    ]);
  });

  it("passes no later stage, unless those move along", () => {
    const evaluate = { ...ask, stage: "EVALUATE" as const, dueAt: day(12) };
    expect(planExtension([assignment("a")], evaluate).issues).toEqual([
      { path: "dueAt", code: "due_after_next" },
    ]);
    const { plan, issues } = planExtension([assignment("a")], { ...evaluate, following: true });
    expect(issues).toEqual([]);
    expect(plan.moves.map(({ kind, dueTo }) => [kind, dueTo])).toEqual([
      ["EVALUATE", day(12)],
      ["OBSTACLES", day(13)],
      ["SOLUTION", day(16)],
      ["PLAN", day(20)],
    ]);
  });

  it("says why it would do nothing", () => {
    expect(planExtension([], ask).issues).toEqual([{ path: "whom", code: "nobody_to_extend" }]);
    const sent = [assignment("a", { PLAN: "APPROVED" })];
    expect(planExtension(sent, ask).issues).toEqual([{ path: "whom", code: "all_sent" }]);
  });
});
