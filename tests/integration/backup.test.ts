import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { diskStorage, type FileStorage } from "@/lib/platform/storage";
import { createBackup } from "@/lib/setup/backup/backup";
import { MANIFEST_NAME, type Manifest } from "@/lib/setup/backup/manifest";
import { restoreBackup } from "@/lib/setup/backup/restore";
import { copyOut, listTables, PLAIN_TEXT, qualified } from "@/lib/setup/backup/tables";
import { packTar, unpackTar } from "@/lib/setup/backup/tar";
import { prepareJobs } from "@/lib/setup/jobs";
import { migrate } from "@/lib/setup/migrate";
import { applicationRole, withClient } from "@/lib/setup/roles";
import { seedRubricLibrary } from "@/prisma/reference/rubric-library";
import { serveBucket } from "@/tests/support/bucket";
import { emptyDatabase, openDatabase } from "@/tests/support/database";
import {
  approve,
  assign,
  createWorld,
  newId,
  submit,
  value,
  type World,
} from "@/tests/support/world";

/** An installation saved while it is at work, and brought into an empty one: the same, to the row. */

const database = openDatabase();
let world: World;
let folder: string;
let archive: string;
let storage: FileStorage;
let saved: Manifest;

const ODD = 'tab\t, baris\nbaru, \\garis miring\\N, "kutip", emoji 🧭, NUL-less \u0001';

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "lokus-backup-test-"));
  storage = diskStorage(path.join(folder, "files"));
  archive = path.join(folder, "backup.tar");
  await storage.put("bukti/foto.webp", Buffer.alloc(70_000, 7));
  await storage.put("bukti/kosong.txt", Buffer.alloc(0));

  await prepareJobs(database.ownerUrl, applicationRole);
  world = await createWorld(database.app);
  await seedRubricLibrary(database.app);
  const [participant, second] = world.participants;
  const [facilitator] = world.facilitators;
  if (!participant || !second || !facilitator) throw new Error("an empty world");
  const assignmentId = await assign(world, participant);
  value(await submit(world, participant, assignmentId, "EVALUATE"));
  value(await approve(world, facilitator, assignmentId, "EVALUATE"));
  await database.app.group.create({
    data: { cohortId: world.cohortId, name: ODD.replaceAll("\u0001", ""), sortOrder: 9 },
  });
  // JSON's null and SQL's are two things, and a backup must keep them apart.
  await withClient(database.ownerUrl, async (client) => {
    await client.query(
      `INSERT INTO command_log (actor_id, command_id, type, content_hash, result, at) VALUES
         (gen_random_uuid(), gen_random_uuid(), 'TEST', 'a', 'null'::jsonb, now()),
         (gen_random_uuid(), gen_random_uuid(), 'TEST', 'b', NULL, now()),
         (gen_random_uuid(), gen_random_uuid(), 'TEST', 'c', '{"n": 12345678901234567890.5}', now())`,
    );
    await client.query("CREATE SEQUENCE letters START 41");
    await client.query("SELECT nextval('letters')");
  });

  // People go on working while the backup is made.
  let working = true;
  const work = (async () => {
    let count = 0;
    while (working) {
      const created = await assign(world, second, count % 2).catch(() => undefined);
      if (created) await submit(world, second, created, "EVALUATE");
      await database.app.person.create({ data: { displayName: `Orang ${count}` } });
      count += 1;
    }
    return count;
  })();
  saved = await createBackup({ ownerUrl: database.ownerUrl, storage, target: archive });
  working = false;
  expect(await work).toBeGreaterThan(0);
}, 120_000);

afterAll(() => fs.rm(folder, { recursive: true, force: true }));

/** An empty installation; the sequence is none of our migrations', so it is made for it. */
async function emptyPlace(name: string) {
  const { ownerUrl } = await emptyDatabase();
  const place = {
    ownerUrl,
    applicationRole,
    storage: diskStorage(path.join(folder, `files-${name}`)),
  };
  await migrate({ ownerUrl, applicationRole });
  await withClient(ownerUrl, (client) => client.query("CREATE SEQUENCE letters START 41"));
  return place;
}

async function contents(ownerUrl: string): Promise<Record<string, string>> {
  return withClient(ownerUrl, async (client) => {
    await client.query("BEGIN");
    await client.query(PLAIN_TEXT);
    const found: Record<string, string> = {};
    for (const table of await listTables(client)) {
      const { rows, sha256 } = await copyOut(client, table);
      found[qualified(table)] = `${rows} ${sha256}`;
    }
    return found;
  });
}

