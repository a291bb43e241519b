import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saveDraft, submitStage } from "@/lib/assignment/mutations";
import { addAttachment, removeAttachment } from "@/lib/attachment/mutations";
import { addAttachmentSchema } from "@/lib/attachment/schema";
import { hashOfName } from "@/lib/file/label";
import { HELD_FILES, UNNAMED_DAYS } from "@/lib/file/model";
import {
  announceUpload,
  appendToUpload,
  type FileContext,
  forgetFiles,
} from "@/lib/file/mutations";
import type { UploadTarget } from "@/lib/file/schema";
import type { Actor } from "@/lib/platform/actor";
import { fixedClock } from "@/lib/platform/clock";
import { JobWorker } from "@/lib/platform/jobs";
import { diskStorage } from "@/lib/platform/storage";
import { openDatabase } from "@/tests/support/database";
import { drawWaiting } from "@/tests/support/drawn";
import { hashOf, pdf, photo, refOf } from "@/tests/support/files";
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

/** What becomes of files that nothing names any more. */

const database = openDatabase();
let world: World;
let folder: string;
let ctx: FileContext;

beforeAll(async () => {
  world = await createWorld(database.app, { participants: 6 });
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "lokus-forgotten-"));
  ctx = { ...world.ctx, storage: diskStorage(folder) };
});
afterAll(() => fs.rm(folder, { recursive: true, force: true }));

const onDay = (day: number): FileContext => ({
  ...ctx,
  clock: fixedClock(new Date(Date.parse(NOW) + day * 86_400_000)),
});

/** A draft whose evidence names these bytes and no others. */
async function name(actor: Actor, assignmentId: string, files: Uint8Array[]) {
  const document = await validDocument(world, assignmentId, "EVALUATE");
  const { version } = await stageOf(world, assignmentId, "EVALUATE");
  const evidence = files.map((bytes) => ({
    id: newId(),
    kind: "PHOTO" as const,
    caption: "Loket pelayanan yang dikunjungi",
    url: "",
    file: refOf(bytes),
    nobodyShown: true,
  }));
  const input = { commandId: newId(), assignmentId, stage: "EVALUATE" as const, basedOn: version };
  value(await saveDraft(world.ctx, actor, { ...input, document: { ...document, evidence } }));
}

async function send(actor: Actor, target: UploadTarget, bytes: Buffer, files = ctx) {
  const size = bytes.byteLength;
  const begun = await announceUpload(files, actor, { ...target, hash: hashOf(bytes), size });
  if (!begun.ok) return begun;
  const { id, offset } = begun.value;
  const rest = new Uint8Array(bytes).slice(offset);
  const sent = await appendToUpload(files, actor, { id, offset, bytes: rest });
  await drawWaiting(files);
  return sent;
}
const sendEvidence = (actor: Actor, assignmentId: string, bytes: Buffer, files = ctx) =>
  send(actor, { assignmentId, evidenceId: newId() }, bytes, files);

async function work(index: number): Promise<[Actor, string]> {
  const actor = world.participants[index] as Actor;
  return [actor, await assign(world, actor, index % world.innovationIds.length)];
}

async function state(bytes: Uint8Array) {
  const hash = hashOf(bytes);
  const names: string[] = [];
  for await (const file of ctx.storage.names()) if (hashOfName(file) === hash) names.push(file);
  return {
    rows: await database.app.storedFile.count({ where: { hash } }),
    evidence: await database.app.evidenceFile.count({ where: { hash } }),
    names: names.length,
  };
}
const THERE = { rows: 1, evidence: 1, names: 2 };
const GONE = { rows: 0, evidence: 0, names: 0 };

