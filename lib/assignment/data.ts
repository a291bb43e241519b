import "server-only";
import {
  type AnyStageForm,
  type CommentDto,
  type GroupDto,
  type HistoryEntry,
  STAGE_KINDS,
  type StageCan,
  type StageDto,
  type StageFormDto,
  type StageKind,
  type StageReturn,
  TASK_PAGE,
  type TaskDto,
  type TaskListDto,
  type TaskSummary,
} from "@/lib/assignment/model";
import { byUrgency, nextStep } from "@/lib/assignment/next-step";
import type { ParticipantScope } from "@/lib/assignment/policy";
import { byKind, snapshotOf, snapshotSelect } from "@/lib/assignment/record";
import {
  type AssignmentSnapshot,
  availableCommands,
  type StageCommandType,
} from "@/lib/assignment/workflow";
import { gradeBandsSchema } from "@/lib/cohort/schema";
import { workRefusal } from "@/lib/cohort/workflow";
import { revisionContent } from "@/lib/document/content";
import {
  type ContextReads,
  type ContextSource,
  contextReads,
  stageContext,
} from "@/lib/document/data";
import { indexPath } from "@/lib/document/path";
import { stageDefinition } from "@/lib/document/registry";
import { extensionSelect, toExtensions } from "@/lib/extension/data";
import { arrivedSelect, toArrived } from "@/lib/file/data";
import type { Reader } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { toWishCall, wishSelect } from "@/lib/wish/data";

const stageSelect = {
  ...snapshotSelect,
  dueAt: true,
  version: true,
  draftSavedAt: true,
  latestRevision: { select: { id: true, number: true, timeliness: true } },
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
} satisfies Prisma.StageSelect;

const summarySelect = {
  id: true,
  gatePolicy: true,
  cancelledAt: true,
  innovation: { select: { code: true, name: true, hostUnit: { select: { shortName: true } } } },
  cohort: { select: { name: true, program: true, timeZone: true, state: true } },
  stages: { select: stageSelect },
} satisfies Prisma.AssignmentSelect;

type RawSummary = Prisma.AssignmentGetPayload<{ select: typeof summarySelect }>;
type RawStage = RawSummary["stages"][number];

const groupSelect = {
  name: true,
  enrolments: {
    where: { role: "PARTICIPANT", withdrawnAt: null },
    orderBy: [{ isGroupLead: "desc" }, { rosterNumber: "asc" }],
    select: { fullName: true, isGroupLead: true, personId: true },
  },
} satisfies Prisma.GroupSelect;

type RawGroup = Prisma.GroupGetPayload<{ select: typeof groupSelect }>;

/**
 * A page of a participant's assignments, and the groups. One statement: what is urgent is a matter
 * of all of them, so that all are read and some are shown.
 */
export async function listTasks(
  reader: Reader,
  scope: ParticipantScope,
  page: number,
  now: Date,
): Promise<TaskListDto> {
  const enrolments = await reader.enrolment.findMany({
    where: {
      id: { in: scope.enrolmentIds },
      // Before it begins nobody sees anything of a cohort; an archived one is out of the way.
      cohort: { state: { in: ["RUNNING", "CLOSED"] } },
    },
    orderBy: { cohort: { startsOn: "desc" } },
    select: {
      ...wishSelect,
      group: { select: groupSelect },
      assignments: { orderBy: { createdAt: "asc" }, select: summarySelect },
    },
  });
  const tasks = enrolments
    .flatMap(({ assignments }) => assignments)
    .map((assignment) => toSummary(assignment, now))
    .sort(byUrgency);
  const pages = Math.max(1, Math.ceil(tasks.length / TASK_PAGE));
  const shown = Math.min(page, pages);
  return {
    now: now.toISOString(),
    tasks: tasks.slice((shown - 1) * TASK_PAGE, shown * TASK_PAGE),
    total: tasks.length,
    page: shown,
    pages,
    groups: enrolments.flatMap(({ cohort, group }) =>
      group ? [{ cohort: cohort.name, group: toGroup(group, scope) }] : [],
    ),
    wishes: enrolments.flatMap((enrolment) => toWishCall(enrolment, now) ?? []),
  };
}

