import PgBoss from "pg-boss";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { inviteToCohort } from "@/lib/invitation/mutations";
import { deliverLetter, resendLetter, showLetter } from "@/lib/mail/mutations";
import { confirmEmail, correctIdentity } from "@/lib/own-data/mutations";
import { setPasswordByLink } from "@/lib/person/mutations";
import type { Actor } from "@/lib/platform/actor";
import { JOB_SCHEMA } from "@/lib/platform/job-queues";
import { JobWorker } from "@/lib/platform/jobs";
import { hashPassword } from "@/lib/platform/password";
import { openDatabase } from "@/tests/support/database";
import {
  createWorld,
  enrolmentOf,
  giveLogins,
  newId,
  value,
  type World,
} from "@/tests/support/world";

const database = openDatabase();

interface Received {
  to: string[];
  text: string;
}
/** A real mail server that keeps what it is sent, and refuses when told so. */
const received: Received[] = [];
let refusing: { code: number; times: number } | null = null;
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onRcptTo(_address, _session, done) {
    if (refusing && refusing.times > 0) {
      refusing.times -= 1;
      const error = Object.assign(new Error("not now"), { responseCode: refusing.code });
      return done(error);
    }
    done();
  },
  onData(stream, session, done) {
    let text = "";
    stream.setEncoding("utf8");
    stream.on("data", (chunk) => {
      text += chunk;
    });
    stream.on("end", () => {
      received.push({ to: session.envelope.rcptTo.map(({ address }) => address), text });
      done();
    });
  },
});

let world: World;
let email: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as { port: number };
  // Read at the first use, which comes later.
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
  process.env.MAIL_FROM = "Lokus <lokus@pusdiklat.test>";
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
beforeEach(async () => {
  received.length = 0;
  refusing = null;
  world = await createWorld(database.app);
  await giveLogins(database.app, world);
  email = `${newId()}@instansi.test`;
  await database.app.person.update({
    where: { id: world.participants[0]?.personId ?? "" },
    data: { email },
  });
});

const who = () => world.participants[0] as World["participants"][number];

const invite = () =>
  inviteToCohort(world.ctx, world.organizer, {
    commandId: newId(),
    cohortId: world.cohortId,
    enrolmentIds: [enrolmentOf(who())],
    channel: "MAIL",
    locale: "id",
  });

const letter = () =>
  database.app.mailMessage.findFirstOrThrow({
    where: { personId: who().personId },
    orderBy: { createdAt: "desc" },
  });

const decoded = (text: string) =>
  text
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));

