import { beforeAll, describe, expect, it } from "vitest";
import { execute } from "@/lib/api/execute";
import { createAssignments, saveDraft, submitStage } from "@/lib/assignment/mutations";
import { moveCohort } from "@/lib/cohort/mutations";
import type { CohortCommandType, CohortState } from "@/lib/cohort/workflow";
import { findActor } from "@/lib/person/data";
import type { Actor } from "@/lib/platform/actor";
import { openDatabase } from "@/tests/support/database";
import {
  assign,
  createWorld,
  enrolmentOf,
  newId,
  stageOf,
  submit,
  validDocument,
  value,
  type World,
} from "@/tests/support/world";

/** What may be done in a cohort follows from its state, whoever asks and at whichever door. */

const database = openDatabase();
let world: World;
let participant: Actor;
let facilitator: Actor;
/** The organiser with more power in the same centre. */
let head: Actor;

beforeAll(async () => {
  world = await createWorld(database.app);
  participant = world.participants[0] as Actor;
  facilitator = world.facilitators[0] as Actor;
  head = {
    ...world.organizer,
    staff: [{ centerId: world.centerId, role: "ADMINISTRATOR" }],
  };
});

const move = (actor: Actor, type: CohortCommandType, more: object = {}) =>
  moveCohort(world.ctx, actor, { commandId: newId(), cohortId: world.cohortId, type, ...more });

async function stateOf(cohortId = world.cohortId): Promise<CohortState> {
  const cohort = await database.app.cohort.findUniqueOrThrow({ where: { id: cohortId } });
  return cohort.state;
}

/** Brings the cohort to a state by the ways that there are. */
async function bring(to: CohortState): Promise<void> {
  const way: Record<CohortState, Partial<Record<CohortState, [Actor, CohortCommandType]>>> = {
    RUNNING: { CLOSED: [world.organizer, "CLOSE"], ARCHIVED: [world.organizer, "CLOSE"] },
    CLOSED: { RUNNING: [head, "REOPEN"], ARCHIVED: [world.organizer, "ARCHIVE"] },
    ARCHIVED: { RUNNING: [head, "RESTORE"], CLOSED: [head, "RESTORE"] },
    DRAFT: { RUNNING: [world.organizer, "START"] },
  };
  for (let state = await stateOf(); state !== to; state = await stateOf()) {
    const [actor, type] = way[state][to] ?? [];
    if (!actor || !type) throw new Error(`no way from ${state} to ${to}`);
    value(await move(actor, type, { acceptOpen: true }));
  }
}

describe("moving a cohort", () => {
  it("is for organisers, and backwards for administrators", async () => {
    for (const [actor, reason] of [
      [participant, "not_found"],
      [facilitator, "not_found"],
      [world.stranger, "not_found"],
      [world.administrator, "not_found"],
      [world.viewer, "forbidden"],
    ] as const) {
      for (const type of ["START", "CLOSE", "ARCHIVE", "REOPEN", "RESTORE"] as const) {
        expect(await move(actor, type), `${actor.name} ${type}`).toMatchObject({ reason });
      }
    }
    value(await move(world.organizer, "CLOSE"));
    expect(await move(world.organizer, "REOPEN")).toMatchObject({ reason: "forbidden" });
    value(await move(head, "REOPEN"));
    expect(await stateOf()).toBe("RUNNING");
  });

  it("happens once, however often it is asked and by how many at the same moment", async () => {
    const command = {
      commandId: newId(),
      cohortId: world.cohortId,
      type: "CLOSE" as const,
    };
    const twice = await Promise.all([
      moveCohort(world.ctx, world.organizer, command),
      moveCohort(world.ctx, world.organizer, command),
    ]);
    expect(twice[0]).toEqual(twice[1]);
    expect(twice[0].ok).toBe(true);
    await bring("RUNNING");
    const race = await Promise.all([move(world.organizer, "CLOSE"), move(head, "CLOSE")]);
    expect(race.filter(({ ok }) => ok)).toHaveLength(1);
    expect(race.find(({ ok }) => !ok)).toMatchObject({
      reason: "cohort_state",
      details: { state: "CLOSED" },
    });
    await bring("RUNNING");
  });

  it("is audited with what was open", async () => {
    await assign(world, participant);
    value(await move(world.organizer, "CLOSE"));
    const event = await database.app.auditEvent.findFirstOrThrow({
      where: { type: "cohort.state_changed", cohortId: world.cohortId },
      orderBy: { id: "desc" },
    });
    expect(event).toMatchObject({
      actorId: world.organizer.personId,
      centerId: world.centerId,
      payload: { from: "RUNNING", to: "CLOSED", open: 1 },
    });
    await bring("RUNNING");
  });

  it("puts nothing away with open work, unless that is said", async () => {
    await bring("CLOSED");
    expect(await move(world.organizer, "ARCHIVE")).toEqual({
      ok: false,
      reason: "work_open",
      details: { open: 1 },
    });
    expect(await stateOf()).toBe("CLOSED");
    value(await move(world.organizer, "ARCHIVE", { acceptOpen: true }));
    expect(await stateOf()).toBe("ARCHIVED");
    await bring("RUNNING");
  });
});

