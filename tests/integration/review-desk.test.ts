import { beforeAll, describe, expect, it } from "vitest";
import { findTask } from "@/lib/assignment/data";
import { submitStage, withdrawStage } from "@/lib/assignment/mutations";
import { participantScope, rolesOn } from "@/lib/assignment/policy";
import { CANNED_BOUNDS } from "@/lib/canned-comment/model";
import { addCanned, removeCanned } from "@/lib/canned-comment/mutations";
import { type DeskDrafts, DRAFT_BOUNDS, LEASE_MINUTES } from "@/lib/desk/model";
import { releaseLease, saveReviewDraft, takeLease } from "@/lib/desk/mutations";
import { saveReviewDraftSchema } from "@/lib/desk/schema";
import { reallocate } from "@/lib/enrolment/mutations";
import type { Actor } from "@/lib/platform/actor";
import { fixedClock } from "@/lib/platform/clock";
import { findQueue, findReviewRecord, readReview } from "@/lib/review/data";
import { readQueueFilter } from "@/lib/review/model";
import {
  addComment,
  approveStage,
  reopenStage,
  resolveThread,
  returnStage,
} from "@/lib/review/mutations";
import { facilitatorScope } from "@/lib/review/policy";
import { commentSchema } from "@/lib/review/schema";
import { openDatabase } from "@/tests/support/database";
import {
  approve,
  assign,
  createWorld,
  enrolmentOf,
  NOW,
  newId,
  stageOf,
  submit,
  validDocument,
  value,
  type World,
} from "@/tests/support/world";

/** The desk at which what was submitted is reviewed: who is at it, and who decides. */
const database = openDatabase();
const STAGE = "EVALUATE" as const;
let world: World;
let first: Actor;
let second: Actor;

beforeAll(async () => {
  world = await createWorld(database.app);
  [first, second] = world.facilitators as [Actor, Actor];
});

const after = (minutes: number) =>
  ({
    ...world.ctx,
    clock: fixedClock(new Date(new Date(NOW).getTime() + minutes * 60_000).toISOString()),
  }) satisfies World["ctx"];

async function waiting(participant: Actor, innovation = 0): Promise<string> {
  const assignmentId = await assign(world, participant, innovation);
  value(await submit(world, participant, assignmentId, STAGE));
  return assignmentId;
}

async function take(actor: Actor, assignmentId: string, minutes = 0, takeOver = false) {
  const { latestRevisionId } = await stageOf(world, assignmentId, STAGE);
  return takeLease(after(minutes), actor, {
    commandId: newId(),
    assignmentId,
    stage: STAGE,
    revisionId: latestRevisionId ?? newId(),
    takeOver,
  });
}

async function handOver(from: Actor, to: Actor) {
  const command = { commandId: newId(), cohortId: world.cohortId };
  return reallocate(world.ctx, world.organizer, {
    ...command,
    fromId: enrolmentOf(from),
    successorId: enrolmentOf(to),
  });
}

async function shown(actor: Actor, assignmentId: string, minutes = 0) {
  const now = after(minutes).clock.now();
  const record = await findReviewRecord(database.app, assignmentId, actor.personId, now);
  if (!record) throw new Error("no record");
  const review = await readReview(database.app, record, {
    stage: STAGE,
    revision: null,
    readerId: actor.personId,
    readerIs: "STAFF",
    roles: rolesOn(actor, record.subject),
    queue: null,
    now,
  });
  if (!review) throw new Error("no review");
  return review;
}

