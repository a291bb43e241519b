import { beforeAll, describe, expect, it } from "vitest";
import {
  assignmentListSchema,
  assignmentSchema,
  findAssignment,
  listAssignments,
} from "@/lib/api/assignments";
import { COMMANDS, type CommandType } from "@/lib/api/commands";
import { execute, executeAll } from "@/lib/api/execute";
import { STAGE_KINDS, type StageKind } from "@/lib/assignment/model";
import type { Actor } from "@/lib/platform/actor";
import { openDatabase } from "@/tests/support/database";
import {
  assessWork,
  assign,
  createWorld,
  newId,
  stageOf,
  submit,
  validDocument,
  type World,
} from "@/tests/support/world";

const database = openDatabase();
let world: World;
let participant: Actor;
let facilitator: Actor;
let assignmentId: string;

beforeAll(async () => {
  world = await createWorld(database.app);
  participant = world.participants[0] as Actor;
  facilitator = world.facilitators[0] as Actor;
  assignmentId = await assign(world, participant);
});

const send = (actor: Actor, command: unknown) => execute(world.ctx, actor, command);

/** An envelope with the payload of a command on a stage, as that stage stands. */
async function on(stage: StageKind, type: CommandType, more: object = {}) {
  const { version, latestRevisionId } = await stageOf(world, assignmentId, stage);
  return {
    commandId: newId(),
    type,
    payload: { assignmentId, stage, basedOn: version, revisionId: latestRevisionId, ...more },
  };
}

describe("one command", () => {
  it("does what the form does, and answers as it is described", async () => {
    const document = await validDocument(world, assignmentId, "EVALUATE");
    const command = await on("EVALUATE", "SAVE_DRAFT", { document });
    const { status, result } = await send(participant, command);
    expect({ status, ok: result.ok }).toEqual({ status: 200, ok: true });
    if (result.ok) {
      expect(COMMANDS.SAVE_DRAFT.value.parse(result.value)).toMatchObject({
        assignmentId,
        stage: "EVALUATE",
        version: command.payload.basedOn + 1,
      });
    }
  });

  it("is the same when it comes again, and a conflict with other content", async () => {
    const document = await validDocument(world, assignmentId, "EVALUATE");
    const command = await on("EVALUATE", "SAVE_DRAFT", { document });
    const first = await send(participant, command);
    expect(await send(participant, command)).toEqual(first);
    expect(
      await send(participant, { ...command, payload: { ...command.payload, document: {} } }),
    ).toMatchObject({ status: 409, result: { reason: "conflict" } });
  });

  it("under an id that somebody else used is somebody else's business", async () => {
    const document = await validDocument(world, assignmentId, "EVALUATE");
    const command = await on("EVALUATE", "SAVE_DRAFT", { document });
    expect((await send(participant, command)).status).toBe(200);
    const neighbour = world.participants[1] as Actor;
    expect(await send(neighbour, command)).toMatchObject({
      status: 404,
      result: { reason: "not_found" },
    });
  });

  it.each<[string, unknown, string]>([
    ["nothing", null, ""],
    ["a list in a list", [], ""],
    ["no id", { type: "SUBMIT", payload: {} }, "commandId"],
    ["an id that is none", { commandId: "7", type: "SUBMIT", payload: {} }, "commandId"],
    ["an unknown command", { commandId: newId(), type: "DROP", payload: {} }, "type"],
    [
      "a command named like a property",
      { commandId: newId(), type: "toString", payload: {} },
      "type",
    ],
    ["no payload", { commandId: newId(), type: "SUBMIT" }, "payload"],
    ["a payload that is text", { commandId: newId(), type: "SUBMIT", payload: "{}" }, "payload"],
    ["an odd predecessor", { commandId: newId(), type: "SUBMIT", payload: {}, after: 1 }, "after"],
    ["an empty payload", { commandId: newId(), type: "SUBMIT", payload: {} }, "assignmentId"],
  ])("with %s is refused at its place", async (_, command, path) => {
    const { status, result } = await send(participant, command);
    expect(status).toBe(422);
    expect(result).toMatchObject({ reason: "invalid" });
    expect(!result.ok && result.issues?.map((issue) => issue.path)).toContain(path);
  });

  it("takes a number for a number only", async () => {
    const command = await on("EVALUATE", "SUBMIT", { document: {} });
    const { result } = await send(participant, {
      ...command,
      payload: { ...command.payload, basedOn: String(command.payload.basedOn) },
    });
    expect(result).toMatchObject({ issues: [{ path: "basedOn", code: "invalid_type" }] });
  });

  it("cannot bring its id in the payload", async () => {
    const command = await on("EVALUATE", "SAVE_DRAFT", { document: {}, commandId: "mine" });
    const { commandId, status } = await send(participant, command);
    expect({ commandId, status }).toEqual({ commandId: command.commandId, status: 200 });
  });

  it("refuses what is nested too deeply", async () => {
    let document: unknown = {};
    for (let depth = 0; depth < 5000; depth += 1) document = { document };
    const command = await on("EVALUATE", "SAVE_DRAFT", { document });
    expect(await send(participant, command)).toMatchObject({
      status: 422,
      result: { issues: [{ path: "document", code: "too_deep" }] },
    });
  });

  it("refuses what is no JSON, as a server action can be sent it", async () => {
    for (const odd of [1n, new Date(0), new Map(), Symbol("x")]) {
      const command = await on("EVALUATE", "SAVE_DRAFT", { document: { summary: "", odd } });
      expect(await send(participant, command)).toMatchObject({
        status: 422,
        result: { issues: [{ path: "document", code: "invalid_type" }] },
      });
    }
  });

  it("refuses a due date that could be stored and not be read", async () => {
    const dueAt = {
      EVALUATE: "2018-08-09T10:00:00Z",
      OBSTACLES: "2018-08-09T10:00:00Z",
      SOLUTION: "2018-08-09T10:00:00Z",
      PLAN: "9999-12-31T23:59:59-23:59",
    };
    const { cohortId, innovationIds } = world;
    const [enrolment] = participant.enrolments;
    const payload = { cohortId, innovationIds, enrolmentIds: [enrolment?.id], dueAt };
    const command = { commandId: newId(), type: "CREATE_ASSIGNMENTS", payload };
    expect(await send(world.organizer, command)).toMatchObject({
      status: 422,
      result: { issues: [{ path: "dueAt.PLAN", code: "due_too_far" }] },
    });
  });

  it("tells forbidden from not there, and state from content", async () => {
    const command = await on("EVALUATE", "APPROVE", { revisionId: newId() });
    expect((await send(world.organizer, command)).status).toBe(403);
    expect((await send(world.stranger, command)).status).toBe(404);
    const locked = await on("PLAN", "SUBMIT", { document: {} });
    expect(await send(participant, locked)).toMatchObject({
      status: 409,
      result: { reason: "stage_locked" },
    });
  });
});

