import { readFileSync } from "node:fs";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { endStreams, openStream, openStreams, STREAMS_EACH } from "@/lib/api/live";
import { saveDraft } from "@/lib/assignment/mutations";
import { authorizeCohort } from "@/lib/cohort/policy";
import { countWork } from "@/lib/dashboard/data";
import { withdrawEnrolment } from "@/lib/enrolment/mutations";
import { dashboardTopics, gradesTopics, isTopic } from "@/lib/live/model";
import {
  type AuthorizedStream,
  authorizeCohortStream,
  authorizeQueueStream,
} from "@/lib/live/policy";
import type { Actor } from "@/lib/platform/actor";
import { CHANNEL, Changes } from "@/lib/platform/changes";
import { PRIVACY_NOTICE_VERSION } from "@/lib/privacy/model";
import { adminUrl, openDatabase } from "@/tests/support/database";
import { openStatementCounter, type StatementCounter } from "@/tests/support/statements";
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

/** What happens is told to whoever may see it, once for a burst, and to nobody else. */

const database = openDatabase();
let world: World;
let heard: Changes;
let counter: StatementCounter;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function until(what: () => boolean, patience = 5_000): Promise<void> {
  const deadline = Date.now() + patience;
  while (!what()) {
    if (Date.now() > deadline) throw new Error(`waited in vain: ${what}`);
    await pause(10);
  }
}

beforeAll(async () => {
  world = await createWorld(database.app);
  await readNotice();
  heard = new Changes(database.appUrl, isTopic);
  heard.start();
  await until(() => heard.listening);
  counter = openStatementCounter(database.appUrl);
}, 60_000);

afterEach(async () => {
  endStreams();
  expect(openStreams()).toBe(0);
  expect(heard.size).toMatchObject({ followers: 0, groups: 0 });
});

afterAll(async () => {
  await heard.stop();
  await counter.close();
});

/** Whoever follows has read the privacy notice. */
const readNotice = () => database.owner.$executeRaw`
  INSERT INTO privacy_acknowledgements (person_id, version, locale, acknowledged_at)
  SELECT id, ${PRIVACY_NOTICE_VERSION}::int, 'id', now() FROM people ON CONFLICT DO NOTHING`;

const own = () => ({ id: world.cohortId, centerId: world.centerId });

/** A stream, and what was told on it. */
class Stream {
  readonly told: string[] = [];
  ended = false;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;

  constructor(
    response: Response,
    private readonly onTold: () => void = () => {},
  ) {
    if (!response.body) throw new Error("no body");
    this.#reader = response.body.getReader();
    void this.#read();
  }

  async #read(): Promise<void> {
    const decoder = new TextDecoder();
    for (;;) {
      const { done, value: bytes } = await this.#reader.read();
      if (done) break;
      for (const [, event] of decoder.decode(bytes).matchAll(/^event: (\w+)$/gm)) {
        this.told.push(event ?? "");
        this.onTold();
      }
    }
    this.ended = true;
  }

  /** The browser goes. */
  leave(): Promise<void> {
    return this.#reader.cancel();
  }
}

interface Asking {
  since?: number;
  authorize?: (actor: Actor) => AuthorizedStream | null;
  endsAt?: number;
}

async function ask(actor: Actor, options: Asking = {}): Promise<Response | { reason: string }> {
  const authorize =
    options.authorize ?? ((reader: Actor) => authorizeCohortStream(reader, own(), "dashboard"));
  const followed = authorize(actor);
  if (!followed) return { reason: "not_found" };
  const { sessionVersion } = await database.app.person.findUniqueOrThrow({
    where: { id: actor.personId },
  });
  return openStream({
    ctx: world.ctx,
    changes: heard,
    session: {
      personId: actor.personId,
      sessionVersion,
      endsAt: options.endsAt ?? Date.now() + 3_600_000,
    },
    followed,
    authorize,
    since: options.since ?? Date.now() + 60_000,
  });
}

async function open(actor: Actor, options: Asking = {}): Promise<Stream> {
  const answer = await ask(actor, options);
  if (!(answer instanceof Response)) throw new Error(`refused: ${answer.reason}`);
  return new Stream(answer);
}