describe("a lease", () => {
  it("is taken by who may decide, shown to others, renewed, and lapses", async () => {
    const assignmentId = await waiting(world.participants[0] as Actor);
    for (const actor of [second, world.participants[0] as Actor, world.organizer, world.viewer]) {
      expect(await take(actor, assignmentId)).toMatchObject({ ok: false });
    }
    value(await take(first, assignmentId));
    expect((await shown(world.organizer, assignmentId)).lease).toEqual({
      holder: first.name,
      isReader: false,
      until: new Date(new Date(NOW).getTime() + LEASE_MINUTES * 60_000).toISOString(),
    });
    expect((await shown(first, assignmentId)).lease?.isReader).toBe(true);
    value(await take(first, assignmentId, 10));
    expect((await shown(world.organizer, assignmentId, LEASE_MINUTES + 5)).lease).not.toBeNull();
    expect((await shown(world.organizer, assignmentId, LEASE_MINUTES + 10)).lease).toBeNull();
    // Begun once, however often it is renewed.
    expect(
      await database.app.auditEvent.count({
        where: { type: "stage.review_opened", subjectId: assignmentId },
      }),
    ).toBe(1);
  });

  it("is let go by its holder alone, and ends with the decision", async () => {
    const assignmentId = await waiting(world.participants[0] as Actor, 1);
    value(await take(first, assignmentId));
    const release = (actor: Actor) =>
      releaseLease(world.ctx, actor, { commandId: newId(), assignmentId, stage: STAGE });
    expect(value(await release(world.organizer)).released).toBe(false);
    expect(value(await release(first)).released).toBe(true);
    value(await take(first, assignmentId));
    value(await approve(world, first, assignmentId, STAGE));
    expect(await database.app.reviewLease.count({ where: { stage: { assignmentId } } })).toBe(0);
    expect(await take(first, assignmentId)).toMatchObject({ reason: "wrong_state" });
  });

  it("is of one revision, and stands in nobody's way after that", async () => {
    const participant = world.participants[1] as Actor;
    const assignmentId = await waiting(participant);
    const before = await stageOf(world, assignmentId, STAGE);
    value(await take(first, assignmentId));
    value(
      await withdrawStage(world.ctx, participant, {
        commandId: newId(),
        assignmentId,
        stage: STAGE,
        basedOn: before.version,
      }),
    );
    value(await submit(world, participant, assignmentId, STAGE));
    expect((await shown(world.organizer, assignmentId)).lease).toBeNull();
    expect(
      await takeLease(world.ctx, first, {
        commandId: newId(),
        assignmentId,
        stage: STAGE,
        revisionId: before.latestRevisionId ?? "",
        takeOver: true,
      }),
    ).toMatchObject({ reason: "conflict", details: { cause: "stale" } });
    value(await take(first, assignmentId));
  });

  it("passes on with the work, recorded, and the former reviewer is no longer there", async () => {
    const assignmentId = await waiting(world.participants[1] as Actor, 1);
    value(await take(first, assignmentId));
    value(await handOver(first, second));
    expect((await shown(world.organizer, assignmentId)).lease).toBeNull();
    expect(await take(first, assignmentId)).toMatchObject({ reason: "not_found" });
    value(await take(second, assignmentId));
    expect(await approve(world, first, assignmentId, STAGE)).toMatchObject({
      reason: "not_found",
    });
    expect(
      await database.app.auditEvent.count({ where: { type: "enrolment.reallocated" } }),
    ).toBeGreaterThan(0);
    await database.app.enrolment.updateMany({
      where: { id: { in: world.participants.slice(0, 2).map(enrolmentOf) } },
      data: { facilitatorId: enrolmentOf(first) },
    });
  });
});

