import "server-only";
import { cache } from "react";
import { z } from "zod";
import {
  digestOf,
  findLastAllocation,
  findReasons,
  listAllocations,
  readStanding,
} from "@/lib/allocation/data";
import {
  BANDS,
  type Band,
  DEFAULT_WEIGHTS,
  type DeskPerson,
  type DeskPlace,
  type DeskProposal,
  type PastAllocation,
  type PastReason,
  type PlaceKind,
  SEED_BOUND,
  WEIGHT_BOUND,
} from "@/lib/allocation/model";
import {
  type AllocationPlan,
  planAllocation,
  problemOf,
  type Settings,
  type Standing,
} from "@/lib/allocation/planning";
import { historyQuerySchema, movesSchema } from "@/lib/allocation/schema";
import { type DueDates, moveOn, proposeDueDates } from "@/lib/cohort/due-dates";
import { loadOrganizing, type SearchParams } from "@/lib/cohort/loaders";
import type { CohortHeader } from "@/lib/cohort/model";
import { dayIn } from "@/lib/platform/clock";
import { appContext } from "@/lib/platform/context";
import { db } from "@/lib/platform/db";
import { addDays, type LocalTime, toLocalTime } from "@/lib/platform/zoned-time";
import { listUsableTemplates } from "@/lib/template/data";
import type { AssignmentTemplate } from "@/lib/template/model";

/** How many days participants have to choose unless said otherwise. */
const WISH_DAYS = 3;

const weight = (usual: number) => z.coerce.number().int().min(0).max(WEIGHT_BOUND).catch(usual);
const querySchema = z.object({
  kind: z.enum(["innovation", "facilitator", "group"]).catch("innovation"),
  band: z.enum(BANDS).catch("agency"),
  propose: z.enum(["0", "1"]).catch("0"),
  wishes: weight(DEFAULT_WEIGHTS.wishes),
  spread: weight(DEFAULT_WEIGHTS.spread),
  load: weight(DEFAULT_WEIGHTS.load),
  seed: z.coerce.number().int().min(0).max(SEED_BOUND).catch(1),
});

const KIND_OF = {
  innovation: "INNOVATION",
  facilitator: "FACILITATOR",
  group: "GROUP",
} as const satisfies Record<string, PlaceKind>;

export interface AllocationPage {
  cohort: CohortHeader;
  kind: PlaceKind;
  band: Band;
  settings: Settings;
  people: DeskPerson[];
  places: DeskPlace[];
  /** Null until it is asked for. */
  proposal: DeskProposal | null;
  /** When work given here is due unless said otherwise. */
  due: DueDates;
  /** The centre's templates, for work that is given here. */
  templates: AssignmentTemplate[];
  /** Until when participants are asked for their choices, or might be, on the cohort's clocks. */
  wishesUntil: LocalTime;
  /** The last allocation that can be taken back. */
  last: { id: string; appliedAt: Date; moves: number } | null;
}

/** A cohort's allocation, as it stands and, where it is asked for, as it could be; for its organisers. */
export const loadAllocation = cache(
  async (cohortId: string, searchParams: SearchParams): Promise<AllocationPage> => {
    const { actor, cohort, authorized } = await loadOrganizing(cohortId);
    const query = querySchema.parse(searchParams);
    const { band, seed, wishes, spread, load } = query;
    const kind = KIND_OF[query.kind];
    const settings = { weights: { wishes, spread, load }, seed };
    const [standing, last, templates] = await Promise.all([
      readStanding(db(), authorized, actor.personId, kind),
      findLastAllocation(db(), authorized, kind),
      kind === "INNOVATION" ? listUsableTemplates(db(), authorized) : [],
    ]);
    const now = appContext().clock.now();
    const { timeZone, visits, dueDates } = cohort;
    return {
      cohort,
      kind,
      band,
      settings,
      people: deskPeople(standing, settings),
      places: standing.places.map(({ id, label, name, capacity }) => ({
        id,
        label,
        name,
        capacity,
        load: standing.people.filter(({ held }) => held.some(({ placeId }) => placeId === id))
          .length,
      })),
      proposal:
        query.propose === "1" ? proposalOf(standing, planAllocation(standing, settings)) : null,
      due: dueDates ? moveOn(dueDates, now, timeZone) : proposeDueDates(visits[0], now, timeZone),
      templates,
      wishesUntil: cohort.wishesUntil
        ? toLocalTime(cohort.wishesUntil, timeZone)
        : { date: addDays(dayIn(timeZone, now), WISH_DAYS), time: "17:00" },
      last: last && {
        id: last.id,
        appliedAt: last.appliedAt,
        moves: movesSchema.parse(last.moves).length,
      },
    };
  },
);