/** What the database says during some work. */
async function noticesOf(work: () => Promise<unknown>): Promise<string[]> {
  const client = new pg.Client({ connectionString: database.appUrl });
  await client.connect();
  const notices: string[] = [];
  client.on("notification", ({ payload }) => notices.push(payload ?? ""));
  await client.query(`LISTEN ${CHANNEL}`);
  await work();
  await client.query("SELECT 1");
  await client.end();
  return notices.sort();
}

describe("what the database tells", () => {
  it("is told by every table that a dashboard is read from", async () => {
    const source = ["dashboard", "device", "progress", "finding", "fairness", "standing"]
      .map((noun) => readFileSync(`lib/${noun}/data.ts`, "utf8"))
      .join("\n");
    const tables = await database.owner.$queryRaw<
      { name: string; tells: boolean; final: boolean }[]
    >`
      SELECT c.relname AS name,
             EXISTS (SELECT 1 FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
                     WHERE t.tgrelid = c.oid AND p.proname LIKE 'tell\\_%') AS tells,
             EXISTS (SELECT 1 FROM pg_attribute k WHERE k.attrelid = c.oid AND k.attname = 'revision_id') AS final
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = 'public' AND c.relkind = 'r'`;
    const read = tables.filter(({ name }) =>
      new RegExp(`\\b(?:FROM|JOIN) ${name}\\b`).test(source),
    );
    expect(read.length).toBeGreaterThan(8);
    // What belongs to a revision is written with it and never changes; a rubric is frozen once it is used.
    expect(read.filter(({ tells, final }) => !tells && !final).map(({ name }) => name)).toEqual([
      "criteria",
      "rubric_versions",
    ]);
  });

  it("names the cohort and whose queue it is, and nothing of what changed", async () => {
    const participant = world.participants[0] as Actor;
    const facilitator = world.facilitators[0] as Actor;
    let assignmentId = "";
    expect(
      await noticesOf(async () => {
        assignmentId = await assign(world, participant);
      }),
    ).toEqual([`queue ${enrolmentOf(facilitator)}`, `work ${world.cohortId}`]);

    expect(await noticesOf(() => submit(world, participant, assignmentId, "EVALUATE"))).toEqual([
      `queue ${enrolmentOf(facilitator)}`,
      `work ${world.cohortId}`,
    ]);
  });

  it("tells of scores and their release to who looks at grades, and to no board", async () => {
    const { id: assignmentId } = await database.owner.assignment.findFirstOrThrow({
      where: { enrolmentId: enrolmentOf(world.participants[0] as Actor) },
    });
    const facilitator = world.facilitators[0] as Actor;
    const told = [`grades ${world.cohortId}`];
    expect(await noticesOf(() => assessWork(world, facilitator, assignmentId))).toEqual(told);
    expect(
      await noticesOf(() =>
        database.app.gradeRelease.create({
          data: {
            cohortId: world.cohortId,
            releasesAt: new Date(),
            version: 1,
            changedById: world.organizer.personId,
            changedAt: new Date(),
          },
        }),
      ),
    ).toEqual(told);
    expect(gradesTopics(world.cohortId)).toEqual(expect.arrayContaining(told));
    expect(dashboardTopics(world.cohortId)).not.toEqual(expect.arrayContaining(told));
  });

  it("leaves out what shows nowhere: the second saving of a draft", async () => {
    const participant = world.participants[1] as Actor;
    const assignmentId = await assign(world, participant);
    const save = async () => {
      const { version } = await stageOf(world, assignmentId, "EVALUATE");
      value(
        await saveDraft(world.ctx, participant, {
          commandId: newId(),
          assignmentId,
          stage: "EVALUATE",
          basedOn: version,
          document: { summary: newId() },
        }),
      );
    };
    expect(await noticesOf(save)).toContain(`work ${world.cohortId}`);
    expect(await noticesOf(save)).toEqual([]);
  });

  it("is nothing when it is taken back", async () => {
    const work = () =>
      database.app.$transaction(async (tx) => {
        await tx.group.create({ data: { cohortId: world.cohortId, name: "Gagal", sortOrder: 9 } });
        throw new Error("taken back");
      });
    expect(await noticesOf(() => expect(work()).rejects.toThrow("taken back"))).toEqual([]);
  });

  it("is heard only as the database says it", () => {
    for (const text of [
      "",
      "work",
      `work ${"x".repeat(36)}`,
      `secret ${newId()}`,
      `work ${newId()} more`,
    ]) {
      expect(isTopic(text), text).toBe(false);
    }
    expect(isTopic(`work ${newId()}`)).toBe(true);
  });
});

