import { beforeEach, describe, expect, it } from "vitest";
import { readStanding } from "@/lib/allocation/data";
import { setWishes } from "@/lib/allocation/mutations";
import { listTasks } from "@/lib/assignment/data";
import { participantScope } from "@/lib/assignment/policy";
import { authorizeOrganizing } from "@/lib/cohort/policy";
import type { Actor } from "@/lib/platform/actor";
import { fixedClock } from "@/lib/platform/clock";
import type { LocalTime } from "@/lib/platform/zoned-time";
import { findWishes } from "@/lib/wish/data";
import { answerWishes, askWishes } from "@/lib/wish/mutations";
import { answerWishesSchema, askWishesSchema } from "@/lib/wish/schema";
import { openDatabase } from "@/tests/support/database";
import {
  assign,
  createWorld,
  enrolmentOf,
  NOW,
  newId,
  value,
  type World,
} from "@/tests/support/world";

/** A cohort asks its participants which innovations they would like. */
const database = openDatabase();
let world: World;

beforeEach(async () => {
  world = await createWorld(database.app);
});

// The world's clock stands at 8 August, 10.00 in Jakarta.
const UNTIL = { date: "2018-08-09", time: "12:00" };
const UNTIL_INSTANT = "2018-08-09T05:00:00.000Z";
const person = (at: number) => world.participants[at] as Actor;
const innovation = (at: number) => world.innovationIds[at] as string;
const ask = (until: LocalTime | null, actor = world.organizer, cohortId = world.cohortId) =>
  askWishes(world.ctx, actor, { commandId: newId(), cohortId, until });
const answer = (
  actor: Actor,
  placeIds: string[],
  { at = NOW, cohortId = world.cohortId, commandId = newId() } = {},
) =>
  answerWishes({ ...world.ctx, clock: fixedClock(at) }, actor, { commandId, cohortId, placeIds });
const said = async () => {
  const rows = await database.app.allocationMark.findMany({
    where: { cohortId: world.cohortId, kind: "WISH" },
    select: { enrolmentId: true, innovationId: true, rank: true },
    orderBy: [{ enrolmentId: "asc" }, { rank: "asc" }],
  });
  return rows.map(({ enrolmentId, innovationId, rank }) => [enrolmentId, innovationId, rank]);
};
const page = (actor: Actor, at = NOW, cohortId = world.cohortId) =>
  findWishes(database.app, participantScope(actor), cohortId, new Date(at));

describe("asking for choices", () => {
  it("is until a moment on the cohort's clocks, can be moved, and can end", async () => {
    const stands = () =>
      database.app.cohort.findUniqueOrThrow({
        where: { id: world.cohortId },
        select: { wishesUntil: true, version: true },
      });
    const { version } = await stands();
    value(await ask(UNTIL));
    expect(await stands()).toEqual({ wishesUntil: new Date(UNTIL_INSTANT), version });
    value(await ask({ ...UNTIL, time: "13:00" }));
    expect((await stands()).wishesUntil).toEqual(new Date("2018-08-09T06:00:00Z"));
    value(await ask(null));
    expect((await stands()).wishesUntil).toBeNull();
  });

  it("needs a moment that lies ahead, within three years", async () => {
    const issue = (code: string) => ({ reason: "invalid", issues: [{ path: "until", code }] });
    expect(await ask({ date: "2018-08-08", time: "10:00" })).toMatchObject(issue("due_in_past"));
    expect(await ask({ date: "2118-08-08", time: "10:00" })).toMatchObject(issue("due_too_far"));
    const read = (until: unknown) =>
      askWishesSchema.safeParse({ commandId: newId(), cohortId: newId(), until }).success;
    expect(read(UNTIL)).toBe(true);
    expect(read({ date: "2018-02-30", time: "10:00" })).toBe(false);
    expect(read({ date: "2018-08-09", time: "24:00" })).toBe(false);
  });

  it("is for who organises the cohort, while it has not ended", async () => {
    const cases: [Actor, string][] = [
      [world.viewer, "forbidden"],
      [world.facilitators[0] as Actor, "not_found"],
      [person(0), "not_found"],
      [world.stranger, "not_found"],
      [world.otherFacilitator, "not_found"],
      [world.otherParticipant, "not_found"],
    ];
    for (const [actor, reason] of cases) expect(await ask(UNTIL, actor)).toMatchObject({ reason });
    await database.owner
      .$executeRaw`UPDATE cohorts SET state = 'CLOSED' WHERE id = ${world.cohortId}::uuid`;
    expect(await ask(UNTIL)).toMatchObject({ reason: "cohort_closed" });
  });
});

