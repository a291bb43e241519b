import { beforeEach, describe, expect, it } from "vitest";
import { digestOf, readStanding } from "@/lib/allocation/data";
import { DEFAULT_WEIGHTS } from "@/lib/allocation/model";
import { applyAllocation } from "@/lib/allocation/mutations";
import { planAllocation } from "@/lib/allocation/planning";
import { createAssignments } from "@/lib/assignment/mutations";
import { authorizeOffice } from "@/lib/center/policy";
import { authorizeOrganizing } from "@/lib/cohort/policy";
import { toIssues } from "@/lib/document/issue";
import type { Actor } from "@/lib/platform/actor";
import { listTemplates, listUsableTemplates } from "@/lib/template/data";
import { FIRST_STAGES, TEMPLATE_BOUNDS, type TemplateStages } from "@/lib/template/model";
import { deleteTemplate, saveTemplate } from "@/lib/template/mutations";
import { saveTemplateSchema } from "@/lib/template/schema";
import { openDatabase } from "@/tests/support/database";
import { createWorld, enrolmentOf, newId, value, type World } from "@/tests/support/world";

/** What a centre asks again and again, and work that is given by it. */
const database = openDatabase();
let world: World;

beforeEach(async () => {
  world = await createWorld(database.app);
});

const WORK = {
  dueAt: {
    EVALUATE: "2018-08-09T10:00:00Z",
    OBSTACLES: "2018-08-10T10:00:00Z",
    SOLUTION: "2018-08-11T10:00:00Z",
    PLAN: "2018-08-12T10:00:00Z",
  },
  instructions: "Temui kepala dinas.",
};

interface Said {
  templateId?: string | null;
  basedOn?: number | null;
  name?: string;
  instructions?: string;
  stages?: TemplateStages;
  commandId?: string;
}
const command = (said: Said = {}, centerId = world.centerId) => ({
  commandId: newId(),
  centerId,
  templateId: null,
  basedOn: null,
  name: "Kunjungan lima hari",
  instructions: "Temui kepala dinas.",
  stages: FIRST_STAGES,
  ...said,
});
const save = (said: Said = {}, actor: Actor = world.organizer) =>
  saveTemplate(world.ctx, actor, command(said));
const remove = (templateId: string, actor: Actor = world.organizer) =>
  deleteTemplate(world.ctx, actor, { commandId: newId(), centerId: world.centerId, templateId });
const kept = () => {
  const office = authorizeOffice(world.organizer, world.centerId, "read");
  if (!office) throw new Error("no office");
  return listTemplates(database.app, office);
};
const give = (templateId: string | null, actor: Actor = world.organizer) =>
  createAssignments(world.ctx, actor, {
    commandId: newId(),
    cohortId: world.cohortId,
    enrolmentIds: [enrolmentOf(world.participants[0] as Actor)],
    innovationIds: world.innovationIds,
    ...WORK,
    templateId,
  });
const given = () =>
  database.app.assignment.findMany({
    where: { cohortId: world.cohortId },
    select: { templateName: true, instructions: true },
  });

