import { beforeAll, describe, expect, it } from "vitest";
import { addStaff, createCenter, createInvitation } from "@/lib/center/mutations";
import { findActor, findOneTimeLink } from "@/lib/person/data";
import {
  changePassword,
  createPlatformAdministrator,
  setPasswordByLink,
  setPersonStatus,
  signIn,
} from "@/lib/person/mutations";
import type { Actor } from "@/lib/platform/actor";
import { fixedClock, systemClock } from "@/lib/platform/clock";
import type { Context } from "@/lib/platform/context";
import { hashPassword } from "@/lib/platform/password";
import { tokenHash } from "@/lib/platform/secret";
import { openDatabase } from "@/tests/support/database";
import { newId, value } from "@/tests/support/world";

const database = openDatabase();
const address = "192.0.2.7";
const password = "kata sandi yang panjang";
let ctx: Context;
let personId: string;

beforeAll(async () => {
  ctx = { db: database.app, clock: systemClock };
  const person = await database.app.person.create({
    data: {
      displayName: "Peserta Masuk",
      email: "masuk@lokus.test",
      idType: "NIP",
      idNumber: "198609262015051001",
      passwordHash: await hashPassword(password),
    },
  });
  personId = person.id;
});

const actorOf = async (session: { personId: string; sessionVersion: number }): Promise<Actor> => {
  const actor = await findActor(database.app, session);
  if (!actor) throw new Error("no actor");
  return actor;
};

describe("signing in", () => {
  it("takes e-mail in any case, and NIP with spaces", async () => {
    for (const login of ["Masuk@Lokus.Test ", "19860926 201505 1 001", "198609262015051001"]) {
      expect(value(await signIn(ctx, { login, password, address })).personId).toBe(personId);
    }
  });

  it("answers the same for an unknown login and a wrong password", async () => {
    const unknown = await signIn(ctx, { login: "tidak@ada.test", password, address });
    const wrong = await signIn(ctx, { login: "masuk@lokus.test", password: "salah", address });
    expect(unknown).toEqual({ ok: false, reason: "wrong_password" });
    expect(wrong).toEqual(unknown);
  });

  it("locks an account after too many failures, known or not, and says for how long", async () => {
    for (const login of ["masuk@lokus.test", "bukan-siapa-siapa@lokus.test"]) {
      let last = await signIn(ctx, { login, password: "salah", address });
      for (
        let attempt = 0;
        attempt < 10 && !last.ok && last.reason === "wrong_password";
        attempt += 1
      ) {
        last = await signIn(ctx, { login, password: "salah", address });
      }
      expect(last).toMatchObject({ ok: false, reason: "rate_limited" });
      expect(!last.ok && last.details?.retryAfterSeconds).toBeGreaterThan(60);
    }
    // Not even the right password helps while it is locked.
    expect(await signIn(ctx, { login: "masuk@lokus.test", password, address })).toMatchObject({
      reason: "rate_limited",
    });
    await database.app.rateLimit.deleteMany();
    value(await signIn(ctx, { login: "masuk@lokus.test", password, address }));
  });

  it("gives a burst no more attempts than a row of them", async () => {
    await database.app.rateLimit.deleteMany();
    const burst = await Promise.all(
      Array.from({ length: 20 }, () =>
        signIn(ctx, { login: "masuk@lokus.test", password: "salah", address }),
      ),
    );
    const reasons = burst.map((result) => !result.ok && result.reason);
    expect(reasons.filter((reason) => reason === "wrong_password")).toHaveLength(8);
    expect(reasons.filter((reason) => reason === "rate_limited")).toHaveLength(12);
    await database.app.rateLimit.deleteMany();
  });

  it("counts an account once, by whichever of its names", async () => {
    const names = ["masuk@lokus.test", "198609262015051001"];
    const reasons: unknown[] = [];
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const login = names[attempt % 2] ?? "";
      const result = await signIn(ctx, { login, password: "salah", address });
      reasons.push(!result.ok && result.reason);
    }
    expect(reasons.slice(8)).toEqual(["rate_limited", "rate_limited"]);
    await database.app.rateLimit.deleteMany();
  });

  it("takes an address's failures only, whoever else signs in behind it", async () => {
    for (let attempt = 0; attempt < 110; attempt += 1) {
      value(await signIn(ctx, { login: "masuk@lokus.test", password, address }));
    }
  }, 60_000);

  it("knows nobody by what no keyboard types", async () => {
    expect(await signIn(ctx, { login: "a\u0000b@x.test", password, address })).toEqual({
      ok: false,
      reason: "wrong_password",
    });
  });
});

describe("a session", () => {
  it("ends at once with a changed password", async () => {
    const session = value(await signIn(ctx, { login: "masuk@lokus.test", password, address }));
    const actor = await actorOf(session);
    expect(
      await changePassword(ctx, actor, { current: "salah", password: "baru baru baru" }),
    ).toMatchObject({
      ok: false,
      reason: "wrong_password",
      issues: [{ path: "current", code: "wrong_password" }],
    });
    value(await changePassword(ctx, actor, { current: password, password: `${password}!` }));
    expect(await findActor(database.app, session)).toBeNull();
    value(
      await changePassword(
        ctx,
        await actorOf(
          value(
            await signIn(ctx, { login: "masuk@lokus.test", password: `${password}!`, address }),
          ),
        ),
        { current: `${password}!`, password },
      ),
    );
  });
});