describe("somebody else's lease", () => {
  let assignmentId: string;

  beforeAll(async () => {
    assignmentId = await waiting(world.participants[2] as Actor);
    value(await take(second, assignmentId));
    // A colleague who may decide here too. By today's roles there is one reviewer at a time: the rule
    // that holds the table to them has to look away.
    await database.owner.$executeRaw`ALTER TABLE review_leases DISABLE TRIGGER USER`;
    await database.owner.$executeRaw`
      UPDATE review_leases SET holder_id = ${first.personId}::uuid, holder_name = ${first.name}`;
    await database.owner.$executeRaw`ALTER TABLE review_leases ENABLE TRIGGER USER`;
  });

  it("is in the queue and on the page, and refuses a decision with who and until when", async () => {
    const scope = facilitatorScope(second);
    if (!scope) throw new Error("no scope");
    const queue = await findQueue(database.app, scope, readQueueFilter({}), world.ctx.clock.now());
    const row = queue.rows.find((found) => found.assignmentId === assignmentId);
    expect(row?.openWith).toBe(first.name);
    expect((await shown(second, assignmentId)).lease).toMatchObject({
      holder: first.name,
      isReader: false,
    });
    const details = { by: first.name, until: expect.any(String), takenFromYou: false };
    expect(await approve(world, second, assignmentId, STAGE)).toMatchObject({
      reason: "leased",
      details,
    });
    expect(await take(second, assignmentId)).toMatchObject({ reason: "leased", details });
    expect((await stageOf(world, assignmentId, STAGE)).state).toBe("SUBMITTED");
  });

  it("is taken over by who may, leaves a notice, and lapses by itself", async () => {
    expect(await take(second, assignmentId, LEASE_MINUTES - 1)).toMatchObject({ reason: "leased" });
    value(await take(second, assignmentId, 1, true));
    expect(
      await database.app.reviewLease.findFirstOrThrow({ where: { stage: { assignmentId } } }),
    ).toMatchObject({ holderId: second.personId, takenFromId: first.personId });
    expect(
      await database.app.auditEvent.findFirstOrThrow({
        where: { type: "stage.review_opened", subjectId: assignmentId },
        orderBy: { at: "desc" },
      }),
    ).toMatchObject({ payload: { takenFromId: first.personId } });
    // Renewed, the notice stays for the one who was put aside.
    value(await take(second, assignmentId, 2));
    expect(
      await database.app.reviewLease.findFirstOrThrow({ where: { stage: { assignmentId } } }),
    ).toMatchObject({ takenFromId: first.personId });
    value(await approve(world, second, assignmentId, STAGE));
  });
});

