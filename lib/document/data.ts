import "server-only";
import type { StageKind } from "@/lib/assignment/model";
import type { AssignmentRecord } from "@/lib/assignment/record";
import { revisionContent } from "@/lib/document/content";
import type { StageContextMap } from "@/lib/document/registry";
import type { VisitMode } from "@/lib/document/taxonomy";
import { chosenSolutions, evaluationFindings, prioritisedObstacles } from "@/lib/document/upstream";
import type { EvaluationContext } from "@/lib/evaluation/model";
import { openToCohort } from "@/lib/innovation/data";
import type { ObstaclesContext } from "@/lib/obstacle/model";
import { knownSolutions } from "@/lib/plan/carrying";
import type { PlanContext } from "@/lib/plan/model";
import { dayIn, isoDate } from "@/lib/platform/clock";
import type { Reader } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { findRubric } from "@/lib/rubric/data";
import type { RubricDefinition } from "@/lib/rubric/model";
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
 *
 * @param reads given where several contexts are made at once, so that what they share is read once
 */
export async function stageContext<Kind extends StageKind>(
  reader: Reader,
  source: ContextSource,
  kind: Kind,
  now: Date,
  reads: ContextReads = contextReads(reader),
): Promise<StageContextMap[Kind]> {
  const context = await {
    EVALUATE: evaluationContext,
    OBSTACLES: obstaclesContext,
    SOLUTION: solutionsContext,
    PLAN: planContext,
  }[kind](reads, source, now);
  return context as StageContextMap[Kind];
}

type Visit = { startsOn: Date; endsOn: Date; mode: VisitMode };

/** What contexts are made from. Each thing is read once, whoever asks for it. */
export interface ContextReads {
  rubric(versionId: string): Promise<RubricDefinition>;
  visit(source: ContextSource): Promise<Visit>;
  innovations(cohortId: string): Promise<SolutionsContext["innovations"]>;
  agencies(cohortId: string): Promise<PlanContext["agencies"]>;
  acronyms(cohortId: string): Promise<{ assignmentId: string; acronym: string }[]>;
  content(revisionId: string): Promise<Prisma.JsonValue>;
}

/**
 * Reads for the contexts of one answer; what others change meanwhile is not seen by it.
 *
 * @param known what the caller has read already: visits by assignment, contents by revision
 */
export function contextReads(
  reader: Reader,
  known: {
    visits?: ReadonlyMap<string, Visit>;
    contents?: ReadonlyMap<string, Prisma.JsonValue>;
  } = {},
): ContextReads {
  const innovations = once((cohortId) =>
    reader.innovation.findMany({
      where: openToCohort(cohortId),
      select: { id: true, code: true, name: true },
      orderBy: [{ sortOrder: "asc" }, { code: "asc" }],
    }),
  );
  const agencies = once((cohortId) =>
    reader.agency.findMany({
      where: { enrolments: { some: { cohortId } } },
      select: { id: true, name: true },
      orderBy: { name: "asc" },
    }),
  );
  // Of latest submissions only: an acronym given up in a later revision is free again.
  const acronyms = once(async (cohortId) => {
    const plans = await reader.innovationPlan.findMany({
      where: {
        acronym: { not: null },
        revision: { latestOf: { isNot: null }, assignment: { cohortId } },
      },
      select: { acronym: true, revision: { select: { assignmentId: true } } },
    });
    return plans.flatMap(({ acronym, revision }) =>
      acronym ? [{ acronym, assignmentId: revision.assignmentId }] : [],
    );
  });
  return {
    rubric: once((versionId) => findRubric(reader, versionId)),
    innovations,
    agencies,
    acronyms,
    async visit({ id, cohortId, innovationId }) {
      return (
        known.visits?.get(id) ??
        (await reader.visit.findFirstOrThrow({
          where: { cohortId, hostRegion: { innovations: { some: { id: innovationId } } } },
          select: { startsOn: true, endsOn: true, mode: true },
        }))
      );
    },
    async content(revisionId) {
      const content = known.contents?.get(revisionId);
      if (content !== undefined) return content;
      const revision = await reader.revision.findUniqueOrThrow({
        where: { id: revisionId },
        select: { content: true },
      });
      return revision.content;
    },
  };
}

function once<Value>(read: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const answers = new Map<string, Promise<Value>>();
  return (key) => {
    const answer = answers.get(key) ?? read(key);
    answers.set(key, answer);
    return answer;
  };
}

async function evaluationContext(
  reads: ContextReads,
  source: ContextSource,
  now: Date,
): Promise<EvaluationContext> {
  const rubric = await reads.rubric(source.evaluationRubricId);
  const visit = await reads.visit(source);
  return {
    innovationId: source.innovationId,
    rubric,
    visit: { startsOn: isoDate(visit.startsOn), endsOn: isoDate(visit.endsOn), mode: visit.mode },
    today: dayIn(source.cohort.timeZone, now),
  };
}

async function obstaclesContext(
  reads: ContextReads,
  source: ContextSource,
): Promise<ObstaclesContext> {
  const rubric = await reads.rubric(source.evaluationRubricId);
  return { rubric, evaluation: evaluationFindings(await upstream(reads, source, "EVALUATE")) };
}

async function solutionsContext(
  reads: ContextReads,
  source: ContextSource,
): Promise<SolutionsContext> {
  const document = await upstream(reads, source, "OBSTACLES");
  return {
    obstacles: prioritisedObstacles(document),
    innovations: await reads.innovations(source.cohortId),
  };
}

async function planContext(
  reads: ContextReads,
  source: ContextSource,
  now: Date,
): Promise<PlanContext> {
  const document = await upstream(reads, source, "SOLUTION");
  const transferRubric = await reads.rubric(source.transferRubricId);
  const agencies = await reads.agencies(source.cohortId);
  const acronyms = await reads.acronyms(source.cohortId);
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
    takenAcronyms: acronyms.flatMap(({ assignmentId, acronym }) =>
      assignmentId === source.id ? [] : [acronym],
    ),
    today: dayIn(source.cohort.timeZone, now),
    known: knownSolutions(document, await upstream(reads, source, "OBSTACLES")),
  };
}

async function upstream<Kind extends StageKind>(
  reads: ContextReads,
  source: ContextSource,
  kind: Kind,
) {
  const revisionId = source.stages[kind].latestRevisionId;
  return revisionId ? revisionContent(kind, await reads.content(revisionId)) : null;
}
