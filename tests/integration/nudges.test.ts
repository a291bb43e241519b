import { beforeEach, describe, expect, it } from "vitest";
import { authorizeAssigning } from "@/lib/cohort/policy";
import { listNotifications } from "@/lib/notification/data";
import { notificationScope } from "@/lib/notification/policy";
import type { Actor } from "@/lib/platform/actor";
import { fixedClock } from "@/lib/platform/clock";
import { listNudgeable } from "@/lib/reminder/data";
import { NUDGE_HOURS } from "@/lib/reminder/model";
import { nudge, sendReminders } from "@/lib/reminder/mutations";
import { nudgeQuerySchema } from "@/lib/reminder/schema";
import { openDatabase } from "@/tests/support/database";
import { assign, createWorld, newId, submit, value, type World } from "@/tests/support/world";

/** Reminders by hand: who may, of what, how often, and what becomes of work done meanwhile. */
const database = openDatabase();
let world: World;
let assignmentId: string;
let stageId: string;
const NOON = "2018-08-08T05:00:00Z";
const ctx = (at: string) => ({ ...world.ctx, clock: fixedClock(at) });
const participant = () => world.participants[0] as Actor;
const facilitator = () => world.facilitators[0] as Actor;
const command = (stageIds: string[], more = {}) => ({
  commandId: newId(),
  cohortId: world.cohortId,
  stageIds,
  ...more,
});
const told = () =>
  database.app.notification.count({
    where: { personId: participant().personId, kind: "NUDGED" },
  });
const stageOf = async (id: string, kind: "EVALUATE" | "OBSTACLES" = "EVALUATE") =>
  (
    await database.app.stage.findUniqueOrThrow({
      where: { assignmentId_kind: { assignmentId: id, kind } },
      select: { id: true },
    })
  ).id;
const later = (hours: number) =>
  new Date(new Date(NOON).getTime() + hours * 3_600_000).toISOString();

beforeEach(async () => {
  await database.owner.$executeRawUnsafe(
    "UPDATE cohorts SET state = 'CLOSED' WHERE state = 'RUNNING'",
  );
  world = await createWorld(database.app);
  assignmentId = await assign(world, participant());
  stageId = await stageOf(assignmentId);
});

