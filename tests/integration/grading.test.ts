import { beforeAll, describe, expect, it } from "vitest";
import { STAGE_KINDS } from "@/lib/assignment/model";
import { authorizeCohort } from "@/lib/cohort/policy";
import { readFieldPack } from "@/lib/field/data";
import {
  findGradingRules,
  findSecondRating,
  listGrades,
  listReleasedGrades,
  listSecondRatings,
} from "@/lib/grading/data";
import { assignSecondRater, moderate, saveSecondScores, setRelease } from "@/lib/grading/mutations";
import { raterScope } from "@/lib/grading/policy";
import { moderateSchema, releaseSchema } from "@/lib/grading/schema";
import { findOwnData } from "@/lib/own-data/data";
import type { Actor } from "@/lib/platform/actor";
import { fixedClock } from "@/lib/platform/clock";
import type { Result } from "@/lib/platform/result";
import { reopenStage } from "@/lib/review/mutations";
import { openDatabase } from "@/tests/support/database";
import { openStatementCounter } from "@/tests/support/statements";
import {
  approve,
  assessWork,
  assign,
  createWorld,
  enrolmentOf,
  newId,
  stageOf,
  submit,
  value,
  type World,
} from "@/tests/support/world";

/** Two raters, what is agreed on where they lie apart, and the release to the participants. */
const database = openDatabase();
const db = database.app;
let world: World;
let author: Actor;
let primary: Actor;
let second: Actor;
/** A whole work that the first rater scored with 60 and finished. */
let work: string;

async function wholeWork(
  points: number,
  innovation: number,
  participant = author,
): Promise<string> {
  const id = await assign(world, participant, innovation);
  for (const stage of STAGE_KINDS) {
    value(await submit(world, participant, id, stage));
    if (stage === "PLAN") value(await assessWork(world, primary, id, points));
    value(await approve(world, primary, id, stage));
  }
  return id;
}

const give = (by: Actor, assignmentIds: string[], rater: Actor | null, commandId = newId()) =>
  assignSecondRater(world.ctx, by, {
    commandId,
    cohortId: world.cohortId,
    assignmentIds,
    raterId: rater && enrolmentOf(rater),
  });

async function rate(
  by: Actor,
  assignmentId: string,
  points: number | null,
  more: { basedOn?: number; final?: boolean; commandId?: string } = {},
) {
  const { workRubric, secondRating } = await db.assignment.findUniqueOrThrow({
    where: { id: assignmentId },
    select: {
      workRubric: { select: { criteria: { select: { id: true } } } },
      secondRating: { select: { version: true } },
    },
  });
  return saveSecondScores(world.ctx, by, {
    commandId: more.commandId ?? newId(),
    assignmentId,
    basedOn: more.basedOn ?? secondRating?.version ?? 0,
    scores: workRubric.criteria.map(({ id }) => ({ criterionId: id, value: points, note: "" })),
    final: more.final ?? false,
  });
}

const settle = (
  by: Actor,
  assignmentId: string,
  score: number,
  versions: [number, number] = [1, 1],
  commandId = newId(),
) =>
  moderate(world.ctx, by, {
    commandId,
    cohortId: world.cohortId,
    assignmentId,
    primaryVersion: versions[0],
    secondVersion: versions[1],
    score,
    reason: "Disepakati bersama kedua penilai.",
  });

async function gradeRow(viewer: Actor) {
  const cohort = { id: world.cohortId, centerId: world.centerId };
  const authorized = authorizeCohort(world.organizer, cohort);
  if (!authorized) throw new Error("not authorized");
  const rules = await findGradingRules(db, authorized, world.ctx.clock.now());
  const { rows } = await listGrades(db, authorized, rules, { page: 1, viewerId: viewer.personId });
  return rows.find(({ assignmentId }) => assignmentId === work);
}

