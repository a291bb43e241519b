import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { listOffices } from "@/lib/center/data";
import { authorizeOffice, organizedCenters } from "@/lib/center/policy";
import { type Check, checklist } from "@/lib/cohort/completeness";
import {
  findCohort,
  findReadiness,
  findSetup,
  findSetupOptions,
  listAssignable,
  listAssignableInnovations,
  listCohorts,
  listCopySources,
} from "@/lib/cohort/data";
import { moveOn, proposeDueDates } from "@/lib/cohort/due-dates";
import { BAND_PRESETS, type CohortSetup, shiftSetup } from "@/lib/cohort/fields";
import type {
  AssignDesk,
  CohortFilter,
  CohortHeader,
  CohortRow,
  CohortStart,
  SetupOptions,
} from "@/lib/cohort/model";
import {
  type AuthorizedAssigning,
  type AuthorizedCohortId,
  type AuthorizedOrganizing,
  authorizeAssigning,
  authorizeCohort,
  authorizeOrganizing,
  canCancelInCohort,
  cohortReach,
} from "@/lib/cohort/policy";
import {
  COHORT_STATES,
  type CohortCommandType,
  type CohortPower,
  cohortCommands,
  setupRefusal,
  workRefusal,
} from "@/lib/cohort/workflow";
import { isIsoDate } from "@/lib/document/fields";
import { defaultTimeZone } from "@/lib/i18n/format";
import type { Actor } from "@/lib/platform/actor";
import { dayIn } from "@/lib/platform/clock";
import { appContext } from "@/lib/platform/context";
import { db } from "@/lib/platform/db";
import { addDays, daysBetween } from "@/lib/platform/zoned-time";
import { USUAL_RUBRICS } from "@/lib/rubric/model";
import { searchWords } from "@/lib/search/model";
import { requireActor } from "@/lib/session/actor";
import { listUsableTemplates } from "@/lib/template/data";

/** What an address asks for, as Next hands it on. */
export type SearchParams = Record<string, string | string[] | undefined>;

function readCohortFilter(params: SearchParams): CohortFilter {
  const text = (value: SearchParams[string]) => (typeof value === "string" ? value : "");
  const state = text(params.state).toUpperCase();
  return {
    state: COHORT_STATES.find((known) => known === state) ?? null,
    search: searchWords(text(params.q)),
    page: pageSchema.parse(params.page),
  };
}

const pageSchema = z.coerce.number().int().min(1).max(1_000_000).catch(1);

/** For whom there is a list of cohorts at all: staff. The page's own loader decides anew. */
export const requireStaff = cache(async (): Promise<Actor> => {
  const actor = await requireActor();
  if (actor.staff.length === 0) notFound();
  return actor;
});

/** For whoever may make a cohort somewhere; for everybody else there is no such page. */
export const requireOrganizer = cache(async (): Promise<Actor> => {
  const actor = await requireStaff();
  if (organizedCenters(actor).length === 0) notFound();
  return actor;
});

/** The cohorts of the centres of which the actor is staff; for everybody else there is no list. */
export const loadCohorts = cache(
  async (
    searchParams: SearchParams,
  ): Promise<{
    rows: CohortRow[];
    total: number;
    page: number;
    pages: number;
    filter: CohortFilter;
    canCreate: boolean;
  }> => {
    const actor = await requireStaff();
    const { centerIds } = cohortReach(actor);
    const filter = readCohortFilter(searchParams);
    const list = await listCohorts(db(), centerIds, filter, appContext().clock.now());
    return { ...list, filter, canCreate: organizedCenters(actor).length > 0 };
  },
);

/**
 * A cohort that the actor may read, with the proof of it. Loaders of the cohort's pages begin here;
 * another centre's cohort and none at all look the same.
 */
