import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { saveDraft } from "@/lib/assignment/mutations";
import { findServedFile } from "@/lib/file/data";
import { sentName, storedName, thumbnailName } from "@/lib/file/label";
import {
  announceUpload,
  appendToUpload,
  drawLeftBehind,
  type FileContext,
  forgetFiles,
  leavingFiles,
  readStored,
  takeUpload,
} from "@/lib/file/mutations";
import type { Actor } from "@/lib/platform/actor";
import { fixedClock } from "@/lib/platform/clock";
import { connect } from "@/lib/platform/db";
import { diskStorage, type FileStorage } from "@/lib/platform/storage";
import { findArrivedFiles } from "@/tests/support/arrived";
import { type Bucket, serveBucket } from "@/tests/support/bucket";
import { openDatabase } from "@/tests/support/database";
import { drawWaiting } from "@/tests/support/drawn";
import { hashOf, photo, refOf } from "@/tests/support/files";
import {
  assign,
  createWorld,
  NOW,
  newId,
  stageOf,
  validDocument,
  value,
  type World,
} from "@/tests/support/world";

/** Pictures between the answer to their upload and the moment in which they are drawn. */

// Much is drawn here, which a busy machine takes its time for.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const database = openDatabase();
let world: World;
let folder: string;
let bucket: Bucket;
let ctx: FileContext;
let author: Actor;
let assignmentId: string;
/** Storages of their own: what one process has in hand, another does not see. */
let storages: Record<"folder" | "bucket", FileStorage>;

beforeAll(async () => {
  world = await createWorld(database.app, { participants: 54 });
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "lokus-drawn-"));
  bucket = await serveBucket(path.join(folder, "bucket"));
  storages = { folder: diskStorage(path.join(folder, "disk")), bucket: bucket.storage("demo/") };
  ctx = { ...world.ctx, storage: storages.folder };
  author = world.participants[0] as Actor;
  assignmentId = await assign(world, author);
});
afterAll(async () => {
  await drawWaiting(ctx).catch(() => undefined);
  await bucket.close();
  await fs.rm(folder, { recursive: true, force: true });
});

async function name(actor: Actor, assignment: string, bytes: Uint8Array) {
  const document = await validDocument(world, assignment, "EVALUATE");
  const { version } = await stageOf(world, assignment, "EVALUATE");
  const item = { id: newId(), kind: "PHOTO" as const, caption: "Loket pelayanan", url: "" };
  value(
    await saveDraft(world.ctx, actor, {
      commandId: newId(),
      assignmentId: assignment,
      stage: "EVALUATE",
      basedOn: version,
      document: { ...document, evidence: [{ ...item, file: refOf(bytes), nobodyShown: true }] },
    }),
  );
}

const send = (
  bytes: Buffer,
  { files = ctx, actor = author, assignment = assignmentId, evidenceId = newId() } = {},
) => {
  const announced = { assignmentId: assignment, evidenceId, hash: hashOf(bytes) };
  return takeUpload(files, actor, announced, bytes);
};

/** Named and sent; not drawn by this process, as if it had ended right after its answer. */
async function leave(bytes: Buffer, files: FileContext = ctx): Promise<string> {
  await name(author, assignmentId, bytes);
  value(await sendAndEnd(bytes, files));
  return hashOf(bytes);
}

async function sendAndEnd(bytes: Buffer, files: FileContext = ctx) {
  let ended = false;
  const get = () => {
    ended = true;
    return Promise.reject(new Error("the process has ended"));
  };
  const sent = await send(bytes, { files: { ...files, storage: { ...files.storage, get } } });
  // What it began after its answer, it began for nothing.
  const patience = { timeout: 30_000, interval: 10 };
  await vi.waitUntil(() => ended, patience);
  await vi.waitUntil(async () => (await row(hashOf(bytes))).attempts === 0, patience);
  return sent;
}

const row = (hash: string) => ctx.db.storedFile.findUniqueOrThrow({ where: { hash } });
const small = (hash: string) => ({ kind: "IMAGE" as const, hash, name: thumbnailName(hash) });
const whole = (hash: string) => ({ kind: "IMAGE" as const, hash, name: storedName(hash, "IMAGE") });
const later = (files: FileContext = ctx, seconds = 61): FileContext => ({
  ...files,
  clock: fixedClock(new Date(Date.parse(NOW) + seconds * 1_000)),
});