describe("a chain", () => {
  it("is based on what it left behind, and does not conflict with itself", async () => {
    const document = await validDocument(world, assignmentId, "EVALUATE");
    const first = await on("EVALUATE", "SAVE_DRAFT", { document });
    const rest = { assignmentId, stage: "EVALUATE" as const, document };
    const second = {
      commandId: newId(),
      type: "SAVE_DRAFT",
      payload: rest,
      after: first.commandId,
    };
    const third = { commandId: newId(), type: "SUBMIT", payload: rest, after: second.commandId };
    const outcomes = await executeAll(world.ctx, participant, [first, second, third]);
    expect(outcomes.map(({ status }) => status)).toEqual([200, 200, 200]);
    // The reply was lost: all of it again changes nothing.
    const before = await stageOf(world, assignmentId, "EVALUATE");
    expect(await executeAll(world.ctx, participant, [first, second, third])).toEqual(outcomes);
    expect(await stageOf(world, assignmentId, "EVALUATE")).toEqual(before);
    expect(await database.app.revision.count({ where: { assignmentId } })).toBe(1);
  });

  it("stops where one of it was refused, and nothing else does", async () => {
    const refused = await on("EVALUATE", "WITHDRAW", { basedOn: 0 });
    const dependent = { ...(await on("EVALUATE", "WITHDRAW")), after: refused.commandId };
    const third = { ...(await on("EVALUATE", "WITHDRAW")), after: dependent.commandId };
    const other = await on("EVALUATE", "WITHDRAW");
    const outcomes = await executeAll(world.ctx, participant, [refused, dependent, third, other]);
    expect(outcomes.map(({ status, result }) => [status, !result.ok && result.reason])).toEqual([
      [409, "conflict"],
      [409, "after_missing"],
      [409, "after_missing"],
      [200, false],
    ]);
  });

  it("takes no version from another stage", async () => {
    const document = await validDocument(world, assignmentId, "EVALUATE");
    const first = await on("EVALUATE", "SAVE_DRAFT", { document });
    const elsewhere = {
      commandId: newId(),
      type: "SAVE_DRAFT",
      payload: { assignmentId, stage: "OBSTACLES", document: {} },
      after: first.commandId,
    };
    const [, outcome] = await executeAll(world.ctx, participant, [first, elsewhere]);
    expect(outcome).toMatchObject({ status: 422, result: { issues: [{ path: "basedOn" }] } });
  });

  it("does not follow somebody else's command", async () => {
    const document = await validDocument(world, assignmentId, "EVALUATE");
    const first = await on("EVALUATE", "SAVE_DRAFT", { document });
    await send(participant, first);
    const [neighbour] = world.participants.slice(1) as [Actor];
    const command = {
      ...(await on("EVALUATE", "SAVE_DRAFT", { document })),
      after: first.commandId,
    };
    expect(await send(neighbour, command)).toMatchObject({ result: { reason: "after_missing" } });
  });
});

