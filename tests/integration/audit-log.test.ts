import { beforeAll, describe, expect, it } from "vitest";
import { listAuditEvents } from "@/lib/audit/data";
import { exportAuditLog } from "@/lib/audit/mutations";
import { auditExportSchema, auditQuerySchema } from "@/lib/audit/schema";
import { authorizeOffice } from "@/lib/center/policy";
import type { Actor } from "@/lib/platform/actor";
import { createRubric } from "@/lib/rubric/mutations";
import { openDatabase } from "@/tests/support/database";
import {
  addAdministrator,
  approve,
  assign,
  createWorld,
  newId,
  submit,
  value,
  type World,
} from "@/tests/support/world";

/** The audit log as a centre's administrators read it, and that nobody else does. */

const { app: db } = openDatabase();
const ZONE = "Asia/Jakarta";
let world: World;
let administrator: Actor;
let assignmentId: string;

beforeAll(async () => {
  world = await createWorld(db);
  administrator = await addAdministrator(db, world);
  const [participant] = world.participants;
  const [facilitator] = world.facilitators;
  if (!participant || !facilitator) throw new Error("an empty world");
  assignmentId = await assign(world, participant);
  value(await submit(world, participant, assignmentId, "EVALUATE"));
  value(await approve(world, facilitator, assignmentId, "EVALUATE"));
  value(
    await createRubric(world.ctx, world.organizer, {
      commandId: newId(),
      centerId: world.centerId,
      nameId: "Rubrik dalam catatan",
      nameEn: "",
      source: "Pengujian",
      purpose: "EVALUATION",
      scaleKind: "SCALE_1_5",
      fromVersionId: null,
    }),
  );
});

function office(actor = administrator) {
  const proof = authorizeOffice(actor, world.centerId, "administer");
  if (!proof) throw new Error("no administrator");
  return proof;
}

const read = (query: Record<string, string> = {}) =>
  listAuditEvents(db, office(), auditQuerySchema.parse(query), ZONE);

const typesOf = async (query: Record<string, string>) =>
  (await read(query)).rows.map(({ type }) => type);

describe("the log", () => {
  it("reads ids as the names of what they stand for", async () => {
    const { rows } = await read();
    const submitted = rows.find(({ type }) => type === "stage.submitted");
    const [participant] = world.participants;
    expect(submitted).toMatchObject({
      actorName: participant?.name,
      actorRole: "PARTICIPANT",
      subjectType: "assignment",
      cohortName: expect.stringContaining("Angkatan"),
    });
    expect(submitted?.subjectName).toBe(`${participant?.name} · Inovasi SATU`);
    expect(submitted?.details).toContainEqual({ field: "kind", value: "EVALUATE" });
    expect(rows.find(({ type }) => type === "rubric.created")?.subjectName).toBe(
      "Rubrik dalam catatan",
    );
    // Latest first.
    const times = rows.map(({ at }) => at.getTime());
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  it("is narrowed by who, what, about whom, when and cohort", async () => {
    const [first, second] = world.participants;
    const all = await typesOf({});
    expect(await typesOf({ what: "rubric.created" })).toEqual(["rubric.created"]);
    expect(await typesOf({ what: "rubric" })).toEqual(["rubric.created"]);
    expect(await typesOf({ what: "rub" })).toEqual([]);
    expect(new Set(await typesOf({ what: "stage" }))).toEqual(
      new Set(all.filter((type) => type.startsWith("stage."))),
    );
    expect(await typesOf({ who: first?.name ?? "" })).toContain("stage.submitted");
    expect(await typesOf({ who: second?.name ?? "" })).toEqual([]);
    expect(await typesOf({ whom: first?.name.toUpperCase() ?? "" })).toEqual(
      all.filter((type) => !type.startsWith("rubric.")),
    );
    expect(await typesOf({ whom: second?.name ?? "" })).toEqual([]);
    // Letters of patterns mean themselves.
    expect(await typesOf({ who: "%" })).toEqual([]);
    expect(await typesOf({ cohort: world.cohortId })).not.toContain("rubric.created");
    // The world's clock stands on 8 August 2018, 10.00 in Jakarta.
    expect((await typesOf({ from: "2018-08-08", to: "2018-08-08" })).length).toBe(all.length);
    expect(await typesOf({ from: "2018-08-09" })).toEqual([]);
    expect(await typesOf({ to: "2018-08-07" })).toEqual([]);
  });

  it("is paged by the last event of a page, and misses none of one moment", async () => {
    const own = await createWorld(db);
    const boss = await addAdministrator(db, own);
    const at = new Date("2018-08-08T03:00:00Z");
    await db.auditEvent.createMany({
      data: Array.from({ length: 120 }, (_, n) => ({
        at,
        type: "center.staff_added",
        actor: { role: "SYSTEM" },
        centerId: own.centerId,
        subjectType: "center",
        subjectId: own.centerId,
        payload: { n },
      })),
    });
    const proof = authorizeOffice(boss, own.centerId, "administer");
    if (!proof) throw new Error("no administrator");
    const seen: string[] = [];
    let before: string | null = null;
    do {
      const query = auditQuerySchema.parse(before ? { before } : {});
      const page = await listAuditEvents(db, proof, query, ZONE);
      seen.push(...page.rows.map(({ id }) => id));
      before = page.next;
    } while (before);
    expect(seen).toHaveLength(120);
    expect(new Set(seen).size).toBe(120);
  });

  it("understands no nonsense, and breaks over none", async () => {
    const all = (await typesOf({})).length;
    const nonsense: Record<string, string>[] = [
      { before: "yesterday" },
      { before: `2018-99-99T00:00:00.000Z_${newId()}` },
      { from: "31-12-2018" },
      { to: "2018-02-30" },
      { cohort: "x" },
      { what: "'; DROP TABLE audit_events; --" },
      { who: "\u0000" },
    ];
    for (const query of nonsense) {
      expect((await typesOf(query)).length).toBe(all);
    }
    expect(auditExportSchema.safeParse({ format: "exe" }).success).toBe(false);
  });
});

describe("who may read it", () => {
  it("is an administrator of the centre, and nobody else", () => {
    const others = [
      world.organizer,
      world.viewer,
      world.stranger,
      world.administrator,
      ...world.facilitators,
      ...world.participants,
    ];
    for (const actor of others) {
      expect(authorizeOffice(actor, world.centerId, "administer")).toBeNull();
    }
  });

  it("also for the file, which is an event itself and holds nothing of other centres", async () => {
    const take = (actor: Actor) =>
      exportAuditLog(world.ctx, actor, world.centerId, {}, "csv", ZONE);
    for (const actor of [world.organizer, world.viewer, world.stranger, world.administrator]) {
      expect(await take(actor)).toMatchObject({ reason: "not_found" });
    }
    const before = await db.auditEvent.count({ where: { type: "export.read" } });
    expect(before).toBe(0);
    const rows = value(await take(administrator));
    expect(rows.length).toBe(
      (await db.auditEvent.count({ where: { centerId: world.centerId } })) - 1,
    );
    const [event] = await db.auditEvent.findMany({ where: { type: "export.read" } });
    expect(event).toMatchObject({
      actorId: administrator.personId,
      centerId: world.centerId,
      payload: { what: "audit_log", format: "csv", rows: rows.length },
    });
  });
});