describe("outside its running time", () => {
  it.each([
    ["CLOSED", "cohort_closed"],
    ["ARCHIVED", "cohort_archived"],
  ] as const)("in %s nothing is done at any door", async (state, reason) => {
    const second = world.participants[1] as Actor;
    await bring("RUNNING");
    const known = await database.app.assignment.findFirst({
      where: { enrolmentId: enrolmentOf(second) },
    });
    const assignmentId = known?.id ?? (await assign(world, second));
    if ((await stageOf(world, assignmentId, "EVALUATE")).state === "OPEN") {
      value(await submit(world, second, assignmentId, "EVALUATE"));
    }
    const document = await validDocument(world, assignmentId, "EVALUATE");
    await bring(state);
    const { version, latestRevisionId } = await stageOf(world, assignmentId, "EVALUATE");
    const on = { assignmentId, stage: "EVALUATE", basedOn: version };
    const judged = { ...on, revisionId: latestRevisionId };
    const reasons = [{ fieldPath: null, text: "Lengkapi buktinya." }];
    const commands: [Actor, string, object][] = [
      [second, "SAVE_DRAFT", { ...on, document }],
      [second, "SUBMIT", { ...on, document }],
      [second, "WITHDRAW", on],
      [second, "COMMENT", { ...judged, fieldPath: null, body: "Halo" }],
      [facilitator, "COMMENT", { ...judged, fieldPath: null, body: "Halo" }],
      [facilitator, "RETURN", { ...judged, reasons }],
      [facilitator, "APPROVE", judged],
      [facilitator, "REOPEN", { ...judged, reasons }],
      [facilitator, "ASSESS_WORK", { assignmentId, basedOn: 0, scores: [] }],
      [world.organizer, "CANCEL", { assignmentId, reason: "Tidak dilanjutkan lagi." }],
      [
        world.organizer,
        "CREATE_ASSIGNMENTS",
        {
          cohortId: world.cohortId,
          enrolmentIds: [enrolmentOf(second)],
          innovationIds: world.innovationIds,
          dueAt: {
            EVALUATE: "2018-08-09T10:00:00Z",
            OBSTACLES: "2018-08-10T10:00:00Z",
            SOLUTION: "2018-08-11T10:00:00Z",
            PLAN: "2018-08-12T10:00:00Z",
          },
          instructions: "",
        },
      ],
    ];
    for (const [actor, type, payload] of commands) {
      const answer = await execute(world.ctx, actor, { commandId: newId(), type, payload });
      expect(answer, type).toMatchObject({ status: 409, result: { ok: false, reason } });
    }
    // Whoever has nothing to do with it learns nothing of it.
    const foreign = await execute(world.ctx, world.otherParticipant, {
      commandId: newId(),
      type: "SUBMIT",
      payload: { ...on, document },
    });
    expect(foreign).toMatchObject({ status: 404, result: { reason: "not_found" } });
  });

  it("a close and what is handed in at the same moment queue, and neither half happens", async () => {
    const own = await createWorld(database.app, { participants: 4 });
    const assigned = await Promise.all(
      own.participants.map(async (actor) => ({ actor, id: await assign(own, actor) })),
    );
    const documents = await Promise.all(
      assigned.map(({ id }) => validDocument(own, id, "EVALUATE")),
    );
    const [closed, ...handedIn] = await Promise.all([
      moveCohort(own.ctx, own.organizer, {
        commandId: newId(),
        cohortId: own.cohortId,
        type: "CLOSE",
      }),
      ...assigned.map(({ actor, id }, index) =>
        submitStage(own.ctx, actor, {
          commandId: newId(),
          assignmentId: id,
          stage: "EVALUATE",
          basedOn: 0,
          document: documents[index],
        }),
      ),
    ]);
    expect(closed.ok).toBe(true);
    for (const [index, result] of handedIn.entries()) {
      const stage = await stageOf(own, assigned[index]?.id ?? "", "EVALUATE");
      if (result.ok) expect(stage.state).toBe("SUBMITTED");
      else {
        expect(result.reason).toBe("cohort_closed");
        expect(stage).toMatchObject({ state: "OPEN", version: 0 });
      }
    }
  });

  it("the database refuses what gets past the server", async () => {
    await bring("RUNNING");
    const assignmentId = await assign(world, world.participants[2] as Actor);
    const { id: stageId } = await stageOf(world, assignmentId, "EVALUATE");
    await bring("CLOSED");
    const attempts = [
      `UPDATE stages SET draft = '{}' WHERE id = '${stageId}'`,
      `UPDATE assignments SET cancelled_at = now() WHERE id = '${assignmentId}'`,
      `INSERT INTO comments (id, stage_id, revision_id, body, author_id, author_name, created_at)
       SELECT gen_random_uuid(), stage_id, id, 'x', submitted_by_id, 'x', now() FROM revisions LIMIT 1`,
      `UPDATE cohorts SET state = 'DRAFT' WHERE id = '${world.cohortId}'`,
    ];
    for (const statement of attempts) {
      await expect(database.app.$executeRawUnsafe(statement), statement).rejects.toThrow(
        /cohort (is|cannot)/,
      );
    }
    await bring("RUNNING");
  });

  it("what was carried out before its end answers a repeat as it did", async () => {
    const assignmentId = await assign(world, world.participants[3] as Actor);
    const command = {
      commandId: newId(),
      assignmentId,
      stage: "EVALUATE" as const,
      basedOn: 0,
      document: await validDocument(world, assignmentId, "EVALUATE"),
    };
    const first = value(await saveDraft(world.ctx, world.participants[3] as Actor, command));
    await bring("CLOSED");
    expect(value(await saveDraft(world.ctx, world.participants[3] as Actor, command))).toEqual(
      first,
    );
    await bring("RUNNING");
  });
});

