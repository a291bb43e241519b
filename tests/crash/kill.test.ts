import { execFileSync } from "node:child_process";
import { afterAll, beforeAll, expect, test } from "vitest";
import { STAGE_KINDS } from "@/lib/assignment/model";
import { createAssignments } from "@/lib/assignment/mutations";
import { connect, type Db } from "@/lib/platform/db";
import { PRIVACY_NOTICE_VERSION } from "@/lib/privacy/model";
import type { Child } from "@/lib/setup/child";
import { isolatedEnvironment } from "@/lib/setup/environment";
import { migrate } from "@/lib/setup/migrate";
import { inProject, testBuildFolder } from "@/lib/setup/paths";
import { freePort } from "@/lib/setup/ports";
import {
  durable,
  startTemporaryCluster,
  type TemporaryCluster,
} from "@/lib/setup/postgres/temporary";
import { rebuildProjections } from "@/lib/setup/projections";
import { applicationRole, databaseUrls, ensureDatabase, ensureRoles } from "@/lib/setup/roles";
import { randomSecret } from "@/lib/setup/secrets";
import { addressFor, serveBuild } from "@/lib/setup/serve";
import { Clients, type Submission } from "@/tests/crash/clients";
import { readProjections } from "@/tests/support/projections";
import {
  createWorld,
  enrolmentOf,
  newId,
  stageOf,
  submit,
  validDocument,
  value,
  type World,
} from "@/tests/support/world";

/**
 * A whole cohort hands in all four stages. In the middle of it the web server is killed, and later
 * the database. Devices send what was not acknowledged again, under the same id.
 */

const PARTICIPANTS = 54;
const SUBMISSIONS = PARTICIPANTS * STAGE_KINDS.length;
/** Processes that answer, behind one port. */
const WEB_PROCESSES = 2;
const HOUR = 3_600_000;
const METRICS_TOKEN = randomSecret();

let cluster: TemporaryCluster;
let urls: ReturnType<typeof databaseUrls>;
let server: Child;
let serve: () => Promise<Child>;
let world: World;
/** For each participant, the four submissions in order. */
let work: Submission[][];
let clients: Clients;
const open: Db[] = [];

const database = (url: string) => {
  const client = connect(url);
  open.push(client);
  return client;
};

beforeAll(async () => {
  cluster = await startTemporaryCluster(durable);
  const passwords = { ownerPassword: randomSecret(), applicationPassword: randomSecret() };
  await ensureRoles(cluster.adminUrl(), passwords);
  await ensureDatabase(cluster.adminUrl(), "crash");
  urls = databaseUrls(passwords, { port: cluster.port, database: "crash" });
  await migrate({ ownerUrl: urls.ownerUrl, applicationRole });

  const now = new Date();
  world = await createWorld(database(urls.appUrl), {
    gate: "ON_SUBMISSION",
    now: now.toISOString(),
    participants: PARTICIPANTS + 1,
  });
  work = await prepare(now);

  const address = { host: "127.0.0.1", port: await freePort("127.0.0.1") };
  const secret = randomSecret();
  const env = await isolatedEnvironment({
    DATABASE_URL: urls.appUrl,
    AUTH_SECRET: secret,
    APP_URL: addressFor(address),
    HOST: address.host,
    PORT: String(address.port),
    WEB_PROCESSES: String(WEB_PROCESSES),
    METRICS_TOKEN,
  });
  const log = inProject("tests/.output/crash-server.log");
  serve = () => serveBuild(testBuildFolder, address, env, () => {}, log);
  server = await serve();
  clients = new Clients(addressFor(address), secret);
});

afterAll(async () => {
  await Promise.all(open.map((client) => client.$disconnect()));
  await server?.stop();
  await cluster?.stop();
});

