import { createReadStream } from "node:fs";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { FileStorage } from "@/lib/platform/storage";
import { SetupFailure } from "../failure";
import { prepareJobs } from "../jobs";
import { migrate } from "../migrate";
import { checksum, readMigrations } from "../migration/files";
import { withClient } from "../roles";
import { exists, readSequences } from "./backup";
import { BACKUP_FORMAT, MANIFEST_NAME, type Manifest, manifestSchema } from "./manifest";
import { copyOut, listTables, Meter, PLAIN_TEXT, qualified, type TableRef } from "./tables";
import { damaged, unpackTar } from "./tar";

export interface RestoreOptions {
  source: string;
  ownerUrl: string;
  applicationRole: string;
  /** Where the files go that people handed in. */
  storage: FileStorage;
  onProgress?: (done: number, total: number) => void;
}

/**
 * Brings a backup into an empty installation. Everything about the archive is checked before the
 * database is touched; then all rows go in by one transaction, are read back and compared with what
 * was saved, and only then committed.
 *
 * @throws SetupFailure when the archive is damaged, foreign or of another version, or when the
 *   installation holds anything already. Nothing of it is restored then.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Manifest> {
  if (!(await exists(options.source))) {
    throw new SetupFailure(`There is no ${options.source}.`);
  }
  const work = await fs.mkdtemp(path.join(os.tmpdir(), "lokus-restore-"));
  try {
    const manifest = await openArchive(options.source, work);
    await checkVersion(manifest);
    await checkEmptyStorage(options.storage);
    await checkEmptyDatabase(options.ownerUrl);
    await migrate({ ownerUrl: options.ownerUrl, applicationRole: options.applicationRole });
    await prepareJobs(options.ownerUrl, options.applicationRole);
    await withClient(options.ownerUrl, async (client) => {
      await client.query("BEGIN");
      await load(client, work, manifest, options);
      // Before the rows that name them are seen.
      await restoreFiles(work, manifest, options.storage);
      await client.query("COMMIT");
    }).catch(async (error) => {
      // It was empty: what lies in it now is what has just been put there.
      for (const { path: file } of manifest.files) await options.storage.remove(file);
      throw error;
    });
    return manifest;
  } finally {
    await fs.rm(work, { recursive: true, force: true });
  }
}

/** Unpacks an archive and proves, entry by entry, that it is whole and holds nothing else. */
async function openArchive(source: string, work: string): Promise<Manifest> {
  const names = await unpackTar(source, work);
  if (names[0] !== MANIFEST_NAME) throw damaged("it is not a backup of Lokus");
  const manifest = await readManifest(path.join(work, MANIFEST_NAME));
  const expected = [
    MANIFEST_NAME,
    ...manifest.tables.map(({ entry }) => entry),
    ...manifest.files.map((file) => `files/${file.path}`),
  ];
  if (names.length !== expected.length || names.some((name, at) => name !== expected[at])) {
    throw damaged("something is missing from it, or was added");
  }
  for (const { entry, entrySha256 } of manifest.tables) {
    if ((await digestOf(path.join(work, entry))) !== entrySha256) throw damaged(`${entry} differs`);
  }
  for (const { path: file, sha256 } of manifest.files) {
    const differs = (await digestOf(path.join(work, "files", file))) !== sha256;
    if (differs) throw damaged(`files/${file} differs`);
  }
  return manifest;
}

async function readManifest(file: string): Promise<Manifest> {
  let json: unknown;
  try {
    json = JSON.parse(await fs.readFile(file, "utf8"));
  } catch {
    throw damaged("its list of contents cannot be read");
  }
  const parsed = manifestSchema.safeParse(json);
  if (!parsed.success) throw damaged("its list of contents cannot be understood");
  if (parsed.data.format > BACKUP_FORMAT) {
    throw new SetupFailure("This backup was made by a newer version of Lokus.", [
      "Restore it with that version.",
    ]);
  }
  return parsed.data;
}

async function digestOf(file: string): Promise<string> {
  const meter = new Meter();
  meter.resume();
  await pipeline(createReadStream(file), meter);
  return meter.digest();
}

/** Rows fit the tables of the version that wrote them. */
async function checkVersion({ migrations }: Manifest): Promise<void> {
  const own = (await readMigrations()).map(({ name, sql }) => ({ name, checksum: checksum(sql) }));
  const text = (list: Manifest["migrations"]) =>
    list
      .map(({ name, checksum: sum }) => `${name} ${sum}`)
      .sort()
      .join("\n");
  if (text(own) === text(migrations)) return;
  const newest =
    migrations
      .map(({ name }) => name)
      .sort()
      .at(-1) ?? "none";
  throw new SetupFailure("This backup was made by another version of Lokus.", [
    `Its newest migration is ${newest}; this version's is ${own.at(-1)?.name ?? "none"}.`,
    "Restore it with the version that made it, then update. Nothing was changed.",
  ]);
}

