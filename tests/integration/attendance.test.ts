import { encode } from "uqr";
import { beforeAll, describe, expect, it } from "vitest";
import { calendarOwner, calendarToken, findAgenda, listOwnAgendas } from "@/lib/agenda/data";
import { removeSession, saveSession } from "@/lib/agenda/mutations";
import { authorizeAgenda } from "@/lib/agenda/policy";
import { saveSessionSchema } from "@/lib/agenda/schema";
import { projectedCode } from "@/lib/api/attendance";
import { dayCode, qrToken, ticketFor } from "@/lib/attendance/attendance-code";
import { findAttendedSession, findSheet, findWholeAttendance } from "@/lib/attendance/data";
import {
  attendByCode,
  attendByTicket,
  exportAttendance,
  markAttendance,
} from "@/lib/attendance/mutations";
import { authorizeAttendance } from "@/lib/attendance/policy";
import { moveCohort } from "@/lib/cohort/mutations";
import type { Actor } from "@/lib/platform/actor";
import { fixedClock } from "@/lib/platform/clock";
import type { Context } from "@/lib/platform/context";
import { env } from "@/lib/platform/env";
import { openDatabase } from "@/tests/support/database";
import { createWorld, enrolmentOf, newId, value, type World } from "@/tests/support/world";

/** An agenda that nobody can overlap, and marks of attendance that nobody can make up. */

const database = openDatabase();
let world: World;
let regionId: string;
let groupId: string;

beforeAll(async () => {
  world = await createWorld(database.app);
  const visit = await database.app.visit.findFirstOrThrow({ where: { cohortId: world.cohortId } });
  regionId = visit.hostRegionId;
  const group = await database.app.group.findFirstOrThrow({ where: { cohortId: world.cohortId } });
  groupId = group.id;
});

/** The world's clock stands at 10.00 WIB on 8 August 2018. */
const at = (time: string): Context => ({
  ...world.ctx,
  clock: fixedClock(`2018-08-08T${time}:00+07:00`),
});

interface SessionChange {
  sessionId?: string | null;
  basedOn?: number;
  title?: string;
  day?: string;
  starts?: string;
  ends?: string;
  hostRegionId?: string;
  hostUnitId?: string | null;
  forAll?: boolean;
  groupIds?: string[];
  speakers?: { name: string; role: string }[];
}

const save = (change: SessionChange = {}, actor = world.organizer, of = world) =>
  saveSession(
    of.ctx,
    actor,
    saveSessionSchema.parse({
      commandId: newId(),
      cohortId: of.cohortId,
      sessionId: null,
      basedOn: 0,
      hostRegionId: regionId,
      title: "Paparan",
      day: "2018-08-08",
      starts: "09:00",
      ends: "11:00",
      hostUnitId: null,
      place: "",
      note: "",
      forAll: true,
      groupIds: [],
      speakers: [],
      ...change,
    }),
  );

async function clear(): Promise<void> {
  await database.owner.attendanceMark.deleteMany({});
  await database.app.agendaSession.deleteMany({});
  await database.app.rateLimit.deleteMany({});
}

async function secretOf(sessionId: string): Promise<string> {
  const { secret } = await database.app.agendaSession.findUniqueOrThrow({
    where: { id: sessionId },
  });
  return secret;
}

