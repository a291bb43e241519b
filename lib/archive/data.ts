import "server-only";
import { listExplained } from "@/lib/allocation/data";
import {
  type ArchiveDownload,
  type ArchivedRubric,
  type ArchiveHead,
  type ArchiveRow,
  type ArchiveTable,
  type ArchiveTableName,
  slug,
} from "@/lib/archive/model";
import type { AuthorizedOrganizing } from "@/lib/cohort/policy";
import { maskIdNumber } from "@/lib/enrolment/civil-servant";
import { archivedName } from "@/lib/file/label";
import type { LeavingFile } from "@/lib/file/model";
import { isoDate } from "@/lib/platform/clock";
import type { Reader } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { workScoresSchema } from "@/lib/review/schema";
import { levelsSchema } from "@/lib/rubric/schema";

const named = (person: { fullName: string; rosterNumber: number }) => ({
  roster_number: person.rosterNumber,
  participant: person.fullName,
});
const iso = (at: Date | null) => at?.toISOString() ?? null;

/**
 * Everything of a cohort but the documents of its revisions. To be read in one transaction, so that
 * all of it is of one moment.
 *
 * @param withNumbers whether civil-servant numbers stand in full; otherwise they are masked, and what
 *   documents say of others is left out where they are written
 * @param takerId who takes it; of grades of their own work it tells nothing
 */
export async function readArchive(
  reader: Reader,
  { cohortId }: AuthorizedOrganizing,
  { withNumbers, takerId }: { withNumbers: boolean; takerId: string },
): Promise<ArchiveHead> {
  const cohort = await reader.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: {
      id: true,
      program: true,
      name: true,
      regulationRef: true,
      startsOn: true,
      endsOn: true,
      timeZone: true,
      gatePolicy: true,
      gradeBands: true,
      spreadThreshold: true,
      state: true,
      createdAt: true,
      evaluationRubricId: true,
      transferRubricId: true,
      workRubricId: true,
      center: { select: { name: true } },
      groups: { orderBy: { sortOrder: "asc" }, select: { name: true } },
      visits: {
        orderBy: { startsOn: "asc" },
        select: {
          mode: true,
          startsOn: true,
          endsOn: true,
          hostRegion: { select: { name: true } },
        },
      },
    },
  });
  const people = await readPeople(reader, cohortId, withNumbers);
  const assignments = await readAssignments(reader, cohortId);
  const revisions = await readRevisions(reader, cohortId);
  const files = await readFiles(reader, cohortId);
  const rubrics = await readRubrics(reader, cohortId, [
    cohort.evaluationRubricId,
    cohort.transferRubricId,
    cohort.workRubricId,
  ]);
  return {
    cohort: {
      ...cohort,
      startsOn: isoDate(cohort.startsOn),
      endsOn: isoDate(cohort.endsOn),
      center: cohort.center.name,
      groups: cohort.groups.map(({ name }) => name),
      visits: cohort.visits.map(({ hostRegion, startsOn, endsOn, mode }) => ({
        hostRegion: hostRegion.name,
        mode,
        startsOn: isoDate(startsOn),
        endsOn: isoDate(endsOn),
      })),
    },
    people: people.rows.length,
    withNumbers,
    rubrics,
    revisions: revisions.map(({ id, path }) => ({ id, path })),
    files: [
      ...new Map(
        files
          .filter(({ state }) => state !== "UNREADABLE")
          .map(({ hash, kind }) => [hash, { hash, kind }]),
      ).values(),
    ],
    tables: [
      people,
      assignments,
      table(
        "revisions",
        revisions.map(({ row }) => row),
      ),
      await readScores(reader, cohortId),
      await readDecisions(reader, cohortId),
      await readComments(reader, cohortId),
      await readWorkScores(reader, cohortId, takerId),
      await readSecondScores(reader, cohortId, takerId),
      await readModerations(reader, cohortId, takerId),
      await readExtensions(reader, cohortId),
      await readWishes(reader, cohortId),
      await readAllocations(reader, cohortId),
      await readTemplates(reader, cohortId),
      await readCannedComments(reader, cohortId),
      await readReleasedFindings(reader, cohortId),
      await readHostResponses(reader, cohortId),
      await readInnovations(reader, cohortId),
      await readAgenda(reader, cohortId),
      await readAttendance(reader, cohortId),
      table(
        "files",
        files.map(({ hash, kind, state, assignmentId, size, arrivedAt, ...person }) => ({
          assignment_id: assignmentId,
          ...named(person),
          content_sha256: hash,
          // How large a picture is kept, nobody knows before it is drawn: it is then for this archive.
          size: state === "WAITING" ? null : size,
          arrived_at: iso(arrivedAt),
          file: state === "UNREADABLE" ? null : archivedName(hash, kind),
        })),
      ),
    ],
  };
}

