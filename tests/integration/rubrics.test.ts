import { beforeAll, describe, expect, it } from "vitest";
import { authorizeOffice } from "@/lib/center/policy";
import type { Actor } from "@/lib/platform/actor";
import { findDraft, findRubric, findRubricDetail, listUsableRubrics } from "@/lib/rubric/data";
import type { CriterionContent } from "@/lib/rubric/model";
import {
  addRubricVersion,
  createRubric,
  discardRubricDraft,
  freezeRubricVersion,
  saveRubricDraft,
} from "@/lib/rubric/mutations";
import { saveRubricSchema } from "@/lib/rubric/schema";
import { withClient } from "@/lib/setup/roles";
import { seedRubricLibrary } from "@/prisma/reference/rubric-library";
import { RUBRIC_LIBRARY, rubricVersionId } from "@/prisma/reference/rubrics";
import { openDatabase } from "@/tests/support/database";
import { assign, createWorld, newId, value, type World } from "@/tests/support/world";

/** Rubrics of a centre: made, derived, edited, frozen, chosen; and by whom not. */

const database = openDatabase();
const { app: db } = database;
let world: World;

beforeAll(async () => {
  await seedRubricLibrary(db);
  world = await createWorld(db);
});

const office = (actor: Actor = world.organizer) => {
  const proof = authorizeOffice(actor, world.centerId, "read");
  if (!proof) throw new Error("not staff");
  return proof;
};

const draftInput = (name: string) => ({
  commandId: newId(),
  centerId: world.centerId,
  nameId: name,
  nameEn: "",
  source: "Disusun untuk pengujian",
  purpose: "EVALUATION" as const,
  scaleKind: "SCALE_1_5" as const,
  fromVersionId: null as string | null,
});

async function make(name: string, from: string | null = null) {
  const { rubricId } = value(
    await createRubric(world.ctx, world.organizer, { ...draftInput(name), fromVersionId: from }),
  );
  return draftOf(rubricId);
}

async function draftOf(rubricId: string) {
  const draft = await findDraft(db, office(), rubricId);
  if (!draft) throw new Error("no draft");
  return draft;
}

const criterion = (code: string, weight: number): CriterionContent => ({
  code,
  labelId: `Kriteria ${code}`,
  labelEn: "",
  definitionId: "Penjelasan.",
  definitionEn: "",
  weight,
  reverse: false,
  mandatory: false,
  levels: [{ value: 1, labelId: "Rendah", labelEn: "" }],
});

function saveInput(
  draft: Awaited<ReturnType<typeof draftOf>>,
  criteria: CriterionContent[],
  more: { basedOn?: number; commandId?: string } = {},
) {
  return saveRubricSchema.parse({
    commandId: newId(),
    centerId: world.centerId,
    versionId: draft.versionId,
    basedOn: draft.basedOn,
    nameId: draft.nameId,
    nameEn: draft.nameEn,
    source: draft.source,
    scaleKind: draft.content.scaleKind,
    criteria,
    ...more,
  });
}

const draftRef = (draft: { versionId: string; basedOn: number }) => ({
  commandId: newId(),
  centerId: world.centerId,
  versionId: draft.versionId,
  basedOn: draft.basedOn,
});

