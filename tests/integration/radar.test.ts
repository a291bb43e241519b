import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { authorizeCohort } from "@/lib/cohort/policy";
import { findUnsentInCohort, findUnsentOfFacilitator } from "@/lib/device/data";
import { DEVICE_BOUNDS } from "@/lib/device/model";
import { deviceKeyOf, reportDevice } from "@/lib/device/mutations";
import type { Actor } from "@/lib/platform/actor";
import { fixedClock } from "@/lib/platform/clock";
import { findReviewRecord, readReview } from "@/lib/review/data";
import { facilitatorScope } from "@/lib/review/policy";
import { openDatabase } from "@/tests/support/database";
import { assign, createWorld, NOW, newId, submit, value, type World } from "@/tests/support/world";

/** What phones say that they hold unsent, and who is told. */
const database = openDatabase();
let world: World;
let participant: Actor;
let facilitator: Actor;

beforeAll(async () => {
  world = await createWorld(database.app);
  participant = world.participants[0] as Actor;
  facilitator = world.facilitators[0] as Actor;
});
beforeEach(async () => {
  await database.app.deviceReport.deleteMany();
});

const at = (hours: number) => new Date(new Date(NOW).getTime() + hours * 3_600_000);
const held = { drafts: 2, photos: 1, oldestAt: at(-1).toISOString() };

const report = (
  actor: Actor,
  deviceId: string,
  what: { drafts: number; photos: number; oldestAt: string | null },
  { hours = 0, commandId = newId() } = {},
) =>
  reportDevice({ ...world.ctx, clock: fixedClock(at(hours).toISOString()) }, actor, {
    commandId,
    deviceId,
    ...what,
  });

function radar(hours = 0) {
  const cohort = { id: world.cohortId, centerId: world.organizer.staff[0]?.centerId ?? "" };
  const authorized = authorizeCohort(world.organizer, cohort);
  if (!authorized) throw new Error("not staff");
  return findUnsentInCohort(database.app, authorized, at(hours));
}

describe("a report of unsent work", () => {
  it("is told to staff and to the facilitator, all phones of a person together", async () => {
    value(await report(participant, newId(), held));
    value(await report(participant, newId(), { ...held, oldestAt: at(-5).toISOString() }));
    const other = world.participants[1] as Actor;
    value(await report(other, newId(), { drafts: 0, photos: 3, oldestAt: at(-2).toISOString() }));

    const told = await radar();
    expect(told).toMatchObject({ total: 2, oldestAt: at(-5).toISOString() });
    expect(told.people).toMatchObject([
      { drafts: 4, photos: 2, oldestAt: at(-5).toISOString() },
      { drafts: 0, photos: 3 },
    ]);
    const scope = facilitatorScope(facilitator);
    if (!scope) throw new Error("no facilitator");
    const own = await findUnsentOfFacilitator(database.app, scope, at(0));
    const expected = await database.app.enrolment.count({
      where: {
        facilitatorId: { in: scope.facilitatorIds },
        personId: { in: [participant.personId, other.personId] },
      },
    });
    expect(own.total).toBe(expected);
    expect(own.total).toBeGreaterThan(0);
  });

  it("is told beside the participant's submission", async () => {
    const assignmentId = await assign(world, participant);
    value(await submit(world, participant, assignmentId, "EVALUATE"));
    value(await report(participant, newId(), held));
    const read = async (hours: number) => {
      const record = await findReviewRecord(database.app, assignmentId, newId(), at(hours));
      if (!record) throw new Error("no record");
      const review = await readReview(database.app, record, {
        stage: "EVALUATE",
        revision: null,
        readerId: facilitator.personId,
        readerIs: "FACILITATOR",
        roles: ["FACILITATOR"],
        queue: null,
        now: at(hours),
      });
      return review?.unsent;
    };
    expect(await read(1)).toEqual(held);
    expect(await read(24 * 8)).toBeNull();
  });

  it("replaces the one before it, goes with nothing left, and lapses", async () => {
    const phone = newId();
    const commandId = newId();
    value(await report(participant, phone, held, { commandId }));
    value(await report(participant, phone, { ...held, drafts: 7 }, { hours: 1 }));
    // The first one again, as after a lost answer: it changes nothing any more.
    value(await report(participant, phone, held, { commandId }));
    expect((await radar(1)).people).toMatchObject([{ drafts: 7 }]);
    expect((await radar(24 * 7)).total).toBe(1);
    expect((await radar(24 * 8)).total).toBe(0);
    expect(
      value(await report(participant, phone, { drafts: 0, photos: 0, oldestAt: null })),
    ).toEqual({ waiting: false });
    expect((await radar()).total).toBe(0);
  });

  it("believes no clock that is fast or was never set, and keeps a few devices of a person", async () => {
    value(await report(participant, newId(), { ...held, oldestAt: at(50).toISOString() }));
    value(await report(participant, newId(), { ...held, oldestAt: "1970-01-01T00:00:00Z" }));
    expect((await radar()).oldestAt).toBe(at(0).toISOString());
    for (let device = 0; device < DEVICE_BOUNDS.devices + 3; device += 1) {
      value(await report(participant, newId(), held, { hours: 1 }));
    }
    const { personId } = participant;
    expect(await database.app.deviceReport.count({ where: { personId } })).toBe(
      DEVICE_BOUNDS.devices,
    );
  });

  it("is of oneself alone, and nobody is named who left", async () => {
    const left = world.participants[2] as Actor;
    value(await report(left, newId(), held));
    expect((await radar()).total).toBe(1);
    await database.app.enrolment.updateMany({
      where: { personId: left.personId },
      data: { withdrawnAt: at(0), withdrawnReason: "Pindah tugas" },
    });
    expect((await radar()).total).toBe(0);
    const cheat = (values: string) =>
      database.app
        .$executeRawUnsafe(
          `INSERT INTO device_reports VALUES ('${participant.personId}', '${newId()}', ${values})`,
        )
        .then(() => "passed", String);
    expect(await cheat("0, 0, now(), now()")).toMatch(/device_reports_counts/);
    expect(await cheat("-1, 5, now(), now()")).toMatch(/device_reports_counts/);
    expect(await cheat("1, 0, now() + interval '1 hour', now()")).toMatch(/device_reports_times/);
  });
});

describe("the key of a person's phones", () => {
  it("is their own, made once, however many ask at the same moment", async () => {
    const [first, ...others] = await Promise.all(
      [1, 2, 3].map(() => deviceKeyOf(world.ctx, participant)),
    );
    expect(first).toMatch(/^[A-Za-z0-9+/]{43}=$/);
    expect(new Set(others)).toEqual(new Set([first]));
    expect(await deviceKeyOf(world.ctx, facilitator)).not.toBe(first);
    await expect(
      database.app.deviceKey.updateMany({ data: { key: `${"A".repeat(43)}=` } }),
    ).rejects.toThrow(/permission denied/);
  });

  it("is the one that was made, also under another secret of the installation", async () => {
    const other = world.participants[1] as Actor;
    const made = `${"B".repeat(43)}=`;
    await database.app.deviceKey.create({
      data: { personId: other.personId, key: made, madeAt: at(-1) },
    });
    expect(await deviceKeyOf(world.ctx, other)).toBe(made);
  });
});
