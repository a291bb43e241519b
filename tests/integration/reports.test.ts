import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { SaxesParser } from "saxes";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { contentDisposition } from "@/lib/api/file";
import { findingsFile, individualFile, reportFiles } from "@/lib/api/report";
import type { StageKind } from "@/lib/assignment/model";
import { submitStage } from "@/lib/assignment/mutations";
import { storedName } from "@/lib/file/label";
import type { Actor } from "@/lib/platform/actor";
import { diskStorage, type FileStorage } from "@/lib/platform/storage";
import type { ReportFormat } from "@/lib/report/model";
import { exportFindings, exportIndividualReport, exportReports } from "@/lib/report/mutations";
import { returnStage } from "@/lib/review/mutations";
import { READ_LIMITS } from "@/lib/spreadsheet/sheet";
import { openArchive } from "@/lib/spreadsheet/unzip";
import { streamArchive } from "@/lib/spreadsheet/zip";
import { openDatabase } from "@/tests/support/database";
import { photo } from "@/tests/support/files";
import { openStatementCounter } from "@/tests/support/statements";
import {
  approve,
  assessWork,
  assign,
  createWorld,
  enrolmentOf,
  newId,
  stageOf,
  validDocument,
  value,
  type World,
} from "@/tests/support/world";

/** The individual report and the cohort's findings, as Word and as PDF. */

// Each reads whole documents back, several times.
vi.setConfig({ testTimeout: 120_000 });

const database = openDatabase();
const { app: db } = database;
const STAGES: readonly StageKind[] = ["EVALUATE", "OBSTACLES", "SOLUTION", "PLAN"];
const FORMATS: readonly ReportFormat[] = ["docx", "pdf"];
const NUMBER = "198609262015051001";
let world: World;
let folder: string;
let storage: FileStorage;
let whole: Actor;
let partial: Actor;
let facilitator: Actor;
let wholeId: string;
let partialId: string;

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "lokus-report-test-"));
  storage = diskStorage(folder);
  world = await createWorld(db);
  [whole, partial] = world.participants as [Actor, Actor];
  [facilitator] = world.facilitators as [Actor];
  await db.enrolment.update({
    where: { id: enrolmentOf(whole) },
    data: {
      idType: "NIP",
      idNumber: NUMBER,
      grade: "III/c",
      fullName: "Peserta <b>Émilie</b> & 漢字 😀",
    },
  });
  wholeId = await assign(world, whole);
  value(await assessWork(world, facilitator, wholeId));
  for (const stage of STAGES) await pass(whole, wholeId, stage);
  partialId = await assign(world, partial, 1);
  await hand(partial, partialId, "EVALUATE");
  await sendBack(partialId, "EVALUATE");
  await pass(partial, partialId, "EVALUATE");
  // Waits for a decision: nobody has approved what it says.
  await hand(partial, partialId, "OBSTACLES");
}, 180_000);

afterAll(() => fs.rm(folder, { recursive: true, force: true }));

/**
 * A document in which every text is one of its own, as long as it was: so that what one document says is
 * said by no other.
 */
let texts = 0;
function marked<Content>(content: Content, key = ""): Content {
  if (isText(content, key)) {
    texts += 1;
    const mark = `teks${String(texts).padStart(4, "0")}`;
    return `${content.slice(0, -mark.length)}${mark}` as Content;
  }
  if (Array.isArray(content)) return content.map((item) => marked(item, key)) as Content;
  if (typeof content !== "object" || content === null) return content;
  return Object.fromEntries(
    Object.entries(content).map(([inner, part]) => [inner, marked(part, inner)]),
  ) as Content;
}

async function hand(actor: Actor, assignmentId: string, stage: StageKind) {
  const { version } = await stageOf(world, assignmentId, stage);
  value(
    await submitStage(world.ctx, actor, {
      commandId: newId(),
      assignmentId,
      stage,
      basedOn: version,
      document: marked(await validDocument(world, assignmentId, stage)),
    }),
  );
}

async function pass(actor: Actor, assignmentId: string, stage: StageKind) {
  await hand(actor, assignmentId, stage);
  value(await approve(world, facilitator, assignmentId, stage));
}

async function sendBack(assignmentId: string, stage: StageKind) {
  const { version, latestRevisionId } = await stageOf(world, assignmentId, stage);
  value(
    await returnStage(world.ctx, facilitator, {
      commandId: newId(),
      assignmentId,
      stage,
      basedOn: version,
      revisionId: latestRevisionId ?? "",
      reasons: [{ fieldPath: null, text: "Alasan pengembalian" }],
    }),
  );
}