describe("a draft", () => {
  it("is not there for the enrolled, starts when it has what it needs, and takes no work before", async () => {
    const draft = await createWorld(database.app);
    for (const statement of [
      "ALTER TABLE cohorts DISABLE TRIGGER cohorts_state",
      `UPDATE cohorts SET state = 'DRAFT' WHERE id = '${draft.cohortId}'`,
      "ALTER TABLE cohorts ENABLE TRIGGER cohorts_state",
    ]) {
      await database.owner.$executeRawUnsafe(statement);
    }
    const someone = draft.participants[0] as Actor;
    const seen = () => findActor(database.app, { personId: someone.personId, sessionVersion: 0 });
    expect((await seen())?.enrolments).toEqual([]);

    const assigning = () =>
      createAssignments(draft.ctx, draft.organizer, {
        commandId: newId(),
        cohortId: draft.cohortId,
        enrolmentIds: [enrolmentOf(someone)],
        innovationIds: [draft.innovationIds[0] as string],
        dueAt: {
          EVALUATE: "2018-08-09T10:00:00Z",
          OBSTACLES: "2018-08-10T10:00:00Z",
          SOLUTION: "2018-08-11T10:00:00Z",
          PLAN: "2018-08-12T10:00:00Z",
        },
        instructions: "",
      });
    expect(await assigning()).toEqual({ ok: false, reason: "cohort_draft" });

    const start = () =>
      moveCohort(draft.ctx, draft.organizer, {
        commandId: newId(),
        cohortId: draft.cohortId,
        type: "START",
      });
    const visits = await database.app.visit.findMany({ where: { cohortId: draft.cohortId } });
    await database.app.visit.deleteMany({ where: { cohortId: draft.cohortId } });
    expect(await start()).toEqual({
      ok: false,
      reason: "cohort_incomplete",
      details: { visits: 0, participants: 4 },
    });
    await database.app.visit.createMany({ data: visits });
    expect(value(await start())).toMatchObject({ state: "RUNNING" });
    expect((await seen())?.enrolments).toHaveLength(1);
    expect((await assigning()).ok).toBe(true);
  });
});
