import { beforeAll, describe, expect, it, vi } from "vitest";
import { loadAnalysis, loadObstacles } from "@/lib/dashboard/loaders";
import { obstaclesHref, STANDING_STATES } from "@/lib/dashboard/model";
import { loadFindings } from "@/lib/finding/loaders";
import { type FindingFilter, type FindingList, findingsHref } from "@/lib/finding/model";
import { OBSTACLE_CATEGORIES, OBSTACLE_LOCI } from "@/lib/obstacle/model";
import { findActor } from "@/lib/person/data";
import type { Actor } from "@/lib/platform/actor";
import { TRANSFER_TYPES } from "@/lib/solution/model";
import { createBusyCohort } from "@/tests/support/busy-cohort";
import { openDatabase } from "@/tests/support/database";
import { createWorld, newId, type World } from "@/tests/support/world";

/** What a cohort found, against a slow count of the raw rows, and each figure against its list. */

const session = vi.hoisted(() => ({ ask: (): Promise<Actor> => Promise.reject() }));
vi.mock("@/lib/session/actor", () => ({ requireActor: () => session.ask() }));

const SIZES = [0, 1, 54, 540] as const;
const database = openDatabase();
const db = database.app;
let world: World;
const cohorts = new Map<number, string>();

/** Whoever asks is read from the database, as on every request. */
function signIn(actor: Actor, sessionVersion = 0) {
  session.ask = async () => {
    const found = await findActor(db, { personId: actor.personId, sessionVersion });
    if (!found) throw new Error("nobody");
    return found;
  };
}

beforeAll(async () => {
  world = await createWorld(db);
  for (const size of SIZES) {
    const { cohortId } = await createBusyCohort(db, world, size, new Date());
    cohorts.set(size, cohortId);
  }
  signIn(world.organizer);
}, 120_000);

const cohortOf = (size: number) => cohorts.get(size) ?? "";

/** The latest revisions that stand, with what was projected of them. */
async function raw(cohortId: string) {
  const assignments = await db.assignment.findMany({
    where: { cohortId, cancelledAt: null, enrolment: { withdrawnAt: null } },
    include: {
      stages: {
        include: {
          latestRevision: { include: { strengths: true, obstacles: true, solutions: true } },
        },
      },
    },
  });
  const standing = assignments.flatMap(({ innovationId, stages }) =>
    stages.flatMap(({ state, latestRevision }) =>
      latestRevision && STANDING_STATES.some((stands) => stands === state)
        ? [{ innovationId, ...latestRevision }]
        : [],
    ),
  );
  const of = <Item>(
    kind: string,
    items: (revision: (typeof standing)[number]) => readonly Item[],
  ): (Item & { innovationId: string })[] =>
    standing
      .filter((revision) => revision.kind === kind)
      .flatMap((revision) =>
        items(revision).map((item) => ({ ...item, innovationId: revision.innovationId })),
      );
  return {
    innovations: new Set(assignments.map(({ innovationId }) => innovationId)),
    strengths: of("EVALUATE", ({ strengths }) => strengths),
    obstacles: of("OBSTACLES", ({ obstacles }) => obstacles),
    solutions: of("SOLUTION", ({ solutions }) => solutions).filter(({ selected }) => selected),
  };
}

const queryOf = (href: string) =>
  Object.fromEntries(new URL(href, "http://localhost").searchParams);

/** How many rows a list has, page by page. */
async function follow(cohortId: string, list: FindingList, filter: FindingFilter) {
  const read = async (page: number) => {
    const { rows } = await loadFindings(
      cohortId,
      queryOf(findingsHref(cohortId, list, filter, page)),
    );
    if (!rows) throw new Error("no list");
    return rows;
  };
  const first = await read(1);
  if (first.list === "causes") {
    const counted = first.themes.rows.reduce((sum, { count }) => sum + count, 0);
    let total = counted;
    for (let page = 2; page <= first.themes.pages; page += 1) {
      const next = await read(page);
      if (next.list === "causes") {
        total += next.themes.rows.reduce((sum, { count }) => sum + count, 0);
      }
    }
    expect(total).toBe(first.causes);
    return total;
  }
  const pageOf = (rows: Awaited<ReturnType<typeof read>>) => {
    if (rows.list === "solutions") return rows.solutions;
    return rows.list === "strengths" ? rows.strengths : null;
  };
  const head = pageOf(first);
  let total = head?.rows.length ?? 0;
  for (let page = 2; page <= (head?.pages ?? 1); page += 1) {
    total += pageOf(await read(page))?.rows.length ?? 0;
  }
  expect(total).toBe(head?.total);
  return total;
}