const taskSelect = {
  ...summarySelect,
  instructions: true,
  cancelReason: true,
  innovation: {
    select: { ...summarySelect.innovation.select, id: true, summary: true, startedOn: true },
  },
  enrolment: {
    select: {
      group: { select: groupSelect },
      facilitator: { select: { fullName: true } },
    },
  },
  stages: {
    select: {
      ...stageSelect,
      // Fields that reasons speak of are looked up in it.
      draft: true,
      extensions: { select: extensionSelect },
      comments: {
        orderBy: { createdAt: "asc" },
        select: {
          id: true,
          createdAt: true,
          authorId: true,
          authorName: true,
          body: true,
          fieldPath: true,
          threadId: true,
          resolution: { select: { resolvedByName: true } },
          revision: { select: { number: true, content: true } },
        },
      },
      revisions: {
        select: {
          id: true,
          number: true,
          submittedAt: true,
          timeliness: true,
          evaluation: { select: { total: true } },
          decisions: {
            select: {
              id: true,
              kind: true,
              decidedAt: true,
              deciderName: true,
              reasons: {
                orderBy: { sortOrder: "asc" },
                select: { id: true, fieldPath: true, text: true },
              },
            },
          },
        },
      },
    },
  },
} satisfies Prisma.AssignmentSelect;

/** One own assignment with its history, or null. One statement. */
export async function findTask(
  reader: Reader,
  scope: ParticipantScope,
  assignmentId: string,
  now: Date,
): Promise<TaskDto | null> {
  const [task = null] = await findTasks(reader, scope, [assignmentId], now);
  return task;
}

/** Those of some assignments that are the participant's own, in no order. One statement. */
export async function findTasks(
  reader: Reader,
  scope: ParticipantScope,
  assignmentIds: readonly string[],
  now: Date,
): Promise<TaskDto[]> {
  const rows = await reader.assignment.findMany({
    where: { id: { in: [...assignmentIds] }, enrolmentId: { in: scope.enrolmentIds } },
    select: taskSelect,
  });
  return rows.map((raw) => toTask(raw, scope, now));
}

function toTask(
  raw: Prisma.AssignmentGetPayload<{ select: typeof taskSelect }>,
  scope: ParticipantScope,
  now: Date,
): TaskDto {
  const returned = raw.stages.filter(({ state }) => state === "RETURNED");
  return {
    ...toSummary(raw, now),
    now: now.toISOString(),
    instructions: raw.instructions,
    cancelReason: raw.cancelReason,
    innovationId: raw.innovation.id,
    about: { summary: raw.innovation.summary, startedOn: raw.innovation.startedOn },
    facilitator: raw.enrolment.facilitator?.fullName ?? null,
    group: raw.enrolment.group && toGroup(raw.enrolment.group, scope),
    returns: Object.fromEntries(
      returned.flatMap((stage) => {
        const found = toReturn(stage.decisions[0], stage.draft);
        return found ? [[stage.kind, found]] : [];
      }),
    ),
    revisions: Object.fromEntries(
      raw.stages.flatMap(({ kind, latestRevision }) =>
        latestRevision ? [[kind, { id: latestRevision.id, number: latestRevision.number }]] : [],
      ),
    ),
    history: raw.stages
      .flatMap((stage) => toHistory(stage))
      .sort((a, b) => b.at.localeCompare(a.at) || order(b) - order(a)),
    comments: raw.stages
      .flatMap((stage) =>
        stage.comments.map(
          (comment): CommentDto => ({
            id: comment.id,
            at: comment.createdAt.toISOString(),
            stage: stage.kind,
            revision: comment.revision.number,
            by: comment.authorName,
            isSelf: comment.authorId === scope.personId,
            body: comment.body,
            path: comment.fieldPath && indexPath(comment.revision.content, comment.fieldPath),
            threadId: comment.threadId,
            resolvedBy: comment.resolution?.resolvedByName ?? null,
          }),
        ),
      )
      .sort((a, b) => a.at.localeCompare(b.at)),
  };
}

/** Whether an assignment is the participant's own. One small statement. */
export async function ownsAssignment(
  reader: Reader,
  scope: ParticipantScope,
  assignmentId: string,
): Promise<boolean> {
  const found = await reader.assignment.findFirst({
    where: { id: assignmentId, enrolmentId: { in: scope.enrolmentIds } },
    select: { id: true },
  });
  return found !== null;
}

