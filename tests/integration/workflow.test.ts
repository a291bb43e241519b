import { beforeAll, describe, expect, it } from "vitest";
import { STAGE_KINDS, type StageKind } from "@/lib/assignment/model";
import {
  cancelAssignment,
  createAssignments,
  saveDraft,
  submitStage,
  withdrawStage,
} from "@/lib/assignment/mutations";
import type { Actor } from "@/lib/platform/actor";
import { fixedClock } from "@/lib/platform/clock";
import {
  addComment,
  approveStage,
  reopenStage,
  returnStage,
  saveWorkAssessment,
} from "@/lib/review/mutations";
import { openDatabase } from "@/tests/support/database";
import {
  approve,
  assessWork,
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

const database = openDatabase();
let world: World;
let participant: Actor;
let facilitator: Actor;

beforeAll(async () => {
  world = await createWorld(database.app);
  participant = world.participants[0] as Actor;
  facilitator = world.facilitators[0] as Actor;
});

describe("the whole way", () => {
  it("goes from assignment to approved plan, and every step is audited and projected", async () => {
    const assignmentId = await assign(world, participant);
    for (const stage of STAGE_KINDS) {
      value(await submit(world, participant, assignmentId, stage));
      if (stage === "PLAN") {
        expect(await approve(world, facilitator, assignmentId, stage)).toMatchObject({
          ok: false,
          reason: "work_not_scored",
        });
        expect(value(await assessWork(world, facilitator, assignmentId, 85)).total).toBe(85);
      }
      value(await approve(world, facilitator, assignmentId, stage));
    }
    const db = database.app;
    const stages = await db.stage.findMany({ where: { assignmentId } });
    expect(stages.map(({ state }) => state)).toEqual(Array(4).fill("APPROVED"));

    const revisions = await db.revision.findMany({
      where: { assignmentId },
      orderBy: { submittedAt: "asc" },
      include: {
        evaluation: true,
        criterionScores: true,
        obstacles: true,
        solutions: true,
        plan: true,
        milestones: true,
        planSolutions: true,
      },
    });
    const of = (kind: StageKind) => revisions.find((revision) => revision.kind === kind);
    expect(of("EVALUATE")?.evaluation?.total?.toNumber()).toBe(60);
    expect(of("EVALUATE")?.criterionScores).toHaveLength(2);
    expect(of("OBSTACLES")?.obstacles[0]).toMatchObject({ usgTotal: 11, rank: 1, eligible: true });
    expect(of("SOLUTION")?.solutions.filter(({ selected }) => selected)).toHaveLength(1);
    expect(of("PLAN")?.plan?.budgetIdr).toBeTypeOf("bigint");
    expect(of("PLAN")?.milestones).toHaveLength(3);
    expect(of("PLAN")?.planSolutions).toHaveLength(1);
    // Each names the revision it was built on.
    expect(of("OBSTACLES")?.upstreamRevisionId).toBe(of("EVALUATE")?.id);
    expect(of("SOLUTION")?.upstreamRevisionId).toBe(of("OBSTACLES")?.id);
    expect(of("PLAN")?.upstreamRevisionId).toBe(of("SOLUTION")?.id);

    const events = await db.auditEvent.findMany({
      where: { subjectId: assignmentId },
      orderBy: { id: "asc" },
      select: { type: true },
    });
    expect(events.map(({ type }) => type).sort()).toEqual(
      [
        "assignment.created",
        ...Array(4).fill("stage.submitted"),
        ...Array(4).fill("stage.approved"),
        ...Array(3).fill("stage.opened"),
        "work.assessed",
        "work.finalized",
      ].sort(),
    );
  });
});

describe("drafts", () => {
  it("are kept partial, in versions, and a stale one is told what stands", async () => {
    const assignmentId = await assign(world, world.participants[1] as Actor);
    const author = world.participants[1] as Actor;
    const base = { assignmentId, stage: "EVALUATE" as const };
    const first = value(
      await saveDraft(world.ctx, author, {
        ...base,
        commandId: newId(),
        basedOn: 0,
        document: { summary: "Baru mulai menulis" },
      }),
    );
    expect(first.version).toBe(1);
    const stale = await saveDraft(world.ctx, author, {
      ...base,
      commandId: newId(),
      basedOn: 0,
      document: { summary: "Dari perangkat lain" },
    });
    expect(stale).toMatchObject({
      ok: false,
      reason: "conflict",
      details: { cause: "stale", version: 1, state: "OPEN" },
      current: { document: { summary: "Baru mulai menulis" } },
    });
  });

  it("refuse what is beyond bounds, with the place", async () => {
    const author = world.participants[1] as Actor;
    const { id: assignmentId } = await database.app.assignment.findFirstOrThrow({
      where: { enrolmentId: enrolmentOf(author) },
    });
    const refusal = async (document: object) => {
      const result = await saveDraft(world.ctx, author, {
        commandId: newId(),
        assignmentId,
        stage: "EVALUATE",
        basedOn: 1,
        document,
      });
      return result.ok ? [] : (result.issues ?? []).map(({ path, code }) => `${path}:${code}`);
    };
    expect(await refusal({ summary: "x".repeat(1501) })).toEqual(["summary:too_long"]);
    expect(await refusal({ scores: [{ criterionId: newId(), value: 3, note: "" }] })).toEqual([
      "scores.0.criterionId:unknown_criterion",
    ]);
    expect(await refusal({ strengths: [{ id: newId(), text: "bel\u0007l" }] })).toEqual([
      "strengths.0.text:control_characters",
    ]);
    expect(await refusal(["not", "a", "document"])).not.toEqual([]);
    expect((await stageOf(world, assignmentId, "EVALUATE")).version).toBe(1);
  });
});

describe("every command arrives twice", () => {
  it("and the second is the first", async () => {
    const author = world.participants[2] as Actor;
    const reviewer = world.facilitators[1] as Actor;
    const assignmentId = await assign(world, author);
    const input = {
      commandId: newId(),
      assignmentId,
      stage: "EVALUATE" as const,
      basedOn: 0,
      document: await validDocument(world, assignmentId, "EVALUATE"),
    };
    const first = value(await submitStage(world.ctx, author, input));
    expect(value(await submitStage(world.ctx, author, input))).toEqual(first);
    expect(await database.app.revision.count({ where: { assignmentId } })).toBe(1);

    const other = { ...input, document: { summary: "lain" } };
    expect(await submitStage(world.ctx, author, other)).toMatchObject({
      ok: false,
      reason: "conflict",
      details: { cause: "command_id_reused" },
    });
    // Under another id it is a second submit of a screen that is no longer true.
    expect(await submitStage(world.ctx, author, { ...input, commandId: newId() })).toMatchObject({
      ok: false,
      reason: "conflict",
      details: { cause: "stale", state: "SUBMITTED" },
    });
    const decision = {
      commandId: newId(),
      assignmentId,
      stage: "EVALUATE" as const,
      basedOn: first.version,
      revisionId: first.revisionId,
    };
    const approved = value(await approveStage(world.ctx, reviewer, decision));
    expect(value(await approveStage(world.ctx, reviewer, decision))).toEqual(approved);
    expect(await database.app.reviewDecision.count({ where: { stage: { assignmentId } } })).toBe(1);
  });

  it("also ten at the same moment", async () => {
    const author = world.participants[3] as Actor;
    const assignmentId = await assign(world, author);
    const document = await validDocument(world, assignmentId, "EVALUATE");
    const same = { commandId: newId(), assignmentId, stage: "EVALUATE" as const, basedOn: 0 };
    const results = await Promise.all(
      Array.from({ length: 10 }, () => submitStage(world.ctx, author, { ...same, document })),
    );
    for (const result of results) expect(value(result)).toEqual(value(results[0] as typeof result));
    expect(await database.app.revision.count({ where: { assignmentId } })).toBe(1);
  });

  it("and of ten different ones at the same moment one wins", async () => {
    const author = world.participants[3] as Actor;
    const assignmentId = await assign(world, author, 1);
    const document = await validDocument(world, assignmentId, "EVALUATE");
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        index % 2 === 0
          ? submitStage(world.ctx, author, {
              commandId: newId(),
              assignmentId,
              stage: "EVALUATE",
              basedOn: 0,
              document,
            })
          : saveDraft(world.ctx, author, {
              commandId: newId(),
              assignmentId,
              stage: "EVALUATE",
              basedOn: 0,
              document: { summary: `Draf ${index}` },
            }),
      ),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    for (const result of results) {
      if (!result.ok) expect(result).toMatchObject({ reason: "conflict" });
    }
    expect((await stageOf(world, assignmentId, "EVALUATE")).version).toBe(1);
  });
});

