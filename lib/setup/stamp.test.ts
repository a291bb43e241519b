import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isBuildSource } from "./build";
import { inProject } from "./paths";
import { filesBelow, stampOf } from "./stamp";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "stamp-"));
  mkdirSync(path.join(folder, "a"));
  writeFileSync(path.join(folder, "a", "one.ts"), "1");
  writeFileSync(path.join(folder, "two.ts"), "2");
});
afterEach(() => rmSync(folder, { recursive: true }));

const stamp = async (...more: string[]) =>
  stampOf(folder, await filesBelow(folder, () => true), more);

describe("a stamp", () => {
  it("stays while nothing changes, and does not depend on where the folder is", async () => {
    expect(await stamp()).toBe(await stamp());
  });

  it("changes with a content, a name, a new file, and what else is given", async () => {
    const seen = new Set([await stamp(), await stamp("20"), await stamp("2", "0")]);
    writeFileSync(path.join(folder, "two.ts"), "3");
    seen.add(await stamp());
    writeFileSync(path.join(folder, "three.ts"), "");
    seen.add(await stamp());
    rmSync(path.join(folder, "three.ts"));
    writeFileSync(path.join(folder, "four.ts"), "");
    seen.add(await stamp());
    expect(seen.size).toBe(6);
  });
});

describe("the sources of the build", () => {
  it.each(["app/page.tsx", "lib/plan/model.ts", "public/icon.svg", "next.config.js", "proxy.ts"])(
    "contain %s",
    (file) => expect(isBuildSource(inProject(file))).toBe(true),
  );

  it.each([
    "node_modules",
    ".next",
    ".data",
    ".env",
    "tests",
    "docs",
    "lib/setup",
    "lib/platform/generated",
    "lib/plan/model.test.ts",
    "prisma/migrations",
    "tsconfig.tsbuildinfo",
    "next-env.d.ts",
  ])("do not contain %s", (file) => expect(isBuildSource(inProject(file))).toBe(false));
});
