import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isolatedEnvironment } from "./environment";

const real = { DATABASE_URL: "postgresql://real", PGPASSWORD: "x", SMTP_URL: "smtp://real" };

describe("an isolated environment", () => {
  beforeEach(() => Object.assign(process.env, real));
  afterEach(() => {
    for (const name of Object.keys(real)) delete process.env[name];
  });

  it("holds no setting of an installation, and what it is given", async () => {
    const env = await isolatedEnvironment({ APP_URL: "http://localhost:1" });
    for (const name of Object.keys(real)) expect(env[name] || undefined).toBeUndefined();
    expect(env.APP_URL).toBe("http://localhost:1");
    expect(env.PATH).toBe(process.env.PATH);
  });
});
