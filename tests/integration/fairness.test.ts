import { beforeAll, describe, expect, it, vi } from "vitest";
import { fairnessSheets } from "@/lib/api/fairness";
import { submitStage } from "@/lib/assignment/mutations";
import { STANDING_STATES } from "@/lib/dashboard/model";
import { loadFairness } from "@/lib/fairness/loaders";
import { exportFairness } from "@/lib/fairness/mutations";
import { indonesian } from "@/lib/i18n/messages";
import { findActor } from "@/lib/person/data";
import type { Actor } from "@/lib/platform/actor";
import { readSpreadsheet } from "@/lib/spreadsheet/read";
import { writeXlsx } from "@/lib/spreadsheet/write-xlsx";
import { createBusyCohort } from "@/tests/support/busy-cohort";
import { openDatabase } from "@/tests/support/database";
import type { exampleEvaluation } from "@/tests/support/documents";
import {
  approve,
  assessWork,
  assign,
  createWorld,
  enrolmentOf,
  newId,
  stageOf,
  submit,
  validDocument,
  value,
  type World,
} from "@/tests/support/world";

/** Who judged how, against a slow count of the raw rows. What is asked are the page's loaders. */

const session = vi.hoisted(() => ({ ask: (): Promise<Actor> => Promise.reject() }));
vi.mock("@/lib/session/actor", () => ({ requireActor: () => session.ask() }));

vi.mock("next-intl/server", async () => {
  const { createTranslator } = await import("next-intl");
  return {
    getLocale: async () => "id",
    getTranslations: async (namespace: string) =>
      createTranslator({ locale: "id", messages: indonesian, namespace: namespace as never }),
  };
});

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
    await rateTwice(cohortId);
  }
  signIn(world.organizer);
}, 120_000);

const cohortOf = (size: number) => cohorts.get(size) ?? "";

/** Some of the works that are done get a second rater, and half of those have finished. */
async function rateTwice(cohortId: string) {
  const works = await db.assignment.findMany({
    where: { cohortId, workAssessment: { finalizedAt: { not: null } } },
    select: { id: true, enrolment: { select: { facilitatorId: true } } },
    orderBy: { enrolment: { rosterNumber: "asc" } },
  });
  const raters = await db.enrolment.findMany({
    where: { cohortId, role: "FACILITATOR" },
    select: { id: true },
    orderBy: { rosterNumber: "asc" },
  });
  for (const [index, work] of works.entries()) {
    const rater = raters.find(({ id }) => id !== work.enrolment.facilitatorId);
    if (index % 3 !== 0 || !rater || !work.enrolment.facilitatorId) continue;
    const finished = index % 2 === 0;
    await db.secondRating.create({
      data: {
        assignmentId: work.id,
        cohortId,
        raterId: rater.id,
        assignedAt: new Date(),
        total: finished ? 55 + (index % 40) : null,
        finalizedAt: finished ? new Date() : null,
        savedAt: finished ? new Date() : null,
        version: finished ? 1 : 0,
      },
    });
  }
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
function deviation(values: number[]) {
  const centre = mean(values);
  return Math.sqrt(
    values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1),
  );
}
function median(values: number[]) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[middle]];
  return (low + high) / 2;
}
const near = (
  found: number | null,
  values: number[],
  of: (values: number[]) => number,
  least = 1,
) => (values.length < least ? expect(found).toBeNull() : expect(found).toBeCloseTo(of(values), 6));

/** All that was decided and given in a cohort, as plain rows. */
async function raw(cohortId: string) {
  const assignments = await db.assignment.findMany({
    where: { cohortId },
    include: {
      enrolment: true,
      workAssessment: true,
      secondRating: true,
      stages: { include: { latestRevision: { include: { criterionScores: true } } } },
      revisions: { include: { decisions: true } },
    },
  });
  const facilitators = await db.enrolment.findMany({ where: { cohortId, role: "FACILITATOR" } });
  const live = assignments.filter(
    ({ cancelledAt, enrolment }) => cancelledAt === null && enrolment.withdrawnAt === null,
  );
  const decisions = assignments.flatMap(({ revisions }) =>
    revisions.flatMap(({ submittedAt, decisions: made }) =>
      made
        .filter(({ kind }) => kind !== "REOPEN")
        .map((decision) => ({
          ...decision,
          hours: (decision.decidedAt.getTime() - submittedAt.getTime()) / 3_600_000,
        })),
    ),
  );
  const ratings = live.flatMap(({ stages, workAssessment: first, secondRating: second }) => {
    const approved = stages.some(({ kind, state }) => kind === "PLAN" && state === "APPROVED");
    if (!approved || !first?.finalizedAt || first.total === null) return [];
    if (second && (!second.finalizedAt || second.total === null)) return [];
    const by = facilitators.find(({ personId }) => personId === first.savedById)?.id ?? null;
    return [
      { by, total: Number(first.total) },
      ...(second ? [{ by: second.raterId, total: Number(second.total) }] : []),
    ];
  });
  return { live, facilitators, decisions, ratings };
}