describe("a letter", () => {
  it("is sent once, and its link opens the door", async () => {
    expect(value(await invite())).toMatchObject({ letters: 1, links: [] });
    const { id } = await letter();
    await deliverLetter(world.ctx, { messageId: id, isLast: false });
    await deliverLetter(world.ctx, { messageId: id, isLast: false });
    expect(received).toHaveLength(1);
    expect(received[0]?.to).toEqual([email]);
    const [, token] = /set-password\/([\w-]+)/.exec(decoded(received[0]?.text ?? "")) ?? [];
    expect(received[0]?.text).toContain(`Message-ID: <${id}@localhost>`);
    expect(await letter()).toMatchObject({ status: "SENT", attempts: 1, problem: null });
    value(
      await setPasswordByLink(world.ctx, {
        token: token ?? "",
        password: "kata sandi yang panjang",
        address: "192.0.2.1",
      }),
    );
    const kept = JSON.stringify([
      await database.app.mailMessage.findMany(),
      await database.app.oneTimeLink.findMany(),
      await database.owner.$queryRawUnsafe("SELECT data FROM pgboss.job"),
    ]);
    expect(kept).not.toContain(token);
    expect(kept).not.toContain(email);
  });

  it("is tried again after a failure, with the same link, and says what happened", async () => {
    refusing = { code: 451, times: 1 };
    value(await invite());
    const { id } = await letter();
    await expect(deliverLetter(world.ctx, { messageId: id, isLast: false })).rejects.toThrow(
      "refused",
    );
    expect(await letter()).toMatchObject({ status: "WAITING", problem: "refused", attempts: 1 });
    await deliverLetter(world.ctx, { messageId: id, isLast: false });
    expect(await letter()).toMatchObject({ status: "SENT", problem: null, attempts: 2 });
    expect(received).toHaveLength(1);
  });

  it("fails for good when the address is refused, or at the last try; staff may send it again", async () => {
    refusing = { code: 550, times: 1 };
    value(await invite());
    const { id } = await letter();
    await deliverLetter(world.ctx, { messageId: id, isLast: false });
    expect(await letter()).toMatchObject({ status: "FAILED", problem: "recipient_refused" });

    const again = { centerId: world.centerId, messageId: id };
    expect(await resendLetter(world.ctx, world.viewer, again)).toMatchObject({
      reason: "forbidden",
    });
    expect(await resendLetter(world.ctx, world.stranger, again)).toMatchObject({
      reason: "not_found",
    });
    const pressed = await Promise.all([
      resendLetter(world.ctx, world.organizer, again),
      resendLetter(world.ctx, world.organizer, again),
    ]);
    expect(pressed.filter(({ ok }) => ok)).toHaveLength(1);
    refusing = { code: 451, times: 1 };
    await deliverLetter(world.ctx, { messageId: id, isLast: true });
    expect(await letter()).toMatchObject({ status: "FAILED", problem: "refused" });
  });

  it("that lies here without a job is sent when staff say so, once", async () => {
    value(await invite());
    const { id } = await letter();
    const again = { centerId: world.centerId, messageId: id };
    // It is on its way already.
    expect(await resendLetter(world.ctx, world.organizer, again)).toMatchObject({
      reason: "conflict",
    });
    // As after a backup was restored, or when the mail server came later.
    await database.owner.$executeRawUnsafe("DELETE FROM pgboss.job");
    const pressed = await Promise.all([
      resendLetter(world.ctx, world.organizer, again),
      resendLetter(world.ctx, world.organizer, again),
    ]);
    expect(pressed.filter(({ ok }) => ok)).toHaveLength(1);
    await deliverLetter(world.ctx, { messageId: id, isLast: false });
    expect(received).toHaveLength(1);
  });

  it("with a link that was replaced is not sent at all", async () => {
    value(await invite());
    const { id } = await letter();
    value(await invite());
    await deliverLetter(world.ctx, { messageId: id, isLast: false });
    expect(received).toHaveLength(0);
    expect(await database.app.mailMessage.findUnique({ where: { id } })).toMatchObject({
      status: "CANCELLED",
      problem: "link_closed",
    });
  });

  it("is shown to organisers of its centre, and never one to somebody known elsewhere", async () => {
    value(await invite());
    const asked = { centerId: world.centerId, messageId: (await letter()).id };
    const shown = value(await showLetter(world.ctx, world.organizer, asked));
    expect(shown.to).toBe(email);
    expect(shown.text).toContain("/set-password/");
    for (const [actor, reason] of [
      [world.viewer, "forbidden"],
      [world.stranger, "not_found"],
      [who(), "not_found"],
    ] as const) {
      expect(await showLetter(world.ctx, actor, asked)).toMatchObject({ reason });
    }
    await database.app.enrolment.updateMany({
      where: { id: enrolmentOf(world.otherParticipant) },
      data: { personId: who().personId },
    });
    expect(await showLetter(world.ctx, world.organizer, asked)).toMatchObject({
      reason: "forbidden",
    });
  });
});

