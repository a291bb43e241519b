import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { archiveFiles } from "@/lib/api/cohort-archive";
import { ARCHIVE_TABLES } from "@/lib/archive/model";
import { exportCohort } from "@/lib/archive/mutations";
import { createAssignments } from "@/lib/assignment/mutations";
import { maskIdNumber } from "@/lib/enrolment/civil-servant";
import { indonesian } from "@/lib/i18n/messages";
import { contentHash } from "@/lib/platform/ids";
import { diskStorage, type FileStorage } from "@/lib/platform/storage";
import { addComment, returnStage } from "@/lib/review/mutations";
import { READ_LIMITS } from "@/lib/spreadsheet/sheet";
import { openArchive } from "@/lib/spreadsheet/unzip";
import { streamArchive } from "@/lib/spreadsheet/zip";
import { FIRST_STAGES } from "@/lib/template/model";
import { deleteTemplate, saveTemplate } from "@/lib/template/mutations";
import { openDatabase } from "@/tests/support/database";
import {
  approve,
  assessWork,
  assign,
  createWorld,
  enrolmentOf,
  newId,
  stageOf,
  submit,
  value,
  type World,
} from "@/tests/support/world";

/** A cohort as an open archive: whole, readable, and for its organisers alone. */

vi.mock("next-intl/server", async () => {
  const { createTranslator } = await import("next-intl");
  return {
    getTranslations: async (namespace: string) =>
      createTranslator({ locale: "id", messages: indonesian, namespace: namespace as never }),
  };
});

const { app: db } = openDatabase();
const NUMBER = "198609262015051001";
let world: World;
let folder: string;
let storage: FileStorage;
let assignmentId: string;

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "lokus-archive-test-"));
  storage = diskStorage(path.join(folder, "storage"));
  world = await createWorld(db);
  const [participant, second] = world.participants;
  const [facilitator] = world.facilitators;
  if (!participant || !second || !facilitator) throw new Error("an empty world");
  await db.enrolment.update({
    where: { id: enrolmentOf(participant) },
    data: { idType: "NIP", idNumber: NUMBER, fullName: "=Peserta; Satu" },
  });
  assignmentId = await assign(world, participant);
  await assign(world, second, 1);
  value(await submit(world, participant, assignmentId, "EVALUATE"));
  const stage = async () => stageOf(world, assignmentId, "EVALUATE");
  const first = await stage();
  value(
    await addComment(world.ctx, facilitator, {
      commandId: newId(),
      assignmentId,
      stage: "EVALUATE",
      revisionId: first.latestRevisionId ?? "",
      fieldPath: null,
      body: "Bagus, tetapi\nkurang bukti",
    }),
  );
  const before = await stage();
  value(
    await returnStage(world.ctx, facilitator, {
      commandId: newId(),
      assignmentId,
      stage: "EVALUATE",
      basedOn: before.version,
      revisionId: before.latestRevisionId ?? "",
      reasons: [{ fieldPath: null, text: "Lengkapi buktinya" }],
    }),
  );
  value(await submit(world, participant, assignmentId, "EVALUATE"));
  value(await assessWork(world, facilitator, assignmentId));
});

afterAll(() => fs.rm(folder, { recursive: true, force: true }));

/** Takes the archive and unpacks it into a folder. */
async function take(withNumbers = false, of = world): Promise<string> {
  const head = value(await exportCohort(of.ctx, of.organizer, of.cohortId, withNumbers));
  const chunks: Buffer[] = [];
  const files = archiveFiles({ ...of.ctx, storage }, head, of.ctx.clock.now(), "id");
  for await (const chunk of streamArchive(files)) chunks.push(chunk);
  // It goes out in pieces, a file at a time.
  expect(chunks.length).toBeGreaterThan(20);
  const target = path.join(folder, newId());
  const archive = openArchive(Buffer.concat(chunks), READ_LIMITS);
  for (const name of archive.names) {
    const file = path.join(target, name);
    await fs.mkdir(path.dirname(file), { recursive: true });
    const pieces: Buffer[] = [];
    for await (const piece of archive.read(name)) pieces.push(piece);
    await fs.writeFile(file, Buffer.concat(pieces));
  }
  return target;
}

const readJson = async (at: string, file: string) =>
  JSON.parse(await fs.readFile(path.join(at, file), "utf8"));

