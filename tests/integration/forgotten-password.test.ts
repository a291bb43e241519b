import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { requestReset, signIn } from "@/lib/person/mutations";
import { issueLinks } from "@/lib/person/record";
import { systemClock } from "@/lib/platform/clock";
import type { Context } from "@/lib/platform/context";
import { hashPassword } from "@/lib/platform/password";
import { success } from "@/lib/platform/result";
import { transaction } from "@/lib/platform/transaction";
import { openDatabase } from "@/tests/support/database";
import { newId, value } from "@/tests/support/world";

const database = openDatabase();
let ctx: Context;
let personId: string;
const email = "lupa@lokus.test";
const password = "kata sandi yang panjang";

beforeAll(async () => {
  // Read at the first use, which comes later. Nothing is sent here.
  Object.assign(process.env, { SMTP_URL: "smtp://127.0.0.1:9", MAIL_FROM: "Lokus <a@b.test>" });
  ctx = { db: database.app, clock: systemClock };
  const person = await database.app.person.create({
    data: { displayName: "Pelupa", email, passwordHash: await hashPassword(password) },
  });
  personId = person.id;
});
beforeEach(() => database.app.rateLimit.deleteMany());

const ask = (login: string, address = "192.0.2.5") =>
  requestReset(ctx, { login, address, locale: "id" });
const letters = () => database.app.mailMessage.count({ where: { personId } });

describe("a forgotten password", () => {
  it("brings a letter, and the old one works until a new one is made", async () => {
    value(await ask(" Lupa@Lokus.test "));
    expect(await letters()).toBe(1);
    const [letter] = await database.app.mailMessage.findMany({
      where: { personId },
      include: { link: true },
    });
    expect(letter).toMatchObject({ kind: "PASSWORD_RESET", centerId: null, status: "WAITING" });
    const hours = ((letter?.link?.expiresAt.getTime() ?? 0) - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(1.9);
    expect(hours).toBeLessThan(2.1);
    value(await signIn(ctx, { login: email, password, address: "192.0.2.5" }));
  });

  it("answers the same, in the same time, for known and unknown", async () => {
    const without = await database.app.person.create({
      data: { displayName: "Tanpa surel", idType: "NIP", idNumber: "198609262015051001" },
    });
    const times: Record<string, number> = {};
    for (const [name, login] of [
      ["known", email],
      ["unknown", `${newId()}@lokus.test`],
      ["without an address", "198609262015051001"],
      ["no login at all", "\u0000"],
    ] as const) {
      const started = performance.now();
      expect(await ask(login), name).toEqual({ ok: true, value: null });
      times[name] = performance.now() - started;
    }
    const taken = Object.values(times);
    expect(Math.min(...taken)).toBeGreaterThan(390);
    // A busy machine adds to all of them; what is done for the known one alone does not show.
    expect(Math.max(...taken) - Math.min(...taken), JSON.stringify(times)).toBeLessThan(150);
    expect(await database.app.mailMessage.count({ where: { personId: without.id } })).toBe(0);
  });

  it("is limited for an account without saying so, and for an address", async () => {
    const before = await letters();
    for (let times = 0; times < 6; times += 1) {
      expect(await ask(email, `192.0.2.${times + 10}`)).toEqual({ ok: true, value: null });
    }
    expect(await letters()).toBe(before + 3);
    const answers = await Promise.all(
      Array.from({ length: 25 }, () => ask(`${newId()}@lokus.test`, "192.0.2.99")),
    );
    expect(answers.filter((answer) => !answer.ok && answer.reason === "rate_limited")).toHaveLength(
      5,
    );
  });

  it("opens nothing for who is deactivated", async () => {
    const before = await letters();
    await database.app.person.update({ where: { id: personId }, data: { status: "DEACTIVATED" } });
    expect(await ask(email)).toEqual({ ok: true, value: null });
    expect(await letters()).toBe(before);
  });

  it("ends no invitation of somebody who has no password yet", async () => {
    const address = `${newId()}@lokus.test`;
    const { id } = await database.app.person.create({
      data: { displayName: "Diundang", email: address },
    });
    const invited = await transaction(ctx, async (tx) =>
      success(
        await issueLinks(tx, {
          personIds: [id],
          channel: "SHEET",
          hours: 24,
          now: ctx.clock.now(),
          actor: { id: null, role: "SYSTEM" },
        }),
      ),
    );
    const linkId = value(invited).get(id)?.linkId ?? "";
    const link = () => database.app.oneTimeLink.findUniqueOrThrow({ where: { id: linkId } });
    expect(await ask(address)).toEqual({ ok: true, value: null });
    expect((await link()).revokedAt).toBeNull();
    expect(await database.app.mailMessage.count({ where: { personId: id } })).toBe(0);
    // Nobody waits for an invitation that is past its time.
    await database.app.oneTimeLink.update({
      where: { id: linkId },
      data: { expiresAt: new Date(Date.now() - 1000) },
    });
    expect(await ask(address)).toEqual({ ok: true, value: null });
    expect(await database.app.mailMessage.count({ where: { personId: id } })).toBe(1);
  });
});
