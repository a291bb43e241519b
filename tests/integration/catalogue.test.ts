import { beforeAll, describe, expect, it } from "vitest";
import { findAgency } from "@/lib/agency/data";
import { createAssignments } from "@/lib/assignment/mutations";
import type { EntryKind, EntrySaved } from "@/lib/catalogue/model";
import {
  archiveEntry,
  deleteEntry,
  saveAgency,
  saveAward,
  saveFact,
  saveInnovation,
  saveRegion,
  saveUnit,
} from "@/lib/catalogue/mutations";
import { authorizeOffice } from "@/lib/center/policy";
import { authorizeCohort } from "@/lib/cohort/policy";
import { countWork } from "@/lib/dashboard/data";
import { toIssues } from "@/lib/document/issue";
import { findAward, findUnit, listAwards, listUnits } from "@/lib/host/data";
import {
  awardListSchema,
  saveAwardSchema,
  saveRegionSchema,
  unitListSchema,
} from "@/lib/host/schema";
import {
  findInnovation,
  listCohortUse,
  listEvaluators,
  listInnovations,
} from "@/lib/innovation/data";
import { catalogueScope } from "@/lib/innovation/policy";
import { catalogueQuerySchema, saveInnovationSchema } from "@/lib/innovation/schema";
import type { Actor } from "@/lib/platform/actor";
import type { Result } from "@/lib/platform/result";
import { withClient } from "@/lib/setup/roles";
import { agencyId, HOST_REGION_ID, innovationId } from "@/prisma/reference/catalogue";
import { writeReference } from "@/prisma/reference/write";
import { openDatabase } from "@/tests/support/database";
import {
  assign,
  createWorld,
  enrolmentOf,
  newId,
  submit,
  value,
  type World,
} from "@/tests/support/world";

const database = openDatabase();
let world: World;
/** What stands in the world's own catalogue, made by the tests' own commands. */
const made = { region: "", unit: "", innovation: "" };

type Head = { commandId: string; centerId: string; id: string | null; basedOn: number | null };

const head = (more: Partial<Head> = {}): Head => ({
  commandId: newId(),
  centerId: world.centerId,
  id: null,
  basedOn: null,
  ...more,
});

const innovation = {
  code: "SIAP",
  name: "Sistem Aduan Publik",
  summary: "Aduan warga diterima di satu pintu dan diteruskan ke dinas yang berwenang.",
  form: "PUBLIC_SERVICE" as const,
  type: "DIGITAL" as const,
  stage: "PILOT" as const,
  startedOn: "2019",
  initiator: "REGIONAL_AGENCY" as const,
  affair: "SOCIAL" as const,
  affairNote: null,
  facet: null,
  design: null,
  coreChange: null,
  purpose: null,
  benefit: null,
  result: null,
  source: "Wawancara pengelola",
  confidence: "MEDIUM" as const,
  links: [{ title: "Situs", url: "https://contoh.go.id/siap" }],
};

/** Each kind of entry: how it is saved, and with which values; `mark` tells one from another. */
const KINDS: Record<
  EntryKind,
  {
    save: (actor: Actor, at: Head, mark: string) => Promise<Result<EntrySaved>>;
    /** The field at which a twin is told. */
    twin: string;
  }
> = {
  agency: {
    save: (actor, at, mark) =>
      saveAgency(world.ctx, actor, {
        ...at,
        name: `Badan Contoh ${mark}`,
        shortName: "BC",
        type: "LPNK",
      }),
    twin: "name",
  },
  region: {
    save: (actor, at, mark) =>
      saveRegion(world.ctx, actor, {
        ...at,
        name: `Pemerintah Kota ${mark}`,
        shortName: "Kota",
        type: "CITY",
        regionCode: null,
        capital: null,
      }),
    twin: "name",
  },
  unit: {
    save: (actor, at, mark) =>
      saveUnit(world.ctx, actor, {
        ...at,
        hostRegionId: made.region,
        name: `Dinas ${mark}`,
        shortName: "Dinas",
        laterName: null,
      }),
    twin: "name",
  },
  innovation: {
    save: (actor, at, mark) =>
      saveInnovation(world.ctx, actor, {
        ...at,
        hostRegionId: made.region,
        hostUnitId: made.unit,
        ...innovation,
        code: mark,
      }),
    twin: "code",
  },
  fact: {
    save: (actor, at, mark) =>
      saveFact(world.ctx, actor, {
        ...at,
        innovationId: made.innovation,
        text: `Melayani ${mark} aduan.`,
        source: "Laporan tahunan",
        confidence: "HIGH",
      }),
    twin: "text",
  },
  award: {
    save: (actor, at, mark) =>
      saveAward(world.ctx, actor, {
        ...at,
        hostRegionId: made.region,
        innovationId: made.innovation,
        name: `Anugerah ${mark}`,
        level: "PROVINCE",
        year: 2020,
        rank: "Terbaik I",
        giver: null,
        note: null,
        source: "Piagam",
        confidence: "HIGH",
      }),
    twin: "name",
  },
};
const kinds = Object.keys(KINDS) as EntryKind[];