const at = (instant: string) => ({ ...world.ctx, clock: fixedClock(instant) });
const reason = (result: Result<unknown>) => (result.ok ? "ok" : result.reason);
const codes = (result: Result<unknown>) =>
  result.ok ? [] : (result.issues ?? []).map(({ code }) => code);

beforeAll(async () => {
  world = await createWorld(db);
  author = world.participants[0] as Actor;
  primary = world.facilitators[0] as Actor;
  second = world.facilitators[1] as Actor;
  work = await wholeWork(60, 0);
}, 60_000);

describe("who may what", () => {
  it("is asked for each act, and refused in the same words for what is not there", async () => {
    const outsiders = [
      world.stranger,
      world.otherFacilitator,
      world.otherParticipant,
      author,
      primary,
      second,
      world.administrator,
    ];
    for (const actor of outsiders) {
      expect(reason(await give(actor, [work], second))).toBe("not_found");
      expect(reason(await settle(actor, work, 70))).toBe("not_found");
      const release = { commandId: newId(), cohortId: world.cohortId, basedOn: 0 };
      expect(
        reason(await setRelease(world.ctx, actor, { ...release, type: "NOW", at: null })),
      ).toBe("not_found");
    }
    expect(reason(await give(world.viewer, [work], second))).toBe("forbidden");
    expect(reason(await settle(world.viewer, work, 70))).toBe("forbidden");
    for (const actor of [...outsiders, world.organizer, world.viewer]) {
      expect(reason(await rate(actor, work, 80))).toBe("not_found");
    }
    expect(await db.secondRating.count()).toBe(0);
    expect(await db.gradeRelease.count()).toBe(0);
  });

  it("does not let somebody rate who has seen the first one's scores", async () => {
    expect(codes(await give(world.organizer, [work], primary))).toEqual(["rater_not_blind"]);
    const membership = await db.staffMembership.create({
      data: {
        centerId: world.centerId,
        personId: second.personId,
        role: "VIEWER",
        acceptedAt: new Date(),
      },
    });
    expect(codes(await give(world.organizer, [work], second))).toEqual(["rater_not_blind"]);
    await db.staffMembership.delete({ where: { id: membership.id } });
    expect(codes(await give(world.organizer, [work], author))).toEqual(["unknown_facilitator"]);
    expect(codes(await give(world.organizer, [work], world.otherFacilitator))).toEqual([
      "unknown_facilitator",
    ]);
    // All of them or none.
    expect(codes(await give(world.organizer, [work, newId()], second))).toEqual([
      "unknown_participant",
    ]);
    expect(await db.secondRating.count()).toBe(0);
  });
});

