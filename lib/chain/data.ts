import "server-only";
import { STAGE_KINDS, type StageKind } from "@/lib/assignment/model";
import type { AssignmentSubject, ParticipantScope } from "@/lib/assignment/policy";
import { subjectOf } from "@/lib/assignment/record";
import { linkChain } from "@/lib/chain/linking";
import type { ChainDto } from "@/lib/chain/model";
import { readStageDocument } from "@/lib/document/registry";
import type { Reader } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { findRubric } from "@/lib/rubric/data";

const select = {
  id: true,
  cohortId: true,
  evaluationRubricId: true,
  transferRubricId: true,
  innovation: { select: { code: true, name: true } },
  cohort: { select: { centerId: true, timeZone: true } },
  enrolment: { select: { id: true, personId: true, facilitatorId: true, fullName: true } },
} satisfies Prisma.AssignmentSelect;

const authorSelect = {
  ...select,
  stages: { select: { kind: true, draft: true } },
} satisfies Prisma.AssignmentSelect;

const reviewerSelect = {
  ...select,
  stages: { select: { kind: true, latestRevision: { select: { content: true } } } },
} satisfies Prisma.AssignmentSelect;

type Raw = Prisma.AssignmentGetPayload<{ select: typeof select }>;
type Contents = Partial<Record<StageKind, Prisma.JsonValue>>;

/** The chain of an own assignment, as it is being written. Three statements at the most. */
export async function findOwnChain(
  reader: Reader,
  scope: ParticipantScope,
  assignmentId: string,
): Promise<ChainDto | null> {
  const raw = await reader.assignment.findFirst({
    where: { id: assignmentId, enrolmentId: { in: scope.enrolmentIds } },
    select: authorSelect,
  });
  if (!raw) return null;
  const contents = Object.fromEntries(raw.stages.map(({ kind, draft }) => [kind, draft]));
  return toChain(reader, raw, contents, "AUTHOR");
}

export interface ReviewedChain {
  subject: AssignmentSubject;
  raw: Prisma.AssignmentGetPayload<{ select: typeof reviewerSelect }>;
}

/** An assignment whose chain is asked for, and who answers for it. The caller asks the policy. */
export async function findReviewedChain(
  reader: Reader,
  assignmentId: string,
): Promise<ReviewedChain | null> {
  const raw = await reader.assignment.findUnique({
    where: { id: assignmentId },
    select: reviewerSelect,
  });
  return raw && { raw, subject: subjectOf(raw) };
}

/** The chain as it was last submitted, stage by stage: nobody but the author reads drafts. */
export async function readReviewedChain(reader: Reader, { raw }: ReviewedChain): Promise<ChainDto> {
  const contents = Object.fromEntries(
    raw.stages.map(({ kind, latestRevision }) => [kind, latestRevision?.content ?? null]),
  );
  return toChain(reader, raw, contents, "REVIEWER");
}

async function toChain(
  reader: Reader,
  raw: Raw,
  contents: Contents,
  readerIs: ChainDto["readerIs"],
): Promise<ChainDto> {
  const rubric = await findRubric(reader, raw.evaluationRubricId);
  // Only a plan is written along it.
  const planned = (contents.PLAN ?? null) !== null;
  const transferRubric = planned ? await findRubric(reader, raw.transferRubricId) : rubric;
  const older: StageKind[] = [];
  const read = <Kind extends StageKind>(kind: Kind) => {
    const content = contents[kind] ?? null;
    if (content === null) return null;
    const document = readStageDocument(kind, { rubric, transferRubric }, content);
    if (!document) older.push(kind);
    return document;
  };
  const documents = {
    evaluation: read("EVALUATE"),
    obstacles: read("OBSTACLES"),
    solutions: read("SOLUTION"),
    plan: read("PLAN"),
  };
  return {
    assignmentId: raw.id,
    timeZone: raw.cohort.timeZone,
    innovation: raw.innovation,
    participant: raw.enrolment.fullName,
    readerIs,
    links: linkChain({ rubric, ...documents, older }),
    empty: STAGE_KINDS.filter((kind) => (contents[kind] ?? null) === null),
    older,
  };
}