describe("a link to a password that others hold", () => {
  it("ends when its person changes the password themselves", async () => {
    const token = "tautan-yang-dipegang-orang-lain";
    await database.app.oneTimeLink.create({
      data: {
        personId,
        purpose: "SET_PASSWORD",
        tokenHash: tokenHash(token),
        expiresAt: new Date(Date.now() + 3_600_000),
      },
    });
    const opens = () => findOneTimeLink(database.app, token, new Date());
    expect(await opens()).toMatchObject({ personId });
    const change = async (current: string, next: string) => {
      const session = value(
        await signIn(ctx, { login: "masuk@lokus.test", password: current, address }),
      );
      return changePassword(ctx, await actorOf(session), { current, password: next });
    };
    value(await change(password, `${password}?`));
    expect(await opens()).toBeNull();
    value(await change(`${password}?`, password));
  });
});

describe("the platform administrator", () => {
  let administrator: Actor;

  it("is made from the command line with a link that works once", async () => {
    const made = await createPlatformAdministrator(database.app, {
      email: "Admin@Lokus.test",
      name: "Administrator",
      appUrl: "https://lokus.test",
    });
    const token = made.url.split("/").at(-1) ?? "";
    expect(made.url).toBe(`https://lokus.test/set-password/${token}`);
    expect(await database.app.oneTimeLink.count({ where: { tokenHash: token } })).toBe(0);

    const late: Context = { ...ctx, clock: fixedClock(new Date(made.expiresAt.getTime() + 1)) };
    expect(await setPasswordByLink(late, { token, password, address })).toMatchObject({
      reason: "link_expired",
    });
    value(await setPasswordByLink(ctx, { token, password, address }));
    expect(await setPasswordByLink(ctx, { token, password, address })).toMatchObject({
      reason: "link_expired",
    });
    administrator = await actorOf(
      value(await signIn(ctx, { login: "admin@lokus.test", password, address })),
    );
    expect(administrator.isPlatformAdministrator).toBe(true);
  });

  it("makes centres and their first staff, and nobody else does", async () => {
    const input = {
      commandId: newId(),
      name: "Pusdiklat Baru",
      shortName: "Baru",
      staffName: "Staf Pertama",
      staffEmail: "staf.pertama@lokus.test",
      locale: "id" as const,
    };
    const outsider = await actorOf(
      value(await signIn(ctx, { login: "masuk@lokus.test", password, address })),
    );
    expect(await createCenter(ctx, outsider, input)).toEqual({ ok: false, reason: "not_found" });
    const invitation = value(await createCenter(ctx, administrator, input));
    expect(invitation?.url).toMatch(/\/set-password\/.{40,}$/);
    expect(await createCenter(ctx, administrator, input)).toMatchObject({
      issues: [{ path: "name", code: "name_taken" }],
    });
    const center = await database.app.trainingCenter.findUniqueOrThrow({
      where: { name: "Pusdiklat Baru" },
      select: { id: true, staffMemberships: { select: { personId: true, role: true } } },
    });
    expect(center.staffMemberships.map(({ role }) => role)).toEqual(["ADMINISTRATOR"]);

    const staff = {
      commandId: newId(),
      centerId: center.id,
      staffName: "Nama Lain",
      staffEmail: "masuk@lokus.test",
      role: "VIEWER" as const,
      locale: "id" as const,
    };
    // Somebody who has a password keeps it and the own name, and takes the role by a link.
    expect(value(await addStaff(ctx, administrator, staff))).toMatchObject({
      name: "Peserta Masuk",
      purpose: "ACCEPT_ROLE",
      url: expect.stringMatching(/\/join\/.{40,}$/),
    });
    expect(await addStaff(ctx, administrator, staff)).toMatchObject({
      issues: [{ path: "staffEmail", code: "already_staff" }],
    });
    expect(
      (await database.app.person.findUniqueOrThrow({ where: { id: personId } })).displayName,
    ).toBe("Peserta Masuk");

    const first = center.staffMemberships[0]?.personId ?? "";
    const renewed = value(
      await createInvitation(ctx, administrator, {
        commandId: newId(),
        centerId: center.id,
        personId: first,
        locale: "id",
      }),
    );
    const old = invitation?.url.split("/").at(-1) ?? "";
    expect(await setPasswordByLink(ctx, { token: old, password, address })).toMatchObject({
      reason: "link_expired",
    });
    value(
      await setPasswordByLink(ctx, {
        token: renewed.url.split("/").at(-1) ?? "",
        password,
        address,
      }),
    );
  });

  it("deactivates a person, whose sessions end at once", async () => {
    const session = value(await signIn(ctx, { login: "masuk@lokus.test", password, address }));
    const person = await actorOf(session);
    expect(
      await setPersonStatus(ctx, person, { personId: administrator.personId, active: false }),
    ).toEqual({ ok: false, reason: "not_found" });
    expect(
      await setPersonStatus(ctx, administrator, {
        personId: administrator.personId,
        active: false,
      }),
    ).toMatchObject({ reason: "forbidden" });
    value(await setPersonStatus(ctx, administrator, { personId, active: false }));
    expect(await findActor(database.app, session)).toBeNull();
    expect(await signIn(ctx, { login: "masuk@lokus.test", password, address })).toEqual({
      ok: false,
      reason: "wrong_password",
    });
    value(await setPersonStatus(ctx, administrator, { personId, active: true }));
    // The old session stays dead.
    expect(await findActor(database.app, session)).toBeNull();
  });
});
