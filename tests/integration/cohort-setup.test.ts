import { beforeAll, describe, expect, it } from "vitest";
import { findReadiness, findSetup, listCohorts } from "@/lib/cohort/data";
import { BAND_PRESETS, type CohortSetup } from "@/lib/cohort/fields";
import { createCohort, moveCohort, updateCohort } from "@/lib/cohort/mutations";
import { authorizeCohort } from "@/lib/cohort/policy";
import { createCohortSchema, updateCohortSchema } from "@/lib/cohort/schema";
import type { Actor } from "@/lib/platform/actor";
import { openDatabase } from "@/tests/support/database";
import { assign, createWorld, newId, value, type World } from "@/tests/support/world";

const database = openDatabase();
let world: World;
let regionId: string;
/** The set-up of the world's cohort. */
let known: CohortSetup;

beforeAll(async () => {
  world = await createWorld(database.app);
  const visit = await database.app.visit.findFirstOrThrow({ where: { cohortId: world.cohortId } });
  regionId = visit.hostRegionId;
  known = await setupOf(world.cohortId);
});

async function setupOf(cohortId: string, of = world): Promise<CohortSetup> {
  const found = await findSetup(database.app, { cohortId, centerId: of.centerId });
  if (!found) throw new Error("no set-up");
  return found.setup;
}

const create = (
  actor: Actor,
  change: Partial<CohortSetup> = {},
  more: { copy?: { cohortId: string; groups: boolean; agenda: boolean }; centerId?: string } = {},
) =>
  createCohort(
    world.ctx,
    actor,
    createCohortSchema.parse({
      commandId: newId(),
      centerId: world.centerId,
      copy: null,
      ...known,
      name: `Angkatan ${newId().slice(0, 8)}`,
      ...change,
      ...more,
    }),
  );

const update = (actor: Actor, cohortId: string, basedOn: number, setup: CohortSetup) =>
  updateCohort(
    world.ctx,
    actor,
    updateCohortSchema.parse({ commandId: newId(), cohortId, basedOn, ...setup }),
  );