const formSelect = {
  id: true,
  cohortId: true,
  innovationId: true,
  gatePolicy: true,
  cancelledAt: true,
  evaluationRubricId: true,
  transferRubricId: true,
  innovation: { select: { id: true, code: true, name: true } },
  cohort: {
    select: { centerId: true, timeZone: true, name: true, gradeBands: true, state: true },
  },
  enrolment: {
    select: {
      id: true,
      personId: true,
      withdrawnAt: true,
      facilitatorId: true,
      fullName: true,
      agencyId: true,
      workUnit: true,
      person: { select: { idNumber: true } },
    },
  },
  evidenceFiles: arrivedSelect,
  stages: {
    select: {
      ...snapshotSelect,
      dueAt: true,
      version: true,
      draftSavedAt: true,
      submittedAt: true,
      latestRevisionId: true,
    },
  },
} satisfies Prisma.AssignmentSelect;

const setAsideSelect = {
  orderBy: [{ setAsideAt: "desc" }, { id: "desc" }],
  select: { id: true, savedAt: true, document: true },
} satisfies Prisma.Stage$setAsideArgs;

/**
 * What the form of one stage of an own assignment needs, or null. The document is the draft in the
 * shape that the schema has now, fitted to what the stage before says; an empty one where nothing
 * was written.
 */
export async function findStageForm(
  reader: Reader,
  scope: ParticipantScope,
  assignmentId: string,
  kind: StageKind,
  now: Date,
): Promise<AnyStageForm | null> {
  const own = { enrolmentId: { in: scope.enrolmentIds } };
  const raw = await reader.assignment.findFirst({
    where: { id: assignmentId, ...own },
    select: formSelect,
  });
  const stage = raw?.stages.find((candidate) => candidate.kind === kind);
  if (!raw || !stage) return null;
  const written = await reader.stage.findFirst({
    where: { kind, assignment: { id: assignmentId, ...own } },
    select: {
      draft: true,
      decisions: stageSelect.decisions,
      setAside: setAsideSelect,
      ...(stage.state === "RETURNED" && { latestRevision: { select: { content: true } } }),
    },
  });
  return toStageForm(reader, contextReads(reader), scope, raw, { ...stage, ...written }, now);
}

type RawForm = Prisma.AssignmentGetPayload<{ select: typeof formSelect }>;
type RawFormStage = RawForm["stages"][number] &
  Partial<{
    draft: Prisma.JsonValue;
    decisions: RawDecision[];
    setAside: { id: string; savedAt: Date | null; document: Prisma.JsonValue }[];
    latestRevision: { content: Prisma.JsonValue } | null;
  }>;

async function toStageForm(
  reader: Reader,
  reads: ContextReads,
  scope: ParticipantScope,
  raw: RawForm,
  stage: RawFormStage,
  now: Date,
): Promise<AnyStageForm> {
  const { kind } = stage;
  const source: ContextSource = {
    ...raw,
    stages: byKind(raw.stages, ({ latestRevisionId }) => ({ latestRevisionId })),
  };
  const { document, context, unreadable } = await readStage(
    reader,
    reads,
    source,
    kind,
    stage.draft ?? null,
    now,
  );
  const can = canOf(snapshotOf(raw, now), kind);
  const dto: StageFormDto = {
    assignmentId: raw.id,
    stage: kind,
    personId: scope.personId,
    state: stage.state,
    paused: toStanding(stage).paused,
    cancelled: raw.cancelledAt !== null,
    closed: workRefusal(raw.cohort.state) !== null,
    version: stage.version,
    document,
    context,
    // Shown as empty it would be written over: its author gets it to read, and not the form.
    can: unreadable ? { ...can, save: false, submit: false, startAnew: can.save } : can,
    ...(unreadable ? { unreadable } : {}),
    ...toSetAside(stage.setAside ?? []),
    returned: stage.state === "RETURNED" ? toReturn(stage.decisions?.[0], document) : null,
    before:
      stage.state === "RETURNED" && stage.latestRevision
        ? revisionContent(kind, stage.latestRevision.content)
        : null,
    gate: raw.gatePolicy,
    ...(kind === "EVALUATE" ? { files: toArrived(raw.evidenceFiles, raw.id, now) } : {}),
    gradeBands: gradeBandsSchema.parse(raw.cohort.gradeBands),
    dueAt: stage.dueAt.toISOString(),
    hardCloseAt: stage.hardCloseAt?.toISOString() ?? null,
    savedAt: stage.draftSavedAt?.toISOString() ?? null,
    submittedAt: stage.submittedAt?.toISOString() ?? null,
    now: now.toISOString(),
    timeZone: raw.cohort.timeZone,
    innovation: raw.innovation,
    cohort: raw.cohort.name,
    stages: STAGE_KINDS.flatMap((each) =>
      raw.stages.filter((candidate) => candidate.kind === each).map(toStanding),
    ),
  };
  // One object per kind: what belongs to which kind was put together by kind above.
  return dto as AnyStageForm;
}

