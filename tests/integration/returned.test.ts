import { beforeAll, describe, expect, it } from "vitest";
import { findAssignment } from "@/lib/api/assignments";
import { findStageForm, findTask } from "@/lib/assignment/data";
import { submitStage } from "@/lib/assignment/mutations";
import { participantScope } from "@/lib/assignment/policy";
import type { Actor } from "@/lib/platform/actor";
import { findReviewRecord, readReview } from "@/lib/review/data";
import { answerReason, returnStage } from "@/lib/review/mutations";
import { openDatabase } from "@/tests/support/database";
import {
  approve,
  assign,
  createWorld,
  newId,
  stageOf,
  submit,
  validDocument,
  value,
  type World,
} from "@/tests/support/world";

/** Work that came back: its reasons are ticked off, and both sides see what has become of them. */
const database = openDatabase();
let world: World;
let participant: Actor;
let facilitator: Actor;

beforeAll(async () => {
  world = await createWorld(database.app);
  participant = world.participants[0] as Actor;
  facilitator = world.facilitators[0] as Actor;
});

const STAGE = "EVALUATE" as const;

/** Sends the first stage back with two reasons, one at the summary and a general one. */
async function sendBack(assignmentId: string, by: Actor) {
  const { version, latestRevisionId } = await stageOf(world, assignmentId, STAGE);
  value(
    await returnStage(world.ctx, by, {
      commandId: newId(),
      assignmentId,
      stage: STAGE,
      basedOn: version,
      revisionId: latestRevisionId ?? "",
      reasons: [
        { fieldPath: "summary", text: "Ringkasan belum menyebut buktinya." },
        { fieldPath: null, text: "Periksa ejaannya." },
      ],
    }),
  );
  const last = await database.app.reviewDecision.findFirstOrThrow({
    where: { stage: { assignmentId, kind: STAGE } },
    orderBy: [{ decidedAt: "desc" }, { id: "desc" }],
    select: { reasons: { orderBy: { sortOrder: "asc" }, select: { id: true } } },
  });
  return last.reasons.map(({ id }) => id);
}

const tick = (actor: Actor, assignmentId: string, reasonId: string, answered = true) =>
  answerReason(world.ctx, actor, {
    commandId: newId(),
    assignmentId,
    stage: STAGE,
    reasonId,
    answered,
  });

async function form(assignmentId: string) {
  const scope = participantScope(participant);
  const now = world.ctx.clock.now();
  const found = await findStageForm(database.app, scope, assignmentId, STAGE, now);
  if (found?.stage !== STAGE) throw new Error("no form");
  return found;
}