async function namesOf(storage: FileStorage, hash: string): Promise<string[]> {
  const found: string[] = [];
  for await (const file of storage.names()) if (file.includes(hash)) found.push(file);
  return found.sort();
}
const drawnNames = (hash: string) => [storedName(hash, "IMAGE"), thumbnailName(hash)].sort();

/** A JPEG whose markers are in order, and whose data is none. */
async function spoilt(seed: number): Promise<Buffer> {
  const bytes = Buffer.from(await photo(seed));
  const scan = bytes.lastIndexOf(Buffer.from("ffda", "hex")) + 14;
  // Codes that no table has, to the end; the end stands.
  for (let at = scan; at < bytes.length - 3; at += 2) bytes.writeUInt16BE(0xff00, at);
  if ((bytes.length - scan) % 2) bytes[bytes.length - 3] = 0;
  return bytes;
}

describe("a photo that was answered for", () => {
  it("is there for its author at once, and its bytes as they were sent lie where nobody is led", async () => {
    const bytes = await photo(1);
    const hash = await leave(bytes);
    expect(await row(hash)).toMatchObject({ state: "WAITING", size: bytes.length, width: null });
    expect(await namesOf(storages.folder, hash)).toEqual([sentName(hash)]);
    const now = new Date(NOW);
    const arrived = (await findArrivedFiles(ctx.db, assignmentId, now))[hash];
    expect(arrived).toMatchObject({ kind: "IMAGE", width: null, size: bytes.length });
    for (const url of [arrived?.url, arrived?.thumbnailUrl]) {
      const address = url?.replace("/api/files/", "") ?? "";
      const served = await findServedFile(ctx.db, author, address, now);
      expect(served?.name).not.toBe(sentName(hash));
      const stranger = world.participants[1] as Actor;
      expect(await findServedFile(ctx.db, stranger, address, now)).toBeNull();
    }
  });

  it.each(["folder", "bucket"] as const)(
    "is drawn for whoever looks at it, without what the camera wrote, in a %s",
    async (kind) => {
      const files = { ...ctx, storage: storages[kind] };
      const bytes = await photo(kind === "folder" ? 2 : 3);
      const hash = await leave(bytes, files);
      // Several look at the same moment, at both.
      const seen = await Promise.all(
        [small(hash), whole(hash), small(hash), whole(hash)].map((file) => readStored(files, file)),
      );
      for (const picture of seen) {
        const { exif, format } = await sharp(picture ?? Buffer.alloc(0)).metadata();
        expect({ exif, format }).toEqual({ exif: undefined, format: "jpeg" });
        expect(picture?.includes("HP Contoh")).toBe(false);
      }
      expect(await row(hash)).toMatchObject({ state: "KEPT", width: 640, height: 480 });
      // What was sent is gone.
      expect(await namesOf(files.storage, hash)).toEqual(drawnNames(hash));
      expect(await files.storage.get(sentName(hash))).toBeNull();
    },
  );

  it("is drawn by itself, soon after the last of a burst", async () => {
    const bytes = await photo(4);
    await name(author, assignmentId, bytes);
    value(await send(bytes));
    const hash = hashOf(bytes);
    await expect
      .poll(async () => (await row(hash)).state, { timeout: 20_000, interval: 50 })
      .toBe("KEPT");
    expect(await namesOf(storages.folder, hash)).toEqual(drawnNames(hash));
  });

  it("leaves with an archive as it is drawn", async () => {
    const bytes = await photo(5);
    const hash = await leave(bytes);
    const left: Buffer[] = [];
    for await (const { content } of leavingFiles(ctx, [{ hash, kind: "IMAGE" }])) {
      left.push(content);
    }
    expect(left).toHaveLength(1);
    expect(left[0]?.includes("HP Contoh")).toBe(false);
  });
});

