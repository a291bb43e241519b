import { beforeEach, describe, expect, it } from "vitest";
import { listTasks } from "@/lib/assignment/data";
import { createAssignments } from "@/lib/assignment/mutations";
import { participantScope } from "@/lib/assignment/policy";
import { authorizeCohort } from "@/lib/cohort/policy";
import { countWork, listWork } from "@/lib/dashboard/data";
import { reallocate, returnEnrolment, withdrawEnrolment } from "@/lib/enrolment/mutations";
import { findActor } from "@/lib/person/data";
import type { Actor } from "@/lib/platform/actor";
import { findQueue } from "@/lib/review/data";
import { facilitatorScope } from "@/lib/review/policy";
import { openDatabase } from "@/tests/support/database";
import {
  approve,
  assign,
  createWorld,
  enrolmentOf,
  NOW,
  newId,
  submit,
  value,
  type World,
} from "@/tests/support/world";

const database = openDatabase();
const now = new Date(NOW);
let world: World;
let participant: Actor;
let first: Actor;
let second: Actor;

beforeEach(async () => {
  world = await createWorld(database.app);
  const [someone] = world.participants;
  const [one, two] = world.facilitators;
  if (!someone || !one || !two) throw new Error("an empty world");
  [participant, first, second] = [someone, one, two];
});

const withdraw = (actor: Actor, who: Actor, successor: Actor | null = null, commandId = newId()) =>
  withdrawEnrolment(world.ctx, actor, {
    commandId,
    cohortId: world.cohortId,
    enrolmentId: enrolmentOf(who),
    reason: "Mutasi jabatan",
    successorId: successor && enrolmentOf(successor),
  });

const comeBack = (who: Actor) =>
  returnEnrolment(world.ctx, world.organizer, {
    commandId: newId(),
    cohortId: world.cohortId,
    enrolmentId: enrolmentOf(who),
  });

const asNow = async ({ personId }: Actor): Promise<Actor> => {
  const actor = await findActor(database.app, { personId, sessionVersion: 0 });
  if (!actor) throw new Error("nobody");
  return actor;
};

const counted = async () => {
  const cohort = authorizeCohort(world.organizer, {
    id: world.cohortId,
    centerId: world.centerId,
  });
  if (!cohort) throw new Error("no proof");
  const view = { now, viewerId: world.organizer.personId };
  const [{ all }, work] = await Promise.all([
    countWork(database.app, cohort, now),
    listWork(database.app, cohort, {} as never, 1, view),
  ]);
  return { participants: all.participants, stages: all.stages.EVALUATE.total, rows: work.total };
};

const waitingFor = async (actor: Actor) => {
  const scope = facilitatorScope(await asNow(actor));
  if (!scope) return 0;
  const queue = await findQueue(
    database.app,
    scope,
    { tab: "waiting", search: "", page: 1 } as never,
    now,
  );
  return queue.rows.length;
};

