import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { loadAgencies, loadAgency } from "@/lib/agency/loaders";
import { loadAgencyLinks } from "@/lib/agency-link/loaders";
import { loadAgendaPage, loadVisit } from "@/lib/agenda/loaders";
import { loadAllocation, loadAllocationHistory } from "@/lib/allocation/loaders";
import { loadArchive } from "@/lib/archive/loaders";
import { loadStageForm, loadTask, loadTasks, requireTask } from "@/lib/assignment/loaders";
import { STAGE_KINDS, STAGE_SLUGS, type StageKind } from "@/lib/assignment/model";
import { loadAttendance, loadScan, loadScreen, loadSheet } from "@/lib/attendance/loaders";
import { loadAudit } from "@/lib/audit/loaders";
import { loadAdmin } from "@/lib/center/loaders";
import { loadOwnChain, loadReviewedChain } from "@/lib/chain/loaders";
import {
  loadAssignDesk,
  loadAssigning,
  loadCohort,
  loadCohorts,
  loadNewCohort,
  loadOrganizing,
  loadSetup,
} from "@/lib/cohort/loaders";
import {
  loadAnalysis,
  loadDashboard,
  loadObstacles,
  loadProjector,
  loadWork,
} from "@/lib/dashboard/loaders";
import { loadExtensionDesk } from "@/lib/extension/loaders";
import { loadFairness } from "@/lib/fairness/loaders";
import { loadFeedback } from "@/lib/feedback/loaders";
import { loadFindings } from "@/lib/finding/loaders";
import {
  loadGrades,
  loadOwnGrade,
  loadSecondRating,
  loadSecondRatings,
  loadSecondRatingsWaiting,
  loadSheetCohorts,
} from "@/lib/grading/loaders";
import {
  loadAward,
  loadAwards,
  loadHost,
  loadRegion,
  loadRegions,
  loadUnit,
  loadUnits,
} from "@/lib/host/loaders";
import {
  loadCatalogue,
  loadInnovation,
  loadInnovationForm,
  loadNewInnovation,
} from "@/lib/innovation/loaders";
import { loadCohortPeople } from "@/lib/invitation/loaders";
import { loadOutbox } from "@/lib/mail/loaders";
import { loadMergeDesk } from "@/lib/merging/loaders";
import { loadNotifications } from "@/lib/notification/loaders";
import { loadOwnData } from "@/lib/own-data/loaders";
import { findActor } from "@/lib/person/data";
import type { Actor } from "@/lib/platform/actor";
import { processWide } from "@/lib/platform/process-wide";
import { loadProgress } from "@/lib/progress/loaders";
import { loadNudgeDesk } from "@/lib/reminder/loaders";
import { loadQueue, loadReview } from "@/lib/review/loaders";
import { loadRoster, loadRosterDesk, loadRosterForm } from "@/lib/roster/loaders";
import { loadComparison, loadRubric, loadRubricDraft, loadRubrics } from "@/lib/rubric/loaders";
import { loadViews } from "@/lib/saved-view/loaders";
import { loadSearch } from "@/lib/search/loaders";
import { loadWorkspace } from "@/lib/session/loaders";
import { loadCenterPeople, loadCenterPerson } from "@/lib/staff/loaders";
import { loadStanding } from "@/lib/standing/loaders";
import { loadTemplates } from "@/lib/template/loaders";
import { loadWishes } from "@/lib/wish/loaders";
import { type CrowdedWorld, createCrowdedWorld } from "@/tests/support/crowded-world";
import { openDatabase } from "@/tests/support/database";
import { openStatementCounter, type StatementCounter } from "@/tests/support/statements";

/**
 * How many statements each page asks of the database: a literal number, the same for an empty list
 * and for ten founding cohorts. Counted is the whole page, as a request asks for it: who is asking,
 * the shell around the page, the layouts above it, and the page's own loader.
 */

const SIZES = [0, 1, 54, 540] as const;

