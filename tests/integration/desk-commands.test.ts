import { beforeAll, expect, it } from "vitest";
import { COMMANDS, type CommandType } from "@/lib/api/commands";
import { execute } from "@/lib/api/execute";
import { STAGE_KINDS } from "@/lib/assignment/model";
import type { Actor } from "@/lib/platform/actor";
import { openDatabase } from "@/tests/support/database";
import { fingerprintOf } from "@/tests/support/fingerprint";
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

/** What is done at the desk and about grades, sent by another system: by the same mutations as by the forms. */
const database = openDatabase();
let world: World;
let author: Actor;
let primary: Actor;
let rater: Actor;
let work: string;
let criteria: string[];

beforeAll(async () => {
  world = await createWorld(database.app);
  [author] = world.participants as [Actor];
  [primary, rater] = world.facilitators as [Actor, Actor];
  work = await assign(world, author);
  value(await submit(world, author, work, "EVALUATE"));
  const { workRubric } = await database.app.assignment.findUniqueOrThrow({
    where: { id: work },
    select: { workRubric: { select: { criteria: { select: { id: true } } } } },
  });
  criteria = workRubric.criteria.map(({ id }) => id);
});

/** Everybody with a session, but those who may. */
function others(...may: Actor[]): Actor[] {
  const everybody = [
    ...world.participants.slice(0, 2),
    ...world.facilitators,
    world.organizer,
    world.viewer,
    world.administrator,
    world.stranger,
    world.otherFacilitator,
    world.otherParticipant,
  ];
  return everybody.filter((actor) => !may.includes(actor));
}

/**
 * Sends a command as everybody who may not, which is refused and changes no row; then twice as somebody who
 * may, which is one command; then with other content under its id.
 *
 * @returns what came back, by its own description
 */
async function sent<Type extends CommandType>(
  type: Type,
  payload: Record<string, unknown>,
  [actor, ...alike]: [Actor, ...Actor[]],
) {
  const before = await fingerprintOf(database.owner);
  for (const other of others(actor, ...alike)) {
    const { status, result } = await execute(world.ctx, other, {
      commandId: newId(),
      type,
      payload,
    });
    expect([403, 404], `${type} ${other.name} ${JSON.stringify(result)}`).toContain(status);
  }
  expect(await fingerprintOf(database.owner)).toBe(before);
  const command = { commandId: newId(), type, payload };
  const first = await execute(world.ctx, actor, command);
  expect(first, type).toMatchObject({ status: 200, result: { ok: true } });
  const after = await fingerprintOf(database.owner);
  expect(after).not.toBe(before);
  expect(await execute(world.ctx, actor, command)).toEqual(first);
  expect(await fingerprintOf(database.owner)).toBe(after);
  const clash = { ...command, payload: { ...payload, ...otherOf(payload) } };
  expect(await execute(world.ctx, actor, clash)).toMatchObject({
    status: 409,
    result: { reason: "conflict" },
  });
  return COMMANDS[type].value.parse(first.result.ok && first.result.value);
}

/** Something else that the schema takes as well. */
function otherOf(payload: Record<string, unknown>): Record<string, unknown> {
  if ("assignmentId" in payload) return { assignmentId: newId() };
  return "batchId" in payload
    ? { batchId: newId() }
    : "cohortId" in payload
      ? { cohortId: newId() }
      : { items: [{ ...(payload.items as object[])[0], assignmentId: newId() }] };
}

async function on(stage: (typeof STAGE_KINDS)[number] = "EVALUATE") {
  const { version, latestRevisionId } = await stageOf(world, work, stage);
  return { assignmentId: work, stage, basedOn: version, revisionId: latestRevisionId };
}

const scores = (points: number) =>
  criteria.map((criterionId) => ({ criterionId, value: points, note: "" }));

it("a lease is taken, taken again, and let go by the reviewer", async () => {
  const { assignmentId, stage, revisionId } = await on();
  const lease = { assignmentId, stage, revisionId, takeOver: false };
  const taken = await sent("TAKE_LEASE", lease, [primary]);
  expect(taken).toEqual({ until: "2018-08-08T03:15:00.000Z" });
  await sent("TAKE_LEASE", { ...lease, takeOver: true }, [primary]);
  const stale = {
    commandId: newId(),
    type: "TAKE_LEASE",
    payload: { ...lease, revisionId: newId() },
  };
  expect(await execute(world.ctx, primary, stale)).toMatchObject({
    status: 409,
    result: { details: { cause: "stale" } },
  });
  // Who stands to the work and holds nothing lets go of nothing.
  const release = { assignmentId, stage };
  const inside = [author, world.organizer, world.viewer];
  for (const actor of inside) {
    const command = { commandId: newId(), type: "RELEASE_LEASE", payload: release };
    expect((await execute(world.ctx, actor, command)).result).toEqual({
      ok: true,
      value: { released: false },
    });
  }
  expect(await sent("RELEASE_LEASE", release, [primary, ...inside])).toEqual({ released: true });
});

