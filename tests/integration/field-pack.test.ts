import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findStageForm } from "@/lib/assignment/data";
import { STAGE_KINDS } from "@/lib/assignment/model";
import { participantScope } from "@/lib/assignment/policy";
import { withUpstream } from "@/lib/document/upstream";
import { packContent, readFieldPack } from "@/lib/field/data";
import { createCrowdedWorld } from "@/tests/support/crowded-world";
import { openDatabase } from "@/tests/support/database";
import { openStatementCounter, type StatementCounter } from "@/tests/support/statements";
import { assign, createWorld, NOW, submit, value, type World } from "@/tests/support/world";

/** What a device fetches for work without signal. */

const database = openDatabase();
const now = new Date(NOW);
let counter: StatementCounter;

beforeAll(() => {
  counter = openStatementCounter(database.appUrl);
});
afterAll(() => counter.close());

function participantOf(world: World, index: number) {
  const actor = world.participants[index];
  if (!actor) throw new Error("too few participants");
  return actor;
}

describe("the pack for the field", () => {
  it("holds the four forms of each task as their pages have them, and nobody else's", async () => {
    const world = await createWorld(database.app, { gate: "ON_SUBMISSION" });
    const [own, other] = [participantOf(world, 0), participantOf(world, 1)];
    const first = await assign(world, own, 0);
    const second = await assign(world, own, 1);
    const foreign = await assign(world, other, 0);
    value(await submit(world, own, first, "EVALUATE"));
    value(await submit(world, own, first, "OBSTACLES"));

    const pack = await readFieldPack(database.app, own, now);

    expect(pack.person.id).toBe(own.personId);
    expect(pack.details.map(({ assignmentId }) => assignmentId).sort()).toEqual(
      [first, second].sort(),
    );
    expect(pack.forms).toHaveLength(8);
    for (const form of pack.forms) {
      const page = await findStageForm(
        database.app,
        participantScope(own),
        form.assignmentId,
        form.stage,
        now,
      );
      expect(form).toEqual(page);
    }
    expect(pack.innovations.map(({ code }) => code)).toEqual(["DUA", "SATU"]);
    expect(pack.visits.map(({ own: { cohort } }) => cohort.id)).toEqual([world.cohortId]);
    expect(JSON.stringify(pack)).not.toContain(foreign);
    const empty = await readFieldPack(database.app, world.organizer, now);
    expect([empty.tasks.total, empty.forms.length, empty.visits.length]).toEqual([0, 0, 0]);
  });

  it.each<[string, object]>([
    ["an impossible shape", { obstacles: "tidak ada" }],
    ["an item of no shape", { obstacles: [3] }],
  ])("tells of a draft of %s as it is, beside all that can be read", async (_, draft) => {
    const world = await createWorld(database.app, { gate: "ON_SUBMISSION" });
    const own = participantOf(world, 0);
    const assignmentId = await assign(world, own);
    value(await submit(world, own, assignmentId, "EVALUATE"));
    const stage = { assignmentId_kind: { assignmentId, kind: "OBSTACLES" as const } };
    await database.owner.stage.update({ where: stage, data: { draft, draftSavedAt: now } });
    const pack = await readFieldPack(database.app, own, now);
    expect(pack.forms.map(({ unreadable }) => unreadable)).toEqual([
      undefined,
      draft,
      undefined,
      undefined,
    ]);
    const form = pack.forms[1];
    // Nothing is written over what nobody has read.
    expect(form).toMatchObject({
      document: { obstacles: [] },
      can: { save: false, submit: false },
    });
    const scope = participantScope(own);
    expect(await findStageForm(database.app, scope, assignmentId, "OBSTACLES", now)).toEqual(form);
  });

  it("reads a draft of an older form in the shape of today", async () => {
    const world = await createWorld(database.app, { gate: "ON_SUBMISSION" });
    const own = participantOf(world, 0);
    const assignmentId = await assign(world, own);
    value(await submit(world, own, assignmentId, "EVALUATE"));
    const stage = { assignmentId_kind: { assignmentId, kind: "OBSTACLES" as const } };
    const draft = {
      obstacles: [{ id: crypto.randomUUID(), title: "Lama", old: "tidak ada lagi" }],
    };
    await database.owner.stage.update({ where: stage, data: { draft, draftSavedAt: now } });
    const form = (await readFieldPack(database.app, own, now)).forms[1];
    expect(form).toMatchObject({
      document: { obstacles: [{ title: "Lama", apkl: { actual: null }, causes: [] }] },
      can: { save: true },
    });
    expect(form).not.toHaveProperty("unreadable");
  });

  it("is the same pack a minute later, and another one once something was handed in", async () => {
    const world = await createWorld(database.app);
    const own = participantOf(world, 0);
    const assignmentId = await assign(world, own);
    const before = packContent(await readFieldPack(database.app, own, now));
    const later = new Date(now.getTime() + 60_000);
    expect(packContent(await readFieldPack(database.app, own, later))).toEqual(before);
    value(await submit(world, own, assignmentId, "EVALUATE"));
    expect(packContent(await readFieldPack(database.app, own, later))).not.toEqual(before);
  });

  it("lets a device say of the stage before what the server would say of it", async () => {
    const world = await createWorld(database.app, { gate: "ON_SUBMISSION" });
    const own = participantOf(world, 0);
    const assignmentId = await assign(world, own);
    const read = () => readFieldPack(database.app, own, now);
    for (const [index, kind] of STAGE_KINDS.entries()) {
      const before = await read();
      value(await submit(world, own, assignmentId, kind));
      const after = await read();
      const next = STAGE_KINDS[index + 1];
      if (!next) continue;
      const sent = after.forms.find(({ stage }) => stage === kind);
      const waiting = before.forms.find(({ stage }) => stage === next);
      const opened = after.forms.find(({ stage }) => stage === next);
      if (!sent || !waiting || !opened) throw new Error("a stage is missing");
      // What a plan is told of two stages back comes with the next pack.
      const known = "known" in opened.context ? { known: opened.context.known } : {};
      expect({ ...withUpstream(next, waiting.context, sent.document), ...known }).toEqual(
        opened.context,
      );
      expect(opened.context).not.toEqual(waiting.context);
    }
  });

  it("takes as many statements for twenty tasks as for one", async () => {
    for (const size of [1, 54]) {
      const world = await createCrowdedWorld(database.app, size);
      // A rubric is read once a process: whoever comes first in a world would pay for it.
      await readFieldPack(counter.db, world.laden, now);
      const asked = await counter.during(() => readFieldPack(counter.db, world.laden, now));
      expect(asked.length, `${size} tasks:\n${asked.join("\n")}`).toBe(10);
      const pack = await readFieldPack(counter.db, world.laden, now);
      expect(pack.forms).toHaveLength(4 * Math.min(size, 20));
    }
  }, 60_000);
});
