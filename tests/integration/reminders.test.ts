import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { authorizeCohort } from "@/lib/cohort/policy";
import { listAgeing } from "@/lib/dashboard/data";
import { extendStage } from "@/lib/extension/mutations";
import { deliverLetter, showLetter } from "@/lib/mail/mutations";
import { listNotifications } from "@/lib/notification/data";
import { chooseMail, readNotifications } from "@/lib/notification/mutations";
import { notificationScope } from "@/lib/notification/policy";
import { findActor } from "@/lib/person/data";
import type { Actor } from "@/lib/platform/actor";
import { fixedClock } from "@/lib/platform/clock";
import { REMINDER_KINDS, type ReminderKind } from "@/lib/reminder/model";
import { sendReminders } from "@/lib/reminder/mutations";
import { openDatabase } from "@/tests/support/database";
import {
  approve,
  assign,
  createWorld,
  enrolmentOf,
  newId,
  stageOf,
  submit,
  value,
  type World,
} from "@/tests/support/world";

/** Reminders under a clock that stands still, through a real mail server that may be away. */
const database = openDatabase();
const received: { to: string[]; text: string }[] = [];
let port = 0;
let server: SMTPServer | null = null;

async function serve(): Promise<void> {
  const made = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      let text = "";
      stream.setEncoding("utf8");
      stream.on("data", (chunk) => {
        text += chunk;
      });
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const decoded = text
          .replace(/=\r?\n/g, "")
          .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
        received.push({ to, text: decoded });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => made.listen(port, "127.0.0.1", resolve));
  port = (made.server.address() as { port: number }).port;
  server = made;
}
const goAway = () =>
  new Promise<void>((resolve) => {
    server?.close(() => resolve());
    server = null;
  });

let world: World;
let participant: Actor;
let facilitator: Actor;
let assignmentId: string;

beforeAll(async () => {
  await serve();
  // Read at the first use, which comes later.
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
});
afterAll(goAway);

/** EVALUATE is due on 9 August, 17.00 in Jakarta; it is the 8th, 10.00. */
beforeEach(async () => {
  // What another test left behind is nobody's business here.
  await database.owner.$executeRawUnsafe(
    "UPDATE cohorts SET state = 'CLOSED' WHERE state = 'RUNNING'",
  );
  received.length = 0;
  world = await createWorld(database.app);
  participant = world.participants[0] as Actor;
  facilitator = world.facilitators[0] as Actor;
  assignmentId = await assign(world, participant);
  for (const { personId } of [participant, facilitator, world.organizer]) {
    const email = `${newId()}@instansi.test`;
    await database.app.person.update({ where: { id: personId }, data: { email } });
  }
});

const ctx = (at: string) => ({ ...world.ctx, clock: fixedClock(at) });
const at = (time: string) => ({ ...world, ctx: ctx(time) });
const tell = (time: string) => sendReminders(ctx(time));
const told = async ({ personId }: Actor) =>
  (
    await database.app.notification.findMany({
      where: { personId },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    })
  ).map(({ kind }) => kind);