describe("a second rater", () => {
  it("is given once, however often it is asked", async () => {
    const commandId = newId();
    const both = await Promise.all([
      give(world.organizer, [work], second, commandId),
      give(world.organizer, [work], second, commandId),
      give(world.organizer, [work], second),
    ]);
    expect(both.map(reason)).toEqual(["ok", "ok", "ok"]);
    const events = await db.auditEvent.count({ where: { type: "grading.rater_assigned" } });
    expect(events).toBe(1);
    expect(value(await give(world.organizer, [work], null))).toEqual({ changed: 1 });
    expect(value(await give(world.organizer, [work], second))).toEqual({ changed: 1 });
  });

  it("scores step by step; of two at the same moment one is told that it is stale", async () => {
    expect(value(await rate(second, work, null))).toMatchObject({ version: 1, total: null });
    expect(reason(await rate(second, work, null, { final: true }))).toBe("work_not_scored");
    const both = await Promise.all([
      rate(second, work, 70, { basedOn: 1 }),
      rate(second, work, 75, { basedOn: 1 }),
    ]);
    expect(both.map(reason).sort()).toEqual(["conflict", "ok"]);
    expect(reason(await rate(primary, work, 70))).toBe("not_found");
    const commandId = newId();
    const first = value(await rate(second, work, 80, { basedOn: 2, commandId }));
    expect(value(await rate(second, work, 80, { basedOn: 2, commandId }))).toEqual(first);
    const other = await rate(second, work, 81, { basedOn: 2, commandId });
    expect(other).toMatchObject({ reason: "conflict", details: { cause: "command_id_reused" } });
  });

  it("rates no more once they see the first one's scores", async () => {
    const staff = { ...second, staff: [{ centerId: world.centerId, role: "VIEWER" as const }] };
    expect(reason(await rate(staff, work, 80))).toBe("forbidden");
    const enrolment = { id: enrolmentOf(author) };
    const [before, after] = [enrolmentOf(primary), enrolmentOf(second)];
    await db.enrolment.update({ where: enrolment, data: { facilitatorId: after } });
    expect(reason(await rate(second, work, 80))).toBe("forbidden");
    await db.enrolment.update({ where: enrolment, data: { facilitatorId: before } });
  });

  it("reads the work, and no statement of it reads what the first one gave", async () => {
    const counter = openStatementCounter(database.appUrl);
    try {
      const scope = raterScope(second);
      if (!scope) throw new Error("no rater");
      const now = world.ctx.clock.now();
      const statements = await counter.during(async () => {
        for (const stage of STAGE_KINDS) {
          const found = await findSecondRating(counter.db, scope, work, { stage, now });
          expect(found?.reading?.kind).toBe(stage);
          expect(found).toMatchObject({ version: 3, total: 80, final: false, whole: true });
        }
        expect(await listSecondRatings(counter.db, scope)).toMatchObject([{ state: "DRAFT" }]);
      });
      expect(statements.length).toBeGreaterThan(4);
      expect(statements.join(" ")).not.toContain("work_assessments");
      // Whoever is not asked to rate it finds nothing, nor does the rater who became staff.
      const asked = { stage: null, now };
      const staff = [{ centerId: world.centerId, role: "VIEWER" as const }];
      for (const actor of [primary, world.otherFacilitator, { ...second, staff }]) {
        const other = raterScope(actor);
        expect(other && (await findSecondRating(db, other, work, asked))).toBeNull();
      }
      expect(raterScope(author)).toBeNull();
    } finally {
      await counter.close();
    }
  });

  it("is told to staff without a number until both have finished", async () => {
    const row = await gradeRow(world.organizer);
    expect(row?.primary).toMatchObject({ state: "FINAL", total: null });
    expect(row?.second).toMatchObject({ state: "DRAFT", total: null });
    expect(row?.grade).toMatchObject({ state: "OPEN", mean: null, score: null });
  });

  it("finishes, and then nothing changes any more", async () => {
    expect(reason(await settle(world.organizer, work, 70, [1, 3]))).toBe("work_not_scored");
    expect(value(await rate(second, work, 80, { final: true }))).toMatchObject({
      total: 80,
      final: true,
      version: 4,
    });
    expect(reason(await rate(second, work, 81))).toBe("wrong_state");
    expect(codes(await give(world.organizer, [work], null))).toEqual(["second_rating_final"]);
  });
});