describe.each(SIZES)("with %i participants", (size) => {
  it("says of each facilitator and of all what the raw rows say", async () => {
    const cohortId = cohortOf(size);
    const { raters, all } = await loadFairness(cohortId, {});
    const { live, facilitators, decisions, ratings } = await raw(cohortId);
    const waiting = live.flatMap(({ enrolment, stages }) =>
      stages
        .filter(({ state }) => state === "SUBMITTED")
        .map(() => ({ by: enrolment.facilitatorId })),
    );
    const whole = ratings.map(({ total }) => total);
    for (const { id, personId } of facilitators) {
      const row = raters.find(({ facilitatorId }) => facilitatorId === id);
      if (!row) throw new Error("a facilitator is missing");
      const own = decisions.filter(({ decidedById }) => decidedById === personId);
      const given = ratings.filter(({ by }) => by === id).map(({ total }) => total);
      expect(row.open).toBe(waiting.filter(({ by }) => by === id).length);
      expect(row.decided).toBe(own.length);
      expect(row.returned).toBe(own.filter(({ kind }) => kind === "RETURN").length);
      expect(row.returnRate).toBe(own.length === 0 ? null : row.returned / own.length);
      near(
        row.medianHours,
        own.map(({ hours }) => hours),
        median,
      );
      expect(row.ratings).toBe(given.length);
      near(row.mean, given, mean);
      near(row.deviation, given, deviation, 2);
      near(row.difference, given, (values) => mean(values) - mean(whole));
      const compared = given.length >= 5 && whole.length > given.length;
      const distance = compared ? mean(given) - mean(whole) : 0;
      expect(row.severity).toBe(distance <= -5 ? "HARSH" : distance >= 5 ? "MILD" : null);
    }
    const nobody = raters.find(({ facilitatorId }) => facilitatorId === null);
    expect(nobody?.open ?? 0).toBe(waiting.filter(({ by }) => by === null).length);
    expect(all.open).toBe(waiting.length);
    expect(all.decided).toBe(decisions.length);
    expect(all.decided).toBe(raters.reduce((sum, { decided }) => sum + decided, 0));
    expect(all.ratings).toBe(whole.length);
    expect(all.ratings).toBe(raters.reduce((sum, row) => sum + row.ratings, 0));
    near(
      all.medianHours,
      decisions.map(({ hours }) => hours),
      median,
    );
    near(all.mean, whole, mean);
    near(all.deviation, whole, deviation, 2);
    if (size === 540) expect(ratings.length).toBeGreaterThan(20);
  });

  it("spreads each criterion as the revisions that stand have it", async () => {
    const cohortId = cohortOf(size);
    const { innovations, shown, cohort } = await loadFairness(cohortId, {});
    const { live } = await raw(cohortId);
    const scores = live.flatMap(({ innovationId, stages }) =>
      stages
        .filter(
          ({ kind, state }) =>
            kind === "EVALUATE" && STANDING_STATES.some((standing) => standing === state),
        )
        .flatMap(({ latestRevision }) =>
          (latestRevision?.criterionScores ?? []).map((score) => ({ ...score, innovationId })),
        ),
    );
    let counted = 0;
    for (const { innovation, criteria, discuss } of innovations) {
      for (const spread of criteria) {
        // The world's rubric goes from 1 to 5 and turns nothing round.
        const own = scores
          .filter(
            (score) => score.innovationId === innovation.id && score.criterionId === spread.id,
          )
          .map((score) => score.value);
        const percents = own.map((given) => given * 20);
        expect(spread.count).toBe(own.length);
        expect([spread.min, spread.max]).toEqual([Math.min(...own), Math.max(...own)]);
        near(spread.mean, percents, mean);
        near(spread.deviation, percents, deviation, 2);
        expect(spread.discuss).toBe(
          own.length > 1 && deviation(percents) > cohort.spreadThreshold + 1e-9,
        );
        counted += own.length;
      }
      expect(discuss).toBe(criteria.filter((spread) => spread.discuss).length);
    }
    expect(counted).toBe(scores.length);
    if (shown) {
      expect(shown.dots).toHaveLength(shown.criteria.reduce((sum, { count }) => sum + count, 0));
      expect(shown.discuss).toBe(Math.max(...innovations.map(({ discuss }) => discuss)));
    } else {
      expect(innovations).toEqual([]);
    }
  });
});