describe("a file that nothing names any more", () => {
  it("goes after its days, with its bytes, and is told of", async () => {
    const [actor, assignmentId] = await work(0);
    const [bytes, other] = [await photo(1), await photo(2)];
    await name(actor, assignmentId, [bytes]);
    value(await sendEvidence(actor, assignmentId, bytes));
    await name(actor, assignmentId, [other]);
    value(await sendEvidence(actor, assignmentId, other));
    await forgetFiles(onDay(0));
    await forgetFiles(onDay(UNNAMED_DAYS - 1));
    expect(await state(bytes)).toEqual(THERE);
    expect(await forgetFiles(onDay(UNNAMED_DAYS))).toEqual({ evidence: 1, files: 1, names: 2 });
    expect(await state(bytes)).toEqual(GONE);
    expect(await state(other)).toEqual(THERE);
    expect(await forgetFiles(onDay(UNNAMED_DAYS))).toEqual({ evidence: 0, files: 0, names: 0 });
    const told = { type: "evidence.file_forgotten", subjectId: assignmentId };
    expect(await database.app.auditEvent.count({ where: told })).toBe(1);
    // Named once more, it comes once more.
    await name(actor, assignmentId, [bytes, other]);
    value(await sendEvidence(actor, assignmentId, bytes, onDay(UNNAMED_DAYS)));
    expect(await state(bytes)).toEqual(THERE);
  });

  it("stays where it is named again in time, and counts from anew", async () => {
    const [actor, assignmentId] = await work(1);
    const bytes = await photo(3);
    await name(actor, assignmentId, [bytes]);
    value(await sendEvidence(actor, assignmentId, bytes));
    await name(actor, assignmentId, []);
    await forgetFiles(onDay(0));
    await name(actor, assignmentId, [bytes]);
    // Between two looks, too: what is deleted is looked at once more.
    await forgetFiles(onDay(UNNAMED_DAYS + 5));
    expect(await state(bytes)).toEqual(THERE);
    await name(actor, assignmentId, []);
    await forgetFiles(onDay(UNNAMED_DAYS + 6));
    await forgetFiles(onDay(2 * UNNAMED_DAYS + 5));
    expect(await state(bytes)).toEqual(THERE);
    await forgetFiles(onDay(2 * UNNAMED_DAYS + 6));
    expect(await state(bytes)).toEqual(GONE);
  });

  it("stays while a revision names it, whatever the draft says", async () => {
    const [actor, assignmentId] = await work(2);
    const bytes = await photo(4);
    await name(actor, assignmentId, [bytes]);
    value(await sendEvidence(actor, assignmentId, bytes));
    const row = await stageOf(world, assignmentId, "EVALUATE");
    value(
      await submitStage(world.ctx, actor, {
        commandId: newId(),
        assignmentId,
        stage: "EVALUATE",
        basedOn: row.version,
        document: row.draft,
      }),
    );
    await forgetFiles(onDay(0));
    await forgetFiles(onDay(500));
    expect(await state(bytes)).toEqual(THERE);
  });

  it("of the catalogue goes likewise, unless something else names the same bytes", async () => {
    const bytes = pdf({ catalogue: "/Nomor 1" });
    const add = async (innovationId: string) => {
      const input = addAttachmentSchema.parse({
        commandId: newId(),
        centerId: world.centerId,
        innovationId,
        title: "Laporan tahunan",
        source: "Situs kabupaten",
        datedOn: "2017-12-31",
        file: refOf(bytes, "application/pdf"),
      });
      const { id } = value(await addAttachment(ctx, world.organizer, input));
      value(await send(world.organizer, { attachmentId: id }, bytes));
      return id;
    };
    const remove = (id: string) =>
      removeAttachment(ctx, world.organizer, { commandId: newId(), centerId: world.centerId, id });
    const [first, second] = [
      await add(world.innovationIds[0] as string),
      await add(world.innovationIds[1] as string),
    ];
    value(await remove(first));
    await forgetFiles(onDay(0));
    await forgetFiles(onDay(500));
    expect(await state(bytes)).toMatchObject({ rows: 1, names: 1 });
    value(await remove(second));
    await forgetFiles(onDay(501));
    await forgetFiles(onDay(501 + UNNAMED_DAYS - 1));
    expect(await state(bytes)).toMatchObject({ rows: 1, names: 1 });
    await forgetFiles(onDay(501 + UNNAMED_DAYS));
    expect(await state(bytes)).toEqual(GONE);
  });

  it("that arrives again while it is forgotten is there or gone, and never half", async () => {
    const [actor, assignmentId] = await work(3);
    for (let round = 0; round < 6; round += 1) {
      const bytes = await photo(100 + round);
      const first = 1_000 + round * 100;
      await name(actor, assignmentId, [bytes]);
      value(await sendEvidence(actor, assignmentId, bytes, onDay(first)));
      await name(actor, assignmentId, []);
      await forgetFiles(onDay(first));
      const later = onDay(first + UNNAMED_DAYS);
      // Somebody else of the group hands in the same photo at the moment in which it is forgotten.
      const [other, theirs] = [world.participants[0] as Actor, await assignedOf(0)];
      await name(other, theirs, [bytes]);
      const [, sent] = await Promise.all([
        forgetFiles(later),
        sendEvidence(other, theirs, bytes, later),
      ]);
      value(sent);
      await drawWaiting(ctx);
      expect(await state(bytes)).toMatchObject({ rows: 1, names: 2 });
      await forgetFiles(later);
      expect(await state(bytes)).toEqual(THERE);
    }
  });
});

