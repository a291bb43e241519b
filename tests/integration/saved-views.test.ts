import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { SearchParams } from "@/lib/cohort/loaders";
import { loadAnalysis, loadDashboard, loadObstacles, loadWork } from "@/lib/dashboard/loaders";
import { loadFairness } from "@/lib/fairness/loaders";
import { loadFindings } from "@/lib/finding/loaders";
import { findActor } from "@/lib/person/data";
import type { Actor } from "@/lib/platform/actor";
import { loadViews } from "@/lib/saved-view/loaders";
import { VIEW_BOUNDS, type ViewPage, viewHref, viewsHref } from "@/lib/saved-view/model";
import { changeView, removeView, saveView } from "@/lib/saved-view/mutations";
import { keptQuery } from "@/lib/saved-view/schema";
import { openDatabase } from "@/tests/support/database";
import { addAdministrator, createWorld, newId, value, type World } from "@/tests/support/world";

const session = vi.hoisted(() => ({ ask: (): Promise<Actor> => Promise.reject() }));
vi.mock("@/lib/session/actor", () => ({ requireActor: () => session.ask() }));

const database = openDatabase();
let world: World;
let colleague: Actor;

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
  colleague = await addAdministrator(database.app, world);
});
beforeEach(async () => {
  await database.owner.savedView.deleteMany();
});

type Save = Parameters<typeof saveView>[2];
const save = (actor: Actor, more: Partial<Save> = {}) =>
  saveView(world.ctx, actor, {
    commandId: newId(),
    cohortId: world.cohortId,
    page: "BOARD",
    name: "Yang terlambat",
    filters: "by=agency&show=late&sort=late",
    shared: false,
    ...more,
  });
const change = (actor: Actor, viewId: string, more = {}) =>
  changeView(world.ctx, actor, {
    commandId: newId(),
    cohortId: world.cohortId,
    viewId,
    basedOn: 0,
    name: "Nama lain",
    shared: false,
    ...more,
  });
const remove = (actor: Actor, viewId: string) =>
  removeView(world.ctx, actor, { commandId: newId(), cohortId: world.cohortId, viewId });
async function seenBy(actor: Actor) {
  signIn(actor);
  return (await loadViews(world.cohortId, {})).views;
}

