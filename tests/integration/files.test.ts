import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cancelAssignment, saveDraft, submitStage } from "@/lib/assignment/mutations";
import { findServedFile } from "@/lib/file/data";
import type { FileType } from "@/lib/file/model";
import {
  announceUpload,
  appendToUpload,
  endUpload,
  type FileContext,
  findUpload,
} from "@/lib/file/mutations";
import type { Actor } from "@/lib/platform/actor";
import { fixedClock } from "@/lib/platform/clock";
import { connect } from "@/lib/platform/db";
import { diskStorage } from "@/lib/platform/storage";
import { findArrivedFiles } from "@/tests/support/arrived";
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

const database = openDatabase();
let world: World;
let folder: string;
let ctx: FileContext;
let author: Actor;
let assignmentId: string;

beforeAll(async () => {
  world = await createWorld(database.app);
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "lokus-files-test-"));
  ctx = { ...world.ctx, storage: diskStorage(folder) };
  author = world.participants[0] as Actor;
  assignmentId = await assign(world, author);
});
afterAll(() => fs.rm(folder, { recursive: true, force: true }));

/** Writes a draft whose evidence names these files. */
async function name(
  actor: Actor,
  assignment: string,
  files: { bytes: Uint8Array; type?: FileType; id?: string }[],
) {
  const document = await validDocument(world, assignment, "EVALUATE");
  const { version } = await stageOf(world, assignment, "EVALUATE");
  const evidence = files.map(({ bytes, type, id }) => ({
    id: id ?? newId(),
    kind: "PHOTO" as const,
    caption: "Loket pelayanan yang dikunjungi",
    url: "",
    file: refOf(bytes, type),
    nobodyShown: true,
  }));
  value(
    await saveDraft(world.ctx, actor, {
      commandId: newId(),
      assignmentId: assignment,
      stage: "EVALUATE",
      basedOn: version,
      document: { ...document, evidence },
    }),
  );
}

const announce = (
  bytes: Uint8Array,
  { actor = author, assignment = assignmentId, evidenceId = newId(), hash = hashOf(bytes) } = {},
) =>
  announceUpload(ctx, actor, {
    assignmentId: assignment,
    evidenceId,
    hash,
    size: bytes.byteLength,
  });

const append = (
  id: string,
  offset: number,
  bytes: Uint8Array,
  actor = author,
  context: FileContext = ctx,
) => appendToUpload(context, actor, { id, offset, bytes: new Uint8Array(bytes) });

/** Announces and sends at once what a draft names. */
async function send(bytes: Buffer, type?: FileType) {
  await name(author, assignmentId, [{ bytes, ...(type ? { type } : {}) }]);
  const { id } = value(await announce(bytes));
  const sent = await append(id, 0, bytes);
  await drawWaiting(ctx);
  return sent;
}

const kept = async () => {
  const names: string[] = [];
  for await (const file of ctx.storage.names()) names.push(file);
  return names;
};

