import "server-only";
import { findTogether } from "@/lib/approval/data";
import type { AloneReason } from "@/lib/approval/model";
import { STAGE_KINDS, type StageKind } from "@/lib/assignment/model";
import type { AssignmentSubject } from "@/lib/assignment/policy";
import { snapshotOf, snapshotSelect, subjectOf } from "@/lib/assignment/record";
import type { Timeliness } from "@/lib/assignment/timeliness";
import {
  type AssignmentSnapshot,
  availableCommands,
  decide,
  previousStage,
  type WorkflowRole,
} from "@/lib/assignment/workflow";
import { findCanned } from "@/lib/canned-comment/data";
import type { CannedComment } from "@/lib/canned-comment/model";
import { gradeBandsSchema } from "@/lib/cohort/schema";
import { workRefusal } from "@/lib/cohort/workflow";
import { draftsOf, leaseSelect, liveLease, toLease, toSavedDrafts } from "@/lib/desk/data";
import { findUnsentOfFacilitator } from "@/lib/device/data";
import { REPORT_LAPSES_HOURS } from "@/lib/device/model";
import { revisionContent, type StageContents } from "@/lib/document/content";
import { type Difference, differences } from "@/lib/document/difference";
import { indexPath } from "@/lib/document/path";
import { prioritisedObstacles } from "@/lib/document/upstream";
import { extensionSelect, toExtensions } from "@/lib/extension/data";
import { arrivedSelect, toArrived } from "@/lib/file/data";
import type { Reader } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/prisma/client";
import {
  type ChainLink,
  COMPARED_MOST,
  type Comparison,
  type FieldChange,
  type FieldRef,
  LONG_WAIT_HOURS,
  QUEUE_PAGE_SIZE,
  type QueueFilter,
  type QueuePlace,
  type QueueRow,
  type QueueTab,
  type Reading,
  type ReviewDto,
  type ReviewQueue,
  type ReviewReason,
  type RevisionRef,
  TAB_STATES,
  type WorkAssessmentDto,
} from "@/lib/review/model";
import type { FacilitatorScope } from "@/lib/review/policy";
import { workScoresSchema } from "@/lib/review/schema";
import { findRubric } from "@/lib/rubric/data";

// The queue --------------------------------------------------------------------------------------

/** Stages of the facilitator's participants that have been submitted at least once. */
function queueRows(scope: FacilitatorScope, search: string): Prisma.Sql {
  const named =
    search === "" ? Prisma.empty : Prisma.sql`AND e.full_name ILIKE ${`%${escapeLike(search)}%`}`;
  return Prisma.sql`
    FROM stages s
    JOIN revisions r ON r.id = s.latest_revision_id
    JOIN assignments a ON a.id = s.assignment_id AND a.cancelled_at IS NULL
    JOIN enrolments e ON e.id = a.enrolment_id AND e.withdrawn_at IS NULL
    JOIN cohorts c ON c.id = a.cohort_id AND c.state <> 'ARCHIVED'
    JOIN agencies y ON y.id = e.agency_id
    JOIN innovations i ON i.id = a.innovation_id
    LEFT JOIN groups g ON g.id = e.group_id
    LEFT JOIN review_drafts d ON d.revision_id = r.id AND d.person_id = ${scope.personId}::uuid
    WHERE e.facilitator_id = ANY(${scope.facilitatorIds}::uuid[])
      AND e.person_id <> ${scope.personId}::uuid
      ${named}`;
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}

function ofStage({ stage }: Pick<QueueFilter, "stage">): Prisma.Sql {
  return stage ? Prisma.sql`AND s.kind = ${stage}::"StageKind"` : Prisma.empty;
}

function ofGroup({ groupId }: Pick<QueueFilter, "groupId">): Prisma.Sql {
  return groupId ? Prisma.sql`AND g.id = ${groupId}::uuid` : Prisma.empty;
}

