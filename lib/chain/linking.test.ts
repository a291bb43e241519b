import { describe, expect, it } from "vitest";
import { ahead, behind, type ChainSource, linkChain } from "@/lib/chain/linking";
import {
  exampleEvaluation,
  exampleEvaluationContext,
  exampleObstacles,
  examplePlan,
  exampleSolutions,
  exampleSolutionsContext,
} from "@/tests/support/documents";

/** Four documents, each carried into the next. */
function example(): ChainSource {
  const context = exampleEvaluationContext();
  const evaluation = exampleEvaluation(context);
  const evidenceIds = evaluation.evidence.map(({ id }) => id);
  return structuredClone({
    rubric: context.rubric,
    evaluation,
    obstacles: {
      obstacles: exampleObstacles().obstacles.map((obstacle) => ({ ...obstacle, evidenceIds })),
    },
    solutions: exampleSolutions(exampleSolutionsContext()),
    plan: examplePlan(),
  });
}

function gapsOf(source: ChainSource, kind: string): string[] {
  return linkChain(source).flatMap((link) => (link.kind === kind ? link.gaps : []));
}

describe("the chain of evidence", () => {
  it("is walked from a milestone back to the evidence it rests on", () => {
    const links = linkChain(example());
    const milestone = links.find(({ kind }) => kind === "milestone");
    const kinds = behind(links, milestone?.id ?? "").map((id) => id.split(".")[0]);
    expect(kinds).toEqual(expect.arrayContaining(["plan", "solution", "obstacle", "evidence"]));
  });

  it("is walked forward again from the evidence to every milestone", () => {
    const source = example();
    const links = linkChain(source);
    const used = source.obstacles?.obstacles[0]?.evidenceIds[0];
    const reached = ahead(links, `evidence.${used}`);
    expect(reached.filter((id) => id.startsWith("milestone."))).toHaveLength(
      source.plan?.milestones.length ?? -1,
    );
  });

  it("has no gap in documents that rest on one another", () => {
    const source = example();
    expect(gapsOf(source, "solution")).toEqual([]);
    expect(gapsOf(source, "plan")).toEqual([]);
  });

  it("tells that a solution rests on no evidence, and the plan with it", () => {
    const source = example();
    for (const obstacle of source.obstacles?.obstacles ?? []) {
      obstacle.evidenceIds = [];
      delete obstacle.criterionId;
    }
    expect(gapsOf(source, "obstacle")).toContain("OBSTACLE_WITHOUT_EVIDENCE");
    expect(gapsOf(source, "solution")).toContain("SOLUTION_WITHOUT_EVIDENCE");
    expect(gapsOf(source, "plan")).toContain("PLAN_WITHOUT_EVIDENCE");
  });

  it("tells what points to something that has gone", () => {
    const source = example();
    const [obstacle] = source.obstacles?.obstacles ?? [];
    if (!obstacle || !source.plan) throw new Error("the example has both");
    obstacle.evidenceIds = ["gone"];
    obstacle.causes = obstacle.causes.map(() => "");
    source.plan.solutionIds = ["gone"];
    expect(gapsOf(source, "obstacle")).toContain("EVIDENCE_GONE");
    expect(gapsOf(source, "solution")).toContain("OBSTACLE_GONE");
    expect(gapsOf(source, "plan")).toContain("SOLUTION_GONE");
  });

  it("tells that something chosen for the own unit is not planned, and a priority not answered", () => {
    const source = example();
    if (!source.plan || !source.solutions) throw new Error("the example has both");
    source.plan.solutionIds = [];
    source.solutions.groups = source.solutions.groups.slice(0, 1);
    expect(gapsOf(source, "plan")).toContain("PLAN_WITHOUT_SOLUTION");
    expect(gapsOf(source, "solution")).toContain("SOLUTION_UNPLANNED");
    source.solutions.groups = [];
    expect(gapsOf(source, "obstacle")).toContain("OBSTACLE_WITHOUT_SOLUTION");
  });

  it("hangs evidence on the claim that it supports, and says who said it", () => {
    const source = example();
    const { evaluation, obstacles } = source;
    const [item] = evaluation?.evidence ?? [];
    const [strength] = evaluation?.strengths ?? [];
    if (!evaluation || !obstacles || !item || !strength) throw new Error("the example has them");
    for (const obstacle of obstacles.obstacles) obstacle.evidenceIds = [];
    delete item.criterionId;
    expect(gapsOf(source, "evidence")).toEqual(["EVIDENCE_UNUSED"]);
    item.kind = "QUOTE";
    item.sourceId = evaluation.sources[0]?.id;
    item.claimId = strength.id;
    expect(gapsOf(source, "evidence")).toEqual([]);
    const links = linkChain(source);
    expect(links.find(({ kind }) => kind === "evidence")?.detail).toBe(
      "Kepala Bidang, Dinas Sosial",
    );
    expect(links.filter(({ kind }) => kind === "strength" || kind === "result")).toMatchObject([
      { title: strength.text, path: "strengths.0", restsOn: [`evidence.${item.id}`] },
    ]);
    expect(ahead(links, `evidence.${item.id}`)).toContain(`strength.${strength.id}`);
  });

  it("says nothing of what is missing where an older form cannot be read", () => {
    const source = example();
    const unread = { ...source, obstacles: null, older: ["OBSTACLES"] as const };
    const kinds = new Set(linkChain(unread).map(({ kind }) => kind));
    expect([...kinds]).toEqual(["evidence", "score", "solution", "plan", "milestone"]);
    expect(gapsOf(unread, "solution")).toEqual([]);
    expect(gapsOf(unread, "plan")).toEqual([]);
    // Where nothing was written at all, the same solutions hang in the air.
    expect(gapsOf({ ...source, obstacles: null }, "solution")).toContain("OBSTACLE_GONE");
  });

  it("is empty where nothing is written", () => {
    const { rubric } = example();
    const nothing = { rubric, evaluation: null, obstacles: null, solutions: null, plan: null };
    expect(linkChain(nothing)).toEqual([]);
  });
});
