import { expect, it } from "vitest";
import { STAGE_KINDS } from "@/lib/assignment/model";
import type { Db } from "@/lib/platform/db";
import { rebuildProjections } from "@/lib/setup/projections";
import { openDatabase } from "@/tests/support/database";
import { approve, assessWork, assign, createWorld, submit, value } from "@/tests/support/world";

const database = openDatabase();

/** Every projected row, in an order of its own. */
async function projections(db: Db) {
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

it("projections can be written anew from the revisions, and are the same", async () => {
  const world = await createWorld(database.app);
  const [author] = world.participants;
  const [reviewer] = world.facilitators;
  if (!author || !reviewer) throw new Error("an empty world");
  const assignmentId = await assign(world, author);
  for (const stage of STAGE_KINDS) {
    value(await submit(world, author, assignmentId, stage));
    if (stage === "PLAN") value(await assessWork(world, reviewer, assignmentId));
    value(await approve(world, reviewer, assignmentId, stage));
  }
  const before = await projections(database.app);
  for (const rows of Object.values(before)) expect(rows).not.toEqual([]);

  await database.owner.obstacle.updateMany({ data: { title: "Diubah di luar aplikasi" } });
  await database.owner.strength.deleteMany();
  expect(await projections(database.app)).not.toEqual(before);

  expect(await rebuildProjections(database.owner)).toBe(4);
  expect(await projections(database.app)).toEqual(before);
});