beforeAll(async () => {
  await withClient(database.appUrl, (client) => writeReference(client, new Date()));
  world = await createWorld(database.app);
  made.region = value(await KINDS.region.save(world.organizer, head(), "Awal")).id;
  made.unit = value(await KINDS.unit.save(world.organizer, head(), "Awal")).id;
  made.innovation = value(await KINDS.innovation.save(world.organizer, head(), "AWAL")).id;
});

const events = (subjectId: string) =>
  database.app.auditEvent.findMany({ where: { subjectId }, orderBy: { id: "asc" } });

describe.each(kinds)("an entry of kind %s", (kind) => {
  const { save, twin } = KINDS[kind];
  let id = "";

  it("is made by an organiser, once, however often it is sent", async () => {
    const at = head();
    const first = value(await save(world.organizer, at, "Satu"));
    id = first.id;
    expect(value(await save(world.organizer, at, "Satu"))).toEqual(first);
    expect(first.version).toBe(1);
    expect(await save(world.organizer, at, "Lain")).toMatchObject({
      reason: "conflict",
      details: { cause: "command_id_reused" },
    });
    expect((await events(id)).map(({ type, centerId }) => [type, centerId])).toEqual([
      ["catalogue.added", world.centerId],
    ]);
  });

  it("is nobody else's to make or change", async () => {
    const { participants, facilitators, stranger, administrator, viewer } = world;
    const refused = async (actor: Actor | undefined, reason: string) => {
      if (!actor) throw new Error("nobody");
      for (const at of [head(), head({ id, basedOn: 1 })]) {
        expect(await save(actor, at, "Curang"), actor.name).toMatchObject({ ok: false, reason });
      }
      const ref = { ...head(), id, basedOn: 1 };
      expect(await deleteEntry(world.ctx, actor, { ...ref, kind }), actor.name).toMatchObject({
        reason,
      });
      if (kind === "fact" || kind === "award") return;
      const archive = { ...ref, commandId: newId(), kind, archived: true };
      expect(await archiveEntry(world.ctx, actor, archive), actor.name).toMatchObject({ reason });
    };
    await refused(participants[0], "not_found");
    await refused(facilitators[0], "not_found");
    await refused(stranger, "not_found");
    await refused(administrator, "not_found");
    await refused(viewer, "forbidden");
    expect(await events(id)).toHaveLength(1);
  });

  it("of one centre does not exist for staff of another, in the name of their own", async () => {
    const centerId = world.stranger.staff[0]?.centerId ?? "";
    const at = { ...head({ centerId }), id, basedOn: 1 };
    const result = await save(world.stranger, at, "Curang");
    expect(result).toMatchObject({ ok: false, reason: "not_found" });
    expect(await deleteEntry(world.ctx, world.stranger, { ...at, kind })).toMatchObject({
      reason: "not_found",
    });
    expect(await events(id)).toHaveLength(1);
  });

  it("has no twin, whatever its capitals", async () => {
    for (const mark of ["Satu", "SATU", "satu"]) {
      expect(await save(world.organizer, head(), mark)).toMatchObject({
        reason: "invalid",
        issues: [{ path: twin }],
      });
    }
  });

  it("of two twins made at the same moment is made once", async () => {
    const results = await Promise.all(
      Array.from({ length: 6 }, () => save(world.organizer, head(), "Kembar")),
    );
    // A fact may be told twice at the same moment; nothing else may.
    if (kind !== "fact") expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of results) {
      if (!result.ok) expect(result).toMatchObject({ reason: "invalid", issues: [{ path: twin }] });
    }
  });

  it("is edited from the version that was seen, and says what stands where it was not", async () => {
    const saved = value(await save(world.organizer, head({ id, basedOn: 1 }), "Dua"));
    expect(saved).toEqual({ id, version: 2 });
    const stale = await save(world.organizer, head({ id, basedOn: 1 }), "Tiga");
    expect(stale).toMatchObject({ reason: "conflict", details: { cause: "stale", version: 2 } });
    if (stale.ok) throw new Error("not stale");
    expect(JSON.stringify(stale.current)).toContain("Dua");
    // The same again is no change.
    expect(value(await save(world.organizer, head({ id, basedOn: 2 }), "Dua"))).toEqual({
      id,
      version: 2,
    });
    const told = await events(id);
    expect(told.map(({ type }) => type)).toEqual(["catalogue.added", "catalogue.edited"]);
    expect(JSON.stringify(told[1]?.payload)).toMatch(/"before":"[^"]*Satu/);
  });

  it("of ten edits at the same moment takes one", async () => {
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        save(world.organizer, head({ id, basedOn: 2 }), `Serempak ${n}`),
      ),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.reason === "conflict")).toHaveLength(9);
  });

  it.skipIf(kind === "fact" || kind === "award")("is retired and taken back", async () => {
    const ref = { ...head(), id, basedOn: 3, kind: kind as "agency" };
    const archive = { ...ref, archived: true };
    expect(value(await archiveEntry(world.ctx, world.organizer, archive)).version).toBe(4);
    expect(value(await archiveEntry(world.ctx, world.organizer, archive)).version).toBe(4);
    const again = { ...ref, commandId: newId(), basedOn: 3, archived: false };
    expect(await archiveEntry(world.ctx, world.organizer, again)).toMatchObject({
      reason: "conflict",
    });
    const restore = { ...again, commandId: newId(), basedOn: 4 };
    expect(value(await archiveEntry(world.ctx, world.organizer, restore)).version).toBe(5);
    expect((await events(id)).slice(-2).map(({ type }) => type)).toEqual([
      "catalogue.archived",
      "catalogue.restored",
    ]);
  });

  it("is deleted while nothing speaks of it, from the version that was seen", async () => {
    const basedOn = kind === "fact" || kind === "award" ? 3 : 5;
    const stale = { ...head(), id, basedOn: 1, kind };
    expect(await deleteEntry(world.ctx, world.organizer, stale)).toMatchObject({
      reason: "conflict",
    });
    const remove = { ...head(), id, basedOn, kind };
    value(await deleteEntry(world.ctx, world.organizer, remove));
    value(await deleteEntry(world.ctx, world.organizer, remove));
    const gone = { ...remove, commandId: newId() };
    expect(await deleteEntry(world.ctx, world.organizer, gone)).toMatchObject({
      reason: "not_found",
    });
    const told = await events(id);
    expect(told[told.length - 1]?.type).toBe("catalogue.deleted");
    expect(JSON.stringify(told[told.length - 1]?.payload)).toContain("Serempak");
  });
});

