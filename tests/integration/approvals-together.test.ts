import { beforeEach, describe, expect, it } from "vitest";
import { GRACE_SECONDS } from "@/lib/approval/model";
import { approveTogether, carryOutApprovals, takeBackApprovals } from "@/lib/approval/mutations";
import { withdrawStage } from "@/lib/assignment/mutations";
import type { Actor } from "@/lib/platform/actor";
import { findQueue } from "@/lib/review/data";
import { readQueueFilter } from "@/lib/review/model";
import { facilitatorScope } from "@/lib/review/policy";
import { openDatabase } from "@/tests/support/database";
import {
  approve,
  assign,
  createWorld,
  newId,
  stageOf,
  submit,
  value,
  type World,
} from "@/tests/support/world";

/** Several submissions approved with one press: nothing happens for a minute, then each as it stands. */
const database = openDatabase();
const STAGE = "EVALUATE" as const;
let world: World;
let reviewer: Actor;
let authors: Actor[];
let waiting: string[];

beforeEach(async () => {
  world = await createWorld(database.app);
  reviewer = world.facilitators[0] as Actor;
  authors = world.participants.slice(0, 2);
  waiting = [];
  for (const author of authors) {
    const assignmentId = await assign(world, author);
    value(await submit(world, author, assignmentId, STAGE));
    waiting.push(assignmentId);
  }
});

async function items() {
  return Promise.all(
    waiting.map(async (assignmentId) => {
      const { version, latestRevisionId } = await stageOf(world, assignmentId, STAGE);
      return { assignmentId, stage: STAGE, basedOn: version, revisionId: latestRevisionId ?? "" };
    }),
  );
}
const states = () =>
  Promise.all(waiting.map(async (id) => (await stageOf(world, id, STAGE)).state));
const decisions = () =>
  database.app.reviewDecision.count({ where: { stage: { assignmentId: { in: waiting } } } });
async function queue() {
  const scope = facilitatorScope(reviewer);
  if (!scope) throw new Error("no scope");
  return findQueue(database.app, scope, readQueueFilter({}), world.ctx.clock.now());
}