/**
 * The forms of all four stages of each of some assignments that are the participant's own. The number
 * of statements is that of one assignment's cohort, however many assignments of it there are.
 */
export async function findStageForms(
  reader: Reader,
  scope: ParticipantScope,
  assignmentIds: readonly string[],
  now: Date,
): Promise<AnyStageForm[]> {
  const rows = await reader.assignment.findMany({
    where: { id: { in: [...assignmentIds] }, enrolmentId: { in: scope.enrolmentIds } },
    select: {
      ...formSelect,
      innovation: { select: { ...formSelect.innovation.select, hostRegionId: true } },
      cohort: {
        select: {
          ...formSelect.cohort.select,
          visits: { select: { hostRegionId: true, startsOn: true, endsOn: true, mode: true } },
        },
      },
      stages: {
        select: {
          ...formSelect.stages.select,
          draft: true,
          decisions: stageSelect.decisions,
          setAside: setAsideSelect,
          latestRevision: { select: { id: true, content: true } },
        },
      },
    },
  });
  const reads = contextReads(reader, {
    visits: new Map(
      rows.flatMap(({ id, innovation, cohort }) => {
        const visit = cohort.visits.find((each) => each.hostRegionId === innovation.hostRegionId);
        return visit ? [[id, visit] as const] : [];
      }),
    ),
    contents: new Map(
      rows.flatMap(({ stages }) =>
        stages.flatMap(({ latestRevision }) =>
          latestRevision ? [[latestRevision.id, latestRevision.content] as const] : [],
        ),
      ),
    ),
  });
  const forms: AnyStageForm[] = [];
  for (const { innovation, ...raw } of rows) {
    const { hostRegionId: _, ...named } = innovation;
    const stages = byKind(raw.stages, (stage) => stage);
    for (const kind of STAGE_KINDS) {
      const source = { ...raw, innovation: named };
      forms.push(await toStageForm(reader, reads, scope, source, stages[kind], now));
    }
  }
  return forms;
}

function toSetAside(rows: NonNullable<RawFormStage["setAside"]>): Pick<StageFormDto, "setAside"> {
  if (rows.length === 0) return {};
  const setAside = rows.map(({ id, savedAt, document }) => ({
    id,
    savedAt: savedAt?.toISOString() ?? null,
    document: document as object,
  }));
  return { setAside };
}

async function readStage<Kind extends StageKind>(
  reader: Reader,
  reads: ContextReads,
  source: ContextSource,
  kind: Kind,
  draft: Prisma.JsonValue,
  now: Date,
) {
  const definition = stageDefinition(kind);
  const context = await stageContext(reader, source, kind, now, reads);
  if (draft === null) {
    return { document: definition.carry(definition.empty(context), context), context };
  }
  const { document } = definition.check("draft", context, draft);
  if (!document) {
    return {
      document: definition.carry(definition.empty(context), context),
      context,
      unreadable: draft as object,
    };
  }
  return { document: definition.carry(document, context), context };
}

function toSummary(raw: RawSummary, now: Date): TaskSummary {
  const snapshot = snapshotOf(raw, now);
  const stages = STAGE_KINDS.flatMap((kind) =>
    raw.stages
      .filter((stage) => stage.kind === kind)
      .map((stage) => toStage(stage, canOf(snapshot, kind), now)),
  );
  const next = nextStep(stages, {
    cancelled: raw.cancelledAt !== null,
    closed: workRefusal(raw.cohort.state) !== null,
  });
  const returned = raw.stages.find(({ state }) => state === "RETURNED");
  return {
    assignmentId: raw.id,
    innovation: {
      code: raw.innovation.code,
      name: raw.innovation.name,
      owner: raw.innovation.hostUnit.shortName,
    },
    cohort: { name: raw.cohort.name, program: raw.cohort.program },
    timeZone: raw.cohort.timeZone,
    gate: raw.gatePolicy,
    stages,
    next,
    reasons: next.kind === "FIX" ? (returned?.decisions[0]?.reasons.length ?? 0) : 0,
  };
}