/** Who has waited longest stands first; what is decided, the latest first. */
const ORDER = {
  waiting: Prisma.sql`s.submitted_at, s.id`,
  returned: Prisma.sql`s.decided_at, s.id`,
  decided: Prisma.sql`s.decided_at DESC, s.id`,
} as const satisfies Record<QueueTab, Prisma.Sql>;

function orderOf({ tab, sort }: Pick<QueueFilter, "tab" | "sort">): Prisma.Sql {
  if (sort === "name") return Prisma.sql`e.full_name, ${ORDER[tab]}`;
  if (sort === null) return ORDER[tab];
  return tab === "waiting"
    ? Prisma.sql`s.submitted_at DESC, s.id DESC`
    : Prisma.sql`s.decided_at DESC, s.id DESC`;
}

interface Facet {
  state: string;
  kind: StageKind;
  groupId: string | null;
  group: string | null;
  cohort: string;
  cohortId: string;
  count: number;
}

interface RawQueueRow {
  assignmentId: string;
  kind: StageKind;
  participant: string;
  agency: string;
  group: string | null;
  innovationCode: string;
  innovationName: string;
  revision: number;
  timeliness: Timeliness;
  submittedAt: Date;
  decidedAt: Date | null;
  reviewBegunAt: Date | null;
  version: number;
  revisionId: string;
  previousApproved: boolean;
  opened: boolean;
  unsent: boolean;
  pendingUntil: Date | null;
  holderId: string | null;
  holderName: string | null;
  timeZone: string;
}

/** One page of a facilitator's queue with the figures of its tabs and filters. Four statements. */
export async function findQueue(
  reader: Reader,
  scope: FacilitatorScope,
  asked: QueueFilter,
  now: Date,
): Promise<ReviewQueue> {
  const unsent = await findUnsentOfFacilitator(reader, scope, now);
  const together = await findTogether(reader, scope.personId, now);
  const facets = await reader.$queryRaw<Facet[]>`
    SELECT s.state::text AS state, s.kind::text AS kind, g.id AS "groupId", g.name AS "group",
      c.name AS cohort, c.id AS "cohortId", count(*)::int AS count
    ${queueRows(scope, asked.search)}
    GROUP BY s.state, s.kind, g.id, g.name, g.sort_order, c.id, c.name, c.starts_on
    ORDER BY c.starts_on DESC, c.name, g.sort_order, g.name`;

  const inTab = facets.filter(({ state }) => state === TAB_STATES[asked.tab]);
  const inGroup = (facet: Facet) => asked.groupId === null || facet.groupId === asked.groupId;
  const inStage = (facet: Facet) => asked.stage === null || facet.kind === asked.stage;
  const total = sum(inTab.filter((facet) => inGroup(facet) && inStage(facet)));
  const pages = Math.max(1, Math.ceil(total / QUEUE_PAGE_SIZE));
  const filter = { ...asked, page: Math.min(asked.page, pages) };

  const rows = await reader.$queryRaw<RawQueueRow[]>`
    SELECT a.id AS "assignmentId", s.kind::text AS kind, e.full_name AS participant,
      y.short_name AS agency, g.name AS "group", i.code AS "innovationCode",
      i.name AS "innovationName", r.number AS revision, r.timeliness::text AS timeliness,
      s.submitted_at AS "submittedAt", s.decided_at AS "decidedAt",
      s.review_begun_at AS "reviewBegunAt", c.time_zone AS "timeZone",
      s.version, r.id AS "revisionId",
      NOT EXISTS (SELECT 1 FROM stages b WHERE b.assignment_id = s.assignment_id
        AND b.kind < s.kind AND b.state <> 'APPROVED') AS "previousApproved",
      d.person_id IS NOT NULL AS opened, d.content IS NOT NULL AS unsent,
      (SELECT p.due_at FROM pending_approvals p WHERE p.stage_id = s.id
        AND p.settled_at IS NULL) AS "pendingUntil",
      (SELECT l.holder_id FROM review_leases l WHERE l.stage_id = s.id
        AND l.revision_id = r.id AND l.expires_at > ${now}) AS "holderId",
      (SELECT l.holder_name FROM review_leases l WHERE l.stage_id = s.id) AS "holderName"
    ${queueRows(scope, filter.search)}
      AND s.state = ${TAB_STATES[filter.tab]}::"StageState" ${ofStage(filter)} ${ofGroup(filter)}
    ORDER BY ${orderOf(filter)}
    LIMIT ${QUEUE_PAGE_SIZE} OFFSET ${(filter.page - 1) * QUEUE_PAGE_SIZE}`;

  const groups = new Map<string, ReviewQueue["groups"][number]>();
  for (const facet of facets) {
    if (facet.groupId === null || facet.group === null) continue;
    const known = groups.get(facet.groupId) ?? {
      id: facet.groupId,
      name: facet.group,
      cohort: facet.cohort,
      count: 0,
    };
    if (facet.state === TAB_STATES[filter.tab] && inStage(facet)) known.count += facet.count;
    groups.set(facet.groupId, known);
  }
  const tabCount = (tab: QueueTab) =>
    sum(
      facets.filter((facet) => facet.state === TAB_STATES[tab] && inGroup(facet) && inStage(facet)),
    );
  return {
    unsent,
    together,
    filter,
    now: now.toISOString(),
    rows: rows.map((row) => toQueueRow(row, scope, filter.tab, now)),
    total,
    pages,
    tabs: {
      waiting: tabCount("waiting"),
      returned: tabCount("returned"),
      decided: tabCount("decided"),
    },
    stages: STAGE_KINDS.map((stage) => ({
      stage,
      count: sum(inTab.filter((facet) => facet.kind === stage && inGroup(facet))),
    })),
    groups: [...groups.values()],
    severalCohorts: new Set(facets.map(({ cohortId }) => cohortId)).size > 1,
  };
}

