import { describe, expect, it } from "vitest";
import { isolatedEnvironment } from "@/lib/setup/environment";
import { migrate } from "@/lib/setup/migrate";
import { applyPending } from "@/lib/setup/migration/engine";
import { readMigrations } from "@/lib/setup/migration/files";
import { bringReference } from "@/lib/setup/reference";
import { applicationRole, withClient } from "@/lib/setup/roles";
import { HOST_REGION_ID, innovationId, referenceCatalogue } from "@/prisma/reference/catalogue";
import { type ReferenceRow, writeReference } from "@/prisma/reference/write";
import { emptyDatabase, openDatabase } from "@/tests/support/database";

const database = openDatabase();
const at = new Date("2026-01-02T03:04:05Z");

/** As the application's role, which is the one that writes it in production. */
const write = (rows?: readonly ReferenceRow[]) =>
  withClient(database.appUrl, (client) => writeReference(client, at, rows));

const SLRT = innovationId("SLRT");
const changed = (values: Record<string, string>): ReferenceRow[] =>
  referenceCatalogue().map((row) =>
    row.id === SLRT ? { ...row, values: { ...row.values, ...values } } : row,
  );
const slrt = () => database.app.innovation.findUniqueOrThrow({ where: { id: SLRT } });

describe("the shared reference data", () => {
  it("comes without any demo: five innovations with facts, units and awards, each with its source", async () => {
    await write();
    const db = database.app;
    const region = await db.hostRegion.findUniqueOrThrow({
      where: { id: HOST_REGION_ID },
      include: {
        units: true,
        awards: true,
        innovations: { include: { facts: true }, orderBy: { sortOrder: "asc" } },
      },
    });
    expect(region.innovations.map(({ code }) => code)).toEqual([
      "SIPD",
      "SLRT",
      "KLA",
      "SAMIRINDU",
      "SILONCER",
    ]);
    expect(region.units).toHaveLength(7);
    const facts = region.innovations.flatMap(({ facts }) => facts);
    expect(facts).toHaveLength(29);
    expect(facts.every(({ source }) => source.length > 5)).toBe(true);
    const pangripta = region.awards.filter(({ name }) => name.includes("Pangripta"));
    expect(pangripta).toHaveLength(3);
    // Whose work it honours, and what it is called now.
    expect(pangripta.every(({ note }) => note?.includes("Bappeda"))).toBe(true);
    for (const { code, facts, confidence } of region.innovations) {
      expect(facts.length, code).toBeGreaterThanOrEqual(4);
      expect(confidence, code).toBeTruthy();
    }
    expect(region.awards).toHaveLength(8);
    expect(await db.agency.count({ where: { centerId: null } })).toBe(4);
    expect(await db.trainingCenter.count()).toBe(0);
    expect(await db.person.count()).toBe(0);
  });

  it("is written once, however often and by how many at the same time", async () => {
    const everything = async () => ({
      innovations: await database.app.innovation.findMany({ orderBy: { id: "asc" } }),
      facts: await database.app.innovationFact.findMany({ orderBy: { id: "asc" } }),
      awards: await database.app.award.findMany({ orderBy: { id: "asc" } }),
      notes: await database.app.referenceEntry.findMany({ orderBy: { id: "asc" } }),
    });
    const before = await everything();
    await Promise.all([write(), write(), write()]);
    expect(await everything()).toEqual(before);
  });

  it("brings up to date what is as it was written", async () => {
    await write(changed({ summary: "Ringkasan yang diperbaiki." }));
    expect(await slrt()).toMatchObject({ summary: "Ringkasan yang diperbaiki.", version: 2 });
  });

  it("leaves alone what somebody changed", async () => {
    await database.owner.innovation.update({
      where: { id: SLRT },
      data: { summary: "Diubah pengelola basis data." },
    });
    await write(changed({ summary: "Ringkasan baru." }));
    expect(await slrt()).toMatchObject({ summary: "Diubah pengelola basis data.", version: 2 });
  });

  it("takes up what an older version wrote without a note", async () => {
    await database.owner.referenceEntry.deleteMany({ where: { id: SLRT } });
    await write(changed({ summary: "Ringkasan baru." }));
    expect(await slrt()).toMatchObject({ summary: "Ringkasan baru.", version: 3 });
  });

  it("does not bring back what somebody deleted", async () => {
    const fact = await database.owner.innovationFact.findFirstOrThrow({
      where: { innovationId: SLRT },
    });
    await database.owner.innovationFact.delete({ where: { id: fact.id } });
    await write();
    expect(await database.app.innovationFact.count({ where: { id: fact.id } })).toBe(0);
  });

  it("leaves nothing half done", async () => {
    const rows = referenceCatalogue();
    const wrong = rows.map((row, index) =>
      index === rows.length - 1 ? { ...row, values: { ...row.values, year: 1 } } : row,
    );
    const before = await slrt();
    await expect(
      write(
        wrong.map((row) =>
          row.id === SLRT ? { ...row, values: { ...row.values, summary: "Setengah." } } : row,
        ),
      ),
    ).rejects.toThrow(/awards_year/);
    expect(await slrt()).toEqual(before);
  });
});