/** Assigns the work, and lets one participant do it beforehand: the others hand in the same. */
async function prepare(now: Date): Promise<Submission[][]> {
  const days = (count: number) => new Date(now.getTime() + count * 24 * HOUR).toISOString();
  const { created } = value(
    await createAssignments(world.ctx, world.organizer, {
      commandId: newId(),
      cohortId: world.cohortId,
      enrolmentIds: world.participants.map(enrolmentOf),
      innovationIds: world.innovationIds.slice(0, 1),
      dueAt: { EVALUATE: days(1), OBSTACLES: days(2), SOLUTION: days(3), PLAN: days(4) },
      instructions: "",
    }),
  );
  const assignments = await world.ctx.db.assignment.findMany({
    where: { id: { in: created } },
    select: { id: true, enrolment: { select: { personId: true } } },
  });
  const assignmentOf = (personId: string) =>
    assignments.find(({ enrolment }) => enrolment.personId === personId)?.id ?? "";

  // Nobody works before the privacy notice is read.
  await world.ctx.db.privacyAcknowledgement.createMany({
    data: world.participants.map(({ personId }) => ({
      personId,
      version: PRIVACY_NOTICE_VERSION,
      locale: "id",
      acknowledgedAt: now,
    })),
  });

  const [first, ...others] = world.participants;
  if (!first) throw new Error("nobody takes part");
  const own = assignmentOf(first.personId);
  const rehearsed: Pick<Submission, "stage" | "basedOn" | "document">[] = [];
  for (const stage of STAGE_KINDS) {
    const { version: basedOn } = await stageOf(world, own, stage);
    rehearsed.push({ stage, basedOn, document: await validDocument(world, own, stage) });
    value(await submit(world, first, own, stage));
  }
  return others.map(({ personId }) =>
    rehearsed.map((submission) => ({
      ...submission,
      actorId: personId,
      commandId: newId(),
      assignmentId: assignmentOf(personId),
    })),
  );
}

/** Everybody at once, each stage after the one before it. */
function everybody(
  run: (cookie: string, submission: Submission) => Promise<void>,
): Promise<unknown> {
  return Promise.all(
    work.map(async (submissions) => {
      const cookie = await clients.session(submissions[0]?.actorId ?? "");
      for (const submission of submissions) await run(cookie, submission);
    }),
  );
}

/** Waits until so many are acknowledged and others are on their way. */
function inTheMiddle(count: number): Promise<void> {
  return expect
    .poll(() => clients.acknowledged.length >= count && clients.underway > 10, {
      interval: 5,
      timeout: 60_000,
    })
    .toBe(true);
}

async function kill(child: Child): Promise<void> {
  if (child.pid === undefined) throw new Error("there is no server to kill");
  process.kill(child.pid, "SIGKILL");
  await child.ended;
}

/** Ends one of the processes that answer, and leaves the server to get over it. */
function killWebProcess(child: Child): void {
  const web = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" })
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, parent]) => parent === child.pid)
    .flatMap(([pid]) => (pid === undefined ? [] : [pid]));
  expect(web).toHaveLength(WEB_PROCESSES);
  process.kill(web[0] ?? 0, "SIGKILL");
}

test("every acknowledged command is there, once, whatever was killed in between", async () => {
  const done = everybody((cookie, submission) => clients.send(cookie, submission));
  done.catch(() => {});

  await inTheMiddle(SUBMISSIONS / 4);
  await kill(server);
  const atFirst = clients.acknowledged.length;
  server = await serve();
  killWebProcess(server);

  await inTheMiddle(SUBMISSIONS / 2);
  await cluster.crash();
  const atSecond = clients.acknowledged.length;
  let ended = false;
  void server.ended.then(() => {
    ended = true;
  });
  // Alive, and honest about what it stands on.
  expect(await clients.health()).toBe(503);
  await cluster.recover();
  await done;

  // It really was in the middle, and the server came back without having been started again.
  expect(atFirst).toBeLessThan(SUBMISSIONS / 2);
  expect(atSecond).toBeLessThan(SUBMISSIONS);
  expect(clients.acknowledged).toHaveLength(SUBMISSIONS);
  expect(clients.acknowledged.filter(({ attempts }) => attempts > 1).length).toBeGreaterThan(10);
  expect(ended).toBe(false);

  // Sent once more, each gets the answer that it had.
  const before = new Map(clients.acknowledged.map((one) => [one.commandId, one.revisionId]));
  clients.acknowledged.length = 0;
  await everybody((cookie, submission) => clients.send(cookie, submission));
  expect(new Map(clients.acknowledged.map((one) => [one.commandId, one.revisionId]))).toEqual(
    before,
  );

  await expectAllThereOnce();
});