function sum(facets: readonly { count: number }[]): number {
  return facets.reduce((total, { count }) => total + count, 0);
}

function toQueueRow(row: RawQueueRow, scope: FacilitatorScope, tab: QueueTab, now: Date): QueueRow {
  const waited = now.getTime() - row.submittedAt.getTime();
  const openWith = row.holderId && row.holderId !== scope.personId ? row.holderName : null;
  const { version, revisionId, opened } = row;
  return {
    ...(tab === "waiting" && {
      together: aloneReason(row, openWith) ?? { version, revisionId, opened, unsent: row.unsent },
    }),
    pendingUntil: row.pendingUntil?.toISOString() ?? null,
    assignmentId: row.assignmentId,
    stage: row.kind,
    participant: row.participant,
    agency: row.agency,
    group: row.group,
    innovation: { code: row.innovationCode, name: row.innovationName },
    revision: row.revision,
    timeliness: row.timeliness,
    submittedAt: row.submittedAt.toISOString(),
    decidedAt: row.decidedAt?.toISOString() ?? null,
    reviewBegun: row.reviewBegunAt !== null,
    openWith,
    longWait: tab === "waiting" && waited > LONG_WAIT_HOURS * 3_600_000,
    timeZone: row.timeZone,
  };
}

/** Why a waiting submission cannot be approved with others; the command asks anew. */
function aloneReason(row: RawQueueRow, openWith: string | null): AloneReason | null {
  if (row.pendingUntil) return "pending";
  if (row.kind === "PLAN") return "plan";
  if (!row.previousApproved) return "previous";
  return openWith === null ? null : "leased";
}

interface RawStep {
  here: boolean;
  position: number;
  total: number;
  assignmentId: string;
  kind: StageKind;
  participant: string;
  previousId: string | null;
  previousKind: StageKind | null;
  previousName: string | null;
  nextId: string | null;
  nextKind: StageKind | null;
  nextName: string | null;
}