describe("a photo whose process ended after its answer", () => {
  it("is drawn by another within the minute, and not before: it may be in hand", async () => {
    const hash = await leave(await photo(10));
    await drawLeftBehind(later(ctx, 59));
    expect(await row(hash)).toMatchObject({ state: "WAITING" });
    await drawLeftBehind(later());
    expect(await row(hash)).toMatchObject({ state: "KEPT", attempts: 0 });
    expect(await namesOf(storages.folder, hash)).toEqual(drawnNames(hash));
  });

  it("also where it ended between drawing and writing that down", async () => {
    const hash = await leave(await photo(11));
    const sent = (await storages.folder.get(sentName(hash))) as Buffer;
    // All that a process does with the storage, and nothing of what it does with the row.
    const drawn = await readStored(ctx, whole(hash));
    await ctx.db.$executeRaw`DELETE FROM evidence_files WHERE hash = ${hash}`;
    await database.owner.$executeRaw`DELETE FROM stored_files WHERE hash = ${hash}`;
    value(await sendAndEnd(sent));
    await storages.folder.remove(sentName(hash));
    await drawLeftBehind(later());
    expect(await row(hash)).toMatchObject({ state: "KEPT", width: 640, height: 480 });
    expect(await readStored(ctx, whole(hash))).toEqual(drawn);
  });

  it("is drawn by two processes at the same moment to the same end", async () => {
    const hashes = await Promise.all([12, 13, 14].map((seed) => photo(seed))).then(
      async (photos) => {
        const left: string[] = [];
        for (const bytes of photos) left.push(await leave(bytes));
        return left;
      },
    );
    const other = { ...later(), db: connect(database.appUrl) };
    await Promise.all([drawLeftBehind(later()), drawLeftBehind(other)]);
    await other.db.$disconnect();
    for (const hash of hashes) {
      expect(await row(hash)).toMatchObject({ state: "KEPT", width: 640 });
      expect(await namesOf(storages.folder, hash)).toEqual(drawnNames(hash));
    }
  });

  it("is not given up for a storage that is away, and is for a picture that ends each process", async () => {
    const hash = await leave(await photo(15));
    const get = () => Promise.reject(new Error("no answer from the storage"));
    const away = { ...later(), storage: { ...storages.folder, get } };
    for (let round = 0; round < 7; round += 1) await drawLeftBehind(away);
    expect(await row(hash)).toMatchObject({ state: "WAITING", attempts: 0 });
    await ctx.db.storedFile.update({ where: { hash }, data: { attempts: 5 } });
    await drawLeftBehind(later());
    expect(await row(hash)).toMatchObject({ state: "UNREADABLE" });
  });
});

describe("a photo that cannot be read", () => {
  it("is told of where it stands, is never shown, and is refused when it is sent again", async () => {
    const bytes = await spoilt(20);
    await expect(sharp(bytes, { failOn: "error" }).toBuffer()).rejects.toThrow();
    const hash = await leave(bytes);
    expect(await readStored(ctx, whole(hash))).toBeNull();
    expect(await row(hash)).toMatchObject({ state: "UNREADABLE", width: null });
    const arrived = (await findArrivedFiles(ctx.db, assignmentId, new Date(NOW)))[hash];
    expect(arrived).toMatchObject({ kind: "IMAGE", url: null, thumbnailUrl: null });
    // It stays what it was, and goes with what names it.
    expect(await ctx.db.evidenceFile.count({ where: { hash } })).toBe(1);
    expect(await namesOf(storages.folder, hash)).toEqual([sentName(hash)]);
    const [actor, assignment] = await another(1);
    await name(actor, assignment, bytes);
    expect(await send(bytes, { actor, assignment })).toMatchObject({
      reason: "invalid",
      issues: [{ path: "file", code: "upload_damaged" }],
    });
    expect(await ctx.db.upload.count({ where: { hash, personId: actor.personId } })).toBe(0);
    // The one that was taken instead is taken; the other goes after its days.
    const better = await photo(21);
    await name(author, assignmentId, better);
    value(await send(better));
    await forgetFiles(later());
    await forgetFiles(later(ctx, 40 * 86_400));
    expect(await ctx.db.storedFile.count({ where: { hash } })).toBe(0);
    expect(await namesOf(storages.folder, hash)).toEqual([]);
  });

  it("leaves with no archive, and keeps no other picture from being drawn", async () => {
    const bad = await leave(await spoilt(22));
    const good = await leave(await photo(23));
    await drawLeftBehind(later());
    expect([(await row(bad)).state, (await row(good)).state]).toEqual(["UNREADABLE", "KEPT"]);
    const names: string[] = [];
    for await (const { name: left } of leavingFiles(ctx, [{ hash: bad, kind: "IMAGE" }])) {
      names.push(left);
    }
    expect(names).toEqual([]);
  });
});

