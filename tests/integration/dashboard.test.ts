import { beforeAll, describe, expect, it, vi } from "vitest";
import { STAGE_KINDS, STAGE_STATES, type StageKind } from "@/lib/assignment/model";
import { cancelAssignment } from "@/lib/assignment/mutations";
import { loadAssignDesk, loadCohorts, type SearchParams } from "@/lib/cohort/loaders";
import { authorizeCohort } from "@/lib/cohort/policy";
import { listBoard, listWork } from "@/lib/dashboard/data";
import { loadAnalysis, loadDashboard, loadObstacles, loadWork } from "@/lib/dashboard/loaders";
import {
  type BoardFilter,
  type BoardRow,
  type BoardSort,
  FACETS,
  type Facet,
  type FacetRow,
  obstaclesHref,
  STANDING_STATES,
  type WorkFilter,
  workHref,
} from "@/lib/dashboard/model";
import { workQuerySchema } from "@/lib/dashboard/schema";
import { OBSTACLE_CATEGORIES } from "@/lib/obstacle/model";
import { findActor } from "@/lib/person/data";
import type { Actor } from "@/lib/platform/actor";
import { createBusyCohort } from "@/tests/support/busy-cohort";
import { openDatabase } from "@/tests/support/database";
import { createWorld, newId, value, type World } from "@/tests/support/world";

/**
 * The dashboard against a slow count of the same rows, and its figures against the lists that they
 * lead to. What is asked are the loaders of the pages; only who is signed in is told them.
 */

const session = vi.hoisted(() => ({ ask: (): Promise<Actor> => Promise.reject() }));
vi.mock("@/lib/session/actor", () => ({ requireActor: () => session.ask() }));

/** The size from which on a page is never left out: nobody, one, the founding cohort, ten of it. */
const SIZES = [0, 1, 54, 540] as const;

const database = openDatabase();
let world: World;
const cohorts = new Map<number, string>();

/** Whoever asks is read from the database, as on every request. */
function signIn(actor: Actor) {
  session.ask = async () => {
    const found = await findActor(database.app, { personId: actor.personId, sessionVersion: 0 });
    if (!found) throw new Error("nobody");
    return found;
  };
}

beforeAll(async () => {
  world = await createWorld(database.app);
  for (const size of SIZES) {
    const { cohortId } = await createBusyCohort(database.app, world, size, new Date());
    cohorts.set(size, cohortId);
  }
  signIn(world.organizer);
}, 120_000);

const cohortOf = (size: number) => cohorts.get(size) ?? "";

/** The proof that the world's organiser may read a cohort of the own centre. */
function authorized(id: string) {
  const proof = authorizeCohort(world.organizer, { id, centerId: world.centerId });
  if (!proof) throw new Error("not the organiser's cohort");
  return proof;
}

/** The query of an address, as Next hands it on. */
function queryOf(href: string): SearchParams {
  return Object.fromEntries(new URL(href, "http://localhost").searchParams);
}

/** Every row of the list that an address leads to, page by page. */
async function follow(href: string) {
  const cohortId = href.split(/[/?]/)[2] ?? "";
  const list = href.includes("/obstacles")
    ? async (query: SearchParams) => (await loadObstacles(cohortId, query)).obstacles
    : async (query: SearchParams) => (await loadWork(cohortId, query)).work;
  const first = await list(queryOf(href));
  const rows: { assignmentId: string }[] = [...first.rows];
  for (let page = 2; page <= first.pages; page += 1) {
    rows.push(...(await list({ ...queryOf(href), page: String(page) })).rows);
  }
  expect(rows, href).toHaveLength(first.total);
  return rows;
}

/** All of a cohort's live work, as plain rows. */
async function rawWork(cohortId: string) {
  const assignments = await database.app.assignment.findMany({
    where: { cohortId, cancelledAt: null },
    include: {
      enrolment: true,
      stages: {
        include: { latestRevision: { include: { evaluation: true, obstacles: true } } },
      },
    },
  });
  return assignments.flatMap((assignment) =>
    assignment.stages.map((stage) => ({
      ...stage,
      group: assignment.enrolment.groupId ?? "none",
      agency: assignment.enrolment.agencyId,
      facilitator: assignment.enrolment.facilitatorId ?? "none",
      innovation: assignment.innovationId,
    })),
  );
}