/** Where a stage stands among those that wait, under the filter its queue was opened with. */
export async function findQueuePlace(
  reader: Reader,
  scope: FacilitatorScope,
  filter: QueueFilter,
  at: { assignmentId: string; stage: StageKind },
): Promise<QueuePlace> {
  const rows = await reader.$queryRaw<RawStep[]>`
    WITH queue AS (
      SELECT a.id AS "assignmentId", s.kind::text AS kind, e.full_name AS participant,
        (row_number() OVER line)::int AS position, (count(*) OVER ())::int AS total,
        lag(a.id) OVER line AS "previousId", lag(s.kind::text) OVER line AS "previousKind",
        lag(e.full_name) OVER line AS "previousName",
        lead(a.id) OVER line AS "nextId", lead(s.kind::text) OVER line AS "nextKind",
        lead(e.full_name) OVER line AS "nextName"
      ${queueRows(scope, filter.search)}
        AND s.state = 'SUBMITTED' ${ofStage(filter)} ${ofGroup(filter)}
      WINDOW line AS (ORDER BY ${orderOf({ ...filter, tab: "waiting" })})
    )
    SELECT *, ("assignmentId" = ${at.assignmentId}::uuid AND kind = ${at.stage}) AS here
    FROM queue
    WHERE position = 1 OR ("assignmentId" = ${at.assignmentId}::uuid AND kind = ${at.stage})`;
  const here = rows.find((row) => row.here);
  const first = rows.find((row) => row.position === 1 && !row.here);
  const step = (id: string | null, kind: StageKind | null, participant: string | null) =>
    id && kind && participant ? { assignmentId: id, stage: kind, participant } : null;
  return {
    position: here?.position ?? null,
    total: here?.total ?? first?.total ?? 0,
    previous: here ? step(here.previousId, here.previousKind, here.previousName) : null,
    next:
      (here && step(here.nextId, here.nextKind, here.nextName)) ??
      (first ? step(first.assignmentId, first.kind, first.participant) : null),
  };
}

// One submission ----------------------------------------------------------------------------------

const revisionSelect = {
  id: true,
  kind: true,
  number: true,
  submittedAt: true,
  timeliness: true,
  upstreamRevisionId: true,
} satisfies Prisma.RevisionSelect;

const reviewSelect = (readerId: string) =>
  ({
    id: true,
    cohortId: true,
    gatePolicy: true,
    cancelledAt: true,
    evaluationRubricId: true,
    transferRubricId: true,
    workRubricId: true,
    cohort: {
      select: { name: true, centerId: true, timeZone: true, gradeBands: true, state: true },
    },
    innovation: {
      select: { id: true, code: true, name: true, hostUnit: { select: { shortName: true } } },
    },
    enrolment: {
      select: {
        id: true,
        personId: true,
        facilitatorId: true,
        fullName: true,
        position: true,
        workUnit: true,
        agency: { select: { name: true } },
        group: { select: { name: true } },
        facilitator: { select: { fullName: true } },
        person: {
          select: {
            deviceReports: {
              select: { drafts: true, photos: true, oldestAt: true, reportedAt: true },
            },
          },
        },
      },
    },
    stages: {
      select: {
        ...snapshotSelect,
        version: true,
        dueAt: true,
        latestRevisionId: true,
        lease: { select: leaseSelect },
        comments: {
          select: {
            id: true,
            fieldPath: true,
            body: true,
            authorId: true,
            authorName: true,
            createdAt: true,
            threadId: true,
            resolution: { select: { resolvedByName: true, resolvedAt: true } },
            revision: { select: { number: true } },
          },
          orderBy: { createdAt: "asc" },
        },
        decisions: {
          select: {
            id: true,
            kind: true,
            deciderName: true,
            decidedAt: true,
            revisionId: true,
            revision: { select: { number: true } },
            reasons: {
              select: { id: true, fieldPath: true, text: true, answer: true },
              orderBy: { sortOrder: "asc" },
            },
          },
          orderBy: { decidedAt: "desc" },
        },
        extensions: { select: extensionSelect },
      },
    },
    revisions: {
      select: { ...revisionSelect, reviewDrafts: draftsOf(readerId) },
      orderBy: { number: "desc" },
    },
    evidenceFiles: arrivedSelect,
    workAssessment: {
      select: { scores: true, total: true, version: true, savedAt: true, finalizedAt: true },
    },
  }) satisfies Prisma.AssignmentSelect;