/** The assignment that the first test made. */
async function assignedOf(index: number): Promise<string> {
  const actor = world.participants[index] as Actor;
  const { id } = await database.app.assignment.findFirstOrThrow({
    where: { enrolment: { personId: actor.personId } },
    select: { id: true },
  });
  return id;
}

describe("the storage", () => {
  it("is rid of bytes without a row, and keeps what is no file of ours", async () => {
    const orphan = "ab".repeat(32);
    await ctx.storage.put(`ab/${orphan}.jpg`, Buffer.from("tertinggal"));
    await ctx.storage.put("keterangan", Buffer.from("bukan berkas"));
    expect((await forgetFiles(onDay(0))).names).toBe(1);
    expect(await ctx.storage.get(`ab/${orphan}.jpg`)).toBeNull();
    expect(await ctx.storage.get("keterangan")).not.toBeNull();
  });
});

describe("a piece of work", () => {
  it("holds so many files at most, and says so", async () => {
    const [actor, assignmentId] = await work(4);
    const held = Array.from({ length: HELD_FILES }, (_, n) => n.toString(16).padStart(64, "e"));
    const at = new Date(NOW);
    await database.app.storedFile.createMany({
      data: held.map((hash) => ({ hash, kind: "DOCUMENT" as const, size: 1, storedAt: at })),
    });
    await database.app.evidenceFile.createMany({
      data: held.map((hash) => ({
        hash,
        assignmentId,
        uploadedById: actor.personId,
        arrivedAt: at,
      })),
    });
    const bytes = await photo(9);
    await name(actor, assignmentId, [bytes]);
    expect(await sendEvidence(actor, assignmentId, bytes)).toMatchObject({
      reason: "invalid",
      issues: [{ path: "file", code: "upload_too_many", params: { max: HELD_FILES } }],
    });
    // After their days, those that nothing names make room.
    await forgetFiles(onDay(0));
    await forgetFiles(onDay(UNNAMED_DAYS));
    value(await sendEvidence(actor, assignmentId, bytes));
  });
});

describe("the daily job", () => {
  it("is done once, however many processes ask for it", async () => {
    let runs = 0;
    const workers = [1, 2, 3].map(
      () =>
        new JobWorker(
          database.appUrl,
          {
            mail: async () => {},
            reminders: async () => {},
            approvals: async () => {},
            pictures: async () => {},
            files: async () => {
              runs += 1;
            },
          },
          0.5,
        ),
    );
    for (const worker of workers) worker.start();
    try {
      await expect.poll(() => runs, { timeout: 25_000, interval: 100 }).toBe(1);
      const asked = await database.owner.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM pgboss.job WHERE name = 'files'`;
      expect(asked).toEqual([{ count: 1 }]);
    } finally {
      await Promise.all(workers.map((worker) => worker.stop()));
    }
  });
});