describe("a photo", () => {
  it("comes in parts, is drawn anew without what the camera wrote, and is kept once", async () => {
    const bytes = await photo(1);
    expect((await sharp(bytes).metadata()).exif?.toString("latin1")).toContain("HP Contoh");
    await name(author, assignmentId, [{ bytes }]);
    const { id } = value(await announce(bytes));
    expect(value(await append(id, 0, bytes.subarray(0, 10_000))).offset).toBe(10_000);
    expect(value(await findUpload(ctx, author, id)).offset).toBe(10_000);
    expect(value(await append(id, 10_000, bytes.subarray(10_000))).offset).toBe(bytes.length);
    // Whoever never heard that asks again, and again.
    expect(value(await findUpload(ctx, author, id)).offset).toBe(bytes.length);
    expect(value(await append(id, bytes.length, Buffer.alloc(0))).offset).toBe(bytes.length);

    await drawWaiting(ctx);
    const files = await findArrivedFiles(ctx.db, assignmentId, new Date(NOW));
    const file = files[hashOf(bytes)];
    expect(file).toMatchObject({
      kind: "IMAGE",
      width: 640,
      height: 480,
      arrivedAt: NOW.replace("Z", ".000Z"),
    });
    const served = await findServedFile(ctx.db, author, addressIn(file?.url), new Date(NOW));
    const stored = await ctx.storage.get(served?.name ?? "");
    const { exif, format } = await sharp(stored ?? Buffer.alloc(0)).metadata();
    expect({ exif, format }).toEqual({ exif: undefined, format: "jpeg" });
    expect(stored?.includes("HP Contoh")).toBe(false);
    expect(await kept()).toHaveLength(2);
    expect(await ctx.db.uploadPart.count()).toBe(0);
  });

  it("announced again is the same upload, and finished where it has arrived", async () => {
    const bytes = await photo(2);
    const evidenceId = newId();
    await name(author, assignmentId, [{ bytes, id: evidenceId }]);
    const first = value(await announce(bytes, { evidenceId }));
    value(await append(first.id, 0, bytes.subarray(0, 500)));
    expect(value(await announce(bytes, { evidenceId }))).toEqual({ ...first, offset: 500 });
    value(await append(first.id, 500, bytes.subarray(500)));
    value(await endUpload(ctx, author, first.id));
    expect(value(await announce(bytes, { evidenceId })).offset).toBe(bytes.length);
  });

  it("turned by the camera stands upright", async () => {
    const bytes = await sharp(await photo(3))
      .withMetadata({ orientation: 6 })
      .toBuffer();
    value(await send(bytes));
    const file = await ctx.db.storedFile.findUniqueOrThrow({ where: { hash: hashOf(bytes) } });
    expect([file.width, file.height]).toEqual([480, 640]);
  });

  it("of other kinds is kept as a JPEG, and a large one smaller", async () => {
    const wide = await sharp(await photo(4, { width: 3000, height: 900 }))
      .webp()
      .toBuffer();
    value(await send(wide, "image/webp"));
    const png = await sharp(await photo(5))
      .png()
      .toBuffer();
    value(await send(png, "image/png"));
    const of = (bytes: Buffer) =>
      ctx.db.storedFile.findUniqueOrThrow({ where: { hash: hashOf(bytes) } });
    expect(await of(wide)).toMatchObject({ kind: "IMAGE", width: 2048 });
    expect(await of(png)).toMatchObject({ kind: "IMAGE", width: 640 });
  });

  it("that a whole group hands in at the same moment is kept once", async () => {
    const crowd = await createWorld(database.app, { participants: 54 });
    const bytes = await photo(6);
    const tasks = await Promise.all(
      crowd.participants.map(async (actor) => {
        const assignment = await assign(crowd, actor);
        const document = await validDocument(crowd, assignment, "EVALUATE");
        const item = { id: newId(), kind: "PHOTO", caption: "Loket pelayanan", url: "" };
        value(
          await saveDraft(crowd.ctx, actor, {
            commandId: newId(),
            assignmentId: assignment,
            stage: "EVALUATE",
            basedOn: 0,
            document: { ...document, evidence: [{ ...item, file: refOf(bytes) }] },
          }),
        );
        return { actor, assignment };
      }),
    );
    const before = (await kept()).length;
    // As from several processes: connections of their own, half each.
    const other = { ...ctx, db: connect(database.appUrl) };
    const results = await Promise.all(
      tasks.map(async ({ actor, assignment }, index) => {
        const { id } = value(await announce(bytes, { actor, assignment }));
        return append(id, 0, bytes, actor, index % 2 ? other : ctx);
      }),
    );
    await other.db.$disconnect();
    expect(results.filter(({ ok }) => !ok)).toEqual([]);
    const hash = hashOf(bytes);
    await drawWaiting(ctx);
    expect(await ctx.db.storedFile.count({ where: { hash } })).toBe(1);
    expect(await ctx.db.evidenceFile.count({ where: { hash } })).toBe(54);
    expect((await kept()).length).toBe(before + 2);
  });

  it("sent twice at the same moment arrives once, and both hear where it stands", async () => {
    const bytes = await photo(7);
    await name(author, assignmentId, [{ bytes }]);
    const { id } = value(await announce(bytes));
    const results = await Promise.all([append(id, 0, bytes), append(id, 0, bytes)]);
    expect(results.map((result) => (result.ok ? "ok" : result.reason)).sort()).toEqual([
      "conflict",
      "ok",
    ]);
    const events = {
      type: "evidence.file_arrived",
      payload: { path: ["hash"], equals: hashOf(bytes) },
    };
    expect(await ctx.db.auditEvent.count({ where: events })).toBe(1);
  });
});