describe("making a cohort", () => {
  it("is for organisers of the centre", async () => {
    for (const [actor, reason] of [
      [world.stranger, "not_found"],
      [world.administrator, "not_found"],
      [world.participants[0], "not_found"],
      [world.facilitators[0], "not_found"],
      [world.viewer, "forbidden"],
    ] as const) {
      expect(await create(actor as Actor)).toEqual({ ok: false, reason });
    }
  });

  it("gives a draft with all that was chosen, once", async () => {
    const input = createCohortSchema.parse({
      commandId: newId(),
      centerId: world.centerId,
      copy: null,
      ...known,
      program: "PKP",
      name: "  Angkatan   baru ",
      regulationRef: "PerLAN 15/2019",
      gatePolicy: "ON_SUBMISSION",
      spreadThreshold: 12,
      escalateAfterDays: null,
      gradeBands: [...BAND_PRESETS.halves],
      dueDates: {
        EVALUATE: { date: "2018-08-09", time: "12:00" },
        OBSTACLES: { date: "2018-08-10", time: "12:00" },
        SOLUTION: { date: "2018-08-11", time: "12:00" },
        PLAN: { date: "2018-08-12", time: "12:00" },
      },
    });
    const [first, second] = await Promise.all([
      createCohort(world.ctx, world.organizer, input),
      createCohort(world.ctx, world.organizer, input),
    ]);
    expect(first).toEqual(second);
    const { cohortId } = value(first);
    const row = await database.app.cohort.findUniqueOrThrow({ where: { id: cohortId } });
    expect(row).toMatchObject({ state: "DRAFT", version: 0, centerId: world.centerId });
    const { commandId: _, centerId: __, copy: ___, ...chosen } = input;
    expect(await setupOf(cohortId)).toEqual({ ...chosen, visits: known.visits });
  });

  it.each<[string, () => Promise<Partial<CohortSetup>>, string, string]>([
    [
      "another centre's region",
      async () => {
        const other = await createWorld(database.app);
        const visit = await database.app.visit.findFirstOrThrow({
          where: { cohortId: other.cohortId },
        });
        const own = known.visits[0] as CohortSetup["visits"][number];
        return { visits: [own, { ...own, hostRegionId: visit.hostRegionId }] };
      },
      "visits.1.hostRegionId",
      "unknown_region",
    ],
    [
      "another centre's rubric",
      async () => {
        const other = await createWorld(database.app);
        return { workRubricId: (await setupOf(other.cohortId, other)).workRubricId };
      },
      "workRubricId",
      "unknown_rubric",
    ],
    [
      "a rubric for something else",
      async () => ({ evaluationRubricId: known.workRubricId }),
      "evaluationRubricId",
      "unknown_rubric",
    ],
  ])("refuses %s at its field", async (_, change, path, code) => {
    expect(await create(world.organizer, await change())).toMatchObject({
      ok: false,
      reason: "invalid",
      issues: [{ path, code }],
    });
  });

  it("copies groups and the agenda of the same centre's cohort, and nobody's work", async () => {
    const source = value(await create(world.organizer)).cohortId;
    const group = await database.app.group.create({
      data: { cohortId: source, name: "Kelompok 1", sortOrder: 1 },
    });
    const session = (title: string, day: string, forAll: boolean) =>
      database.app.agendaSession.create({
        data: {
          cohortId: source,
          hostRegionId: regionId,
          title,
          day: new Date(day),
          startsMinute: 540,
          endsMinute: 600,
          forAll,
          secret: "rahasia",
          groups: forAll
            ? undefined
            : {
                create: { group: { connect: { cohortId_id: { cohortId: source, id: group.id } } } },
              },
          speakers: { create: { name: "Asisten Ekonomi", role: "Narasumber", sortOrder: 0 } },
        },
      });
    await session("Penerimaan", "2018-08-06", true);
    await session("Kunjungan", "2018-08-08", false);
    await session("Penutupan", "2018-08-10", true);
    const { cohortId } = value(
      await create(
        world.organizer,
        {
          startsOn: "2019-01-01",
          endsOn: "2019-04-01",
          // A day shorter: what would lie behind its end is left out.
          visits: [
            {
              hostRegionId: regionId,
              mode: "VIRTUAL",
              startsOn: "2019-02-04",
              endsOn: "2019-02-07",
            },
          ],
        },
        { copy: { cohortId: source, groups: true, agenda: true } },
      ),
    );
    const copied = await database.app.agendaSession.findMany({
      where: { cohortId },
      include: { groups: { include: { group: true } }, speakers: true },
      orderBy: { day: "asc" },
    });
    expect(copied.map(({ title, day }) => [title, day.toISOString().slice(0, 10)])).toEqual([
      ["Penerimaan", "2019-02-04"],
      ["Kunjungan", "2019-02-06"],
    ]);
    expect(copied[1]?.groups[0]?.group).toMatchObject({ cohortId, name: "Kelompok 1" });
    expect(copied[0]?.speakers[0]).toMatchObject({ name: "Asisten Ekonomi", role: "Narasumber" });
    expect(copied.every(({ secret }) => secret !== "rahasia" && secret.length > 40)).toBe(true);
    expect(await database.app.enrolment.count({ where: { cohortId } })).toBe(0);

    // Without its groups, what was for one of them is for everybody.
    const alone = value(
      await create(
        world.organizer,
        {},
        { copy: { cohortId: source, groups: false, agenda: true } },
      ),
    );
    const sessions = await database.app.agendaSession.findMany({
      where: { cohortId: alone.cohortId },
    });
    expect(sessions.map(({ forAll }) => forAll)).toEqual([true, true, true]);
  });

  it("copies nothing of another centre", async () => {
    const other = await createWorld(database.app);
    expect(
      await create(
        world.organizer,
        {},
        { copy: { cohortId: other.cohortId, groups: true, agenda: true } },
      ),
    ).toEqual({ ok: false, reason: "not_found" });
  });
});