describe("what others speak of", () => {
  const remove = (kind: EntryKind, id: string, basedOn: number) =>
    deleteEntry(world.ctx, world.organizer, { ...head(), id, basedOn, kind });

  it("is not deleted: regions with units, units with innovations, innovations with work, agencies with people", async () => {
    expect(await remove("region", made.region, 1)).toMatchObject({ reason: "in_use" });
    expect(await remove("unit", made.unit, 1)).toMatchObject({ reason: "in_use" });
    const { hostRegionId, hostUnitId } = await database.app.innovation.findFirstOrThrow({
      where: { id: world.innovationIds[0] },
    });
    const [participant] = world.participants;
    if (!participant) throw new Error("no participant");
    await assign(world, participant);
    const result = await remove("innovation", world.innovationIds[0] ?? "", 1);
    expect(result).toMatchObject({ reason: "in_use", details: { count: 1 } });
    // A unit of which an agenda speaks.
    const visited = await database.app.hostUnit.create({
      data: { hostRegionId, name: "Unit agenda", shortName: "UA" },
    });
    await database.app.agendaSession.create({
      data: {
        cohortId: world.cohortId,
        hostRegionId,
        hostUnitId: visited.id,
        title: "Penerimaan",
        day: new Date("2018-08-06"),
        startsMinute: 540,
        endsMinute: 600,
        secret: "x".repeat(43),
      },
    });
    expect(await remove("unit", visited.id, 1)).toMatchObject({ reason: "in_use" });
    const agency = await database.app.agency.findFirstOrThrow({
      where: { centerId: world.centerId, enrolments: { some: {} } },
    });
    expect(await remove("agency", agency.id, 1)).toMatchObject({ reason: "in_use" });
    expect(hostRegionId).not.toBe(made.region);
    expect(hostUnitId).not.toBe(made.unit);
  });

  it("is not deleted at the moment in which somebody begins to speak of it", async () => {
    const [participant] = world.participants;
    const { hostRegionId, hostUnitId } = await database.app.innovation.findFirstOrThrow({
      where: { id: world.innovationIds[0] },
    });
    if (!participant) throw new Error("no participant");
    const reasons = new Set<string>();
    for (let n = 0; n < 12; n += 1) {
      const fields = { ...innovation, hostRegionId, hostUnitId, code: `LOMBA ${n}` };
      const { id } = value(
        await saveInnovation(world.ctx, world.organizer, { ...head(), ...fields }),
      );
      const speak = database.app.award.create({
        data: {
          centerId: world.centerId,
          hostRegionId,
          innovationId: id,
          name: `Lomba ${n}`,
          level: "NATIONAL",
          year: 2020,
          rank: "I",
          source: "Pengujian",
          confidence: "LOW",
        },
      });
      const [removed, spoken] = await Promise.allSettled([
        deleteEntry(world.ctx, world.organizer, { ...head(), id, basedOn: 1, kind: "innovation" }),
        speak,
      ]);
      if (removed.status === "rejected") throw removed.reason;
      const stands = await database.app.innovation.count({ where: { id } });
      expect(removed.value.ok).toBe(stands === 0);
      expect(spoken.status === "fulfilled").toBe(stands === 1);
      reasons.add(removed.value.ok ? "deleted" : removed.value.reason);
    }
    // Whoever came first; never an error.
    for (const reason of reasons) expect(["deleted", "in_use"]).toContain(reason);
  });

  it("is retired and then assigned no more, while the work that speaks of it stays", async () => {
    const id = world.innovationIds[1] ?? "";
    const [, participant] = world.participants;
    if (!participant) throw new Error("no participant");
    const assignmentId = await assign(world, participant, 1);
    const archive = { ...head(), id, basedOn: 1, kind: "innovation" as const, archived: true };
    value(await archiveEntry(world.ctx, world.organizer, archive));
    const [first] = world.participants;
    await expect(assign(world, first ?? participant, 1)).rejects.toThrow(/unknown_innovation/);
    expect(await database.app.assignment.count({ where: { id: assignmentId } })).toBe(1);
  });
});