describe("the shared library", () => {
  it("has every rubric with all levels of its scale, frozen, in every installation", async () => {
    const versions = await db.rubricVersion.findMany({
      where: { rubric: { centerId: null } },
      include: { rubric: true, criteria: true },
    });
    expect(versions.map(({ rubric }) => rubric.code).sort()).toEqual(
      RUBRIC_LIBRARY.map(({ code }) => code).sort(),
    );
    for (const { rubric, frozenAt, criteria, scaleKind, weighting, maxTotal } of versions) {
      expect(frozenAt, rubric.code).not.toBeNull();
      const counts = criteria.map(({ levels }) => (levels as unknown[]).length);
      const described = { SCALE_1_5: 5, YES_NO: 2, LEVEL_0_3: 4, SCALE_0_100: 5 }[scaleKind];
      const expected = weighting === "NONE" ? 0 : described;
      expect(new Set(counts), rubric.code).toEqual(new Set([expected]));
      if (rubric.code === "iga-sid-2026") expect([criteria.length, maxTotal]).toEqual([20, 111]);
      if (rubric.code === "iga-sid-2026-short")
        expect([criteria.length, maxTotal]).toEqual([8, 54]);
    }
  });

  it("is left alone by further starts, also at the same moment", async () => {
    const read = () =>
      Promise.all([
        db.rubricVersion.findMany({ orderBy: { id: "asc" } }),
        db.criterion.findMany({ orderBy: { id: "asc" } }),
      ]);
    const before = await read();
    await Promise.all([seedRubricLibrary(db), seedRubricLibrary(db)]);
    expect(await read()).toEqual(before);
  });

  it("brings a changed rubric as a new version, beside the one that was used", async () => {
    const own = await createWorld(database.owner);
    await withClient(database.ownerUrl, async (client) => {
      // As if an earlier Lokus had shipped another text, which a cohort has scored with since.
      await client.query("ALTER TABLE criteria DISABLE TRIGGER USER");
      await client.query(
        "UPDATE criteria SET label_id = 'Dahulu' WHERE rubric_version_id = $1 AND code = 'novelty'",
        [rubricVersionId("kipp-2021")],
      );
      await client.query("ALTER TABLE criteria ENABLE TRIGGER USER");
    });
    await db.cohort.update({
      where: { id: own.cohortId },
      data: { evaluationRubricId: rubricVersionId("kipp-2021") },
    });
    await seedRubricLibrary(db);
    const versions = await db.rubricVersion.findMany({
      where: { rubric: { code: "kipp-2021" } },
      orderBy: { number: "asc" },
      include: { criteria: { where: { code: "novelty" } } },
    });
    expect(versions.map(({ number, criteria: [first] }) => [number, first?.labelId])).toEqual([
      [1, "Dahulu"],
      [2, "Kebaruan"],
    ]);
    expect(versions[1]?.derivedFromId).toBe(versions[0]?.id);
  });

  it("belongs to nobody: no centre edits, freezes or continues it", async () => {
    const versionId = rubricVersionId("pp38-gate");
    const { rubricId } = await db.rubricVersion.findUniqueOrThrow({ where: { id: versionId } });
    const ref = draftRef({ versionId, basedOn: 0 });
    expect(await freezeRubricVersion(world.ctx, world.organizer, ref)).toMatchObject({
      reason: "not_found",
    });
    expect(
      await addRubricVersion(world.ctx, world.organizer, {
        commandId: newId(),
        centerId: world.centerId,
        rubricId,
      }),
    ).toMatchObject({ reason: "not_found" });
  });
});

