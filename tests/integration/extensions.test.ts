import { beforeEach, describe, expect, it } from "vitest";
import { findTask } from "@/lib/assignment/data";
import { participantScope } from "@/lib/assignment/policy";
import { authorizeAssigning } from "@/lib/cohort/policy";
import { listExtendable, listExtensions } from "@/lib/extension/data";
import { extendStage } from "@/lib/extension/mutations";
import { extendStageSchema } from "@/lib/extension/schema";
import type { Actor } from "@/lib/platform/actor";
import { fixedClock } from "@/lib/platform/clock";
import { findReviewRecord, readReview } from "@/lib/review/data";
import { openDatabase } from "@/tests/support/database";
import {
  assign,
  createWorld,
  enrolmentOf,
  newId,
  stageOf,
  submit,
  value,
  type World,
} from "@/tests/support/world";

const database = openDatabase();
let world: World;
let mine: Actor;
let foreign: Actor;
let facilitator: Actor;
let mineId: string;
let foreignId: string;

/** EVALUATE is due on the 9th at 17.00 in Jakarta, the others a day after each other. */
beforeEach(async () => {
  world = await createWorld(database.app);
  const [first, , third] = world.participants;
  const [reviewer] = world.facilitators;
  if (!first || !third || !reviewer) throw new Error("an empty world");
  [mine, foreign, facilitator] = [first, third, reviewer];
  mineId = await assign(world, mine);
  foreignId = await assign(world, foreign);
});

type Input = Parameters<typeof extendStage>[2];
const input = (more: Partial<Input> = {}): Input => ({
  commandId: newId(),
  cohortId: world.cohortId,
  stage: "EVALUATE",
  whom: { audience: "ALL" },
  dueAt: "2018-08-10T10:00:00Z",
  closes: "MOVE",
  following: false,
  reason: "Narasumber berhalangan hadir.",
  ...more,
});
const dueOf = async (id: string, kind: "EVALUATE" | "OBSTACLES" | "PLAN" = "EVALUATE") =>
  (await stageOf(world, id, kind)).dueAt.toISOString();
const WAS = "2018-08-09T10:00:00.000Z";
const BECOMES = "2018-08-10T10:00:00.000Z";

