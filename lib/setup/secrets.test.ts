import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keptSecrets, newSecrets, parseSecrets, randomSecret } from "./secrets";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "secrets-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("secrets", () => {
  it("are letters and digits, and never the same", () => {
    expect(randomSecret()).toMatch(/^[A-Za-z0-9]{43}$/);
    expect(randomSecret()).not.toBe(randomSecret());
  });

  it("are made once, and readable by their owner alone", async () => {
    const file = path.join(folder, "secrets.json");
    const first = await keptSecrets(file);
    const second = await keptSecrets(file);
    expect(first.fresh).toBe(true);
    expect(second).toEqual({ secrets: first.secrets, fresh: false });
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it("are made anew when the file is damaged", async () => {
    const file = path.join(folder, "secrets.json");
    await keptSecrets(file);
    writeFileSync(file, readFileSync(file, "utf8").slice(0, 40));
    expect((await keptSecrets(file)).fresh).toBe(true);
  });

  it.each([
    { ...newSecrets(), authSecret: "'; DROP" },
    { ...newSecrets(), authSecret: undefined },
    { ...newSecrets(), authSecret: "short" },
    [],
    null,
  ])("are not read from %j", (content) => {
    expect(parseSecrets(JSON.stringify(content))).toBeUndefined();
  });
});
