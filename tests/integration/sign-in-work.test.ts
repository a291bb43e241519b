import type * as Argon2 from "@node-rs/argon2";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { signIn } from "@/lib/person/mutations";
import { systemClock } from "@/lib/platform/clock";
import type { Context } from "@/lib/platform/context";
import { hashPassword } from "@/lib/platform/password";
import { openDatabase } from "@/tests/support/database";
import { openStatementCounter, type StatementCounter } from "@/tests/support/statements";

/**
 * That the time of an answer tells nothing: not measured, which would tell more of the machine, but
 * by what was done for it.
 */

// The real argon2, looking over its shoulder.
const verifications = vi.hoisted(() => [] as string[]);
vi.mock("@node-rs/argon2", async (original) => {
  const real = await original<typeof Argon2>();
  return {
    ...real,
    verify: (stored: string, password: string) => {
      verifications.push(stored.split("$").slice(0, 4).join("$"));
      return real.verify(stored, password);
    },
  };
});

const database = openDatabase();
const password = "kata sandi yang panjang";
let counter: StatementCounter;
let ctx: Context;

beforeAll(async () => {
  counter = openStatementCounter(database.appUrl);
  ctx = { db: counter.db, clock: systemClock };
  const passwordHash = await hashPassword(password);
  await database.app.person.createMany({
    data: [
      { displayName: "Aktif", email: "aktif@lokus.test", passwordHash },
      { displayName: "Tanpa sandi", email: "tanpa-sandi@lokus.test" },
      {
        displayName: "Nonaktif",
        email: "nonaktif@lokus.test",
        passwordHash,
        status: "DEACTIVATED",
      },
    ],
  });
  return () => counter.close();
});
beforeEach(() => database.app.rateLimit.deleteMany());

/** An attempt that fails, and what was done for it. */
async function attempt(login: string, given: string) {
  verifications.length = 0;
  let result: unknown;
  const statements = await counter.during(async () => {
    result = await signIn(ctx, { login, password: given, address: "192.0.2.7" });
  });
  return { result, verifications: [...verifications], statements };
}

describe("a sign-in that fails", () => {
  const cases = [
    ["an unknown login", "tidak-ada@lokus.test", password],
    ["an unknown NIP", "198609262015051009", password],
    ["somebody who has no password yet", "tanpa-sandi@lokus.test", password],
    ["somebody who was deactivated", "nonaktif@lokus.test", password],
  ] as const;

  it.each(cases)("takes the same work and answers the same for %s", async (_, login, given) => {
    const wrong = await attempt("aktif@lokus.test", "salah");
    await database.app.rateLimit.deleteMany();
    const other = await attempt(login, given);

    expect(wrong.result).toEqual({ ok: false, reason: "wrong_password" });
    expect(other.result).toEqual(wrong.result);
    // OWASP's parameters for argon2id with 19 MiB, verified once.
    expect(wrong.verifications).toEqual(["$argon2id$v=19$m=19456,t=2,p=1"]);
    expect(other.verifications).toEqual(wrong.verifications);
    // By NIP or by e-mail: one column or the other.
    const shape = (statements: string[]) =>
      statements.map((text) => text.replace(/"(?:email|id_number)"/g, '"login"'));
    expect(wrong.statements.length).toBeGreaterThan(2);
    expect(shape(other.statements)).toEqual(shape(wrong.statements));
  });

  it("takes no work at all once it is locked, known or not", async () => {
    const known = { login: "aktif@lokus.test", locked: [] as unknown[] };
    const unknown = { login: "tidak-ada@lokus.test", locked: [] as unknown[] };
    for (const one of [known, unknown]) {
      for (let count = 0; count < 8; count += 1) {
        expect((await attempt(one.login, "salah")).verifications).toHaveLength(1);
      }
      const { result, verifications: after } = await attempt(one.login, password);
      expect(after).toEqual([]);
      one.locked.push(result);
    }
    for (const { locked } of [known, unknown]) {
      expect(locked).toEqual([
        {
          ok: false,
          reason: "rate_limited",
          details: { retryAfterSeconds: expect.any(Number) },
        },
      ]);
    }
  });
});