describe("the queue", () => {
  it("holds a job when, and only when, the change was committed", async () => {
    const jobs = async () => {
      const [row] = await database.owner.$queryRawUnsafe<{ n: bigint }[]>(
        "SELECT count(*) AS n FROM pgboss.job WHERE name = 'mail'",
      );
      return Number(row?.n);
    };
    const before = await jobs();
    // The second person does not exist: the whole command is refused.
    expect(
      await inviteToCohort(world.ctx, world.organizer, {
        commandId: newId(),
        cohortId: world.cohortId,
        enrolmentIds: [enrolmentOf(who()), newId()],
        channel: "MAIL",
        locale: "id",
      }),
    ).toMatchObject({ reason: "invalid" });
    expect(await jobs()).toBe(before);
    value(await invite());
    expect(await jobs()).toBe(before + 1);
  });

  it("is kept in order by the application's role, which makes no queues", async () => {
    const boss = new PgBoss({
      connectionString: database.appUrl,
      schema: JOB_SCHEMA,
      migrate: false,
      supervise: false,
      schedule: false,
    });
    const problems: unknown[] = [];
    boss.on("error", (error) => problems.push(error));
    await boss.start();
    try {
      await boss.maintain();
      expect(problems).toEqual([]);
      await expect(boss.createQueue("another")).rejects.toThrow(/permission denied/);
    } finally {
      await boss.stop({ graceful: false });
    }
  });

  it("is worked on in the server as the application's role, and tries again by itself", async () => {
    await database.owner.$executeRawUnsafe("DELETE FROM pgboss.job");
    refusing = { code: 451, times: 1 };
    value(await invite());
    const { id } = await letter();
    // Half a minute would be long here.
    await database.owner.$executeRawUnsafe("UPDATE pgboss.job SET retry_delay = 1");
    const worker = new JobWorker(
      database.appUrl,
      {
        mail: ({ data, isLast }) => deliverLetter(world.ctx, { ...data, isLast }),
        files: async () => {},
        reminders: async () => {},
        approvals: async () => {},
        pictures: async () => {},
      },
      0.5,
    );
    worker.start();
    try {
      await expect
        .poll(async () => (await letter()).status, { timeout: 25_000, interval: 200 })
        .toBe("SENT");
    } finally {
      await worker.stop();
    }
    expect(received.filter(({ to }) => to.includes(email))).toHaveLength(1);
    expect((await letter()).attempts).toBe(2);
    expect((await letter()).id).toBe(id);
  });
});

describe("a new address of one's own", () => {
  const password = "kata sandi yang panjang";
  const ask = async (next: string) => {
    const was = await person();
    return correctIdentity(world.ctx, who(), {
      commandId: newId(),
      was: { name: was.displayName, email: was.email },
      name: was.displayName,
      email: next,
      password,
      locale: "id",
    });
  };
  const person = () => database.app.person.findUniqueOrThrow({ where: { id: who().personId } });
  const confirm = (actor: Actor, token: string) =>
    confirmEmail(world.ctx, actor, { token, address: "192.0.2.7" });
  /** Sends the last letter; the token of its link. */
  const delivered = async () => {
    const { id } = await database.app.mailMessage.findFirstOrThrow({
      where: { personId: who().personId, status: "WAITING" },
    });
    await deliverLetter(world.ctx, { messageId: id, isLast: false });
    const text = decoded(received.at(-1)?.text ?? "");
    return /confirm-email\/([\w-]+)/.exec(text)?.[1] ?? "";
  };
  beforeEach(async () => {
    await database.app.rateLimit.deleteMany();
    await database.app.person.update({
      where: { id: who().personId },
      data: { passwordHash: await hashPassword(password) },
    });
  });

  it("waits on the link that is sent to it, for the person alone", async () => {
    const next = `${newId()}@instansi.test`;
    expect(value(await ask(next))).toEqual({ toConfirm: true });
    expect((await person()).email).toBe(email);
    const token = await delivered();
    expect(received.at(-1)?.to).toEqual([next]);
    // It is no key to anything else.
    expect(
      await setPasswordByLink(world.ctx, { token, password, address: "192.0.2.7" }),
    ).toMatchObject({ reason: "link_expired" });
    expect(await confirm(world.participants[1] as Actor, token)).toMatchObject({
      reason: "forbidden",
    });
    const both = await Promise.all([confirm(who(), token), confirm(who(), token)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await person()).email).toBe(next);
    expect(await confirm(who(), token)).toMatchObject({ reason: "link_expired" });
  });

  it("is not taken from whoever has it meanwhile, and an older wish ends with a later one", async () => {
    const [first, second] = [`${newId()}@instansi.test`, `${newId()}@instansi.test`];
    value(await ask(first));
    const old = await delivered();
    value(await ask(second));
    const token = await delivered();
    expect(await confirm(who(), old)).toMatchObject({ reason: "link_expired" });
    await database.app.person.create({ data: { displayName: "Orang lain", email: second } });
    expect(await confirm(who(), token)).toMatchObject({ reason: "conflict" });
    expect((await person()).email).toBe(email);
  });

  it("is asked for a few times an hour", async () => {
    for (let asked = 0; asked < 5; asked += 1) value(await ask(`${newId()}@instansi.test`));
    expect(await ask(`${newId()}@instansi.test`)).toMatchObject({ reason: "rate_limited" });
  });
});