describe("a document", () => {
  it("is kept as it is", async () => {
    const bytes = pdf();
    value(await send(bytes, "application/pdf"));
    const files = await findArrivedFiles(ctx.db, assignmentId, new Date(NOW));
    const file = files[hashOf(bytes)];
    expect(file).toMatchObject({ kind: "DOCUMENT", size: bytes.length, thumbnailUrl: null });
    const served = await findServedFile(ctx.db, author, addressIn(file?.url), new Date(NOW));
    expect(await ctx.storage.get(served?.name ?? "")).toEqual(bytes);
  });

  it("that opens at a page is no script", async () => {
    expect(
      (await send(pdf({ catalogue: "/OpenAction [3 0 R /FitH 200]" }), "application/pdf")).ok,
    ).toBe(true);
  });

  const packed = (text: string, filter = "/Filter /FlateDecode") => {
    const inner = deflateSync(Buffer.from(text, "latin1")).toString("latin1");
    return `4 0 obj\n<< /Type /ObjStm /N 1 /First 4 ${filter} /Length ${inner.length} >>\nstream\n${inner}\nendstream\nendobj`;
  };
  it.each([
    [
      "a script",
      pdf({ catalogue: "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>" }),
      "upload_active",
    ],
    [
      "a script under another spelling",
      pdf({ catalogue: "/Names << /J#61vaScript 5 0 R >>" }),
      "upload_active",
    ],
    [
      "a script in a packed object",
      pdf({ objects: packed("5 0 << /S /JavaScript /JS (1) >>") }),
      "upload_active",
    ],
    [
      "objects packed as nobody does",
      pdf({ objects: packed("5 0 << >>", "/Filter /LZWDecode") }),
      "upload_damaged",
    ],
    [
      "objects that unfold without end",
      pdf({ objects: packed(" ".repeat(20_000_000)) }),
      "upload_damaged",
    ],
    [
      "a program to start",
      pdf({ catalogue: "/OpenAction << /S /Launch /F (cmd.exe) >>" }),
      "upload_active",
    ],
    ["a file inside", pdf({ catalogue: "/Names << /EmbeddedFiles 5 0 R >>" }), "upload_active"],
    ["a password", pdf({ objects: "trailer << /Encrypt 9 0 R >>" }), "upload_locked"],
    ["no end", pdf().subarray(0, 200), "upload_damaged"],
    [
      "something behind its end",
      Buffer.concat([pdf(), Buffer.from("MZ and a program")]),
      "upload_mixed",
    ],
    [
      "a ZIP behind it",
      Buffer.concat([pdf(), Buffer.from("504b0506000000000000", "hex")]),
      "upload_mixed",
    ],
  ])("with %s is refused", async (_, bytes, code) => {
    expect(await send(bytes, "application/pdf")).toEqual(wrong(code));
  });
});