/** Another of the group, with the task of their own. */
async function another(index: number): Promise<[Actor, string]> {
  const actor = world.participants[index] as Actor;
  const found = await ctx.db.assignment.findFirst({
    where: { enrolment: { personId: actor.personId } },
    select: { id: true },
  });
  return [actor, found?.id ?? (await assign(world, actor))];
}

describe("a cohort at the same moment", () => {
  it.each(["a photo each", "all the same photo"])(
    "sends %s whole: each arrives once",
    async (kind) => {
      const same = kind !== "a photo each";
      const senders = await Promise.all(
        world.participants.map(async (_, index) => {
          const [actor, assignment] = await another(index);
          const bytes = await photo(same ? 1_000 : 2_000 + index);
          await name(actor, assignment, bytes);
          return { actor, assignment, bytes, evidenceId: newId() };
        }),
      );
      // As from two processes; and a fourth of them sends twice, for want of an answer.
      const other = { ...ctx, db: connect(database.appUrl) };
      const sent = await Promise.all(
        senders.flatMap((sender, index) => {
          const files = index % 2 ? other : ctx;
          const once = send(sender.bytes, { ...sender, files });
          return index % 4 ? [once] : [once, send(sender.bytes, { ...sender, files: other })];
        }),
      );
      await other.db.$disconnect();
      expect(sent.filter((result) => !result.ok)).toEqual([]);
      const hashes = [...new Set(senders.map(({ bytes }) => hashOf(bytes)))];
      expect(hashes).toHaveLength(same ? 1 : 54);
      const stored = { hash: { in: hashes } };
      expect(await ctx.db.storedFile.count({ where: stored })).toBe(same ? 1 : 54);
      expect(await ctx.db.evidenceFile.count({ where: stored })).toBe(54);
      expect(await ctx.db.upload.count({ where: stored })).toBe(54);
      for (const { assignment, bytes } of senders) {
        const told = {
          type: "evidence.file_arrived",
          subjectId: assignment,
          payload: { path: ["hash"], equals: hashOf(bytes) },
        };
        expect(await ctx.db.auditEvent.count({ where: told })).toBe(1);
      }
      await drawWaiting(ctx);
      for (const hash of hashes) {
        expect(await row(hash)).toMatchObject({ state: "KEPT", width: 640 });
        expect(await namesOf(storages.folder, hash)).toEqual(drawnNames(hash));
      }
    },
  );
});

describe("an upload of which a part had arrived", () => {
  it("is finished by the whole of it, and keeps no part", async () => {
    const bytes = await photo(30);
    await name(author, assignmentId, bytes);
    const evidenceId = newId();
    const announced = { assignmentId, evidenceId, hash: hashOf(bytes) };
    const size = bytes.length;
    const { id } = value(await announceUpload(ctx, author, { ...announced, size }));
    const part = new Uint8Array(bytes.subarray(0, 5_000));
    value(await appendToUpload(ctx, author, { id, offset: 0, bytes: part }));
    expect(value(await send(bytes, { evidenceId }))).toMatchObject({ id, offset: size, size });
    expect(await ctx.db.uploadPart.count({ where: { uploadId: id } })).toBe(0);
    expect(value(await announceUpload(ctx, author, { ...announced, size })).offset).toBe(size);
  });
});

describe("as the application's role, nobody", () => {
  beforeAll(async () => {
    await readStored(ctx, whole(await leave(await photo(40))));
    await readStored(ctx, whole(await leave(await spoilt(41))));
    await leave(await photo(42));
  });

  it.each([
    [
      "says that a drawn picture waits",
      "UPDATE stored_files SET state = 'WAITING', width = NULL, height = NULL WHERE state = 'KEPT'",
    ],
    [
      "says that a picture is drawn whose size nobody knows",
      "UPDATE stored_files SET state = 'KEPT' WHERE state = 'WAITING'",
    ],
    [
      "gives a picture that waits another hash",
      `UPDATE stored_files SET hash = '${"b".repeat(64)}' WHERE state = 'WAITING'`,
    ],
    [
      "shows what could not be read",
      "UPDATE stored_files SET state = 'KEPT', width = 1, height = 1 WHERE state = 'UNREADABLE'",
    ],
  ])("%s", async (_, sql) => {
    await expect(database.app.$executeRawUnsafe(sql)).rejects.toThrow(
      /what their hash says|stored_files_shape/,
    );
  });
});