describe("the rows behind a figure", () => {
  it("are as many as the figure says, for each facilitator", async () => {
    for (const size of [1, 54]) {
      const cohortId = cohortOf(size);
      const { raters } = await loadFairness(cohortId, {});
      for (const { facilitatorId, decided, ratings, name } of raters) {
        if (!facilitatorId) continue;
        const { rater } = await loadFairness(cohortId, { facilitator: facilitatorId });
        expect(rater?.name).toBe(name);
        expect(rater?.decisions.total).toBe(decided);
        expect(rater?.ratings).toHaveLength(ratings);
        const hours = rater?.decisions.rows.map((row) => row.hours) ?? [];
        expect(hours).toEqual(hours.toSorted((a, b) => b - a));
      }
    }
  });

  it("are as many as the criterion counts, the furthest from the mean first", async () => {
    const cohortId = cohortOf(54);
    const { innovations } = await loadFairness(cohortId, {});
    expect(innovations.length).toBeGreaterThan(0);
    for (const { innovation, criteria } of innovations) {
      for (const { id, count, mean: centre, deviation: wide } of criteria) {
        const asked = { innovation: innovation.id, criterion: id };
        const first = (await loadFairness(cohortId, asked)).criterion;
        if (!first) throw new Error("no such criterion");
        const rows = [...first.voices.rows];
        for (let page = 2; page <= first.voices.pages; page += 1) {
          const next = await loadFairness(cohortId, { ...asked, page: String(page) });
          rows.push(...(next.criterion?.voices.rows ?? []));
        }
        expect(rows).toHaveLength(count);
        const distances = rows.map((row) => Math.abs(row.value * 20 - centre));
        expect(distances.map((far) => far.toFixed(6))).toEqual(
          distances.toSorted((a, b) => b - a).map((far) => far.toFixed(6)),
        );
        for (const [index, row] of rows.entries()) {
          expect(row.outlier).toBe(wide !== null && wide > 0 && (distances[index] ?? 0) > wide);
        }
      }
    }
  });

  it("carry the note and the evidence of that criterion, and nothing of them before they are asked for", async () => {
    const participant = world.participants[0] as Actor;
    const assignmentId = await assign(world, participant);
    const document = (await validDocument(world, assignmentId, "EVALUATE")) as ReturnType<
      typeof exampleEvaluation
    >;
    const [, second] = document.scores;
    if (!second) throw new Error("a rubric of one criterion");
    second.note = "Warga <b>tidak</b> menunggu lebih dari satu hari";
    for (const piece of document.evidence) piece.criterionId = second.criterionId;
    const { version } = await stageOf(world, assignmentId, "EVALUATE");
    value(
      await submitStage(world.ctx, participant, {
        commandId: newId(),
        assignmentId,
        stage: "EVALUATE",
        basedOn: version,
        document,
      }),
    );
    const { latestRevision } = await db.stage.findFirstOrThrow({
      where: { assignmentId, kind: "EVALUATE" },
      include: { latestRevision: true },
    });
    const content = latestRevision?.content as {
      scores: { criterionId: string; note: string }[];
      evidence: { caption: string; criterionId?: string }[];
    };
    const closed = await loadFairness(world.cohortId, {});
    for (const { note } of content.scores) {
      if (note) expect(JSON.stringify(closed)).not.toContain(note);
    }
    const innovation = closed.shown?.innovation.id;
    for (const { criterionId, note } of content.scores) {
      const open = await loadFairness(world.cohortId, { innovation, criterion: criterionId });
      const captions = content.evidence
        .filter((piece) => piece.criterionId === criterionId)
        .map(({ caption }) => caption);
      expect(open.criterion?.voices.rows).toMatchObject([
        { assignmentId, note, evidence: captions, outlier: false },
      ]);
    }
    expect(content.scores.some(({ note }) => note.length > 0)).toBe(true);
  });
});

it("counts a score once it is final, and of two raters once both have finished", async () => {
  const [, participant] = world.participants;
  const [facilitator, second] = world.facilitators;
  if (!participant || !facilitator || !second) throw new Error("an empty world");
  const assignmentId = await assign(world, participant, 1);
  const given = async () => (await loadFairness(world.cohortId, {})).all.ratings;
  for (const stage of ["EVALUATE", "OBSTACLES", "SOLUTION"] as const) {
    value(await submit(world, participant, assignmentId, stage));
    value(await approve(world, facilitator, assignmentId, stage));
  }
  value(await submit(world, participant, assignmentId, "PLAN"));
  value(await assessWork(world, facilitator, assignmentId, 70));
  expect(await given()).toBe(0);
  value(await approve(world, facilitator, assignmentId, "PLAN"));
  expect(await given()).toBe(1);
  await db.secondRating.create({
    data: {
      assignmentId,
      cohortId: world.cohortId,
      raterId: enrolmentOf(second),
      assignedAt: new Date(),
    },
  });
  expect(await given()).toBe(0);
  await db.secondRating.update({
    where: { assignmentId },
    data: { total: 90, version: 1, finalizedAt: new Date(), savedAt: new Date() },
  });
  const { raters, all } = await loadFairness(world.cohortId, {});
  expect(all).toMatchObject({ ratings: 2, mean: 80 });
  expect(raters.find(({ facilitatorId }) => facilitatorId === enrolmentOf(second))).toMatchObject({
    ratings: 1,
    mean: 90,
    difference: 10,
    severity: null,
  });
});