describe("what all centres share", () => {
  it("is changed by no centre", async () => {
    const at = head({ id: innovationId("SLRT"), basedOn: 1 });
    const result = await saveInnovation(world.ctx, world.organizer, {
      ...at,
      hostRegionId: HOST_REGION_ID,
      hostUnitId: made.unit,
      ...innovation,
    });
    expect(result).toMatchObject({ ok: false, reason: "forbidden" });
    const ref = { ...head(), id: agencyId("KEMENSOS"), basedOn: 1, kind: "agency" as const };
    expect(await deleteEntry(world.ctx, world.organizer, ref)).toMatchObject({
      reason: "forbidden",
    });
    const archive = { ...ref, commandId: newId(), archived: true };
    expect(await archiveEntry(world.ctx, world.organizer, archive)).toMatchObject({
      reason: "forbidden",
    });
  });

  it("takes a centre's own units, innovations and facts, which no other centre sees or may use", async () => {
    const unit = value(
      await saveUnit(world.ctx, world.organizer, {
        ...head(),
        hostRegionId: HOST_REGION_ID,
        name: "Kecamatan Soreang",
        shortName: "Kec. Soreang",
        laterName: null,
      }),
    );
    const fields = { ...innovation, hostRegionId: HOST_REGION_ID, hostUnitId: unit.id };
    value(await saveInnovation(world.ctx, world.organizer, { ...head(), ...fields }));
    const fact = {
      innovationId: innovationId("SLRT"),
      text: "Fakta yang dicatat Pusdiklat sendiri.",
      source: "Kunjungan",
      confidence: "LOW" as const,
    };
    value(await saveFact(world.ctx, world.organizer, { ...head(), ...fact }));

    const centerId = world.stranger.staff[0]?.centerId ?? "";
    expect(
      await saveInnovation(world.ctx, world.stranger, { ...head({ centerId }), ...fields }),
    ).toMatchObject({ reason: "invalid", issues: [{ path: "hostUnitId" }] });
    expect(
      await saveUnit(world.ctx, world.stranger, {
        ...head({ centerId }),
        hostRegionId: made.region,
        name: "Dinas Asing",
        shortName: "Asing",
        laterName: null,
      }),
    ).toMatchObject({ reason: "invalid", issues: [{ path: "hostRegionId" }] });
    // The same words in another centre's catalogue are no twin, and tell nothing.
    value(await saveFact(world.ctx, world.stranger, { ...head({ centerId }), ...fact }));
  });

  it("has a fact once, however often it is sent at the same moment", async () => {
    const fact = {
      innovationId: innovationId("SLRT"),
      source: "Kunjungan",
      confidence: "LOW" as const,
    };
    const written = (text: string) => database.app.innovationFact.count({ where: { text } });
    // One command, as a form that is sent again and again.
    const once = { ...head(), ...fact, text: "Satu perintah, satu fakta." };
    const results = await Promise.all(
      [1, 2, 3, 4].map(() => saveFact(world.ctx, world.organizer, once)),
    );
    expect(new Set(results.map((result) => value(result).id)).size).toBe(1);
    expect(await written(once.text)).toBe(1);
    // Four commands with the same words: three are told that it stands already.
    const text = "Empat perintah, satu fakta.";
    const clashes = await Promise.all(
      [1, 2, 3, 4].map(() => saveFact(world.ctx, world.organizer, { ...head(), ...fact, text })),
    );
    expect(clashes.filter(({ ok }) => ok).length).toBe(1);
    for (const clash of clashes.filter(({ ok }) => !ok)) {
      expect(clash).toMatchObject({
        reason: "invalid",
        issues: [{ path: "text", code: "entry_taken" }],
      });
    }
    expect(await written(text)).toBe(1);
  });

  it("has entries of a centre that only its own cohorts are offered", async () => {
    const db = database.app;
    const centerId = world.stranger.staff[0]?.centerId ?? "";
    const other = await db.cohort.findFirstOrThrow({ where: { centerId } });
    await db.visit.createMany({
      data: [world.cohortId, other.id].map((cohortId) => ({
        cohortId,
        hostRegionId: HOST_REGION_ID,
        mode: "ONSITE",
        startsOn: new Date("2018-08-06"),
        endsOn: new Date("2018-08-10"),
      })),
    });
    const unit = await db.hostUnit.findFirstOrThrow({
      where: { hostRegionId: HOST_REGION_ID, centerId: null },
    });
    const { id } = value(
      await saveInnovation(world.ctx, world.stranger, {
        ...head({ centerId }),
        ...innovation,
        code: "RAHASIA",
        hostRegionId: HOST_REGION_ID,
        hostUnitId: unit.id,
      }),
    );
    const sees = async (actor: Actor) => {
      const scope = catalogueScope(actor);
      if (!scope) throw new Error("no catalogue");
      const query = catalogueQuerySchema.parse({ q: "RAHASIA" });
      const { total } = await listInnovations(db, scope, query);
      expect((await findInnovation(db, scope, id)) !== null).toBe(total > 0);
      return total > 0;
    };
    const [participant] = world.participants;
    if (!participant) throw new Error("no participant");
    expect(await sees(world.otherParticipant)).toBe(true);
    expect(await sees(world.stranger)).toBe(true);
    expect(await sees(participant)).toBe(false);
    expect(await sees(world.organizer)).toBe(false);
    expect(await sees(world.viewer)).toBe(false);

    const given = await createAssignments(world.ctx, world.organizer, {
      commandId: newId(),
      cohortId: world.cohortId,
      enrolmentIds: [enrolmentOf(participant)],
      innovationIds: [id],
      dueAt: {
        EVALUATE: "2018-08-09T10:00:00Z",
        OBSTACLES: "2018-08-10T10:00:00Z",
        SOLUTION: "2018-08-11T10:00:00Z",
        PLAN: "2018-08-12T10:00:00Z",
      },
      instructions: "",
    });
    expect(given).toMatchObject({
      issues: [{ path: "innovationIds", code: "unknown_innovation" }],
    });
    const cohort = authorizeCohort(world.organizer, {
      id: world.cohortId,
      centerId: world.centerId,
    });
    const counts = cohort && (await countWork(db, cohort, new Date()));
    const codes = counts?.innovation.map(({ shortName }) => shortName);
    expect(codes).toContain("SLRT");
    expect(codes).not.toContain("RAHASIA");
  });

  it("is not made a second time: a twin of it is told as such", async () => {
    const agency = { name: "kementerian sosial republik indonesia", shortName: "Kemsos" };
    expect(
      await saveAgency(world.ctx, world.organizer, { ...head(), ...agency, type: "MINISTRY" }),
    ).toMatchObject({ issues: [{ path: "name", code: "shared_twin" }] });
    const region = { name: "Kabupaten Bandung Lain", shortName: "Bandung", capital: null };
    expect(
      await saveRegion(world.ctx, world.organizer, {
        ...head(),
        ...region,
        type: "REGENCY",
        regionCode: "32.04",
      }),
    ).toMatchObject({ issues: [{ path: "regionCode", code: "shared_twin" }] });
  });

  it("takes a name with wildcards literally", async () => {
    const named = (name: string) =>
      saveAgency(world.ctx, world.organizer, { ...head(), name, shortName: "W", type: "LNS" });
    value(await named("Badan 100% Aman"));
    value(await named("Badan 100_ Aman"));
    value(await named("Badan % Aman"));
  });
});

