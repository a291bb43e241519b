import "server-only";
import type { StageKind } from "@/lib/assignment/model";
import type { AssignmentRecord } from "@/lib/assignment/record";
import { revisionContent } from "@/lib/document/content";
import type { StageContextMap } from "@/lib/document/registry";
import { chosenSolutions, evaluationFindings, prioritisedObstacles } from "@/lib/document/upstream";
import type { EvaluationContext } from "@/lib/evaluation/model";
import { openToCohort } from "@/lib/innovation/data";
import type { ObstaclesContext } from "@/lib/obstacle/model";
import { knownSolutions } from "@/lib/plan/carrying";
import type { PlanContext } from "@/lib/plan/model";
import { dayIn, isoDate } from "@/lib/platform/clock";
import type { Reader } from "@/lib/platform/db";
import { findRubric } from "@/lib/rubric/data";
import type { SolutionsContext } from "@/lib/solution/model";

/** What of an assignment decides in which context its documents are written. */
export type ContextSource = Pick<
  AssignmentRecord,
  | "id"
  | "cohortId"
  | "innovationId"
  | "evaluationRubricId"
  | "transferRubricId"
  | "enrolment"
  | "cohort"
> & { stages: Record<StageKind, { latestRevisionId: string | null }> };

/**
 * The context in which a stage's document is read: rubric, dates, and what the stage before it, as
 * last submitted, found. Made by the server from its own rows; nothing of it comes from a client.
 */
export async function stageContext<Kind extends StageKind>(
  reader: Reader,
  source: ContextSource,
  kind: Kind,
  now: Date,
): Promise<StageContextMap[Kind]> {
  const context = await {
    EVALUATE: evaluationContext,
    OBSTACLES: obstaclesContext,
    SOLUTION: solutionsContext,
    PLAN: planContext,
  }[kind](reader, source, now);
  return context as StageContextMap[Kind];
}

async function evaluationContext(
  reader: Reader,
  source: ContextSource,
  now: Date,
): Promise<EvaluationContext> {
  const rubric = await findRubric(reader, source.evaluationRubricId);
  const visit = await reader.visit.findFirstOrThrow({
    where: {
      cohortId: source.cohortId,
      hostRegion: { innovations: { some: { id: source.innovationId } } },
    },
    select: { startsOn: true, endsOn: true, mode: true },
  });
  return {
    innovationId: source.innovationId,
    rubric,
    visit: { startsOn: isoDate(visit.startsOn), endsOn: isoDate(visit.endsOn), mode: visit.mode },
    today: dayIn(source.cohort.timeZone, now),
  };
}

async function obstaclesContext(reader: Reader, source: ContextSource): Promise<ObstaclesContext> {
  const rubric = await findRubric(reader, source.evaluationRubricId);
  const evaluation = await upstream(reader, source, "EVALUATE");
  return {
    rubric,
    evaluation: evaluationFindings(evaluation),
  };
}

async function solutionsContext(reader: Reader, source: ContextSource): Promise<SolutionsContext> {
  const document = await upstream(reader, source, "OBSTACLES");
  const innovations = await reader.innovation.findMany({
    where: openToCohort(source.cohortId),
    select: { id: true, code: true, name: true },
    orderBy: [{ sortOrder: "asc" }, { code: "asc" }],
  });
  return { obstacles: prioritisedObstacles(document), innovations };
}

async function planContext(reader: Reader, source: ContextSource, now: Date): Promise<PlanContext> {
  const document = await upstream(reader, source, "SOLUTION");
  const transferRubric = await findRubric(reader, source.transferRubricId);
  const agencies = await reader.agency.findMany({
    where: { enrolments: { some: { cohortId: source.cohortId } } },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  // Of latest submissions only: an acronym given up in a later revision is free again.
  const plans = await reader.innovationPlan.findMany({
    where: {
      acronym: { not: null },
      revision: {
        latestOf: { isNot: null },
        assignment: { cohortId: source.cohortId, id: { not: source.id } },
      },
    },
    select: { acronym: true },
  });
  return {
    solutions: chosenSolutions(document),
    participant: {
      fullName: source.enrolment.fullName,
      idNumber: source.enrolment.person.idNumber,
      agencyId: source.enrolment.agencyId,
      workUnit: source.enrolment.workUnit,
    },
    agencies,
    transferRubric,
    takenAcronyms: plans.flatMap(({ acronym }) => (acronym ? [acronym] : [])),
    today: dayIn(source.cohort.timeZone, now),
    known: knownSolutions(document, await upstream(reader, source, "OBSTACLES")),
  };
}

async function upstream<Kind extends StageKind>(reader: Reader, source: ContextSource, kind: Kind) {
  const revisionId = source.stages[kind].latestRevisionId;
  if (!revisionId) return null;
  const revision = await reader.revision.findUniqueOrThrow({
    where: { id: revisionId },
    select: { content: true },
  });
  return revisionContent(kind, revision.content);
}