describe("what is no photo", () => {
  it("is not told by letters that stand in photos by chance", async () => {
    const chance = Buffer.from(
      "<sVg\u0000\u0001<Html\u00c4PK\u0005\u0006\u00d9\u0001\u0002\u0003",
      "latin1",
    );
    const bytes = await photo(21);
    const comment = Buffer.from(
      `\u00ff\u00fe\u0000${String.fromCharCode(chance.length + 2)}`,
      "latin1",
    );
    const taken = await send(
      Buffer.concat([bytes.subarray(0, 2), comment, chance, bytes.subarray(2)]),
    );
    expect(taken.ok).toBe(true);
  });

  it.each<[string, () => Promise<Buffer> | Buffer, string]>([
    [
      "a renamed program",
      () => Buffer.from("4d5a90000300000004000000ffff0000", "hex"),
      "upload_type",
    ],
    ["an ELF program", () => Buffer.from("7f454c4602010100", "hex"), "upload_type"],
    [
      "an SVG",
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      "upload_type",
    ],
    ["a GIF", () => Buffer.from("GIF89a\u0001\u0000\u0001\u0000", "latin1"), "upload_type"],
    ["a page", () => Buffer.from("<!doctype html><script>1</script>"), "upload_type"],
    ["a truncated JPEG", async () => (await photo(8)).subarray(0, 20_000), "upload_damaged"],
    [
      "a JPEG's first bytes before a program",
      () => Buffer.from(`\u00ff\u00d8\u00ff${"MZ".repeat(500)}`, "latin1"),
      "upload_damaged",
    ],
    [
      "a truncated PNG",
      async () =>
        (
          await sharp(await photo(9))
            .png()
            .toBuffer()
        ).subarray(0, 9_000),
      "upload_damaged",
    ],
    [
      "a photo and a ZIP",
      async () =>
        Buffer.concat([await photo(10), Buffer.from("504b0506", "hex"), Buffer.alloc(18)]),
      "upload_mixed",
    ],
    [
      "a photo and a page",
      async () => Buffer.concat([await photo(11), Buffer.from("<SCRIPT>alert(1)</SCRIPT>")]),
      "upload_mixed",
    ],
    [
      "a photo and a PDF",
      async () =>
        Buffer.concat([
          (await photo(12)).subarray(0, 2),
          Buffer.from("ffe1000b", "hex"),
          Buffer.from("%PDF-1.7\n"),
          (await photo(12)).subarray(2),
        ]),
      "upload_mixed",
    ],
    [
      "a picture that unfolds to gigabytes",
      () =>
        sharp({
          create: { width: 12_000, height: 12_000, channels: 3, background: "#888" },
          limitInputPixels: false,
        })
          .png({ compressionLevel: 9 })
          .toBuffer(),
      "upload_pixels",
    ],
  ])("%s is refused with its reason, and nothing is left of it", async (_, make, code) => {
    const bytes = await make();
    const before = await kept();
    expect(await send(bytes)).toEqual(wrong(code));
    expect(await kept()).toEqual(before);
    expect(await ctx.db.upload.count({ where: { hash: hashOf(bytes) } })).toBe(0);
    // The rest goes on.
    expect((await send(await photo(100 + bytes.length))).ok).toBe(true);
  });

  it("a 40 MB photo is refused before a byte of it is read", async () => {
    const asked = {
      assignmentId,
      evidenceId: newId(),
      hash: "a".repeat(64),
      size: 40 * 1024 * 1024,
    };
    expect(await announceUpload(ctx, author, asked)).toMatchObject({
      reason: "invalid",
      issues: [{ path: "file", code: "upload_too_large", params: { max: 5 } }],
    });
  });
});