type RawStage = Awaited<ReturnType<typeof rawWork>>[number];
const late = (stage: RawStage, now: string) =>
  (stage.state === "OPEN" || stage.state === "RETURNED") && stage.dueAt < new Date(now);
const stands = (stage: RawStage) => STANDING_STATES.some((state) => state === stage.state);

describe.each(SIZES)("with %i participants", (size) => {
  it("counts what is there", async () => {
    const cohortId = cohortOf(size);
    const { counts, now } = await loadDashboard(cohortId, {});
    const raw = await rawWork(cohortId);
    const check = (row: FacetRow, own: RawStage[]) => {
      for (const kind of STAGE_KINDS) {
        const ofKind = own.filter((stage) => stage.kind === kind);
        expect(row.stages[kind].total).toBe(ofKind.length);
        expect(row.stages[kind].begun).toBe(
          ofKind.filter(({ state, draftSavedAt }) => state === "OPEN" && draftSavedAt).length,
        );
        expect(row.stages[kind].late).toBe(ofKind.filter((stage) => late(stage, now)).length);
        for (const state of STAGE_STATES) {
          expect(row.stages[kind].states[state], `${row.name} ${kind} ${state}`).toBe(
            ofKind.filter((stage) => stage.state === state).length,
          );
        }
      }
    };
    check(counts.all, raw);
    for (const facet of FACETS) {
      for (const row of counts[facet]) {
        check(
          row,
          raw.filter((stage) => stage[facet] === row.id),
        );
      }
      // Nothing is left out of a division: its parts add up to the whole.
      const sum = counts[facet].reduce((total, row) => total + row.stages.EVALUATE.total, 0);
      expect(sum, facet).toBe(counts.all.stages.EVALUATE.total);
    }
    const people = await database.app.enrolment.findMany({
      where: { cohortId, role: "PARTICIPANT" },
      include: { assignments: { where: { cancelledAt: null } } },
    });
    expect(counts.all.participants).toBe(size);
    expect(counts.unassigned).toBe(
      people.filter(({ assignments }) => assignments.length === 0).length,
    );
  });

  it("shows everybody on the board once for each assignment", async () => {
    const cohortId = cohortOf(size);
    const people = await database.app.enrolment.findMany({
      where: { cohortId, role: "PARTICIPANT" },
      include: { assignments: { where: { cancelledAt: null }, select: { id: true } } },
    });
    const expected = people
      .flatMap(({ id, assignments }) =>
        assignments.length === 0 ? [`${id} -`] : assignments.map((work) => `${id} ${work.id}`),
      )
      .toSorted();
    for (const by of FACETS) {
      const shown: string[] = [];
      const keys: string[] = [];
      let pages = 1;
      for (let page = 1; page <= pages; page += 1) {
        const board = await listBoard(database.app, authorized(cohortId), { by }, page, new Date());
        pages = board.pages;
        expect(board.total).toBe(expected.length);
        for (const row of board.rows) {
          shown.push(`${row.enrolmentId} ${row.assignment?.id ?? "-"}`);
          if (keys.at(-1) !== row.key) keys.push(row.key);
        }
      }
      expect(shown.toSorted(), by).toEqual(expected);
      // Each group stands in one piece, also across pages.
      expect(new Set(keys).size, by).toBe(keys.length);
    }
  });

  it("shows of the board what is asked for, in the order that is asked for", async () => {
    const cohortId = cohortOf(size);
    const now = new Date();
    const raw = await rawWork(cohortId);
    const whole = async (filter: Omit<BoardFilter, "by">) => {
      const rows: BoardRow[] = [];
      let pages = 1;
      for (let page = 1; page <= pages; page += 1) {
        const board = await listBoard(
          database.app,
          authorized(cohortId),
          { by: "group", ...filter },
          page,
          now,
        );
        pages = board.pages;
        rows.push(...board.rows);
      }
      return rows;
    };
    const ofWork = (rows: BoardRow[]) => rows.map((row) => row.assignment?.id).toSorted();
    const having = (is: (stage: RawStage) => boolean) =>
      [...new Set(raw.filter(is).map((stage) => stage.assignmentId))].toSorted();
    expect(ofWork(await whole({ show: "late" }))).toEqual(
      having((stage) => late(stage, now.toISOString())),
    );
    expect(ofWork(await whole({ show: "returned" }))).toEqual(
      having(({ state }) => state === "RETURNED"),
    );
    expect(ofWork(await whole({ show: "waiting" }))).toEqual(
      having(({ state }) => state === "SUBMITTED"),
    );
    const all = await whole({});
    const orders: Record<BoardSort, (row: BoardRow) => string | number> = {
      name: (row) => row.name,
      late: (row) =>
        Math.min(
          ...raw
            .filter((stage) => stage.assignmentId === row.assignment?.id)
            .filter((stage) => late(stage, now.toISOString()))
            .map(({ dueAt }) => dueAt.getTime()),
        ),
      since: (row) => row.assignment?.since ?? "9999",
      progress: (row) =>
        Object.values(row.assignment?.stages ?? {}).filter(({ state }) => state === "APPROVED")
          .length,
      score: (row) => -(row.assignment?.score ?? -1),
    };
    for (const [sort, orderOf] of Object.entries(orders)) {
      const rows = await whole({ sort: sort as BoardSort });
      expect(ofWork(rows)).toEqual(ofWork(all));
      for (const [index, row] of rows.entries()) {
        const before = rows[index - 1];
        if (!before || before.key !== row.key) continue;
        // Whoever has nothing to be ordered by stands where the order puts nothing.
        if (!row.assignment || !before.assignment) continue;
        expect(orderOf(before) <= orderOf(row), `${sort} ${index}`).toBe(true);
      }
    }
  });

  it("spreads the scores that stand, and no others", async () => {
    const cohortId = cohortOf(size);
    const { spreads } = await loadAnalysis(cohortId, {});
    const raw = (await rawWork(cohortId)).filter(
      (stage) => stage.kind === "EVALUATE" && stands(stage),
    );
    for (const spread of spreads) {
      const expected = raw
        .filter((stage) => stage.innovation === spread.innovation.id)
        .map((stage) => Number(stage.latestRevision?.evaluation?.total))
        .toSorted((a, b) => a - b);
      const values = spread.dots.map(({ value }) => value).toSorted((a, b) => a - b);
      expect(values).toEqual(expected);
      const mean = expected.reduce((sum, score) => sum + score, 0) / expected.length;
      if (expected.length > 0) expect(spread.mean).toBeCloseTo(mean, 9);
      const rows = await follow(
        workHref(cohortId, {
          stage: "EVALUATE",
          innovation: spread.innovation.id,
          scored: true,
        }),
      );
      expect(rows.map(({ assignmentId }) => assignmentId).toSorted()).toEqual(
        spread.dots.map(({ assignmentId }) => assignmentId).toSorted(),
      );
    }
    expect(spreads.reduce((sum, { dots }) => sum + dots.length, 0)).toBe(raw.length);
  });

  it("counts obstacles of submissions that stand, each cell as long as its list", async () => {
    const cohortId = cohortOf(size);
    const { obstacles, counts } = await loadAnalysis(cohortId, {});
    const raw = (await rawWork(cohortId)).filter(
      (stage) => stage.kind === "OBSTACLES" && stands(stage),
    );
    let total = 0;
    for (const { id: innovation } of counts.innovation) {
      const own = raw
        .filter((stage) => stage.innovation === innovation)
        .flatMap((stage) => stage.latestRevision?.obstacles ?? []);
      for (const category of OBSTACLE_CATEGORIES) {
        const cell = obstacles.find(
          (count) => count.innovationId === innovation && count.category === category,
        );
        const count = cell?.count ?? 0;
        expect(count).toBe(own.filter((obstacle) => obstacle.category === category).length);
        total += count;
        if (size <= 54 && count > 0) {
          const rows = await follow(obstaclesHref(cohortId, { innovation, category }));
          expect(rows).toHaveLength(count);
        }
      }
    }
    expect(await follow(obstaclesHref(cohortId, {}))).toHaveLength(total);
  });

  it("puts what waits longest first", async () => {
    const cohortId = cohortOf(size);
    const { attention, now } = await loadDashboard(cohortId, {});
    const raw = await rawWork(cohortId);
    const overdue = raw
      .filter((stage) => late(stage, now))
      .map(({ dueAt }) => dueAt.toISOString())
      .toSorted();
    expect(attention.late.map(({ dueAt }) => dueAt)).toEqual(overdue.slice(0, 6));
    const waiting = raw
      .flatMap(({ state, submittedAt }) =>
        state === "SUBMITTED" && submittedAt ? [submittedAt.toISOString()] : [],
      )
      .toSorted();
    expect(attention.waiting.map(({ submittedAt }) => submittedAt)).toEqual(waiting.slice(0, 6));
  });
});