export const loadCohort = cache(
  async (
    cohortId: string,
  ): Promise<{
    actor: Actor;
    cohort: CohortHeader;
    centerId: string;
    authorized: AuthorizedCohortId;
    /** `takeAway`: the whole cohort as an archive, in whatever state it is. */
    can: { assign: boolean; cancel: boolean; organize: boolean; takeAway: boolean };
  }> => {
    const actor = await requireActor();
    const cohort = isId(cohortId) && (await findCohort(db(), cohortReach(actor), cohortId));
    const authorized = cohort && authorizeCohort(actor, cohort);
    if (!authorized) notFound();
    const { centerId, ...header } = cohort;
    const runs = workRefusal(cohort.state) === null;
    const organizes = authorizeOrganizing(actor, { id: cohort.id, centerId }) !== null;
    return {
      actor,
      cohort: header,
      centerId,
      authorized,
      can: {
        takeAway: organizes,
        organize: setupRefusal(cohort.state) === null && organizes,
        assign: runs && authorizeAssigning(actor, { id: cohort.id, centerId }) !== null,
        cancel: runs && canCancelInCohort(actor, { id: cohort.id, centerId }),
      },
    };
  },
);

/** A cohort in which the actor may assign, with the proof of it. */
export const loadAssigning = cache(
  async (
    cohortId: string,
  ): Promise<{ cohort: CohortHeader; authorized: AuthorizedAssigning; isStaff: boolean }> => {
    const actor = await requireActor();
    const cohort = isId(cohortId) && (await findCohort(db(), cohortReach(actor), cohortId));
    const authorized = cohort && authorizeAssigning(actor, cohort);
    if (!authorized) notFound();
    const { centerId, ...header } = cohort;
    const isStaff = authorizeCohort(actor, { id: cohort.id, centerId }) !== null;
    return { cohort: header, authorized, isStaff };
  },
);

/** A cohort that the actor may set up, with the proof of it. */
export const loadOrganizing = cache(
  async (
    cohortId: string,
  ): Promise<{ actor: Actor; cohort: CohortHeader; authorized: AuthorizedOrganizing }> => {
    const actor = await requireActor();
    const cohort = isId(cohortId) && (await findCohort(db(), cohortReach(actor), cohortId));
    const authorized = cohort && authorizeOrganizing(actor, cohort);
    if (!authorized) notFound();
    const { centerId: _, ...header } = cohort;
    return { actor, cohort: header, authorized };
  },
);

/** The form with which organisers and facilitators give assignments. */
export const loadAssignDesk = cache(async (cohortId: string): Promise<AssignDesk> => {
  const { cohort, authorized, isStaff } = await loadAssigning(cohortId);
  const [participants, innovations, templates] = await Promise.all([
    listAssignable(db(), authorized),
    listAssignableInnovations(db(), authorized),
    listUsableTemplates(db(), authorized),
  ]);
  const now = appContext().clock.now();
  const { timeZone, visits, dueDates } = cohort;
  return {
    cohort,
    participants,
    innovations,
    templates,
    due: dueDates ? moveOn(dueDates, now, timeZone) : proposeDueDates(visits[0], now, timeZone),
    scope: authorized.scope.kind,
    isStaff,
  };
});

/** What is chosen for a cohort, what is missing, and what may be done about it. */
export const loadSetup = cache(
  async (
    cohortId: string,
  ): Promise<{
    cohort: CohortHeader;
    centerId: string;
    setup: CohortSetup;
    version: number;
    options: SetupOptions;
    checks: Check[];
    /** Commands that the actor could give now. */
    commands: CohortCommandType[];
    canEdit: boolean;
  }> => {
    const { actor, cohort, authorized, centerId } = await loadCohort(cohortId);
    const found = await findSetup(db(), { cohortId, centerId });
    if (!found) notFound();
    const { setup, version } = found;
    const [options, readiness] = await Promise.all([
      findSetupOptions(
        db(),
        centerId,
        setup.visits.map(({ hostRegionId }) => hostRegionId),
      ),
      findReadiness(db(), authorized),
    ]);
    const powers = powersIn(actor, centerId);
    return {
      cohort,
      centerId,
      setup,
      version,
      options,
      checks: checklist(readiness, cohort.state),
      commands: cohortCommands(cohort.state, powers),
      canEdit: powers.length > 0 && setupRefusal(cohort.state) === null,
    };
  },
);