type RawReview = Prisma.AssignmentGetPayload<{ select: ReturnType<typeof reviewSelect> }>;
type RawStage = RawReview["stages"][number];
type RawRevision = RawReview["revisions"][number];

export interface ReviewRecord {
  raw: RawReview;
  subject: AssignmentSubject;
  snapshot: AssignmentSnapshot;
}

/** An assignment with what was submitted, said and decided. Whoever asks must compare `rolesOn`. */
export async function findReviewRecord(
  reader: Reader,
  assignmentId: string,
  readerId: string,
  now: Date,
): Promise<ReviewRecord | null> {
  const raw = await reader.assignment.findUnique({
    where: { id: assignmentId },
    select: reviewSelect(readerId),
  });
  if (!raw) return null;
  return {
    raw,
    subject: subjectOf(raw),
    snapshot: snapshotOf(raw, now),
  };
}

function stageOf(raw: RawReview, kind: StageKind): RawStage {
  const stage = raw.stages.find((row) => row.kind === kind);
  if (!stage) throw new Error(`assignment ${raw.id} has no ${kind} stage`);
  return stage;
}

export interface ReviewQuestion {
  stage: StageKind;
  /** Number of the revision to show; the latest when absent. */
  revision: number | null;
  readerId: string;
  readerIs: ReviewDto["readerIs"];
  roles: readonly WorkflowRole[];
  queue: QueuePlace | null;
  now: Date;
}

/**
 * A submission as the review desk shows it, or null when the revision asked for does not exist.
 * At most five statements, however long the history.
 */