describe("who decides", () => {
  it("is one of ten at the same moment, and the others are told who was", async () => {
    const assignmentId = await waiting(world.participants[3] as Actor);
    const { version, latestRevisionId } = await stageOf(world, assignmentId, STAGE);
    const on = { assignmentId, stage: STAGE, basedOn: version, revisionId: latestRevisionId ?? "" };
    const reasons = [{ fieldPath: null, text: "Lengkapi buktinya." }];
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        index % 2 === 0
          ? approveStage(world.ctx, second, { ...on, commandId: newId() })
          : returnStage(world.ctx, second, { ...on, commandId: newId(), reasons }),
      ),
    );
    const refused = results.filter((result) => !result.ok);
    expect(refused).toHaveLength(9);
    for (const result of refused) {
      expect(result).toMatchObject({
        reason: "conflict",
        details: {
          cause: "stale",
          revision: 1,
          decidedBy: second.name,
          decidedAt: expect.any(String),
        },
      });
    }
    expect(await database.app.reviewDecision.count({ where: { stage: { assignmentId } } })).toBe(1);
  });

  it("of ten facilitators is the one to whom the participant is allocated", async () => {
    const many = await createWorld(database.app, { facilitators: 10 });
    const participant = many.participants[0] as Actor;
    const assignmentId = await assign(many, participant);
    value(await submit(many, participant, assignmentId, STAGE));
    const results = await Promise.all(
      many.facilitators.map((facilitator) => approve(many, facilitator, assignmentId, STAGE)),
    );
    expect(results.map((result) => (result.ok ? "ok" : result.reason))).toEqual([
      "ok",
      ...Array.from({ length: 9 }, () => "not_found"),
    ]);
  });

  it("is the same on the page as in the command, for everybody", async () => {
    const waits = await waiting(world.participants[3] as Actor, 1);
    const decided = await waiting(world.participants[2] as Actor, 1);
    value(await approve(world, second, decided, STAGE));
    const everybody = {
      facilitator: second,
      colleague: first,
      participant: world.participants[2] as Actor,
      organizer: world.organizer,
      viewer: world.viewer,
      administrator: world.administrator,
      stranger: world.stranger,
      otherFacilitator: world.otherFacilitator,
    };
    const matrix: Record<string, unknown> = {};
    for (const [name, actor] of Object.entries(everybody)) {
      const may = async (assignmentId: string) => {
        const record = await findReviewRecord(
          database.app,
          assignmentId,
          actor.personId,
          world.ctx.clock.now(),
        );
        return record && rolesOn(actor, record.subject).length > 0
          ? (await shown(actor, assignmentId)).can
          : null;
      };
      const told = async (assignmentId: string, kind: "approve" | "return" | "reopen") => {
        // A version that never was: who may not is refused before that is looked at.
        const input = {
          commandId: newId(),
          assignmentId,
          stage: STAGE,
          basedOn: 999,
          revisionId: newId(),
        };
        const reasons = [{ fieldPath: null, text: "Lengkapi buktinya." }];
        const result = await (kind === "approve"
          ? approveStage(world.ctx, actor, input)
          : kind === "return"
            ? returnStage(world.ctx, actor, { ...input, reasons })
            : reopenStage(world.ctx, actor, { ...input, reasons }));
        return !result.ok && result.reason === "conflict";
      };
      const page = await may(waits);
      const pageDecided = await may(decided);
      matrix[name] = [
        await told(waits, "approve"),
        await told(waits, "return"),
        await told(decided, "reopen"),
      ];
      expect(
        [page?.approve ?? false, page?.return ?? false, pageDecided?.reopen ?? false],
        name,
      ).toEqual(matrix[name]);
    }
    const none = [false, false, false];
    expect(matrix).toEqual({
      facilitator: [true, true, true],
      colleague: none,
      participant: none,
      organizer: [false, false, true],
      viewer: none,
      administrator: none,
      stranger: none,
      otherFacilitator: none,
    });
  });
});

describe("what is not sent yet", () => {
  let desk: World;
  let reviewer: Actor;
  let assignmentId: string;
  let revisionId: string;

  beforeAll(async () => {
    desk = await createWorld(database.app);
    reviewer = desk.facilitators[0] as Actor;
    assignmentId = await assign(desk, desk.participants[0] as Actor);
    value(await submit(desk, desk.participants[0] as Actor, assignmentId, STAGE));
    revisionId = (await stageOf(desk, assignmentId, STAGE)).latestRevisionId ?? "";
  });

  const words = (text: string): DeskDrafts => ({
    reasons: [{ id: newId(), path: "summary", stable: "summary", label: "Ringkasan", text }],
    notes: { "": "Belum selesai" },
  });
  const save = (actor: Actor, basedOn: number, drafts: DeskDrafts, more: object = {}) =>
    saveReviewDraft(desk.ctx, actor, {
      ...saveReviewDraftSchema.parse({
        commandId: newId(),
        assignmentId,
        stage: STAGE,
        revisionId,
        basedOn,
        drafts,
      }),
      ...more,
    });

  it("is kept for its writer alone, and a second device is told what stands", async () => {
    const drafts = words("Tulis buktinya.");
    expect(value(await save(reviewer, 0, drafts)).version).toBe(1);
    expect((await shown(reviewer, assignmentId)).saved).toEqual([
      { revisionId, version: 1, drafts },
    ]);
    expect((await shown(desk.organizer, assignmentId)).saved).toEqual([
      { revisionId, version: 0, drafts: { reasons: [], notes: {} } },
    ]);
    expect(await save(reviewer, 0, words("Lain."))).toMatchObject({
      reason: "conflict",
      details: { version: 1 },
      current: { drafts },
    });
    for (const actor of [desk.viewer, desk.participants[0] as Actor, desk.stranger]) {
      expect(await save(actor, 0, drafts)).toMatchObject({ ok: false });
    }
    expect(await save(reviewer, 0, drafts, { revisionId: newId() })).toMatchObject({
      reason: "not_found",
    });
  });

  it("may be far longer than what can be sent, and be pasted from anywhere", async () => {
    const text = `<script>alert(1)</script> ${"a".repeat(100_000)}\u0000\ud800`;
    value(await save(reviewer, 1, words(text)));
    const [saved] = (await shown(reviewer, assignmentId)).saved;
    expect(saved?.drafts.reasons[0]?.text).toBe(text.slice(0, -2));
    const tooMuch = words("a".repeat(DRAFT_BOUNDS.text + 1));
    expect(
      saveReviewDraftSchema.safeParse({
        commandId: newId(),
        assignmentId,
        stage: STAGE,
        revisionId,
        basedOn: 2,
        drafts: tooMuch,
      }).success,
    ).toBe(false);
    // As a comment it is refused, and says by how much it is too long.
    const comment = { commandId: newId(), assignmentId, stage: STAGE, revisionId, fieldPath: null };
    const refused = commentSchema.safeParse({ ...comment, body: "a".repeat(100_000) });
    expect(refused.success).toBe(false);
    expect(commentSchema.parse({ ...comment, body: "<b>tebal</b>" }).body).toBe("<b>tebal</b>");
  });

  it("is gone with the decision, and the revision stays one that was read", async () => {
    value(await approve(desk, reviewer, assignmentId, STAGE));
    expect((await shown(reviewer, assignmentId)).saved).toMatchObject([
      { version: 3, drafts: { reasons: [], notes: {} } },
    ]);
    expect(await database.app.reviewDraft.count({ where: { revisionId } })).toBe(1);
  });
});

