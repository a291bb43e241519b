import { beforeAll, describe, expect, it } from "vitest";
import { authorizeOffice } from "@/lib/center/policy";
import { STANDING_STATES } from "@/lib/dashboard/model";
import { listMostEvaluated, listStandings } from "@/lib/standing/data";
import { exportStanding } from "@/lib/standing/mutations";
import { standingQuerySchema } from "@/lib/standing/schema";
import { createBusyCohort } from "@/tests/support/busy-cohort";
import { openDatabase } from "@/tests/support/database";
import { createWorld, newId, value, type World } from "@/tests/support/world";

/** The cohorts of a centre beside each other, against a slow count of the raw rows. */
const database = openDatabase();
let world: World;
const made: string[] = [];

beforeAll(async () => {
  world = await createWorld(database.app);
  for (const [index, size] of [0, 1, 54].entries()) {
    const { cohortId } = await createBusyCohort(database.app, world, size, new Date());
    made.push(cohortId);
    await database.app.cohort.update({
      where: { id: cohortId },
      data: {
        startsOn: new Date(Date.UTC(2018, 1 + index, 1)),
        endsOn: new Date(Date.UTC(2018, 11, 1)),
      },
    });
  }
}, 120_000);

function office() {
  const authorized = authorizeOffice(world.viewer, world.centerId, "read");
  if (!authorized) throw new Error("a viewer reads the office");
  return authorized;
}

async function rawWork(cohortId: string) {
  return database.app.assignment.findMany({
    where: { cohortId, cancelledAt: null, enrolment: { withdrawnAt: null } },
    include: {
      stages: {
        include: { decisions: true, latestRevision: { include: { evaluation: true } } },
      },
    },
  });
}
type RawWork = Awaited<ReturnType<typeof rawWork>>[number];

/** Scores of evaluations that stand. */
function scoresOf(work: RawWork[]) {
  return work.flatMap(({ stages, innovationId, cohortId }) =>
    stages.flatMap(({ kind, state, latestRevision }) =>
      kind === "EVALUATE" && STANDING_STATES.some((each) => each === state)
        ? [{ innovationId, cohortId, score: Number(latestRevision?.evaluation?.total) }]
        : [],
    ),
  );
}
const mean = (values: number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;

describe("a comparison", () => {
  it("counts of each cohort what the raw rows say", async () => {
    const { rows, total } = await listStandings(database.app, office(), { page: 1 });
    expect(rows.map(({ id }) => id).toSorted()).toEqual([world.cohortId, ...made].toSorted());
    expect(total).toBe(4);
    expect(rows.map(({ startsOn }) => startsOn)).toEqual(
      rows
        .map(({ startsOn }) => startsOn)
        .toSorted()
        .toReversed(),
    );
    for (const row of rows) {
      const work = await rawWork(row.id);
      expect(row.assignments).toBe(work.length);
      const plans = work.flatMap(({ createdAt, stages }) =>
        stages.flatMap(({ kind, state, decisions }) =>
          kind === "PLAN" && state === "APPROVED" ? [{ createdAt, decisions }] : [],
        ),
      );
      expect(row.completed).toBe(plans.length);
      const days = plans
        .flatMap(({ createdAt, decisions }) => {
          const approvals = decisions
            .filter(({ kind }) => kind === "APPROVE")
            .map(({ decidedAt }) => decidedAt.getTime());
          return approvals.length > 0
            ? [(Math.max(...approvals) - createdAt.getTime()) / 86_400_000]
            : [];
        })
        .toSorted((a, b) => a - b);
      const middle = (days.length - 1) / 2;
      const median =
        ((days[Math.floor(middle)] ?? Number.NaN) + (days[Math.ceil(middle)] ?? Number.NaN)) / 2;
      if (days.length === 0) expect(row.medianDays).toBeNull();
      else expect(row.medianDays).toBeCloseTo(median, 6);
      const decisions = work
        .flatMap(({ stages }) => stages.flatMap((stage) => stage.decisions))
        .filter(({ kind }) => kind !== "REOPEN");
      expect(row.decisions).toBe(decisions.length);
      expect(row.returns).toBe(decisions.filter(({ kind }) => kind === "RETURN").length);
      const scores = scoresOf(work).map(({ score }) => score);
      expect(row.evaluations).toBe(scores.length);
      if (scores.length === 0) expect(row.meanScore).toBeNull();
      else expect(row.meanScore).toBeCloseTo(mean(scores), 6);
      expect(row.participants).toBe(
        await database.app.enrolment.count({
          where: { cohortId: row.id, role: "PARTICIPANT", withdrawnAt: null },
        }),
      );
    }
  });

  it("names the innovations that were evaluated most", async () => {
    const work = (await Promise.all([world.cohortId, ...made].map(rawWork))).flat();
    const scores = scoresOf(work);
    const listed = await listMostEvaluated(database.app, office(), 100);
    expect(listed.map(({ evaluations }) => evaluations)).toEqual(
      listed.map(({ evaluations }) => evaluations).toSorted((a, b) => b - a),
    );
    expect(listed.reduce((sum, { evaluations }) => sum + evaluations, 0)).toBe(scores.length);
    for (const row of listed) {
      const own = scores.filter(({ innovationId }) => innovationId === row.id);
      expect(row.evaluations).toBe(own.length);
      expect(row.cohorts).toBe(new Set(own.map(({ cohortId }) => cohortId)).size);
      expect(row.meanScore).toBeCloseTo(mean(own.map(({ score }) => score)), 6);
    }
    expect(await listMostEvaluated(database.app, office(), 1)).toEqual(listed.slice(0, 1));
  });

  it("begins with one cohort and goes back from it, page by page", async () => {
    const second = made[1] ?? "";
    const { rows } = await listStandings(database.app, office(), { from: second, page: 1 });
    expect(rows[0]?.id).toBe(second);
    expect(rows.map(({ id }) => id)).toEqual([second, made[0]]);
    const pages = await Promise.all(
      [1, 2, 3, 9].map((page) => listStandings(database.app, office(), { page }, 2)),
    );
    expect(pages.map(({ page }) => page)).toEqual([1, 2, 2, 2]);
    expect(new Set(pages.flatMap((page) => page.rows.map(({ id }) => id))).size).toBe(4);
    // What is not there, or another centre's, is left out.
    const foreign = world.otherParticipant.enrolments[0]?.cohortId;
    for (const from of [newId(), foreign]) {
      const all = await listStandings(database.app, office(), { from, page: 1 });
      expect(all.total).toBe(4);
    }
    expect(standingQuerySchema.parse({ from: "x", page: "x" })).toEqual({
      from: undefined,
      page: 1,
    });
  });

  it("is taken along by the centre's staff alone, and noted", async () => {
    const { rows } = value(
      await exportStanding(world.ctx, world.viewer, { centerId: world.centerId }),
    );
    expect(rows).toHaveLength(4);
    const event = await database.app.auditEvent.findFirst({
      where: { centerId: world.centerId, type: "export.read" },
    });
    expect(event?.payload).toEqual({ what: "center_standing", format: "xlsx", rows: 4 });
    const others = [
      world.stranger,
      world.otherFacilitator,
      world.administrator,
      ...world.facilitators,
      ...world.participants,
    ];
    for (const actor of others) {
      expect(await exportStanding(world.ctx, actor, { centerId: world.centerId })).toMatchObject({
        reason: "not_found",
      });
    }
  });
});