describe.each(SIZES)("with %i participants", (size) => {
  it("tells strengths and obstacles of each innovation as the raw rows have them", async () => {
    const cohortId = cohortOf(size);
    const { overview } = await loadFindings(cohortId, {});
    const { innovations, strengths, obstacles } = await raw(cohortId);
    expect(new Set(overview?.findings.map(({ innovation }) => innovation.id))).toEqual(innovations);
    for (const found of overview?.findings ?? []) {
      const { id } = found.innovation;
      const strong = strengths.filter(({ innovationId }) => innovationId === id);
      const weak = obstacles.filter(({ innovationId }) => innovationId === id);
      expect(found.strengths).toBe(strong.length);
      expect(found.obstacles).toBe(weak.length);
      expect(found.firstStrengths).toHaveLength(Math.min(4, strong.length));
      expect(found.firstObstacles).toHaveLength(Math.min(4, weak.length));
      for (const text of found.firstStrengths) {
        expect(strong.map((item) => item.text)).toContain(text);
      }
      if (size > 54) continue;
      expect(await follow(cohortId, "strengths", { innovation: id })).toBe(strong.length);
      const list = await loadObstacles(
        cohortId,
        queryOf(obstaclesHref(cohortId, { innovation: id })),
      );
      expect(list.obstacles.total).toBe(weak.length);
      expect(
        list.obstacles.rows.slice(0, 4).map(({ title, category }) => ({ title, category })),
      ).toEqual(found.firstObstacles);
    }
    expect(await follow(cohortId, "strengths", {})).toBe(strengths.length);
  });

  it("counts root causes by category and by where they are felt, each as long as its list", async () => {
    const cohortId = cohortOf(size);
    const { overview } = await loadFindings(cohortId, {});
    const rooted = (await raw(cohortId)).obstacles.filter(({ rootCause }) => rootCause !== null);
    for (const category of OBSTACLE_CATEGORIES) {
      for (const locus of OBSTACLE_LOCI) {
        const cell = overview?.causes.find(
          (count) => count.category === category && count.locus === locus,
        );
        const own = rooted.filter((cause) => cause.category === category && cause.locus === locus);
        expect(cell?.count ?? 0).toBe(own.length);
        if (size === 54 && cell) {
          expect(await follow(cohortId, "causes", { category, locus })).toBe(own.length);
          const { obstacles } = await loadObstacles(
            cohortId,
            queryOf(obstaclesHref(cohortId, { category, locus, rooted: true })),
          );
          expect(obstacles.total).toBe(own.length);
        }
      }
    }
    expect(await follow(cohortId, "causes", {})).toBe(rooted.length);
  });

  it("counts chosen solutions by kind of transfer, each as long as its list", async () => {
    const cohortId = cohortOf(size);
    const { overview } = await loadFindings(cohortId, {});
    const { innovations, solutions } = await raw(cohortId);
    const counted = overview?.solutions.reduce((sum, { count }) => sum + count, 0);
    expect(counted).toBe(solutions.length);
    for (const innovation of innovations) {
      for (const transfer of TRANSFER_TYPES) {
        for (const forHost of [true, false]) {
          const cell = overview?.solutions.find(
            (count) =>
              count.innovationId === innovation &&
              count.transferType === transfer &&
              count.forHost === forHost,
          );
          const own = solutions.filter(
            (solution) =>
              solution.innovationId === innovation &&
              solution.transferType === transfer &&
              solution.forHost === forHost,
          );
          expect(cell?.count ?? 0).toBe(own.length);
          if (size === 54 && cell) {
            expect(await follow(cohortId, "solutions", { innovation, transfer, forHost })).toBe(
              own.length,
            );
          }
        }
      }
    }
    expect(await follow(cohortId, "solutions", {})).toBe(solutions.length);
  });

  it("splits the heat map by where obstacles are felt", async () => {
    const cohortId = cohortOf(size);
    const { obstacles } = await raw(cohortId);
    for (const locus of [undefined, ...OBSTACLE_LOCI]) {
      const cells = (await loadAnalysis(cohortId, { locus })).obstacles;
      const own = obstacles.filter((obstacle) => !locus || obstacle.locus === locus);
      expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(own.length);
      for (const { innovationId, category, count } of cells) {
        expect(count).toBe(
          own.filter(
            (obstacle) => obstacle.innovationId === innovationId && obstacle.category === category,
          ).length,
        );
      }
    }
  });
});