describe("threads", () => {
  let desk: World;
  let reviewer: Actor;
  let author: Actor;
  let assignmentId: string;

  beforeAll(async () => {
    desk = await createWorld(database.app);
    [reviewer, author] = [desk.facilitators[0] as Actor, desk.participants[0] as Actor];
    assignmentId = await assign(desk, author);
    value(await submit(desk, author, assignmentId, STAGE));
  });

  const say = async (actor: Actor, body: string, more: object = {}) => {
    const { latestRevisionId } = await stageOf(desk, assignmentId, STAGE);
    return addComment(desk.ctx, actor, {
      commandId: newId(),
      assignmentId,
      stage: STAGE,
      revisionId: latestRevisionId ?? "",
      fieldPath: null,
      body,
      ...more,
    });
  };
  const settle = (actor: Actor, commentId: string, resolved = true) =>
    resolveThread(desk.ctx, actor, {
      commandId: newId(),
      assignmentId,
      stage: STAGE,
      commentId,
      resolved,
    });

  it("hold what was answered at its field, settled by the reviewer, opened by the next answer", async () => {
    const { commentId } = value(await say(reviewer, "Dari mana?", { fieldPath: "summary" }));
    const answer = value(await say(author, "Dari wawancara.", { replyTo: commentId }));
    // An answer to an answer stands in the same thread.
    value(await say(reviewer, "Baik.", { replyTo: answer.commentId }));
    const comments = async () => (await shown(reviewer, assignmentId)).comments;
    expect(await comments()).toMatchObject([
      { threadId: null, resolved: null, field: { path: "summary" } },
      { threadId: commentId, byParticipant: true, field: { path: "summary" } },
      { threadId: commentId, field: { path: "summary" } },
    ]);
    expect(await settle(author, commentId)).toMatchObject({ reason: "forbidden" });
    expect(await settle(desk.organizer, commentId)).toMatchObject({ reason: "forbidden" });
    expect(await settle(reviewer, answer.commentId)).toMatchObject({ reason: "not_found" });
    value(await settle(reviewer, commentId));
    value(await settle(reviewer, commentId));
    expect((await comments())[0]?.resolved?.by).toBe(reviewer.name);
    const task = async () =>
      findTask(database.app, participantScope(author), assignmentId, desk.ctx.clock.now());
    expect((await task())?.comments[0]).toMatchObject({ resolvedBy: reviewer.name });
    value(await say(author, "Masih ada yang kurang.", { replyTo: commentId }));
    expect((await comments())[0]?.resolved).toBeNull();
    expect((await task())?.comments.map(({ threadId }) => threadId)).toEqual([
      null,
      commentId,
      commentId,
      commentId,
    ]);
  });

  it("are of one stage and one level, also for the database", async () => {
    const { commentId } = value(await say(reviewer, "Umum."));
    const elsewhere = await assign(desk, author, 1);
    expect(await say(reviewer, "Lain.", { replyTo: newId() })).toMatchObject({
      reason: "not_found",
    });
    const { id: otherStage } = await stageOf(desk, elsewhere, STAGE);
    const insert = (stageId: string, threadId: string) =>
      database.app.$executeRawUnsafe(
        `INSERT INTO comments (id, stage_id, revision_id, body, author_id, author_name, created_at, thread_id)
         SELECT '${newId()}', '${stageId}', revision_id, 'x', author_id, 'x', now(), '${threadId}'
         FROM comments WHERE id = '${commentId}'`,
      );
    await expect(insert(otherStage, commentId)).rejects.toThrow(/beginning of a thread/);
    const { commentId: answer } = value(await say(author, "Ya.", { replyTo: commentId }));
    const { id } = await stageOf(desk, assignmentId, STAGE);
    await expect(insert(id, answer)).rejects.toThrow(/beginning of a thread/);
    await expect(
      database.app.$executeRawUnsafe(
        `INSERT INTO thread_resolutions VALUES ('${answer}', '${newId()}', 'x', now())`,
      ),
    ).rejects.toThrow(/settled at its beginning/);
  });
});

