import { beforeAll, describe, expect, it, vi } from "vitest";
import { gradePreview, gradesTable, gradeTable } from "@/lib/api/grades";
import { STAGE_KINDS } from "@/lib/assignment/model";
import {
  assignSecondRater,
  exportGradeSheet,
  exportGrades,
  importGradeSheet,
  previewGradeSheet,
} from "@/lib/grading/mutations";
import { indonesian } from "@/lib/i18n/messages";
import type { Actor } from "@/lib/platform/actor";
import { readSpreadsheet } from "@/lib/spreadsheet/read";
import type { Table, Value } from "@/lib/spreadsheet/table";
import { writeCsv } from "@/lib/spreadsheet/write-csv";
import { writeXlsx } from "@/lib/spreadsheet/write-xlsx";
import { openDatabase } from "@/tests/support/database";
import {
  approve,
  assessWork,
  assign,
  createWorld,
  enrolmentOf,
  newId,
  submit,
  value,
  type World,
} from "@/tests/support/world";

/** A grade sheet goes out, is marked without a connection, and comes back. */
vi.mock("next-intl/server", async () => {
  const { createTranslator } = await import("next-intl");
  return {
    getLocale: async () => "id",
    getTranslations: async (namespace: string) =>
      createTranslator({ locale: "id", messages: indonesian, namespace: namespace as never }),
  };
});

const { app: db } = openDatabase();
let world: World;
let marker: Actor;
let colleague: Actor;
/** Of the marker's two participants, and one that the marker scores a second time. */
let works: [string, string, string];

beforeAll(async () => {
  world = await createWorld(db);
  [marker, colleague] = world.facilitators as [Actor, Actor];
  const [first, other, third] = world.participants as [Actor, Actor, Actor];
  works = [await assign(world, first), await assign(world, other), await assign(world, third)];
  value(await assessWork(world, colleague, works[2], 33));
  value(
    await assignSecondRater(world.ctx, world.organizer, {
      commandId: newId(),
      cohortId: world.cohortId,
      assignmentIds: [works[2]],
      raterId: enrolmentOf(marker),
    }),
  );
});

async function sheetOf(actor: Actor): Promise<Table> {
  const target = { cohortId: world.cohortId, format: "xlsx" as const };
  const exported = value(await exportGradeSheet(world.ctx, actor, target));
  return gradeTable({ cohortId: world.cohortId, raterId: exported.raterId }, exported.works);
}

/** The sheet with other cells: by work, then by the place of the column. */
function marked(table: Table, cells: Record<string, Record<number, Value>>): Table {
  const workAt = table.columns.findIndex(({ header }) => header.startsWith("[work]"));
  return {
    ...table,
    rows: table.rows.map((row) => {
      const changes = cells[String(row[workAt])] ?? {};
      return row.map((cell, at) => changes[at] ?? cell);
    }),
  };
}

/** Columns of the two criteria and their notes. */
const [K1, NOTE, K2] = [4, 5, 6];

const preview = (file: Uint8Array, actor = marker, cohortId = world.cohortId) =>
  previewGradeSheet(world.ctx, actor, { cohortId, file });

async function carryOut(file: Uint8Array, actor = marker, commandId = newId()) {
  const { digest } = value(await preview(file, actor));
  const { cohortId } = world;
  return importGradeSheet(world.ctx, actor, { commandId, cohortId, file, digest });
}

const standing = async () => {
  const primary = await db.workAssessment.findMany({
    where: { assignmentId: { in: works } },
    orderBy: { assignmentId: "asc" },
  });
  const second = await db.secondRating.findMany({ where: { assignmentId: { in: works } } });
  return JSON.stringify([primary, second]);
};