async function isEmpty(ownerUrl: string): Promise<boolean> {
  const found = Object.values(await contents(ownerUrl));
  return found.every((text) => text.startsWith("0 "));
}

describe("a backup", () => {
  it("has every table of the installation, of one moment", async () => {
    const names = saved.tables.map(({ name }) => name);
    const tables = await withClient(database.ownerUrl, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `SELECT relname AS name FROM pg_class
          WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`,
      );
      return rows.map(({ name }) => name);
    });
    expect([...names].sort()).toEqual(
      [...tables.filter((name) => name !== "_prisma_migrations"), "job"].sort(),
    );
    // Four stages of each assignment, or it was saved between the two.
    const rowsOf = (name: string) => saved.tables.find((table) => table.name === name)?.rows ?? 0;
    expect(rowsOf("stages")).toBe(4 * rowsOf("assignments"));
    expect(rowsOf("revisions")).toBeGreaterThan(0);
    expect(saved.files.map(({ path: file, bytes }) => [file, bytes])).toEqual([
      ["bukti/foto.webp", 70_000],
      ["bukti/kosong.txt", 0],
    ]);
  });

  it("overwrites nothing, and leaves no half of one behind", async () => {
    const options = { ownerUrl: database.ownerUrl, storage, target: archive };
    await expect(createBackup(options)).rejects.toThrow(/is there already/);
    const target = path.join(folder, "lost.tar");
    await expect(
      createBackup({
        ...options,
        ownerUrl: database.appUrl.replace(/\/[^/]*$/, "/nowhere"),
        target,
      }),
    ).rejects.toThrow();
    expect((await fs.readdir(folder)).filter((name) => name.startsWith("lost"))).toEqual([]);
  });

  it("can be opened by any tar", async () => {
    const { execFileSync } = await import("node:child_process");
    const names = execFileSync("tar", ["tf", archive], { encoding: "utf8" }).trim().split("\n");
    expect(names[0]).toBe(MANIFEST_NAME);
    expect(names).toContain("files/bukti/foto.webp");
    const cohorts = execFileSync("tar", ["xOf", archive, "tables/public.cohorts.copy.gz"]);
    expect(gunzipSync(cohorts).toString()).toContain("Diklatpim IV");
  });
});

describe("files in a bucket", () => {
  it("are taken along, and come back into another", async () => {
    const bucket = await serveBucket(path.join(folder, "s3"));
    try {
      const [from, to] = [bucket.storage("satu/"), bucket.storage("dua/")];
      const photo = Buffer.alloc(300_000, 9);
      await from.put("ab/foto.webp", photo);
      await to.put("cd/lain.webp", Buffer.from("somebody else's"));
      const source = path.join(folder, "bucket.tar");
      const made = await createBackup({
        ownerUrl: database.ownerUrl,
        storage: from,
        target: source,
      });
      expect(made.files.map(({ path: file, bytes }) => [file, bytes])).toEqual([
        ["ab/foto.webp", 300_000],
      ]);
      const place = { ...(await emptyPlace("bucket")), storage: bucket.storage("tiga/") };
      expect(await restoreBackup({ source, ...place })).toEqual(made);
      expect(await place.storage.get("ab/foto.webp")).toEqual(photo);
      expect(await place.storage.get("cd/lain.webp")).toBeNull();
    } finally {
      await bucket.close();
    }
  }, 60_000);
});