describe("a moderation", () => {
  it("is asked for above the limit, and the own row tells its person nothing", async () => {
    expect(await gradeRow(world.organizer)).toMatchObject({
      primary: { total: 60 },
      second: { total: 80 },
      grade: { state: "DISCUSS", mean: 70, spread: 20, score: null },
    });
    expect(await gradeRow(author)).toMatchObject({
      isOwn: true,
      primary: { total: null },
      second: { total: null },
      grade: { mean: null, spread: null, score: null },
    });
  });

  it("names what it is about and lies between the two", async () => {
    expect(reason(await settle(world.organizer, work, 70, [1, 3]))).toBe("conflict");
    expect(codes(await settle(world.organizer, work, 59.99, [1, 4]))).toEqual(["out_of_range"]);
    expect(codes(await settle(world.organizer, work, 80.01, [1, 4]))).toEqual(["out_of_range"]);
    const input = { commandId: newId(), cohortId: newId(), assignmentId: newId() };
    const rest = { primaryVersion: 1, secondVersion: 1, reason: "Disepakati." };
    expect(moderateSchema.safeParse({ ...input, ...rest, score: 70.005 }).success).toBe(false);
    expect(moderateSchema.safeParse({ ...input, ...rest, score: 101 }).success).toBe(false);
    expect(moderateSchema.safeParse({ ...input, ...rest, score: 87.5 }).success).toBe(true);
  });

  it("is no business of one of the two, even where that one administers", async () => {
    const organizes = {
      ...primary,
      staff: [{ centerId: world.centerId, role: "ORGANIZER" as const }],
    };
    expect(reason(await settle(organizes, work, 70, [1, 4]))).toBe("forbidden");
    const own = { ...author, staff: [{ centerId: world.centerId, role: "ORGANIZER" as const }] };
    expect(reason(await settle(own, work, 70, [1, 4]))).toBe("not_found");
    const rates = { ...second, staff: organizes.staff };
    expect(reason(await settle(rates, work, 70, [1, 4]))).toBe("forbidden");
  });
});

describe("participants", () => {
  const released = (now: string) =>
    listReleasedGrades(db, [author.personId], new Date(now)).then((grades) =>
      grades.map(({ score }) => score),
    );
  const release = (more: object, ctx = world.ctx) =>
    setRelease(
      ctx,
      world.organizer,
      releaseSchema.parse({ commandId: newId(), cohortId: world.cohortId, at: null, ...more }),
    );

  it("see nothing before the release, anywhere", async () => {
    value(await settle(world.organizer, work, 72.5, [1, 4]));
    const now = world.ctx.clock.now();
    expect(await released("2030-01-01T00:00:00Z")).toEqual([]);
    const own = await findOwnData(db, author, 30, now);
    expect(own.sections.find(({ name }) => name === "assessments")?.rows).toEqual([]);
    const pack = JSON.stringify(await readFieldPack(db, author, now));
    expect(pack).not.toMatch(/72\.5|workAssessment|secondRating|"total":60/);
  });

  it("see it at the time, and no more when it is taken back", async () => {
    expect(
      codes(
        await release({ type: "SCHEDULE", basedOn: 0, at: { date: "2018-08-08", time: "09:59" } }),
      ),
    ).toEqual(["due_in_past"]);
    value(
      await release({ type: "SCHEDULE", basedOn: 0, at: { date: "2018-10-01", time: "09:00" } }),
    );
    expect(await released("2018-10-01T01:59:59Z")).toEqual([]);
    expect(await released("2018-10-01T02:00:00Z")).toEqual([72.5]);
    const later = new Date("2018-10-01T02:00:00Z");
    const own = await findOwnData(db, author, 30, later);
    const rows = own.sections.find(({ name }) => name === "assessments")?.rows;
    expect(rows?.map((row) => row[2])).toEqual([{ text: "72.5" }]);
    const racing = await Promise.all([
      release({ type: "WITHDRAW", basedOn: 1 }),
      release({ type: "NOW", basedOn: 1 }),
    ]);
    expect(racing.map(reason).sort()).toEqual(["conflict", "ok"]);
    const { version } = await db.gradeRelease.findUniqueOrThrow({
      where: { cohortId: world.cohortId },
    });
    value(await release({ type: "WITHDRAW", basedOn: version }));
    expect(await released("2030-01-01T00:00:00Z")).toEqual([]);
    value(await release({ type: "NOW", basedOn: version + 1 }, at("2018-10-02T02:00:00Z")));
    expect(await released("2018-10-02T02:00:00Z")).toEqual([72.5]);
  });

  it("see nothing of a work that is open again or not settled, nor of another's", async () => {
    const apart = await wholeWork(50, 1);
    const [, other] = world.participants;
    expect((await released("2030-01-01T00:00:00Z")).sort()).toEqual([50, 72.5]);
    value(await give(world.organizer, [apart], second));
    expect(await released("2030-01-01T00:00:00Z")).toEqual([72.5]);
    value(await rate(second, apart, 90, { final: true }));
    expect(await released("2030-01-01T00:00:00Z")).toEqual([72.5]);
    expect(await listReleasedGrades(db, [other?.personId ?? ""], new Date("2030-01-01"))).toEqual(
      [],
    );
    expect(reason(await settle(world.organizer, apart, 70, [1, 1]))).toBe("ok");
    expect((await released("2030-01-01T00:00:00Z")).sort()).toEqual([70, 72.5]);
    expect((await stageOf(world, apart, "PLAN")).state).toBe("APPROVED");
  });
});