describe("returning, withdrawing, reopening, cancelling", () => {
  let another: World;
  let assignmentId: string;
  let author: Actor;

  beforeAll(async () => {
    another = await createWorld(database.app);
    author = another.participants[0] as Actor;
    assignmentId = await assign(another, author);
  });
  const decide = async (reasons: { fieldPath: string | null; text: string }[]) => {
    const stage = await stageOf(another, assignmentId, "EVALUATE");
    return {
      commandId: newId(),
      assignmentId,
      stage: "EVALUATE" as const,
      basedOn: stage.version,
      revisionId: stage.latestRevisionId ?? newId(),
      reasons,
    };
  };

  it("withdraws until a review has begun", async () => {
    const ref = async () => ({
      commandId: newId(),
      assignmentId,
      stage: "EVALUATE" as const,
      basedOn: (await stageOf(another, assignmentId, "EVALUATE")).version,
    });
    value(await submit(another, author, assignmentId, "EVALUATE"));
    value(await withdrawStage(another.ctx, author, await ref()));
    expect((await stageOf(another, assignmentId, "EVALUATE")).state).toBe("OPEN");
    const { revisionId } = value(await submit(another, author, assignmentId, "EVALUATE"));
    value(
      await addComment(another.ctx, another.facilitators[0] as Actor, {
        commandId: newId(),
        assignmentId,
        stage: "EVALUATE",
        revisionId,
        fieldPath: "summary",
        body: "Sedang saya baca.",
      }),
    );
    expect(await withdrawStage(another.ctx, author, await ref())).toMatchObject({
      ok: false,
      reason: "review_begun",
    });
  });

  it("returns with reasons tied to items by id", async () => {
    const reviewer = another.facilitators[0] as Actor;
    expect(
      await returnStage(
        another.ctx,
        reviewer,
        await decide([{ fieldPath: "strengths.9.text", text: "Tidak ada isian ini" }]),
      ),
    ).toMatchObject({
      ok: false,
      issues: [{ path: "reasons.0.fieldPath", code: "unknown_field" }],
    });
    value(
      await returnStage(
        another.ctx,
        reviewer,
        await decide([
          { fieldPath: "strengths.1.text", text: "Sebutkan buktinya." },
          { fieldPath: null, text: "Perbaiki ejaan." },
        ]),
      ),
    );
    const reasons = await database.app.reviewReason.findMany({
      where: { decision: { stage: { assignmentId } } },
      orderBy: { sortOrder: "asc" },
    });
    expect(reasons[0]?.fieldPath).toMatch(/^strengths\.@[0-9a-f-]{36}\.text$/);
    expect(reasons[1]?.fieldPath).toBeNull();
    expect((await stageOf(another, assignmentId, "EVALUATE")).state).toBe("RETURNED");
  });

  it("refuses a decision on a revision that is no longer the latest", async () => {
    const reviewer = another.facilitators[0] as Actor;
    const old = (await stageOf(another, assignmentId, "EVALUATE")).latestRevisionId ?? "";
    value(await submit(another, author, assignmentId, "EVALUATE"));
    const stage = await stageOf(another, assignmentId, "EVALUATE");
    expect(
      await approveStage(another.ctx, reviewer, {
        commandId: newId(),
        assignmentId,
        stage: "EVALUATE",
        basedOn: stage.version,
        revisionId: old,
      }),
    ).toMatchObject({ ok: false, reason: "conflict" });
  });

  it("reopens, pauses what follows with its contents, and strands nothing", async () => {
    const reviewer = another.facilitators[0] as Actor;
    value(await approve(another, reviewer, assignmentId, "EVALUATE"));
    value(await submit(another, author, assignmentId, "OBSTACLES"));
    const before = await stageOf(another, assignmentId, "OBSTACLES");
    value(
      await reopenStage(
        another.ctx,
        another.organizer,
        await decide([{ fieldPath: null, text: "Skor perlu ditinjau ulang." }]),
      ),
    );
    const paused = await stageOf(another, assignmentId, "OBSTACLES");
    expect(paused).toMatchObject({ state: "LOCKED", resumeState: "OPEN" });
    expect(paused.draft).toEqual(before.draft);
    expect(
      await saveDraft(another.ctx, author, {
        commandId: newId(),
        assignmentId,
        stage: "OBSTACLES",
        basedOn: paused.version,
        document: {},
      }),
    ).toMatchObject({ ok: false, reason: "stage_paused" });
    value(await submit(another, author, assignmentId, "EVALUATE"));
    value(await approve(another, reviewer, assignmentId, "EVALUATE"));
    expect(await stageOf(another, assignmentId, "OBSTACLES")).toMatchObject({
      state: "OPEN",
      resumeState: null,
      draft: before.draft,
    });
  });

  it("cancels, and then nothing more can be done", async () => {
    const input = { commandId: newId(), assignmentId, reason: "Peserta mengundurkan diri." };
    expect(await cancelAssignment(another.ctx, author, input)).toMatchObject({
      ok: false,
      reason: "forbidden",
    });
    value(await cancelAssignment(another.ctx, another.organizer, { ...input, commandId: newId() }));
    expect(await submit(another, author, assignmentId, "OBSTACLES")).toMatchObject({
      ok: false,
      reason: "cancelled",
    });
  });
});