describe("the agenda", () => {
  it("is written by organisers alone", async () => {
    for (const [actor, reason] of [
      [world.stranger, "not_found"],
      [world.administrator, "not_found"],
      [world.participants[0], "not_found"],
      [world.facilitators[0], "not_found"],
      [world.viewer, "forbidden"],
    ] as const) {
      expect(await save({}, actor as Actor)).toEqual({ ok: false, reason });
    }
  });

  it("keeps a session with all that was written, and changes it by version", async () => {
    await clear();
    const unit = await database.app.hostUnit.findFirstOrThrow({
      where: { hostRegionId: regionId },
    });
    const { sessionId } = value(
      await save({
        hostUnitId: unit.id,
        forAll: false,
        groupIds: [groupId, groupId],
        speakers: [
          { name: "Marlan", role: "Asisten" },
          { name: "Moderator", role: "" },
        ],
      }),
    );
    const authorized = authorizeAgenda(world.viewer, {
      id: world.cohortId,
      centerId: world.centerId,
    });
    if (!authorized) throw new Error("not authorized");
    const read = async () => (await findAgenda(database.app, authorized)).sessions;
    expect(await read()).toMatchObject([
      {
        id: sessionId,
        day: "2018-08-08",
        startsMinute: 540,
        endsMinute: 660,
        hostUnit: { id: unit.id },
        groups: [{ id: groupId }],
        speakers: [
          { name: "Marlan", role: "Asisten" },
          { name: "Moderator", role: "" },
        ],
      },
    ]);
    expect(JSON.stringify(await read())).not.toContain(await secretOf(sessionId));
    const [first, second] = await Promise.all([
      save({ sessionId, title: "Yang satu" }),
      save({ sessionId, title: "Yang lain" }),
    ]);
    const [won, lost] = first.ok ? [first, second] : [second, first];
    expect(value(won)).toMatchObject({ version: 1 });
    expect(lost).toMatchObject({ reason: "conflict", details: { cause: "stale", version: 1 } });
    expect((await read())[0]).toMatchObject({ forAll: true, groups: [], speakers: [] });
  });

  it.each<[string, SessionChange, string, string]>([
    ["a day outside the visit", { day: "2018-08-11" }, "day", "outside_visit"],
    [
      "an end before its start",
      { starts: "11:00", ends: "10:59" },
      "ends",
      "session_ends_before_start",
    ],
    [
      "an end at its start",
      { starts: "11:00", ends: "11:00" },
      "ends",
      "session_ends_before_start",
    ],
    ["no group at all", { forAll: false }, "groupIds", "required"],
    ["another cohort's group", { forAll: false, groupIds: [newId()] }, "groupIds", "unknown_group"],
    ["a region that is not visited", { hostRegionId: newId() }, "hostRegionId", "unknown_region"],
    ["a unit of elsewhere", { hostUnitId: newId() }, "hostUnitId", "unknown_unit"],
  ])("refuses %s at its field", async (_, change, path, code) => {
    await clear();
    expect(await save(change)).toMatchObject({ reason: "invalid", issues: [{ path, code }] });
    expect(await database.app.agendaSession.count()).toBe(0);
  });

  it("never overlaps, however many write at the same moment", async () => {
    await clear();
    const results = await Promise.all([
      save({ title: "Satu", starts: "09:00", ends: "10:00" }),
      save({ title: "Dua", starts: "09:30", ends: "10:30" }),
      save({ title: "Tiga", starts: "09:59", ends: "11:00" }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of results.filter(({ ok }) => !ok)) {
      expect(result).toMatchObject({ issues: [{ path: "starts", code: "session_overlaps" }] });
    }
    expect((await save({ title: "Sesudahnya", starts: "11:00", ends: "12:00" })).ok).toBe(true);
  });

  it("ends with the cohort", async () => {
    const own = await createWorld(database.app);
    value(
      await moveCohort(own.ctx, own.organizer, {
        commandId: newId(),
        cohortId: own.cohortId,
        type: "CLOSE",
      }),
    );
    expect(await save({}, own.organizer, own)).toEqual({ ok: false, reason: "cohort_closed" });
  });
});

describe("attending", () => {
  let sessionId: string;
  const participant = () => world.participants[0] as Actor;
  const facilitator = () => world.facilitators[0] as Actor;

  const scan = async (actor: Actor, ctx = at("09:10"), ticket?: string) =>
    attendByTicket(ctx, actor, {
      commandId: newId(),
      sessionId,
      ticket: ticket ?? ticketFor(await secretOf(sessionId), actor.personId, ctx.clock.now()),
    });
  const type = async (actor: Actor, ctx = at("09:10"), code?: string) =>
    attendByCode(ctx, actor, {
      commandId: newId(),
      code: code ?? dayCode(await secretOf(sessionId), "2018-08-08"),
    });
  const mark = (
    actor: Actor,
    status: "PRESENT" | "EXCUSED" | "ABSENT",
    basedOn: number | null,
    who: Actor = participant(),
  ) =>
    markAttendance(at("09:30"), actor, {
      commandId: newId(),
      sessionId,
      enrolmentId: enrolmentOf(who),
      status,
      note: "",
      basedOn,
    });
  const standing = (actor: Actor) =>
    database.app.attendanceMark.findUnique({
      where: { sessionId_enrolmentId: { sessionId, enrolmentId: enrolmentOf(actor) } },
    });

  const begin = async (change: SessionChange = {}) => {
    await clear();
    sessionId = value(await save(change)).sessionId;
  };

  it("by a scan counts once, however often it is confirmed, and says when", async () => {
    await begin();
    const secret = await secretOf(sessionId);
    const ctx = at("09:10");
    const command = {
      commandId: newId(),
      sessionId,
      ticket: ticketFor(secret, participant().personId, ctx.clock.now()),
    };
    const both = await Promise.all([
      attendByTicket(ctx, participant(), command),
      attendByTicket(ctx, participant(), command),
      scan(participant()),
      type(participant()),
    ]);
    for (const result of both) {
      expect(value(result)).toMatchObject({ sessionId, at: "2018-08-08T02:10:00.000Z" });
    }
    expect(await database.app.attendanceMark.count({ where: { sessionId } })).toBe(1);
    expect(
      await database.app.auditEvent.count({
        where: {
          type: "attendance.marked",
          subjectId: enrolmentOf(participant()),
          payload: { path: ["sessionId"], equals: sessionId },
        },
      }),
    ).toBe(1);
    // Later, the first mark stands.
    expect(value(await scan(participant(), at("10:59"))).at).toBe("2018-08-08T02:10:00.000Z");
  });

  it("is refused with what was scanned too long ago, or by somebody else", async () => {
    await begin();
    const secret = await secretOf(sessionId);
    const ticket = ticketFor(secret, participant().personId, at("09:00").clock.now());
    expect(await scan(participant(), at("09:05"), ticket)).toEqual({
      ok: false,
      reason: "code_expired",
    });
    expect(await scan(world.participants[1] as Actor, at("09:00"), ticket)).toEqual({
      ok: false,
      reason: "code_expired",
    });
    // What the projector shows is no ticket.
    const shown = qrToken(secret, at("09:00").clock.now());
    expect(await scan(participant(), at("09:00"), shown)).toMatchObject({ reason: "code_expired" });
    expect(await standing(participant())).toBeNull();
  });

  it("is for this cohort's participants", async () => {
    await begin();
    for (const actor of [
      world.otherParticipant,
      world.otherFacilitator,
      world.organizer,
      facilitator(),
    ]) {
      expect(await scan(actor), actor.name).toEqual({ ok: false, reason: "not_found" });
      expect(await type(actor), actor.name).toMatchObject({
        reason: "invalid",
        issues: [{ path: "code", code: "unknown_code" }],
      });
    }
  });

  it("is bound to the session's hours", async () => {
    await begin();
    expect(await scan(participant(), at("08:29"))).toMatchObject({
      reason: "session_not_open",
      details: { from: "2018-08-08T01:30:00.000Z" },
    });
    expect(await scan(participant(), at("12:01"))).toMatchObject({
      reason: "session_over",
      details: { to: "2018-08-08T05:00:00.000Z" },
    });
    expect((await type(participant(), at("08:30"))).ok).toBe(true);
    expect((await type(world.participants[1] as Actor, at("12:00"))).ok).toBe(true);
  });

  it("takes a code that had no signal for a day, by when it was typed, and says so", async () => {
    await begin();
    const later = (time: string): Context => ({
      ...world.ctx,
      clock: fixedClock(`2018-08-${time}:00+07:00`),
    });
    const late = async (actor: Actor, ctx: Context, takenAt: string) =>
      attendByCode(ctx, actor, {
        commandId: newId(),
        code: dayCode(await secretOf(sessionId), "2018-08-08"),
        takenAt,
      });
    const [first, second, third] = world.participants as [Actor, Actor, Actor];
    const taken = "2018-08-08T09:15:00+07:00";
    // The session's window ends at noon; a day after it the next morning is early enough.
    expect(await late(first, later("09T12:01"), taken)).toMatchObject({ reason: "session_over" });
    expect((await late(first, later("09T11:59"), taken)).ok).toBe(true);
    expect(await standing(first)).toMatchObject({
      status: "PRESENT",
      method: "CODE",
      claimedAt: new Date("2018-08-08T02:15:00Z"),
      markedAt: new Date("2018-08-09T04:59:00Z"),
    });
    // A claim from outside of the window is none, nor one that the phone's clock made up.
    for (const claim of [
      "2018-08-08T08:00:00+07:00",
      "2018-08-08T12:30:00+07:00",
      "1970-01-01T00:00:00Z",
      "2031-01-01T00:00:00Z",
    ]) {
      expect(await late(second, later("08T13:00"), claim), claim).toMatchObject({
        reason: "session_over",
      });
    }
    // What arrives in time needs none.
    expect((await late(third, at("09:20"), taken)).ok).toBe(true);
    expect(await standing(third)).toMatchObject({ claimedAt: null });
    const authorized = authorizeAttendance(world.organizer, {
      id: world.cohortId,
      centerId: world.centerId,
    });
    if (!authorized) throw new Error("not authorized");
    const sheet = await findSheet(database.app, authorized, { id: sessionId, forAll: true }, 1);
    expect(sheet.rows.flatMap(({ mark }) => (mark?.claimedAt ? [mark.claimedAt] : []))).toEqual([
      "2018-08-08T02:15:00.000Z",
    ]);
    // The database takes no claim for a mark by hand.
    await expect(
      database.app.attendanceMark.updateMany({
        where: { sessionId, enrolmentId: enrolmentOf(first) },
        data: { method: "HAND" },
      }),
    ).rejects.toThrow();
  });

  it("is for the groups that attend", async () => {
    const other = await database.app.group.create({
      data: { cohortId: world.cohortId, name: `Kelompok ${newId().slice(0, 6)}`, sortOrder: 2 },
    });
    await begin({ forAll: false, groupIds: [other.id] });
    expect(await scan(participant())).toEqual({ ok: false, reason: "not_expected" });
    await database.app.enrolment.update({
      where: { id: enrolmentOf(participant()) },
      data: { groupId: other.id },
    });
    expect((await scan(participant())).ok).toBe(true);
    await database.app.enrolment.update({
      where: { id: enrolmentOf(participant()) },
      data: { groupId },
    });
  });

  it("by guessing ends soon, and a right code forgets the wrong ones", async () => {
    await begin();
    const guesser = world.participants[2] as Actor;
    for (let guess = 0; guess < 9; guess += 1) {
      expect(await type(guesser, at("09:10"), "AAAAAA")).toMatchObject({ reason: "invalid" });
    }
    expect((await type(guesser)).ok).toBe(true);
    for (let guess = 0; guess < 10; guess += 1) await type(guesser, at("09:10"), "AAAAAA");
    expect(await type(guesser)).toMatchObject({ reason: "rate_limited" });
  });

  it("by hand is for organisers and facilitators, by version, and audited", async () => {
    await begin();
    for (const [actor, reason] of [
      [participant(), "not_found"],
      [world.stranger, "not_found"],
      [world.otherFacilitator, "not_found"],
      [world.viewer, "forbidden"],
    ] as const) {
      expect(await mark(actor, "PRESENT", null), actor.name).toEqual({ ok: false, reason });
    }
    expect(value(await mark(facilitator(), "EXCUSED", null))).toEqual({ version: 0 });
    expect(await mark(world.organizer, "ABSENT", null)).toMatchObject({
      reason: "conflict",
      details: { cause: "stale", version: 0 },
    });
    expect(value(await mark(world.organizer, "PRESENT", 0))).toEqual({ version: 1 });
    const events = await database.app.auditEvent.findMany({
      where: {
        type: "attendance.marked",
        payload: { path: ["sessionId"], equals: sessionId },
      },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ payload, actorId }) => ({ payload, actorId }))).toEqual([
      {
        actorId: facilitator().personId,
        payload: { sessionId, from: null, to: "EXCUSED", method: "HAND" },
      },
      {
        actorId: world.organizer.personId,
        payload: { sessionId, from: "EXCUSED", to: "PRESENT", method: "HAND" },
      },
    ]);
  });

  it("by hand stands against a scan, and two hands at once are one mark", async () => {
    await begin();
    value(await mark(facilitator(), "ABSENT", null));
    expect(await scan(participant())).toEqual({
      ok: false,
      reason: "marked_by_hand",
      details: { status: "ABSENT" },
    });
    const second = world.participants[1] as Actor;
    const hands = await Promise.all([
      mark(facilitator(), "EXCUSED", null, second),
      mark(world.organizer, "ABSENT", null, second),
      scan(second),
    ]);
    // Whoever came first stands, and everybody else hears of it.
    expect(hands.slice(0, 2).filter(({ ok }) => ok).length).toBeLessThanOrEqual(1);
    const stands = await standing(second);
    expect(stands?.version).toBe(0);
    for (const result of hands.filter(({ ok }) => !ok)) {
      expect(["conflict", "marked_by_hand"]).toContain(!result.ok && result.reason);
    }
  });

  it("ends with the cohort, and keeps its session on the agenda", async () => {
    await begin();
    value(await scan(participant()));
    expect(
      await removeSession(world.ctx, world.organizer, {
        commandId: newId(),
        cohortId: world.cohortId,
        sessionId,
        basedOn: 0,
      }),
    ).toEqual({ ok: false, reason: "session_attended", details: { marks: 1 } });
    const head: Actor = {
      ...world.organizer,
      staff: [{ centerId: world.centerId, role: "ADMINISTRATOR" }],
    };
    const move = (kind: "CLOSE" | "REOPEN") =>
      moveCohort(world.ctx, head, {
        commandId: newId(),
        cohortId: world.cohortId,
        type: kind,
      });
    value(await move("CLOSE"));
    expect(await scan(world.participants[1] as Actor)).toEqual({
      ok: false,
      reason: "cohort_closed",
    });
    expect(await mark(facilitator(), "ABSENT", null, world.participants[1])).toEqual({
      ok: false,
      reason: "cohort_closed",
    });
    await expect(
      database.app.attendanceMark.updateMany({ where: { sessionId }, data: { note: "x" } }),
    ).rejects.toThrow(/not running/);
    await expect(database.app.attendanceMark.deleteMany({ where: { sessionId } })).rejects.toThrow(
      /permission denied/,
    );
    value(await move("REOPEN"));
  });

  it("is listed by the roster for who is expected, and exported for the whole cohort", async () => {
    await begin({ forAll: false, groupIds: [groupId] });
    value(await scan(world.participants[1] as Actor));
    const authorized = authorizeAttendance(facilitator(), {
      id: world.cohortId,
      centerId: world.centerId,
    });
    if (!authorized) throw new Error("not authorized");
    const sheet = await findSheet(database.app, authorized, { id: sessionId, forAll: false }, 9);
    expect(sheet).toMatchObject({
      total: 4,
      page: 1,
      pages: 1,
      counts: { PRESENT: 1, EXCUSED: 0, ABSENT: 0 },
    });
    expect(sheet.rows.map(({ mark: found }) => found?.method ?? null)).toEqual([
      null,
      "QR",
      null,
      null,
    ]);
    const whole = await findWholeAttendance(database.app, authorized);
    expect(whole.rows.map(({ marks }) => marks[sessionId])).toEqual([
      "EXPECTED",
      "PRESENT",
      "EXPECTED",
      "EXPECTED",
    ]);
  });

  it("is noted whenever it is taken along as a file, and is no file for others", async () => {
    const { cohortId, centerId } = world;
    const take = (actor: Actor) => exportAttendance(world.ctx, actor, { cohortId, format: "csv" });
    const noted = () =>
      database.app.auditEvent.findMany({
        where: { type: "export.read", cohortId },
        orderBy: { id: "asc" },
      });
    for (const other of [participant(), world.stranger, world.otherFacilitator]) {
      expect(await take(other)).toMatchObject({ reason: "not_found" });
    }
    expect(await noted()).toEqual([]);
    for (const actor of [facilitator(), world.viewer]) {
      expect(value(await take(actor)).rows.length).toBe(4);
    }
    expect(await noted()).toMatchObject(
      [
        { actorId: facilitator().personId, actor: { role: "FACILITATOR" } },
        { actorId: world.viewer.personId, actor: { role: "VIEWER" } },
      ].map((event) => ({
        ...event,
        centerId,
        subjectType: "cohort",
        subjectId: cohortId,
        payload: { what: "cohort_attendance", format: "csv", rows: 4 },
      })),
    );
  });

  it("may be read by staff and facilitators of the cohort alone", () => {
    const cohort = { id: world.cohortId, centerId: world.centerId };
    const may = (actor: Actor) => authorizeAttendance(actor, cohort)?.canMark ?? null;
    expect(may(world.organizer)).toBe(true);
    expect(may(facilitator())).toBe(true);
    expect(may(world.viewer)).toBe(false);
    expect(may(participant())).toBeNull();
    expect(may(world.stranger)).toBeNull();
    expect(may(world.otherFacilitator)).toBeNull();
    expect(authorizeAgenda(participant(), cohort)).not.toBeNull();
    expect(authorizeAgenda(world.otherParticipant, cohort)).toBeNull();
  });
});