it("every figure is as long as the list that it leads to", async () => {
  const cohortId = cohortOf(54);
  const { counts, now } = await loadDashboard(cohortId, {});
  const figures: [WorkFilter, number][] = [];
  const add = (filter: WorkFilter, kind: StageKind, row: FacetRow) => {
    const stage = row.stages[kind];
    figures.push([{ ...filter, stage: kind }, stage.total]);
    figures.push([{ ...filter, stage: kind, late: true }, stage.late]);
    for (const state of STAGE_STATES) {
      figures.push([{ ...filter, stage: kind, states: [state] }, stage.states[state]]);
    }
    const open = { ...filter, stage: kind, states: ["OPEN"] } satisfies WorkFilter;
    figures.push([{ ...open, begun: true }, stage.begun]);
    figures.push([{ ...open, begun: false }, stage.states.OPEN - stage.begun]);
  };
  for (const kind of STAGE_KINDS) {
    add({}, kind, counts.all);
    for (const facet of FACETS) {
      for (const row of counts[facet]) add({ [facet]: row.id }, kind, row);
    }
  }
  const sum = (figure: (row: FacetRow["stages"][StageKind]) => number) =>
    STAGE_KINDS.reduce((total, kind) => total + figure(counts.all.stages[kind]), 0);
  figures.push([{ late: true }, sum((stage) => stage.late)]);
  figures.push([{ states: ["SUBMITTED"] }, sum((stage) => stage.states.SUBMITTED)]);
  expect(figures.length).toBeGreaterThan(400);
  for (const [filter, figure] of figures) {
    const href = workHref(cohortId, filter);
    const query = workQuerySchema.parse(queryOf(href));
    const list = await listWork(database.app, authorized(cohortId), query.filter, 1, {
      now: new Date(now),
      viewerId: world.organizer.personId,
    });
    expect(list.total, href).toBe(figure);
  }
  // The rows themselves, not only their number, for the two lists that the dashboard begins.
  for (const row of await follow(workHref(cohortId, { late: true }))) {
    expect(row).toMatchObject({ late: true });
  }
}, 60_000);

