import { createServer, type Server, type Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listAssignments } from "@/lib/api/assignments";
import { execute, executeAll } from "@/lib/api/execute";
import { readHealth } from "@/lib/api/health";
import type { Actor } from "@/lib/platform/actor";
import { systemClock } from "@/lib/platform/clock";
import { connect, type Db, isDatabaseAway } from "@/lib/platform/db";
import { freePort } from "@/lib/setup/ports";
import { openDatabase } from "@/tests/support/database";
import { newId } from "@/tests/support/world";

/** What is answered while there is no database: honestly, and without end of waiting. */

const database = openDatabase();
const sockets = new Set<Socket>();
let silent: Server;
let refusing: Db;
let mute: Db;

beforeAll(async () => {
  const url = (port: number) => `postgresql://lokus_app:x@127.0.0.1:${port}/lokus`;
  refusing = connect(url(await freePort("127.0.0.1")));
  // Takes the connection and never says a word, as behind a broken network.
  silent = createServer((socket) => sockets.add(socket));
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const address = silent.address();
  if (typeof address !== "object" || !address) throw new Error("no address");
  mute = connect(url(address.port));
});

afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  silent.close();
  await Promise.all([refusing.$disconnect(), mute.$disconnect()]);
});

const actor: Actor = {
  personId: newId(),
  name: "Peserta",
  isPlatformAdministrator: false,
  toured: true,
  staff: [],
  enrolments: [{ id: newId(), cohortId: newId(), role: "PARTICIPANT" }],
};

const command = () => ({
  commandId: newId(),
  type: "WITHDRAW",
  payload: { assignmentId: newId(), stage: "EVALUATE", basedOn: 0 },
});

describe("health", () => {
  it("says that all is well only where the database answers", async () => {
    expect(await readHealth(database.app)).toMatchObject({ status: "ok", database: "ok" });
    for (const db of [refusing, mute]) {
      expect(await readHealth(db)).toMatchObject({ status: "unavailable", database: "away" });
    }
  });
});

// At once: most of it is waiting for an answer that does not come.
describe.concurrent.each([
  ["refuses connections", () => refusing],
  ["never answers", () => mute],
])("a database that %s", (_, db) => {
  it("is told from a bug of ours, by commands", async () => {
    const ctx = { db: db(), clock: systemClock };
    expect(await execute(ctx, actor, command())).toMatchObject({
      status: 503,
      result: { reason: "unavailable" },
    });
  });

  it("is waited for once in a list, and every command is answered under its id", async () => {
    const ctx = { db: db(), clock: systemClock };
    const commands = Array.from({ length: 100 }, command);
    const outcomes = await executeAll(ctx, actor, commands);
    expect(outcomes.map(({ commandId }) => commandId)).toEqual(
      commands.map(({ commandId }) => commandId),
    );
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set([503]));
  });

  it("is told from a bug of ours, by reads", async () => {
    const failure = await listAssignments(db(), actor, { limit: 1 }, new Date()).catch(
      (error) => error,
    );
    expect(isDatabaseAway(failure)).toBe(true);
  });
});

it("is not taken for away because a statement was wrong", async () => {
  const failure = await database.app.$queryRaw`SELECT nothing`.catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Error);
  expect(isDatabaseAway(failure)).toBe(false);
});
