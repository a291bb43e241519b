import { beforeAll, expect, it } from "vitest";
import { authorizeCohort } from "@/lib/cohort/policy";
import { listBoard } from "@/lib/dashboard/data";
import type { Actor } from "@/lib/platform/actor";
import { fixedClock } from "@/lib/platform/clock";
import { findQueue, findQueuePlace } from "@/lib/review/data";
import { readQueueFilter } from "@/lib/review/model";
import { reopenStage, returnStage } from "@/lib/review/mutations";
import { facilitatorScope } from "@/lib/review/policy";
import { openDatabase } from "@/tests/support/database";
import {
  approve,
  assign,
  createWorld,
  enrolmentOf,
  newId,
  stageOf,
  submit,
  value,
  type World,
} from "@/tests/support/world";

/** How long somebody's work has been where it is: on the board, in its order. */
const database = openDatabase();
let world: World;
let author: Actor;
let reviewer: Actor;
let work: string;
/** 10.00 in Jakarta on 8 August, and hours after it. */
const at = (hours: number) => {
  const time = new Date(Date.parse("2018-08-08T03:00:00Z") + hours * 3_600_000).toISOString();
  return { ...world, ctx: { ...world.ctx, clock: fixedClock(time) } };
};

beforeAll(async () => {
  world = await createWorld(database.app);
  [author] = world.participants as [Actor];
  [reviewer] = world.facilitators as [Actor];
  work = await assign(at(0), author);
  // When it was given is the row's own time.
  await database.owner.$executeRawUnsafe(
    "UPDATE assignments SET created_at = '2018-08-08T03:00:00Z'",
  );
});

async function board(sort?: "since") {
  const cohort = authorizeCohort(world.viewer, { id: world.cohortId, centerId: world.centerId });
  if (!cohort) throw new Error("not theirs");
  const now = at(100).ctx.clock.now();
  return (await listBoard(database.app, cohort, { by: "agency", sort }, 1, now)).rows;
}
/** Hours since the beginning at which the work came where it is. */
async function since(): Promise<number | null> {
  const row = (await board()).find(({ assignment }) => assignment?.id === work);
  const told = row?.assignment?.since;
  return told ? (Date.parse(told) - Date.parse("2018-08-08T03:00:00Z")) / 3_600_000 : null;
}

it("counts from when a stage opened, was sent, sent back, and opened the next", async () => {
  expect(await since()).toBe(0);
  value(await submit(at(5), author, work, "EVALUATE"));
  expect(await since()).toBe(5);
  const decide = async (hours: number, command: typeof returnStage) => {
    const { version, latestRevisionId } = await stageOf(world, work, "EVALUATE");
    return command(at(hours).ctx, reviewer, {
      commandId: newId(),
      assignmentId: work,
      stage: "EVALUATE",
      basedOn: version,
      revisionId: latestRevisionId ?? "",
      reasons: [{ fieldPath: null, text: "Lengkapi buktinya." }],
    });
  };
  value(await decide(8, returnStage));
  expect(await since()).toBe(8);
  value(await submit(at(20), author, work, "EVALUATE"));
  expect(await since()).toBe(20);
  value(await approve(at(21), reviewer, work, "EVALUATE"));
  expect(await since()).toBe(21);
  value(await submit(at(30), author, work, "OBSTACLES"));
  expect(await since()).toBe(30);
  // The first stage is the author's again, and the second one waits for it.
  value(await decide(40, reopenStage));
  expect(await since()).toBe(40);
});

it("orders the board by it, and leaves whoever has no work to the end", async () => {
  const second = world.participants[1] as Actor;
  const other = await assign(world, second);
  await database.owner.$executeRawUnsafe(
    `UPDATE assignments SET created_at = '2018-08-09T03:00:00Z' WHERE id = '${other}'`,
  );
  const order = (await board("since")).map(({ enrolmentId }) => enrolmentId);
  expect(order.slice(0, 2)).toEqual([enrolmentOf(second), enrolmentOf(author)]);
  expect((await board("since")).map(({ assignment }) => assignment?.since ?? null)).toEqual([
    "2018-08-09T03:00:00.000Z",
    "2018-08-09T19:00:00.000Z",
    null,
    null,
  ]);
});

it("orders the reviewer's queue by it, the other way round, or by name; the next one follows that order", async () => {
  const own = world.participants.slice(0, 2) as [Actor, Actor];
  // Both wait: whose name comes first has waited less.
  const [later, sooner] = own.toSorted((a, b) => (a.name < b.name ? -1 : 1)) as [Actor, Actor];
  const works = new Map<Actor, string>();
  for (const [person, hours] of [
    [sooner, 50],
    [later, 51],
  ] as const) {
    const id = await assign(world, person, 1);
    value(await submit(at(hours), person, id, "EVALUATE"));
    works.set(person, id);
  }
  const scope = facilitatorScope(reviewer);
  if (!scope) throw new Error("no scope");
  const now = at(100).ctx.clock.now();
  const order = async (sort?: string) => {
    const filter = readQueueFilter({ sort });
    const { rows } = await findQueue(database.app, scope, filter, now);
    const [first, second] = rows.map(({ assignmentId }) => assignmentId);
    const place = await findQueuePlace(database.app, scope, filter, {
      assignmentId: first ?? "",
      stage: "EVALUATE",
    });
    expect(place).toMatchObject({ position: 1, total: 2, next: { assignmentId: second } });
    return [first, second];
  };
  const [first, second] = [works.get(sooner), works.get(later)];
  expect(await order()).toEqual([first, second]);
  expect(await order("latest")).toEqual([second, first]);
  expect(await order("name")).toEqual([second, first]);
  expect(await order("DROP TABLE")).toEqual([first, second]);
});