it("never counts or lists what was cancelled, paused or withdrawn", async () => {
  const cohortId = cohortOf(54);
  const cancelled = await database.app.assignment.findMany({
    where: { cohortId, cancelledAt: { not: null } },
    select: { id: true },
  });
  expect(cancelled.length).toBeGreaterThan(0);
  const listed = await follow(workHref(cohortId, {}));
  const ids = new Set(listed.map(({ assignmentId }) => assignmentId));
  for (const { id } of cancelled) expect(ids.has(id)).toBe(false);

  // Somebody has a paused stage with obstacles, and somebody a withdrawn evaluation with a score.
  const raw = await rawWork(cohortId);
  const paused = raw.filter(
    ({ kind, state, latestRevision }) =>
      kind === "OBSTACLES" && state === "LOCKED" && latestRevision,
  );
  const withdrawn = raw.filter(
    ({ kind, state, latestRevision }) => kind === "EVALUATE" && state === "OPEN" && latestRevision,
  );
  expect(paused.length).toBeGreaterThan(0);
  expect(withdrawn.length).toBeGreaterThan(0);
  const { spreads } = await loadAnalysis(cohortId, {});
  const scored = new Set(spreads.flatMap(({ dots }) => dots.map((dot) => dot.assignmentId)));
  const told = new Set(
    (await follow(obstaclesHref(cohortId, {}))).map(({ assignmentId }) => assignmentId),
  );
  for (const { assignmentId } of withdrawn) expect(scored.has(assignmentId)).toBe(false);
  for (const { assignmentId } of paused) expect(told.has(assignmentId)).toBe(false);
});