/** React keeps what a loader returned for one request; here `beginRequest` ends it. */
const request = vi.hoisted(() => {
  let kept = new Map<unknown, Map<string, unknown>>();
  return {
    begin: () => {
      kept = new Map();
    },
    /** As React's own, for arguments that can be told apart as text: those of our loaders. */
    cache:
      <Args extends unknown[], Value>(load: (...args: Args) => Value) =>
      (...args: Args): Value => {
        const results = kept.get(load) ?? new Map<string, unknown>();
        kept.set(load, results);
        const key = JSON.stringify(args);
        if (!results.has(key)) results.set(key, load(...args));
        return results.get(key) as Value;
      },
    ask: (): Promise<Actor> => Promise.reject(),
  };
});
vi.mock("react", async (original) => ({
  ...(await original<typeof import("react")>()),
  cache: request.cache,
}));
// Whoever asks is read from the database on every request, once.
vi.mock("@/lib/session/actor", () => ({ requireActor: request.cache(() => request.ask()) }));

const database = openDatabase();
const worlds = new Map<number, CrowdedWorld>();
let counter: StatementCounter;

beforeAll(async () => {
  counter = openStatementCounter(database.appUrl);
  // What `db()` hands to the loaders.
  processWide("database", () => counter.db);
  for (const size of SIZES) worlds.set(size, await createCrowdedWorld(database.app, size));
}, 120_000);

afterAll(() => counter.close());

function worldOf(size: number): CrowdedWorld {
  const world = worlds.get(size);
  if (!world) throw new Error(`no world of ${size}`);
  return world;
}

/** The statements of one request of somebody: the shell's, and those of what the page loads. */
async function statementsOf(
  reader: Actor,
  loads: readonly (() => Promise<unknown>)[],
): Promise<string[]> {
  const ask = async () => {
    const session = { personId: reader.personId, sessionVersion: 0 };
    const actor = await findActor(counter.db, session);
    if (!actor) throw new Error("nobody");
    return actor;
  };
  request.begin();
  request.ask = ask;
  return counter.during(async () => {
    await loadWorkspace();
    for (const load of loads) await load();
  });
}

interface Page {
  of: string;
  statements: number;
  reader: (world: CrowdedWorld) => Actor;
  /** What the layouts and the page call, in the order in which they stand around one another. */
  loads: (world: CrowdedWorld) => (() => Promise<unknown>)[];
}

const stageForm = (kind: StageKind, statements: number): Page => ({
  of: `the form of ${kind}`,
  statements,
  reader: ({ participant }) => participant,
  loads: ({ assignmentId }) => [
    () => requireTask(assignmentId),
    () => loadStageForm(assignmentId, STAGE_SLUGS[kind]),
  ],
});

const review = (kind: StageKind, statements: number): Page => ({
  of: `the review of ${kind}`,
  statements,
  reader: ({ facilitator }) => facilitator,
  loads: ({ assignmentId }) => [() => loadReview(assignmentId, STAGE_SLUGS[kind], "")],
});