describe("a participant's own choices", () => {
  it("replace what staff entered, can be changed until the moment, and weigh in the allocation", async () => {
    value(await ask(UNTIL));
    const own = enrolmentOf(person(0));
    value(
      await setWishes(world.ctx, world.organizer, {
        commandId: newId(),
        cohortId: world.cohortId,
        kind: "INNOVATION",
        enrolmentId: own,
        placeIds: [innovation(0)],
      }),
    );
    expect(await page(person(0))).toMatchObject({ chosen: [innovation(0)], answered: true });
    value(await answer(person(0), [innovation(1), innovation(0)]));
    expect(await said()).toEqual([
      [own, innovation(1), 1],
      [own, innovation(0), 2],
    ]);
    value(await answer(person(0), [innovation(1)], { at: "2018-08-09T04:59:59Z" }));
    expect(await said()).toEqual([[own, innovation(1), 1]]);

    const { organizer, cohortId, centerId } = world;
    const authorized = authorizeOrganizing(organizer, { id: cohortId, centerId });
    if (!authorized) throw new Error("no organiser");
    const { marks } = await readStanding(
      database.app,
      authorized,
      organizer.personId,
      "INNOVATION",
    );
    expect(marks).toEqual([{ enrolmentId: own, kind: "WISH", rank: 1, placeId: innovation(1) }]);
  });

  it("are refused after the moment, where nobody asks, and where the cohort has ended", async () => {
    expect(await answer(person(0), [innovation(0)])).toMatchObject({ reason: "wishes_not_asked" });
    value(await ask(UNTIL));
    expect(await answer(person(0), [innovation(0)], { at: UNTIL_INSTANT })).toMatchObject({
      reason: "wishes_closed",
    });
    await database.owner
      .$executeRaw`UPDATE cohorts SET state = 'CLOSED' WHERE id = ${world.cohortId}::uuid`;
    expect(await answer(person(0), [innovation(0)])).toMatchObject({ reason: "cohort_closed" });
    expect(await said()).toEqual([]);
  });

  it("name innovations of the cohort, one to three, each once", async () => {
    value(await ask(UNTIL));
    const other = await createWorld(database.app);
    const unknown = { reason: "invalid", issues: [{ path: "placeIds.1", code: "unknown_place" }] };
    expect(await answer(person(0), [innovation(0), other.innovationIds[0] ?? ""])).toMatchObject(
      unknown,
    );
    expect(await answer(person(0), [innovation(0), newId()])).toMatchObject(unknown);
    await database.app.innovation.update({
      where: { id: innovation(1) },
      data: { archivedAt: new Date(NOW) },
    });
    expect(await answer(person(0), [innovation(0), innovation(1)])).toMatchObject(unknown);
    expect(await said()).toEqual([]);
    const read = (placeIds: string[]) =>
      answerWishesSchema.safeParse({ commandId: newId(), cohortId: newId(), placeIds }).success;
    const id = newId();
    expect([[], [id, id], [1, 2, 3, 4].map(() => newId())].map(read)).toEqual([
      false,
      false,
      false,
    ]);
    expect(read([id, newId(), newId()])).toBe(true);
  });

  it("are nobody else's to say or to see", async () => {
    value(await ask(UNTIL));
    const others = [
      world.organizer,
      world.viewer,
      world.administrator,
      world.facilitators[0] as Actor,
      world.stranger,
      world.otherFacilitator,
      world.otherParticipant,
    ];
    for (const actor of others) {
      expect(await answer(actor, [innovation(0)])).toMatchObject({ reason: "not_found" });
      expect(await page(actor)).toBeNull();
    }
    const other = await createWorld(database.app);
    expect(await answer(person(0), [innovation(0)], { cohortId: other.cohortId })).toMatchObject({
      reason: "not_found",
    });
    // Left meanwhile, with a session that still says otherwise.
    await database.owner.$executeRaw`
      UPDATE enrolments SET withdrawn_at = now(), withdrawn_reason = 'Mengundurkan diri' WHERE id = ${enrolmentOf(person(0))}::uuid`;
    expect(await answer(person(0), [innovation(0)])).toMatchObject({ reason: "not_found" });
    expect(await said()).toEqual([]);
  });

  it("are kept once, however often and however many at once they are sent", async () => {
    value(await ask(UNTIL));
    const commandId = newId();
    const results = await Promise.all([
      answer(person(0), [innovation(0), innovation(1)], { commandId }),
      answer(person(0), [innovation(1), innovation(0)]),
      ...world.participants.slice(1).map((actor) => answer(actor, [innovation(0)])),
    ]);
    for (const result of results) expect(result.ok).toBe(true);
    expect(
      value(await answer(person(0), [innovation(0), innovation(1)], { commandId })),
    ).toBeNull();
    expect(await answer(person(0), [innovation(1)], { commandId })).toMatchObject({
      reason: "conflict",
    });
    const own = (await said()).filter(([enrolmentId]) => enrolmentId === enrolmentOf(person(0)));
    expect(own.map(([, , rank]) => rank)).toEqual([1, 2]);
    expect(await said()).toHaveLength(world.participants.length + 1);
  });

  it("are offered beside the tasks, with what was given", async () => {
    const calls = async (at = NOW) =>
      (await listTasks(database.app, participantScope(person(0)), 1, new Date(at))).wishes;
    expect(await calls()).toEqual([]);
    expect(await page(person(0))).toBeNull();
    value(await ask(UNTIL));
    expect(await calls()).toMatchObject([{ until: UNTIL_INSTANT, open: true, answered: false }]);
    value(await answer(person(0), [innovation(1), innovation(0)]));
    await assign(world, person(0), 0);
    expect(await calls(UNTIL_INSTANT)).toMatchObject([{ open: false, answered: true }]);
    expect(await page(person(0), UNTIL_INSTANT)).toMatchObject({
      open: false,
      chosen: [innovation(1), innovation(0)],
      given: [{ id: innovation(0), code: "SATU", rank: 2 }],
      innovations: [{ code: "DUA" }, { code: "SATU" }],
    });
  });
});
