import fc from "fast-check";
import { NextRequest } from "next/server";
import { beforeAll, describe, expect, it } from "vitest";
import { COMMAND_TYPES, type CommandType } from "@/lib/api/commands";
import { execute } from "@/lib/api/execute";
import { openApi } from "@/lib/api/openapi";
import { readJson } from "@/lib/api/read-json";
import type { StageKind } from "@/lib/assignment/model";
import type { JsonShape } from "@/lib/document/fields";
import type { Actor } from "@/lib/platform/actor";
import { proxy } from "@/proxy";
import "@/tests/support/cases";
import { openDatabase } from "@/tests/support/database";
import { fingerprintOf } from "@/tests/support/fingerprint";
import { violationOf } from "@/tests/support/violations";
import {
  approve,
  assign,
  createWorld,
  newId,
  submit,
  validDocument,
  value,
  type World,
} from "@/tests/support/world";

/**
 * Bad input made from the very schemas: whatever place of a payload is broken, and whoever sends it,
 * the answer is a clear refusal and not one row is another.
 */

const RUNS = { broken: 9000, arbitrary: 1500, bytes: 1500 };
const CHECK_EVERY = 100;

const database = openDatabase();
const schemas = (openApi() as { components: { schemas: Record<string, JsonShape> } }).components
  .schemas;

interface Subject {
  assignmentId: string;
  stage: StageKind;
  basedOn: number;
  revisionId: string;
  /** One that the schema takes. */
  document: object;
}

let world: World;
let subjects: Subject[];
let actors: Actor[];

beforeAll(async () => {
  world = await createWorld(database.app);
  const [first, second] = world.participants as [Actor, Actor];
  const [facilitator] = world.facilitators as [Actor];
  // One that is open, one that waits, one in each later stage.
  const open = await assign(world, first);
  const waiting = await assign(world, second);
  value(await submit(world, second, waiting, "EVALUATE"));
  const ahead = await assign(world, first, 1);
  for (const stage of ["EVALUATE", "OBSTACLES", "SOLUTION"] as const) {
    value(await submit(world, first, ahead, stage));
    value(await approve(world, facilitator, ahead, stage));
  }
  const documents: Record<string, object> = {
    EVALUATE: await validDocument(world, open, "EVALUATE"),
    OBSTACLES: await validDocument(world, open, "OBSTACLES"),
    SOLUTION: await validDocument(world, ahead, "SOLUTION"),
    PLAN: await validDocument(world, ahead, "PLAN"),
  };
  const rows = await database.app.stage.findMany({
    where: { assignmentId: { in: [open, waiting, ahead] } },
  });
  subjects = rows.map(({ assignmentId, kind, version, latestRevisionId }) => ({
    assignmentId,
    stage: kind,
    basedOn: version,
    revisionId: latestRevisionId ?? newId(),
    document: documents[kind] ?? {},
  }));
  actors = [first, second, facilitator, world.organizer, world.viewer, world.stranger];
});

/** A payload that the schema takes, as far as its values go. */
function payloadOf(type: CommandType, subject: Subject): Record<string, unknown> {
  const { assignmentId, stage, basedOn, revisionId, document } = subject;
  const on = { assignmentId, stage, basedOn };
  const reasons = [{ fieldPath: "scores.0.note", text: "Tulis buktinya." }];
  const scores = [{ criterionId: newId(), value: 80, note: "" }];
  const enrolmentIds = world.participants.map(({ enrolments }) => enrolments[0]?.id ?? "");
  const { cohortId, innovationIds } = world;
  const due = "2018-08-12T10:00:00Z";
  const payloads: Record<CommandType, Record<string, unknown>> = {
    CREATE_ASSIGNMENTS: {
      cohortId,
      enrolmentIds,
      innovationIds,
      dueAt: { EVALUATE: due, OBSTACLES: due, SOLUTION: due, PLAN: due },
      closesAfterDays: { EVALUATE: 0, OBSTACLES: 7, SOLUTION: null, PLAN: 60 },
      instructions: "",
    },
    SAVE_DRAFT: { ...on, document },
    START_ANEW: on,
    SUBMIT: { ...on, document },
    WITHDRAW: on,
    CANCEL: { assignmentId, reason: "Peserta pindah tugas." },
    EXTEND_STAGE: {
      cohortId,
      stage,
      whom: { audience: "PARTICIPANT", enrolmentId: enrolmentIds[0] },
      dueAt: due,
      closes: "MOVE",
      following: true,
      reason: "Narasumber berhalangan hadir.",
    },
    RETURN: { ...on, revisionId, reasons },
    APPROVE: { ...on, revisionId },
    REOPEN: { ...on, revisionId, reasons },
    ATTEND_BY_CODE: { code: "ABC234", takenAt: due },
    ANSWER_REASON: { assignmentId, stage, reasonId: newId(), answered: true },
    REPORT_DEVICE: { deviceId: newId(), drafts: 1, photos: 0, oldestAt: due },
    COMMENT: { assignmentId, stage, revisionId, fieldPath: null, body: "Bagus." },
    ASSESS_WORK: { assignmentId, basedOn, scores },
    TAKE_LEASE: { assignmentId, stage, revisionId, takeOver: true },
    RELEASE_LEASE: { assignmentId, stage },
    // Its words are kept as they are typed, without what a database cannot hold: that breaks nothing. So it is
    // based on what nobody saved.
    SAVE_REVIEW_DRAFT: {
      assignmentId,
      stage,
      revisionId,
      basedOn: 9,
      drafts: {
        reasons: [{ id: "r", path: "scores.0", stable: null, label: "Skor", text: "Buktinya?" }],
        notes: { "": "Bagus." },
      },
    },
    RESOLVE_THREAD: { assignmentId, stage, commentId: newId(), resolved: true },
    APPROVE_TOGETHER: { items: [{ ...on, revisionId }] },
    TAKE_BACK_APPROVALS: { batchId: newId() },
    ASSIGN_SECOND_RATER: { cohortId, assignmentIds: [assignmentId], raterId: enrolmentIds[0] },
    RATE_SECOND: { assignmentId, basedOn, scores, final: false },
    MODERATE_GRADE: {
      cohortId,
      assignmentId,
      primaryVersion: 1,
      secondVersion: 1,
      score: 80.25,
      reason: "Disepakati bertiga.",
    },
    RELEASE_GRADES: {
      cohortId,
      type: "SCHEDULE",
      basedOn: 0,
      at: { date: "2018-08-20", time: "09:00" },
    },
  };
  return payloads[type];
}