describe("lateness", () => {
  it("is judged by arrival, and a claim within a day is marked as one", async () => {
    const author = world.participants[1] as Actor;
    const assignmentId = await assign(world, author, 1);
    const late = { ...world, ctx: { ...world.ctx, clock: fixedClock("2018-08-10T09:00:00Z") } };
    const document = await validDocument(world, assignmentId, "EVALUATE");
    const claimed = value(
      await submitStage(late.ctx, author, {
        commandId: newId(),
        assignmentId,
        stage: "EVALUATE",
        basedOn: 0,
        document,
        clientUpdatedAt: "2018-08-09T16:59:00+07:00",
      }),
    );
    expect(claimed.timeliness).toBe("CLAIMED");
  });
});

describe("who may", () => {
  /** Every command on somebody's assignment, by everybody who has no business there. */
  it("is nobody else: not there and not yours look the same", async () => {
    const author = world.participants[0] as Actor;
    const { id: assignmentId } = await database.app.assignment.findFirstOrThrow({
      where: { enrolmentId: enrolmentOf(author) },
    });
    const stage = await stageOf(world, assignmentId, "EVALUATE");
    const outsiders: Actor[] = [
      world.participants[1] as Actor,
      world.facilitators[1] as Actor,
      world.stranger,
      world.otherFacilitator,
      world.otherParticipant,
      world.administrator,
    ];
    const attempts = (actor: Actor, id: string) => {
      const base = { assignmentId: id, stage: "EVALUATE" as const, basedOn: stage.version };
      const revisionId = stage.latestRevisionId ?? newId();
      const reasons = [{ fieldPath: null, text: "Tidak berhak." }];
      return [
        saveDraft(world.ctx, actor, { ...base, commandId: newId(), document: {} }),
        submitStage(world.ctx, actor, { ...base, commandId: newId(), document: {} }),
        withdrawStage(world.ctx, actor, { ...base, commandId: newId() }),
        returnStage(world.ctx, actor, { ...base, commandId: newId(), revisionId, reasons }),
        approveStage(world.ctx, actor, { ...base, commandId: newId(), revisionId }),
        reopenStage(world.ctx, actor, { ...base, commandId: newId(), revisionId, reasons }),
        addComment(world.ctx, actor, {
          assignmentId: id,
          stage: "EVALUATE",
          commandId: newId(),
          revisionId,
          fieldPath: null,
          body: "Tidak berhak.",
        }),
        saveWorkAssessment(world.ctx, actor, {
          assignmentId: id,
          commandId: newId(),
          basedOn: 0,
          scores: [],
        }),
        cancelAssignment(world.ctx, actor, {
          assignmentId: id,
          commandId: newId(),
          reason: "Tidak berhak.",
        }),
      ];
    };
    const events = await database.app.auditEvent.count();
    for (const outsider of outsiders) {
      for (const id of [assignmentId, newId()]) {
        for (const result of await Promise.all(attempts(outsider, id))) {
          expect(result).toEqual({ ok: false, reason: "not_found" });
        }
      }
    }
    for (const result of await Promise.all(attempts(world.viewer, assignmentId))) {
      expect(result).toEqual({ ok: false, reason: "forbidden" });
    }
    expect(await database.app.auditEvent.count()).toBe(events);
  });

  it("assigns only own participants and innovations of the visit, ahead of time", async () => {
    const base = {
      cohortId: world.cohortId,
      innovationIds: [world.innovationIds[1] as string],
      dueAt: {
        EVALUATE: "2018-08-09T10:00:00Z",
        OBSTACLES: "2018-08-10T10:00:00Z",
        SOLUTION: "2018-08-11T10:00:00Z",
        PLAN: "2018-08-12T10:00:00Z",
      },
      instructions: "",
    };
    const notMine = enrolmentOf(world.participants[2] as Actor);
    const mine = enrolmentOf(world.participants[0] as Actor);
    const as = (actor: Actor, more: object) =>
      createAssignments(world.ctx, actor, {
        ...base,
        commandId: newId(),
        enrolmentIds: [mine],
        ...more,
      });
    expect(await as(facilitator, { enrolmentIds: [notMine] })).toMatchObject({
      reason: "invalid",
      issues: [{ path: "enrolmentIds", code: "unknown_participant" }],
    });
    expect(await as(world.organizer, { innovationIds: [newId()] })).toMatchObject({
      issues: [{ path: "innovationIds", code: "unknown_innovation" }],
    });
    expect(
      await as(world.organizer, { dueAt: { ...base.dueAt, EVALUATE: "2018-08-08T02:59:59Z" } }),
    ).toMatchObject({ issues: [{ path: "dueAt.EVALUATE", code: "due_in_past" }] });
    expect(
      await as(world.organizer, { dueAt: { ...base.dueAt, PLAN: "2018-08-10T02:59:59Z" } }),
    ).toMatchObject({ issues: [{ path: "dueAt.PLAN", code: "due_before_previous" }] });
    for (const outsider of [participant, world.viewer, world.stranger, world.otherFacilitator]) {
      expect(await as(outsider, {})).toEqual({ ok: false, reason: "not_found" });
    }
    const made = value(await as(facilitator, {}));
    expect(made.created).toHaveLength(1);
    const again = value(await as(facilitator, {}));
    expect(again).toEqual({
      created: [],
      skipped: [{ enrolmentId: mine, innovationId: base.innovationIds[0] }],
    });
  });
});