const PAGES: Page[] = [
  // Participants.
  {
    of: "the list of tasks",
    statements: 2,
    reader: ({ laden }) => laden,
    loads: () => [() => loadTasks(undefined)],
  },
  {
    of: "the own choices of innovations",
    statements: 3,
    reader: ({ attending }) => attending,
    loads: ({ busyCohortId }) => [() => loadWishes(busyCohortId)],
  },
  {
    of: "one task",
    statements: 4,
    reader: ({ participant }) => participant,
    loads: ({ assignmentId }) => [
      () => requireTask(assignmentId),
      () => loadTask(assignmentId),
      () => loadOwnGrade(assignmentId),
    ],
  },
  {
    of: "the chain of evidence",
    statements: 3,
    reader: ({ participant }) => participant,
    loads: ({ assignmentId }) => [
      () => requireTask(assignmentId),
      () => loadOwnChain(assignmentId),
    ],
  },
  stageForm("EVALUATE", 5),
  stageForm("OBSTACLES", 5),
  stageForm("SOLUTION", 6),
  stageForm("PLAN", 8),
  {
    of: "the notifications",
    statements: 2,
    reader: ({ laden }) => laden,
    loads: () => [() => loadNotifications({})],
  },
  // Facilitators.
  {
    of: "the queue",
    statements: 7,
    reader: ({ facilitator }) => facilitator,
    loads: () => [() => loadQueue({}), () => loadSecondRatingsWaiting()],
  },
  {
    of: "a filtered queue",
    statements: 6,
    reader: ({ facilitator }) => facilitator,
    loads: () => [() => loadQueue({ stage: "evaluate", q: "Peserta", page: "2" })],
  },
  {
    of: "the chain of evidence of a participant",
    statements: 3,
    reader: ({ facilitator }) => facilitator,
    loads: ({ assignmentId }) => [() => loadReviewedChain(assignmentId)],
  },
  review("EVALUATE", 6),
  review("OBSTACLES", 6),
  review("SOLUTION", 7),
  review("PLAN", 7),
  {
    of: "a facilitator's desk of assigning",
    statements: 6,
    reader: ({ facilitator }) => facilitator,
    loads: ({ cohortId }) => [() => loadAssigning(cohortId), () => loadAssignDesk(cohortId)],
  },
  {
    of: "a facilitator's desk of extensions",
    statements: 5,
    reader: ({ facilitator }) => facilitator,
    loads: ({ cohortId }) => [() => loadExtensionDesk(cohortId, {})],
  },
  {
    of: "the search of a facilitator",
    statements: 6,
    reader: ({ facilitator }) => facilitator,
    loads: () => [() => loadSearch({ q: "peserta data" })],
  },
  // Staff.
  {
    of: "the search",
    statements: 5,
    reader: ({ organizer }) => organizer,
    loads: () => [() => loadSearch({ q: "data" })],
  },
  {
    of: "the search for people",
    statements: 2,
    reader: ({ organizer }) => organizer,
    loads: () => [() => loadSearch({ q: "peserta", kind: "people" })],
  },
  {
    of: "the list of cohorts",
    statements: 2,
    reader: ({ organizer }) => organizer,
    loads: () => [() => loadCohorts({})],
  },
  {
    of: "the agenda of a cohort",
    statements: 3,
    reader: ({ organizer }) => organizer,
    loads: ({ busyCohortId }) => [
      () => loadCohort(busyCohortId),
      () => loadAgendaPage(busyCohortId, { view: "list" }),
    ],
  },
  {
    of: "a session that is written",
    statements: 5,
    reader: ({ organizer }) => organizer,
    loads: ({ busyCohortId, sessionId }) => [
      () => loadCohort(busyCohortId),
      () => loadAgendaPage(busyCohortId, { edit: sessionId }),
    ],
  },
  {
    of: "the visit as a participant sees it",
    statements: 5,
    reader: ({ attending }) => attending,
    loads: () => [() => loadVisit({})],
  },
  {
    of: "the visit as a facilitator sees it",
    statements: 6,
    reader: ({ facilitating }) => facilitating,
    loads: () => [() => loadVisit({})],
  },
  {
    of: "an attendance sheet",
    statements: 3,
    reader: ({ organizer }) => organizer,
    loads: ({ sessionId }) => [
      () => loadAttendance(sessionId),
      () => loadSheet(sessionId, undefined),
    ],
  },
  {
    of: "the attendance screen",
    statements: 3,
    reader: ({ facilitating }) => facilitating,
    loads: ({ sessionId }) => [() => loadAttendance(sessionId), () => loadScreen(sessionId)],
  },
  {
    of: "a scan",
    statements: 3,
    reader: ({ attending }) => attending,
    loads: ({ sessionId }) => [() => loadScan(sessionId, "x")],
  },
  {
    of: "a filtered list of cohorts",
    statements: 2,
    reader: ({ organizer }) => organizer,
    loads: () => [() => loadCohorts({ q: "ramai", state: "running", page: "2" })],
  },
  {
    of: "the set-up of a cohort",
    statements: 6,
    reader: ({ organizer }) => organizer,
    loads: ({ busyCohortId }) => [() => loadCohort(busyCohortId), () => loadSetup(busyCohortId)],
  },
  {
    of: "where a cohort is made",
    statements: 5,
    reader: ({ organizer }) => organizer,
    loads: () => [() => loadNewCohort({})],
  },
  {
    of: "a copy of a cohort",
    statements: 6,
    reader: ({ organizer }) => organizer,
    loads: ({ busyCohortId }) => [
      () => loadNewCohort({ copy: busyCohortId, start: "2019-01-07", keep: ["due", "bands"] }),
    ],
  },
  {
    of: "the dashboard",
    statements: 6,
    reader: ({ organizer }) => organizer,
    loads: ({ busyCohortId }) => [
      () => loadCohort(busyCohortId),
      () => loadDashboard(busyCohortId, {}),
    ],
  },
  {
    of: "a filtered dashboard",
    statements: 6,
    reader: ({ organizer }) => organizer,
    loads: ({ busyCohortId }) => [
      () => loadCohort(busyCohortId),
      () => loadDashboard(busyCohortId, { by: "agency", q: "Peserta" }),
    ],
  },
  {
    of: "a board of the late, sorted, to be chosen from",
    statements: 6,
    reader: ({ organizer }) => organizer,
    loads: ({ busyCohortId }) => [
      () => loadCohort(busyCohortId),
      () => loadDashboard(busyCohortId, { show: "late", sort: "late", select: "1" }),
    ],
  },
  {
    of: "the cohorts of a centre compared",
    statements: 3,
    reader: ({ organizer }) => organizer,
    loads: ({ centerId, busyCohortId }) => [() => loadStanding(centerId, { from: busyCohortId })],
  },
  {
    of: "the progress by day and phase",
    statements: 5,
    reader: ({ organizer }) => organizer,
    loads: ({ busyCohortId }) => [() => loadCohort(busyCohortId), () => loadProgress(busyCohortId)],
  },
  {
    of: "where people are reminded by hand",
    statements: 3,
    reader: ({ organizer }) => organizer,
    loads: ({ busyCohortId }) => [() => loadNudgeDesk(busyCohortId, {})],
  },
  {
    of: "the projector",
    statements: 3,
    reader: ({ organizer }) => organizer,
    loads: ({ busyCohortId }) => [
      () => loadCohort(busyCohortId),
      () => loadProjector(busyCohortId),
    ],
  },
  {
    of: "the analysis",
    statements: 6,
    reader: ({ organizer }) => organizer,
    loads: ({ busyCohortId }) => [
      () => loadCohort(busyCohortId),
      () => loadAnalysis(busyCohortId, { split: "group" }),
    ],
  },
  {
    of: "the grades",
    statements: 5,
    reader: ({ organizer }) => organizer,
    loads: ({ busyCohortId }) => [
      () => loadCohort(busyCohortId),
      () => loadGrades(busyCohortId, {}),
    ],
  },
  ...(["candidates", "chosen", "preview", "links"] as const).map(
    (view): Page => ({
      of: `the findings for the host: ${view}`,
      statements: view === "chosen" ? 5 : 6,
      reader: ({ organizer }) => organizer,
      loads: ({ busyCohortId }) => [
        () => loadCohort(busyCohortId),
        () => loadFeedback(busyCohortId, { view }),
      ],
    }),
  ),
  {
    of: "the findings",
    statements: 5,
    reader: ({ organizer }) => organizer,
    loads: ({ busyCohortId }) => [
      () => loadCohort(busyCohortId),
      () => loadFindings(busyCohortId, {}),
    ],
  },
  ...(["causes", "solutions", "strengths"] as const).map(
    (list): Page => ({
      of: `the findings' ${list}`,
      statements: 4,
      reader: ({ organizer }) => organizer,
      loads: ({ busyCohortId }) => [
        () => loadCohort(busyCohortId),
        () => loadFindings(busyCohortId, { list, page: "2" }),
      ],
    }),
  ),
  {
    of: "the fairness of reviews",
    statements: 7,
    reader: ({ organizer }) => organizer,
    loads: ({ busyCohortId }) => [
      () => loadCohort(busyCohortId),
      () => loadFairness(busyCohortId, {}),
    ],
  },
  {
    of: "the decisions of one facilitator",
    statements: 8,
    reader: ({ organizer }) => organizer,
    loads: ({ busyCohortId, facilitating }) => [
      () => loadCohort(busyCohortId),
      () =>
        loadFairness(busyCohortId, {
          facilitator: facilitating.enrolments.find(({ cohortId }) => cohortId === busyCohortId)
            ?.id,
        }),
    ],
  },
  {
    of: "the list of second ratings",
    statements: 3,
    reader: ({ rater }) => rater,
    loads: () => [() => loadSecondRatings()],
  },
  {
    of: "the grade sheets",
    statements: 3,
    reader: ({ rater }) => rater,
    loads: () => [() => loadSheetCohorts()],
  },
  {
    of: "a second rating",
    statements: 4,
    reader: ({ rater }) => rater,
    loads: ({ assignmentId }) => [() => loadSecondRating(assignmentId, "")],
  },
  {
    of: "the list of work",
    statements: 4,
    reader: ({ organizer }) => organizer,
    loads: ({ busyCohortId }) => [
      () => loadCohort(busyCohortId),
      () => loadWork(busyCohortId, { late: "1" }),
    ],
  },
  {
    of: "the list of obstacles",
    statements: 4,
    reader: ({ organizer }) => organizer,
    loads: ({ busyCohortId }) => [
      () => loadCohort(busyCohortId),
      () => loadObstacles(busyCohortId, {}),
    ],
  },
  {
    of: "the links of agencies",
    statements: 4,
    reader: ({ organizer }) => organizer,
    loads: ({ busyCohortId }) => [
      () => loadCohort(busyCohortId),
      () => loadAgencyLinks(busyCohortId),
    ],
  },
  {
    of: "saved views",
    statements: 3,
    reader: ({ organizer }) => organizer,
    loads: ({ busyCohortId }) => [
      () => loadCohort(busyCohortId),
      () => loadViews(busyCohortId, { of: "work", filters: "late=1" }),
    ],
  },
  {
    of: "the people of a cohort",
    statements: 4,
    reader: ({ organizer }) => organizer,
    loads: ({ cohortId }) => [() => loadCohort(cohortId), () => loadCohortPeople(cohortId, {})],
  },
  {
    of: "the people of a centre",
    statements: 3,
    reader: ({ organizer }) => organizer,
    loads: ({ centerId }) => [() => loadCenterPeople(centerId, {})],
  },
  {
    of: "a person of a centre",
    statements: 4,
    reader: ({ organizer }) => organizer,
    loads: ({ centerId, laden }) => [() => loadCenterPerson(centerId, laden.personId)],
  },
  {
    of: "the desk of merging",
    statements: 5,
    reader: ({ organizer }) => organizer,
    loads: ({ centerId, laden }) => [() => loadMergeDesk(centerId, laden.personId, {})],
  },
  {
    of: "the preview of merging",
    statements: 5,
    reader: ({ organizer }) => organizer,
    loads: ({ centerId, laden, participant }) => [
      () => loadMergeDesk(centerId, laden.personId, { double: participant.personId }),
    ],
  },
  {
    of: "the outbox",
    statements: 3,
    reader: ({ organizer }) => organizer,
    loads: ({ centerId }) => [() => loadOutbox(centerId, {})],
  },
  {
    of: "the desk of assigning",
    statements: 5,
    reader: ({ organizer }) => organizer,
    loads: ({ busyCohortId }) => [
      () => loadAssigning(busyCohortId),
      () => loadAssignDesk(busyCohortId),
    ],
  },
  {
    of: "an allocation of innovations, proposed",
    statements: 8,
    reader: ({ organizer }) => organizer,
    loads: ({ busyCohortId }) => [
      () => loadOrganizing(busyCohortId),
      () => loadAllocation(busyCohortId, { propose: "1" }),
    ],
  },
  {
    of: "an allocation of facilitators, proposed",
    statements: 6,
    reader: ({ organizer }) => organizer,
    loads: ({ busyCohortId }) => [
      () => loadOrganizing(busyCohortId),
      () => loadAllocation(busyCohortId, { kind: "facilitator", propose: "1" }),
    ],
  },
  {
    of: "an allocation of groups, proposed",
    statements: 7,
    reader: ({ organizer }) => organizer,
    loads: ({ busyCohortId }) => [
      () => loadOrganizing(busyCohortId),
      () => loadAllocation(busyCohortId, { kind: "group", propose: "1" }),
    ],
  },
  {
    of: "the history of allocations",
    statements: 3,
    reader: ({ organizer }) => organizer,
    loads: ({ busyCohortId }) => [
      () => loadOrganizing(busyCohortId),
      () => loadAllocationHistory(busyCohortId, {}),
    ],
  },
  {
    of: "the templates of assignments",
    statements: 2,
    reader: ({ organizer }) => organizer,
    loads: ({ centerId }) => [() => loadTemplates(centerId, { new: "1" })],
  },
  {
    of: "the roster",
    statements: 4,
    reader: ({ organizer }) => organizer,
    loads: ({ cohortId }) => [() => loadCohort(cohortId), () => loadRoster(cohortId, {})],
  },
  {
    of: "a filtered roster",
    statements: 4,
    reader: ({ organizer }) => organizer,
    loads: ({ cohortId }) => [
      () => loadCohort(cohortId),
      () => loadRoster(cohortId, { role: "PARTICIPANT", q: "ramai 1", page: "2" }),
    ],
  },
  {
    of: "the import of a roster",
    statements: 4,
    reader: ({ organizer }) => organizer,
    loads: ({ cohortId }) => [() => loadCohort(cohortId), () => loadRosterDesk(cohortId)],
  },
  {
    of: "the form of somebody new",
    statements: 4,
    reader: ({ organizer }) => organizer,
    loads: ({ cohortId }) => [() => loadCohort(cohortId), () => loadRosterForm(cohortId, "new")],
  },
  {
    of: "the form of somebody on the roster",
    statements: 5,
    reader: ({ organizer }) => organizer,
    loads: ({ cohortId, laden }) => [
      () => loadCohort(cohortId),
      () => loadRosterForm(cohortId, laden.enrolments[0]?.id ?? ""),
    ],
  },
  {
    of: "a review that staff read",
    statements: 4,
    reader: ({ organizer }) => organizer,
    loads: ({ assignmentId }) => [() => loadReview(assignmentId, STAGE_SLUGS.EVALUATE, "")],
  },
  {
    of: "a cohort's archive",
    statements: 5,
    reader: ({ organizer }) => organizer,
    loads: ({ busyCohortId }) => [() => loadCohort(busyCohortId), () => loadArchive(busyCohortId)],
  },
  // The office.
  {
    of: "the audit log",
    statements: 4,
    reader: ({ governor }) => governor,
    loads: ({ centerId }) => [() => loadAudit(centerId, {})],
  },
  {
    of: "a filtered audit log",
    statements: 4,
    reader: ({ governor }) => governor,
    loads: ({ centerId, cohortId }) => [
      () =>
        loadAudit(centerId, {
          who: "Organizer",
          whom: "Peserta",
          what: "stage",
          cohort: cohortId,
          from: "2018-01-01",
          to: "2030-01-01",
        }),
    ],
  },
  {
    of: "the list of rubrics",
    statements: 3,
    reader: ({ organizer }) => organizer,
    loads: ({ centerId }) => [() => loadRubrics(centerId, {})],
  },
  {
    of: "a filtered list of rubrics",
    statements: 3,
    reader: ({ organizer }) => organizer,
    loads: ({ centerId }) => [
      () => loadRubrics(centerId, { q: "ramai", purpose: "EVALUATION", origin: "own", page: "2" }),
    ],
  },
  {
    of: "a rubric with its versions",
    statements: 5,
    reader: ({ organizer }) => organizer,
    loads: ({ centerId, rubricId }) => [() => loadRubric(centerId, rubricId, {})],
  },
  {
    of: "a rubric's draft",
    statements: 2,
    reader: ({ organizer }) => organizer,
    loads: ({ centerId, rubricId }) => [() => loadRubricDraft(centerId, rubricId)],
  },
  {
    of: "two versions side by side",
    statements: 4,
    reader: ({ organizer }) => organizer,
    loads: ({ centerId, rubricVersionId }) => [
      () => loadComparison(centerId, { left: rubricVersionId, right: rubricVersionId }),
    ],
  },
  // Everybody.
  {
    of: "one's own data",
    statements: 8,
    reader: ({ laden }) => laden,
    loads: () => [() => loadOwnData()],
  },
  {
    of: "the catalogue",
    statements: 4,
    reader: ({ participant }) => participant,
    loads: () => [() => loadCatalogue({})],
  },
  {
    of: "the narrowed catalogue",
    statements: 5,
    reader: ({ organizer }) => organizer,
    loads: ({ hostRegionId }) => [
      () => loadCatalogue({ q: "Inovasi", region: hostRegionId, stage: "IMPLEMENTED" }),
    ],
  },
  {
    of: "an innovation",
    statements: 3,
    reader: ({ participant }) => participant,
    loads: ({ innovationId }) => [() => loadInnovation(innovationId, 1)],
  },
  {
    of: "an innovation that staff read",
    statements: 5,
    reader: ({ organizer }) => organizer,
    loads: ({ innovationId }) => [() => loadInnovation(innovationId, 1)],
  },
  {
    of: "a host region",
    statements: 6,
    reader: ({ participant }) => participant,
    loads: ({ hostRegionId }) => [() => loadHost(hostRegionId, 1, 1, 1)],
  },
  // The office.
  {
    of: "the list of agencies",
    statements: 3,
    reader: ({ organizer }) => organizer,
    loads: ({ centerId }) => [() => loadAgencies(centerId, { q: "Instansi" })],
  },
  {
    of: "the list of host regions",
    statements: 3,
    reader: ({ organizer }) => organizer,
    loads: ({ centerId }) => [() => loadRegions(centerId, {})],
  },
  {
    of: "a host region that staff read",
    statements: 7,
    reader: ({ organizer }) => organizer,
    loads: ({ hostRegionId }) => [() => loadHost(hostRegionId, 2, 1, 1)],
  },
  {
    of: "the list of units",
    statements: 4,
    reader: ({ organizer }) => organizer,
    loads: ({ centerId, hostRegionId }) => [
      () => loadUnits(centerId, { q: "Dinas", region: hostRegionId, page: "2" }),
    ],
  },
  {
    of: "a unit",
    statements: 3,
    reader: ({ participant }) => participant,
    loads: ({ hostUnitId }) => [() => loadUnit(hostUnitId, 1)],
  },
  {
    of: "a unit that staff read",
    statements: 4,
    reader: ({ organizer }) => organizer,
    loads: ({ hostUnitId }) => [() => loadUnit(hostUnitId, 2)],
  },
  {
    of: "the list of awards",
    statements: 4,
    reader: ({ organizer }) => organizer,
    loads: ({ centerId }) => [
      () => loadAwards(centerId, { q: "Penghargaan", level: "NATIONAL", confidence: "HIGH" }),
    ],
  },
  {
    of: "an award",
    statements: 2,
    reader: ({ participant }) => participant,
    loads: ({ awardId }) => [() => loadAward(awardId)],
  },
  {
    of: "an award that its organisers read",
    statements: 3,
    reader: ({ organizer }) => organizer,
    loads: ({ awardId }) => [() => loadAward(awardId)],
  },
  {
    of: "an agency with its people",
    statements: 4,
    reader: ({ organizer }) => organizer,
    loads: ({ centerId, agencyId }) => [() => loadAgency(centerId, agencyId, 2)],
  },
  {
    of: "a host region in the office",
    statements: 7,
    reader: ({ organizer }) => organizer,
    loads: ({ centerId, hostRegionId }) => [() => loadRegion(centerId, hostRegionId, 2, 1, 1)],
  },
  {
    of: "the form of a new innovation",
    statements: 3,
    reader: ({ organizer }) => organizer,
    loads: ({ centerId, hostRegionId }) => [
      () => loadNewInnovation(centerId, { region: hostRegionId }),
    ],
  },
  {
    of: "the form of an innovation",
    statements: 4,
    reader: ({ organizer }) => organizer,
    loads: ({ centerId, innovationId }) => [() => loadInnovationForm(centerId, innovationId)],
  },
  // The platform's administrators.
  {
    of: "the list of centres",
    statements: 3,
    reader: ({ administrator }) => administrator,
    loads: () => [() => loadAdmin(undefined)],
  },
];