function powersIn(actor: Actor, centerId: string): CohortPower[] {
  return (["organize", "administer"] as const).filter(
    (power) => authorizeOffice(actor, centerId, power) !== null,
  );
}

/**
 * A new cohort as the form begins with it: empty, or after an earlier one of the same centre with
 * all its dates moved so that it begins on the chosen day.
 */
export const loadNewCohort = cache(async (searchParams: SearchParams): Promise<CohortStart> => {
  const actor = await requireOrganizer();
  const organized = organizedCenters(actor);
  const centers = await listOffices(db(), organized);
  const center = centers.find(({ id }) => id === searchParams.center) ?? centers[0];
  if (!center) notFound();
  const today = dayIn(defaultTimeZone, appContext().clock.now());
  const copyId = typeof searchParams.copy === "string" ? searchParams.copy : "";
  const source = isId(copyId)
    ? await findSetup(db(), { cohortId: copyId, centerId: center.id })
    : null;
  const [options, sources] = await Promise.all([
    findSetupOptions(
      db(),
      center.id,
      (source?.setup.visits ?? []).map(({ hostRegionId }) => hostRegionId),
    ),
    listCopySources(db(), center.id),
  ]);
  const keep = [searchParams.keep ?? []].flat();
  const start = typeof searchParams.start === "string" ? searchParams.start : "";
  const startsOn = isIsoDate(start) ? start : today;
  const empty: CohortSetup = {
    program: "",
    name: "",
    regulationRef: "",
    startsOn,
    endsOn: addDays(startsOn, 95),
    timeZone: defaultTimeZone,
    gatePolicy: "ON_APPROVAL",
    spreadThreshold: 15,
    escalateAfterDays: 3,
    visits: [],
    dueDates: null,
    evaluationRubricId: usual(options.rubrics.evaluationRubricId),
    transferRubricId: usual(options.rubrics.transferRubricId),
    workRubricId: usual(options.rubrics.workRubricId),
    gradeBands: [...BAND_PRESETS.ninety],
  };
  const copied = source && {
    ...shiftSetup(source.setup, (date) =>
      addDays(date, daysBetween(source.setup.startsOn, startsOn)),
    ),
    name: "",
  };
  const setup: CohortSetup = copied
    ? {
        ...copied,
        dueDates: keep.includes("due") ? copied.dueDates : null,
        ...(keep.includes("rubrics")
          ? {}
          : {
              evaluationRubricId: empty.evaluationRubricId,
              transferRubricId: empty.transferRubricId,
              workRubricId: empty.workRubricId,
            }),
        gradeBands: keep.includes("bands") ? copied.gradeBands : empty.gradeBands,
      }
    : empty;
  const fromNothing = searchParams.from === "nothing";
  return {
    center,
    centers,
    sources,
    options,
    today,
    step: source || fromNothing ? "form" : "source",
    copy: source
      ? {
          cohortId: copyId,
          name: source.setup.name,
          groups: keep.includes("groups"),
          agenda: keep.includes("agenda"),
        }
      : null,
    setup,
  };
});

/** What a new cohort begins with: the latest version of the library's usual rubric of each kind. */
function usual(versions: SetupOptions["rubrics"]["workRubricId"]): string {
  const shared = versions.filter(({ own }) => !own);
  const found = shared.find(({ code }) => USUAL_RUBRICS.includes(code));
  return (found ?? shared[0] ?? versions[0])?.id ?? "";
}

function isId(value: string): boolean {
  return z.uuid().safeParse(value).success;
}