describe("a centre's templates", () => {
  it("are made, changed and taken away, each once and on the version that was seen", async () => {
    const made = command();
    const first = value(await saveTemplate(world.ctx, world.organizer, made));
    expect(value(await saveTemplate(world.ctx, world.organizer, made))).toEqual(first);
    expect(await kept()).toEqual([
      {
        id: first.templateId,
        name: "Kunjungan lima hari",
        instructions: "Temui kepala dinas.",
        stages: FIRST_STAGES,
        version: 1,
      },
    ]);
    const edit = { templateId: first.templateId, basedOn: 1, name: "Kunjungan singkat" };
    expect(value(await save(edit))).toEqual({ templateId: first.templateId, version: 2 });
    expect(await save({ ...edit, name: "Lain" })).toMatchObject({ reason: "conflict" });
    expect((await kept()).map(({ name }) => name)).toEqual(["Kunjungan singkat"]);
    expect(await remove(first.templateId)).toMatchObject({ ok: true });
    expect(await remove(first.templateId)).toMatchObject({ reason: "not_found" });
    expect(await kept()).toEqual([]);
    const told = await database.app.auditEvent.findMany({
      where: { centerId: world.centerId, type: { startsWith: "template." } },
      select: { type: true },
      orderBy: { id: "asc" },
    });
    expect(told.map(({ type }) => type)).toEqual([
      "template.saved",
      "template.saved",
      "template.deleted",
    ]);
  });

  it("have each a name of its own, also when two are made at the same moment", async () => {
    const both = await Promise.all([save(), save({ name: "KUNJUNGAN lima hari" })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({
      reason: "invalid",
      issues: [{ path: "name", code: "entry_taken" }],
    });
    // A copy gets another name; another centre may use the same.
    value(await save({ name: "Kunjungan lima hari (salinan)" }));
    const centerId = world.stranger.staff[0]?.centerId ?? "";
    value(await saveTemplate(world.ctx, world.stranger, command({}, centerId)));
  });

  it("are as many as can be looked over", async () => {
    await database.app.assignmentTemplate.createMany({
      data: Array.from({ length: TEMPLATE_BOUNDS.most }, (_, at) => ({
        centerId: world.centerId,
        name: `Templat ${at}`,
        stages: structuredClone(FIRST_STAGES) as never,
        updatedAt: world.ctx.clock.now(),
      })),
    });
    expect(await save()).toMatchObject({ issues: [{ path: "name", code: "too_many" }] });
  });

  it("belong to whoever organises there, and to nobody of another centre", async () => {
    const { templateId } = value(await save());
    const refused: [Actor, string][] = [
      [world.viewer, "forbidden"],
      [world.stranger, "not_found"],
      [world.facilitators[0] as Actor, "not_found"],
      [world.participants[0] as Actor, "not_found"],
      [world.administrator, "not_found"],
    ];
    for (const [actor, reason] of refused) {
      expect(await save({ name: "Lain" }, actor)).toMatchObject({ reason });
      expect(await save({ templateId, basedOn: 1 }, actor)).toMatchObject({ reason });
      expect(await remove(templateId, actor)).toMatchObject({ reason });
    }
    // In their own centre the id of another's names nothing.
    const centerId = world.stranger.staff[0]?.centerId ?? "";
    const theirs = command({ templateId, basedOn: 1 }, centerId);
    expect(await saveTemplate(world.ctx, world.stranger, theirs)).toMatchObject({
      reason: "not_found",
    });
    const taken = { commandId: newId(), centerId, templateId };
    expect(await deleteTemplate(world.ctx, world.stranger, taken)).toMatchObject({
      reason: "not_found",
    });
    expect(await kept()).toHaveLength(1);
  });

  it("are refused at the field where a date cannot be", () => {
    const issues = (stages: TemplateStages) => {
      const parsed = saveTemplateSchema.safeParse(command({ stages }));
      return parsed.success ? [] : toIssues(parsed.error).map(({ path, code }) => [path, code]);
    };
    const { EVALUATE, PLAN } = FIRST_STAGES;
    expect(issues(FIRST_STAGES)).toEqual([]);
    expect(issues({ ...FIRST_STAGES, EVALUATE: { ...EVALUATE, day: -1 } })).toEqual([
      ["stages.EVALUATE", "due_before_visit"],
    ]);
    expect(issues({ ...FIRST_STAGES, PLAN: { ...PLAN, closeDay: 2 } })).toEqual([
      ["stages.PLAN", "due_after_close"],
    ]);
  });
});

describe("work that is given by a template", () => {
  it("keeps its name and its own copy, whatever becomes of the template", async () => {
    const { templateId } = value(await save());
    expect(
      (await listUsableTemplates(database.app, { cohortId: world.cohortId })).map(({ id }) => id),
    ).toEqual([templateId]);
    expect(value(await give(templateId)).created).toHaveLength(2);
    const held = { templateName: "Kunjungan lima hari", instructions: "Temui kepala dinas." };
    expect(await given()).toEqual([held, held]);
    value(await save({ templateId, basedOn: 1, name: "Lain", instructions: "Lain." }));
    value(await remove(templateId));
    expect(await given()).toEqual([held, held]);
    // By which it was given is a fact, also against the application's own role.
    await expect(
      database.app.$executeRaw`UPDATE assignments SET template_name = 'Lain'`,
    ).rejects.toThrow(/does not change/);
  });

  it("names no template of another centre, and none that is gone", async () => {
    const centerId = world.stranger.staff[0]?.centerId ?? "";
    const theirs = value(await saveTemplate(world.ctx, world.stranger, command({}, centerId)));
    for (const templateId of [theirs.templateId, newId()]) {
      expect(await give(templateId)).toMatchObject({
        reason: "invalid",
        issues: [{ path: "templateId", code: "template_gone" }],
      });
    }
    expect(await given()).toEqual([]);
    expect(value(await give(null)).created).toHaveLength(2);
  });

  it("may be given by facilitators to theirs, and with an allocation to many at once", async () => {
    const { templateId } = value(await save());
    const [facilitator] = world.facilitators;
    expect(value(await give(templateId, facilitator)).created).toHaveLength(2);

    const { ctx, organizer, cohortId, centerId } = world;
    const authorized = authorizeOrganizing(organizer, { id: cohortId, centerId });
    if (!authorized) throw new Error("no organiser");
    const settings = { weights: DEFAULT_WEIGHTS, seed: 1 };
    const standing = await readStanding(ctx.db, authorized, organizer.personId, "INNOVATION");
    const digest = digestOf("INNOVATION", planAllocation(standing, settings));
    const asked = { cohortId, kind: "INNOVATION" as const, ...settings, digest };
    const gone = { ...WORK, templateId: newId() };
    expect(
      await applyAllocation(ctx, organizer, { commandId: newId(), ...asked, work: gone }),
    ).toMatchObject({ issues: [{ path: "work.templateId", code: "template_gone" }] });
    const work = { ...WORK, templateId };
    const done = await applyAllocation(ctx, organizer, { commandId: newId(), ...asked, work });
    expect(value(done).moved).toBe(3);
    expect((await given()).filter(({ templateName }) => templateName !== null)).toHaveLength(5);
  });
});