describe("a nudge", () => {
  it("tells once, however often and at once it is sent, and is audited", async () => {
    const one = command([stageId]);
    const first = value(await nudge(ctx(NOON), world.organizer, one));
    expect(first).toEqual({ told: 1, recent: 0, done: 0, unreachable: 0 });
    expect(value(await nudge(ctx(NOON), world.organizer, one))).toEqual(first);
    const again = await Promise.all(
      [1, 2, 3].map(() => nudge(ctx(NOON), facilitator(), command([stageId, stageId]))),
    );
    for (const result of again) expect(value(result)).toMatchObject({ told: 0, recent: 1 });
    expect(await told()).toBe(1);
    const events = await database.app.auditEvent.findMany({
      where: { cohortId: world.cohortId, type: "stage.nudged" },
    });
    expect(events).toMatchObject([{ subjectId: assignmentId, payload: { kind: "EVALUATE" } }]);
    const list = await listNotifications(
      database.app,
      notificationScope(participant()),
      1,
      new Date(NOON),
    );
    expect(list.rows).toMatchObject([{ kind: "NUDGED", isOpen: true, readAt: null }]);
  });

  it("may come again after some hours, and not before, also by raw SQL", async () => {
    value(await nudge(ctx(NOON), world.organizer, command([stageId])));
    const early = later(NUDGE_HOURS - 0.1);
    expect(value(await nudge(ctx(early), world.organizer, command([stageId])))).toMatchObject({
      recent: 1,
    });
    await expect(
      database.app.notification.create({
        data: {
          personId: participant().personId,
          kind: "NUDGED",
          stageId,
          occasion: new Date(early),
          createdAt: new Date(early),
        },
      }),
    ).rejects.toThrow("short while ago");
    value(await nudge(ctx(later(NUDGE_HOURS)), world.organizer, command([stageId])));
    expect(await told()).toBe(2);
  });

  it("is never for work that was done meanwhile, and is put away when it is done", async () => {
    value(await nudge(ctx(NOON), world.organizer, command([stageId])));
    value(
      await submit({ ...world, ctx: ctx(later(0.5)) }, participant(), assignmentId, "EVALUATE"),
    );
    const result = value(await nudge(ctx(later(21)), world.organizer, command([stageId])));
    expect(result).toEqual({ told: 0, recent: 0, done: 1, unreachable: 0 });
    await sendReminders(ctx(later(1)));
    expect(
      await database.app.notification.count({
        where: { personId: participant().personId, kind: "NUDGED", readAt: null },
      }),
    ).toBe(0);
    // A stage that is not open yet waits for somebody else.
    const locked = await stageOf(assignmentId, "OBSTACLES");
    expect(value(await nudge(ctx(NOON), world.organizer, command([locked])))).toMatchObject({
      done: 1,
    });
  });

  it("goes by letter too, as people want it", async () => {
    const { personId } = participant();
    const email = `${newId()}@instansi.test`;
    await database.app.person.update({ where: { id: personId }, data: { email } });
    const second = await assign(world, participant(), 1);
    const both = [stageId, await stageOf(second)];
    expect(value(await nudge(ctx(NOON), world.organizer, command(both)))).toMatchObject({
      told: 2,
    });
    await sendReminders(ctx(later(0.1)));
    await sendReminders(ctx(later(0.2)));
    const letters = await database.app.mailMessage.count({
      where: { personId, kind: "REMINDER" },
    });
    expect(letters).toBe(1);
  });

  it("is for organisers, and facilitators of their own; for nobody else it is not there", async () => {
    // Two participants each: the third has the other facilitator.
    const other = await assign(world, world.participants[2] as Actor);
    const theirs = await stageOf(other);
    expect(await nudge(ctx(NOON), facilitator(), command([theirs]))).toMatchObject({
      reason: "not_found",
    });
    expect(value(await nudge(ctx(NOON), facilitator(), command([stageId, theirs])))).toMatchObject({
      told: 1,
      done: 0,
      recent: 0,
    });
    for (const actor of [
      world.viewer,
      world.stranger,
      world.otherFacilitator,
      world.otherParticipant,
      world.administrator,
      participant(),
    ]) {
      expect(await nudge(ctx(NOON), actor, command([theirs]))).toMatchObject({
        reason: "not_found",
      });
    }
    // A stage of the own centre under the id of another cohort.
    const elsewhere = command([stageId], { cohortId: newId() });
    expect(await nudge(ctx(NOON), world.organizer, elsewhere)).toMatchObject({
      reason: "not_found",
    });
    const offered = authorizeAssigning(facilitator(), {
      id: world.cohortId,
      centerId: world.centerId,
    });
    if (!offered) throw new Error("a facilitator may ask");
    const { rows, total } = await listNudgeable(database.app, offered, [], new Date(NOON));
    expect(rows.map((row) => [row.stageId, row.obstacle])).toEqual([[stageId, "recent"]]);
    expect(total).toBe(1);
    const named = await listNudgeable(database.app, offered, [other], new Date(NOON));
    expect(named).toEqual({ rows: [], total: 0 });
  });

  it("reaches nobody who cannot act, and nothing in a cohort that has ended", async () => {
    await database.app.person.update({
      where: { id: participant().personId },
      data: { status: "DEACTIVATED" },
    });
    expect(value(await nudge(ctx(NOON), world.organizer, command([stageId])))).toMatchObject({
      told: 0,
      unreachable: 1,
    });
    await database.owner.$executeRawUnsafe(
      "UPDATE cohorts SET state = 'CLOSED' WHERE state = 'RUNNING'",
    );
    expect(await nudge(ctx(NOON), world.organizer, command([stageId]))).toMatchObject({
      reason: "cohort_closed",
    });
  });
});

it("an address that names nobody is understood as far as it goes", () => {
  const id = newId();
  expect(nudgeQuerySchema.parse({})).toEqual({ who: [] });
  expect(nudgeQuerySchema.parse({ who: "x" })).toEqual({ who: [] });
  expect(nudgeQuerySchema.parse({ who: [id, "x"] })).toEqual({ who: [id] });
  expect(nudgeQuerySchema.parse({ who: Array.from({ length: 300 }, () => id) }).who).toHaveLength(
    120,
  );
});
