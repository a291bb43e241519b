import "server-only";
import { concerning, sessionSelect, toSession } from "@/lib/agenda/data";
import type { StageKind } from "@/lib/assignment/model";
import type { AssignmentSubject } from "@/lib/assignment/policy";
import { byKind, subjectOf } from "@/lib/assignment/record";
import { gradeBandsSchema } from "@/lib/cohort/schema";
import { revisionContent, type StageContents } from "@/lib/document/content";
import { formatIdNumber, maskIdNumber, parseGrade, rankOf } from "@/lib/enrolment/civil-servant";
import { isoDate } from "@/lib/platform/clock";
import type { Reader } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import type {
  CohortFindings,
  IndividualReport,
  InnovationFindings,
  ReportedCohort,
  ReportedWork,
} from "@/lib/report/model";
import type {
  AuthorizedFindings,
  AuthorizedReport,
  AuthorizedReports,
  ReportReach,
} from "@/lib/report/policy";
import { findRubric } from "@/lib/rubric/data";

/**
 * Whose work an assignment is, where the actor may reach it; the caller asks the policy. Work that was
 * cancelled leads to no report. One statement.
 */
export async function findReportSubject(
  reader: Reader,
  reach: ReportReach,
  assignmentId: string,
): Promise<AssignmentSubject | null> {
  const raw = await reader.assignment.findFirst({
    where: {
      id: assignmentId,
      cancelledAt: null,
      OR: [
        { enrolment: { personId: reach.personId } },
        { enrolment: { facilitatorId: { in: reach.facilitatorIds } } },
        { cohort: { centerId: { in: reach.centerIds } } },
      ],
    },
    select: {
      cohortId: true,
      cohort: { select: { centerId: true } },
      enrolment: { select: { id: true, personId: true, facilitatorId: true } },
    },
  });
  return raw && subjectOf(raw);
}

const cohortSelect = {
  id: true,
  program: true,
  name: true,
  regulationRef: true,
  timeZone: true,
  gradeBands: true,
  center: { select: { name: true } },
} satisfies Prisma.CohortSelect;

const visitSelect = {
  hostRegionId: true,
  mode: true,
  startsOn: true,
  endsOn: true,
  hostRegion: { select: { name: true } },
} satisfies Prisma.VisitSelect;

const innovationSelect = {
  code: true,
  name: true,
  hostUnit: { select: { shortName: true } },
  hostRegion: { select: { name: true } },
} satisfies Prisma.InnovationSelect;

function toCohort(
  { center, gradeBands, ...cohort }: Prisma.CohortGetPayload<{ select: typeof cohortSelect }>,
  visits: readonly Prisma.VisitGetPayload<{ select: typeof visitSelect }>[],
): ReportedCohort {
  return {
    ...cohort,
    center: center.name,
    gradeBands: gradeBandsSchema.parse(gradeBands),
    visits: visits.map(({ hostRegion, startsOn, endsOn, ...visit }) => ({
      ...visit,
      hostName: hostRegion.name,
      startsOn: isoDate(startsOn),
      endsOn: isoDate(endsOn),
    })),
  };
}

/** Work that counts: neither cancelled nor of somebody else's. */
const workSelect = {
  evaluationRubricId: true,
  transferRubricId: true,
  innovation: { select: innovationSelect },
  stages: {
    select: {
      kind: true,
      state: true,
      resumeState: true,
      decidedAt: true,
      latestRevision: { select: { number: true, content: true } },
    },
  },
  evidenceFiles: {
    where: { file: { kind: "IMAGE" } },
    select: { hash: true, file: { select: { state: true } } },
  },
} satisfies Prisma.AssignmentSelect;

/**
 * A participant's report as it stands: of each stage what is approved at this moment, all of it read in one
 * statement, and around it the agenda with the own attendance. At most seven statements, however much there
 * is.
 */