it("unsent words are kept for their writer alone, based on what stands", async () => {
  const { basedOn: _, ...revision } = await on();
  const drafts = {
    reasons: [{ id: "r1", path: "summary", stable: null, label: "Ringkasan", text: "<b>?</b>" }],
    notes: { "": "Bagus." },
  };
  const draft = { ...revision, basedOn: 0, drafts };
  expect(await sent("SAVE_REVIEW_DRAFT", draft, [primary, world.organizer])).toEqual({
    version: 1,
  });
  const late = { commandId: newId(), type: "SAVE_REVIEW_DRAFT", payload: draft };
  expect(await execute(world.ctx, primary, late)).toMatchObject({
    status: 409,
    result: { details: { cause: "stale", version: 1 }, current: { drafts } },
  });
  // The organiser's own are others.
  expect(await execute(world.ctx, world.organizer, late)).toMatchObject({
    result: { value: { version: 1 } },
  });
});

it("a thread is settled by the reviewer", async () => {
  const { basedOn: _, ...revision } = await on();
  const remark = { ...revision, fieldPath: null, body: "Sudah lengkap?" };
  const { result } = await execute(world.ctx, author, {
    commandId: newId(),
    type: "COMMENT",
    payload: remark,
  });
  const { commentId } = (result.ok ? result.value : {}) as { commentId: string };
  const thread = { assignmentId: work, stage: "EVALUATE", commentId, resolved: true };
  expect(await sent("RESOLVE_THREAD", thread, [primary])).toEqual({ resolved: true });
});

it("several are approved together, and taken back", async () => {
  const given = await sent("APPROVE_TOGETHER", { items: [await on()] }, [primary]);
  expect(given).toMatchObject({ accepted: 1, refused: [], dueAt: "2018-08-08T03:01:00.000Z" });
  const { batchId } = given as { batchId: string };
  expect(await sent("TAKE_BACK_APPROVALS", { batchId }, [primary])).toEqual({ takenBack: 1 });
});

it("two rate, a third settles, and staff release", async () => {
  const { cohortId } = world;
  value(await approve(world, primary, work, "EVALUATE"));
  for (const stage of STAGE_KINDS.slice(1)) {
    value(await submit(world, author, work, stage));
    if (stage === "PLAN") value(await assessWork(world, primary, work, 60));
    value(await approve(world, primary, work, stage));
  }
  const assigned = { cohortId, assignmentIds: [work], raterId: enrolmentOf(rater) };
  expect(await sent("ASSIGN_SECOND_RATER", assigned, [world.organizer])).toEqual({ changed: 1 });

  const half = { assignmentId: work, basedOn: 0, scores: scores(90).slice(0, 1), final: false };
  expect(await sent("RATE_SECOND", half, [rater])).toEqual({
    version: 1,
    total: null,
    final: false,
  });
  const whole = { assignmentId: work, basedOn: 1, scores: scores(90), final: true };
  expect(await sent("RATE_SECOND", whole, [rater])).toEqual({ version: 2, total: 90, final: true });
  const again = { commandId: newId(), type: "RATE_SECOND", payload: { ...whole, basedOn: 2 } };
  expect(await execute(world.ctx, rater, again)).toMatchObject({ status: 409 });

  const settled = {
    cohortId,
    assignmentId: work,
    primaryVersion: 1,
    secondVersion: 2,
    score: 75.25,
    reason: "Disepakati bersama.",
  };
  for (const broken of [{ score: 101 }, { score: 75.255 }, { score: 91 }, { reason: "x" }]) {
    const payload = { ...settled, ...broken };
    expect(
      await execute(world.ctx, world.organizer, {
        commandId: newId(),
        type: "MODERATE_GRADE",
        payload,
      }),
    ).toMatchObject({ status: 422, result: { issues: [{ path: Object.keys(broken)[0] }] } });
  }
  expect(await sent("MODERATE_GRADE", settled, [world.organizer])).toEqual({ score: 75.25 });

  const release = { cohortId, type: "NOW", basedOn: 0, at: null };
  expect(await sent("RELEASE_GRADES", release, [world.organizer])).toEqual({
    version: 1,
    releasesAt: "2018-08-08T03:00:00.000Z",
  });
  const stale = { commandId: newId(), type: "RELEASE_GRADES", payload: release };
  expect(await execute(world.ctx, world.organizer, stale)).toMatchObject({
    status: 409,
    result: { details: { cause: "stale", version: 1 } },
  });
});
