import { describe, expect, it } from "vitest";
import { findStageForm } from "@/lib/assignment/data";
import { saveDraft, startAnew } from "@/lib/assignment/mutations";
import { participantScope } from "@/lib/assignment/policy";
import { findOwnChain, findReviewedChain, readReviewedChain } from "@/lib/chain/data";
import { findOwnWork } from "@/lib/own-data/data";
import type { Actor } from "@/lib/platform/actor";
import { openDatabase } from "@/tests/support/database";
import {
  assign,
  createWorld,
  newId,
  stageOf,
  submit,
  validDocument,
  value,
  type World,
} from "@/tests/support/world";

/** Drafts on the server that were written in another version of the form. */
const database = openDatabase();

const STAGE = "OBSTACLES" as const;
const OLD = { obstacles: [{ judul: "Data lambat diisi" }, 3], catatan: "dari formulir lama" };

/** A participant whose second stage holds a draft that the form of today cannot read. */
async function withOlderDraft(draft: object = OLD) {
  const world = await createWorld(database.app, { gate: "ON_SUBMISSION" });
  const own = world.participants[0] as Actor;
  const assignmentId = await assign(world, own);
  value(await submit(world, own, assignmentId, "EVALUATE"));
  await database.owner.stage.update({
    where: { assignmentId_kind: { assignmentId, kind: STAGE } },
    data: { draft, draftSavedAt: world.ctx.clock.now() },
  });
  return { world, own, assignmentId };
}

async function form(world: World, own: Actor, assignmentId: string) {
  const now = world.ctx.clock.now();
  const found = await findStageForm(database.app, participantScope(own), assignmentId, STAGE, now);
  if (!found) throw new Error("no form");
  return found;
}

async function startingAnew(world: World, assignmentId: string) {
  const { version } = await stageOf(world, assignmentId, STAGE);
  return { commandId: newId(), assignmentId, stage: STAGE, basedOn: version };
}