export async function readIndividualReport(
  reader: Reader,
  { enrolmentId, cohortId, withNumber }: AuthorizedReport,
): Promise<IndividualReport> {
  const raw = await reader.enrolment.findFirstOrThrow({
    where: { id: enrolmentId, cohortId },
    select: {
      role: true,
      groupId: true,
      fullName: true,
      idType: true,
      idNumber: true,
      grade: true,
      position: true,
      workUnit: true,
      withdrawnAt: true,
      agency: { select: { name: true } },
      group: { select: { name: true } },
      facilitator: { select: { fullName: true } },
      cohort: { select: cohortSelect },
      attendance: { select: { sessionId: true, status: true } },
      assignments: {
        where: { cancelledAt: null },
        select: workSelect,
        orderBy: [{ innovation: { sortOrder: "asc" } }, { createdAt: "asc" }, { id: "asc" }],
      },
    },
  });
  const visits = await reader.visit.findMany({
    where: { cohortId },
    select: {
      ...visitSelect,
      sessions: {
        select: sessionSelect,
        orderBy: [{ day: "asc" }, { startsMinute: "asc" }, { title: "asc" }, { id: "asc" }],
      },
    },
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
  });
  const works: ReportedWork[] = [];
  for (const work of raw.assignments) works.push(await toWork(reader, work));
  const sessions = visits.flatMap((visit) => visit.sessions).map(toSession);
  return {
    participant: {
      name: raw.fullName,
      number: numberOf(raw, withNumber),
      grade: gradeText(raw.grade),
      position: raw.position,
      workUnit: raw.workUnit,
      agency: raw.agency.name,
      group: raw.group?.name ?? null,
      facilitator: raw.facilitator?.fullName ?? null,
      withdrawn: raw.withdrawnAt !== null,
    },
    cohort: toCohort(raw.cohort, visits),
    sessions: concerning(raw, sessions).toSorted(
      (a, b) => a.day.localeCompare(b.day) || a.startsMinute - b.startsMinute,
    ),
    marks: Object.fromEntries(raw.attendance.map(({ sessionId, status }) => [sessionId, status])),
    works,
    names: await namesOf(reader, works),
  };
}

function numberOf(
  { idType, idNumber }: { idType: "NIP" | "NI_PPPK" | "NRP" | "NONE"; idNumber: string | null },
  inFull: boolean,
): IndividualReport["participant"]["number"] {
  if (idType === "NONE" || !idNumber) return null;
  return { type: idType, text: inFull ? formatIdNumber(idNumber) : maskIdNumber(idNumber) };
}

/** "Penata (III/c)"; a grade that is none of the service's stands as it is. */
function gradeText(grade: string | null): string | null {
  const known = grade === null ? null : parseGrade(grade);
  return known ? `${rankOf(known)} (${known})` : grade;
}

async function toWork(
  reader: Reader,
  raw: Prisma.AssignmentGetPayload<{ select: typeof workSelect }>,
): Promise<ReportedWork> {
  const { code, name, hostUnit, hostRegion } = raw.innovation;
  const approved = <Kind extends StageKind>(kind: Kind): StageContents[Kind] | null => {
    const stage = raw.stages.find((one) => one.kind === kind);
    if (stage?.state !== "APPROVED" || !stage.latestRevision) return null;
    return revisionContent(kind, stage.latestRevision.content);
  };
  return {
    innovation: { code, name, owner: hostUnit.shortName, region: hostRegion.name },
    // Frozen versions are kept by the process: cohorts have one each.
    rubric: await findRubric(reader, raw.evaluationRubricId),
    transferRubric: await findRubric(reader, raw.transferRubricId),
    stages: byKind(raw.stages, ({ state, resumeState, decidedAt, latestRevision }) => ({
      state,
      paused: resumeState !== null,
      approved:
        state === "APPROVED" && latestRevision
          ? { number: latestRevision.number, decidedAt }
          : null,
    })),
    evaluation: approved("EVALUATE"),
    obstacles: approved("OBSTACLES"),
    solutions: approved("SOLUTION"),
    plan: approved("PLAN"),
    arrived: new Map(
      raw.evidenceFiles.map(({ hash, file }) => [hash, { readable: file.state !== "UNREADABLE" }]),
    ),
  };
}

/** What documents name by id; the ids were checked when they were handed in. */
async function namesOf(
  reader: Reader,
  works: readonly ReportedWork[],
): Promise<IndividualReport["names"]> {
  const innovationIds = works.flatMap(({ solutions }) =>
    (solutions?.groups ?? []).flatMap(({ alternatives }) =>
      alternatives.flatMap(({ sourceInnovationId }) => sourceInnovationId ?? []),
    ),
  );
  const agencyIds = works.flatMap(({ plan }) => plan?.agencyId ?? []);
  const innovations = await reader.innovation.findMany({
    where: { id: { in: innovationIds } },
    select: { id: true, name: true },
  });
  const agencies = await reader.agency.findMany({
    where: { id: { in: agencyIds } },
    select: { id: true, name: true },
  });
  const named = (rows: readonly { id: string; name: string }[]) =>
    Object.fromEntries(rows.map(({ id, name }) => [id, name]));
  return { innovations: named(innovations), agencies: named(agencies) };
}

/** Participants who have a report: still there, with an approved evaluation. By the roster. One statement. */
export async function listReported(
  reader: Reader,
  { cohortId }: AuthorizedReports,
): Promise<{ subject: AssignmentSubject; rosterNumber: number; name: string }[]> {
  const rows = await reader.enrolment.findMany({
    where: {
      cohortId,
      role: "PARTICIPANT",
      withdrawnAt: null,
      assignments: {
        some: { cancelledAt: null, stages: { some: { kind: "EVALUATE", state: "APPROVED" } } },
      },
    },
    select: {
      id: true,
      personId: true,
      facilitatorId: true,
      rosterNumber: true,
      fullName: true,
      cohort: { select: { centerId: true } },
    },
    orderBy: [{ rosterNumber: "asc" }, { id: "asc" }],
  });
  return rows.map(({ id, personId, facilitatorId, rosterNumber, fullName, cohort }) => ({
    rosterNumber,
    name: fullName,
    subject: {
      centerId: cohort.centerId,
      cohortId,
      participantPersonId: personId,
      participantEnrolmentId: id,
      facilitatorEnrolmentId: facilitatorId,
    },
  }));
}

