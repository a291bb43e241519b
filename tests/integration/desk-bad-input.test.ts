import { beforeAll, describe, expect, it } from "vitest";
import { execute } from "@/lib/api/execute";
import type { Actor } from "@/lib/platform/actor";
import { fixedClock } from "@/lib/platform/clock";
import { openDatabase } from "@/tests/support/database";
import { fingerprintOf } from "@/tests/support/fingerprint";
import {
  assign,
  createWorld,
  newId,
  stageOf,
  submit,
  value,
  type World,
} from "@/tests/support/world";

/** What people get wrong at the desk, each with its message at its field; nothing of it is half applied. */
const database = openDatabase();
let world: World;
let author: Actor;
let reviewer: Actor;
let work: string;
let criterionId: string;

beforeAll(async () => {
  world = await createWorld(database.app);
  [author] = world.participants as [Actor];
  [reviewer] = world.facilitators as [Actor];
  work = await assign(world, author);
  value(await submit(world, author, work, "EVALUATE"));
  const { workRubric } = await database.app.assignment.findUniqueOrThrow({
    where: { id: work },
    select: { workRubric: { select: { criteria: { select: { id: true } } } } },
  });
  criterionId = workRubric.criteria[0]?.id ?? "";
});

const send = (actor: Actor, type: string, payload: object, ctx = world.ctx) =>
  execute(ctx, actor, { commandId: newId(), type, payload });
/** Two days before the visit begins. */
const earlier = () => ({ ...world.ctx, clock: fixedClock("2018-08-04T03:00:00Z") });

/** Where a command was refused, and with what; after that every row is as it was. */
async function refused(
  actor: Actor,
  type: string,
  payload: object,
  ctx = world.ctx,
): Promise<string[]> {
  const print = await fingerprintOf(database.owner);
  const { status, result } = await send(actor, type, payload, ctx);
  expect(status).toBe(422);
  expect(await fingerprintOf(database.owner)).toBe(print);
  return result.ok ? [] : (result.issues ?? []).map(({ path, code }) => `${path} ${code}`);
}

async function waiting() {
  const { version, latestRevisionId } = await stageOf(world, work, "EVALUATE");
  const on = { assignmentId: work, stage: "EVALUATE", revisionId: latestRevisionId };
  return { on, decided: { ...on, basedOn: version } };
}

describe("a remark", () => {
  it("of 100,000 characters is refused as too long, by itself and as a reason", async () => {
    const { on, decided } = await waiting();
    const long = "a".repeat(100_000);
    expect(await refused(reviewer, "COMMENT", { ...on, fieldPath: null, body: long })).toEqual([
      "body too_long",
    ]);
    const reasons = [{ fieldPath: null, text: long }];
    expect(await refused(reviewer, "RETURN", { ...decided, reasons })).toEqual([
      "reasons.0.text too_long",
    ]);
  });

  it("with markup stays what was typed", async () => {
    const { on } = await waiting();
    const body = '<img src=x onerror="alert(1)"> & <b>tebal</b>';
    expect((await send(reviewer, "COMMENT", { ...on, fieldPath: null, body })).status).toBe(200);
    const kept = await database.app.comment.findFirstOrThrow({
      where: { stage: { assignmentId: work } },
    });
    expect(kept.body).toBe(body);
  });
});

it.each([
  [101, "too_big"],
  [-1, "too_small"],
  [70.5, "invalid_type"],
])("a score of %s is refused at its place, for either rater", async (points, code) => {
  const scores = [{ criterionId, value: points, note: "" }];
  const given = { assignmentId: work, basedOn: 0, scores };
  for (const [actor, type, more] of [
    [reviewer, "ASSESS_WORK", {}],
    [world.facilitators[1] as Actor, "RATE_SECOND", { final: false }],
  ] as const) {
    expect(await refused(actor, type, { ...given, ...more })).toEqual([`scores.0.value ${code}`]);
  }
});

describe("a due date", () => {
  const dueAt = (evaluate: string) => ({
    EVALUATE: evaluate,
    OBSTACLES: "2018-08-10T10:00:00Z",
    SOLUTION: "2018-08-11T10:00:00Z",
    PLAN: "2018-08-12T10:00:00Z",
  });
  const given = () => ({
    cohortId: world.cohortId,
    enrolmentIds: [world.participants[1]?.enrolments[0]?.id],
    innovationIds: [world.innovationIds[0]],
    dueAt: dueAt("2018-08-09T10:00:00Z"),
    instructions: "",
  });

  it("before the visit is refused, for new work and for more time", async () => {
    const early = { ...given(), dueAt: dueAt("2018-08-05T10:00:00Z") };
    expect(await refused(world.organizer, "CREATE_ASSIGNMENTS", early, earlier())).toEqual([
      "dueAt.EVALUATE due_before_visit",
    ]);
    const more = {
      cohortId: world.cohortId,
      stage: "EVALUATE",
      whom: { audience: "ALL" },
      dueAt: "2018-08-05T10:00:00Z",
      closes: "MOVE",
      following: false,
      reason: "Narasumber berhalangan hadir.",
    };
    expect(await refused(world.organizer, "EXTEND_STAGE", more, earlier())).toEqual([
      "dueAt due_before_visit",
    ]);
  });

  it("cannot lie after its hard close: that is so many days after it, and never fewer than none", async () => {
    const closesAfterDays = { EVALUATE: -1, OBSTACLES: null, SOLUTION: null, PLAN: null };
    expect(
      await refused(world.organizer, "CREATE_ASSIGNMENTS", { ...given(), closesAfterDays }),
    ).toEqual([expect.stringMatching(/^closesAfterDays\.EVALUATE /)]);
    const { id } = await stageOf(world, work, "EVALUATE");
    await expect(
      database.owner.$executeRawUnsafe(
        `UPDATE stages SET hard_close_at = due_at - interval '1 hour' WHERE id = '${id}'`,
      ),
    ).rejects.toThrow(/hard_close/);
  });
});