describe("a first score", () => {
  const reopen = async (id: string) => {
    const { version, latestRevisionId } = await stageOf(world, id, "PLAN");
    return reopenStage(world.ctx, primary, {
      commandId: newId(),
      assignmentId: id,
      stage: "PLAN",
      basedOn: version,
      revisionId: latestRevisionId ?? "",
      reasons: [{ fieldPath: null, text: "Perbaiki rencananya." }],
    });
  };
  const forge = (id: string, set: string) =>
    db
      .$executeRawUnsafe(`UPDATE work_assessments SET ${set} WHERE assignment_id = '${id}'`)
      .then(() => "done", String);

  it("stays when both raters have finished, also while the plan is open again", async () => {
    value(await reopen(work));
    expect(reason(await assessWork(world, primary, work, 90))).toBe("score_stands");
    expect(await forge(work, "total = 90, version = version + 1")).toContain("23514");
    expect(await forge(work, "finalized_at = NULL")).toContain("23514");
    expect(
      await db
        .$executeRawUnsafe(`DELETE FROM work_assessments WHERE assignment_id = '${work}'`)
        .then(() => "done", String),
    ).toContain("23514");
    // The plan comes back and is approved with the score that stands.
    value(await submit(world, author, work, "PLAN"));
    value(await approve(world, primary, work, "PLAN"));
  });

  it("stays once it was released, and may be mended before and after that", async () => {
    const [, other] = world.participants;
    const alone = await wholeWork(40, 1, other);
    value(await reopen(alone));
    const later = { ...world, ctx: at("2018-10-03T02:00:00Z") };
    expect(reason(await assessWork(later, primary, alone, 45))).toBe("score_stands");
    const { version } = await db.gradeRelease.findUniqueOrThrow({
      where: { cohortId: world.cohortId },
    });
    const release = { commandId: newId(), cohortId: world.cohortId, at: null };
    value(
      await setRelease(world.ctx, world.organizer, {
        ...release,
        type: "WITHDRAW",
        basedOn: version,
      }),
    );
    value(await assessWork(later, primary, alone, 45));
  });
});

describe("a closed cohort", () => {
  it("lets go of a second rater who has not begun, and of no other", async () => {
    const own = await createWorld(db);
    const [one, two] = own.participants as [Actor, Actor];
    const rater = own.facilitators[1] as Actor;
    const [idle, begun] = [await assign(own, one), await assign(own, two)];
    const set = (assignmentIds: string[], to: Actor | null) =>
      assignSecondRater(own.ctx, own.organizer, {
        commandId: newId(),
        cohortId: own.cohortId,
        assignmentIds,
        raterId: to && enrolmentOf(to),
      });
    value(await set([idle, begun], rater));
    value(
      await saveSecondScores(own.ctx, rater, {
        commandId: newId(),
        assignmentId: begun,
        basedOn: 0,
        scores: [],
        final: false,
      }),
    );
    const close = (state: "CLOSED" | "ARCHIVED") =>
      db.cohort.update({ where: { id: own.cohortId }, data: { state } });
    await close("CLOSED");
    expect(reason(await set([idle], rater))).toBe("cohort_closed");
    expect(reason(await set([idle, begun], null))).toBe("cohort_closed");
    const forget = (id: string) =>
      db
        .$executeRawUnsafe(`DELETE FROM second_ratings WHERE assignment_id = '${id}'`)
        .then(() => "done", String);
    expect(await forget(begun)).toContain("23514");
    expect(value(await set([idle], null))).toEqual({ changed: 1 });
    expect(await db.secondRating.count({ where: { cohortId: own.cohortId } })).toBe(1);
    await close("ARCHIVED");
    expect(reason(await set([begun], null))).toBe("cohort_archived");
  });
});

