import "server-only";
import { randomUUID } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import { env, type FileSettings } from "@/lib/platform/env";
import { processWide } from "@/lib/platform/process-wide";

/**
 * Where the bytes of files lie. Names are made by us (never from what somebody sent), bytes under a
 * name never change, and who may see them is decided before anybody asks here.
 */
export interface FileStorage {
  /**
   * Keeps bytes under a name. When it returns they outlive a crash; the same name again is the same
   * bytes, also from several processes at the same moment.
   */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** The bytes, or null where there are none. */
  get(name: string): Promise<Buffer<ArrayBuffer> | null>;
  /** Forgets a name; one that is not there is forgotten already. */
  remove(name: string): Promise<void>;
  /** Every name, in no order. */
  names(): AsyncIterable<string>;
}

/** Names as we make them: small letters, digits, one folder deep at most. */
const NAME = /^[\da-z]{1,64}(?:\/[\da-z]{1,80}(?:\.[a-z]{1,10}){0,2})?$/;

function checkedName(name: string): string {
  if (!NAME.test(name)) throw new Error("not a name of the storage");
  return name;
}

/** The storage of this installation: a bucket where the environment names one, else a folder. */
export function storage(): FileStorage {
  return processWide("storage", () => openStorage(env()));
}

/** The storage that settings describe. */
export function openStorage(settings: FileSettings): FileStorage {
  const { S3_BUCKET: bucket } = settings;
  if (bucket === undefined) return diskStorage(settings.FILES_FOLDER);
  let opened: Promise<FileStorage> | undefined;
  // The client is large; an installation without a bucket never loads it.
  const remote = () => {
    opened ??= import("@/lib/platform/s3-storage").then(({ s3Storage }) =>
      s3Storage({ ...settings, S3_BUCKET: bucket }),
    );
    return opened;
  };
  return {
    put: async (name, bytes) => (await remote()).put(checkedName(name), bytes),
    get: async (name) => (await remote()).get(checkedName(name)),
    remove: async (name) => (await remote()).remove(checkedName(name)),
    names: async function* names() {
      yield* (await remote()).names();
    },
  };
}

/** Files in a folder that the application's account alone can read. */
export function diskStorage(folder: string): FileStorage {
  const fileOf = (name: string) => path.join(folder, ...checkedName(name).split("/"));
  return {
    async put(name, bytes) {
      const file = fileOf(name);
      const { size } = await fs.stat(file).catch(() => ({ size: -1 }));
      if (size === bytes.byteLength) return;
      await fs.mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
      // Written beside and renamed: a reader finds the whole of it or nothing.
      const unfinished = `${file}.${randomUUID()}.part`;
      try {
        const handle = await fs.open(unfinished, "wx", 0o600);
        try {
          await handle.writeFile(bytes);
          await handle.datasync();
        } finally {
          await handle.close();
        }
        await fs.rename(unfinished, file);
      } catch (error) {
        await fs.rm(unfinished, { force: true });
        throw error;
      }
    },
    async get(name) {
      return fs.readFile(fileOf(name)).catch(ifMissing);
    },
    async remove(name) {
      await fs.rm(fileOf(name), { force: true });
    },
    async *names() {
      const found = await fs
        .readdir(folder, { recursive: true, withFileTypes: true })
        .catch(() => []);
      for (const entry of found) {
        // What a crash left unfinished is no file.
        if (!entry.isFile() || entry.name.endsWith(".part")) continue;
        const file = path.join(entry.parentPath, entry.name);
        yield path.relative(folder, file).split(path.sep).join("/");
      }
    },
  };
}

function ifMissing(error: NodeJS.ErrnoException): null {
  if (error.code === "ENOENT") return null;
  throw error;
}