/** The shape of a payload, with the document of the stage where there is one. */
function shapeOfPayload(type: CommandType, stage: StageKind): JsonShape {
  const command = schemas[`${type}_command`] as unknown as {
    properties: { payload: { properties: Record<string, JsonShape> } };
  };
  const { payload } = command.properties;
  return "document" in payload.properties
    ? {
        ...payload,
        properties: { ...payload.properties, document: schemas[`${stage}_document`] },
      }
    : payload;
}

const broken = () =>
  fc
    .record({
      // Half of them on documents, which hold most of the fields.
      type: fc.oneof(
        fc.constantFrom(...COMMAND_TYPES),
        fc.constantFrom<CommandType>("SAVE_DRAFT", "SUBMIT"),
      ),
      subject: fc.constantFrom(...subjects),
      actor: fc.constantFrom(...actors),
    })
    .chain(({ type, subject, actor }) =>
      violationOf(shapeOfPayload(type, subject.stage), payloadOf(type, subject)).map((payload) => ({
        actor,
        command: { commandId: newId(), type, payload },
      })),
    );

/** Runs a property and looks, every so often and at the end, whether any row is another. */
async function assertUnchanged<Input>(
  input: fc.Arbitrary<Input>,
  numRuns: number,
  judge: (input: Input) => Promise<void>,
) {
  const before = await fingerprintOf(database.owner);
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(input, async (given) => {
      await judge(given);
      runs += 1;
      if (runs % CHECK_EVERY === 0) expect(await fingerprintOf(database.owner)).toBe(before);
    }),
    { numRuns },
  );
  expect(await fingerprintOf(database.owner)).toBe(before);
  expect(runs).toBe(numRuns);
}

describe("bad input", () => {
  it("is bad for what was broken in it: unbroken it is taken", async () => {
    const [first] = actors as [Actor];
    const own = subjects.filter(({ stage, revisionId }) => stage === "EVALUATE" && revisionId);
    const outcomes = await Promise.all(
      own.map(async (subject) => {
        const payload = payloadOf("SAVE_DRAFT", subject);
        const command = { commandId: newId(), type: "SAVE_DRAFT", payload };
        const { status } = await execute(world.ctx, first, command);
        if (status === 200) subject.basedOn += 1;
        return status;
      }),
    );
    // Open, somebody else's, and approved long since.
    expect(outcomes.sort()).toEqual([200, 404, 409]);
  });

  it("in any place of any payload, from anybody, is refused and changes no row", async () => {
    const reasons = new Set<string>();
    await assertUnchanged(broken(), RUNS.broken, async ({ actor, command }) => {
      const { status, result } = await execute(world.ctx, actor, command);
      if (!result.ok) reasons.add(result.reason);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    });
    // It came as far as the rows: documents are judged after whose they are.
    for (const reason of ["invalid", "not_found", "forbidden", "stage_locked"]) {
      expect(reasons).toContain(reason);
    }
  }, 300_000);

  it("that is any JSON at all is refused and changes no row", async () => {
    const input = fc.record({ actor: fc.constantFrom(...actors), command: fc.jsonValue() });
    await assertUnchanged(input, RUNS.arbitrary, async ({ actor, command }) => {
      const { status } = await execute(world.ctx, actor, command);
      expect(status).toBe(422);
    });
  });

  it("that is any bytes at all is JSON or refused, never an error", async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.json().map((text) => new TextEncoder().encode(text)),
      fc
        .tuple(fc.json(), fc.nat(), fc.string({ unit: "binary", maxLength: 3 }))
        .map(([text, at, odd]) => {
          const place = at % (text.length + 1);
          return new TextEncoder().encode(text.slice(0, place) + odd + text.slice(place));
        }),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (body) => {
        const request = new Request("http://localhost/api/commands", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body,
        });
        const read = await readJson(request);
        if (!read.ok) expect(read.reason).toBe("malformed");
      }),
      { numRuns: RUNS.bytes },
    );
  });
});

describe("an address that nobody can decode", () => {
  const asked = (path: string) => proxy(new NextRequest(`http://localhost${path}`));

  it.each(["/cohorts/%ED%A0%80", "/%E0%A4%A", "/cohorts/%"])(
    "%s is the page of nowhere",
    (path) => {
      const { headers } = asked(path);
      expect(headers.get("x-middleware-rewrite")).toBe("http://localhost/nowhere");
      expect(headers.get("content-security-policy")).toContain("nonce-");
    },
  );

  it.each(["/api/%E0%A4%A", "/api/cohorts/%ED%A0%80/roster"])("%s is not there", async (path) => {
    const response = asked(path);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ ok: false, reason: "not_found" });
  });

  it.each(["/cohorts/%C3%A9", "/api/calendar/%C3%A9", "/"])("%s goes on", (path) => {
    const { headers } = asked(path);
    expect(headers.get("x-middleware-next")).toBe("1");
    expect(headers.get("x-middleware-rewrite")).toBeNull();
  });
});