describe("an entry of the catalogue in the database", () => {
  it("belongs to the centre whose region it stands in, and never changes hands", async () => {
    const db = database.app;
    const [own, other] = await db.trainingCenter.createManyAndReturn({
      data: ["Satu", "Dua"].map((name) => ({ name, shortName: name })),
    });
    if (!own || !other) throw new Error("no centres");
    const region = await db.hostRegion.create({
      data: { centerId: own.id, name: "Kota Contoh", shortName: "Contoh", type: "CITY" },
    });
    const unit = await db.hostUnit.create({
      data: { hostRegionId: region.id, name: "Dinas", shortName: "Dinas" },
    });
    expect(unit.centerId).toBe(own.id);
    const inserted = db.hostUnit.create({
      data: { hostRegionId: region.id, centerId: other.id, name: "Badan", shortName: "Badan" },
    });
    await expect(inserted).rejects.toThrow(/another centre/);
    await expect(
      db.hostUnit.update({ where: { id: unit.id }, data: { centerId: other.id } }),
    ).rejects.toThrow(/another centre|change hands/);
    await expect(
      db.hostRegion.update({ where: { id: region.id }, data: { centerId: null } }),
    ).rejects.toThrow(/change hands/);
    // In a shared region each centre may have a unit of one name.
    for (const centerId of [own.id, other.id]) {
      await db.hostUnit.create({
        data: { hostRegionId: HOST_REGION_ID, centerId, name: "Puskesos", shortName: "Puskesos" },
      });
    }
    await expect(
      db.hostUnit.create({
        data: {
          hostRegionId: HOST_REGION_ID,
          centerId: own.id,
          name: "PUSKESOS",
          shortName: "P",
        },
      }),
    ).rejects.toThrow(/unique|duplicate/i);
    const elsewhere = db.award.create({
      data: {
        hostRegionId: region.id,
        innovationId: SLRT,
        name: "Anugerah",
        level: "NATIONAL",
        year: 2020,
        rank: "I",
        source: "Pengujian",
        confidence: "LOW",
      },
    });
    await expect(elsewhere).rejects.toThrow(/own region/);
  });
});

describe("setting up an installation", () => {
  it("brings the shared data and the rubrics into an empty database, and no demo", async () => {
    const { ownerUrl, appUrl } = await emptyDatabase();
    await migrate({ ownerUrl, applicationRole });
    const env = await isolatedEnvironment({ DATABASE_URL: appUrl });
    await bringReference(env);
    await withClient(ownerUrl, async (client) => {
      const { rows } = await client.query(
        `SELECT (SELECT count(*)::int FROM innovations WHERE center_id IS NULL) AS innovations,
                (SELECT count(*)::int FROM agencies) AS agencies,
                (SELECT count(*)::int FROM rubrics WHERE center_id IS NULL) >= 5 AS rubrics,
                (SELECT count(*)::int FROM people) AS people,
                (SELECT count(*)::int FROM cohorts) AS cohorts`,
      );
      expect(rows).toEqual([{ innovations: 5, agencies: 4, rubrics: true, people: 0, cohorts: 0 }]);

      // Looked at again only by a version with other files: until then, what is gone is not missed.
      const agencies = "DELETE FROM agencies; DELETE FROM reference_entries";
      const count = "SELECT count(*)::int AS agencies FROM agencies";
      await client.query(agencies);
      await bringReference(env);
      expect((await client.query(count)).rows).toEqual([{ agencies: 0 }]);
      await client.query("UPDATE installations SET reference_stamp = 'of another version'");
      await bringReference(env);
      expect((await client.query(count)).rows).toEqual([{ agencies: 4 }]);
    });
  }, 120_000);
});

describe("an installation from before the catalogue", () => {
  it("keeps its entries, each with the centre in whose region it stands", async () => {
    const { ownerUrl } = await emptyDatabase();
    const migrations = await readMigrations();
    const at = migrations.findIndex(({ name }) => name.endsWith("_catalogue"));
    await applyPending(ownerUrl, migrations.slice(0, at));
    await withClient(ownerUrl, async (client) => {
      await client.query(`
        INSERT INTO training_centers (id, name, short_name) VALUES ('00000000-0000-7000-8000-000000000001', 'Pusdiklat', 'P');
        INSERT INTO host_regions (id, center_id, name, short_name, type) VALUES
          ('00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-000000000001', 'Kota Sendiri', 'Sendiri', 'CITY'),
          ('00000000-0000-7000-8000-00000000000b', NULL, 'Kota Bersama', 'Bersama', 'CITY');
        INSERT INTO host_units (id, host_region_id, name, short_name)
          SELECT gen_random_uuid(), id, 'Dinas', 'Dinas' FROM host_regions;
        INSERT INTO innovations (id, host_region_id, host_unit_id, code, name, form, type, stage, summary, confidence)
          SELECT gen_random_uuid(), u.host_region_id, u.id, 'LAMA', 'Lama', 'OTHER', 'DIGITAL', 'PILOT', 'Lama.', 'LOW' FROM host_units u;
        INSERT INTO innovation_facts (id, innovation_id, text, source, confidence, sort_order)
          SELECT gen_random_uuid(), id, 'Fakta lama', 'Lama', 'LOW', 1 FROM innovations;
        INSERT INTO awards (id, host_region_id, innovation_id, name, level, year, rank, source, confidence)
          SELECT gen_random_uuid(), host_region_id, id, 'Lama', 'NATIONAL', 2018, 'I', 'Lama', 'LOW' FROM innovations;`);
    });
    await applyPending(ownerUrl, migrations.slice(at));
    await withClient(ownerUrl, async (client) => {
      for (const table of ["host_units", "innovations", "innovation_facts", "awards"]) {
        const { rows } = await client.query(
          `SELECT count(*)::int AS all, count(center_id)::int AS owned, max(version) AS version FROM ${table}`,
        );
        expect(rows, table).toEqual([{ all: 2, owned: 1, version: 1 }]);
      }
    });
  });
});