describe("a restored installation", () => {
  it("is the one that was saved: rows, content, sequences, files, rules, grants", async () => {
    const place = await emptyPlace("whole");
    const restored = await restoreBackup({ source: archive, ...place });
    expect(restored).toEqual(saved);
    const found = await contents(place.ownerUrl);
    expect(found).toEqual(
      Object.fromEntries(
        saved.tables.map((table) => [qualified(table), `${table.rows} ${table.sha256}`]),
      ),
    );
    await withClient(place.ownerUrl, async (client) => {
      const one = async (sql: string) => (await client.query(sql)).rows[0];
      expect(await one("SELECT nextval('letters')::int AS next")).toEqual({ next: 42 });
      expect(await one("SELECT name FROM groups WHERE sort_order = 9")).toEqual({
        name: ODD.replaceAll("\u0001", ""),
      });
      const { rows } = await client.query(
        "SELECT result IS NULL AS nothing, result::text AS text FROM command_log WHERE type = 'TEST' ORDER BY content_hash",
      );
      expect(rows).toEqual([
        { nothing: false, text: "null" },
        { nothing: true, text: null },
        { nothing: false, text: '{"n": 12345678901234567890.5}' },
      ]);
      // Every rule is alive: triggers, foreign keys, and what the application may not do.
      await expect(client.query("UPDATE revisions SET number = 99")).rejects.toThrow(/append-only/);
      await expect(client.query("DELETE FROM training_centers")).rejects.toThrow(/foreign key/);
      await expect(
        client.query("UPDATE stages SET state = 'APPROVED' WHERE state = 'LOCKED'"),
      ).rejects.toThrow();
      const rules = async (url: string) =>
        withClient(url, async (other) => {
          const { rows: triggers } = await other.query(
            `SELECT tgrelid::regclass::text AS at, tgname AS name, tgenabled AS enabled FROM pg_trigger
              WHERE NOT tgisinternal ORDER BY 1, 2`,
          );
          const { rows: constraints } = await other.query(
            `SELECT conrelid::regclass::text AS at, conname AS name, pg_get_constraintdef(oid) AS rule,
                    convalidated AS valid
               FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2`,
          );
          const { rows: grants } = await other.query(
            `SELECT table_name, privilege_type FROM information_schema.role_table_grants
              WHERE grantee = 'lokus_app' AND table_schema = 'public' ORDER BY 1, 2`,
          );
          return { triggers, constraints, grants };
        });
      expect(await rules(place.ownerUrl)).toEqual(await rules(database.ownerUrl));
    });
    const photo = await place.storage.get("bukti/foto.webp");
    expect(photo?.equals(Buffer.alloc(70_000, 7))).toBe(true);

    // A second time there is somebody in it.
    await expect(restoreBackup({ source: archive, ...place })).rejects.toThrow(/holds files/);
    const other = { ...place, storage: diskStorage(path.join(folder, "files-second")) };
    await expect(restoreBackup({ source: archive, ...other })).rejects.toThrow(
      /empty installation/,
    );
    expect(await contents(place.ownerUrl)).toEqual(found);
    // And it can be saved again, with the same content. (Its sequence has moved on.)
    const again = await createBackup({ ...place, target: path.join(folder, "again.tar") });
    expect(again.tables.map(({ sha256 }) => sha256)).toEqual(
      saved.tables.map(({ sha256 }) => sha256),
    );
  });

  it("begins from nothing at all, too", async () => {
    const { ownerUrl } = await emptyDatabase();
    const bare = {
      ownerUrl,
      applicationRole,
      storage: diskStorage(path.join(folder, "files-bare")),
    };
    const source = path.join(folder, "bare.tar");
    await rewrite(source, (manifest) => ({ ...manifest, sequences: [] }));
    await restoreBackup({ source, ...bare });
    expect(Object.keys(await contents(ownerUrl)).length).toBe(saved.tables.length);
  });
});

/** Another archive out of the good one: its manifest, its files and their order may be changed. */
async function rewrite(
  target: string,
  change: (manifest: Manifest) => unknown,
  more: (work: string, names: string[]) => Promise<void> = async () => {},
): Promise<void> {
  const work = await fs.mkdtemp(path.join(folder, "rewrite-"));
  const names = await unpackTar(archive, work);
  const file = path.join(work, MANIFEST_NAME);
  const manifest = JSON.parse(await fs.readFile(file, "utf8")) as Manifest;
  await fs.writeFile(file, JSON.stringify(change(manifest)));
  await more(work, names);
  await packTar(
    target,
    names.map((name) => ({ name, file: path.join(work, name) })),
  );
}