it("puts root causes that say the same together, and names the obstacle of a solution", async () => {
  const cohortId = cohortOf(54);
  const { rows } = await loadFindings(cohortId, { list: "causes" });
  if (rows?.list !== "causes") throw new Error("no list");
  // The busy cohort writes one root cause everywhere: a theme for each category that has any.
  expect(new Set(rows.themes.rows.map(({ category }) => category)).size).toBe(rows.themes.total);
  for (const { label, causes, count } of rows.themes.rows) {
    expect(label).toBe("Petugas berganti sebelum tahu caranya");
    expect(causes).toHaveLength(Math.min(20, count));
  }
  const chosen = (await loadFindings(cohortId, { list: "solutions" })).rows;
  if (chosen?.list !== "solutions") throw new Error("no list");
  expect(chosen.solutions.total).toBeGreaterThan(0);
  for (const { obstacle } of chosen.solutions.rows) expect(obstacle).toBe("Kendala 1");
});

describe("addresses", () => {
  it.each([
    [{ list: "nonsense", page: "x" }, false],
    [{ list: ["causes", "solutions"], category: "NOPE", locus: "", page: "0" }, true],
    [{ list: "solutions", innovation: "1", transfer: "STEAL", host: "yes", page: "99999" }, true],
    [{ list: "strengths", innovation: newId(), page: "1e9" }, true],
  ])("%j is understood or left out, never an error", async (query, isList) => {
    const page = await loadFindings(cohortOf(54), query);
    expect(page.rows !== null).toBe(isList);
    expect(page.overview === null).toBe(isList);
  });
});

describe("scope", () => {
  const notFound = { digest: expect.stringContaining("404") };
  const pages = [{}, { list: "causes" }, { list: "solutions" }, { list: "strengths" }];

  it("is the staff of the cohort's centre, viewers with them", async () => {
    signIn(world.viewer);
    for (const query of pages) await loadFindings(cohortOf(54), query);
  });

  it("leaves everybody else out", async () => {
    const outsiders = [
      world.stranger,
      world.otherFacilitator,
      world.otherParticipant,
      world.participants[0],
      world.facilitators[0],
      world.administrator,
    ];
    for (const actor of outsiders) {
      if (!actor) throw new Error("an empty world");
      signIn(actor);
      for (const cohortId of [cohortOf(54), world.cohortId, newId(), "not-an-id"]) {
        for (const query of pages) {
          await expect(loadFindings(cohortId, query)).rejects.toMatchObject(notFound);
        }
      }
    }
  });

  it("ends with the account", async () => {
    await db.person.update({
      where: { id: world.viewer.personId },
      data: { status: "DEACTIVATED", sessionVersion: { increment: 1 } },
    });
    for (const version of [0, 1]) {
      signIn(world.viewer, version);
      for (const query of pages) {
        await expect(loadFindings(cohortOf(54), query)).rejects.toThrow("nobody");
      }
    }
  });
});