describe("ready comments", () => {
  it("are one's own, or of the cohort for all who review in it, and nobody else's", async () => {
    const desk = await createWorld(database.app);
    const [own, colleague] = desk.facilitators as [Actor, Actor];
    const assignmentId = await assign(desk, desk.participants[0] as Actor);
    value(await submit(desk, desk.participants[0] as Actor, assignmentId, STAGE));
    const add = (actor: Actor, body: string, cohortId: string | null) =>
      addCanned(desk.ctx, actor, { commandId: newId(), cohortId, body });
    const remove = (actor: Actor, cannedId: string) =>
      removeCanned(desk.ctx, actor, { commandId: newId(), cannedId });

    const mine = value(await add(own, "{nama}, sebutkan sumbernya.", null));
    const theirs = value(await add(colleague, "Punya rekan.", null));
    const shared = value(await add(colleague, "Untuk semua.", desk.cohortId));
    for (const actor of [desk.participants[0] as Actor, desk.stranger, desk.otherFacilitator]) {
      expect(await add(actor, "Bukan di sini.", desk.cohortId)).toMatchObject({
        reason: "not_found",
      });
    }
    for (const actor of [desk.participants[0] as Actor, desk.viewer]) {
      expect(await add(actor, "Tidak menilai.", null)).toMatchObject({ reason: "forbidden" });
    }
    expect((await shown(own, assignmentId)).canned).toEqual([
      { id: mine.cannedId, body: "{nama}, sebutkan sumbernya.", shared: false, mayRemove: true },
      { id: shared.cannedId, body: "Untuk semua.", shared: true, mayRemove: false },
    ]);
    expect((await shown(desk.viewer, assignmentId)).canned).toEqual([]);
    expect(await remove(own, theirs.cannedId)).toMatchObject({ reason: "not_found" });
    expect(await remove(own, shared.cannedId)).toMatchObject({ reason: "forbidden" });
    expect(await remove(desk.stranger, shared.cannedId)).toMatchObject({ reason: "not_found" });
    value(await remove(desk.organizer, shared.cannedId));
    value(await remove(own, mine.cannedId));
    expect((await shown(own, assignmentId)).canned).toEqual([]);

    await database.app.cannedComment.createMany({
      data: Array.from({ length: CANNED_BOUNDS.most }, () => ({
        authorId: own.personId,
        body: "Sama saja.",
        createdAt: new Date(NOW),
      })),
    });
    expect(await add(own, "Satu lagi.", null)).toMatchObject({
      reason: "invalid",
      issues: [{ path: "body", code: "too_many" }],
    });
  });

  it("of a cohort stay as they are when it has ended", async () => {
    const desk = await createWorld(database.app);
    const own = desk.facilitators[0] as Actor;
    const shared = { commandId: newId(), cohortId: desk.cohortId, body: "Untuk semua." };
    const { cannedId } = value(await addCanned(desk.ctx, own, shared));
    await database.app.cohort.update({
      where: { id: desk.cohortId },
      data: { state: "CLOSED" },
    });
    expect(await addCanned(desk.ctx, own, { ...shared, commandId: newId() })).toMatchObject({
      reason: "cohort_closed",
    });
    expect(await removeCanned(desk.ctx, own, { commandId: newId(), cannedId })).toMatchObject({
      reason: "cohort_closed",
    });
    await expect(
      database.app.cannedComment.deleteMany({ where: { id: cannedId } }),
    ).rejects.toThrow();
    value(await addCanned(desk.ctx, own, { ...shared, commandId: newId(), cohortId: null }));
  });
});