describe("who may follow", () => {
  it("is whoever may open the page", () => {
    const may = (view: "dashboard" | "attendance" | "grades") => (actor: Actor | undefined) =>
      actor !== undefined && authorizeCohortStream(actor, own(), view) !== null;
    const everybody = [
      world.organizer,
      world.viewer,
      world.facilitators[0],
      world.participants[0],
      world.administrator,
      world.stranger,
      world.otherFacilitator,
      world.otherParticipant,
    ];
    expect(everybody.map(may("dashboard"))).toEqual([true, true, ...Array(6).fill(false)]);
    expect(everybody.map(may("grades"))).toEqual(everybody.map(may("dashboard")));
    expect(everybody.map(may("attendance"))).toEqual([true, true, true, ...Array(5).fill(false)]);
    expect(
      everybody.map((actor) => actor !== undefined && authorizeQueueStream(actor) !== null),
    ).toEqual([false, false, true, false, false, false, true, false]);
  });

  it("hears what is theirs alone", async () => {
    const [first, second] = world.facilitators as [Actor, Actor];
    const theirs = await open(first, { authorize: authorizeQueueStream });
    const others = await open(second, { authorize: authorizeQueueStream });
    const elsewhere = await open(world.otherFacilitator, { authorize: authorizeQueueStream });
    await assign(world, world.participants[0] as Actor, 1);
    await until(() => theirs.told.length > 0);
    await pause(1_200);
    expect([theirs.told, others.told, elsewhere.told]).toEqual([["changed"], [], []]);
  });
});