describe("more time for a stage", () => {
  it("is given to one, a group or all, once, and leaves the version for drafts under way", async () => {
    const before = await stageOf(world, mineId, "EVALUATE");
    const one = input({ whom: { audience: "PARTICIPANT", enrolmentId: enrolmentOf(mine) } });
    const given = value(await extendStage(world.ctx, world.organizer, one));
    expect(given).toMatchObject({ people: 1, extended: 1, later: 0, sent: 0 });
    expect(value(await extendStage(world.ctx, world.organizer, one))).toEqual(given);
    expect(await dueOf(mineId)).toBe(BECOMES);
    expect(await dueOf(foreignId)).toBe(WAS);
    expect((await stageOf(world, mineId, "EVALUATE")).version).toBe(before.version);
    expect(await database.app.extension.count({ where: { cohortId: world.cohortId } })).toBe(1);

    // Who has it as late already is left as they are.
    expect(value(await extendStage(world.ctx, world.organizer, input()))).toMatchObject({
      people: 1,
      extended: 1,
      later: 1,
    });
    expect(await dueOf(foreignId)).toBe(BECOMES);

    const { groupId } = await database.app.enrolment.findUniqueOrThrow({
      where: { id: enrolmentOf(mine) },
    });
    const group = input({
      stage: "PLAN",
      whom: { audience: "GROUP", groupId: groupId ?? "" },
      dueAt: "2018-08-20T10:00:00Z",
    });
    expect(value(await extendStage(world.ctx, world.organizer, group))).toMatchObject({
      people: 2,
    });
    const names = await database.app.extension.findMany({
      where: { cohortId: world.cohortId },
      orderBy: { id: "asc" },
    });
    expect(names.map(({ audienceName }) => audienceName)).toEqual([mine.name, null, "Kelompok 1"]);
  });

  it("is a facilitator's to give to the own participants alone, and nobody else's", async () => {
    expect(value(await extendStage(world.ctx, facilitator, input()))).toMatchObject({ people: 1 });
    expect(await dueOf(foreignId)).toBe(WAS);
    const theirs = { audience: "PARTICIPANT", enrolmentId: enrolmentOf(foreign) } as const;
    expect(await extendStage(world.ctx, facilitator, input({ whom: theirs }))).toMatchObject({
      reason: "invalid",
      issues: [{ path: "whom", code: "nobody_to_extend" }],
    });
    for (const actor of [mine, world.viewer, world.stranger, world.otherFacilitator]) {
      expect(await extendStage(world.ctx, actor, input())).toMatchObject({ reason: "not_found" });
    }
  });

  it("is refused where it shortens, is past, before the visit, or passes the next stage", async () => {
    const issueOf = async (more: Partial<Input>) => {
      const result = await extendStage(world.ctx, world.organizer, input(more));
      return result.ok ? null : (result.issues ?? result.reason);
    };
    expect(await issueOf({ dueAt: "2018-08-09T09:00:00Z" })).toEqual([
      { path: "dueAt", code: "due_not_later" },
    ]);
    expect(await issueOf({ dueAt: "2018-08-08T02:00:00Z" })).toEqual([
      { path: "dueAt", code: "due_in_past" },
    ]);
    expect(await issueOf({ dueAt: "2038-08-08T02:00:00Z" })).toMatchObject([
      { path: "dueAt", code: "due_too_far" },
    ]);
    expect(await issueOf({ dueAt: "2018-08-10T10:00:01Z" })).toEqual([
      { path: "dueAt", code: "due_after_next" },
    ]);
    const early = { ...world.ctx, clock: fixedClock("2018-08-01T03:00:00Z") };
    expect(
      await extendStage(early, world.organizer, input({ dueAt: "2018-08-05T16:59:00Z" })),
    ).toMatchObject({ issues: [{ path: "dueAt", code: "due_before_visit" }] });
    expect(extendStageSchema.safeParse(input({ reason: " a   " })).success).toBe(false);

    value(
      await extendStage(
        world.ctx,
        world.organizer,
        input({ dueAt: "2018-08-12T10:00:00Z", following: true }),
      ),
    );
    expect(await dueOf(mineId, "OBSTACLES")).toBe("2018-08-13T10:00:00.000Z");
    expect(await dueOf(mineId, "PLAN")).toBe("2018-08-15T10:00:00.000Z");
  });

  it("leaves alone what was sent", async () => {
    value(await submit(world, mine, mineId, "EVALUATE"));
    const whom = { audience: "PARTICIPANT", enrolmentId: enrolmentOf(mine) } as const;
    expect(await extendStage(world.ctx, world.organizer, input({ whom }))).toMatchObject({
      issues: [{ path: "whom", code: "all_sent" }],
    });
    expect(await dueOf(mineId)).toBe(WAS);
  });

  it("is told to the participant, to who reviews, in the cohort's list and in the log", async () => {
    const { extensionId } = value(await extendStage(world.ctx, world.organizer, input()));
    const told = {
      dueFrom: WAS,
      dueTo: BECOMES,
      by: world.organizer.name,
      reason: "Narasumber berhalangan hadir.",
    };
    const now = world.ctx.clock.now();
    const task = await findTask(database.app, participantScope(mine), mineId, now);
    expect(task?.history).toMatchObject([{ type: "EXTENDED", stage: "EVALUATE", ...told }]);
    const record = await findReviewRecord(database.app, mineId, facilitator.personId, now);
    if (!record) throw new Error("no record");
    const review = await readReview(database.app, record, {
      stage: "EVALUATE",
      revision: null,
      readerId: facilitator.personId,
      readerIs: "FACILITATOR",
      roles: ["FACILITATOR"],
      queue: null,
      now,
    });
    expect(review?.extensions).toMatchObject([told]);

    const cohort = { id: world.cohortId, centerId: world.centerId };
    const listFor = async (actor: Actor, page = 1) => {
      const authorized = authorizeAssigning(actor, cohort);
      if (!authorized) throw new Error("not theirs");
      return listExtensions(database.app, authorized, page);
    };
    expect(await listFor(world.organizer)).toMatchObject({
      rows: [{ id: extensionId, people: 2, dueTo: BECOMES, audience: "ALL", audienceName: null }],
      page: 1,
      pages: 1,
    });
    expect((await listFor(facilitator)).rows).toMatchObject([{ people: 1 }]);
    const idle = authorizeAssigning(facilitator, cohort);
    expect(idle && (await listExtendable(database.app, idle))).toMatchObject([
      { id: enrolmentOf(mine), name: mine.name, group: "Kelompok 1" },
    ]);
    const events = await database.app.auditEvent.findMany({
      where: { cohortId: world.cohortId, type: { in: ["extension.granted", "stage.extended"] } },
      orderBy: { type: "asc" },
    });
    expect(events.map(({ type, payload }) => [type, payload])).toEqual([
      ["extension.granted", { kind: "EVALUATE", audience: "ALL", extended: 2, people: 2 }],
      ["stage.extended", { kind: "EVALUATE", extensionId, dueAt: { from: WAS, to: BECOMES } }],
      ["stage.extended", { kind: "EVALUATE", extensionId, dueAt: { from: WAS, to: BECOMES } }],
    ]);
  });

  it("is the only way in which dates move, also by raw SQL", async () => {
    const { id } = await stageOf(world, mineId, "EVALUATE");
    const cheat = (...statements: string[]) =>
      database.app
        .$transaction(async (tx) => {
          for (const sql of statements) await tx.$executeRawUnsafe(sql);
        })
        .then(() => "passed", String);
    expect(
      await cheat(`UPDATE stages SET due_at = due_at + interval '1 day' WHERE id = '${id}'`),
    ).toMatch(/extension alone/);
    const extension = newId();
    const granted = (by: string) =>
      `INSERT INTO extensions VALUES ('${extension}', '${world.cohortId}', 'EVALUATE', 'ALL', NULL, 'Sakit keras', '${by}', 'x', now())`;
    const moved = (from: string, to: string) =>
      `INSERT INTO extended_stages VALUES ('${extension}', '${id}', '${from}', '${to}', NULL, NULL)`;
    const by = world.organizer.personId;
    expect(await cheat(granted(by), moved(WAS, "2018-08-08T10:00:00Z"))).toMatch(
      /extended_stages_longer/,
    );
    expect(await cheat(granted(by), moved("2018-08-01T10:00:00Z", BECOMES))).toMatch(
      /cannot be extended so/,
    );
    expect(await cheat(granted(mine.personId), moved(WAS, BECOMES))).toMatch(/gives no time here/);
    value(await extendStage(world.ctx, world.organizer, input()));
    expect(await cheat("DELETE FROM extended_stages")).toMatch(/permission denied/);
    expect(await cheat("UPDATE extensions SET reason = 'lain'")).toMatch(/permission denied/);
  });
});