describe("what has changed", () => {
  it("is told against the last revision that the reader has seen", async () => {
    const desk = await createWorld(database.app);
    const [reviewer, author] = [desk.facilitators[0] as Actor, desk.participants[0] as Actor];
    const assignmentId = await assign(desk, author);
    const document = (await validDocument(desk, assignmentId, STAGE)) as {
      summary: string;
      confidence: number;
    };
    const on = async () => {
      const { version, latestRevisionId } = await stageOf(desk, assignmentId, STAGE);
      const base = { commandId: newId(), assignmentId, stage: STAGE, basedOn: version };
      return { ...base, revisionId: latestRevisionId ?? "" };
    };
    const hand = async (change: object) =>
      value(
        await submitStage(desk.ctx, author, {
          ...(await on()),
          document: { ...document, ...change },
        }),
      );
    await hand({});
    expect((await shown(reviewer, assignmentId)).compared).toBeNull();
    value(await take(reviewer, assignmentId));
    value(
      await returnStage(desk.ctx, reviewer, {
        ...(await on()),
        reasons: [{ fieldPath: "summary", text: "Lengkapi ringkasannya." }],
      }),
    );
    const summary =
      `${"Ringkasan yang lebih lengkap tentang apa yang terlihat. ".repeat(3)}`.trim();
    await hand({ summary });
    // Nobody has opened the second one before it was taken back.
    value(await withdrawStage(desk.ctx, author, await on()));
    await hand({ summary, confidence: document.confidence === 5 ? 4 : 5 });
    const compared = { number: 1, total: 2 };
    expect((await shown(reviewer, assignmentId)).compared).toMatchObject(compared);
    expect((await shown(reviewer, assignmentId)).compared?.changes).toEqual(
      expect.arrayContaining([
        { kind: "changed", path: "summary", before: document.summary },
        { kind: "changed", path: "confidence", before: document.confidence },
      ]),
    );
    // Who has seen none is told against the last that was decided on.
    expect((await shown(desk.organizer, assignmentId)).compared).toMatchObject(compared);
    value(await take(reviewer, assignmentId));
    value(await withdrawStage(desk.ctx, author, await on()));
    await hand({ summary });
    expect((await shown(reviewer, assignmentId)).compared).toMatchObject({ number: 3, total: 1 });
    expect((await shown(desk.organizer, assignmentId)).compared).toMatchObject({
      number: 1,
      total: 1,
    });
  });
});