function toStage(stage: RawStage, can: StageCan, now: Date): StageDto {
  const { state } = stage;
  const writing = state === "OPEN" || state === "RETURNED";
  const sent = state === "SUBMITTED" || state === "APPROVED";
  return {
    kind: stage.kind,
    state,
    paused: toStanding(stage).paused,
    dueAt: stage.dueAt.toISOString(),
    hardCloseAt: stage.hardCloseAt?.toISOString() ?? null,
    late: (writing && stage.dueAt < now) || (sent && stage.latestRevision?.timeliness === "LATE"),
    version: stage.version,
    begun: stage.draftSavedAt !== null,
    can,
  };
}

function toStanding({
  kind,
  state,
  resumeState,
}: Pick<RawStage, "kind" | "state" | "resumeState">) {
  return { kind, state, paused: state === "LOCKED" && resumeState !== null };
}

type RawDecision = RawStage["decisions"][number];

/** A return or reopening with its reasons, each at its place in the present document. */
function toReturn(decision: RawDecision | undefined, document: unknown): StageReturn | null {
  if (!decision || decision.kind === "APPROVE") return null;
  return {
    at: decision.decidedAt.toISOString(),
    by: decision.deciderName,
    reopened: decision.kind === "REOPEN",
    reasons: decision.reasons.map(({ id, text, fieldPath, answer }) => {
      const path = fieldPath === null ? null : indexPath(document, fieldPath);
      const gone = fieldPath !== null && path === null;
      return { id, text, path, gone, answered: answer !== null };
    }),
  };
}

type RawHistoryStage = {
  kind: StageKind;
  extensions: Parameters<typeof toExtensions>[1];
  revisions: {
    id: string;
    number: number;
    submittedAt: Date;
    timeliness: "ON_TIME" | "LATE" | "CLAIMED";
    evaluation: { total: object | null } | null;
    decisions: (Omit<RawDecision, "reasons"> & {
      id: string;
      reasons: Omit<RawDecision["reasons"][number], "answer">[];
    })[];
  }[];
};

/** Of what happened at the same moment: a stage before the next, a submission before its decision. */
function order({ stage, type }: HistoryEntry): number {
  return STAGE_KINDS.indexOf(stage) * 2 + (type === "SUBMITTED" ? 0 : 1);
}

const DECIDED = { APPROVE: "APPROVED", RETURN: "RETURNED", REOPEN: "REOPENED" } as const;

function toHistory({ kind, revisions, extensions }: RawHistoryStage): HistoryEntry[] {
  const extended = toExtensions(kind, extensions).map(
    (extension): HistoryEntry => ({ type: "EXTENDED", ...extension }),
  );
  const handedIn = revisions.flatMap((revision): HistoryEntry[] => [
    {
      id: revision.id,
      type: "SUBMITTED",
      at: revision.submittedAt.toISOString(),
      stage: kind,
      revision: revision.number,
      timeliness: revision.timeliness,
      score: revision.evaluation?.total ? Number(revision.evaluation.total) : null,
    },
    ...revision.decisions.map(
      (decision): HistoryEntry => ({
        id: decision.id,
        type: DECIDED[decision.kind],
        at: decision.decidedAt.toISOString(),
        stage: kind,
        revision: revision.number,
        by: decision.deciderName,
        reasons: decision.reasons.map(({ id, text, fieldPath }) => ({
          id,
          text,
          general: fieldPath === null,
        })),
      }),
    ),
  ]);
  return [...handedIn, ...extended];
}

function toGroup(group: RawGroup, scope: ParticipantScope): GroupDto {
  return {
    name: group.name,
    members: group.enrolments.map(({ fullName, isGroupLead, personId }) => ({
      name: fullName,
      isLead: isGroupLead,
      isSelf: personId === scope.personId,
    })),
  };
}

function canOf(snapshot: AssignmentSnapshot, kind: StageKind): StageCan {
  const commands = availableCommands(snapshot, { roles: ["PARTICIPANT"] }).stages[kind];
  const may = (command: StageCommandType) => commands.includes(command);
  return {
    save: may("SAVE_DRAFT"),
    submit: may("SUBMIT"),
    withdraw: may("WITHDRAW"),
    comment: may("COMMENT"),
  };
}