describe("a stream", () => {
  it("tells at once of what happened since the page was read", async () => {
    await database.app.group.create({
      data: { cohortId: world.cohortId, name: "Kelompok 2", sortOrder: 2 },
    });
    await until(() => heard.changedSince([`people ${world.cohortId}`], Date.now()));
    const late = await open(world.viewer, { since: Date.now() - 1_000 });
    await until(() => late.told.length === 1);
    // Of a page that was read before anybody listened nothing is known.
    const older = await open(world.viewer, { since: 1 });
    await until(() => older.told.length === 1);
    const new_ = await open(world.viewer);
    await pause(400);
    expect(new_.told).toEqual([]);
  });

  it("is closed to buffering and compressing, and ends with its connection", async () => {
    const response = (await ask(world.viewer)) as Response;
    expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
    expect(response.headers.get("x-accel-buffering")).toBe("no");
    expect(response.headers.get("cache-control")).toContain("no-transform");
    expect(response.headers.get("cache-control")).toContain("no-store");
    expect(response.headers.get("connection")).toBe("close");
    await response.body?.cancel();
    expect(openStreams()).toBe(0);
  });

  it("is one of a few for each person", async () => {
    const streams = [];
    for (let opened = 0; opened < STREAMS_EACH; opened += 1) streams.push(await open(world.viewer));
    expect(await ask(world.viewer)).toMatchObject({ ok: false, reason: "rate_limited" });
    expect(await ask(world.organizer)).toBeInstanceOf(Response);
    await streams[0]?.leave();
    expect(await ask(world.viewer)).toBeInstanceOf(Response);
  });

  it("ends when the session does", async () => {
    const stream = await open(world.viewer, { endsAt: Date.now() + 300 });
    await until(() => stream.ended, 2_000);
  });

  it("ends in all browsers when somebody signs out in one: who is still signed in asks again", async () => {
    const stream = await open(world.viewer);
    const other = await open(world.organizer);
    await database.app
      .$queryRaw`SELECT pg_notify(${CHANNEL}, ${`session ${world.viewer.personId}`})::text`;
    await until(() => stream.ended, 2_000);
    expect(other.ended).toBe(false);
  });

  it("ends when the password is changed", async () => {
    const stream = await open(world.viewer);
    await database.owner.person.update({
      where: { id: world.viewer.personId },
      data: { sessionVersion: { increment: 1 } },
    });
    await until(() => stream.ended, 2_000);
    expect(stream.told).toEqual([]);
  });

  it.each([
    [
      "is deactivated",
      (actor: Actor) =>
        database.owner.person.update({
          where: { id: actor.personId },
          data: { status: "DEACTIVATED" },
        }),
      (actor: Actor) =>
        database.owner.person.update({ where: { id: actor.personId }, data: { status: "ACTIVE" } }),
    ],
    [
      "is kept away by the centre",
      (actor: Actor) =>
        database.owner.accessSuspension.create({
          data: {
            centerId: world.centerId,
            personId: actor.personId,
            createdById: world.organizer.personId,
          },
        }),
      (actor: Actor) =>
        database.owner.accessSuspension.deleteMany({ where: { personId: actor.personId } }),
    ],
    [
      "leaves the staff",
      (actor: Actor) =>
        database.owner.staffMembership.updateMany({
          where: { personId: actor.personId },
          data: { acceptedAt: null },
        }),
      (actor: Actor) =>
        database.owner.staffMembership.updateMany({
          where: { personId: actor.personId },
          data: { acceptedAt: new Date() },
        }),
    ],
  ])("ends when whoever reads it %s", async (_, take, giveBack) => {
    const stream = await open(world.viewer);
    const other = await open(world.organizer);
    await take(world.viewer);
    await until(() => stream.ended, 2_000);
    expect(stream.told).toEqual([]);
    expect(other.ended).toBe(false);
    await giveBack(world.viewer);
  });

  it("ends when a facilitator leaves the cohort", async () => {
    const leaving = await createWorld(database.app, { facilitators: 2 });
    await readNotice();
    const [first, second] = leaving.facilitators as [Actor, Actor];
    const stream = await open(first, { authorize: authorizeQueueStream });
    value(
      await withdrawEnrolment(leaving.ctx, leaving.organizer, {
        commandId: newId(),
        cohortId: leaving.cohortId,
        enrolmentId: enrolmentOf(first),
        successorId: enrolmentOf(second),
        reason: "Pindah tugas",
      }),
    );
    await until(() => stream.ended, 2_000);
  });
});