it("leaves as a workbook whose figures are numbers, the same as on the page", async () => {
  const cohortId = cohortOf(54);
  const exported = value(await exportFairness(world.ctx, world.organizer, { cohortId }));
  const { tables } = await fairnessSheets(exported);
  const read = await readSpreadsheet(writeXlsx(tables));
  if (!read.ok) throw new Error(read.flaw);
  const [facilitators, criteria] = read.value.sheets;
  const { raters, all, innovations } = await loadFairness(cohortId, {});
  const cells = facilitators?.rows.slice(1).map((row) => row.cells) ?? [];
  expect(cells).toHaveLength(raters.length + 1);
  for (const [index, row] of [...raters, all].entries()) {
    const [name, open, decided, returned, rate, median, ratings, average] = cells[index] ?? [];
    expect(name?.kind).toBe("text");
    expect([open, decided, returned, ratings]).toMatchObject(
      [row.open, row.decided, row.returned, row.ratings].map((figure) => ({
        kind: "number",
        value: figure,
      })),
    );
    const told = [rate, median, average].map((cell) =>
      cell?.kind === "number" ? cell.value.toFixed(2) : null,
    );
    const due = [row.returnRate === null ? null : row.returnRate * 100, row.medianHours, row.mean];
    expect(told).toEqual(
      due.map((figure) => (figure === null ? null : (Math.round(figure * 100) / 100).toFixed(2))),
    );
  }
  const spreads = innovations.flatMap((innovation) => innovation.criteria);
  expect(criteria?.rows).toHaveLength(spreads.length + 1);
  for (const [index, spread] of spreads.entries()) {
    const row = criteria?.rows[index + 1]?.cells ?? [];
    expect(row[3]).toMatchObject({ kind: "number", value: spread.count });
    expect(row.at(-1)).toMatchObject({ kind: "boolean", value: spread.discuss });
  }
});

describe("addresses", () => {
  it.each([
    { innovation: "x", criterion: "y", facilitator: "z", page: "-1" },
    { innovation: newId(), criterion: newId(), facilitator: newId(), page: "999999" },
    { facilitator: "none" },
    { criterion: ["a", "b"] },
  ])("%j are understood or left out, never an error", async (query) => {
    const page = await loadFairness(cohortOf(54), query);
    expect(page).toMatchObject({ rater: null, criterion: null });
    expect(page.shown).not.toBeNull();
  });
});

describe("scope", () => {
  const notFound = { digest: expect.stringContaining("404") };

  it("is the staff of the cohort's centre, viewers with them", async () => {
    for (const actor of [world.organizer, world.viewer]) {
      signIn(actor);
      expect((await loadFairness(cohortOf(54), {})).raters.length).toBeGreaterThan(0);
      value(await exportFairness(world.ctx, actor, { cohortId: cohortOf(54) }));
    }
  });

  it("leaves everybody else out, on the page and of the file", async () => {
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
      for (const cohortId of [cohortOf(54), world.cohortId, newId()]) {
        signIn(actor);
        await expect(loadFairness(cohortId, {})).rejects.toMatchObject(notFound);
        expect(await exportFairness(world.ctx, actor, { cohortId })).toMatchObject({
          ok: false,
          reason: "not_found",
        });
      }
    }
    signIn(world.organizer);
    await expect(loadFairness("not-an-id", {})).rejects.toMatchObject(notFound);
  });

  it("ends with the account", async () => {
    await db.person.update({
      where: { id: world.viewer.personId },
      data: { status: "DEACTIVATED", sessionVersion: { increment: 1 } },
    });
    for (const version of [0, 1]) {
      signIn(world.viewer, version);
      await expect(loadFairness(cohortOf(54), {})).rejects.toThrow("nobody");
    }
  });

  it("notes who took the file away", async () => {
    const cohortId = cohortOf(54);
    const count = () =>
      db.auditEvent.count({
        where: { cohortId, type: "export.read", actorId: world.organizer.personId },
      });
    const before = await count();
    const file = value(await exportFairness(world.ctx, world.organizer, { cohortId }));
    expect(await count()).toBe(before + 1);
    signIn(world.organizer);
    const { raters, all, innovations } = await loadFairness(cohortId, {});
    expect(file).toMatchObject({ raters, all, innovations });
  });
});