describe("the number of statements", () => {
  it.each(PAGES)("of $of is $statements at every size", async ({ statements, reader, loads }) => {
    for (const size of SIZES) {
      const world = worldOf(size);
      // A rubric is read once a process: whoever comes first in a world would pay for it.
      await statementsOf(reader(world), loads(world));
      const asked = await statementsOf(reader(world), loads(world));
      expect(asked.length, `${size} rows:\n${asked.join("\n")}`).toBe(statements);
    }
  });

  it("shows of many tasks a page, each on one of them", async () => {
    const world = worldOf(54);
    const shown: string[] = [];
    await statementsOf(world.laden, [
      async () => {
        const { pages, total } = await loadTasks(undefined);
        expect({ pages, total }).toEqual({ pages: 3, total: 54 });
        for (const page of ["1", "2", "3"]) {
          shown.push(...(await loadTasks(page)).tasks.map(({ assignmentId }) => assignmentId));
        }
        expect((await loadTasks("99")).page).toBe(3);
        expect((await loadTasks("x")).page).toBe(1);
      },
    ]);
    expect(new Set(shown).size).toBe(54);
  });

  it("covers the form and the review of every stage", () => {
    for (const kind of STAGE_KINDS) {
      expect(PAGES.filter(({ of }) => of.endsWith(` of ${kind}`))).toHaveLength(2);
    }
  });
});
