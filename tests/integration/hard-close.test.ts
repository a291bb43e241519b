import { beforeAll, describe, expect, it } from "vitest";
import { createAssignments } from "@/lib/assignment/mutations";
import type { Actor } from "@/lib/platform/actor";
import { fixedClock } from "@/lib/platform/clock";
import { returnStage } from "@/lib/review/mutations";
import { openDatabase } from "@/tests/support/database";
import {
  createWorld,
  enrolmentOf,
  newId,
  stageOf,
  submit,
  value,
  type World,
} from "@/tests/support/world";

/** A stage that closes for good: a day after it is due here. */
const database = openDatabase();
let world: World;
let participant: Actor;
let facilitator: Actor;

const DUE = "2018-08-09T10:00:00Z";
const at = (hours: number) => {
  const now = new Date(new Date(DUE).getTime() + hours * 3_600_000).toISOString();
  return { ...world, ctx: { ...world.ctx, clock: fixedClock(now) } };
};

beforeAll(async () => {
  world = await createWorld(database.app);
  participant = world.participants[0] as Actor;
  facilitator = world.facilitators[0] as Actor;
});

async function given(innovation: number): Promise<string> {
  const closes = { EVALUATE: 1, OBSTACLES: 1, SOLUTION: null, PLAN: null };
  const { created } = value(
    await createAssignments(world.ctx, world.organizer, {
      commandId: newId(),
      cohortId: world.cohortId,
      enrolmentIds: [enrolmentOf(participant)],
      innovationIds: [world.innovationIds[innovation] ?? ""],
      dueAt: { EVALUATE: DUE, OBSTACLES: DUE, SOLUTION: DUE, PLAN: DUE },
      closesAfterDays: closes,
      instructions: "",
    }),
  );
  return created[0] ?? "";
}

describe("a hard close", () => {
  it("takes late work before it and nothing after it, whatever the phone claims", async () => {
    const assignmentId = await given(0);
    expect((await stageOf(world, assignmentId, "EVALUATE")).hardCloseAt).toEqual(
      new Date("2018-08-10T10:00:00Z"),
    );
    expect((await stageOf(world, assignmentId, "PLAN")).hardCloseAt).toBeNull();
    expect(await submit(at(25), participant, assignmentId, "EVALUATE")).toMatchObject({
      reason: "hard_closed",
    });
    expect(value(await submit(at(23), participant, assignmentId, "EVALUATE")).timeliness).toBe(
      "LATE",
    );
  });

  it("lets what was sent back be mended", async () => {
    const assignmentId = await given(1);
    value(await submit(at(-1), participant, assignmentId, "EVALUATE"));
    const { version, latestRevisionId } = await stageOf(world, assignmentId, "EVALUATE");
    value(
      await returnStage(at(30).ctx, facilitator, {
        commandId: newId(),
        assignmentId,
        stage: "EVALUATE",
        basedOn: version,
        revisionId: latestRevisionId ?? "",
        reasons: [{ fieldPath: null, text: "Tulis buktinya." }],
      }),
    );
    value(await submit(at(40), participant, assignmentId, "EVALUATE"));
  });

  it("is held by the database", async () => {
    const assignmentId = (await database.app.assignment.findFirstOrThrow({ select: { id: true } }))
      .id;
    const cheat = (sql: string) => database.app.$executeRawUnsafe(sql).then(() => "passed", String);
    expect(
      await cheat(
        `UPDATE stages SET hard_close_at = due_at - interval '1 minute' WHERE assignment_id = '${assignmentId}'`,
      ),
    ).toMatch(/stages_hard_close/);
    const stage = await stageOf(world, assignmentId, "OBSTACLES");
    expect(
      await cheat(
        `INSERT INTO revisions (id, assignment_id, stage_id, kind, number, content, content_hash, timeliness, submitted_by_id, submitted_at)
         VALUES ('${newId()}', '${assignmentId}', '${stage.id}', 'OBSTACLES', 1, '{}', 'x', 'CLAIMED', '${participant.personId}', '2018-08-10T10:00:01Z')`,
      ),
    ).toMatch(/closed for good/);
  });
});