async function checkEmptyStorage(storage: FileStorage): Promise<void> {
  for await (const name of storage.names()) throw notEmpty(`its storage holds files (${name})`);
}

async function checkEmptyDatabase(ownerUrl: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    for (const table of await listTables(client)) {
      const { rowCount } = await client.query(`SELECT 1 FROM ${qualified(table)} LIMIT 1`);
      if (rowCount) throw notEmpty(`the table ${table.name} has rows`);
    }
  });
}

function notEmpty(why: string): SetupFailure {
  return new SetupFailure(`A backup is restored into an empty installation only: ${why}.`, [
    "Make a new database (or move .data away), and restore before the first start.",
  ]);
}

async function load(
  client: pg.Client,
  work: string,
  manifest: Manifest,
  { onProgress }: RestoreOptions,
): Promise<void> {
  await client.query(PLAIN_TEXT);
  const tables = await listTables(client);
  const known = new Map(tables.map((table) => [qualified(table), table]));
  if (manifest.tables.length !== tables.length) throw damaged("it has other tables");
  const keys = await takeForeignKeys(client);
  await setTriggers(client, tables, "DISABLE");
  let done = 0;
  for (const saved of manifest.tables) {
    const table = known.get(qualified(saved));
    const same = table && [...table.columns].sort().join() === [...saved.columns].sort().join();
    if (!same) throw damaged(`the table ${saved.name} has other columns`);
    await copyIn(client, saved, path.join(work, saved.entry));
    done += 1;
    onProgress?.(done, manifest.tables.length);
  }
  // Checked as they come back: rows that name nothing are refused here.
  for (const { table, name, definition } of keys) {
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
  }
  await setTriggers(client, tables, "ENABLE");
  for (const { name, last, called } of manifest.sequences) {
    await client.query("SELECT setval($1::regclass, $2::bigint, $3)", [
      `public.${pg.escapeIdentifier(name)}`,
      last,
      called,
    ]);
  }
  await compare(client, tables, manifest);
}

/** Takes foreign keys away for the time of loading: tables name each other in circles. */
async function takeForeignKeys(
  client: pg.Client,
): Promise<{ table: string; name: string; definition: string }[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS "table", quote_ident(k.conname) AS name,
            pg_get_constraintdef(k.oid) AS definition
       FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
       JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE k.contype = 'f' AND n.nspname = 'public' ORDER BY 1, 2`,
  );
  for (const { table, name } of rows) {
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  }
  return rows;
}

/** The rules of the tables are for what is done; what is restored was done by them once. */
async function setTriggers(
  client: pg.Client,
  tables: readonly TableRef[],
  verb: "ENABLE" | "DISABLE",
): Promise<void> {
  for (const table of tables) {
    if (table.schema !== "public") continue;
    await client.query(`ALTER TABLE ${qualified(table)} ${verb} TRIGGER USER`);
  }
}

async function copyIn(
  client: pg.Client,
  table: Manifest["tables"][number],
  file: string,
): Promise<void> {
  const columns = table.columns.map((column) => pg.escapeIdentifier(column)).join(", ");
  const rows = client.query(copyFrom(`COPY ${qualified(table)} (${columns}) FROM STDIN`));
  await pipeline(createReadStream(file), createGunzip(), rows);
}

/** Reads back what was loaded: the same rows, the same content, the same sequences. */
async function compare(
  client: pg.Client,
  tables: readonly TableRef[],
  manifest: Manifest,
): Promise<void> {
  for (const saved of manifest.tables) {
    const table = tables.find((each) => qualified(each) === qualified(saved));
    if (!table) throw damaged(`there is no table ${saved.name}`);
    // In the columns' order of the archive: the same text, the same hash.
    const found = await copyOut(client, { ...table, columns: saved.columns });
    if (found.rows !== saved.rows || found.sha256 !== saved.sha256) {
      throw damaged(`the table ${saved.name} came out otherwise than it went in`);
    }
  }
  const sequences = JSON.stringify(await readSequences(client));
  if (sequences !== JSON.stringify(manifest.sequences)) throw damaged("its sequences differ");
}

async function restoreFiles(work: string, manifest: Manifest, storage: FileStorage): Promise<void> {
  for (const { path: file } of manifest.files) {
    await storage.put(file, await fs.readFile(path.join(work, "files", file)));
  }
}