export async function readReview(
  reader: Reader,
  record: ReviewRecord,
  question: ReviewQuestion,
): Promise<ReviewDto | null> {
  const { raw, snapshot } = record;
  const { stage: kind, roles, now } = question;
  const stage = stageOf(raw, kind);
  const revisions = raw.revisions.filter((revision) => revision.kind === kind);
  const shown =
    question.revision === null
      ? revisions.find(({ id }) => id === stage.latestRevisionId)
      : revisions.find(({ number }) => number === question.revision);
  if (question.revision !== null && !shown) return null;

  // Of what was decided on, only what a reason points into is compared with what stands now.
  const compared = stage.decisions.filter(({ reasons }) =>
    reasons.some(({ fieldPath }) => fieldPath !== null),
  );
  const seen = shown ? lastSeen(revisions, stage, shown) : null;
  const contents = await findContents(
    reader,
    shown
      ? [
          shown.id,
          shown.upstreamRevisionId,
          seen?.id ?? null,
          ...compared.map(({ revisionId }) => revisionId),
        ]
      : [],
  );
  const reading = shown ? await readDocument(reader, raw, shown, contents, now) : null;
  const document = reading?.document;

  const isLatest = shown !== undefined && shown.id === stage.latestRevisionId;
  const commands = availableCommands(snapshot, { roles }).stages[kind];
  const approval = decide(snapshot, { type: "APPROVE", stage: kind }, { roles });
  const decidable = isLatest && stage.state === "SUBMITTED" && commands.includes("RETURN");
  return {
    assignmentId: raw.id,
    stage: kind,
    version: stage.version,
    state: stage.state,
    paused: isPaused(stage),
    cancelled: raw.cancelledAt !== null,
    closed: workRefusal(raw.cohort.state) !== null,
    dueAt: stage.dueAt.toISOString(),
    hardCloseAt: stage.hardCloseAt?.toISOString() ?? null,
    now: now.toISOString(),
    timeZone: raw.cohort.timeZone,
    readerId: question.readerId,
    readerIs: question.readerIs,
    participant: {
      name: raw.enrolment.fullName,
      position: raw.enrolment.position,
      workUnit: raw.enrolment.workUnit,
      agency: raw.enrolment.agency.name,
      group: raw.enrolment.group?.name ?? null,
    },
    facilitator: raw.enrolment.facilitator?.fullName ?? null,
    unsent: unsentOf(raw.enrolment.person.deviceReports, now),
    innovation: {
      id: raw.innovation.id,
      code: raw.innovation.code,
      name: raw.innovation.name,
      owner: raw.innovation.hostUnit.shortName,
    },
    cohort: {
      id: raw.cohortId,
      name: raw.cohort.name,
      gradeBands: gradeBandsSchema.parse(raw.cohort.gradeBands),
    },
    stages: STAGE_KINDS.map((each) => {
      const row = stageOf(raw, each);
      return {
        stage: each,
        state: row.state,
        paused: isPaused(row),
        submitted: row.latestRevisionId !== null,
      };
    }),
    revisions: revisions.map(toRevisionRef),
    revision: shown ? toRevisionRef(shown) : null,
    isLatest,
    reading,
    chain: chainOf(raw, kind, shown),
    compared: seen && comparison(seen.number, contents.get(seen.id), document),
    comments: stage.comments.map((comment) => ({
      id: comment.id,
      field: fieldRef(document, comment.fieldPath),
      body: comment.body,
      author: comment.authorName,
      byParticipant: comment.authorId === raw.enrolment.personId,
      at: comment.createdAt.toISOString(),
      revision: comment.revision.number,
      threadId: comment.threadId,
      resolved: comment.resolution && {
        by: comment.resolution.resolvedByName,
        at: comment.resolution.resolvedAt.toISOString(),
      },
    })),
    decisions: stage.decisions.map((decision) => ({
      id: decision.id,
      kind: decision.kind,
      decider: decision.deciderName,
      at: decision.decidedAt.toISOString(),
      revision: decision.revision.number,
      reasons: decision.reasons.map((reason) => ({
        id: reason.id,
        field: fieldRef(document, reason.fieldPath),
        text: reason.text,
        answered: reason.answer !== null,
        ...(shown && shown.number > decision.revision.number
          ? sinceThen(contents.get(decision.revisionId), document, reason.fieldPath)
          : UNTOLD),
      })),
    })),
    extensions: toExtensions(kind, stage.extensions),
    can: {
      comment: shown !== undefined && commands.includes("COMMENT"),
      settle: commands.includes("COMMENT") && roles.includes("FACILITATOR"),
      return: decidable,
      approve: decidable && approval.ok,
      reopen: isLatest && commands.includes("REOPEN"),
      assessWork: availableCommands(snapshot, { roles }).assessWork && !isFinal(raw),
    },
    approveRefusal: decidable && !approval.ok ? approval.reason : null,
    lease:
      stage.state === "SUBMITTED"
        ? toLease(liveLease(stage.lease, stage.latestRevisionId, now), question.readerId)
        : null,
    saved: revisions.map(({ id, reviewDrafts }) => toSavedDrafts(id, reviewDrafts[0])),
    canned: await readCanned(reader, raw, question),
    work: await readWork(reader, raw),
    queue: question.queue,
  };
}

/** For whoever writes on a desk; who only reads is told none. */
async function readCanned(
  reader: Reader,
  raw: RawReview,
  { roles, readerId }: ReviewQuestion,
): Promise<CannedComment[]> {
  const organizes = roles.includes("ORGANIZER");
  if (!organizes && !roles.includes("FACILITATOR")) return [];
  return findCanned(reader, raw.cohortId, { personId: readerId, organizes });
}

/** What a person's phones hold together, as far as they said so of late. */
function unsentOf(
  reports: RawReview["enrolment"]["person"]["deviceReports"],
  now: Date,
): ReviewDto["unsent"] {
  const lapsed = now.getTime() - REPORT_LAPSES_HOURS * 3_600_000;
  const fresh = reports.filter(({ reportedAt }) => reportedAt.getTime() >= lapsed);
  if (fresh.length === 0) return null;
  return {
    drafts: fresh.reduce((total, { drafts }) => total + drafts, 0),
    photos: fresh.reduce((total, { photos }) => total + photos, 0),
    oldestAt: new Date(Math.min(...fresh.map(({ oldestAt }) => oldestAt.getTime()))).toISOString(),
  };
}

