import type { Db } from "@/lib/platform/db";

/** Every projected row, in an order of its own. */
export async function readProjections(db: Db): Promise<Record<string, unknown[]>> {
  const rows = {
    evaluations: await db.evaluation.findMany({ orderBy: { revisionId: "asc" } }),
    scores: await db.criterionScore.findMany({
      orderBy: [{ revisionId: "asc" }, { criterionId: "asc" }],
    }),
    evidence: await db.evidence.findMany({ orderBy: [{ revisionId: "asc" }, { itemId: "asc" }] }),
    strengths: await db.strength.findMany({ orderBy: [{ revisionId: "asc" }, { itemId: "asc" }] }),
    obstacles: await db.obstacle.findMany({ orderBy: [{ revisionId: "asc" }, { itemId: "asc" }] }),
    solutions: await db.solution.findMany({ orderBy: [{ revisionId: "asc" }, { itemId: "asc" }] }),
    plans: await db.innovationPlan.findMany({ orderBy: { revisionId: "asc" } }),
    milestones: await db.milestone.findMany({
      orderBy: [{ revisionId: "asc" }, { itemId: "asc" }],
    }),
    planSolutions: await db.planSolution.findMany({
      orderBy: [{ revisionId: "asc" }, { solutionItemId: "asc" }],
    }),
  };
  return JSON.parse(
    JSON.stringify(rows, (_, item) => (typeof item === "bigint" ? item.toString() : item)),
  );
}
