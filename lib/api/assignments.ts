import "server-only";
import { z } from "zod";
import { GATE_POLICIES, STAGE_KINDS, STAGE_STATES } from "@/lib/assignment/model";
import { rolesOn } from "@/lib/assignment/policy";
import { byKind, readRecord, snapshotOf, snapshotSelect, subjectOf } from "@/lib/assignment/record";
import { TIMELINESS } from "@/lib/assignment/timeliness";
import {
  availableCommands,
  STAGE_COMMANDS,
  WORKFLOW_ROLES,
  type WorkflowRole,
} from "@/lib/assignment/workflow";
import { stageContext } from "@/lib/document/data";
import { indexPath } from "@/lib/document/path";
import type { Actor } from "@/lib/platform/actor";
import type { Reader } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { findRubric } from "@/lib/rubric/data";

/** Assignments as machines read them. */

const instant = z.iso.datetime();
const named = z.strictObject({ id: z.uuid(), name: z.string() });

const standing = {
  kind: z.enum(STAGE_KINDS),
  state: z.enum(STAGE_STATES),
  paused: z.boolean().describe("Locked after having been open; its contents are kept"),
  version: z.int().describe("What a command on this stage is `basedOn`"),
  dueAt: instant,
  hardCloseAt: instant
    .nullable()
    .describe(
      "From then on a stage that was never sent back is refused; null where late work is taken",
    ),
  can: z.array(z.enum(STAGE_COMMANDS)).describe("Commands that the caller may send now"),
};

const head = {
  id: z.uuid(),
  roles: z.array(z.enum(WORKFLOW_ROLES)).describe("In which the caller stands to it"),
  gate: z.enum(GATE_POLICIES),
  cancelled: z.boolean(),
  cohort: named,
  innovation: named.extend({ code: z.string() }),
  participant: z.strictObject({ enrolmentId: z.uuid(), name: z.string() }),
};

export const assignmentListSchema = z.strictObject({
  ok: z.literal(true),
  assignments: z.array(z.strictObject({ ...head, stages: z.array(z.strictObject(standing)) })),
  next: z.uuid().nullable().describe("The `after` of the next page; null on the last one"),
});

const revision = z.strictObject({
  id: z.uuid(),
  number: z.int(),
  submittedAt: instant,
  timeliness: z.enum(TIMELINESS),
  contentHash: z.string(),
  content: z.unknown(),
});

const returned = z.strictObject({
  at: instant,
  by: z.string(),
  reopened: z.boolean(),
  reasons: z.array(
    z.strictObject({
      path: z
        .string()
        .nullable()
        .describe("The field in the draft that is meant; null for the whole, or a field now gone"),
      id: z.uuid(),
      text: z.string(),
      answered: z.boolean().describe("The participant has ticked it off"),
    }),
  ),
});

export const assignmentSchema = z.strictObject({
  ok: z.literal(true),
  assignment: z.strictObject({
    ...head,
    cancelReason: z.string().nullable(),
    instructions: z.string(),
    timeZone: z.string(),
    can: z.strictObject({ cancel: z.boolean(), assessWork: z.boolean() }),
    stages: z.array(
      z.strictObject({
        ...standing,
        draft: z.unknown().describe("The participant's own; null for everybody else"),
        draftSavedAt: instant.nullable(),
        latestRevision: revision.nullable(),
        returned: returned.nullable().describe("Why the participant has it back"),
        context: z
          .unknown()
          .optional()
          .describe("With `include=context`: what the document is written from"),
      }),
    ),
    work: z
      .strictObject({
        version: z.int(),
        total: z.number().nullable(),
        finalizedAt: instant.nullable(),
        rubric: z.unknown().optional().describe("With `include=context`"),
      })
      .nullable()
      .describe("How the participant's work was scored; the facilitator's alone"),
  }),
});

export const listQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  after: z.uuid().optional().describe("The id of the last one on the page before"),
});

export const detailQuerySchema = z.object({ include: z.enum(["context"]).optional() });

const listSelect = {
  id: true,
  cohortId: true,
  gatePolicy: true,
  cancelledAt: true,
  cohort: { select: { id: true, name: true, centerId: true, state: true } },
  innovation: { select: { id: true, code: true, name: true } },
  enrolment: { select: { id: true, personId: true, facilitatorId: true, fullName: true } },
  stages: {
    select: {
      ...snapshotSelect,
      version: true,
      dueAt: true,
    },
  },
} satisfies Prisma.AssignmentSelect;

type Listed = Prisma.AssignmentGetPayload<{ select: typeof listSelect }>;

/**
 * A page of the assignments that are the caller's own: to do as participant, or to review as
 * facilitator. The newest first. Two statements.
 */