async function ask(
  reader: Actor,
  participant: Actor,
  format: ReportFormat = "docx",
  ctx = world.ctx,
) {
  const { id } = await db.assignment.findFirstOrThrow({
    where: { enrolmentId: enrolmentOf(participant) },
  });
  return exportIndividualReport(ctx, reader, { assignmentId: id, format });
}

async function make(
  reader: Actor,
  participant: Actor,
  format: ReportFormat,
  lang: "id" | "en" = "id",
) {
  const report = value(await ask(reader, participant, format));
  return individualFile({ ...world.ctx, storage }, report, { format, lang });
}

/** All that a reader of a file reads in it, without spaces: lines are broken where they end. */
async function textOf(format: ReportFormat, bytes: Buffer): Promise<string> {
  return squeeze(format === "docx" ? await wordText(bytes) : await pdfText(bytes));
}

const squeeze = (text: string) => text.replaceAll(/\s+/g, "");

async function wordText(bytes: Buffer): Promise<string> {
  const archive = openArchive(bytes, READ_LIMITS);
  const pieces: Buffer[] = [];
  for await (const piece of archive.read("word/document.xml")) pieces.push(piece);
  const parser = new SaxesParser();
  let text = "";
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("text", (part) => {
    text += part;
  });
  parser.write(Buffer.concat(pieces).toString("utf8")).close();
  return text;
}

async function pdfText(bytes: Buffer): Promise<string> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  let text = "";
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    for (const item of items) if ("str" in item) text += `${item.str}\n`;
  }
  return text;
}

/** Whether something in a document is a text that somebody wrote: no id, code, day, nor a way to reach people. */
function isText(content: unknown, key: string): content is string {
  if (/^(id|.*Ids?|causeRef|hash|name|acronym|idNumber|email|phone|url|file)$/.test(key))
    return false;
  return (
    typeof content === "string" &&
    content.length > 8 &&
    !/^[A-Z_0-9]+$|^\d{4}-\d\d-\d\d$/.test(content)
  );
}

function textsOf(content: unknown, key = ""): string[] {
  if (isText(content, key)) return [content];
  if (Array.isArray(content)) return content.flatMap((item) => textsOf(item, key));
  if (typeof content !== "object" || content === null) return [];
  return Object.entries(content).flatMap(([inner, part]) => textsOf(part, inner));
}

/** Of revisions in other states than approved, and of drafts. */
async function otherTexts(assignmentId: string): Promise<string[]> {
  const revisions = await db.revision.findMany({
    where: { assignmentId, NOT: { latestOf: { state: "APPROVED" } } },
  });
  return revisions.flatMap(({ content }) => textsOf(content));
}

async function approvedTexts(assignmentId: string): Promise<string[]> {
  const revisions = await db.revision.findMany({
    where: { assignmentId, latestOf: { state: "APPROVED" } },
  });
  return revisions.flatMap(({ content }) => textsOf(content));
}

