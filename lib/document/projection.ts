import "server-only";
import type { StageKind } from "@/lib/assignment/model";
import { revisionContent, type StageContents } from "@/lib/document/content";
import { deriveEvaluation } from "@/lib/evaluation/scoring";
import { deriveObstacles } from "@/lib/obstacle/scoring";
import type { Reader, Tx } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { findRubric } from "@/lib/rubric/data";
import type { RubricDefinition } from "@/lib/rubric/model";
import { scoreRubric } from "@/lib/rubric/scoring";
import { mcnamaraTotal } from "@/lib/solution/scoring";

export interface ProjectionSource {
  id: string;
  kind: StageKind;
  content: Prisma.JsonValue | Prisma.InputJsonValue;
  /** The rubric by which the stage scores: evaluation for stage 1, transfer readiness for stage 4. */
  rubric: RubricDefinition | null;
}

/**
 * Writes the rows of one revision that dashboards count: derived anew from its content, never taken
 * from a client. Keyed by (revision, item), so that a later revision strands nothing.
 */
export async function projectRevision(tx: Tx, source: ProjectionSource): Promise<void> {
  const { id: revisionId, content } = source;
  switch (source.kind) {
    case "EVALUATE":
      return projectEvaluation(tx, revisionId, revisionContent("EVALUATE", content), source.rubric);
    case "OBSTACLES":
      return projectObstacles(tx, revisionId, revisionContent("OBSTACLES", content));
    case "SOLUTION":
      return projectSolutions(tx, revisionId, revisionContent("SOLUTION", content));
    case "PLAN":
      return projectPlan(tx, revisionId, revisionContent("PLAN", content), source.rubric);
  }
}

/** The rubric by which a stage's projection scores, or null for stages that do not. */
export async function projectionRubric(
  reader: Reader,
  assignment: { evaluationRubricId: string; transferRubricId: string },
  kind: StageKind,
): Promise<RubricDefinition | null> {
  if (kind === "EVALUATE") return findRubric(reader, assignment.evaluationRubricId);
  if (kind === "PLAN") return findRubric(reader, assignment.transferRubricId);
  return null;
}

async function projectEvaluation(
  tx: Tx,
  revisionId: string,
  document: StageContents["EVALUATE"],
  rubric: RubricDefinition | null,
): Promise<void> {
  if (!rubric) throw new Error("an evaluation is projected with its rubric");
  const derived = deriveEvaluation(document, { rubric });
  await tx.evaluation.create({
    data: {
      revisionId,
      total: derived.total,
      evidenceCount: derived.evidenceCount,
      confidence: document.confidence,
      innovationStage: document.innovationStage,
      visitDate: new Date(document.visitDate),
    },
    select: { revisionId: true },
  });
  await tx.criterionScore.createMany({
    data: document.scores.map(({ criterionId, value }) => ({ revisionId, criterionId, value })),
  });
  await tx.evidence.createMany({
    data: document.evidence.map(({ id, kind, criterionId }) => ({
      revisionId,
      itemId: id,
      kind,
      criterionId: criterionId ?? null,
    })),
  });
  await tx.strength.createMany({
    data: document.strengths.map(({ id, text }, sortOrder) => ({
      revisionId,
      itemId: id,
      text,
      sortOrder,
    })),
  });
}

async function projectObstacles(
  tx: Tx,
  revisionId: string,
  document: StageContents["OBSTACLES"],
): Promise<void> {
  const derived = new Map(deriveObstacles(document).map((entry) => [entry.id, entry]));
  await tx.obstacle.createMany({
    data: document.obstacles.map((obstacle) => {
      const of = derived.get(obstacle.id);
      return {
        revisionId,
        itemId: obstacle.id,
        title: obstacle.title,
        category: obstacle.category,
        locus: obstacle.locus,
        criterionId: obstacle.criterionId ?? null,
        eligible: of?.eligible ?? false,
        prioritised: of?.prioritised ?? false,
        usgTotal: of?.usgTotal ?? null,
        rank: of?.rank ?? null,
        rootCause: of?.rootCause ?? null,
      };
    }),
  });
}

async function projectSolutions(
  tx: Tx,
  revisionId: string,
  document: StageContents["SOLUTION"],
): Promise<void> {
  await tx.solution.createMany({
    data: document.groups.flatMap((group) =>
      group.alternatives.map((solution) => {
        const total = mcnamaraTotal(solution.mcnamara);
        if (total === null) throw new Error("a submitted solution has a McNamara total");
        return {
          revisionId,
          itemId: solution.id,
          obstacleItemId: group.obstacleId,
          title: solution.title,
          transferType: solution.transferType,
          sourceInnovationId: solution.sourceInnovationId ?? null,
          mcnamaraTotal: total,
          selected: solution.isSelected,
          forHost: solution.forHost,
        };
      }),
    ),
  });
}

async function projectPlan(
  tx: Tx,
  revisionId: string,
  document: StageContents["PLAN"],
  rubric: RubricDefinition | null,
): Promise<void> {
  if (!rubric) throw new Error("a plan is projected with the transfer rubric");
  await tx.innovationPlan.create({
    data: {
      revisionId,
      title: document.title,
      acronym: document.acronym || null,
      form: document.form,
      type: document.type,
      budgetIdr: BigInt(document.budgetIdr),
      readiness: scoreRubric(rubric, document.transferReadiness).percent,
    },
    select: { revisionId: true },
  });
  await tx.milestone.createMany({
    data: document.milestones.map((milestone, sortOrder) => ({
      revisionId,
      itemId: milestone.id,
      term: milestone.term,
      title: milestone.title,
      startsOn: new Date(milestone.start),
      endsOn: new Date(milestone.end),
      sortOrder,
    })),
  });
  await tx.planSolution.createMany({
    data: document.solutionIds.map((solutionItemId) => ({ revisionId, solutionItemId })),
  });
}
