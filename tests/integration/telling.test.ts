import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { submitStage } from "@/lib/assignment/mutations";
import { connect } from "@/lib/platform/db";
import { openLog } from "@/lib/platform/log";
import { metrics } from "@/lib/platform/metrics";
import { openPool } from "@/lib/platform/pool";
import { inRequest } from "@/lib/platform/request";
import { runCommand } from "@/lib/platform/transaction";
import { withClient } from "@/lib/setup/roles";
import { adminUrl, openDatabase } from "@/tests/support/database";
import { assign, createWorld, newId, stageOf, validDocument, value } from "@/tests/support/world";

/** What the log and the metrics tell of commands and statements, on a real database. */

const database = openDatabase();
let lines: string[] = [];
const told = (event: string) =>
  lines
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter((line) => line.event === event);

beforeEach(() => {
  lines = [];
  openLog("info", { write: (line: string) => void lines.push(line) });
});
afterAll(() => openLog("silent"));

/** How many commands were counted with this outcome. */
async function counted(type: string, outcome: string): Promise<number> {
  const { values } = await metrics().commands.get();
  return (
    values.find(
      ({ metricName, labels }) =>
        metricName?.endsWith("_count") && labels.type === type && labels.outcome === outcome,
    )?.value ?? 0
  );
}

describe("commands", () => {
  it("tell once each: who, what, how it ended, whether it had been carried out before", async () => {
    const world = await createWorld(database.app);
    const [author] = world.participants;
    if (!author) throw new Error("an empty world");
    const assignmentId = await assign(world, author);
    const { version } = await stageOf(world, assignmentId, "EVALUATE");
    const document = await validDocument(world, assignmentId, "EVALUATE");
    const command = {
      commandId: newId(),
      assignmentId,
      stage: "EVALUATE" as const,
      basedOn: version,
      document,
    };
    lines = [];
    value(await submitStage(world.ctx, author, command));
    value(await submitStage(world.ctx, author, command));
    await submitStage(world.ctx, author, { ...command, basedOn: version + 1 });
    await submitStage(world.ctx, author, { ...command, commandId: newId() });

    const commands = told("command");
    expect(commands.map(({ outcome, repeat }) => [outcome, repeat])).toEqual([
      ["ok", false],
      ["ok", true],
      ["conflict", false],
      ["conflict", false],
    ]);
    const [first] = commands;
    expect(first).toMatchObject({ commandId: command.commandId, actorId: author.personId });
    expect(first?.ms).toBeGreaterThan(0);
    const type = String(first?.type);
    expect(commands.map((line) => line.type)).toEqual([type, type, type, type]);
    expect(await counted(type, "ok")).toBe(1);
    expect(await counted(type, "repeated")).toBe(1);
    expect(await counted(type, "conflict")).toBe(2);

    // Ids only: nothing of who it is and what was written.
    const text = lines.join("");
    expect(text).not.toContain(author.name);
    for (const word of JSON.stringify(document).match(/[A-Za-z]{12,}/g) ?? []) {
      expect(text).not.toContain(word);
    }
  });

  it("tell of an exception as well", async () => {
    const world = await createWorld(database.app);
    const broken = { actorId: world.organizer.personId, commandId: newId(), type: "BROKEN" };
    await expect(
      runCommand(world.ctx, { ...broken, content: null }, () => Promise.reject(new Error("bug"))),
    ).rejects.toThrow("bug");
    expect(told("command")).toMatchObject([{ ...broken, outcome: "error" }]);
    expect(await counted("BROKEN", "error")).toBe(1);
  });
});

describe("statements", () => {
  it("are told of when they are slow, without their values, each with its own request", async () => {
    // Few connections for forty: most wait for one that another request gives back.
    const client = connect(database.appUrl, 0);
    const ids = Array.from({ length: 40 }, (_, index) => index);
    await Promise.all(
      ids.map((index) =>
        inRequest({ id: `request-${index}`, address: "" }, async () => {
          await client.$queryRawUnsafe(`SELECT $1::text AS query_${index}`, "Budi Santoso");
          await client.$transaction((tx) => tx.$queryRawUnsafe(`SELECT 1 AS work_${index}`));
        }),
      ),
    );
    await client.$disconnect();
    const slow = told("slow_statement");
    for (const index of ids) {
      for (const name of [`query_${index}`, `work_${index}`]) {
        const found = slow.filter(({ statement }) => String(statement).endsWith(`AS ${name}`));
        expect(found, name).toMatchObject([{ level: "warn", requestId: `request-${index}` }]);
      }
    }
    expect(lines.join("")).not.toContain("Budi");
  });

  it("are not told of below the threshold, and are counted all the same", async () => {
    const count = async () => {
      const { values } = await metrics().statements.get();
      const of = (name: string) => name.endsWith("_count");
      return values.find(({ metricName = "", labels }) => of(metricName) && labels.kind === "other")
        ?.value;
    };
    const pool = openPool(database.appUrl, 60_000);
    const before = (await count()) ?? 0;
    await pool.query("SHOW server_version");
    await expect(pool.query("SHOW nothing_like_this")).rejects.toThrow();
    await pool.end();
    expect(await count()).toBe(before + 2);
    expect(told("slow_statement")).toEqual([]);
  });

  it("go on after their connection was cut", async () => {
    const pool = openPool(database.appUrl, 60_000);
    const { rows } = await pool.query("SELECT pg_backend_pid() AS pid");
    await withClient(adminUrl(), (client) =>
      client.query("SELECT pg_terminate_backend($1)", [rows[0].pid]),
    );
    await expect.poll(() => told("database_connection_lost")).toMatchObject([{ code: "57P01" }]);
    expect((await pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
    await pool.end();
  });
});