describe("the whole way", () => {
  it("goes through the door, with nothing but what the door says", async () => {
    const read = async (actor: Actor) => {
      const found = await findAssignment(database.app, actor, assignmentId, {
        now: world.ctx.clock.now(),
        withContext: true,
      });
      return assignmentSchema.parse(found).assignment;
    };
    for (const kind of STAGE_KINDS) {
      const own = (await read(participant)).stages.find((stage) => stage.kind === kind);
      expect(own?.can).toContain("SUBMIT");
      expect(own?.context).toBeDefined();
      const sent = await send(participant, {
        commandId: newId(),
        type: "SUBMIT",
        payload: {
          assignmentId,
          stage: kind,
          basedOn: own?.version,
          document: await validDocument(world, assignmentId, kind),
        },
      });
      expect(sent.status).toBe(200);
      if (kind === "PLAN") await assessWork(world, facilitator, assignmentId);
      const theirs = (await read(facilitator)).stages.find((stage) => stage.kind === kind);
      expect(theirs).toMatchObject({ draft: null, draftSavedAt: null });
      expect(theirs?.context).toBeUndefined();
      const decided = await send(facilitator, {
        commandId: newId(),
        type: "APPROVE",
        payload: {
          assignmentId,
          stage: kind,
          basedOn: theirs?.version,
          revisionId: theirs?.latestRevision?.id,
        },
      });
      expect(decided.status).toBe(200);
    }
    expect((await read(participant)).stages.map(({ state }) => state)).toEqual(
      STAGE_KINDS.map(() => "APPROVED"),
    );
  });
});

describe("reading", () => {
  const read = (actor: Actor, id = assignmentId) =>
    findAssignment(database.app, actor, id, { now: world.ctx.clock.now(), withContext: false });

  it("is for who stands to the assignment, and for nobody else", async () => {
    expect((await read(participant))?.assignment.roles).toEqual(["PARTICIPANT"]);
    expect((await read(facilitator))?.assignment.roles).toEqual(["FACILITATOR"]);
    expect((await read(world.viewer))?.assignment.roles).toEqual(["VIEWER"]);
    for (const other of [
      world.participants[1],
      world.facilitators[1],
      world.stranger,
      world.otherFacilitator,
      world.administrator,
    ]) {
      expect(await read(other as Actor)).toBeNull();
    }
    expect(await read(participant, newId())).toBeNull();
  });

  it("says why a stage came back, at the field that is meant", async () => {
    const second = world.participants[1] as Actor;
    const id = await assign(world, second);
    await submit(world, second, id, "EVALUATE");
    const { version, latestRevisionId } = await stageOf(world, id, "EVALUATE");
    const reasons = [{ fieldPath: "scores.0.note", text: "Tulis buktinya." }];
    await send(facilitator, {
      commandId: newId(),
      type: "RETURN",
      payload: {
        assignmentId: id,
        stage: "EVALUATE",
        basedOn: version,
        revisionId: latestRevisionId,
        reasons,
      },
    });
    const stage = (await read(second, id))?.assignment.stages[0];
    expect(stage).toMatchObject({
      state: "RETURNED",
      returned: {
        reopened: false,
        reasons: [{ path: "scores.0.note", text: "Tulis buktinya.", answered: false }],
      },
      can: ["SAVE_DRAFT", "SUBMIT", "ANSWER_REASON", "COMMENT"],
    });
  });

  it("lists one's own, page by page, each once", async () => {
    for (const person of world.participants) await assign(world, person, 1);
    const all = async (actor: Actor, limit: number) => {
      const found: string[] = [];
      let after: string | undefined;
      do {
        const list = await listAssignments(
          database.app,
          actor,
          { limit, after },
          world.ctx.clock.now(),
        );
        const page = assignmentListSchema.parse(list);
        expect(page.assignments.length).toBeLessThanOrEqual(limit);
        found.push(...page.assignments.map(({ id }) => id));
        after = page.next ?? undefined;
      } while (after);
      return found;
    };
    const mine = await all(participant, 1);
    expect(mine).toHaveLength(2);
    expect(mine).toContain(assignmentId);
    // The facilitator's two participants have two each.
    const theirs = await all(facilitator, 3);
    expect(new Set(theirs).size).toBe(4);
    expect(await all(facilitator, 100)).toEqual(theirs);
    // Staff have a dashboard; these are not theirs to do.
    expect(await all(world.organizer, 100)).toEqual([]);
  });
});