describe("a saved view", () => {
  it("is kept for oneself, and read by nobody else", async () => {
    const { viewId } = value(await save(world.viewer));
    expect(await seenBy(world.viewer)).toMatchObject([
      {
        id: viewId,
        name: "Yang terlambat",
        page: "BOARD",
        query: "by=agency&show=late&sort=late",
        ownerName: null,
        can: { change: true, remove: true },
      },
    ]);
    expect(await seenBy(world.organizer)).toEqual([]);
    expect(await change(world.organizer, viewId)).toMatchObject({ reason: "not_found" });
    expect(await remove(colleague, viewId)).toMatchObject({ reason: "not_found" });
  });

  it("is shared by those whose role allows it, used by all of the centre, changed by its owner", async () => {
    expect(await save(world.viewer, { shared: true })).toMatchObject({ reason: "forbidden" });
    const { viewId } = value(await save(world.organizer, { shared: true }));
    expect(await seenBy(world.viewer)).toMatchObject([
      {
        id: viewId,
        ownerName: world.organizer.name,
        can: { change: false, remove: false },
      },
    ]);
    expect(await change(world.viewer, viewId)).toMatchObject({ reason: "forbidden" });
    expect(await remove(world.viewer, viewId)).toMatchObject({ reason: "forbidden" });
    value(await change(world.organizer, viewId));
    expect(await seenBy(world.viewer)).toEqual([]);
    expect(await change(world.organizer, viewId)).toMatchObject({ reason: "conflict" });
    value(await change(world.organizer, viewId, { basedOn: 1, shared: true }));
    // Who made it may have left: an administrator tidies up.
    value(await remove(colleague, viewId));
    expect(await seenBy(world.organizer)).toEqual([]);
  });

  it("does not exist for another centre, a participant, a facilitator, or who was deactivated", async () => {
    const { viewId } = value(await save(world.organizer, { shared: true }));
    const outsiders = [
      world.stranger,
      world.otherFacilitator,
      world.participants[0] as Actor,
      world.facilitators[0] as Actor,
    ];
    for (const actor of outsiders) {
      expect(await save(actor)).toMatchObject({ reason: "not_found" });
      expect(await change(actor, viewId)).toMatchObject({ reason: "not_found" });
      expect(await remove(actor, viewId)).toMatchObject({ reason: "not_found" });
      signIn(actor);
      await expect(loadViews(world.cohortId, {})).rejects.toThrow();
    }
    await database.owner.person.update({
      where: { id: colleague.personId },
      data: { status: "DEACTIVATED" },
    });
    await expect(seenBy(colleague)).rejects.toThrow("nobody");
    await database.owner.person.update({
      where: { id: colleague.personId },
      data: { status: "ACTIVE" },
    });
  });

  it("keeps what its page understands, and is refused where nothing is left", async () => {
    const cases: [ViewPage, string, string][] = [
      ["BOARD", "by=agency&select=1&page=3&colour=red", "by=agency"],
      ["WORK", "state=SUBMITTED,RETURNED&late=1&late=2", "state=SUBMITTED%2CRETURNED"],
      ["ANALYSIS", "split=innovation&locus=HOST", "split=innovation&locus=HOST"],
      ["OBSTACLES", "rooted=1&category=BUDGET", "category=BUDGET&rooted=1"],
      ["FINDINGS", "list=solutions&host=0&page=2", "list=solutions&host=0"],
      ["FAIRNESS", "criterion=nothing", ""],
      ["BOARD", "https://elsewhere.example/?by=x", ""],
    ];
    for (const [page, filters, kept] of cases) expect(keptQuery(page, filters)).toBe(kept);
    expect(await save(world.organizer, { filters: "colour=red" })).toMatchObject({
      reason: "invalid",
      issues: [{ code: "no_filters" }],
    });
    // Whatever is searched for comes back as it was typed, and passes the table's own rule.
    const q = "Ibu “Siti” & anak's 100% +1 / é";
    const { viewId } = value(
      await save(world.organizer, { filters: String(new URLSearchParams({ q })) }),
    );
    const [view] = await seenBy(world.organizer);
    if (view?.id !== viewId) throw new Error("the view is there");
    const { searchParams } = new URL(viewHref(world.cohortId, view), "http://x.example");
    expect(searchParams.get("q")).toBe(q);
  });

  it("is offered with the filters that one comes with", async () => {
    signIn(world.organizer);
    const href = viewsHref(world.cohortId, {
      page: "WORK",
      pageHref: `/cohorts/${world.cohortId}/work?late=1&stage=PLAN#list`,
    });
    const asked = Object.fromEntries(new URL(href, "http://x.example").searchParams);
    expect((await loadViews(world.cohortId, asked)).offered).toEqual({
      page: "WORK",
      query: "stage=PLAN&late=1",
    });
    for (const odd of [{}, { of: "work" }, { of: "nowhere", filters: "late=1" }]) {
      expect((await loadViews(world.cohortId, odd)).offered).toBeNull();
    }
  });

  it("is saved once where the request arrives twice, and so many are kept by one person", async () => {
    const commandId = newId();
    const twice = await Promise.all([
      save(world.organizer, { commandId }),
      save(world.organizer, { commandId }),
    ]);
    expect(twice[0]).toEqual(twice[1]);
    expect(await seenBy(world.organizer)).toHaveLength(1);
    const all = await Promise.all(
      Array.from({ length: VIEW_BOUNDS.most + 3 }, (_, index) =>
        save(world.organizer, { name: `Tampilan ${index}` }),
      ),
    );
    expect(all.filter((result) => !result.ok)).toHaveLength(4);
    expect(all.find((result) => !result.ok)).toMatchObject({
      reason: "invalid",
      issues: [{ code: "too_many" }],
    });
    expect(await seenBy(world.organizer)).toHaveLength(VIEW_BOUNDS.most);
    // Another's are counted for themselves.
    value(await save(world.viewer));
  }, 60_000);

  it("stays what it is against SQL of the application's role", async () => {
    const { viewId } = value(await save(world.organizer));
    const { viewId: looked } = value(await save(world.viewer));
    const db = database.app;
    const { centerId } = world;
    const row = {
      centerId,
      page: "BOARD" as const,
      name: "Apa saja",
      query: "by=agency",
      shared: false,
      createdAt: new Date(),
    };
    const tries: (() => Promise<unknown>)[] = [
      () => db.savedView.create({ data: { ...row, ownerId: world.stranger.personId } }),
      () =>
        db.savedView.create({
          data: { ...row, ownerId: (world.participants[0] as Actor).personId },
        }),
      () => db.savedView.create({ data: { ...row, ownerId: world.viewer.personId, shared: true } }),
      () =>
        db.savedView.create({
          data: { ...row, ownerId: world.organizer.personId, query: "by=a#//elsewhere" },
        }),
      () => db.savedView.update({ where: { id: viewId }, data: { name: "Tanpa versi" } }),
      () =>
        db.savedView.update({
          where: { id: viewId },
          data: { ownerId: world.viewer.personId, version: 1 },
        }),
      () => db.savedView.update({ where: { id: looked }, data: { shared: true, version: 1 } }),
    ];
    for (const attempt of tries) await expect(attempt()).rejects.toThrow();
  });

  it("stands in the log of its centre", async () => {
    const { viewId } = value(await save(world.organizer, { shared: true }));
    value(await change(world.organizer, viewId, { shared: true }));
    value(await remove(world.organizer, viewId));
    const events = await database.owner.auditEvent.findMany({
      where: { type: { startsWith: "view." }, payload: { path: ["viewId"], equals: viewId } },
      orderBy: { at: "asc" },
      select: { type: true, centerId: true, actorId: true },
    });
    expect(events.map(({ type }) => type).toSorted()).toEqual([
      "view.changed",
      "view.removed",
      "view.saved",
    ]);
    expect(new Set(events.map(({ centerId }) => centerId))).toEqual(new Set([world.centerId]));
  });
});