it("a cancelled assignment leaves the board at once", async () => {
  const cohortId = cohortOf(1);
  const [row] = (await loadDashboard(cohortId, {})).board.rows;
  const assignmentId = row?.assignment?.id ?? "";
  value(
    await cancelAssignment(world.ctx, world.organizer, {
      commandId: newId(),
      assignmentId,
      reason: "Peserta pindah tugas",
    }),
  );
  const { board, counts } = await loadDashboard(cohortId, {});
  expect(board.rows).toMatchObject([{ assignment: null }]);
  expect(counts.all.stages.EVALUATE.total).toBe(0);
  expect(counts.unassigned).toBe(1);
});

it("tells on the board whose phone holds unsent work, of late", async () => {
  signIn(world.organizer);
  const cohortId = cohortOf(54);
  const people = await database.app.enrolment.findMany({
    where: { cohortId, role: "PARTICIPANT" },
    orderBy: { rosterNumber: "asc" },
    take: 2,
    select: { id: true, personId: true },
  });
  const [fresh, lapsed] = people;
  const report = (personId: string, days: number) =>
    database.app.deviceReport.create({
      data: {
        personId,
        deviceId: newId(),
        drafts: 1,
        photos: 0,
        oldestAt: new Date(Date.now() - days * 86_400_000),
        reportedAt: new Date(Date.now() - days * 86_400_000),
      },
    });
  await report(fresh?.personId ?? "", 0.1);
  await report(lapsed?.personId ?? "", 8);
  const { board } = await loadDashboard(cohortId, { show: "unsent" });
  expect(new Set(board.rows.map(({ enrolmentId }) => enrolmentId))).toEqual(new Set([fresh?.id]));
  const whole = await loadDashboard(cohortId, {});
  for (const row of whole.board.rows) expect(row.unsent).toBe(row.enrolmentId === fresh?.id);
  expect(whole.unsent.people.map(({ enrolmentId }) => enrolmentId)).toEqual([fresh?.id]);
  await database.app.deviceReport.deleteMany({});
});