/** The documents of some revisions, as they were handed in. */
export async function readDocuments(
  reader: Reader,
  revisionIds: readonly string[],
): Promise<Map<string, { contentHash: string; content: unknown }>> {
  const rows = await reader.revision.findMany({
    where: { id: { in: [...revisionIds] } },
    select: { id: true, contentHash: true, content: true },
  });
  return new Map(rows.map(({ id, ...document }) => [id, document]));
}

/** Who took the archive of a cohort, the latest ten. */
export async function listDownloads(
  reader: Reader,
  { cohortId }: AuthorizedOrganizing,
): Promise<ArchiveDownload[]> {
  const events = await reader.auditEvent.findMany({
    where: {
      cohortId,
      type: "export.read",
      payload: { path: ["what"], string_starts_with: "cohort_archive" },
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 10,
    select: { at: true, actorId: true, payload: true },
  });
  const people = await reader.person.findMany({
    where: { id: { in: events.flatMap(({ actorId }) => actorId ?? []) } },
    select: { id: true, displayName: true },
  });
  const names = new Map(people.map(({ id, displayName }) => [id, displayName]));
  return events.map(({ at, actorId, payload }) => ({
    at,
    name: (actorId && names.get(actorId)) || null,
    withNumbers: (payload as { what?: string } | null)?.what === "cohort_archive_with_numbers",
  }));
}

/** Columns are those of the rows; a table without rows is named and empty. */
function table(name: ArchiveTableName, rows: readonly ArchiveRow[]): ArchiveTable {
  return { name, columns: Object.keys(rows[0] ?? {}), rows };
}

async function readPeople(
  reader: Reader,
  cohortId: string,
  withNumbers: boolean,
): Promise<ArchiveTable> {
  const rows = await reader.enrolment.findMany({
    where: { cohortId },
    orderBy: [{ role: "asc" }, { rosterNumber: "asc" }],
    select: {
      id: true,
      role: true,
      rosterNumber: true,
      fullName: true,
      idType: true,
      idNumber: true,
      email: true,
      workUnit: true,
      position: true,
      grade: true,
      isGroupLead: true,
      acceptedAt: true,
      withdrawnAt: true,
      agency: { select: { name: true } },
      group: { select: { name: true } },
      facilitator: { select: { fullName: true } },
    },
  });
  return table(
    "people",
    rows.map((row) => ({
      enrolment_id: row.id,
      role: row.role,
      roster_number: row.rosterNumber,
      full_name: row.fullName,
      id_type: row.idType,
      id_number: row.idNumber && (withNumbers ? row.idNumber : maskIdNumber(row.idNumber)),
      email: row.email,
      agency: row.agency.name,
      work_unit: row.workUnit,
      position: row.position,
      grade: row.grade,
      group: row.group?.name ?? null,
      group_lead: row.isGroupLead,
      facilitator: row.facilitator?.fullName ?? null,
      accepted_at: iso(row.acceptedAt),
      withdrawn_at: iso(row.withdrawnAt),
    })),
  );
}

interface CohortFile extends LeavingFile {
  assignmentId: string;
  fullName: string;
  rosterNumber: number;
  state: "WAITING" | "KEPT" | "UNREADABLE";
  /** Bytes as it is kept; as it was sent, while it waits. */
  size: number;
  arrivedAt: Date;
}

/** The files that were handed in with revisions and have arrived. */
async function readFiles(reader: Reader, cohortId: string): Promise<CohortFile[]> {
  return reader.$queryRaw<CohortFile[]>`
    SELECT f.hash, s.kind::text AS kind, s.state::text AS state, s.size, f.arrived_at AS "arrivedAt",
           a.id AS "assignmentId", e.full_name AS "fullName", e.roster_number AS "rosterNumber"
    FROM assignments a
    JOIN enrolments e ON e.id = a.enrolment_id
    JOIN evidence_files f ON f.assignment_id = a.id
    JOIN stored_files s ON s.hash = f.hash
    WHERE a.cohort_id = ${cohortId}::uuid AND EXISTS (
      SELECT 1 FROM revisions r WHERE r.assignment_id = a.id AND r.kind = 'EVALUATE'
        AND r.content -> 'evidence'
          @> jsonb_build_array(jsonb_build_object('file', jsonb_build_object('hash', f.hash))))
    ORDER BY e.roster_number, a.id, f.arrived_at, f.hash`;
}

const participant = {
  select: { fullName: true, rosterNumber: true },
} satisfies Prisma.EnrolmentDefaultArgs;
const innovation = { select: { code: true, name: true } } satisfies Prisma.InnovationDefaultArgs;

async function readAssignments(reader: Reader, cohortId: string): Promise<ArchiveTable> {
  const rows = await reader.assignment.findMany({
    where: { cohortId },
    orderBy: [{ enrolment: { rosterNumber: "asc" } }, { createdAt: "asc" }, { id: "asc" }],
    select: {
      id: true,
      enrolmentId: true,
      gatePolicy: true,
      createdAt: true,
      cancelledAt: true,
      cancelReason: true,
      templateName: true,
      enrolment: participant,
      innovation,
      stages: {
        orderBy: { kind: "asc" },
        select: { kind: true, state: true, dueAt: true, submittedAt: true, decidedAt: true },
      },
    },
  });
  return table(
    "assignments",
    rows.flatMap((row) =>
      row.stages.map((stage) => ({
        assignment_id: row.id,
        enrolment_id: row.enrolmentId,
        ...named(row.enrolment),
        innovation_code: row.innovation.code,
        innovation: row.innovation.name,
        gate_policy: row.gatePolicy,
        created_at: iso(row.createdAt),
        cancelled_at: iso(row.cancelledAt),
        cancel_reason: row.cancelReason,
        template: row.templateName,
        stage: stage.kind,
        state: stage.state,
        due_at: iso(stage.dueAt),
        submitted_at: iso(stage.submittedAt),
        decided_at: iso(stage.decidedAt),
      })),
    ),
  );
}

const revisionHead = {
  id: true,
  kind: true,
  number: true,
  assignment: { select: { id: true, enrolment: participant, innovation } },
} satisfies Prisma.RevisionSelect;

type RevisionHead = Prisma.RevisionGetPayload<{ select: typeof revisionHead }>;

function placed({ id, kind, number, assignment }: RevisionHead) {
  return {
    revision_id: id,
    assignment_id: assignment.id,
    ...named(assignment.enrolment),
    innovation_code: assignment.innovation.code,
    stage: kind,
    revision: number,
  };
}

async function readRevisions(reader: Reader, cohortId: string) {
  const rows = await reader.revision.findMany({
    where: { assignment: { cohortId } },
    orderBy: [{ assignment: { enrolment: { rosterNumber: "asc" } } }, { id: "asc" }],
    select: {
      ...revisionHead,
      submittedAt: true,
      timeliness: true,
      contentHash: true,
      upstreamRevisionId: true,
    },
  });
  const taken = new Set<string>();
  return rows.map((row) => {
    const { enrolment, innovation: about } = row.assignment;
    const who = `${String(enrolment.rosterNumber).padStart(3, "0")}-${slug(enrolment.fullName)}`;
    const folder = `work/${who}/${slug(about.code)}`;
    const file = `${folder}/${row.kind.toLowerCase()}-${row.number}`;
    // Two of one name: the id tells them apart.
    const path = taken.has(file) ? `${file}-${row.id}.json` : `${file}.json`;
    taken.add(file);
    return {
      id: row.id,
      path,
      row: {
        ...placed(row),
        submitted_at: iso(row.submittedAt),
        timeliness: row.timeliness,
        content_sha256: row.contentHash,
        built_on_revision: row.upstreamRevisionId,
        file: path,
      },
    };
  });
}

async function readScores(reader: Reader, cohortId: string): Promise<ArchiveTable> {
  const rows = await reader.criterionScore.findMany({
    where: { revision: { assignment: { cohortId } } },
    orderBy: [{ revisionId: "asc" }, { criterion: { sortOrder: "asc" } }],
    select: {
      value: true,
      criterion: { select: { code: true, labelId: true, weight: true } },
      revision: { select: { ...revisionHead, evaluation: { select: { total: true } } } },
    },
  });
  return table(
    "scores",
    rows.map(({ value, criterion, revision }) => ({
      ...placed(revision),
      criterion_code: criterion.code,
      criterion: criterion.labelId,
      weight: criterion.weight,
      value,
      total: revision.evaluation?.total?.toNumber() ?? null,
    })),
  );
}

async function readDecisions(reader: Reader, cohortId: string): Promise<ArchiveTable> {
  const rows = await reader.reviewDecision.findMany({
    where: { revision: { assignment: { cohortId } } },
    orderBy: [{ decidedAt: "asc" }, { id: "asc" }],
    select: {
      kind: true,
      deciderName: true,
      decidedAt: true,
      revision: { select: revisionHead },
      reasons: { orderBy: { sortOrder: "asc" }, select: { fieldPath: true, text: true } },
    },
  });
  return table(
    "decisions",
    rows.flatMap(({ kind, deciderName, decidedAt, revision, reasons }) =>
      (reasons.length > 0 ? reasons : [{ fieldPath: null, text: null }]).map((reason) => ({
        ...placed(revision),
        decision: kind,
        decided_by: deciderName,
        decided_at: iso(decidedAt),
        field: reason.fieldPath,
        reason: reason.text,
      })),
    ),
  );
}

async function readComments(reader: Reader, cohortId: string): Promise<ArchiveTable> {
  const rows = await reader.comment.findMany({
    where: { revision: { assignment: { cohortId } } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: {
      fieldPath: true,
      body: true,
      authorName: true,
      createdAt: true,
      revision: { select: revisionHead },
    },
  });
  return table(
    "comments",
    rows.map(({ revision, ...comment }) => ({
      ...placed(revision),
      author: comment.authorName,
      written_at: iso(comment.createdAt),
      field: comment.fieldPath,
      comment: comment.body,
    })),
  );
}

/** Of whose works the archive tells nothing: those of whoever takes it. */
const notOwn = (cohortId: string, takerId: string) => ({
  cohortId,
  enrolment: { personId: { not: takerId } },
});

const scoredWork = {
  select: {
    id: true,
    enrolment: participant,
    innovation,
    workRubric: {
      select: { criteria: { select: { id: true, code: true, labelId: true, weight: true } } },
    },
    workAssessment: { select: { finalizedAt: true } },
    secondRating: { select: { finalizedAt: true } },
  },
} satisfies Prisma.AssignmentDefaultArgs;

type ScoredWork = Prisma.AssignmentGetPayload<typeof scoredWork>;

/** Of two raters nothing is told before both have finished, as on the page of grades. */
const isTold = ({ workAssessment, secondRating }: ScoredWork) =>
  !secondRating || Boolean(workAssessment?.finalizedAt && secondRating.finalizedAt);

function scoreRows(
  work: ScoredWork,
  given: {
    scores: unknown;
    total: Prisma.Decimal | null;
    savedAt: Date | null;
    finalizedAt: Date | null;
  },
): ArchiveRow[] {
  const criteria = new Map(work.workRubric.criteria.map((entry) => [entry.id, entry]));
  return workScoresSchema.parse(given.scores).map(({ criterionId, value, note }) => ({
    assignment_id: work.id,
    ...named(work.enrolment),
    innovation_code: work.innovation.code,
    criterion_code: criteria.get(criterionId)?.code ?? null,
    criterion: criteria.get(criterionId)?.labelId ?? null,
    weight: criteria.get(criterionId)?.weight ?? null,
    value,
    note,
    total: given.total?.toNumber() ?? null,
    saved_at: iso(given.savedAt),
    final_at: iso(given.finalizedAt),
  }));
}

const byParticipant = [
  { assignment: { enrolment: { rosterNumber: "asc" } } },
  { assignmentId: "asc" },
] as const;

async function readWorkScores(
  reader: Reader,
  cohortId: string,
  takerId: string,
): Promise<ArchiveTable> {
  const rows = await reader.workAssessment.findMany({
    where: { assignment: notOwn(cohortId, takerId) },
    orderBy: [...byParticipant],
    select: {
      scores: true,
      total: true,
      savedAt: true,
      finalizedAt: true,
      assignment: scoredWork,
    },
  });
  const told = rows.filter(({ assignment }) => isTold(assignment));
  return table(
    "work-scores",
    told.flatMap(({ assignment, ...given }) => scoreRows(assignment, given)),
  );
}

async function readSecondScores(
  reader: Reader,
  cohortId: string,
  takerId: string,
): Promise<ArchiveTable> {
  const rows = await reader.secondRating.findMany({
    where: { assignment: notOwn(cohortId, takerId) },
    orderBy: [...byParticipant],
    select: {
      scores: true,
      total: true,
      savedAt: true,
      finalizedAt: true,
      rater: { select: { fullName: true } },
      assignment: scoredWork,
    },
  });
  const told = rows.filter(({ assignment }) => isTold(assignment));
  return table(
    "second-scores",
    told.flatMap(({ assignment, rater, ...given }) =>
      scoreRows(assignment, given).map((row) => ({ ...row, rater: rater.fullName })),
    ),
  );
}

async function readModerations(
  reader: Reader,
  cohortId: string,
  takerId: string,
): Promise<ArchiveTable> {
  const rows = await reader.gradeModeration.findMany({
    where: { assignment: notOwn(cohortId, takerId) },
    orderBy: [...byParticipant, { decidedAt: "asc" }],
    select: {
      score: true,
      reason: true,
      deciderName: true,
      decidedAt: true,
      primaryVersion: true,
      secondVersion: true,
      assignment: { select: { id: true, enrolment: participant, innovation } },
    },
  });
  return table(
    "moderations",
    rows.map(({ assignment, score, reason, deciderName, decidedAt, ...versions }) => ({
      assignment_id: assignment.id,
      ...named(assignment.enrolment),
      innovation_code: assignment.innovation.code,
      score: score.toNumber(),
      reason,
      by: deciderName,
      at: iso(decidedAt),
      first_version: versions.primaryVersion,
      second_version: versions.secondVersion,
    })),
  );
}

async function readExtensions(reader: Reader, cohortId: string): Promise<ArchiveTable> {
  const rows = await reader.extendedStage.findMany({
    where: { extension: { cohortId } },
    orderBy: [{ extension: { grantedAt: "asc" } }, { extensionId: "asc" }, { stageId: "asc" }],
    select: {
      dueFrom: true,
      dueTo: true,
      extension: { select: { id: true, reason: true, granterName: true, grantedAt: true } },
      stage: {
        select: { kind: true, assignment: { select: { id: true, enrolment: participant } } },
      },
    },
  });
  return table(
    "extensions",
    rows.map(({ dueFrom, dueTo, extension, stage }) => ({
      extension_id: extension.id,
      assignment_id: stage.assignment.id,
      ...named(stage.assignment.enrolment),
      stage: stage.kind,
      due_from: iso(dueFrom),
      due_to: iso(dueTo),
      reason: extension.reason,
      by: extension.granterName,
      at: iso(extension.grantedAt),
    })),
  );
}

/** What participants would like, and what staff said of somebody and a place. */
async function readWishes(reader: Reader, cohortId: string): Promise<ArchiveTable> {
  const rows = await reader.allocationMark.findMany({
    where: { cohortId },
    orderBy: [
      { enrolment: { rosterNumber: "asc" } },
      { kind: "asc" },
      { rank: "asc" },
      { id: "asc" },
    ],
    select: {
      enrolmentId: true,
      kind: true,
      rank: true,
      enrolment: participant,
      innovation: { select: { code: true } },
      facilitator: { select: { fullName: true } },
      group: { select: { name: true } },
    },
  });
  return table(
    "wishes",
    rows.map((row) => ({
      enrolment_id: row.enrolmentId,
      ...named(row.enrolment),
      said: row.kind,
      rank: row.rank,
      place_kind: row.innovation ? "INNOVATION" : row.facilitator ? "FACILITATOR" : "GROUP",
      place: row.innovation?.code ?? row.facilitator?.fullName ?? row.group?.name ?? null,
    })),
  );
}

/** Each allocation that was carried out, person by person, with the codes of why. */
async function readAllocations(reader: Reader, cohortId: string): Promise<ArchiveTable> {
  const rows = await listExplained(reader, { cohortIds: [cohortId] });
  return table(
    "allocations",
    rows.map((row) => ({
      allocation_id: row.allocationId,
      kind: row.kind,
      applied_at: iso(row.appliedAt),
      applied_by: row.appliedBy,
      undone_at: iso(row.undoneAt),
      undone_by: row.undoneBy,
      enrolment_id: row.enrolmentId,
      roster_number: row.rosterNumber,
      participant: row.participant,
      place: row.place,
      moved: row.moved,
      reason: row.reason,
      rank: row.rank,
      missed: row.missed.map(({ place, why }) => `${place ?? ""}: ${why}`).join("; ") || null,
    })),
  );
}

async function readReleasedFindings(reader: Reader, cohortId: string): Promise<ArchiveTable> {
  const rows = await reader.releasedFinding.findMany({
    where: { release: { cohortId } },
    orderBy: [{ release: { number: "asc" } }, { sortOrder: "asc" }],
    select: {
      findingId: true,
      kind: true,
      text: true,
      sources: true,
      wordReason: true,
      innovation,
      release: {
        select: { number: true, releasedAt: true, releaserName: true, withdrawnAt: true },
      },
    },
  });
  return table(
    "findings",
    rows.map(({ release, innovation: about, ...row }) => ({
      release: release.number,
      released_at: iso(release.releasedAt),
      released_by: release.releaserName,
      withdrawn_at: iso(release.withdrawnAt),
      finding_id: row.findingId,
      innovation_code: about.code,
      innovation: about.name,
      kind: row.kind,
      text: row.text,
      sources: row.sources,
      word_for_one_source: row.wordReason,
    })),
  );
}

/** The templates by which work was given, with what they asked then. */
async function readTemplates(reader: Reader, cohortId: string): Promise<ArchiveTable> {
  const rows = await reader.assignment.groupBy({
    by: ["templateName", "instructions"],
    where: { cohortId, templateName: { not: null } },
    _count: true,
    _min: { createdAt: true },
    _max: { createdAt: true },
    orderBy: [{ templateName: "asc" }, { instructions: "asc" }],
  });
  return table(
    "assignment-templates",
    rows.map(({ templateName, instructions, _count, _min, _max }) => ({
      template: templateName,
      instructions,
      assignments: _count,
      first_given_at: iso(_min.createdAt),
      last_given_at: iso(_max.createdAt),
    })),
  );
}

/** What is kept for all who review in the cohort; what somebody keeps for themselves is theirs alone. */
async function readCannedComments(reader: Reader, cohortId: string): Promise<ArchiveTable> {
  const rows = await reader.cannedComment.findMany({
    where: { cohortId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, body: true, createdAt: true, author: { select: { displayName: true } } },
  });
  return table(
    "canned-comments",
    rows.map(({ id, body, createdAt, author }) => ({
      comment_id: id,
      comment: body,
      by: author.displayName,
      at: iso(createdAt),
    })),
  );
}

async function readHostResponses(reader: Reader, cohortId: string): Promise<ArchiveTable> {
  const rows = await reader.hostResponse.findMany({
    where: { link: { cohortId } },
    orderBy: [{ answeredAt: "asc" }, { id: "asc" }],
    select: {
      findingId: true,
      version: true,
      answer: true,
      note: true,
      answeredAt: true,
      link: { select: { label: true, hostRegion: { select: { name: true } } } },
    },
  });
  return table(
    "host-responses",
    rows.map(({ link, ...row }) => ({
      finding_id: row.findingId,
      host_region: link.hostRegion.name,
      link: link.label,
      version: row.version,
      answer: row.answer,
      note: row.note,
      answered_at: iso(row.answeredAt),
    })),
  );
}

async function readInnovations(reader: Reader, cohortId: string): Promise<ArchiveTable> {
  const rows = await reader.innovation.findMany({
    where: { assignments: { some: { cohortId } } },
    orderBy: [{ code: "asc" }, { id: "asc" }],
    select: {
      id: true,
      code: true,
      name: true,
      form: true,
      type: true,
      stage: true,
      summary: true,
      confidence: true,
      hostRegion: { select: { name: true } },
      hostUnit: { select: { name: true } },
    },
  });
  return table(
    "innovations",
    rows.map(({ id, hostRegion, hostUnit, ...row }) => ({
      innovation_id: id,
      ...row,
      host_region: hostRegion.name,
      host_unit: hostUnit?.name ?? null,
    })),
  );
}

async function readAgenda(reader: Reader, cohortId: string): Promise<ArchiveTable> {
  const rows = await reader.agendaSession.findMany({
    where: { cohortId },
    orderBy: [{ day: "asc" }, { startsMinute: "asc" }, { id: "asc" }],
    select: {
      id: true,
      title: true,
      day: true,
      startsMinute: true,
      endsMinute: true,
      place: true,
      note: true,
      forAll: true,
      hostUnit: { select: { name: true } },
      groups: { select: { group: { select: { name: true } } } },
      speakers: { orderBy: { sortOrder: "asc" }, select: { name: true, role: true } },
    },
  });
  return table(
    "agenda",
    rows.map((row) => ({
      session_id: row.id,
      day: isoDate(row.day),
      from: clock(row.startsMinute),
      to: clock(row.endsMinute),
      title: row.title,
      host_unit: row.hostUnit?.name ?? null,
      place: row.place,
      note: row.note,
      groups: row.forAll ? null : row.groups.map(({ group }) => group.name).join("; "),
      speakers: row.speakers
        .map(({ name, role }) => (role ? `${name} (${role})` : name))
        .join("; "),
    })),
  );
}

async function readAttendance(reader: Reader, cohortId: string): Promise<ArchiveTable> {
  const rows = await reader.attendanceMark.findMany({
    where: { cohortId },
    orderBy: [{ session: { day: "asc" } }, { sessionId: "asc" }, { enrolmentId: "asc" }],
    select: {
      sessionId: true,
      status: true,
      method: true,
      note: true,
      markedAt: true,
      session: { select: { title: true, day: true } },
      enrolment: participant,
    },
  });
  return table(
    "attendance",
    rows.map((row) => ({
      session_id: row.sessionId,
      day: isoDate(row.session.day),
      session: row.session.title,
      ...named(row.enrolment),
      status: row.status,
      method: row.method,
      note: row.note,
      marked_at: iso(row.markedAt),
    })),
  );
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** Every version that anything of the cohort is scored with. */
async function readRubrics(
  reader: Reader,
  cohortId: string,
  chosen: readonly string[],
): Promise<ArchivedRubric[]> {
  const some = { some: { cohortId } };
  const versions = await reader.rubricVersion.findMany({
    where: {
      OR: [
        { id: { in: [...chosen] } },
        { evaluationAssignments: some },
        { transferAssignments: some },
        { workAssignments: some },
      ],
    },
    orderBy: [{ rubric: { code: "asc" } }, { number: "asc" }],
    select: {
      id: true,
      number: true,
      scaleKind: true,
      scaleMin: true,
      scaleMax: true,
      weighting: true,
      maxTotal: true,
      frozenAt: true,
      rubric: { select: { code: true, nameId: true, nameEn: true, purpose: true, source: true } },
      criteria: { orderBy: { sortOrder: "asc" } },
    },
  });
  return versions.map(({ rubric, criteria, ...version }) => ({
    path: `rubrics/${slug(rubric.code)}-${version.number}.json`,
    content: {
      ...rubric,
      ...version,
      criteria: criteria.map(({ rubricVersionId: _, sortOrder: __, levels, ...criterion }) => ({
        ...criterion,
        levels: levelsSchema.parse(levels),
      })),
    },
  }));
}