describe("changing a cohort", () => {
  let cohortId: string;
  beforeAll(async () => {
    cohortId = value(await create(world.organizer)).cohortId;
  });

  it("is for organisers, and based on what stands", async () => {
    const setup = await setupOf(cohortId);
    for (const [actor, reason] of [
      [world.stranger, "not_found"],
      [world.participants[0], "not_found"],
      [world.viewer, "forbidden"],
    ] as const) {
      expect(await update(actor as Actor, cohortId, 0, setup)).toEqual({ ok: false, reason });
    }
    const [first, second] = await Promise.all([
      update(world.organizer, cohortId, 0, { ...setup, name: "Yang satu" }),
      update(world.organizer, cohortId, 0, { ...setup, name: "Yang lain" }),
    ]);
    const [won, lost] = first.ok ? [first, second] : [second, first];
    expect(value(won)).toEqual({ version: 1 });
    expect(lost).toEqual({
      ok: false,
      reason: "conflict",
      details: { cause: "stale", version: 1 },
    });
    const event = await database.app.auditEvent.findFirstOrThrow({
      where: { type: "cohort.updated", cohortId },
    });
    expect(event.payload).toEqual({ version: 1, fields: ["name"] });
  });

  it("leaves assignments that exist with their gate and rubrics", async () => {
    const { version, setup } = await (async () => {
      const found = await findSetup(database.app, {
        cohortId: world.cohortId,
        centerId: world.centerId,
      });
      if (!found) throw new Error("no set-up");
      return found;
    })();
    const assignmentId = await assign(world, world.participants[0] as Actor);
    value(
      await update(world.organizer, world.cohortId, version, {
        ...setup,
        gatePolicy: "ON_SUBMISSION",
      }),
    );
    const later = await assign(world, world.participants[1] as Actor);
    const gates = await database.app.assignment.findMany({
      where: { id: { in: [assignmentId, later] } },
      orderBy: { createdAt: "asc" },
      select: { id: true, gatePolicy: true },
    });
    expect(Object.fromEntries(gates.map(({ id, gatePolicy }) => [id, gatePolicy]))).toEqual({
      [assignmentId]: "ON_APPROVAL",
      [later]: "ON_SUBMISSION",
    });
    // And a visit on whose innovations somebody works stays.
    expect(
      await update(world.organizer, world.cohortId, version + 1, { ...setup, visits: [] }),
    ).toMatchObject({ issues: [{ path: "visits", code: "visit_has_work" }] });
  });

  it("keeps a visit's agenda within its days", async () => {
    await database.app.agendaSession.create({
      data: {
        cohortId,
        hostRegionId: regionId,
        title: "Penutupan",
        day: new Date("2018-08-10"),
        startsMinute: 0,
        endsMinute: 60,
        secret: "x",
      },
    });
    const setup = await setupOf(cohortId);
    const visit = setup.visits[0] as CohortSetup["visits"][number];
    expect(
      await update(world.organizer, cohortId, 1, {
        ...setup,
        visits: [{ ...visit, endsOn: "2018-08-09" }],
      }),
    ).toMatchObject({ issues: [{ path: "visits.0.endsOn", code: "visit_has_agenda" }] });
    expect(await update(world.organizer, cohortId, 1, { ...setup, visits: [] })).toMatchObject({
      issues: [{ path: "visits", code: "visit_has_agenda" }],
    });
    expect(
      value(
        await update(world.organizer, cohortId, 1, {
          ...setup,
          visits: [{ ...visit, mode: "HYBRID", endsOn: "2018-08-11" }],
        }),
      ),
    ).toEqual({ version: 2 });
    expect((await setupOf(cohortId)).visits).toEqual([
      { ...visit, mode: "HYBRID", endsOn: "2018-08-11" },
    ]);
  });

  it("ends with the cohort", async () => {
    const made = value(await create(world.organizer)).cohortId;
    value(
      await moveCohort(world.ctx, world.organizer, {
        commandId: newId(),
        cohortId: made,
        type: "ARCHIVE",
      }),
    );
    expect(await update(world.organizer, made, 0, await setupOf(made))).toEqual({
      ok: false,
      reason: "cohort_archived",
    });
  });
});

describe("the list and the checklist", () => {
  it("filters by state and word, archived ones only where they are asked for", async () => {
    const own = await createWorld(database.app);
    const made = value(
      await createCohort(
        own.ctx,
        own.organizer,
        createCohortSchema.parse({
          commandId: newId(),
          centerId: own.centerId,
          copy: null,
          ...(await setupOf(own.cohortId, own)),
          name: "100% siap_jalan",
        }),
      ),
    ).cohortId;
    const list = async (filter: Partial<Parameters<typeof listCohorts>[2]>) => {
      const found = await listCohorts(
        database.app,
        [own.centerId],
        { state: null, search: "", page: 1, ...filter },
        new Date(),
      );
      return found.rows.map(({ id }) => id);
    };
    expect(await list({})).toHaveLength(2);
    expect(await list({ state: "DRAFT" })).toEqual([made]);
    expect(await list({ search: "100% SIAP_" })).toEqual([made]);
    expect(await list({ search: "1000 siap" })).toEqual([]);
    expect(await list({ search: "lokus" })).toHaveLength(2);
    value(
      await moveCohort(own.ctx, own.organizer, {
        commandId: newId(),
        cohortId: made,
        type: "ARCHIVE",
      }),
    );
    expect(await list({})).toEqual([own.cohortId]);
    expect(await list({ state: "ARCHIVED" })).toEqual([made]);
  });

  it("counts what there is", async () => {
    const own = await createWorld(database.app);
    const authorized = authorizeCohort(own.organizer, { id: own.cohortId, centerId: own.centerId });
    if (!authorized) throw new Error("not authorized");
    await assign(own, own.participants[0] as Actor);
    expect(await findReadiness(database.app, authorized)).toEqual({
      visits: 1,
      innovations: 2,
      participants: 4,
      withoutFacilitator: 0,
      withoutGroup: 0,
      withoutAccess: 4,
      withoutWork: 3,
      facilitators: 2,
      groups: 1,
      sessions: 0,
      hasDueDates: false,
    });
  });
});