/** Approved revisions of work that counts. */
const standing = (cohortId: string) =>
  ({
    latestOf: { state: "APPROVED" },
    assignment: { cohortId, cancelledAt: null, enrolment: { withdrawnAt: null } },
  }) satisfies Prisma.RevisionWhereInput;

const ofInnovation = {
  select: { assignment: { select: { innovationId: true } } },
} satisfies Prisma.RevisionDefaultArgs;

/** What a cohort found in approved work, by innovation. Nine statements, however large the cohort. */
export async function readFindings(
  reader: Reader,
  { cohortId }: AuthorizedFindings,
): Promise<CohortFindings> {
  const cohort = await reader.cohort.findUniqueOrThrow({
    where: { id: cohortId },
    select: { ...cohortSelect, spreadThreshold: true },
  });
  const visits = await reader.visit.findMany({
    where: { cohortId },
    select: visitSelect,
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
  });
  const participants = await reader.enrolment.count({
    where: { cohortId, role: "PARTICIPANT", withdrawnAt: null },
  });
  const where = { revision: standing(cohortId) };
  const innovations = await reader.innovation.findMany({
    where: {
      assignments: { some: { cohortId, cancelledAt: null, enrolment: { withdrawnAt: null } } },
    },
    select: {
      id: true,
      ...innovationSelect,
      assignments: {
        where: { cohortId, cancelledAt: null, enrolment: { withdrawnAt: null } },
        select: { stages: { where: { state: "APPROVED" }, select: { kind: true } } },
      },
    },
    orderBy: [{ sortOrder: "asc" }, { code: "asc" }, { id: "asc" }],
  });
  const evaluations = await reader.evaluation.findMany({
    where,
    select: { total: true, revision: ofInnovation },
  });
  const strengths = await reader.strength.findMany({
    where,
    select: { text: true, revision: ofInnovation },
    orderBy: [{ revisionId: "asc" }, { sortOrder: "asc" }],
  });
  const obstacles = await reader.obstacle.findMany({
    where,
    select: {
      title: true,
      category: true,
      rootCause: true,
      usgTotal: true,
      revision: ofInnovation,
    },
    orderBy: [
      { usgTotal: { sort: "desc", nulls: "last" } },
      { revisionId: "asc" },
      { itemId: "asc" },
    ],
  });
  const solutions = await reader.solution.findMany({
    where: { ...where, selected: true },
    select: { title: true, transferType: true, forHost: true, revision: ofInnovation },
    orderBy: [{ revisionId: "asc" }, { itemId: "asc" }],
  });
  const plans = await reader.innovationPlan.findMany({
    where,
    select: {
      title: true,
      acronym: true,
      revision: {
        select: {
          assignment: {
            select: {
              innovationId: true,
              enrolment: {
                select: { fullName: true, agency: { select: { shortName: true } } },
              },
            },
          },
        },
      },
    },
    orderBy: { revision: { assignment: { enrolment: { rosterNumber: "asc" } } } },
  });
  const { spreadThreshold, ...rest } = cohort;
  return {
    cohort: { ...toCohort(rest, visits), spreadThreshold },
    participants,
    innovations: innovations.map(({ id, assignments, ...innovation }): InnovationFindings => {
      const own = <Row extends { revision: { assignment: { innovationId: string } } }>(
        rows: readonly Row[],
      ) => rows.filter(({ revision }) => revision.assignment.innovationId === id);
      const passed = (kind: StageKind) =>
        assignments.filter(({ stages }) => stages.some((stage) => stage.kind === kind)).length;
      return {
        code: innovation.code,
        name: innovation.name,
        owner: innovation.hostUnit.shortName,
        region: innovation.hostRegion.name,
        works: assignments.length,
        approved: {
          EVALUATE: passed("EVALUATE"),
          OBSTACLES: passed("OBSTACLES"),
          SOLUTION: passed("SOLUTION"),
          PLAN: passed("PLAN"),
        },
        scores: own(evaluations).flatMap(({ total }) => total?.toNumber() ?? []),
        strengths: own(strengths).map(({ text }) => text),
        obstacles: own(obstacles).map(({ revision: _, ...obstacle }) => obstacle),
        solutions: own(solutions).map(({ revision: _, ...solution }) => solution),
        plans: own(plans).map(({ title, acronym, revision }) => ({
          title,
          acronym,
          participant: revision.assignment.enrolment.fullName,
          agency: revision.assignment.enrolment.agency.shortName,
        })),
      };
    }),
  };
}