describe("an archive that cannot be used", () => {
  it.each([
    ["a", "a/b"],
    ["a/b", "a"],
    ["a/b", "a/b/c"],
  ])("has %s as a file and as a folder of %s", async (...names) => {
    const source = path.join(folder, "both.tar");
    const file = path.join(folder, "both.txt");
    await fs.writeFile(file, "x");
    await packTar(
      source,
      names.map((name) => ({ name, file })),
    );
    const target = await fs.mkdtemp(path.join(folder, "both-"));
    await expect(unpackTar(source, target)).rejects.toThrow(
      /cannot be used: .* a file and a folder/,
    );
  });

  const bad: [string, (target: string) => Promise<void>, RegExp][] = [
    ["is not there", async () => {}, /There is no/],
    ["is empty", (target) => fs.writeFile(target, ""), /ends too early/],
    [
      "is something else",
      (target) => fs.writeFile(target, Buffer.from("PK\u0003\u0004".padEnd(2048, "x"))),
      /not one of Lokus's archives/,
    ],
    [
      "is another tar",
      async (target) => {
        await fs.writeFile(`${target}.txt`, "halo");
        await packTar(target, [{ name: "halo.txt", file: `${target}.txt` }]);
      },
      /not a backup of Lokus/,
    ],
    [
      "is cut short",
      async (target) => {
        const bytes = await fs.readFile(archive);
        await fs.writeFile(target, bytes.subarray(0, Math.floor(bytes.length * 0.6)));
      },
      /ends too early|differs|altered/,
    ],
    [
      "has one byte changed in a table",
      async (target) => {
        const bytes = await fs.readFile(archive);
        const at = bytes.lastIndexOf("tables/public.revisions.copy.gz") + 512 + 40;
        bytes[at] = (bytes[at] ?? 0) ^ 1;
        await fs.writeFile(target, bytes);
      },
      /differs/,
    ],
    ["lost its list", (target) => rewrite(target, () => "{"), /cannot be understood/],
    [
      "is of a newer format",
      (target) => rewrite(target, (manifest) => ({ ...manifest, format: 99 })),
      /newer version/,
    ],
    [
      "is of another version",
      (target) =>
        rewrite(target, (manifest) => ({
          ...manifest,
          migrations: [...manifest.migrations, { name: "20990101000000_later", checksum: "x" }],
        })),
      /another version/,
    ],
    [
      "has a table less",
      (target) =>
        rewrite(
          target,
          (manifest) => ({ ...manifest, tables: manifest.tables.slice(1) }),
          async (_, names) => {
            names.splice(1, 1);
          },
        ),
      /other tables/,
    ],
    [
      "has something more",
      (target) =>
        rewrite(
          target,
          (manifest) => manifest,
          async (work, names) => {
            await fs.writeFile(path.join(work, "extra"), "x");
            names.push("extra");
          },
        ),
      /was added/,
    ],
    [
      "leads out of its folder",
      (target) =>
        rewrite(target, (manifest) => ({
          ...manifest,
          files: manifest.files.map((file) => ({ ...file, path: `../${file.path}` })),
        })),
      /cannot be understood/,
    ],
    [
      "says of its rows what they are not",
      (target) =>
        rewrite(target, (manifest) => ({
          ...manifest,
          tables: manifest.tables.map((table) =>
            table.name === "people" ? { ...table, rows: table.rows + 1 } : table,
          ),
        })),
      /came out otherwise/,
    ],
    [
      "names people who are not in it",
      (target) =>
        rewrite(
          target,
          (manifest) => manifest,
          async (work) => {
            const { createHash } = await import("node:crypto");
            const digest = (data: Buffer) => createHash("sha256").update(data).digest("hex");
            const file = path.join(work, "tables/public.people.copy.gz");
            const packed = gzipSync(Buffer.alloc(0));
            await fs.writeFile(file, packed);
            const list = path.join(work, MANIFEST_NAME);
            const manifest = JSON.parse(await fs.readFile(list, "utf8")) as Manifest;
            manifest.tables = manifest.tables.map((table) =>
              table.name === "people"
                ? {
                    ...table,
                    rows: 0,
                    sha256: digest(Buffer.alloc(0)),
                    entrySha256: digest(packed),
                  }
                : table,
            );
            await fs.writeFile(list, JSON.stringify(manifest));
          },
        ),
      /foreign key/,
    ],
  ];

  // One place for all of them: each leaves it as empty as it was.
  let place: Awaited<ReturnType<typeof emptyPlace>>;
  beforeAll(async () => {
    place = await emptyPlace("bad");
  });

  it.each(bad)("because it %s leaves everything as it was", async (name, make, reason) => {
    const source = path.join(folder, `bad-${newId()}.tar`);
    await make(source);
    await expect(restoreBackup({ source, ...place }), name).rejects.toThrow(reason);
    expect(await isEmpty(place.ownerUrl)).toBe(true);
    for await (const name of place.storage.names()) expect.unreachable(name);
    // The rules stand as before.
    await withClient(place.ownerUrl, async (client) => {
      const { rows } = await client.query(
        `SELECT count(*) FILTER (WHERE tgenabled = 'D')::int AS off FROM pg_trigger WHERE NOT tgisinternal`,
      );
      expect(rows).toEqual([{ off: 0 }]);
    });
  });
});
