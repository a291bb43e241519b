import { describe, expect, it } from "vitest";
import {
  applicationSettings,
  listenSettings,
  observationSettings,
  productionSettings,
  readSettings,
} from "./env";

const complete = {
  DATABASE_URL: "postgresql://lokus_app:a@db.example.go.id:5432/lokus",
  MIGRATION_DATABASE_URL: "postgres://lokus_owner:b@db.example.go.id:5432/lokus",
  AUTH_SECRET: "pL3xW9vTq0ZrB7nKcY2mHs5dGf8jUa1eQi4o",
  APP_URL: "https://lokus.example.go.id/",
};

function problems(change: Record<string, string | undefined>): string[] {
  const result = readSettings(productionSettings, { ...complete, ...change });
  return result.ok ? [] : result.problems;
}

describe("settings", () => {
  it("reads a complete environment", () => {
    expect(readSettings(productionSettings, complete)).toEqual({
      ok: true,
      value: {
        ...complete,
        APP_URL: "https://lokus.example.go.id",
        HOST: "127.0.0.1",
        PORT: 3000,
        LOG_LEVEL: "info",
        SLOW_STATEMENT_MS: 200,
        TRUSTED_PROXIES: 0,
        WEB_PROCESSES: 0,
        FILES_FOLDER: ".data/files",
        S3_REGION: "us-east-1",
        S3_PREFIX: "",
      },
    });
  });

  it("listens on this machine alone, on port 3000, unless told otherwise", () => {
    expect(readSettings(listenSettings, {})).toEqual({
      ok: true,
      value: { HOST: "127.0.0.1", PORT: 3000 },
    });
    expect(readSettings(listenSettings, { HOST: "0.0.0.0", PORT: "8080" })).toEqual({
      ok: true,
      value: { HOST: "0.0.0.0", PORT: 8080 },
    });
  });

  it("reads what the application tells of itself", () => {
    const METRICS_TOKEN = "Kq3vZt7yXw1nB5cD";
    expect(
      readSettings(observationSettings, {
        LOG_LEVEL: "warn",
        SLOW_STATEMENT_MS: "0",
        METRICS_TOKEN,
        TRUSTED_PROXIES: "2",
        WEB_PROCESSES: "3",
      }),
    ).toEqual({
      ok: true,
      value: {
        LOG_LEVEL: "warn",
        SLOW_STATEMENT_MS: 0,
        METRICS_TOKEN,
        TRUSTED_PROXIES: 2,
        WEB_PROCESSES: 3,
      },
    });
  });

  it.each([
    ["LOG_LEVEL", "loud"],
    ["SLOW_STATEMENT_MS", "-1"],
    ["SLOW_STATEMENT_MS", "0.5"],
    ["METRICS_TOKEN", "fifteen-letters"],
    ["METRICS_TOKEN", "with a space in between"],
    ["TRUSTED_PROXIES", "true"],
    ["TRUSTED_PROXIES", "11"],
    ["WEB_PROCESSES", "33"],
  ])("refuses %s=%j and does not repeat it", (name, given) => {
    const [problem, ...more] = problems({ [name]: given });
    expect(problem).toMatch(new RegExp(`^${name} must`));
    expect(problem).not.toContain(given);
    expect(more).toEqual([]);
  });

  it.each(["0", "65536", "http", "-1", "3000.5", " 3000"])("refuses port %j", (PORT) => {
    expect(problems({ PORT })).toEqual(["PORT must be a number between 1 and 65535."]);
  });

  it("lists everything that is missing at once", () => {
    const result = readSettings(productionSettings, {});
    expect(result.ok ? [] : result.problems.map((problem) => problem.split(" ")[0])).toEqual([
      "DATABASE_URL",
      "AUTH_SECRET",
      "APP_URL",
      "MIGRATION_DATABASE_URL",
    ]);
  });

  it("takes an empty setting for a missing one", () => {
    expect(problems({ AUTH_SECRET: "" })).toEqual([
      expect.stringContaining("AUTH_SECRET is missing"),
    ]);
  });

  it("takes every secret that is random, however it begins", () => {
    const rest = "81rqHnbXYMCdUtxqIPsoPKQW8DWPzr87TT4uG8GAa";
    for (const beginning of ["yy", "00", "abab", "xyzxyz", "81rq"]) {
      expect(problems({ AUTH_SECRET: beginning + rest }), beginning).toEqual([]);
    }
  });

  it.each([
    "short",
    "a".repeat(40),
    "abcabcabcabcabcabcabcabcabcabcabcabc",
    "0123456789abcdef0123456789abcdef",
    "changeme-changeme-1234567890-XYZW",
    "lokus-development-4f8a2c1b9d7e6053",
  ])("refuses the guessable secret %j and does not repeat it", (AUTH_SECRET) => {
    const [problem, ...more] = problems({ AUTH_SECRET });
    expect(problem).toMatch(/^AUTH_SECRET must/);
    expect(problem).not.toContain(AUTH_SECRET);
    expect(more).toEqual([]);
  });

  it.each(["mysql://a:b@c/d", "localhost:5432", "postgresql://u:p@host/", "postgresql://host/db"])(
    "refuses the connection string %j",
    (DATABASE_URL) => {
      expect(problems({ DATABASE_URL })[0]).toMatch(/^DATABASE_URL must/);
    },
  );

  it.each(["lokus.example.go.id", "ftp://lokus.example.go.id", "https://example.go.id/lokus"])(
    "refuses the address %j",
    (APP_URL) => {
      expect(problems({ APP_URL })[0]).toMatch(/^APP_URL must/);
    },
  );

  it("does not hand the owner's connection to the application", () => {
    const result = readSettings(applicationSettings, complete);
    expect(result.ok && "MIGRATION_DATABASE_URL" in result.value).toBe(false);
  });
});