describe("reasons of a return", () => {
  it("are ticked off by the participant and shown wherever the return is", async () => {
    const assignmentId = await assign(world, participant);
    value(await submit(world, participant, assignmentId, STAGE));
    const [first = "", second = ""] = await sendBack(assignmentId, facilitator);
    const { version, latestRevisionId } = await stageOf(world, assignmentId, STAGE);

    expect(value(await tick(participant, assignmentId, first)).answered).toBe(true);
    // Again, as after a lost answer under another id: nothing changes.
    value(await tick(participant, assignmentId, first));
    value(await tick(participant, assignmentId, second));
    value(await tick(participant, assignmentId, second, false));

    const told = (reasons: readonly { id: string; answered: boolean }[] | undefined) =>
      reasons?.map(({ id, answered }) => [id, answered]);
    const expected = [
      [first, true],
      [second, false],
    ];
    const dto = await form(assignmentId);
    expect(told(dto.returned?.reasons)).toEqual(expected);
    const now = world.ctx.clock.now();
    const scope = participantScope(participant);
    const task = await findTask(database.app, scope, assignmentId, now);
    expect(told(task?.returns.EVALUATE?.reasons)).toEqual(expected);
    const machine = await findAssignment(database.app, participant, assignmentId, {
      now,
      withContext: false,
    });
    expect(told(machine?.assignment.stages[0]?.returned?.reasons)).toEqual(expected);

    // No version and no hash know of it: a draft that was being written goes on.
    expect((await stageOf(world, assignmentId, STAGE)).version).toBe(version);
    const revision = await database.app.revision.findUniqueOrThrow({
      where: { id: latestRevisionId ?? "" },
      select: { content: true },
    });
    expect(dto.before).toEqual(revision.content);
    const events = await database.app.auditEvent.count({
      where: { subjectId: assignmentId, type: "stage.reason_answered" },
    });
    expect(events).toBe(3);
  });

  it("show the reviewer what was ticked and what the field said before", async () => {
    const assignmentId = await assign(world, participant, 1);
    value(await submit(world, participant, assignmentId, STAGE));
    const [first = ""] = await sendBack(assignmentId, facilitator);
    value(await tick(participant, assignmentId, first));
    const before = await validDocument(world, assignmentId, STAGE);
    if (!("summary" in before)) throw new Error("no evaluation");
    const summary = `${before.summary} Buktinya ada pada foto pertama.`;
    const { version } = await stageOf(world, assignmentId, STAGE);
    const command = { commandId: newId(), assignmentId, stage: STAGE, basedOn: version };
    value(
      await submitStage(world.ctx, participant, { ...command, document: { ...before, summary } }),
    );
    // A tick that was made without signal arrives behind the submission.
    value(await tick(participant, assignmentId, first, false));
    value(await tick(participant, assignmentId, first));

    const record = await findReviewRecord(
      database.app,
      assignmentId,
      facilitator.personId,
      world.ctx.clock.now(),
    );
    if (!record) throw new Error("no record");
    const review = await readReview(database.app, record, {
      stage: STAGE,
      revision: null,
      readerId: facilitator.personId,
      readerIs: "FACILITATOR",
      roles: ["FACILITATOR"],
      queue: null,
      now: world.ctx.clock.now(),
    });
    expect(review?.decisions[0]?.reasons).toMatchObject([
      {
        id: first,
        answered: true,
        since: "changed",
        changes: [{ kind: "changed", path: "summary", before: before.summary }],
      },
      { answered: false, since: null, changes: [] },
    ]);

    // Decided: what was ticked is a fact, and the form marks nothing any more.
    value(await approve(world, facilitator, assignmentId, STAGE));
    expect(await tick(participant, assignmentId, first, false)).toMatchObject({
      reason: "wrong_state",
    });
    expect((await form(assignmentId)).before).toBeNull();
  });

  it("are nobody else's to tick, and only those of the last return", async () => {
    const other = world.participants[1] as Actor;
    const assignmentId = await assign(world, other);
    value(await submit(world, other, assignmentId, STAGE));
    const unreturned = await tick(other, assignmentId, newId());
    expect(unreturned).toMatchObject({ reason: "wrong_state" });
    const [old = ""] = await sendBack(assignmentId, facilitator);
    expect(await tick(participant, assignmentId, old)).toMatchObject({ reason: "not_found" });
    expect(await tick(facilitator, assignmentId, old)).toMatchObject({ reason: "forbidden" });
    value(await submit(world, other, assignmentId, STAGE));
    await sendBack(assignmentId, facilitator);
    expect(await tick(other, assignmentId, old)).toMatchObject({ reason: "not_found" });
    expect(await tick(other, assignmentId, newId())).toMatchObject({ reason: "not_found" });
    // The database holds it as well, whatever asks.
    const cheat = (sql: string) => database.app.$executeRawUnsafe(sql).then(() => "passed", String);
    expect(await cheat(`INSERT INTO reason_answers VALUES ('${old}', now())`)).toMatch(
      /last return/,
    );
    expect(await cheat(`UPDATE reason_answers SET answered_at = now()`)).toMatch(
      /permission denied/,
    );
  });
});
