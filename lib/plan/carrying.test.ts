import { describe, expect, it } from "vitest";
import { carryOver, knownSolutions } from "@/lib/plan/carrying";
import { PLAN_BOUNDS } from "@/lib/plan/model";
import { emptyPlan } from "@/lib/plan/schema";
import {
  exampleObstacles,
  examplePlanContext,
  exampleSolutions,
  exampleSolutionsContext,
} from "@/tests/support/documents";

const words = { rootCause: "Akar masalah:" };
let made = 0;
const newId = () => `new-${made++}`;

function known(change: (solutions: ReturnType<typeof exampleSolutions>) => void = () => {}) {
  const solutions = structuredClone(exampleSolutions(exampleSolutionsContext()));
  change(solutions);
  const chosen = solutions.groups.flatMap(({ alternatives }) =>
    alternatives.filter(({ isSelected, forHost }) => isSelected && !forHost),
  );
  const context = { ...examplePlanContext(), known: knownSolutions(solutions, exampleObstacles()) };
  return {
    context,
    chosen,
    empty: { ...emptyPlan(context), solutionIds: chosen.map(({ id }) => id) },
  };
}

describe("what is known already", () => {
  it("fills in an empty plan, so that nothing is typed twice", () => {
    const { context, chosen, empty } = known();
    const { plan, carried } = carryOver(empty, context, words, newId);
    const obstacle = exampleObstacles().obstacles[0];
    expect(plan.title).toBe(chosen[0]?.title);
    expect(plan.problemStatement).toContain(obstacle?.title);
    expect(plan.problemStatement).toContain(`Akar masalah: ${obstacle?.causes.at(-1)}`);
    expect(plan.beneficiaries.map(({ group }) => group)).toEqual([obstacle?.affected]);
    expect(plan.team).toMatchObject([{ role: "LEADER", name: context.participant.fullName }]);
    expect(plan.risks).toEqual(chosen[0]?.risks);
    expect(plan.budgetIdr).toBe(chosen[0]?.resources.budgetIdr);
    expect(carried).toEqual(expect.arrayContaining(["title", "problemStatement", "risks", "team"]));
  });

  it("never writes over what stands there", () => {
    const { context, empty } = known();
    const own = { ...empty, title: "Judul saya sendiri", budgetIdr: 0 };
    const { plan, carried } = carryOver(own, context, words, newId);
    expect(plan.title).toBe("Judul saya sendiri");
    expect(plan.budgetIdr).toBe(0);
    expect(carried).not.toContain("title");
  });

  it("is carried over once: a second time there is nothing left", () => {
    const { context, empty } = known();
    const { plan } = carryOver(empty, context, words, newId);
    expect(carryOver(plan, context, words, newId)).toEqual({ plan, carried: [] });
  });

  it("keeps to what a plan can hold", () => {
    const { context, empty } = known(({ groups }) => {
      for (const { alternatives } of groups) {
        for (const solution of alternatives) solution.adaptedWhat = "a".repeat(2_000);
      }
    });
    const { plan } = carryOver(empty, context, words, newId);
    expect(plan.noveltyStatement).toHaveLength(PLAN_BOUNDS.noveltyStatement.max);
  });

  it("leaves out solutions that the plan does not carry out", () => {
    const { context, empty } = known();
    const { carried } = carryOver({ ...empty, solutionIds: [] }, context, words, newId);
    expect(carried).toEqual(["team"]);
  });
});