function deskPeople(standing: Standing, settings: Settings): DeskPerson[] {
  const at = new Map(standing.places.map(({ id }, place) => [id, place]));
  const placesOf = (list: readonly { placeId: string }[]) =>
    list.flatMap(({ placeId }) => at.get(placeId) ?? []);
  const marked = new Map<string, Standing["marks"][number][]>();
  for (const mark of standing.marks) {
    const own = marked.get(mark.enrolmentId);
    if (own) own.push(mark);
    else marked.set(mark.enrolmentId, [mark]);
  }
  const { people } = problemOf(standing, settings);
  return standing.people.map(({ id, name, agency, group, held }, person) => {
    const said = marked.get(id) ?? [];
    return {
      id,
      name,
      agency,
      group,
      held: placesOf(held),
      begun: held.some(({ begun }) => begun),
      pinned: placesOf(said.filter(({ kind }) => kind === "PIN"))[0] ?? null,
      ties: placesOf(said.filter(({ kind }) => kind === "TIE")),
      conflicts: [...(people[person]?.conflicts ?? [])],
      wishes: [...(people[person]?.wishes ?? [])],
    };
  });
}

function proposalOf(standing: Standing, plan: AllocationPlan): DeskProposal {
  const at = new Map(standing.places.map(({ id }, place) => [id, place]));
  const personAt = new Map(standing.people.map(({ id }, person) => [id, person]));
  const loads = standing.places.map(() => 0);
  for (const [person, place] of plan.places.entries()) {
    const fixed = plan.problem.people[person]?.fixed ?? [];
    const there = fixed.length > 0 ? fixed.map((one) => one.place) : place === null ? [] : [place];
    for (const one of there) loads[one] = (loads[one] ?? 0) + 1;
  }
  return {
    digest: digestOf(standing.kind, plan),
    places: plan.places,
    reasons: plan.reasons,
    moves: plan.moves.map(({ enrolmentId, from, to }) => ({
      person: personAt.get(enrolmentId) ?? 0,
      from: from ? (at.get(from.placeId) ?? null) : null,
      to: at.get(to) ?? 0,
    })),
    clashes: plan.clashes,
    loads,
    cost: plan.cost,
    standing: plan.standing,
  };
}

export interface AllocationHistory {
  cohort: CohortHeader;
  past: PastAllocation[];
  /** Of the one that is asked for, where it is there and explained. */
  chosen: { allocation: PastAllocation; places: { label: string }[]; people: PastReason[] } | null;
}

/** What was allocated in a cohort, by whom, and why; for its organisers. */
export const loadAllocationHistory = cache(
  async (cohortId: string, searchParams: SearchParams): Promise<AllocationHistory> => {
    const { cohort, authorized } = await loadOrganizing(cohortId);
    const { of } = historyQuerySchema.parse(searchParams);
    const [past, reasons] = await Promise.all([
      listAllocations(db(), authorized),
      of === null ? null : findReasons(db(), authorized, of),
    ]);
    const allocation = past.find(({ id }) => id === of);
    return { cohort, past, chosen: allocation && reasons ? { allocation, ...reasons } : null };
  },
);