describe("a grade sheet", () => {
  it("holds the works that one scores, with the own scores alone", async () => {
    const table = await sheetOf(marker);
    expect(table.rows).toHaveLength(3);
    expect(table.rows.flat()).not.toContain(33);
    expect((await sheetOf(colleague)).rows.flat()).toContain(33);
    expect((await sheetOf(colleague)).rows).toHaveLength(1);
    for (const actor of [world.organizer, world.otherFacilitator, ...world.participants]) {
      const target = { cohortId: world.cohortId, format: "csv" as const };
      expect(await exportGradeSheet(world.ctx, actor, target)).toMatchObject({
        reason: "not_found",
      });
      expect(await preview(writeXlsx([table]), actor)).toMatchObject({ reason: "not_found" });
    }
  });

  it("comes back as it went out without changing anything, as XLSX and as CSV", async () => {
    const table = await sheetOf(marker);
    for (const file of [writeXlsx([table]), writeCsv(table)]) {
      const plan = value(await preview(file));
      expect(plan.counts).toEqual({ change: 0, same: 3, faulty: 0 });
      expect(gradePreview(plan).digest).toBeNull();
    }
  });

  it("is taken over as it was shown, once, by either role", async () => {
    const [first, , rated] = works;
    const table = marked(await sheetOf(marker), {
      [first]: { [K1]: 80, [NOTE]: "Tajam.", [K2]: "87" },
      [rated]: { [K1]: 90 },
    });
    const file = writeXlsx([table]);
    const commandId = newId();
    expect(value(await preview(file)).counts).toEqual({ change: 2, same: 1, faulty: 0 });
    const { digest } = value(await preview(file));
    const input = { commandId, cohortId: world.cohortId, file, digest };
    const both = await Promise.all([
      importGradeSheet(world.ctx, marker, input),
      importGradeSheet(world.ctx, marker, input),
    ]);
    expect(both).toEqual([
      { ok: true, value: { works: 2 } },
      { ok: true, value: { works: 2 } },
    ]);
    const saved = await db.workAssessment.findUniqueOrThrow({ where: { assignmentId: first } });
    // 60 % of 80 and 40 % of 87.
    expect(saved.total?.toNumber()).toBe(82.8);
    expect(saved.scores).toMatchObject([{ value: 80, note: "Tajam." }, { value: 87 }]);
    const second = await db.secondRating.findUniqueOrThrow({ where: { assignmentId: rated } });
    expect(second).toMatchObject({ version: 1, total: null, finalizedAt: null });
    // The same sheet again: it was made from what stood before, and says what stands.
    expect(value(await preview(file)).counts).toEqual({ change: 0, same: 3, faulty: 0 });
  });

  it("refuses a score of 101, halves and words, each with its message, and applies nothing", async () => {
    const [first, other, rated] = works;
    const before = await standing();
    const table = marked(await sheetOf(marker), {
      [first]: { [K1]: 101, [K2]: 70 },
      [other]: { [K1]: 70.5, [K2]: "bagus" },
      [rated]: { [K1]: 60, [K2]: 61 },
    });
    for (const file of [writeXlsx([table]), writeCsv(table)]) {
      const plan = value(await preview(file));
      expect(plan.counts).toEqual({ change: 1, same: 0, faulty: 2 });
      expect(
        plan.rows.map(({ issues }) => issues.map(({ path, code }) => `${path} ${code}`)),
      ).toEqual([["k1 out_of_range"], ["k1 not_an_integer", "k2 not_an_integer"], []]);
      expect(await carryOut(file)).toMatchObject({ reason: "invalid" });
    }
    expect(await standing()).toBe(before);
  });

  it("refuses stale cells, and only where they say something else", async () => {
    const [first, other] = works;
    const old = await sheetOf(marker);
    value(await assessWork(world, marker, other, 50));
    const before = await standing();
    const untouched = value(await preview(writeXlsx([marked(old, { [first]: { [K2]: 88 } })])));
    // An empty cell is no longer what stands.
    expect(untouched.rows.map(({ action }) => action)).toEqual(["change", "faulty", "same"]);
    const file = writeXlsx([marked(old, { [other]: { [K1]: 70, [K2]: 70 } })]);
    const plan = value(await preview(file));
    expect(plan.rows[1]).toMatchObject({ issues: [{ path: "version", code: "sheet_stale" }] });
    expect(await carryOut(file)).toMatchObject({ reason: "invalid" });
    expect(await standing()).toBe(before);
    // Somebody saves between the preview and the import.
    const fresh = writeXlsx([marked(await sheetOf(marker), { [other]: { [K1]: 71 } })]);
    const { digest } = value(await preview(fresh));
    value(await assessWork(world, marker, other, 52));
    const late = { commandId: newId(), cohortId: world.cohortId, file: fresh, digest };
    expect(await importGradeSheet(world.ctx, marker, late)).toMatchObject({ reason: "conflict" });
  });

  it("refuses every row of another cohort, of another's works, and of what is final", async () => {
    const table = await sheetOf(marker);
    const cohortAt = table.columns.findIndex(({ header }) => header.startsWith("[cohort]"));
    const foreign = {
      ...table,
      rows: table.rows.map((row) => row.map((cell, at) => (at === cohortAt ? newId() : cell))),
    };
    const plan = value(await preview(writeXlsx([foreign])));
    expect(plan.rows.map(({ issues }) => issues[0]?.code)).toEqual(
      Array(3).fill("sheet_other_cohort"),
    );
    const others = value(await preview(writeXlsx([await sheetOf(colleague)])));
    // The version alone would fit: what the first rater gave must not become the second rating.
    expect(others.rows.map(({ issues }) => issues[0]?.code)).toEqual(["sheet_other_rater"]);
    const twice = { ...table, rows: [...table.rows, ...table.rows.slice(0, 1)] };
    expect(value(await preview(writeXlsx([twice]))).rows.at(-1)?.issues[0]?.code).toBe(
      "sheet_twice",
    );
    const without = { ...table, columns: table.columns.slice(0, cohortAt), rows: [] };
    expect(value(await preview(writeXlsx([without]))).missing).toEqual([
      "cohort",
      "rater",
      "work",
      "version",
    ]);

    const [first] = works;
    const [author] = world.participants;
    for (const stage of STAGE_KINDS) {
      value(await submit(world, author as Actor, first, stage));
      value(await approve(world, marker, first, stage));
    }
    const final = marked(await sheetOf(marker), { [first]: { [K1]: 10 } });
    const locked = value(await preview(writeXlsx([final])));
    expect(locked.rows[0]).toMatchObject({ issues: [{ code: "sheet_locked" }] });
  });

  it("is refused as a file that is none", async () => {
    const file = new TextEncoder().encode("%PDF-1.7");
    expect(await preview(file)).toMatchObject({
      reason: "invalid",
      issues: [{ path: "file", code: "file_not_a_spreadsheet" }],
    });
  });
});