describe("a calendar's address", () => {
  it("is one person's, with what concerns them, until the session version moves on", async () => {
    await clear();
    const other = await database.app.group.create({
      data: { cohortId: world.cohortId, name: `Kelompok ${newId().slice(0, 6)}`, sortOrder: 9 },
    });
    value(await save({ title: "Semua", starts: "08:00", ends: "09:00" }));
    value(
      await save({
        title: "Kelompok lain",
        starts: "09:00",
        ends: "10:00",
        forAll: false,
        groupIds: [other.id],
      }),
    );
    const titles = async (actor: Actor) => {
      const token = await calendarToken(database.app, actor.personId);
      const owner = await calendarOwner(database.app, token ?? "");
      if (!owner) return null;
      return (await listOwnAgendas(database.app, owner)).flatMap(({ sessions }) =>
        sessions.map(({ title }) => title),
      );
    };
    const someone = world.participants[3] as Actor;
    expect(await titles(someone)).toEqual(["Semua"]);
    expect(await titles(world.facilitators[0] as Actor)).toEqual(["Semua", "Kelompok lain"]);
    expect(await titles(world.otherParticipant)).toEqual([]);

    const token = (await calendarToken(database.app, someone.personId)) ?? "";
    const neighbour = world.participants[2] as Actor;
    const forged = [
      token.replace(someone.personId, neighbour.personId),
      `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`,
      someone.personId,
      "",
    ];
    for (const made of forged) expect(await calendarOwner(database.app, made), made).toBeNull();
    await database.app.person.update({
      where: { id: someone.personId },
      data: { sessionVersion: { increment: 1 } },
    });
    expect(await calendarOwner(database.app, token)).toBeNull();
    await database.app.person.update({
      where: { id: someone.personId },
      data: { status: "DEACTIVATED" },
    });
    expect(await calendarToken(database.app, someone.personId)).toBeNull();
  });
});

describe("what the projector shows", () => {
  it("is the QR of the present step's address, module by module", async () => {
    await clear();
    const { sessionId } = value(await save());
    const found = await findAttendedSession(database.app, sessionId);
    if (!found) throw new Error("no session");
    const now = at("09:10").clock.now();
    const shown = projectedCode(found, now);
    expect(shown.dayCode).toBe(dayCode(found.secret, "2018-08-08"));
    expect(shown.expiresInMs).toBe(10_000);
    const url = new URL(`/attend/${sessionId}/${qrToken(found.secret, now)}`, env().APP_URL);
    const { size, data } = encode(url.href, { ecc: "M", border: 4 });
    expect(shown.size).toBe(size);
    const drawn = data.map((row) => row.map(() => false));
    for (const [, x, y, width] of shown.path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
      for (let at = Number(x); at < Number(x) + Number(width); at += 1) {
        (drawn[Number(y)] as boolean[])[at] = true;
      }
    }
    expect(drawn).toEqual(data);
    expect(shown.path.replaceAll(/M\d+ \d+h\d+v1h-\d+z/g, "")).toBe("");
    // Cameras want four modules of quiet on every side.
    expect(drawn.slice(0, 4).flat().some(Boolean)).toBe(false);
  });
});