describe("scope", () => {
  const everyPage = (cohortId: string) => [
    () => loadDashboard(cohortId, {}),
    () => loadAnalysis(cohortId, {}),
    () => loadWork(cohortId, {}),
    () => loadObstacles(cohortId, {}),
    () => loadAssignDesk(cohortId),
  ];
  const notFound = { digest: expect.stringContaining("404") };

  it("another centre's cohort, none at all, and no id look the same", async () => {
    signIn(world.stranger);
    for (const cohortId of [cohortOf(54), newId(), "not-an-id"]) {
      for (const page of everyPage(cohortId)) await expect(page()).rejects.toMatchObject(notFound);
    }
    const { rows } = await loadCohorts({});
    expect(rows.map(({ id }) => id)).not.toContain(cohortOf(54));
    expect(rows).toHaveLength(1);
  });

  it("who takes part reads no dashboard", async () => {
    const people = [world.participants[0], world.facilitators[0], world.administrator];
    for (const actor of people) {
      if (!actor) throw new Error("an empty world");
      signIn(actor);
      await expect(loadCohorts({})).rejects.toMatchObject(notFound);
      const [dashboard, analysis, work, obstacles] = everyPage(world.cohortId);
      for (const page of [dashboard, analysis, work, obstacles]) {
        await expect(page?.()).rejects.toMatchObject(notFound);
      }
    }
  });

  it("a viewer reads everything and changes nothing", async () => {
    signIn(world.viewer);
    const cohortId = cohortOf(54);
    expect((await loadDashboard(cohortId, {})).can).toEqual({ assign: false });
    expect((await loadWork(cohortId, {})).can).toEqual({ assign: false, cancel: false });
    await expect(loadAssignDesk(cohortId)).rejects.toMatchObject(notFound);
  });

  it("a facilitator assigns to those who are allocated, an organiser to all", async () => {
    const [facilitator, other] = world.facilitators;
    if (!facilitator || !other) throw new Error("an empty world");
    signIn(facilitator);
    const desk = await loadAssignDesk(world.cohortId);
    expect(desk).toMatchObject({ scope: "allocated", isStaff: false });
    const enrolments = world.participants.map((actor) => actor.enrolments[0]?.id);
    expect(desk.participants.map(({ id }) => id)).toEqual(enrolments.slice(0, 2));
    await expect(loadAssignDesk(cohortOf(54))).rejects.toMatchObject(notFound);
    signIn(world.organizer);
    const whole = await loadAssignDesk(world.cohortId);
    expect(whole).toMatchObject({ scope: "all", isStaff: true });
    expect(whole.participants).toHaveLength(world.participants.length);
    expect(whole.innovations.map(({ id }) => id).toSorted()).toEqual(
      world.innovationIds.toSorted(),
    );
  });
});

describe("addresses", () => {
  it.each([
    ["?page=99999", { page: 2 }],
    ["?page=0", { page: 1 }],
    ["?page=x&stage=NOPE&state=,&agency=1&late=yes&q=%00", { page: 1 }],
    ["?q=%25", { page: 1, total: 0 }],
    ["?q=_eserta", { page: 1, total: 0 }],
    ["?q=PESERTA%20001", { page: 1, total: 4 }],
    ["?group=none&stage=EVALUATE", { page: 1, total: 6 }],
    // What the cohort has no more is left out, and the page says so.
    [`?agency=${"00000000-0000-4000-8000-000000000000"}&q=%25`, { total: 0, pages: 1 }],
  ])("%s is understood or left out, never an error", async (query, expected) => {
    signIn(world.organizer);
    const cohortId = cohortOf(54);
    const href = `/cohorts/${cohortId}/work${query}`;
    const { work } = await loadWork(cohortId, queryOf(href));
    expect(work).toMatchObject(
      "page" in expected && expected.page === 2 ? { page: work.pages } : expected,
    );
    await loadDashboard(cohortId, queryOf(href));
    await loadAnalysis(cohortId, queryOf(href));
    await loadCohorts(queryOf(href));
    await loadObstacles(cohortId, queryOf(href));
  });

  it("says what it left out, and shows the rest", async () => {
    signIn(world.organizer);
    const cohortId = cohortOf(54);
    const gone = newId();
    const asked = { agency: gone, show: "NOPE", sort: "name", page: "x", column: "1", q: "" };
    const { ignored, board, query } = await loadDashboard(cohortId, asked);
    expect(ignored.toSorted()).toEqual(["agency", "column", "page", "show"]);
    expect(query.board).toMatchObject({ sort: "name" });
    expect(query.board.agency).toBeUndefined();
    const plain = await loadDashboard(cohortId, { sort: "name" });
    expect(board).toEqual(plain.board);
    expect(plain.ignored).toEqual([]);
    const work = await loadWork(cohortId, { agency: gone, late: "1", begun: "0", state: "OPEN" });
    expect(work.ignored).toEqual(["agency"]);
    expect(work.query.filter).toMatchObject({ late: true, begun: false, states: ["OPEN"] });
  });

  it("a facet that nobody has leads to nobody", async () => {
    const cohortId = cohortOf(54);
    for (const facet of ["agency", "innovation"] as const satisfies Facet[]) {
      const { work } = await loadWork(cohortId, { [facet]: "none" });
      expect(work.total).toBe(0);
    }
  });
});