describe("a rubric of one's own", () => {
  it("is made from nothing, written, and usable once it is complete", async () => {
    const draft = await make("Rubrik dari kosong");
    expect(draft.content.criteria).toEqual([]);
    const usable = async () =>
      (await listUsableRubrics(db, world.centerId)).map(({ versionId }) => versionId);
    expect(await usable()).not.toContain(draft.versionId);

    const { basedOn } = value(
      await saveRubricDraft(
        world.ctx,
        world.organizer,
        saveInput(draft, [criterion("a", 59), criterion("b", 40)]),
      ),
    );
    expect(await usable()).not.toContain(draft.versionId);
    const refused = await freezeRubricVersion(
      world.ctx,
      world.organizer,
      draftRef({ ...draft, basedOn }),
    );
    expect(refused).toMatchObject({
      reason: "invalid",
      issues: [{ path: "weights", code: "weights_below", params: { total: 99, difference: 1 } }],
    });

    const again = await draftOf(draft.rubricId);
    expect(again.content.criteria.map(({ weight }) => weight)).toEqual([59, 40]);
    value(
      await saveRubricDraft(
        world.ctx,
        world.organizer,
        saveInput(again, [criterion("a", 60), criterion("b", 40)]),
      ),
    );
    expect(await usable()).toContain(draft.versionId);
    const definition = await findRubric(db, draft.versionId);
    // English that was not written reads as the Indonesian.
    expect(definition.criteria[0]?.label).toEqual({ id: "Kriteria a", en: "Kriteria a" });
    expect(definition.criteria[0]?.levels[0]?.label.en).toBe("Rendah");
  });

  it("is derived with everything, and changes nothing where it comes from", async () => {
    const from = rubricVersionId("transfer-readiness");
    const before = await findRubric(db, from);
    const draft = await make("Kesiapan kami", from);
    expect(draft.purpose).toBe("TRANSFER_READINESS");
    expect(draft.content.criteria.map(({ code }) => code)).toEqual(
      before.criteria.map(({ code }) => code),
    );
    expect(draft.content.criteria.find(({ code }) => code === "complexity")?.reverse).toBe(true);
    value(
      await saveRubricDraft(
        world.ctx,
        world.organizer,
        saveInput(draft, draft.content.criteria.slice(1)),
      ),
    );
    expect(await findRubric(db, from)).toEqual(before);
    const detail = await findRubricDetail(db, office(), draft.rubricId, undefined);
    expect(detail?.shown.derivedFrom?.number).toBe(1);
  });

  it("is frozen by the first assignment, also for the database, and continued as a new version", async () => {
    const draft = await make("Rubrik terpakai");
    value(
      await saveRubricDraft(world.ctx, world.organizer, saveInput(draft, [criterion("a", 100)])),
    );
    const own = await createWorld(db);
    // Another centre's cohort cannot have it; the own one can.
    await expect(
      db.cohort.update({
        where: { id: own.cohortId },
        data: { evaluationRubricId: draft.versionId },
      }),
    ).rejects.toThrow();
    await db.cohort.update({
      where: { id: world.cohortId },
      data: { evaluationRubricId: draft.versionId },
    });

    const chosen = await draftOf(draft.rubricId);
    expect(chosen.chosen).toBe(true);
    expect(
      await saveRubricDraft(world.ctx, world.organizer, saveInput(chosen, [criterion("a", 99)])),
    ).toMatchObject({ reason: "invalid", issues: [{ code: "weights_below" }] });
    await expect(
      db.criterion.updateMany({
        where: { rubricVersionId: draft.versionId },
        data: { weight: 99 },
      }),
    ).rejects.toThrow(/must stay complete/);
    expect(await discardRubricDraft(world.ctx, world.organizer, draftRef(chosen))).toMatchObject({
      reason: "forbidden",
    });

    const [participant] = world.participants;
    if (!participant) throw new Error("an empty world");
    await assign(world, participant);
    expect(
      await saveRubricDraft(world.ctx, world.organizer, saveInput(chosen, [criterion("a", 100)])),
    ).toMatchObject({ reason: "conflict", details: { cause: "frozen" } });
    await expect(
      db.criterion.updateMany({
        where: { rubricVersionId: draft.versionId },
        data: { weight: 90 },
      }),
    ).rejects.toThrow(/do not change/);

    const add = { commandId: newId(), centerId: world.centerId, rubricId: draft.rubricId };
    const first = value(await addRubricVersion(world.ctx, world.organizer, add));
    // Twice the same, and once more under another id: there is one draft.
    expect(value(await addRubricVersion(world.ctx, world.organizer, add))).toEqual(first);
    const other = await addRubricVersion(world.ctx, world.organizer, {
      ...add,
      commandId: newId(),
    });
    expect(value(other)).toEqual(first);
    const next = await draftOf(draft.rubricId);
    expect([next.number, next.chosen]).toEqual([2, false]);
    const detail = await findRubricDetail(db, office(), draft.rubricId, 1);
    expect(detail?.uses.map(({ cohortId }) => cohortId)).toEqual([world.cohortId]);
    expect(value(await discardRubricDraft(world.ctx, world.organizer, draftRef(next)))).toEqual({
      rubricId: draft.rubricId,
    });
  });

  it("is frozen by hand once, and thrown away with its only draft", async () => {
    const draft = await make("Rubrik beku", rubricVersionId("participant-work"));
    const ref = draftRef(draft);
    value(await freezeRubricVersion(world.ctx, world.organizer, ref));
    value(await freezeRubricVersion(world.ctx, world.organizer, ref));
    expect(await freezeRubricVersion(world.ctx, world.organizer, draftRef(draft))).toMatchObject({
      reason: "conflict",
      details: { cause: "frozen" },
    });
    const lonely = await make("Rubrik singkat");
    expect(value(await discardRubricDraft(world.ctx, world.organizer, draftRef(lonely)))).toEqual({
      rubricId: null,
    });
    expect(await db.rubric.count({ where: { id: lonely.rubricId } })).toBe(0);
  });

  it("cannot be chosen for what it is not for", async () => {
    await expect(
      db.cohort.update({
        where: { id: world.cohortId },
        data: { workRubricId: rubricVersionId("transfer-readiness") },
      }),
    ).rejects.toThrow();
    const incomplete = await make("Rubrik setengah jadi");
    await expect(
      db.cohort.update({
        where: { id: world.cohortId },
        data: { evaluationRubricId: incomplete.versionId },
      }),
    ).rejects.toThrow();
  });
});