describe("SQL under the application's role", () => {
  const attempt = (statement: string) => db.$executeRawUnsafe(statement).then(() => "done", String);

  it("cannot make a rater of who has seen the scores, nor change what is finished", async () => {
    const [, , third] = world.participants;
    const fresh = await assign(world, third as Actor);
    const insert = (rater: string) =>
      attempt(`INSERT INTO second_ratings (assignment_id, cohort_id, rater_id, assigned_at)
        VALUES ('${fresh}', '${world.cohortId}', '${rater}', now())`);
    // The third participant is the second facilitator's.
    expect(await insert(enrolmentOf(second))).toContain("23514");
    expect(await insert(enrolmentOf(third as Actor))).toContain("23514");
    expect(await insert(enrolmentOf(world.otherFacilitator))).toMatch(/23503|23514/);
    expect(
      await attempt(`UPDATE second_ratings SET total = 60 WHERE assignment_id = '${work}'`),
    ).toContain("23514");
    expect(await attempt(`DELETE FROM second_ratings WHERE assignment_id = '${work}'`)).toContain(
      "23514",
    );
  });

  it("lets nobody give both ratings, nor rate after having reviewed", async () => {
    const [, , third] = world.participants;
    const theirs = await assign(world, third as Actor, 1);
    for (const stage of STAGE_KINDS.slice(0, 3)) {
      value(await submit(world, third as Actor, theirs, stage));
      value(await approve(world, second, theirs, stage));
    }
    value(await submit(world, third as Actor, theirs, "PLAN"));
    value(await give(world.organizer, [theirs], primary));
    value(await rate(primary, theirs, 70));
    // The participant passes to their second rater, who would then score first as well.
    const passTo = (facilitator: Actor) =>
      db.enrolment.update({
        where: { id: enrolmentOf(third as Actor) },
        data: { facilitatorId: enrolmentOf(facilitator) },
      });
    await passTo(primary);
    expect(reason(await assessWork(world, primary, theirs, 70))).toBe("second_rater");
    expect(
      await attempt(`INSERT INTO work_assessments (assignment_id, scores, version, saved_by_id, saved_at)
        VALUES ('${theirs}', '[]', 1, '${primary.personId}', now())`),
    ).toContain("23514");
    // And whoever reviewed before is not blind, whoever answers for the work now.
    value(await give(world.organizer, [theirs], null));
    expect(codes(await give(world.organizer, [theirs], second))).toEqual(["rater_not_blind"]);
    await passTo(second);
  });

  it("cannot moderate what is not finished or outside, rewrite it, or lose a release", async () => {
    const insert = (score: number, version: number) =>
      attempt(`INSERT INTO grade_moderations (id, assignment_id, primary_version, second_version,
          score, reason, decided_by_id, decider_name, decided_at)
        VALUES ('${newId()}', '${work}', 1, ${version}, ${score}, 'Alasan.', '${newId()}', 'X', now())`);
    expect(await insert(81, 4)).toContain("23514");
    expect(await insert(70, 3)).toContain("23514");
    // Nor in the name of nobody who may.
    expect(await insert(70, 4)).toContain("23514");
    expect(await attempt("UPDATE grade_moderations SET score = 79")).toContain("42501");
    expect(await attempt("DELETE FROM grade_moderations")).toContain("42501");
    expect(await attempt("DELETE FROM grade_releases")).toContain("42501");
  });
});