describe("the individual report", () => {
  it("says all that was approved, in Word and in PDF", async () => {
    const texts = await approvedTexts(wholeId);
    expect(texts.length).toBeGreaterThan(20);
    for (const format of FORMATS) {
      const { bytes } = await make(whole, whole, format);
      const text = await textOf(format, bytes);
      const missing = texts.filter((part) => !text.includes(squeeze(part)));
      expect(missing, format).toEqual([]);
      for (const chapter of [
        "PENDAHULUAN",
        "KEGIATAN",
        "HASIL",
        "SIMPULANDANSARAN",
        "PENUTUP",
        "LAMPIRAN",
      ]) {
        expect(text, format).toContain(chapter);
      }
      expect(text).toContain("198609262015051001");
      expect(text).toContain("Penata(III/c)");
      // How to reach the mentor stays in Lokus.
      expect(text).not.toContain("@");
    }
  });

  it("keeps what is in no font and what looks like markup, and does not fail of it", async () => {
    const word = await textOf("docx", (await make(whole, whole, "docx")).bytes);
    expect(word).toContain(squeeze("Peserta <b>Émilie</b> & 漢字 😀"));
    const pdf = await textOf("pdf", (await make(whole, whole, "pdf")).bytes);
    expect(pdf).toContain(squeeze("Peserta <b>Émilie</b> &"));
  });

  it("leaves out what was sent back, waits or is written, and says how it stands", async () => {
    const others = await otherTexts(partialId);
    expect(others.length).toBeGreaterThan(8);
    const approved = await approvedTexts(partialId);
    for (const format of FORMATS) {
      const text = await textOf(format, (await make(partial, partial, format)).bytes);
      expect(others.filter((part) => text.includes(squeeze(part)))).toEqual([]);
      expect(approved.filter((part) => !text.includes(squeeze(part)))).toEqual([]);
      expect(text).toContain(squeeze("Belum disetujui: Menunggu penilaian"));
      expect(text).toContain(squeeze("Belum disetujui: Terkunci"));
    }
    const english = await textOf("docx", (await make(partial, partial, "docx", "en")).bytes);
    expect(english).toContain(squeeze("Not approved: "));
    expect(english).toContain("INTRODUCTION");
  });

  it("is for the participant, their facilitator and staff, and does not exist for others", async () => {
    const [, other] = world.facilitators as [Actor, Actor];
    const may: [Actor, boolean][] = [
      [whole, true],
      [facilitator, false],
      [world.organizer, true],
      [world.viewer, false],
    ];
    for (const [reader, inFull] of may) {
      const report = value(await ask(reader, whole));
      expect(report.participant.number?.text.replaceAll(" ", "") === NUMBER, reader.name).toBe(
        inFull,
      );
    }
    const strangers = [
      partial,
      ...world.participants.slice(2),
      other,
      world.administrator,
      world.stranger,
      world.otherFacilitator,
      world.otherParticipant,
    ];
    for (const reader of strangers) {
      expect(await ask(reader, whole), reader.name).toMatchObject({ reason: "not_found" });
    }
    const nowhere = { assignmentId: newId(), format: "pdf" as const };
    expect(await exportIndividualReport(world.ctx, whole, nowhere)).toMatchObject({
      reason: "not_found",
    });
  });

  it("is noted each time, and refused while there is nothing to make it of", async () => {
    const before = await db.auditEvent.count({ where: { type: "export.read" } });
    value(await ask(facilitator, whole, "pdf"));
    expect(await db.auditEvent.count({ where: { type: "export.read" } })).toBe(before + 1);
    const [, , third] = world.participants as [Actor, Actor, Actor];
    await assign(world, third);
    expect(await ask(third, third)).toMatchObject({ reason: "wrong_state" });
  });

  it("asks the same number of statements, whatever is approved", async () => {
    const counter = openStatementCounter(database.appUrl);
    const ctx = { ...world.ctx, db: counter.db };
    const count = async (participant: Actor) => {
      const statements = await counter.during(async () => {
        value(await ask(world.organizer, participant, "pdf", ctx));
      });
      return statements.length;
    };
    await count(whole);
    expect(await count(whole)).toBe(await count(partial));
    await counter.close();
  });

  it("has a name in every header", () => {
    expect(contentDisposition("Laporan Benchmarking Émilie 漢.pdf")).toContain(
      "filename=\"Laporan Benchmarking Emilie .pdf\"; filename*=UTF-8''Laporan%20Benchmarking%20%C3%89milie",
    );
  });
});

describe("a report of much", () => {
  it("is set with texts of 20,000 characters, with words that no line holds, and with photos", async () => {
    const report = value(await ask(whole, whole));
    const long = "kata ".repeat(4_000).trim();
    const endless = "x".repeat(3_000);
    const hash = "a".repeat(64);
    await storage.put(storedName(hash, "IMAGE"), await photo(1, { width: 1600, height: 1200 }));
    const [work] = report.works;
    if (!work?.evaluation) throw new Error("nothing approved");
    const [evidence] = work.evaluation.evidence;
    if (!evidence) throw new Error("no evidence");
    const photos = Array.from({ length: 15 }, (_, index) => ({
      ...evidence,
      id: newId(),
      kind: "PHOTO" as const,
      caption: `Foto ke-${index}`,
      // The second is said to have arrived, and is not there.
      file: {
        hash: index === 1 ? "b".repeat(64) : hash,
        size: 1,
        type: "image/jpeg" as const,
        name: "f",
      },
    }));
    const much = {
      ...report,
      works: [
        {
          ...work,
          arrived: new Map([hash, "b".repeat(64)].map((each) => [each, { readable: true }])),
          evaluation: {
            ...work.evaluation,
            summary: `${long}\n\u0000\ud800${endless}`,
            scores: work.evaluation.scores.map((score) => ({
              ...score,
              note: `${long} ${endless}`,
            })),
            evidence: photos,
          },
        },
      ],
    };
    for (const format of FORMATS) {
      const { bytes } = await individualFile({ ...world.ctx, storage }, much, {
        format,
        lang: "id",
      });
      const text = await textOf(format, bytes);
      expect(text.split("kata").length - 1).toBeGreaterThanOrEqual(4_000 * 3);
      expect(text).toContain("Foto12(SATU):Fotoke-11");
      expect(text).not.toContain("Fotoke-12(");
      expect(text).toContain(squeeze("3 foto lain tersimpan di Lokus."));
      // Twelve photos of which each is made small; the same one is kept once.
      expect(bytes.length).toBeLessThan(1_500_000);
    }
  });
});