describe("an address that outlived what it named", () => {
  const gone = "00000000-0000-4000-8000-000000000000";
  const loads: [string, (id: string, asked: SearchParams) => Promise<{ ignored: string[] }>][] = [
    ["board", loadDashboard],
    ["work", loadWork],
    ["analysis", loadAnalysis],
    ["obstacles", loadObstacles],
    ["findings", loadFindings],
    ["fairness", loadFairness],
  ];

  it.each(loads)("leaves the %s working, which says what it left out", async (_, load) => {
    signIn(world.organizer);
    const asked = { list: "strengths", innovation: gone, colour: "red" };
    const { ignored } = await load(world.cohortId, asked);
    expect(ignored).toEqual(expect.arrayContaining(["innovation", "colour"]));
    expect((await load(world.cohortId, {})).ignored).toEqual([]);
  });

  it("is said also where something else is shown in the place of what was asked for", async () => {
    signIn(world.organizer);
    const { ignored } = await loadAnalysis(world.cohortId, { split: "colour" });
    expect(ignored).toEqual(["split"]);
    expect((await loadAnalysis(world.cohortId, { split: "agency" })).ignored).toEqual([]);
    const board = await loadDashboard(world.cohortId, { by: "colour", page: "x" });
    expect(board.ignored.toSorted()).toEqual(["by", "page"]);
  });
});