describe("the archive", () => {
  it("tells who was allocated where and why, by which template work was given, and what is kept", async () => {
    const own = await createWorld(db);
    const [participant, other] = own.participants.map(enrolmentOf);
    const [first, second] = own.innovationIds;
    const { cohortId } = own;
    await db.allocationMark.create({
      data: {
        cohortId,
        enrolmentId: participant ?? "",
        kind: "WISH",
        rank: 1,
        innovationId: first,
      },
    });
    const missed = [{ placeId: first, why: "full" }];
    await db.allocation.create({
      data: {
        cohortId,
        kind: "INNOVATION",
        moves: [{ enrolmentId: participant, from: null, to: newId() }],
        reasons: [
          { enrolmentId: participant, placeId: second, reason: { kind: "wish", rank: 2, missed } },
          { enrolmentId: other, placeId: second, reason: { kind: "kept" } },
        ],
        appliedAt: own.ctx.clock.now(),
        appliedByName: "Penyelenggara",
      },
    });
    const author = { authorId: own.organizer.personId, createdAt: own.ctx.clock.now() };
    await db.cannedComment.createMany({
      data: [
        { ...author, cohortId, body: "Sebutkan sumbernya." },
        { ...author, cohortId: null, body: "Untuk saya sendiri." },
      ],
    });
    const { templateId } = value(
      await saveTemplate(own.ctx, own.organizer, {
        commandId: newId(),
        centerId: own.centerId,
        templateId: null,
        basedOn: null,
        name: "Kunjungan lima hari",
        instructions: "",
        stages: FIRST_STAGES,
      }),
    );
    value(
      await createAssignments(own.ctx, own.organizer, {
        commandId: newId(),
        cohortId,
        enrolmentIds: [participant ?? "", other ?? ""],
        innovationIds: [first ?? ""],
        dueAt: {
          EVALUATE: "2018-08-09T10:00:00Z",
          OBSTACLES: "2018-08-10T10:00:00Z",
          SOLUTION: "2018-08-11T10:00:00Z",
          PLAN: "2018-08-12T10:00:00Z",
        },
        instructions: "Temui kepala dinas.",
        templateId,
      }),
    );
    value(
      await deleteTemplate(own.ctx, own.organizer, {
        commandId: newId(),
        centerId: own.centerId,
        templateId,
      }),
    );
    const at = await take(false, own);
    expect(await readJson(at, "wishes.json")).toMatchObject([
      { enrolment_id: participant, said: "WISH", rank: 1, place_kind: "INNOVATION", place: "SATU" },
    ]);
    expect(await readJson(at, "allocations.json")).toMatchObject([
      {
        enrolment_id: participant,
        applied_by: "Penyelenggara",
        undone_at: null,
        place: "DUA",
        moved: true,
        reason: "wish",
        rank: 2,
        missed: "SATU: full",
      },
      { enrolment_id: other, place: "DUA", moved: false, reason: "kept", rank: null, missed: null },
    ]);
    expect(await readJson(at, "assignment-templates.json")).toMatchObject([
      { template: "Kunjungan lima hari", instructions: "Temui kepala dinas.", assignments: 2 },
    ]);
    expect(await readJson(at, "canned-comments.json")).toMatchObject([
      { comment: "Sebutkan sumbernya.", by: own.organizer.name },
    ]);
  });

  it("holds everything, in JSON and CSV that agree, and says where it is", async () => {
    const at = await take();
    const manifest = await readJson(at, "manifest.json");
    expect(manifest).toMatchObject({
      product: "lokus-cohort",
      schemaVersion: 2,
      personalNumbers: "masked",
      cohort: { id: world.cohortId },
      revisions: 2,
    });
    const readme = await fs.readFile(path.join(at, "README.md"), "utf8");
    for (const name of ARCHIVE_TABLES) {
      expect(readme).toContain(`\`${name}.csv\``);
      const rows = await readJson(at, `${name}.json`);
      const csv = await fs.readFile(path.join(at, `${name}.csv`), "utf8");
      const told = manifest.tables.find((table: { name: string }) => table.name === name);
      expect(rows.length, name).toBe(told.rows);
      // A header, and a row for each, wherever lines break inside of a cell.
      const lines = csv.split("\r\n").filter((line) => line !== "" && line !== "\ufeff");
      expect(lines.length, name).toBe(rows.length === 0 ? 0 : rows.length + 1);
    }
    const people = await readJson(at, "people.json");
    expect(people.length).toBe(world.participants.length + world.facilitators.length);
    const revisions = await readJson(at, "revisions.json");
    expect(revisions.map(({ revision }: { revision: number }) => revision)).toEqual([1, 2]);
    for (const { file, revision_id, content_sha256 } of revisions) {
      const stored = await db.revision.findUniqueOrThrow({ where: { id: revision_id } });
      expect(await readJson(at, file)).toEqual({
        revisionId: revision_id,
        contentHash: content_sha256,
        contentHashOf: "content",
        redacted: [],
        content: stored.content,
      });
    }
    expect(await readJson(at, "decisions.json")).toMatchObject([
      { decision: "RETURN", reason: "Lengkapi buktinya", revision: 1 },
    ]);
    expect(await readJson(at, "comments.json")).toMatchObject([
      { comment: "Bagus, tetapi\nkurang bukti" },
    ]);
    expect((await readJson(at, "work-scores.json")).length).toBe(2);
    expect((await readJson(at, "scores.json")).length).toBe(4);
    expect((await readJson(at, "assignments.json")).length).toBe(8);
    expect((await fs.readdir(path.join(at, "rubrics"))).length).toBe(3);
    expect(await readJson(at, "cohort.json")).toMatchObject({ startsOn: "2018-07-01" });
  });

  it("runs no formula, and leads nowhere out of its folder", async () => {
    const at = await take();
    const csv = await fs.readFile(path.join(at, "people.csv"), "utf8");
    expect(csv).not.toMatch(/(^|;|")=Peserta/m);
    const files = (await fs.readdir(path.join(at, "work"), { recursive: true })) as string[];
    expect(files.some((file) => file.includes("peserta-satu"))).toBe(true);
    for (const file of files) expect(file).toMatch(/^[a-z0-9./-]+$/);
  });

  it("masks numbers unless they are asked for", async () => {
    const masked = await fs.readFile(path.join(await take(), "people.csv"), "utf8");
    expect(masked).not.toContain(NUMBER);
    expect(masked).toContain("1986••••");
    const full = await fs.readFile(path.join(await take(true), "people.csv"), "utf8");
    expect(full).toContain(NUMBER);
  });

  it("masks what documents say of mentors too, and says so beside the hash", async () => {
    const handed = await createWorld(db);
    const [author] = handed.participants;
    const [reviewer] = handed.facilitators;
    if (!author || !reviewer) throw new Error("an empty world");
    const work = await assign(handed, author);
    for (const stage of ["EVALUATE", "OBSTACLES", "SOLUTION", "PLAN"] as const) {
      value(await submit(handed, author, work, stage));
      if (stage !== "PLAN") value(await approve(handed, reviewer, work, stage));
    }
    const { latestRevisionId } = await stageOf(handed, work, "PLAN");
    const stored = await db.revision.findUniqueOrThrow({ where: { id: latestRevisionId ?? "" } });
    const { mentor } = stored.content as { mentor: Record<string, string> };
    const [number, email] = [mentor.idNumber ?? "", mentor.email ?? ""];
    expect(number).toMatch(/^\d{18}$/);
    const planIn = async (at: string) => {
      const revisions = await readJson(at, "revisions.json");
      const { file } = revisions.find(({ stage }: { stage: string }) => stage === "PLAN");
      return readJson(at, file);
    };

    const at = await take(false, handed);
    const files = (await fs.readdir(at, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
    for (const file of files) {
      const text = await fs.readFile(file, "utf8");
      expect(text.includes(number) || text.includes(email), file).toBe(false);
    }
    const masked = await planIn(at);
    expect(masked).toMatchObject({
      contentHash: stored.contentHash,
      contentHashOf: "original",
      redacted: expect.arrayContaining(["mentor.idNumber", "mentor.email"]),
      content: { mentor: { name: mentor.name, idNumber: maskIdNumber(number), email: "" } },
    });
    const readme = await fs.readFile(path.join(at, "README.md"), "utf8");
    expect(readme).toContain("telepon mentor dikosongkan");
    expect(readme).toContain("contentHashOf: original");

    const whole = await planIn(await take(true, handed));
    expect(whole).toMatchObject({ contentHashOf: "content", redacted: [] });
    expect(contentHash(whole.content)).toBe(whole.contentHash);
  });
});

describe("who may take it", () => {
  it("is an organiser of its centre, and every time is told", async () => {
    const others = [
      world.viewer,
      world.stranger,
      world.administrator,
      ...world.facilitators,
      ...world.participants,
      world.otherFacilitator,
    ];
    const count = () => db.auditEvent.count({ where: { type: "export.read" } });
    const before = await count();
    for (const actor of others) {
      expect(await exportCohort(world.ctx, actor, world.cohortId, false)).toMatchObject({
        reason: "not_found",
      });
    }
    expect(await count()).toBe(before);
    value(await exportCohort(world.ctx, world.organizer, world.cohortId, true));
    const event = await db.auditEvent.findFirst({
      where: { type: "export.read" },
      orderBy: { id: "desc" },
    });
    expect(event).toMatchObject({
      actorId: world.organizer.personId,
      cohortId: world.cohortId,
      payload: { what: "cohort_archive_with_numbers", format: "zip" },
    });
  });

  it("also of a cohort in which nothing has happened", async () => {
    const empty = await createWorld(db);
    const head = value(await exportCohort(empty.ctx, empty.organizer, empty.cohortId, false));
    const chunks: Buffer[] = [];
    const files = archiveFiles({ ...empty.ctx, storage }, head, empty.ctx.clock.now(), "id");
    for await (const chunk of streamArchive(files)) chunks.push(chunk);
    expect(Buffer.concat(chunks).subarray(0, 2).toString()).toBe("PK");
  });
});
