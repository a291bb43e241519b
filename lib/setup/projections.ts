import { projectionRubric, projectRevision } from "@/lib/document/projection";
import type { Db, Tx } from "@/lib/platform/db";

/** Revisions read at a time. */
const BATCH = 200;

/**
 * Writes the projected rows of every revision anew, from its content. Each revision in a transaction
 * of its own, so that a dashboard read meanwhile is never half counted.
 *
 * @param owner connected as the role that owns the tables: the application may not delete facts
 * @returns how many revisions were projected
 */
export async function rebuildProjections(
  owner: Db,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<number> {
  const total = await owner.revision.count();
  let done = 0;
  let after: string | undefined;
  for (;;) {
    const revisions = await owner.revision.findMany({
      select: {
        id: true,
        kind: true,
        content: true,
        assignment: { select: { evaluationRubricId: true, transferRubricId: true } },
      },
      orderBy: { id: "asc" },
      take: BATCH,
      ...(after ? { cursor: { id: after }, skip: 1 } : {}),
    });
    if (revisions.length === 0) return done;
    for (const { id, kind, content, assignment } of revisions) {
      const rubric = await projectionRubric(owner, assignment, kind);
      await owner.$transaction(async (tx) => {
        await clear(tx, id);
        await projectRevision(tx, { id, kind, content, rubric });
      });
      done += 1;
    }
    onProgress(done, total);
    after = revisions.at(-1)?.id;
  }
}

async function clear(tx: Tx, revisionId: string): Promise<void> {
  const where = { where: { revisionId } };
  await tx.evaluation.deleteMany(where);
  await tx.criterionScore.deleteMany(where);
  await tx.evidence.deleteMany(where);
  await tx.strength.deleteMany(where);
  await tx.obstacle.deleteMany(where);
  await tx.solution.deleteMany(where);
  await tx.innovationPlan.deleteMany(where);
  await tx.milestone.deleteMany(where);
  await tx.planSolution.deleteMany(where);
}