describe("the grades of a cohort as a workbook", () => {
  const exportFor = (actor: Actor) => exportGrades(world.ctx, actor, { cohortId: world.cohortId });

  it("holds every facilitator's participants with real numbers, and nothing that would end a blindness", async () => {
    const { rows } = value(await exportFor(world.viewer));
    const read = await readSpreadsheet(writeXlsx([await gradesTable(rows)]));
    if (!read.ok) throw new Error(read.flaw);
    const [head, ...lines] = read.value.sheets[0]?.rows ?? [];
    const titles = head?.cells.map((cell) => cell?.text ?? "") ?? [];
    const at = (line: (typeof lines)[number] | undefined, title: string) =>
      line?.cells[titles.indexOf(title)] ?? null;
    expect(lines).toHaveLength(3);
    const [settled, , rated] = lines;
    expect(at(settled, "Penilai pertama")).toEqual({ kind: "text", text: marker.name });
    expect(at(settled, "Nilai")).toMatchObject({ kind: "number", value: 82.8 });
    expect(at(settled, "Dimoderasi")).toMatchObject({ kind: "boolean", value: false });
    expect(at(settled, "Keadaan")).toEqual({ kind: "text", text: "Tetap" });
    // The second rater has not finished: what the first one gave is not told, nor theirs.
    expect(at(rated, "Penilai pertama")).toEqual({ kind: "text", text: colleague.name });
    expect(at(rated, "Penilai kedua")).toEqual({ kind: "text", text: marker.name });
    for (const title of ["Nilai penilai pertama", "Nilai penilai kedua", "Rerata", "Nilai"]) {
      expect(at(rated, title), title).toBeNull();
    }
  });

  it("is for the centre's staff, noted, and tells nobody of their own work", async () => {
    const [author] = world.participants as [Actor];
    for (const actor of [
      ...world.facilitators,
      ...world.participants,
      world.stranger,
      world.administrator,
      world.otherFacilitator,
    ]) {
      expect(await exportFor(actor)).toMatchObject({ reason: "not_found" });
    }
    const staff = [{ centerId: world.centerId, role: "ORGANIZER" as const }];
    const { rows } = value(await exportFor({ ...author, staff }));
    const own = rows.find(({ assignmentId }) => assignmentId === works[0]);
    expect(own).toMatchObject({ isOwn: true, primary: { total: null }, grade: { score: null } });
    const noted = await db.auditEvent.findMany({
      where: {
        cohortId: world.cohortId,
        type: "export.read",
        payload: { path: ["what"], equals: "cohort_grades" },
      },
      orderBy: { at: "asc" },
    });
    expect(noted.map(({ payload }) => payload)).toEqual(
      Array(2).fill({ what: "cohort_grades", format: "xlsx", rows: 3 }),
    );
  });
});