describe("an upload", () => {
  it("with other content than announced is refused, also when it was resumed", async () => {
    const [bytes, other] = await Promise.all([photo(20), photo(21)]);
    await name(author, assignmentId, [{ bytes }]);
    const { id } = value(await announce(bytes));
    value(await append(id, 0, bytes.subarray(0, 3_000)));
    const rest = Buffer.concat([other, other]).subarray(3_000, bytes.length);
    expect(await append(id, 3_000, rest)).toEqual(wrong("upload_changed"));
    expect(await findUpload(ctx, author, id)).toMatchObject({ reason: "not_found" });
    // The right one may come from the start.
    const again = value(await announce(bytes));
    expect((await append(again.id, 0, bytes)).ok).toBe(true);
  });

  it("takes no more bytes than were announced, and none elsewhere than it stands", async () => {
    const bytes = await photo(22);
    await name(author, assignmentId, [{ bytes }]);
    const { id } = value(await announce(bytes));
    expect(await append(id, 0, Buffer.concat([bytes, bytes]))).toEqual(wrong("upload_changed"));
    expect(await append(id, 5, bytes)).toMatchObject({
      reason: "conflict",
      details: { offset: 0 },
    });
    expect(
      (
        await announceUpload(ctx, author, {
          assignmentId,
          evidenceId: newId(),
          hash: hashOf(bytes),
          size: 7,
        })
      ).ok,
    ).toBe(true);
  });

  it("for somebody else's task does not exist, for anybody", async () => {
    const bytes = await photo(23);
    await name(author, assignmentId, [{ bytes }]);
    const { id } = value(await announce(bytes));
    const others = [world.participants[1], world.facilitators[0], world.organizer, world.stranger];
    for (const actor of others as Actor[]) {
      expect(await announce(bytes, { actor })).toMatchObject({ reason: "not_found" });
      expect(await append(id, 0, bytes, actor)).toMatchObject({ reason: "not_found" });
      expect(await findUpload(ctx, actor, id)).toMatchObject({ reason: "not_found" });
      expect(await endUpload(ctx, actor, id)).toMatchObject({ reason: "not_found" });
    }
  });

  it("waits for the words that name it", async () => {
    const bytes = await photo(24);
    expect(await announce(bytes)).toMatchObject({ reason: "text_missing" });
  });

  it("may arrive after the words were handed in, and belongs to them from then on", async () => {
    const actor = world.participants[2] as Actor;
    const assignment = await assign(world, actor);
    const bytes = await photo(25);
    await name(actor, assignment, [{ bytes }]);
    const row = await stageOf(world, assignment, "EVALUATE");
    value(
      await submitStage(world.ctx, actor, {
        commandId: newId(),
        assignmentId: assignment,
        stage: "EVALUATE",
        basedOn: row.version,
        document: row.draft,
      }),
    );
    const { id } = value(await announce(bytes, { actor, assignment }));
    expect((await append(id, 0, bytes, actor)).ok).toBe(true);
    await expect(
      database.app.evidenceFile.deleteMany({ where: { assignmentId: assignment } }),
    ).rejects.toThrow(/belongs to a revision/);
  });

  it("ends with the work: a closed cohort and a cancelled task take nothing more", async () => {
    const own = await createWorld(database.app);
    const [first, second] = own.participants as [Actor, Actor];
    const [cancelled, closed] = [await assign(own, first), await assign(own, second)];
    const bytes = await photo(26);
    for (const [actor, assignment] of [
      [first, cancelled],
      [second, closed],
    ] as const) {
      const document = await validDocument(own, assignment, "EVALUATE");
      const item = { id: newId(), kind: "PHOTO", caption: "Loket", url: "", file: refOf(bytes) };
      value(
        await saveDraft(own.ctx, actor, {
          commandId: newId(),
          assignmentId: assignment,
          stage: "EVALUATE",
          basedOn: 0,
          document: { ...document, evidence: [item] },
        }),
      );
    }
    const begun = value(await announce(bytes, { actor: second, assignment: closed }));
    value(
      await cancelAssignment(own.ctx, own.organizer, {
        commandId: newId(),
        assignmentId: cancelled,
        reason: "Tugas ini tidak jadi dilakukan.",
      }),
    );
    await database.app.cohort.update({ where: { id: own.cohortId }, data: { state: "CLOSED" } });
    expect(await announce(bytes, { actor: first, assignment: cancelled })).toMatchObject({
      reason: "cohort_closed",
    });
    expect(await append(begun.id, 0, bytes, second)).toMatchObject({ reason: "cohort_closed" });
    await database.app.cohort.update({ where: { id: own.cohortId }, data: { state: "RUNNING" } });
    expect(await announce(bytes, { actor: first, assignment: cancelled })).toMatchObject({
      reason: "cancelled",
    });
    // Nothing was lost: it goes on where it was.
    expect((await append(begun.id, 0, bytes, second)).ok).toBe(true);
  });

  it("that nobody goes on with is forgotten after a week", async () => {
    const bytes = await photo(27);
    await name(author, assignmentId, [{ bytes }]);
    const { id } = value(await announce(bytes));
    value(await append(id, 0, bytes.subarray(0, 100)));
    const later = { ...ctx, clock: fixedClock(new Date(Date.parse(NOW) + 8 * 86_400_000)) };
    const next = await photo(28);
    await name(author, assignmentId, [{ bytes: next }]);
    value(
      await announceUpload(later, author, {
        assignmentId,
        evidenceId: newId(),
        hash: hashOf(next),
        size: next.length,
      }),
    );
    expect(await findUpload(ctx, author, id)).toMatchObject({ reason: "not_found" });
  });
});