describe("the forms' schemas", () => {
  const issuesOf = (schema: { safeParse(input: unknown): { error?: unknown } }, input: object) => {
    const { error } = schema.safeParse({ ...head(), ...input });
    return error ? toIssues(error as never).map(({ path, code }) => `${path}: ${code}`) : [];
  };

  it("say at the field what is wrong", () => {
    const region = { name: "Kota X", shortName: "KX", capital: "" };
    const code = (type: string, regionCode: string) =>
      issuesOf(saveRegionSchema, { ...region, type, regionCode });
    expect(code("CITY", "")).toEqual([]);
    expect(code("CITY", "32.73")).toEqual([]);
    expect(code("CITY", "3273")).toEqual(["regionCode: region_code"]);
    expect(code("PROVINCE", "32.73")).toEqual(["regionCode: province_code"]);
    expect(code("MINISTRY", "")).toEqual(["type: invalid_choice"]);

    const where = { hostRegionId: newId(), hostUnitId: newId() };
    const links = (url: string, title = "Situs") =>
      issuesOf(saveInnovationSchema, { ...where, ...innovation, links: [{ title, url }] });
    expect(links("https://contoh.go.id")).toEqual([]);
    expect(links("http://contoh.go.id")).toEqual(["links.0.url: invalid_link"]);
    expect(links("javascript:alert(1)")).toEqual(["links.0.url: invalid_link"]);
    expect(links("https://user:pass@contoh.go.id")).toEqual(["links.0.url: invalid_link"]);
    expect(links(`https://contoh.go.id/${"a".repeat(600)}`)).toEqual(["links.0.url: too_long"]);
    expect(links("https://contoh.go.id", "")).toEqual(["links.0.title: required"]);
    expect(
      issuesOf(saveInnovationSchema, { ...where, ...innovation, code: "", summary: "pendek" }),
    ).toEqual(["code: required", "summary: too_short"]);

    const award = { ...where, innovationId: "", name: "Anugerah", level: "PROVINCE", rank: "I" };
    const year = (given: unknown) =>
      issuesOf(saveAwardSchema, { ...award, source: "Piagam", confidence: "LOW", year: given });
    expect(year("2018")).toEqual([]);
    expect(year("1900")).toEqual(["year: too_small"]);
    expect(year("dua ribu")).toEqual(["year: invalid_type"]);
  });
});

