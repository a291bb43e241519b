import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { RosterPlan } from "@/lib/roster/model";
import { importRoster, previewRoster } from "@/lib/roster/mutations";
import { importOptionsSchema } from "@/lib/roster/schema";
import { UGLY } from "@/tests/rosters/expected";
import { openDatabase } from "@/tests/support/database";
import { createWorld, newId, value } from "@/tests/support/world";

/**
 * Rosters as people really keep them. Each is previewed, imported, and imported again: the plan must
 * be what is expected, and the second time nothing may be left to do.
 */

const database = openDatabase();
const folder = path.resolve(import.meta.dirname, "../rosters/files");

beforeAll(async () => {
  for (const [name, shortName, type] of [
    ["Kementerian Sosial Republik Indonesia", "Kemensos", "MINISTRY"],
    ["Pemerintah Kabupaten Belitung Timur", "Pemkab Belitung Timur", "REGENCY"],
    ["Komisi Pemilihan Umum", "KPU", "LNS"],
    ["Pemerintah Kabupaten Bandung", "Pemkab Bandung", "REGENCY"],
  ] as const) {
    await database.owner.agency.create({ data: { name, shortName, type } });
  }
});

const codesOf = (plan: RosterPlan, severity: "error" | "warning") =>
  Object.fromEntries(
    plan.rows.flatMap(({ number, issues }) => {
      const codes = issues.filter((issue) => issue.severity === severity).map(({ code }) => code);
      return codes.length > 0 ? [[number, codes]] : [];
    }),
  );

describe("an ugly roster", () => {
  it("has an expectation for every file, and a file for every expectation", () => {
    expect([...new Set(UGLY.map(({ file }) => file))].sort()).toEqual(readdirSync(folder).sort());
    expect(UGLY.length).toBeGreaterThanOrEqual(25);
  });

  it.each(UGLY)("$file: $says", async ({ file, options: asked, flaw, yields }) => {
    const { ctx, organizer, cohortId } = await createWorld(database.app);
    const target = {
      cohortId,
      file: readFileSync(path.join(folder, file)),
      options: importOptionsSchema.parse({ ...asked, skipFaulty: true }),
    };
    const preview = await previewRoster(ctx, organizer, target);
    if (flaw) {
      expect(preview).toMatchObject({ ok: false, reason: "invalid", issues: [{ code: flaw }] });
      return;
    }
    const { intake, plan, digest } = value(preview);
    const expected = yields ?? { headerRow: 0, create: 0 };
    expect(intake.header?.headerRow ?? null).toBe(expected.headerRow);
    if (expected.sheet) expect(intake.sheet).toBe(expected.sheet);
    if (expected.firstRow) expect(intake.header?.firstRow).toBe(expected.firstRow);
    if (expected.mapping) expect(intake.header?.mapping).toEqual(expected.mapping);
    expect(plan.counts.create).toBe(expected.create);
    expect(plan.counts.facilitators).toBe(expected.facilitators ?? 0);
    if (expected.errors) expect(codesOf(plan, "error")).toEqual(expected.errors);
    if (expected.warnings) expect(codesOf(plan, "warning")).toMatchObject(expected.warnings);
    if (expected.ignored) {
      expect(intake.roster.ignored.map(({ number }) => number)).toEqual(expected.ignored);
    }
    if (expected.unknownAgencies) {
      expect(plan.unknownAgencies.map(({ text }) => text)).toEqual(expected.unknownAgencies);
    }
    if (expected.namedFacilitators) {
      expect(plan.namedFacilitators).toEqual(expected.namedFacilitators);
    }
    for (const [row, entry] of Object.entries(expected.entries ?? {})) {
      expect(plan.rows.find(({ number }) => number === Number(row))?.entry).toMatchObject(entry);
    }
    if (expected.headerRow === null) return;

    // Whoever was in the cohort is not in the file and stays.
    const before = await database.app.enrolment.count({ where: { cohortId } });
    expect(plan.counts.missing).toBe(before);
    value(await importRoster(ctx, organizer, { ...target, commandId: newId(), digest }));
    const after = await database.app.enrolment.count({ where: { cohortId } });
    expect(after - before).toBe(expected.create + plan.namedFacilitators.length);
    const again = value(await previewRoster(ctx, organizer, target)).plan;
    expect(again.counts).toMatchObject({ create: 0, update: 0, missing: before });
    expect(again.counts.same).toBe(expected.create);
    expect(again.writes).toEqual([]);
  });
});