describe("a draft of an older form", () => {
  it.each([
    ["an impossible shape", { obstacles: "tidak ada" }],
    ["items of no shape", OLD],
  ])("leaves the other links of the chain, where it is of %s", async (_, draft) => {
    const { own, assignmentId } = await withOlderDraft(draft);
    const chain = await findOwnChain(database.app, participantScope(own), assignmentId);
    expect(chain).toMatchObject({ older: [STAGE], empty: ["SOLUTION", "PLAN"] });
    expect(new Set(chain?.links.map(({ kind }) => kind))).toEqual(new Set(["evidence", "score"]));
  });

  it("is no matter for who reads what was handed in", async () => {
    const { world, own, assignmentId } = await withOlderDraft();
    value(await startAnew(world.ctx, own, await startingAnew(world, assignmentId)));
    value(await submit(world, own, assignmentId, STAGE));
    const found = await findReviewedChain(database.app, assignmentId);
    if (!found) throw new Error("no chain");
    const chain = await readReviewedChain(database.app, found);
    expect(chain.older).toEqual([]);
    expect(chain.links.some(({ kind }) => kind === "obstacle")).toBe(true);
  });

  it("is put aside word for word by who starts anew, and stays to be read", async () => {
    const { world, own, assignmentId } = await withOlderDraft();
    const before = await form(world, own, assignmentId);
    expect(before.can).toMatchObject({ save: false, submit: false, startAnew: true });
    expect(before).not.toHaveProperty("setAside");

    const command = await startingAnew(world, assignmentId);
    const first = value(await startAnew(world.ctx, own, command));
    // Twice is once.
    expect(value(await startAnew(world.ctx, own, command))).toEqual(first);
    expect(await database.app.setAsideDraft.count({ where: { stage: { assignmentId } } })).toBe(1);

    const after = await form(world, own, assignmentId);
    expect(after).toMatchObject({
      version: first.version,
      document: { obstacles: [] },
      savedAt: null,
      can: { save: true, submit: true },
      setAside: [{ document: OLD, savedAt: before.savedAt }],
    });
    expect(after).not.toHaveProperty("unreadable");
    expect(after.can).not.toHaveProperty("startAnew");
    expect(await findOwnChain(database.app, participantScope(own), assignmentId)).toMatchObject({
      older: [],
      empty: [STAGE, "SOLUTION", "PLAN"],
    });
    const work = await findOwnWork(database.app, own);
    expect(work[0]?.stages.find(({ kind }) => kind === STAGE)?.setAside).toMatchObject([
      { document: OLD },
    ]);
    const events = await database.app.auditEvent.findMany({
      where: { type: "stage.started_anew", subjectId: assignmentId },
    });
    expect(events).toHaveLength(1);
    expect(JSON.stringify(events)).not.toContain("formulir lama");

    // And the work goes on as any other.
    const document = await validDocument(world, assignmentId, STAGE);
    value(
      await saveDraft(world.ctx, own, {
        commandId: newId(),
        assignmentId,
        stage: STAGE,
        basedOn: first.version,
        document,
      }),
    );
    expect((await form(world, own, assignmentId)).setAside).toHaveLength(1);
  });

  it("is put aside by its author alone, on the version that stands, in a stage that is written", async () => {
    const { world, own, assignmentId } = await withOlderDraft();
    const command = await startingAnew(world, assignmentId);
    const others = [
      [world.facilitators[0], "forbidden"],
      [world.organizer, "forbidden"],
      [world.participants[1], "not_found"],
      [world.stranger, "not_found"],
    ] as const;
    for (const [actor, reason] of others) {
      const answer = await startAnew(world.ctx, actor as Actor, { ...command, commandId: newId() });
      expect(answer).toMatchObject({ ok: false, reason });
    }
    expect(
      await startAnew(world.ctx, own, { ...command, basedOn: command.basedOn + 1 }),
    ).toMatchObject({ ok: false, reason: "conflict" });
    // The first stage was handed in, and what it holds can be read.
    const sent = await stageOf(world, assignmentId, "EVALUATE");
    expect(
      await startAnew(world.ctx, own, {
        ...command,
        commandId: newId(),
        stage: "EVALUATE",
        basedOn: sent.version,
      }),
    ).toMatchObject({ ok: false, reason: "wrong_state" });
    expect(await database.app.setAsideDraft.count({ where: { stage: { assignmentId } } })).toBe(0);
    expect((await form(world, own, assignmentId)).unreadable).toEqual(OLD);
  });

  it("never puts away what can be read, nor nothing", async () => {
    const { world, own, assignmentId } = await withOlderDraft({ obstacles: [] });
    const refused = { ok: false, reason: "wrong_state" };
    expect(await startAnew(world.ctx, own, await startingAnew(world, assignmentId))).toMatchObject(
      refused,
    );
    const fresh = await assign(world, own, 1);
    const { version } = await stageOf(world, fresh, "EVALUATE");
    expect(
      await startAnew(world.ctx, own, {
        commandId: newId(),
        assignmentId: fresh,
        stage: "EVALUATE",
        basedOn: version,
      }),
    ).toMatchObject(refused);
  });

  it("stays put aside against raw SQL, and nothing else is put there", async () => {
    const { world, own, assignmentId } = await withOlderDraft();
    value(await startAnew(world.ctx, own, await startingAnew(world, assignmentId)));
    const { id } = await stageOf(world, assignmentId, STAGE);
    const cheat = (sql: string) =>
      database.app.$executeRawUnsafe(sql).then(
        () => "taken",
        (error: Error) => error.message,
      );
    expect(await cheat(`DELETE FROM set_aside_drafts`)).toMatch(/permission denied/);
    expect(await cheat(`UPDATE set_aside_drafts SET document = '{}'`)).toMatch(/permission denied/);
    const insert = (stageId: string) =>
      `INSERT INTO set_aside_drafts (id, stage_id, document, set_aside_at)
       SELECT gen_random_uuid(), id, COALESCE(draft, '{}'), now() FROM stages WHERE id = '${stageId}'`;
    // There is no draft any more, and what was handed in is not being written.
    expect(await cheat(insert(id))).toMatch(/only the draft of a stage/);
    const sent = await stageOf(world, assignmentId, "EVALUATE");
    expect(await cheat(insert(sent.id))).toMatch(/only the draft of a stage/);
  });
});