describe("a lost connection to the database", () => {
  it("is replaced, and everybody reads anew once, having missed nothing", async () => {
    const stream = await open(world.viewer);
    const admin = new pg.Client({ connectionString: adminUrl() });
    await admin.connect();
    const { rowCount } = await admin.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE application_name = 'lokus live' AND datname = $1`,
      [new URL(database.appUrl).pathname.slice(1)],
    );
    await admin.end();
    expect(rowCount).toBe(1);
    await until(() => !heard.listening);
    // Whatever happens now, nobody hears of.
    expect(heard.changedSince(dashboardTopics(world.cohortId), Date.now())).toBe(true);
    await until(() => heard.listening);
    await until(() => stream.told.length > 0);
    await pause(1_200);
    expect(stream.told).toEqual(["changed"]);
    await database.app.group.create({
      data: { cohortId: world.cohortId, name: "Kelompok 3", sortOrder: 3 },
    });
    await until(() => stream.told.length > 1);
    expect(stream.ended).toBe(false);
  });
});

describe("what many ask at once", () => {
  const count = (of: World, reader = counter.db) => {
    const authorized = authorizeCohort(of.organizer, { id: of.cohortId, centerId: of.centerId });
    if (!authorized) throw new Error("the organiser may");
    return heard.shared(`countWork ${authorized}`, dashboardTopics(authorized), () =>
      countWork(reader, authorized, world.ctx.clock.now()),
    );
  };

  it("is read once, until something changes", async () => {
    const statements = await counter.during(async () => {
      const all = await Promise.all(Array.from({ length: 100 }, () => count(world)));
      expect(new Set(all.map((each) => JSON.stringify(each))).size).toBe(1);
    });
    expect(statements).toHaveLength(1);
  });

  it("never lacks what whoever asks has just done", async () => {
    const { cohortId } = world;
    for (let turn = 0; turn < 60; turn += 1) {
      const { id } = await database.app.group.create({
        data: { cohortId, name: `Baru ${turn}`, sortOrder: 100 + turn },
      });
      const counts = await count(world);
      expect(counts.group.some((group) => group.id === id)).toBe(true);
    }
  });

  it("is read by everybody alone while nobody listens", async () => {
    const deaf = new Changes(database.appUrl, isTopic);
    let reads = 0;
    const read = async () => {
      reads += 1;
      return reads;
    };
    await Promise.all([deaf.shared("x", [], read), deaf.shared("x", [], read)]);
    expect(reads).toBe(2);
    expect(deaf.changedSince([], Date.now())).toBe(true);
  });
});

describe("a hundred open dashboards while 54 people submit", () => {
  it("read each burst once, and miss nothing", { timeout: 120_000 }, async () => {
    const busy = await createWorld(database.app, { participants: 54, facilitators: 6 });
    const authorized = authorizeCohort(busy.organizer, {
      id: busy.cohortId,
      centerId: busy.centerId,
    });
    if (!authorized) throw new Error("the organiser may");
    const assigned: { participant: Actor; id: string }[] = [];
    for (const participant of busy.participants) {
      assigned.push({ participant, id: await assign(busy, participant) });
    }
    const followed = authorizeCohortStream(
      busy.organizer,
      { id: busy.cohortId, centerId: busy.centerId },
      "dashboard",
    ) as AuthorizedStream;
    await pause(1_500);

    const memory = () => {
      (globalThis as { gc?: () => void }).gc?.();
      return process.memoryUsage().heapUsed;
    };
    const seen: number[] = Array(100).fill(0);
    const before = memory();
    /** Each page reads when it is told. */
    const streams = seen.map((_, page) => {
      const answer = openStream({
        ctx: busy.ctx,
        changes: heard,
        session: { personId: newId(), sessionVersion: 0, endsAt: Date.now() + 3_600_000 },
        followed,
        authorize: () => followed,
        since: Date.now() + 60_000,
      });
      return new Stream(answer as Response, async () => {
        const { all } = await heard.shared(`busy ${authorized}`, dashboardTopics(authorized), () =>
          countWork(counter.db, authorized, busy.ctx.clock.now()),
        );
        seen[page] = all.stages.EVALUATE.states.SUBMITTED;
      });
    });
    const began = performance.now();
    let last = 0;
    const statements = await counter.during(async () => {
      // Nine at a time: a group that hands in together.
      for (let first = 0; first < assigned.length; first += 9) {
        await Promise.all(
          assigned.slice(first, first + 9).map(async ({ participant, id }) => {
            value(await submit(busy, participant, id, "EVALUATE"));
          }),
        );
      }
      last = performance.now();
      await until(() => seen.every((count) => count === 54), 2_000);
    });
    // Told at most once a second, and once after the last.
    const seconds = (performance.now() - began) / 1_000;
    const rounds = streams[0]?.told.length ?? 0;
    expect(rounds).toBeLessThanOrEqual(Math.ceil(seconds) + 1);
    expect(new Set(streams.map(({ told }) => told.length))).toEqual(new Set([rounds]));
    expect(performance.now() - last).toBeLessThan(2_000);
    // A round is one statement for all hundred, and another where a submission came between.
    expect(statements.length).toBeLessThanOrEqual(rounds * 4);
    expect(openStreams()).toBe(100);
    expect(heard.size.remembered).toBeLessThan(500);
    expect(memory() - before).toBeLessThan(64 * 1024 * 1024);

    // One decision is one more round.
    await approve(busy, busy.facilitators[0] as Actor, assigned[0]?.id ?? "", "EVALUATE");
    await until(() => streams.every(({ told }) => told.length === rounds + 1), 2_000);
    await pause(1_200);
    expect(streams[0]?.told).toHaveLength(rounds + 1);
  });
});