describe("the address of a file", () => {
  it("opens for whoever may read the work, for a while, and for nobody else", async () => {
    const bytes = await photo(30);
    value(await send(bytes));
    const now = new Date(NOW);
    const url = (await findArrivedFiles(ctx.db, assignmentId, now))[hashOf(bytes)]?.url;
    const open = (actor: Actor, address = addressIn(url), at = now) =>
      findServedFile(ctx.db, actor, address, at);
    const facilitator = world.facilitators[0] as Actor;
    for (const reader of [author, facilitator, world.organizer, world.viewer]) {
      expect(await open(reader)).toMatchObject({ kind: "IMAGE" });
    }
    const strangers = [
      world.participants[1],
      world.facilitators[1],
      world.stranger,
      world.administrator,
    ];
    for (const reader of strangers as Actor[]) expect(await open(reader)).toBeNull();
    expect(await open(author, addressIn(url), new Date(now.getTime() + 13 * 3_600_000))).toBeNull();
    const [body = "", signature = ""] = addressIn(url).split(".");
    const told = JSON.parse(Buffer.from(body, "base64url").toString()) as Record<string, unknown>;
    const forged = Buffer.from(JSON.stringify({ ...told, v: "small" })).toString("base64url");
    for (const address of [
      `${forged}.${signature}`,
      body,
      "",
      `${body}.`,
      `${body}.${signature}x`,
      "a.b.c",
    ]) {
      expect(await open(author, address)).toBeNull();
    }
  });

  it("stays the same for some hours, so that a browser fetches a picture once", async () => {
    const urls = [0, 10, 60].map(async (minutes) => {
      const at = new Date(Date.parse("2018-08-08T00:05:00Z") + minutes * 60_000);
      return JSON.stringify(await findArrivedFiles(ctx.db, assignmentId, at));
    });
    expect(new Set(await Promise.all(urls)).size).toBe(1);
  });
});

describe("twenty-one pieces of evidence", () => {
  it("are one too many, in a draft too; the twenty stay as they were", async () => {
    const document = await validDocument(world, assignmentId, "EVALUATE");
    const { version, draft } = await stageOf(world, assignmentId, "EVALUATE");
    const item = { kind: "QUOTE", caption: "Kata narasumber", url: "" };
    const evidence = Array.from({ length: 21 }, () => ({ ...item, id: newId() }));
    expect(
      await saveDraft(world.ctx, author, {
        commandId: newId(),
        assignmentId,
        stage: "EVALUATE",
        basedOn: version,
        document: { ...document, evidence },
      }),
    ).toMatchObject({ reason: "invalid", issues: [{ path: "evidence", code: "too_many" }] });
    expect((await stageOf(world, assignmentId, "EVALUATE")).draft).toEqual(draft);
  });
});

describe("as the application's role, nobody", () => {
  const attempt = (sql: string) => database.app.$executeRawUnsafe(sql);
  it.each([
    [
      "changes what a hash stands for",
      "UPDATE stored_files SET size = size + 1",
      /what their hash says/,
    ],
    [
      "moves a file to other work",
      "UPDATE evidence_files SET assignment_id = gen_random_uuid()",
      /what their hash says/,
    ],
    ["changes a part that arrived", "UPDATE upload_parts SET start = 1", /permission denied/],
    ["forgets a file that work names", "DELETE FROM stored_files", /23503|foreign key/],
    [
      "keeps a name that leads elsewhere",
      "INSERT INTO stored_files (hash, kind, size, stored_at) VALUES ('../../etc/passwd', 'DOCUMENT', 1, now())",
      /stored_files_hash/,
    ],
    [
      "announces more than is taken",
      `INSERT INTO uploads (id, person_id, target, hash, size, created_at, expires_at) VALUES (gen_random_uuid(), gen_random_uuid(), '{}', '${"a".repeat(64)}', 6000000, now(), now())`,
      /uploads_size/,
    ],
  ])("%s", async (_, sql, refusal) => {
    await expect(attempt(sql)).rejects.toThrow(refusal);
  });

  it("hangs a file on work of somebody else", async () => {
    const bytes = await photo(31);
    value(await send(bytes));
    const other = (world.participants[1] as Actor).personId;
    await expect(
      attempt(
        `INSERT INTO evidence_files SELECT assignment_id, (SELECT hash FROM stored_files ORDER BY stored_at, hash LIMIT 1), '${other}', now() FROM evidence_files LIMIT 1`,
      ),
    ).rejects.toThrow(/author of the work/);
  });
});

/** The last part of a path. */
function addressIn(url: string | null | undefined): string {
  return url?.replace("/api/files/", "") ?? "";
}

function wrong(code: string) {
  return { ok: false, reason: "invalid", issues: [{ path: "file", code }] };
}