describe("the findings of a cohort", () => {
  const target = (format: ReportFormat = "docx") => ({ cohortId: world.cohortId, format });

  it("tell what is approved of each innovation, and who takes it over", async () => {
    const findings = value(await exportFindings(world.ctx, world.viewer, target()));
    expect(findings.innovations.map(({ code, works }) => [code, works])).toEqual([
      ["DUA", 1],
      ["SATU", 2],
    ]);
    const [two, one] = findings.innovations;
    expect(one?.approved).toEqual({ EVALUATE: 1, OBSTACLES: 1, SOLUTION: 1, PLAN: 1 });
    expect(two?.approved).toEqual({ EVALUATE: 1, OBSTACLES: 0, SOLUTION: 0, PLAN: 0 });
    const standing = await db.obstacle.findMany({
      where: {
        revision: { latestOf: { state: "APPROVED" }, assignment: { cohortId: world.cohortId } },
      },
    });
    expect(one?.obstacles.map(({ title }) => title).sort()).toEqual(
      standing.map(({ title }) => title).sort(),
    );
    for (const format of FORMATS) {
      const { bytes } = await findingsFile(world.ctx, findings, { format, lang: "id" });
      const text = await textOf(format, bytes);
      for (const part of [
        ...(one?.strengths ?? []),
        ...(one?.obstacles ?? []).map(({ title }) => title),
        ...(one?.solutions ?? []).map(({ title }) => title),
        ...(one?.plans ?? []).map(({ title }) => title),
        ...(two?.strengths ?? []),
      ]) {
        expect(text, format).toContain(squeeze(part));
      }
      expect((await otherTexts(partialId)).filter((part) => text.includes(squeeze(part)))).toEqual(
        [],
      );
    }
  });

  it("are for staff and the cohort's facilitators alone", async () => {
    for (const reader of [world.organizer, world.viewer, ...world.facilitators]) {
      expect(await exportFindings(world.ctx, reader, target())).toMatchObject({ ok: true });
    }
    for (const reader of [
      ...world.participants,
      world.administrator,
      world.stranger,
      world.otherFacilitator,
      world.otherParticipant,
    ]) {
      expect(await exportFindings(world.ctx, reader, target())).toMatchObject({
        reason: "not_found",
      });
    }
  });
});

describe("all reports of a cohort", () => {
  it("leave as one archive, for staff alone, of who is there and has one", async () => {
    const target = { cohortId: world.cohortId, format: "docx" as const };
    for (const reader of [...world.participants, ...world.facilitators, world.stranger]) {
      expect(await exportReports(world.ctx, reader, target)).toMatchObject({ reason: "not_found" });
    }
    const taken = value(await exportReports(world.ctx, world.organizer, target));
    const files = reportFiles({ ...world.ctx, storage }, world.organizer, taken, {
      format: "docx",
      lang: "id",
    });
    const chunks: Buffer[] = [];
    for await (const chunk of streamArchive(files)) chunks.push(chunk);
    // Each goes out when it is made.
    expect(chunks).toHaveLength(3);
    const { names } = openArchive(Buffer.concat(chunks), READ_LIMITS);
    expect([...names].map((name) => name.slice(0, 4))).toEqual(["001-", "002-"]);
    await db.enrolment.update({
      where: { id: enrolmentOf(partial) },
      data: { withdrawnAt: new Date("2018-08-20"), withdrawnReason: "Mutasi" },
    });
    const after = value(await exportReports(world.ctx, world.organizer, target));
    expect(after.people.map(({ rosterNumber }) => rosterNumber)).toEqual([1]);
    // Staff still may read what was approved; it says that the participant has left.
    const { bytes } = await make(world.organizer, partial, "docx");
    expect(await textOf("docx", bytes)).toContain(squeeze("sudah keluar dari angkatan"));
    const findings = value(await exportFindings(world.ctx, world.organizer, target));
    expect(findings.innovations.map(({ code }) => code)).toEqual(["SATU"]);
  });
});
