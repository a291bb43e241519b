import { beforeAll, describe, expect, it } from "vitest";
import { STAGE_KINDS, type StageKind, type StageState } from "@/lib/assignment/model";
import { callsForDiscussion, spreadOf } from "@/lib/dashboard/spread";
import { seedRubricLibrary } from "@/prisma/reference/rubric-library";
import { seed } from "@/prisma/seed/index";
import type { Story } from "@/prisma/seed/scenarios";
import { openDatabase } from "@/tests/support/database";
import { tell } from "@/tests/support/scenarios";
import { assign, createWorld, stageOf } from "@/tests/support/world";

const database = openDatabase();

/** Everything that people could have changed, to compare. */
async function fingerprint() {
  const [stages, revisions, events, people, installation] = await Promise.all([
    database.owner.stage.findMany({ orderBy: { id: "asc" } }),
    database.owner.revision.findMany({
      select: { id: true, contentHash: true, submittedAt: true },
      orderBy: { id: "asc" },
    }),
    database.owner.auditEvent.count(),
    database.owner.person.findMany({ orderBy: { id: "asc" } }),
    database.owner.installation.findMany(),
  ]);
  return { stages, revisions, events, people, installation };
}

describe("the demo", () => {
  const progress: [number, number][] = [];
  const now = new Date("2030-03-07T02:30:00Z");

  beforeAll(async () => {
    await seed({
      databaseUrl: database.appUrl,
      now,
      onProgress: (done, total) => progress.push([done, total]),
    });
  }, 240_000);

  it("reports its progress to the end", () => {
    const [last] = progress.slice(-1);
    expect(progress[0]?.[0]).toBe(0);
    expect(last?.[0]).toBe(last?.[1]);
    expect(progress.map(([done]) => done)).toEqual([...progress.keys()]);
  });

  it("is the founding cohort, marked as a demo, with its visit around the day of seeding", async () => {
    const db = database.app;
    const cohort = await db.cohort.findFirstOrThrow({
      where: { isDemo: true },
      include: { visits: true, enrolments: true },
    });
    expect(cohort.enrolments.filter(({ role }) => role === "PARTICIPANT")).toHaveLength(54);
    expect(cohort.enrolments.filter(({ role }) => role === "FACILITATOR")).toHaveLength(6);
    expect(cohort.visits.map(({ startsOn }) => startsOn.toISOString().slice(0, 10))).toEqual([
      "2030-03-04",
    ]);
    expect(await db.person.count({ where: { isDemo: false } })).toBe(0);
    expect(await db.innovation.count()).toBe(5);
    const [installation] = await db.installation.findMany();
    expect(installation?.demoSeededAt).toEqual(now);
    expect(await db.auditEvent.count({ where: { type: "demo.seeded" } })).toBe(1);
  });

  it("has works rated by two: one begun, one that calls for a discussion, one that does not", async () => {
    const ratings = await database.app.secondRating.findMany({
      orderBy: { finalizedAt: { sort: "asc", nulls: "first" } },
      select: {
        total: true,
        finalizedAt: true,
        rater: { select: { id: true } },
        assignment: {
          select: {
            workAssessment: { select: { total: true } },
            enrolment: { select: { facilitatorId: true } },
          },
        },
      },
    });
    expect(ratings.map(({ finalizedAt }) => finalizedAt !== null)).toEqual([false, true, true]);
    const apart = ratings.flatMap(({ total, assignment }) =>
      total === null
        ? []
        : [Math.abs(Number(assignment.workAssessment?.total) - Number(total)) > 15],
    );
    expect(apart.toSorted()).toEqual([false, true]);
    for (const { rater, assignment } of ratings) {
      expect(rater.id).not.toBe(assignment.enrolment.facilitatorId);
    }
  });

  it("has assignments in every state of every stage, paused ones too", async () => {
    const found = await database.app.stage.groupBy({
      by: ["kind", "state"],
      where: { assignment: { cancelledAt: null } },
      _count: true,
    });
    for (const kind of STAGE_KINDS) {
      const states: StageState[] = ["OPEN", "SUBMITTED", "RETURNED", "APPROVED"];
      for (const state of states) {
        expect(found, `${kind} ${state}`).toContainEqual(expect.objectContaining({ kind, state }));
      }
    }
    expect(await database.app.stage.count({ where: { resumeState: { not: null } } })).toBe(4);
    expect(await database.app.assignment.count({ where: { cancelledAt: { not: null } } })).toBe(1);
    const late = await database.app.revision.groupBy({ by: ["timeliness"], _count: true });
    expect(late.map(({ timeliness }) => timeliness).sort()).toEqual(["CLAIMED", "LATE", "ON_TIME"]);
  });

  it("has many eyes on each innovation, and one that divides them", async () => {
    const innovations = await database.app.innovation.findMany({
      select: {
        code: true,
        assignments: {
          where: { cancelledAt: null },
          select: {
            stages: {
              where: { kind: "EVALUATE" },
              select: { latestRevision: { select: { evaluation: { select: { total: true } } } } },
            },
          },
        },
      },
    });
    for (const { code, assignments } of innovations) {
      const totals = assignments.flatMap(({ stages }) =>
        stages.flatMap(({ latestRevision }) => latestRevision?.evaluation?.total?.toNumber() ?? []),
      );
      expect(totals.length, code).toBeGreaterThanOrEqual(8);
      expect(callsForDiscussion(spreadOf(totals).deviation, 15), code).toBe(code === "SILONCER");
    }
  });

  it("happens before the moment of seeding, whatever the hour", async () => {
    const last = await database.app.auditEvent.aggregate({ _max: { at: true } });
    expect(last._max.at?.getTime()).toBeLessThanOrEqual(now.getTime());
  });

  it("is left alone by a second seeding, with what people entered and the dates it has", async () => {
    const before = await fingerprint();
    await seed({
      databaseUrl: database.appUrl,
      now: new Date("2030-09-01T02:30:00Z"),
      onProgress: () => {},
    });
    expect(await fingerprint()).toEqual(before);
  });

  it("writes the rubric library no second time, frozen or not", async () => {
    const before = await database.app.criterion.findMany({ orderBy: { id: "asc" } });
    await seedRubricLibrary(database.app);
    expect(await database.app.criterion.findMany({ orderBy: { id: "asc" } })).toEqual(before);
    // R1, R3 in short and in full, R2, R4, R7; R5 and R6 as classifications and conditions.
    expect(before.length).toBe(5 + 8 + 20 + 5 + 10 + 4 + (4 + 3 + 6 + 8 + 5));
  });
});

describe("a story", () => {
  const ENDS: readonly [Story, StageKind, StageState][] = [
    ["open", "SOLUTION", "OPEN"],
    ["draft", "PLAN", "OPEN"],
    ["submitted", "SOLUTION", "SUBMITTED"],
    ["claimed", "OBSTACLES", "SUBMITTED"],
    ["withdrawn", "OBSTACLES", "OPEN"],
    ["returned", "PLAN", "RETURNED"],
    ["resubmitted", "EVALUATE", "SUBMITTED"],
    ["third", "OBSTACLES", "SUBMITTED"],
    ["reopened", "EVALUATE", "RETURNED"],
    ["approved", "PLAN", "APPROVED"],
  ];

  it.each(ENDS)("%s of %s ends there, in any cohort", async (story, stage, state) => {
    const world = await createWorld(database.app);
    const [participant] = world.participants;
    if (!participant) throw new Error("an empty world");
    const assignmentId = await assign(world, participant);
    await tell(database.app, assignmentId, story, stage);
    expect((await stageOf(world, assignmentId, stage)).state).toBe(state);
  });
});