describe("a participant who leaves", () => {
  it("keeps the work, is no longer counted, and does nothing more", async () => {
    const id = await assign(world, participant);
    value(await submit(world, participant, id, "EVALUATE"));
    expect(await counted()).toEqual({ participants: 4, stages: 1, rows: 4 });
    expect(await waitingFor(first)).toBe(1);

    value(await withdraw(world.organizer, participant));
    expect(await counted()).toEqual({ participants: 3, stages: 0, rows: 0 });
    expect(await waitingFor(first)).toBe(0);
    const gone = await asNow(participant);
    expect(gone.enrolments).toEqual([]);
    expect((await listTasks(database.app, participantScope(gone), 1, now)).total).toBe(0);
    // A page that was open before, and whoever reviews.
    expect(await submit(world, participant, id, "EVALUATE")).toMatchObject({
      reason: "withdrawn",
    });
    expect(await approve(world, first, id, "EVALUATE")).toMatchObject({ reason: "withdrawn" });
    expect(
      await createAssignments(world.ctx, world.organizer, {
        commandId: newId(),
        cohortId: world.cohortId,
        enrolmentIds: [enrolmentOf(participant)],
        innovationIds: [world.innovationIds[1] ?? ""],
        dueAt: {
          EVALUATE: "2018-08-09T10:00:00Z",
          OBSTACLES: "2018-08-10T10:00:00Z",
          SOLUTION: "2018-08-11T10:00:00Z",
          PLAN: "2018-08-12T10:00:00Z",
        },
        instructions: "",
      }),
    ).toMatchObject({ reason: "invalid" });
    expect(await database.app.revision.count({ where: { assignmentId: id } })).toBe(1);

    value(await comeBack(participant));
    expect(await counted()).toEqual({ participants: 4, stages: 1, rows: 4 });
    value(await approve(world, first, id, "EVALUATE"));
  });

  it("hands in before or is refused, when both happen at the same moment", async () => {
    const id = await assign(world, participant);
    const [handed, left] = await Promise.all([
      submit(world, participant, id, "EVALUATE"),
      withdraw(world.organizer, participant),
    ]);
    expect(left.ok).toBe(true);
    const revisions = await database.app.revision.count({ where: { assignmentId: id } });
    expect(revisions).toBe(handed.ok ? 1 : 0);
    if (!handed.ok) expect(handed.reason).toBe("withdrawn");
  });

  it("is recorded once, by organisers of the centre alone", async () => {
    for (const stranger of [world.stranger, first, participant]) {
      expect(await withdraw(stranger, participant)).toMatchObject({ reason: "not_found" });
    }
    expect(await withdraw(world.viewer, participant)).toMatchObject({ reason: "forbidden" });
    expect(await withdraw(world.organizer, world.otherParticipant)).toMatchObject({
      reason: "not_found",
    });
    const commandId = newId();
    value(await withdraw(world.organizer, participant, null, commandId));
    value(await withdraw(world.organizer, participant, null, commandId));
    expect(await withdraw(world.organizer, participant)).toMatchObject({ reason: "conflict" });
    expect(
      await database.app.auditEvent.count({
        where: { subjectId: enrolmentOf(participant), type: "enrolment.withdrawn" },
      }),
    ).toBe(1);
  });

  it("hands in nothing past the command either", async () => {
    const id = await assign(world, participant);
    const stage = await database.app.stage.findFirstOrThrow({
      where: { assignmentId: id, kind: "EVALUATE" },
    });
    value(await withdraw(world.organizer, participant));
    await expect(
      database.app.revision.create({
        data: {
          assignmentId: id,
          stageId: stage.id,
          kind: "EVALUATE",
          number: 1,
          content: {},
          contentHash: "x",
          timeliness: "ON_TIME",
          submittedById: participant.personId,
          submittedAt: now,
        },
      }),
    ).rejects.toThrow(/has left the cohort/);
  });
});

describe("a facilitator who is replaced", () => {
  it("passes participants and what waits on, and keeps what was decided", async () => {
    const [decided, waits] = [
      await assign(world, participant),
      await assign(world, participant, 1),
    ];
    value(await submit(world, participant, decided, "EVALUATE"));
    value(await approve(world, first, decided, "EVALUATE"));
    value(await submit(world, participant, waits, "EVALUATE"));
    expect([await waitingFor(first), await waitingFor(second)]).toEqual([1, 0]);

    expect(await withdraw(world.organizer, first)).toMatchObject({
      reason: "invalid",
      issues: [{ path: "successorId", code: "required" }],
    });
    for (const nobody of [first, participant, world.otherFacilitator]) {
      expect(await withdraw(world.organizer, first, nobody)).toMatchObject({
        issues: [{ path: "successorId", code: "unknown_facilitator" }],
      });
    }
    expect(value(await withdraw(world.organizer, first, second)).moved).toBe(2);
    expect([await waitingFor(first), await waitingFor(second)]).toEqual([0, 1]);
    // A page that was open before.
    expect(await approve(world, first, waits, "EVALUATE")).toMatchObject({ reason: "not_found" });
    value(await approve(world, second, waits, "EVALUATE"));
    const decision = await database.app.reviewDecision.findFirstOrThrow({
      where: { stage: { assignmentId: decided } },
    });
    expect(decision.decidedById).toBe(first.personId);

    // Nobody is given to who has left.
    expect(
      await reallocate(world.ctx, world.organizer, {
        commandId: newId(),
        cohortId: world.cohortId,
        fromId: enrolmentOf(second),
        successorId: enrolmentOf(first),
      }),
    ).toMatchObject({ reason: "invalid" });
    await expect(
      database.app.enrolment.update({
        where: { id: enrolmentOf(participant) },
        data: { facilitatorId: enrolmentOf(first) },
      }),
    ).rejects.toThrow();
    value(await comeBack(first));
    expect(
      value(
        await reallocate(world.ctx, world.organizer, {
          commandId: newId(),
          cohortId: world.cohortId,
          fromId: enrolmentOf(second),
          successorId: enrolmentOf(first),
        }),
      ).moved,
    ).toBe(4);
  });
});
