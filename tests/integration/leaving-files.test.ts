import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { archiveFiles } from "@/lib/api/cohort-archive";
import { ownDataFiles } from "@/lib/api/own-data-file";
import { exportCohort } from "@/lib/archive/mutations";
import { saveDraft, submitStage } from "@/lib/assignment/mutations";
import { storedName } from "@/lib/file/label";
import { announceUpload, appendToUpload, type FileContext } from "@/lib/file/mutations";
import { indonesian } from "@/lib/i18n/messages";
import { exportOwnData } from "@/lib/own-data/mutations";
import type { Actor } from "@/lib/platform/actor";
import { diskStorage } from "@/lib/platform/storage";
import { READ_LIMITS } from "@/lib/spreadsheet/sheet";
import { openArchive } from "@/lib/spreadsheet/unzip";
import { type ArchivedFile, streamArchive } from "@/lib/spreadsheet/zip";
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

/** Photos in what leaves: a cohort's archive, and one's own data. */

vi.mock("next-intl/server", async () => {
  const { createTranslator } = await import("next-intl");
  return {
    getTranslations: async (namespace: string) =>
      createTranslator({ locale: "id", messages: indonesian, namespace: namespace as never }),
  };
});

const database = openDatabase();
let world: World;
let folder: string;
let ctx: FileContext;
let author: Actor;
let assignmentId: string;
let handedIn: Buffer;
let drafted: Buffer;

beforeAll(async () => {
  world = await createWorld(database.app);
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "lokus-leaving-"));
  ctx = { ...world.ctx, storage: diskStorage(folder) };
  author = world.participants[0] as Actor;
  assignmentId = await assign(world, author);
  handedIn = await bring(author, assignmentId, await photo(1));
  const row = await stageOf(world, assignmentId, "EVALUATE");
  const input = { commandId: newId(), assignmentId, stage: "EVALUATE" as const };
  value(
    await submitStage(world.ctx, author, { ...input, basedOn: row.version, document: row.draft }),
  );
  const other = world.participants[1] as Actor;
  drafted = await bring(other, await assign(world, other, 1), await photo(2));
});
afterAll(() => fs.rm(folder, { recursive: true, force: true }));

/** Names a photo in a draft and sends it. */
async function bring(actor: Actor, assignment: string, bytes: Buffer): Promise<Buffer> {
  const document = await validDocument(world, assignment, "EVALUATE");
  const { version } = await stageOf(world, assignment, "EVALUATE");
  const evidence = [
    {
      id: newId(),
      kind: "PHOTO" as const,
      caption: "Loket pelayanan yang dikunjungi",
      url: "",
      file: refOf(bytes),
      nobodyShown: true,
    },
  ];
  value(
    await saveDraft(world.ctx, actor, {
      commandId: newId(),
      assignmentId: assignment,
      stage: "EVALUATE",
      basedOn: version,
      document: { ...document, evidence },
    }),
  );
  const target = { assignmentId: assignment, evidenceId: newId(), hash: hashOf(bytes) };
  const { id } = value(await announceUpload(ctx, actor, { ...target, size: bytes.byteLength }));
  value(await appendToUpload(ctx, actor, { id, offset: 0, bytes: new Uint8Array(bytes) }));
  await drawWaiting(ctx);
  return bytes;
}

async function unpacked(files: AsyncIterable<ArchivedFile>) {
  const chunks: Buffer[] = [];
  for await (const chunk of streamArchive(files)) chunks.push(chunk);
  const archive = openArchive(Buffer.concat(chunks), READ_LIMITS);
  const read = async (name: string) => {
    const pieces: Buffer[] = [];
    for await (const piece of archive.read(name)) pieces.push(piece);
    return Buffer.concat(pieces);
  };
  return { names: archive.names, read };
}
const nameOf = (bytes: Buffer) => `files/${hashOf(bytes)}.jpg`;
const stored = (bytes: Buffer) => ctx.storage.get(storedName(hashOf(bytes), "IMAGE"));

describe("a cohort's archive", () => {
  it("holds the photos that submissions name, under their hashes, and no draft's", async () => {
    const head = value(await exportCohort(ctx, world.organizer, world.cohortId, false));
    const { names, read } = await unpacked(archiveFiles(ctx, head, new Date(NOW), "id"));
    expect([...names].filter((name) => name.startsWith("files/"))).toEqual([nameOf(handedIn)]);
    expect(await read(nameOf(handedIn))).toEqual(await stored(handedIn));
    const rows = JSON.parse((await read("files.json")).toString());
    expect(rows).toMatchObject([
      {
        assignment_id: assignmentId,
        content_sha256: hashOf(handedIn),
        file: nameOf(handedIn),
        size: (await stored(handedIn))?.length,
      },
    ]);
    const [revision] = JSON.parse((await read("revisions.json")).toString());
    const { content } = JSON.parse((await read(revision.file)).toString());
    expect(content.evidence[0].file.hash).toBe(rows[0].content_sha256);
    expect(JSON.parse((await read("manifest.json")).toString()).files).toBe(1);
  });
});

describe("one's own data", () => {
  it.each([
    ["handed in", 0, () => handedIn],
    ["of a draft", 1, () => drafted],
  ] as const)("holds one's own photos, %s, and nobody else's", async (_, index, own) => {
    const actor = world.participants[index] as Actor;
    const exported = value(await exportOwnData(ctx, actor, "zip"));
    const { names, read } = await unpacked(ownDataFiles(ctx, exported, new Date(NOW)));
    expect([...names]).toEqual(["data.json", nameOf(own())]);
    expect(await read(nameOf(own()))).toEqual(await stored(own()));
    expect((await read("data.json")).toString()).toContain(hashOf(own()));
  });
});