const lettersTo = ({ personId }: Actor) =>
  database.app.mailMessage.findMany({
    where: { personId, kind: "REMINDER" },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
const deliver = async (actor: Actor, time: string) => {
  for (const { id } of await lettersTo(actor)) {
    await deliverLetter(ctx(time), { messageId: id, isLast: false });
  }
};
const choose = (actor: Actor, delivery: "SINGLE" | "DIGEST", locale: "id" | "en" = "id") =>
  chooseMail(world.ctx, actor, { commandId: newId(), delivery, locale });

/** The participant's work in a second cohort of the same centre, which lies in another zone. */
async function assignElsewhere(timeZone: string): Promise<void> {
  const db = database.app;
  const {
    id: from,
    version: _,
    ...own
  } = await db.cohort.findUniqueOrThrow({
    where: { id: world.cohortId },
  });
  const visits = await db.visit.findMany({ where: { cohortId: from } });
  const cohort = await db.cohort.create({
    data: {
      ...own,
      name: `${own.name} II`,
      timeZone,
      gradeBands: own.gradeBands ?? [],
      dueDates: own.dueDates ?? undefined,
    },
    select: { id: true },
  });
  const cohortId = cohort.id;
  await db.visit.createMany({
    data: visits.map(({ id: _id, ...visit }) => ({ ...visit, cohortId })),
  });
  const {
    id: _id,
    facilitatorId: _f,
    groupId: _g,
    ...enrolment
  } = await db.enrolment.findUniqueOrThrow({
    where: { id: enrolmentOf(participant) },
  });
  const second = await db.enrolment.create({
    data: { ...enrolment, cohortId },
    select: { id: true },
  });
  const moved = { ...participant, enrolments: [{ ...participant.enrolments[0], id: second.id }] };
  await assign({ ...world, cohortId }, moved as Actor);
}

describe("a reminder", () => {
  it("is told once, however often and at once it is looked for", async () => {
    await tell("2018-08-08T09:00:00Z");
    expect(await told(participant)).toEqual([]);
    await Promise.all([tell("2018-08-08T11:00:00Z"), tell("2018-08-08T11:00:00Z")]);
    await tell("2018-08-08T11:05:00Z");
    expect(await told(participant)).toEqual(["DUE_SOON"]);
    const [letter] = await lettersTo(participant);
    expect(await lettersTo(participant)).toHaveLength(1);
    // Staff may copy it, as where there is no mail server.
    const asked = { centerId: world.centerId, messageId: letter?.id ?? "" };
    const shown = await showLetter(ctx("2018-08-08T11:05:00Z"), world.organizer, asked);
    expect(value(shown).text).toContain("Evaluasi untuk Inovasi SATU: tenggat");
    await deliver(participant, "2018-08-08T11:06:00Z");
    await deliver(participant, "2018-08-08T11:07:00Z");
    expect(received).toHaveLength(1);
    expect(received[0]?.text).toContain("Evaluasi untuk Inovasi SATU: tenggat");
    expect(received[0]?.text).toContain("/notifications");
    await tell("2018-08-09T10:30:00Z");
    expect(await told(participant)).toEqual(["DUE_SOON", "OVERDUE"]);
    expect(await told(world.participants[1] as Actor)).toEqual([]);
  });

  it("waits for the morning of the cohort, to be told and to be sent", async () => {
    await tell("2018-08-08T13:30:00Z");
    await tell("2018-08-08T23:59:00Z");
    expect(await told(participant)).toEqual([]);
    await tell("2018-08-08T12:59:00Z");
    expect(await told(participant)).toEqual(["DUE_SOON"]);
    // Tried again at night, it is put off.
    await database.owner.$executeRawUnsafe("DELETE FROM pgboss.job");
    await deliver(participant, "2018-08-08T14:00:00Z");
    expect(received).toHaveLength(0);
    const jobs = await database.owner.$queryRawUnsafe<{ start_after: Date }[]>(
      "SELECT start_after FROM pgboss.job WHERE name = 'mail'",
    );
    expect(jobs).toEqual([{ start_after: new Date("2018-08-09T00:00:00Z") }]);
    await deliver(participant, "2018-08-09T00:00:00Z");
    expect(received).toHaveLength(1);
  });

  it("of two cohorts waits for the morning of both, each on its own clocks", async () => {
    await assignElsewhere("Asia/Jayapura");
    await tell("2018-08-08T10:30:00Z");
    expect(await told(participant)).toEqual(["DUE_SOON", "DUE_SOON"]);
    const waitsUntil = async (time: string) => {
      await database.owner.$executeRawUnsafe("DELETE FROM pgboss.job");
      await deliver(participant, time);
      const jobs = await database.owner.$queryRawUnsafe<{ start_after: Date }[]>(
        "SELECT start_after FROM pgboss.job WHERE name = 'mail'",
      );
      return jobs.map(({ start_after }) => start_after.toISOString());
    };
    // 18.30 in Jakarta, and 20.30 in Jayapura; then 5.00 and 7.00.
    expect(await waitsUntil("2018-08-08T11:30:00Z")).toEqual(["2018-08-08T22:00:00.000Z"]);
    expect(await waitsUntil("2018-08-08T22:00:00Z")).toEqual(["2018-08-09T00:00:00.000Z"]);
    expect(received).toHaveLength(0);
    expect(await waitsUntil("2018-08-09T00:00:00Z")).toEqual([]);
    expect(received).toHaveLength(1);
    expect(received[0]?.text.match(/tenggat/g)).toHaveLength(2);
  });

  it("of one cohort does not wait for the night of another", async () => {
    await assignElsewhere("Asia/Jayapura");
    await tell("2018-08-08T11:30:00Z");
    expect(await told(participant)).toEqual(["DUE_SOON"]);
    await deliver(participant, "2018-08-08T11:31:00Z");
    expect(received).toHaveLength(1);
    await tell("2018-08-08T22:00:00Z");
    expect(await told(participant)).toEqual(["DUE_SOON", "DUE_SOON"]);
  });

  it("is not sent for work that was done meanwhile, and is put away", async () => {
    await tell("2018-08-08T11:00:00Z");
    value(await submit(at("2018-08-08T11:30:00Z"), participant, assignmentId, "EVALUATE"));
    const [letter] = await lettersTo(participant);
    const asked = { centerId: world.centerId, messageId: letter?.id ?? "" };
    expect(await showLetter(ctx("2018-08-08T11:31:00Z"), world.organizer, asked)).toMatchObject({
      reason: "work_done",
    });
    await deliver(participant, "2018-08-08T11:32:00Z");
    expect(received).toHaveLength(0);
    expect(await lettersTo(participant)).toMatchObject([
      { status: "CANCELLED", problem: "work_done" },
    ]);
    await tell("2018-08-08T11:35:00Z");
    expect(
      await database.app.notification.count({
        where: { personId: participant.personId, readAt: null },
      }),
    ).toBe(0);
  });

  it("is not sent where more time was given, and comes again for the new date", async () => {
    await tell("2018-08-08T11:00:00Z");
    value(
      await extendStage(ctx("2018-08-08T11:30:00Z"), world.organizer, {
        commandId: newId(),
        cohortId: world.cohortId,
        stage: "EVALUATE",
        whom: { audience: "ALL" },
        dueAt: "2018-08-12T10:00:00Z",
        closes: "MOVE",
        following: true,
        reason: "Narasumber berhalangan hadir.",
      }),
    );
    await deliver(participant, "2018-08-08T11:32:00Z");
    expect(received).toHaveLength(0);
    await tell("2018-08-11T11:00:00Z");
    expect(await told(participant)).toEqual(["DUE_SOON", "DUE_SOON"]);
  });

  it("leaves when the mail server is back", async () => {
    await tell("2018-08-08T11:00:00Z");
    await goAway();
    await expect(deliver(participant, "2018-08-08T11:01:00Z")).rejects.toThrow("unreachable");
    expect(await lettersTo(participant)).toMatchObject([
      { status: "WAITING", problem: "unreachable" },
    ]);
    await serve();
    await deliver(participant, "2018-08-08T11:05:00Z");
    expect(received).toHaveLength(1);
    expect(await lettersTo(participant)).toMatchObject([{ status: "SENT", attempts: 2 }]);
  });

  it("reaches the reviewer after a day, and the staff after the cohort's limit", async () => {
    value(await submit(world, participant, assignmentId, "EVALUATE"));
    await tell("2018-08-09T02:59:00Z");
    expect(await told(facilitator)).toEqual([]);
    await tell("2018-08-09T03:00:00Z");
    expect(await told(facilitator)).toEqual(["REVIEW_WAITING"]);
    expect(await told(world.organizer)).toEqual([]);
    await tell("2018-08-11T03:00:00Z");
    expect(await told(world.organizer)).toEqual(["REVIEW_ESCALATED"]);
    expect(await told(world.viewer)).toEqual([]);
    expect(await told(world.stranger)).toEqual([]);
    await deliver(facilitator, "2018-08-11T03:01:00Z");
    expect(received[0]?.text).toContain("menunggu penilaian Anda");
  });

  it("is not sent to a reviewer whose business it is no more, nor counted as unread", async () => {
    value(await submit(world, participant, assignmentId, "EVALUATE"));
    await tell("2018-08-09T03:00:00Z");
    await database.app.enrolment.update({
      where: { id: enrolmentOf(participant) },
      data: { facilitatorId: enrolmentOf(world.facilitators[1] as Actor) },
      select: { id: true },
    });
    await deliver(facilitator, "2018-08-09T03:01:00Z");
    expect(received).toHaveLength(0);
    await tell("2018-08-09T03:05:00Z");
    const unread = async (actor: Actor) =>
      (await findActor(database.app, { personId: actor.personId, sessionVersion: 0 }))?.unread;
    expect(await unread(facilitator)).toBeUndefined();
    expect(await unread(world.facilitators[1] as Actor)).toBe(1);
    // When the cohort ends nothing waits any more.
    await database.owner.$executeRawUnsafe(
      `UPDATE cohorts SET state = 'CLOSED' WHERE id = '${world.cohortId}'`,
    );
    await tell("2018-08-09T03:10:00Z");
    expect(await unread(world.facilitators[1] as Actor)).toBeUndefined();
  });

  it("reaches no staff where the cohort sets no limit, and sooner where it sets a shorter one", async () => {
    value(await submit(world, participant, assignmentId, "EVALUATE"));
    const limit = (escalateAfterDays: number | null) =>
      database.app.cohort.update({
        where: { id: world.cohortId },
        data: { escalateAfterDays },
        select: { id: true },
      });
    await limit(null);
    await tell("2018-08-20T03:00:00Z");
    expect(await told(world.organizer)).toEqual([]);
    await limit(1);
    await tell("2018-08-20T03:05:00Z");
    expect(await told(world.organizer)).toEqual(["REVIEW_ESCALATED"]);
    await expect(limit(0)).rejects.toThrow(/cohorts_escalate_after_days/);
  });

  it("is nobody's who cannot act", async () => {
    await database.app.person.update({
      where: { id: participant.personId },
      data: { status: "DEACTIVATED" },
    });
    await tell("2018-08-08T11:00:00Z");
    expect(await told(participant)).toEqual([]);
  });
});

describe("the ageing of submissions", () => {
  it("is told by facilitator: what waits, beyond the limit, and how long decisions took", async () => {
    const cohort = authorizeCohort(world.viewer, { id: world.cohortId, centerId: world.centerId });
    if (!cohort) throw new Error("not theirs");
    const ageing = async (time: string) =>
      (await listAgeing(database.app, cohort, new Date(time))).map(({ name: _, ...row }) => row);
    const other = enrolmentOf(world.facilitators[1] as Actor);
    const undecided = { decided: 0, returned: 0, medianHours: null };
    const idle = { waiting: 0, overLimit: 0, oldestAt: null, ...undecided };
    value(await submit(world, participant, assignmentId, "EVALUATE"));
    const waits = {
      facilitatorId: enrolmentOf(facilitator),
      waiting: 1,
      overLimit: 0,
      oldestAt: "2018-08-08T03:00:00.000Z",
      ...undecided,
    };
    expect(await ageing("2018-08-11T02:59:00Z")).toEqual([
      waits,
      { facilitatorId: other, ...idle },
    ]);
    expect(await ageing("2018-08-11T03:00:00Z")).toMatchObject([{ overLimit: 1 }, idle]);
    value(await approve(at("2018-08-08T09:00:00Z"), facilitator, assignmentId, "EVALUATE"));
    expect(await ageing("2018-08-11T03:00:00Z")).toEqual([
      { ...idle, facilitatorId: enrolmentOf(facilitator), decided: 1, medianHours: 6 },
      { facilitatorId: other, ...idle },
    ]);
  });
});

describe("letters of reminders", () => {
  /** Two assignments that are due soon together, and past together. */
  beforeEach(async () => {
    await assign(world, participant, 1);
  });

  it("come as one a day, unless each is wanted by itself", async () => {
    await tell("2018-08-08T11:00:00Z");
    expect(await lettersTo(participant)).toHaveLength(1);
    await tell("2018-08-09T06:00:00Z");
    expect(await lettersTo(participant)).toHaveLength(1);
    await tell("2018-08-09T10:00:00Z");
    expect(await lettersTo(participant)).toHaveLength(2);
    await deliver(participant, "2018-08-09T10:01:00Z");
    // What was due soon is past now: the first says nothing that is so.
    expect(received).toHaveLength(1);
    expect(received[0]?.text).toContain("Inovasi SATU");
    expect(received[0]?.text).toContain("Inovasi DUA");
  });

  it("come one for each, in the chosen language", async () => {
    value(await choose(participant, "SINGLE", "en"));
    await tell("2018-08-08T11:00:00Z");
    expect(await lettersTo(participant)).toHaveLength(2);
    await deliver(participant, "2018-08-08T11:01:00Z");
    expect(received.map(({ text }) => /1 thing waits/.test(text))).toEqual([true, true]);
  });

  it("are not written to people without an address", async () => {
    await database.app.person.update({
      where: { id: participant.personId },
      data: { email: null },
    });
    await tell("2018-08-08T11:00:00Z");
    expect(await told(participant)).toEqual(["DUE_SOON", "DUE_SOON"]);
    expect(await lettersTo(participant)).toEqual([]);
  });
});

describe("the list of what one was told", () => {
  const listOf = (actor: Actor, page = 1, time = "2018-08-08T11:01:00Z") =>
    listNotifications(database.app, notificationScope(actor), page, new Date(time));

  it("is one's own, says what is still so, and is read once", async () => {
    await tell("2018-08-08T11:00:00Z");
    const [row] = (await listOf(participant)).rows;
    expect(row).toMatchObject({
      kind: "DUE_SOON",
      stage: "EVALUATE",
      assignmentId,
      innovation: "Inovasi SATU",
      readAt: null,
      isOpen: true,
    });
    expect(await listOf(facilitator)).toMatchObject({ rows: [], page: 1, pages: 1 });
    // Who is not in the cohort any more reads nothing of it.
    expect((await listOf({ ...participant, enrolments: [] })).rows).toEqual([]);

    const session = { personId: participant.personId, sessionVersion: 0 };
    expect((await findActor(database.app, session))?.unread).toBe(1);
    const read = (actor: Actor) =>
      readNotifications(ctx("2018-08-08T11:02:00Z"), actor, {
        commandId: newId(),
        ids: [row?.id ?? ""],
      });
    expect(value(await read(facilitator))).toEqual({ read: 0 });
    expect(value(await read(participant))).toEqual({ read: 1 });
    expect(value(await read(participant))).toEqual({ read: 0 });
    expect((await findActor(database.app, session))?.unread).toBeUndefined();

    value(await submit(at("2018-08-08T11:30:00Z"), participant, assignmentId, "EVALUATE"));
    expect((await listOf(participant, 9)).rows).toMatchObject([
      { isOpen: false, readAt: "2018-08-08T11:02:00.000Z" },
    ]);
  });

  it("cannot be rewritten, nor told twice, by raw SQL", async () => {
    await tell("2018-08-08T11:00:00Z");
    const cheat = (sql: string) => database.app.$executeRawUnsafe(sql).then(() => "passed", String);
    const mine = `WHERE person_id = '${participant.personId}'`;
    expect(await cheat(`UPDATE notifications SET kind = 'OVERDUE' ${mine}`)).toMatch(
      /what was told does not change/,
    );
    expect(await cheat(`DELETE FROM notifications ${mine}`)).toMatch(/permission denied/);
    expect(
      await cheat(
        `INSERT INTO notifications (id, person_id, kind, stage_id, occasion, created_at)
         SELECT gen_random_uuid(), person_id, kind, stage_id, occasion, now() FROM notifications ${mine}`,
      ),
    ).toMatch(/23505|unique/i);
  });

  it("holds work of theirs alone, whatever SQL says", async () => {
    const { id: stageId } = await stageOf(world, assignmentId, "EVALUATE");
    const insert = (actor: Actor, kind: ReminderKind, more: object = {}) =>
      database.app.notification
        .create({
          data: {
            personId: actor.personId,
            kind,
            stageId,
            occasion: new Date(),
            createdAt: new Date(),
            ...more,
          },
          select: { id: true },
        })
        .then(
          () => "passed",
          (error) => String(error),
        );
    const [, otherParticipant] = world.participants as [Actor, Actor];
    const [, otherFacilitator] = world.facilitators as [Actor, Actor];
    const everybody = [
      participant,
      otherParticipant,
      facilitator,
      otherFacilitator,
      world.organizer,
      world.viewer,
      world.administrator,
      world.stranger,
      world.otherFacilitator,
      world.otherParticipant,
    ];
    const theirs: Record<ReminderKind, Actor> = {
      DUE_SOON: participant,
      OVERDUE: participant,
      RETURNED_UNTOUCHED: participant,
      NUDGED: participant,
      REVIEW_WAITING: facilitator,
      REVIEW_ESCALATED: world.organizer,
    };
    for (const kind of REMINDER_KINDS) {
      for (const actor of everybody) {
        const outcome = await insert(actor, kind);
        if (actor === theirs[kind]) expect(outcome, `${kind} ${actor.name}`).toBe("passed");
        else expect(outcome, `${kind} ${actor.name}`).toMatch(/people are told of work of theirs/);
      }
    }
    expect(await insert(participant, "OVERDUE", { readAt: new Date() })).toMatch(/later/);
    // Who left is told nothing any more, and in a cohort that has ended nobody is.
    await database.app.enrolment.update({
      where: { id: enrolmentOf(participant) },
      data: { withdrawnAt: new Date(), withdrawnReason: "Pindah tugas" },
      select: { id: true },
    });
    expect(await insert(participant, "OVERDUE")).toMatch(/work of theirs/);
    await database.owner.$executeRawUnsafe(
      `UPDATE cohorts SET state = 'CLOSED' WHERE id = '${world.cohortId}'`,
    );
    expect(await insert(world.organizer, "REVIEW_ESCALATED")).toMatch(/the cohort is CLOSED/);
  });

  it("is brought by a letter to its own reader alone, whatever SQL says", async () => {
    await tell("2018-08-08T11:00:00Z");
    const [letter] = await lettersTo(participant);
    const { personId } = world.participants[1] as Actor;
    await assign(world, world.participants[1] as Actor);
    await tell("2018-08-08T11:05:00Z");
    const foreign = database.app.notification.updateMany({
      where: { personId },
      data: { mailId: letter?.id ?? "" },
    });
    await expect(foreign).rejects.toThrow(/a letter tells its own reader/);
  });
});
