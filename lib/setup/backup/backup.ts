import { createHash, randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type pg from "pg";
import { sentName, storedName, thumbnailName } from "@/lib/file/label";
import type { FileStorage } from "@/lib/platform/storage";
import { SetupFailure } from "../failure";
import { readHistory } from "../migrate";
import { readMigrations } from "../migration/files";
import { withClient } from "../roles";
import { BACKUP_FORMAT, MANIFEST_NAME, type Manifest } from "./manifest";
import { copyOut, listTables, Meter, PLAIN_TEXT } from "./tables";
import { packTar, type TarEntry } from "./tar";

export interface BackupOptions {
  ownerUrl: string;
  /** Where the files lie that people handed in. */
  storage: FileStorage;
  /** Where the archive goes. It must not exist; it is there whole, or not at all. */
  target: string;
  onProgress?: (done: number, total: number) => void;
}

/**
 * Writes all that an installation keeps into one archive, while it runs: every table as it stood at
 * one moment (one REPEATABLE READ transaction), then the files that the rows of that moment name.
 * Nothing is locked; what people do meanwhile is in the next backup.
 */
export async function createBackup(options: BackupOptions): Promise<Manifest> {
  if (await exists(options.target)) {
    throw new SetupFailure(`${options.target} is there already; a backup never overwrites one.`);
  }
  const work = await fs.mkdtemp(path.join(os.tmpdir(), "lokus-backup-"));
  const unfinished = `${options.target}.${randomUUID().slice(0, 8)}.part`;
  try {
    const manifest = await withClient(options.ownerUrl, (client) => dump(client, work, options));
    await fs.writeFile(path.join(work, MANIFEST_NAME), `${JSON.stringify(manifest, null, 2)}\n`);
    const entries: TarEntry[] = [
      { name: MANIFEST_NAME, file: path.join(work, MANIFEST_NAME) },
      ...manifest.tables.map(({ entry }) => ({ name: entry, file: path.join(work, entry) })),
      ...manifest.files.map((file) => ({
        name: `files/${file.path}`,
        file: path.join(work, "files", file.path),
      })),
    ];
    await packTar(unfinished, entries);
    await fs.rename(unfinished, options.target);
    return manifest;
  } finally {
    await fs.rm(unfinished, { force: true });
    await fs.rm(work, { recursive: true, force: true });
  }
}

async function dump(
  client: pg.Client,
  work: string,
  { storage, onProgress }: BackupOptions,
): Promise<Manifest> {
  await client.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
  await client.query(PLAIN_TEXT);
  const migrations = await readMigrations();
  const history = await readHistory(client, migrations);
  if (history.state !== "current") {
    throw new SetupFailure("The database is not in the state of this version of Lokus.", [
      "Start this version once (it migrates), or make the backup with the version that runs.",
    ]);
  }
  const applied = await client.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM public._prisma_migrations
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  const { rows: now } = await client.query<{ at: Date }>("SELECT now() AS at");
  const tables = await listTables(client);
  await fs.mkdir(path.join(work, "tables"), { mode: 0o700 });
  const written: Manifest["tables"] = [];
  for (const table of tables) {
    const entry = `tables/${table.schema}.${table.name}.copy.gz`;
    const zip = createGzip();
    const packed = new Meter();
    const saved = pipeline(zip, packed, createWriteStream(path.join(work, entry), { mode: 0o600 }));
    const [copied] = await Promise.all([copyOut(client, table, zip), saved]);
    const { schema, name, columns } = table;
    written.push({ schema, name, columns, ...copied, entry, entrySha256: packed.digest() });
    onProgress?.(written.length, tables.length);
  }
  const sequences = await readSequences(client);
  const { rows: pictures } = await client.query<{ hash: string }>(
    "SELECT hash FROM public.stored_files WHERE kind = 'IMAGE' ORDER BY hash",
  );
  await client.query("COMMIT");
  return {
    product: "lokus-backup",
    format: BACKUP_FORMAT,
    at: (now[0]?.at ?? new Date()).toISOString(),
    migrations: applied.rows,
    tables: written,
    sequences,
    // After the rows: a file is never removed while a row names it, so all of them are there, though a picture
    // may have been drawn meanwhile.
    files: await copyFiles(
      storage,
      path.join(work, "files"),
      pictures.map(({ hash }) => hash),
    ),
  };
}

/** Where the sequences of the installation stand. */
export async function readSequences(client: pg.Client): Promise<Manifest["sequences"]> {
  const { rows } = await client.query<{ name: string }>(
    "SELECT sequencename AS name FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1",
  );
  const sequences: Manifest["sequences"] = [];
  for (const { name } of rows) {
    const { rows: state } = await client.query<{ last: string; called: boolean }>(
      `SELECT last_value::text AS last, is_called AS called FROM public."${name}"`,
    );
    if (state[0]) sequences.push({ name, ...state[0] });
  }
  return sequences;
}

async function copyFiles(
  storage: FileStorage,
  target: string,
  pictures: readonly string[],
): Promise<Manifest["files"]> {
  const files = new Map<string, Manifest["files"][number]>();
  const copy = async (name: string) => {
    const bytes = files.has(name) ? null : await storage.get(name);
    if (bytes) files.set(name, await copyFile(name, bytes, target));
  };
  for await (const name of storage.names()) await copy(name);
  for (const hash of pictures) {
    const drawn = [storedName(hash, "IMAGE"), thumbnailName(hash)];
    if (files.has(sentName(hash)) || drawn.every((name) => files.has(name))) continue;
    // Drawn while the names were read: what was sent goes only after the others are there.
    for (const name of [sentName(hash), ...drawn]) await copy(name);
  }
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function copyFile(
  name: string,
  bytes: Buffer,
  target: string,
): Promise<Manifest["files"][number]> {
  const to = path.join(target, name);
  await fs.mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
  await fs.writeFile(to, bytes, { mode: 0o600 });
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { path: name, bytes: bytes.byteLength, sha256 };
}

export async function exists(file: string): Promise<boolean> {
  return (await fs.lstat(file).catch(() => undefined)) !== undefined;
}