export async function listAssignments(
  reader: Reader,
  actor: Actor,
  { limit, after }: z.output<typeof listQuerySchema>,
  now: Date,
): Promise<z.input<typeof assignmentListSchema>> {
  const enrolments = (role: "PARTICIPANT" | "FACILITATOR") =>
    actor.enrolments.filter((enrolment) => enrolment.role === role).map(({ id }) => id);
  // Ids first: an OR over two tables would be answered by reading all assignments there are.
  const facilitated = await reader.enrolment.findMany({
    where: {
      facilitatorId: { in: enrolments("FACILITATOR") },
      personId: { not: actor.personId },
    },
    select: { id: true },
  });
  const own = [...enrolments("PARTICIPANT"), ...facilitated.map(({ id }) => id)];
  const rows = await reader.assignment.findMany({
    where: { enrolmentId: { in: own }, ...(after ? { id: { lt: after } } : {}) },
    orderBy: { id: "desc" },
    take: limit + 1,
    select: listSelect,
  });
  const page = rows.slice(0, limit);
  return {
    ok: true,
    assignments: page.map((row) => {
      const roles = rolesOn(actor, subjectOf(row));
      const available = availableCommands(snapshotOf(row, now), { roles });
      const stages = byKind(row.stages, (stage) => stage);
      return {
        ...headOf(row, roles),
        stages: STAGE_KINDS.map((kind) => ({
          ...standingOf(stages[kind]),
          can: available.stages[kind],
        })),
      };
    }),
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}

/**
 * One assignment with all that its stages hold, or null where it is not there or not the caller's.
 *
 * @param withContext also what each stage's document is written from: rubric, dates, and what the
 *   stage before it found
 */
export async function findAssignment(
  reader: Reader,
  actor: Actor,
  id: string,
  { now, withContext }: { now: Date; withContext: boolean },
): Promise<z.input<typeof assignmentSchema> | null> {
  const record = await readRecord(reader, id, now);
  const roles = record ? rolesOn(actor, record.subject) : [];
  if (!record || roles.length === 0) return null;
  const own = roles.includes("PARTICIPANT");
  const reviews = roles.includes("FACILITATOR");
  const more = await reader.assignment.findUniqueOrThrow({
    where: { id },
    select: {
      instructions: true,
      cancelReason: true,
      cohort: { select: { id: true, name: true } },
      innovation: { select: { id: true, code: true, name: true } },
      workAssessment: { select: { version: true, total: true, finalizedAt: true } },
      stages: {
        select: {
          kind: true,
          latestRevision: {
            select: {
              id: true,
              number: true,
              submittedAt: true,
              timeliness: true,
              contentHash: true,
              content: true,
            },
          },
          decisions: {
            orderBy: { decidedAt: "desc" },
            take: 1,
            select: {
              kind: true,
              decidedAt: true,
              deciderName: true,
              reasons: {
                orderBy: { sortOrder: "asc" },
                select: { id: true, fieldPath: true, text: true, answer: true },
              },
            },
          },
        },
      },
    },
  });
  const available = availableCommands(record.snapshot, { roles });
  const stages = [];
  for (const kind of STAGE_KINDS) {
    const stage = record.stages[kind];
    const { latestRevision, decisions } = more.stages.find((each) => each.kind === kind) ?? {};
    const decision = stage.state === "RETURNED" ? decisions?.[0] : undefined;
    stages.push({
      ...standingOf(stage),
      can: available.stages[kind],
      draft: own ? stage.draft : null,
      draftSavedAt: own ? (stage.draftSavedAt?.toISOString() ?? null) : null,
      latestRevision: latestRevision
        ? { ...latestRevision, submittedAt: latestRevision.submittedAt.toISOString() }
        : null,
      returned: decision
        ? {
            at: decision.decidedAt.toISOString(),
            by: decision.deciderName,
            reopened: decision.kind === "REOPEN",
            reasons: decision.reasons.map(({ id, fieldPath, text, answer }) => ({
              id,
              answered: answer !== null,
              path: fieldPath && indexPath(own ? stage.draft : latestRevision?.content, fieldPath),
              text,
            })),
          }
        : null,
      ...(withContext && own ? { context: await stageContext(reader, record, kind, now) } : {}),
    });
  }
  const work = more.workAssessment;
  return {
    ok: true,
    assignment: {
      ...headOf({ ...record, ...more }, roles),
      cancelReason: more.cancelReason,
      instructions: more.instructions,
      timeZone: record.cohort.timeZone,
      can: { cancel: available.cancel, assessWork: available.assessWork },
      stages,
      work: reviews
        ? {
            version: work?.version ?? 0,
            total: work?.total ? Number(work.total) : null,
            finalizedAt: work?.finalizedAt?.toISOString() ?? null,
            ...(withContext ? { rubric: await findRubric(reader, record.workRubricId) } : {}),
          }
        : null,
    },
  };
}

function headOf(
  row: Pick<Listed, "id" | "gatePolicy" | "cancelledAt" | "innovation"> & {
    cohort: { id: string; name: string };
    enrolment: { id: string; fullName: string };
  },
  roles: WorkflowRole[],
) {
  return {
    id: row.id,
    roles,
    gate: row.gatePolicy,
    cancelled: row.cancelledAt !== null,
    cohort: { id: row.cohort.id, name: row.cohort.name },
    innovation: row.innovation,
    participant: { enrolmentId: row.enrolment.id, name: row.enrolment.fullName },
  };
}

function standingOf(
  stage: Pick<
    Listed["stages"][number],
    "kind" | "state" | "resumeState" | "version" | "dueAt" | "hardCloseAt"
  >,
) {
  return {
    kind: stage.kind,
    state: stage.state,
    paused: stage.state === "LOCKED" && stage.resumeState !== null,
    version: stage.version,
    dueAt: stage.dueAt.toISOString(),
    hardCloseAt: stage.hardCloseAt?.toISOString() ?? null,
  };
}
