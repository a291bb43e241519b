import fs from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serverAccount } from "@/lib/setup/postgres/account";
import { preparedBinaries } from "@/lib/setup/postgres/binaries";
import { type Cluster, isRunning, readPostmaster, stopServer } from "@/lib/setup/postgres/control";
import {
  createCluster,
  hasCluster,
  resetSuperuserPassword,
  startServer,
  superuser,
} from "@/lib/setup/postgres/server";
import { localUrl, withClient } from "@/lib/setup/roles";

/** Longer than the 107 bytes that a Unix socket's path may have, with what shells trip over. */
const awkward = `a folder's "name" with $HOME and ü ${"long ".repeat(20)}`;

let folder: string;
let cluster: Cluster;

const logFile = () => path.join(folder, "postgres.log");
const ask = (password: string, port: number) =>
  withClient(localUrl(superuser, password, { port, database: "postgres" }), async (client) => {
    const { rows } = await client.query<{ version: string }>(
      "SELECT current_setting('server_version') AS version",
    );
    return rows[0]?.version;
  });

beforeAll(async () => {
  // The common folder: the server may run as another user than this process.
  folder = path.join(await fs.mkdtemp("/tmp/lokus-cluster-"), awkward);
  await fs.chmod(path.dirname(folder), 0o711);
  await fs.mkdir(folder, { mode: 0o711 });
  const account = serverAccount();
  cluster = {
    account,
    binaries: await preparedBinaries(account),
    dataDirectory: path.join(folder, "data"),
  };
});

afterAll(async () => {
  await stopServer(cluster);
  await fs.rm(path.dirname(folder), { recursive: true, force: true });
});

describe("an embedded cluster", () => {
  it("is made as a whole, also after an attempt that was cut short", async () => {
    expect(await hasCluster(cluster)).toBe(false);
    await fs.mkdir(`${cluster.dataDirectory}.unfinished/base`, { recursive: true });
    await createCluster(cluster, "first", false);
    expect(await hasCluster(cluster)).toBe(true);
    expect((await fs.readdir(folder)).sort()).toEqual(["data"]);
    expect((await fs.stat(cluster.dataDirectory)).mode & 0o777).toBe(0o700);
  });

  it("serves on this machine alone, and stops cleanly", async () => {
    const server = await startServer(cluster, logFile());
    expect(await ask("first", server.port)).toMatch(/^18\./);
    await expect(ask("wrong", server.port)).rejects.toMatchObject({ code: "28P01" });
    expect(await isRunning(cluster)).toBe(true);
    await server.stop();
    await server.ended;
    expect(await isRunning(cluster)).toBe(false);
    expect(await readPostmaster(cluster.dataDirectory)).toBeUndefined();
    expect(await fs.readFile(logFile(), "utf8")).toContain("database system is shut down");
  });

  it("gets a new password when the old one is lost", async () => {
    await resetSuperuserPassword(cluster, "second");
    const server = await startServer(cluster, logFile());
    await expect(ask("first", server.port)).rejects.toMatchObject({ code: "28P01" });
    expect(await ask("second", server.port)).toMatch(/^18\./);
    await server.stop();
  });

  it("starts again after it was killed, and leaves the stale lock file to PostgreSQL", async () => {
    const first = await startServer(cluster, logFile());
    const { pid } = (await readPostmaster(cluster.dataDirectory)) ?? { pid: 0 };
    process.kill(pid, "SIGKILL");
    await first.ended;
    expect(await readPostmaster(cluster.dataDirectory)).toMatchObject({ pid });
    const second = await startServer(cluster, logFile());
    expect(await ask("second", second.port)).toMatch(/^18\./);
    await second.stop();
  });

  it("is refused untouched when another major version has written it", async () => {
    const version = path.join(cluster.dataDirectory, "PG_VERSION");
    await fs.writeFile(version, "17\n");
    const before = await fs.readdir(cluster.dataDirectory);
    await expect(hasCluster(cluster)).rejects.toMatchObject({
      message: expect.stringMatching(/written by PostgreSQL 17; this Lokus brings 18/),
      advice: expect.arrayContaining([expect.stringContaining("pg_dump")]),
    });
    expect(await fs.readdir(cluster.dataDirectory)).toEqual(before);
    await fs.writeFile(version, "18\n");
  });

  it("is not made over somebody's files", async () => {
    const other = { ...cluster, dataDirectory: path.join(folder, "other") };
    await fs.mkdir(other.dataDirectory);
    await fs.writeFile(path.join(other.dataDirectory, "thesis.docx"), "");
    await expect(hasCluster(other)).rejects.toThrow(/not a PostgreSQL data folder/);
  });
});