test("metrics are added up, whichever process answers", async () => {
  /** Over a connection of its own, so that it may come to any of the processes. */
  const ask = async (path: string) => {
    const headers = { authorization: `Bearer ${METRICS_TOKEN}`, connection: "close" };
    return (await fetch(`${clients.url}${path}`, { headers })).text();
  };
  const answered = async () =>
    Number(
      /_count\{method="GET",route="\/api\/openapi.json",status="200"\} (\d+)$/m.exec(
        await ask("/api/metrics"),
      )?.[1] ?? 0,
    );
  const before = await answered();
  for (let count = 0; count < 6; count += 1) await ask("/api/openapi.json");
  // A process that told of itself alone would know of half of them.
  for (let count = 0; count < 3; count += 1) {
    await expect.poll(answered, { timeout: 10_000 }).toBe(before + 6);
  }
});

async function expectAllThereOnce(): Promise<void> {
  const owner = database(urls.ownerUrl);
  const actors = { in: work.flat().map(({ actorId }) => actorId) };
  const pairs = (rows: { one: string | null; other: string }[]) =>
    rows.map(({ one, other }) => `${one} ${other}`).sort();
  const acknowledged = pairs(
    clients.acknowledged.map(({ commandId, revisionId }) => ({
      one: commandId,
      other: revisionId,
    })),
  );
  expect(new Set(acknowledged).size).toBe(SUBMISSIONS);

  const log = await owner.commandLog.findMany({ where: { actorId: actors } });
  const results = log.map(({ commandId, result }) => ({
    one: commandId,
    other: (result as { revisionId: string }).revisionId,
  }));
  expect(pairs(results)).toEqual(acknowledged);

  const events = await owner.auditEvent.findMany({
    where: { actorId: actors, type: "stage.submitted" },
    select: { commandId: true, payload: true },
  });
  const audited = events.map(({ commandId, payload }) => ({
    one: commandId,
    other: (payload as { revisionId: string }).revisionId,
  }));
  expect(pairs(audited)).toEqual(acknowledged);

  const revisions = await owner.revision.findMany({
    where: { submittedById: actors },
    select: { id: true, number: true, stageId: true },
  });
  expect(revisions.map(({ id }) => id).sort()).toEqual(
    clients.acknowledged.map(({ revisionId }) => revisionId).sort(),
  );
  expect(new Set(revisions.map(({ stageId }) => stageId)).size).toBe(SUBMISSIONS);
  expect(revisions.filter(({ number }) => number !== 1)).toEqual([]);

  const stages = await owner.stage.findMany({
    where: { assignmentId: { in: work.flat().map(({ assignmentId }) => assignmentId) } },
    select: { state: true, latestRevisionId: true },
  });
  expect(stages).toHaveLength(SUBMISSIONS);
  expect(new Set(stages.map(({ state }) => state))).toEqual(new Set(["SUBMITTED"]));
  expect(stages.map(({ latestRevisionId }) => latestRevisionId).sort()).toEqual(
    revisions.map(({ id }) => id).sort(),
  );

  const projected = await readProjections(owner);
  for (const rows of Object.values(projected)) expect(rows.length).toBeGreaterThan(PARTICIPANTS);
  // With those of the rehearsal.
  expect(await rebuildProjections(owner)).toBe(SUBMISSIONS + STAGE_KINDS.length);
  expect(await readProjections(owner)).toEqual(projected);
}