function isPaused(stage: Pick<RawStage, "state" | "resumeState">): boolean {
  return stage.state === "LOCKED" && stage.resumeState !== null;
}

/** The scores of the work are final while the plan is approved. */
function isFinal(raw: RawReview): boolean {
  return stageOf(raw, "PLAN").state === "APPROVED";
}

function toRevisionRef(revision: RawRevision): RevisionRef {
  return {
    id: revision.id,
    number: revision.number,
    submittedAt: revision.submittedAt.toISOString(),
    timeliness: revision.timeliness,
  };
}

type Contents = Map<string, Prisma.JsonValue>;

/** The frozen documents of revisions, by id. */
export async function findContents(reader: Reader, ids: (string | null)[]): Promise<Contents> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await reader.revision.findMany({
    where: { id: { in: wanted } },
    select: { id: true, content: true },
  });
  return new Map(rows.map(({ id, content }) => [id, content]));
}

/** The document with what it was built on: the revision of the stage before, not its latest. */
export async function readDocument(
  reader: Reader,
  raw: Pick<RawReview, "id" | "evaluationRubricId" | "transferRubricId" | "evidenceFiles">,
  revision: Pick<RawRevision, "id" | "kind" | "upstreamRevisionId">,
  contents: Contents,
  now: Date,
): Promise<Reading> {
  const content = contents.get(revision.id) ?? null;
  const upstream = <Kind extends StageKind>(kind: Kind): StageContents[Kind] | null => {
    const before = revision.upstreamRevisionId && contents.get(revision.upstreamRevisionId);
    return before ? revisionContent(kind, before) : null;
  };
  switch (revision.kind) {
    case "EVALUATE": {
      const document = revisionContent("EVALUATE", content);
      const named = new Set(
        document.evidence.flatMap((item) => ("file" in item && item.file ? [item.file.hash] : [])),
      );
      return {
        kind: "EVALUATE",
        document,
        context: { rubric: await findRubric(reader, raw.evaluationRubricId) },
        // What else has arrived belongs to the draft, which is its author's until it is sent.
        files: toArrived(
          raw.evidenceFiles.filter(({ hash }) => named.has(hash)),
          raw.id,
          now,
        ),
      };
    }
    case "OBSTACLES": {
      const evaluation = upstream("EVALUATE");
      return {
        kind: "OBSTACLES",
        document: revisionContent("OBSTACLES", content),
        context: {
          rubric: await findRubric(reader, raw.evaluationRubricId),
          evaluation: { evidence: evaluation?.evidence ?? [], scores: evaluation?.scores ?? [] },
        },
      };
    }
    case "SOLUTION": {
      const document = revisionContent("SOLUTION", content);
      const obstacles = upstream("OBSTACLES");
      const sources = document.groups.flatMap((group) =>
        group.alternatives.flatMap(({ sourceInnovationId }) => sourceInnovationId ?? []),
      );
      const innovations = await reader.innovation.findMany({
        where: { id: { in: [...new Set(sources)] } },
        select: { id: true, code: true, name: true },
      });
      return {
        kind: "SOLUTION",
        document,
        context: { obstacles: prioritisedObstacles(obstacles), innovations },
      };
    }
    case "PLAN": {
      const document = revisionContent("PLAN", content);
      const agency = await reader.agency.findUnique({
        where: { id: document.agencyId },
        select: { name: true },
      });
      return {
        kind: "PLAN",
        document,
        context: {
          solutions: (upstream("SOLUTION")?.groups ?? []).flatMap((group) =>
            group.alternatives.map(({ id, title }) => ({ id, title })),
          ),
          agencyName: agency?.name ?? "",
          transferRubric: await findRubric(reader, raw.transferRubricId),
        },
      };
    }
  }
}