describe("approvals given together", () => {
  it("do nothing at first, then each is the ordinary command, carried out once", async () => {
    const command = { commandId: newId(), items: await items() };
    const given = value(await approveTogether(world.ctx, reviewer, command));
    expect(given).toMatchObject({ accepted: 2, refused: [] });
    expect(new Date(given.dueAt).getTime() - world.ctx.clock.now().getTime()).toBe(
      GRACE_SECONDS * 1_000,
    );
    expect(value(await approveTogether(world.ctx, reviewer, command))).toEqual(given);
    expect(await states()).toEqual(["SUBMITTED", "SUBMITTED"]);
    expect(await decisions()).toBe(0);
    const before = await queue();
    expect(before.together.pending).toEqual([
      { batchId: given.batchId, dueAt: given.dueAt, count: 2 },
    ]);
    expect(before.rows.map(({ together, pendingUntil }) => [together, pendingUntil])).toEqual([
      ["pending", given.dueAt],
      ["pending", given.dueAt],
    ]);
    const jobs = await database.owner.$queryRaw<{ wait: number }[]>`
      SELECT round(extract(epoch FROM start_after - ${new Date(given.dueAt)}))::int AS wait
      FROM pgboss.job WHERE name = 'approvals' AND data->>'batchId' = ${given.batchId}`;
    expect(jobs).toEqual([{ wait: 0 }]);

    await Promise.all([
      carryOutApprovals(world.ctx, given.batchId),
      carryOutApprovals(world.ctx, given.batchId),
    ]);
    expect(await states()).toEqual(["APPROVED", "APPROVED"]);
    expect(await decisions()).toBe(2);
    expect((await queue()).together).toEqual({ pending: [], refused: [] });
    const late = { commandId: newId(), batchId: given.batchId };
    expect(await takeBackApprovals(world.ctx, reviewer, late)).toMatchObject({
      reason: "wrong_state",
    });
  });

  it("are taken back by who gave them, as if they had never been", async () => {
    const { batchId } = value(
      await approveTogether(world.ctx, reviewer, { commandId: newId(), items: await items() }),
    );
    const takeBack = (actor: Actor) =>
      takeBackApprovals(world.ctx, actor, { commandId: newId(), batchId });
    expect(await takeBack(world.facilitators[1] as Actor)).toMatchObject({ reason: "not_found" });
    expect(value(await takeBack(reviewer)).takenBack).toBe(2);
    await carryOutApprovals(world.ctx, batchId);
    expect(await states()).toEqual(["SUBMITTED", "SUBMITTED"]);
    expect(await decisions()).toBe(0);
    // And can be given again.
    value(await approveTogether(world.ctx, reviewer, { commandId: newId(), items: await items() }));
  });

  it("of ten take-backs and as many carryings-out at the same moment all go one way", async () => {
    const { batchId } = value(
      await approveTogether(world.ctx, reviewer, { commandId: newId(), items: await items() }),
    );
    const results = await Promise.all(
      Array.from({ length: 10 }, async (_, index) => {
        if (index % 2 === 0) return carryOutApprovals(world.ctx, batchId);
        return takeBackApprovals(world.ctx, reviewer, { commandId: newId(), batchId });
      }),
    );
    const takenBack = results.some((result) => result?.ok);
    expect(await states()).toEqual(
      takenBack ? ["SUBMITTED", "SUBMITTED"] : ["APPROVED", "APPROVED"],
    );
  });

  it("leave alone what has changed meanwhile, and say so", async () => {
    const [first, second] = waiting as [string, string];
    const { batchId } = value(
      await approveTogether(world.ctx, reviewer, { commandId: newId(), items: await items() }),
    );
    const author = authors[0] as Actor;
    value(
      await withdrawStage(world.ctx, author, {
        commandId: newId(),
        assignmentId: first,
        stage: STAGE,
        basedOn: (await stageOf(world, first, STAGE)).version,
      }),
    );
    // The one who gave them is no longer the reviewer of the other.
    await database.app.enrolment.update({
      where: { id: (authors[1] as Actor).enrolments[0]?.id ?? "" },
      data: { facilitatorId: (world.facilitators[1] as Actor).enrolments[0]?.id ?? "" },
    });
    await carryOutApprovals(world.ctx, batchId);
    expect(await states()).toEqual(["OPEN", "SUBMITTED"]);
    expect((await queue()).together.refused).toMatchObject([
      { assignmentId: second, reason: "not_found" },
    ]);
    value(await submit(world, author, first, STAGE));
    value(await approve(world, reviewer, first, STAGE));
  });

  it("are refused one by one, and altogether where none can be", async () => {
    const [ready] = await items();
    if (!ready) throw new Error("nothing waits");
    const stale = { ...ready, assignmentId: waiting[1] ?? "" };
    const give = (actor: Actor, some: (typeof ready)[]) =>
      approveTogether(world.ctx, actor, { commandId: newId(), items: some });
    for (const actor of [world.facilitators[1] as Actor, world.stranger, world.otherFacilitator]) {
      expect(await give(actor, [ready])).toMatchObject({ reason: "not_found" });
    }
    for (const actor of [world.organizer, world.viewer, authors[0] as Actor]) {
      expect(await give(actor, [ready])).toMatchObject({ reason: "forbidden" });
    }
    expect(await give(reviewer, [stale])).toMatchObject({ reason: "conflict" });
    expect(value(await give(reviewer, [ready, stale]))).toMatchObject({
      accepted: 1,
      refused: [{ assignmentId: stale.assignmentId, reason: "conflict" }],
    });
    // Twice the same is once.
    expect(await give(reviewer, [ready])).toMatchObject({ reason: "conflict" });
  });

  it("are held to who may, also in SQL, and not taken back once they are under way", async () => {
    const [ready] = await items();
    const stage = await stageOf(world, ready?.assignmentId ?? "", STAGE);
    const insert = (approver: string) =>
      database.app.$executeRawUnsafe(
        `INSERT INTO pending_approvals (id, batch_id, stage_id, revision_id, based_on, approver_id, created_at, due_at, claimed_at)
         VALUES ('${newId()}', '${newId()}', '${stage.id}', '${stage.latestRevisionId}', 1, '${approver}', now(), now() + interval '1 minute', now())`,
      );
    for (const { personId } of [
      world.facilitators[1] as Actor,
      world.organizer,
      authors[0] as Actor,
    ]) {
      await expect(insert(personId)).rejects.toThrow(/by who may/);
    }
    await insert(reviewer.personId);
    await expect(
      database.app.$executeRawUnsafe(
        `DELETE FROM pending_approvals WHERE stage_id = '${stage.id}'`,
      ),
    ).rejects.toThrow(/not taken back/);
  });
});