describe("commands on rubrics", () => {
  it("sent twice are carried out once; other content under the same id is a conflict", async () => {
    const input = draftInput("Dua kali");
    const first = value(await createRubric(world.ctx, world.organizer, input));
    expect(value(await createRubric(world.ctx, world.organizer, input))).toEqual(first);
    expect(
      await createRubric(world.ctx, world.organizer, { ...input, nameId: "Lain" }),
    ).toMatchObject({ reason: "conflict" });
    const both = await Promise.all([
      createRubric(world.ctx, world.organizer, draftInput("Bersamaan")),
      createRubric(world.ctx, world.organizer, draftInput("bersamaan")),
    ]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      issues: [{ path: "nameId", code: "name_taken" }],
    });
  });

  it("based on an older draft are refused, and overwrite nothing", async () => {
    const draft = await make("Dua orang");
    value(await saveRubricDraft(world.ctx, world.organizer, saveInput(draft, [criterion("a", 1)])));
    expect(
      await saveRubricDraft(world.ctx, world.organizer, saveInput(draft, [criterion("b", 2)])),
    ).toMatchObject({ reason: "conflict", details: { cause: "stale" } });
    expect((await draftOf(draft.rubricId)).content.criteria.map(({ code }) => code)).toEqual(["a"]);
    const { versionId } = draft;
    const races = await Promise.all(
      [1, 2, 3].map((weight) =>
        saveRubricDraft(world.ctx, world.organizer, {
          ...saveInput(draft, [criterion("r", weight)], { basedOn: 1 }),
          versionId,
        }),
      ),
    );
    expect(races.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("are the organisers' own: for every other role and centre there is nothing", async () => {
    const draft = await make("Milik kami");
    const input = draftInput("Bukan milik mereka");
    const others = [
      world.viewer,
      world.stranger,
      world.administrator,
      ...world.facilitators,
      ...world.participants,
    ];
    for (const actor of others) {
      const own = { ...saveInput(draft, []) };
      const results = await Promise.all([
        createRubric(world.ctx, actor, { ...input, commandId: newId() }),
        addRubricVersion(world.ctx, actor, {
          commandId: newId(),
          centerId: world.centerId,
          rubricId: draft.rubricId,
        }),
        saveRubricDraft(world.ctx, actor, { ...own, commandId: newId() }),
        freezeRubricVersion(world.ctx, actor, draftRef(draft)),
        discardRubricDraft(world.ctx, actor, draftRef(draft)),
      ]);
      for (const result of results) expect(result).toMatchObject({ reason: "not_found" });
    }
    // Organisers of another centre, in the name of their own.
    const [membership] = world.stranger.staff;
    const theirs = { centerId: membership?.centerId ?? "" };
    expect(
      await saveRubricDraft(world.ctx, world.stranger, { ...saveInput(draft, []), ...theirs }),
    ).toMatchObject({ reason: "not_found" });
    expect(
      await createRubric(world.ctx, world.stranger, {
        ...input,
        ...theirs,
        fromVersionId: draft.versionId,
      }),
    ).toMatchObject({ reason: "not_found" });
  });

  it("leave one event each", async () => {
    const draft = await make("Tercatat", rubricVersionId("participant-work"));
    const { basedOn } = value(
      await saveRubricDraft(world.ctx, world.organizer, saveInput(draft, draft.content.criteria)),
    );
    value(await freezeRubricVersion(world.ctx, world.organizer, draftRef({ ...draft, basedOn })));
    const events = await db.auditEvent.findMany({
      where: { subjectId: draft.rubricId },
      orderBy: { id: "asc" },
      select: { type: true, actorId: true, centerId: true },
    });
    expect(events).toEqual(
      ["rubric.derived", "rubric.draft_saved", "rubric.frozen"].map((type) => ({
        type,
        actorId: world.organizer.personId,
        centerId: world.centerId,
      })),
    );
  });
});

describe("what is written", () => {
  const base = () => ({
    commandId: newId(),
    centerId: newId(),
    versionId: newId(),
    basedOn: 0,
    nameId: "Rubrik",
    nameEn: "",
    source: "Sumber",
    scaleKind: "SCALE_1_5",
    criteria: [criterion("a", 1)],
  });
  it.each([
    ["a weight that is no whole number", { criteria: [criterion("a", 1.5)] }],
    ["a weight above 100", { criteria: [criterion("a", 101)] }],
    ["two criteria of one code", { criteria: [criterion("a", 1), criterion("a", 1)] }],
    ["a code that is none", { criteria: [criterion("A b", 1)] }],
    [
      "too many criteria",
      { criteria: Array.from({ length: 41 }, (_, n) => criterion(`c${n}`, 1)) },
    ],
    ["a name of one letter", { nameId: "R" }],
    ["no source", { source: " " }],
    [
      "a level described twice",
      {
        criteria: [
          {
            ...criterion("a", 1),
            levels: [1, 1].map((value) => ({ value, labelId: "x", labelEn: "" })),
          },
        ],
      },
    ],
    [
      "a level in English only",
      {
        criteria: [{ ...criterion("a", 1), levels: [{ value: 1, labelId: "", labelEn: "x" }] }],
      },
    ],
  ])("is refused with %s", (_, wrong) => {
    expect(saveRubricSchema.safeParse({ ...base(), ...wrong }).success).toBe(false);
  });
  it("is taken as it is otherwise", () => {
    expect(saveRubricSchema.safeParse(base()).success).toBe(true);
  });
});