/** The revisions of the earlier stages that this one was built on, step by step, the first first. */
function chainOf(raw: RawReview, kind: StageKind, shown: RawRevision | undefined): ChainLink[] {
  const byId = new Map(raw.revisions.map((revision) => [revision.id, revision]));
  const chain: ChainLink[] = [];
  let upstreamId = shown?.upstreamRevisionId ?? null;
  for (let before = previousStage(kind); before; before = previousStage(before)) {
    const latestId = stageOf(raw, before).latestRevisionId;
    // Nothing is on the screen yet: lead to what stands.
    const revision = byId.get((shown ? upstreamId : latestId) ?? "");
    chain.unshift({
      stage: before,
      revision: revision?.number ?? null,
      outdated: revision !== undefined && revision.id !== latestId,
    });
    upstreamId = revision?.upstreamRevisionId ?? null;
  }
  return chain;
}

function fieldRef(document: unknown, stable: string | null): FieldRef | null {
  return stable === null ? null : { stable, path: indexPath(document, stable) };
}

type Since = Pick<ReviewReason, "since" | "changes">;

const UNTOLD: Since = { since: null, changes: [] };

/** What has become of a place between the revision a reason was given on and a later one. */
function sinceThen(before: unknown, after: unknown, stable: string | null): Since {
  if (stable === null || before === undefined) return UNTOLD;
  const then = indexPath(before, stable);
  const now = indexPath(after, stable);
  if (now === null) return { since: "gone", changes: [] };
  if (then === null) return { since: "changed", changes: [] };
  const found = differences(valueAt(before, then), valueAt(after, now));
  return {
    since: found.length > 0 ? "changed" : "same",
    changes: found.map((difference): FieldChange => {
      const inside = difference.path === "" ? "" : `.${difference.path}`;
      return toChange(difference, `${difference.kind === "removed" ? then : now}${inside}`);
    }),
  };
}

function toChange(difference: Difference, path: string): FieldChange {
  return {
    kind: difference.kind,
    path,
    before: "before" in difference ? ownWords(difference.before) : null,
  };
}

/**
 * The revision before the one on the screen that the reader knows: the last that they opened, else the
 * last that was decided on, else the one before. Null for the first.
 */
function lastSeen(
  revisions: readonly RawRevision[],
  stage: RawStage,
  shown: RawRevision,
): RawRevision | null {
  const decided = new Set(stage.decisions.map(({ revisionId }) => revisionId));
  const earlier = revisions.filter(({ number }) => number < shown.number);
  return (
    earlier.find(({ reviewDrafts }) => reviewDrafts.length > 0) ??
    earlier.find(({ id }) => decided.has(id)) ??
    earlier[0] ??
    null
  );
}

/** What is different from an earlier revision, as far as a list of it can be read. */
function comparison(number: number, before: unknown, after: unknown): Comparison {
  const found = differences(before, after);
  return {
    number,
    total: found.length,
    changes: found.slice(0, COMPARED_MOST).map((each) => toChange(each, each.path)),
  };
}

/** Text of the author's own or a figure; codes, references and dates are none. */
function ownWords(value: unknown): string | number | null {
  if (typeof value === "number") return value;
  if (typeof value !== "string" || value === "") return null;
  return /^[A-Z][A-Z\d_]*$/.test(value) || UUID.test(value) || DATE.test(value) ? null : value;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const DATE = /^\d{4}-\d\d-\d\d$/;

function valueAt(document: unknown, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>(
      (place, key) =>
        typeof place === "object" && place !== null
          ? (place as Record<string, unknown>)[key]
          : undefined,
      document,
    );
}

async function readWork(reader: Reader, raw: RawReview): Promise<WorkAssessmentDto> {
  const rubric = await findRubric(reader, raw.workRubricId);
  const saved = raw.workAssessment;
  const given = new Map(
    (saved ? workScoresSchema.parse(saved.scores) : []).map((score) => [score.criterionId, score]),
  );
  return {
    rubric,
    version: saved?.version ?? 0,
    scores: rubric.criteria.map(
      ({ id }) => given.get(id) ?? { criterionId: id, value: null, note: "" },
    ),
    total: saved?.total?.toNumber() ?? null,
    savedAt: saved?.savedAt.toISOString() ?? null,
    finalizedAt: saved?.finalizedAt?.toISOString() ?? null,
  };
}