describe("who evaluated", () => {
  const scopeOf = (actor: Actor) => {
    const scope = catalogueScope(actor);
    if (!scope) throw new Error("no catalogue");
    return scope;
  };
  const officeOf = (actor: Actor) => {
    const office = authorizeOffice(actor, actor.staff[0]?.centerId ?? "", "read");
    if (!office) throw new Error("no office");
    return office;
  };

  it("is told of an innovation, a unit, a region and an agency to the staff of the cohort's centre alone", async () => {
    const db = database.app;
    const participant = world.participants.at(-1);
    if (!participant) throw new Error("no participant");
    const assignmentId = await assign(world, participant);
    value(await submit(world, participant, assignmentId, "EVALUATE"));
    const { innovation: at, enrolment } = await db.assignment.findUniqueOrThrow({
      where: { id: assignmentId },
      select: {
        innovation: { select: { id: true, hostUnitId: true, hostRegionId: true } },
        enrolment: { select: { id: true, fullName: true, agencyId: true } },
      },
    });
    const told = async (actor: Actor, page = 1) => ({
      names: (await listEvaluators(db, scopeOf(actor), at.id, page)).rows.map(({ name }) => name),
      evaluated: await Promise.all(
        [
          { innovationId: at.id },
          { hostUnitId: at.hostUnitId },
          { hostRegionId: at.hostRegionId },
        ].map(async (of) =>
          (await listCohortUse(db, scopeOf(actor), of)).some(
            ({ cohortId, evaluated }) => cohortId === world.cohortId && evaluated > 0,
          ),
        ),
      ),
      agency:
        (await findAgency(db, officeOf(actor), enrolment.agencyId, page))?.people.rows.map(
          ({ name }) => name,
        ) ?? [],
    });
    for (const actor of [world.organizer, world.viewer]) {
      const seen = await told(actor);
      expect(seen.names).toContain(enrolment.fullName);
      expect(seen.agency).toContain(enrolment.fullName);
      expect(seen.evaluated).toEqual([true, true, true]);
    }
    // A page that is not there is the last.
    expect((await told(world.organizer, 99)).names).toContain(enrolment.fullName);
    expect(await told(world.stranger)).toEqual({
      names: [],
      evaluated: [false, false, false],
      agency: [],
    });

    // Who left the cohort is not counted as work, and stays in the agency's history.
    await db.enrolment.update({
      where: { id: enrolment.id },
      data: { withdrawnAt: new Date(), withdrawnReason: "Mutasi" },
    });
    const after = await told(world.organizer);
    expect(after.names).not.toContain(enrolment.fullName);
    expect(after.agency).toContain(enrolment.fullName);
  });

  it("leads to units and awards that only those find whose catalogue they are part of", async () => {
    const db = database.app;
    const centerId = world.stranger.staff[0]?.centerId ?? "";
    const place = { ...head({ centerId }), hostRegionId: HOST_REGION_ID };
    const unit = value(
      await saveUnit(world.ctx, world.stranger, {
        ...place,
        name: "Dinas Tersembunyi",
        shortName: "DT",
        laterName: null,
      }),
    );
    const award = value(
      await saveAward(world.ctx, world.stranger, {
        ...place,
        commandId: newId(),
        innovationId: null,
        name: "Penghargaan Tersembunyi",
        level: "NATIONAL",
        year: 2020,
        rank: "I",
        giver: null,
        note: null,
        source: "Pengujian",
        confidence: "LOW",
      }),
    );
    const finds = async (actor: Actor) => {
      const scope = scopeOf(actor);
      const units = await listUnits(db, scope, unitListSchema.parse({ q: "tersembunyi" }));
      const awards = await listAwards(db, scope, awardListSchema.parse({ q: "TERSEMBUNYI" }));
      return [
        (await findUnit(db, scope, unit.id, 1))?.unit.shortName ?? null,
        (await findAward(db, scope, award.id))?.award.name ?? null,
        units.total,
        awards.total,
      ];
    };
    expect(await finds(world.stranger)).toEqual(["DT", "Penghargaan Tersembunyi", 1, 1]);
    for (const actor of [world.organizer, world.viewer]) {
      expect(await finds(actor)).toEqual([null, null, 0, 0]);
    }
    // Shared ones everybody finds, narrowed as asked; a page that is not there is the last.
    const scope = scopeOf(world.organizer);
    const pangripta = await listAwards(
      db,
      scope,
      awardListSchema.parse({
        q: "pangripta",
        region: HOST_REGION_ID,
        level: "PROVINCE",
        page: "9",
      }),
    );
    expect(pangripta.rows.map(({ year }) => year)).toEqual([2017, 2016, 2015]);
    const later = await listUnits(db, scope, unitListSchema.parse({ q: "bapperida" }));
    expect(later.rows.map(({ shortName }) => shortName)).toEqual(["Bappeda"]);
  });
});
