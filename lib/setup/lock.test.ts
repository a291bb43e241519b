import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withFileLock } from "./lock.mjs";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "lock-"));
  file = path.join(folder, "a", "b.lock");
});
afterEach(() => rmSync(folder, { recursive: true }));

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe("a file lock", () => {
  it("lets one in at a time, also after a failure", async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await pause(20);
      inside -= 1;
      throw new Error("on purpose");
    };
    const results = await Promise.allSettled([1, 2, 3].map(() => withFileLock(file, work)));
    expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(most).toBe(1);
  });

  it("says once that it waits", async () => {
    let told = 0;
    const first = withFileLock(file, () => pause(600));
    await pause(50);
    await withFileLock(
      file,
      async () => {},
      () => told++,
    );
    await first;
    expect(told).toBe(1);
  });

  it("is not held by a process that is gone", async () => {
    await withFileLock(file, async () => {});
    // Above the largest process number of any system.
    writeFileSync(file, "99999999");
    expect(await withFileLock(file, async () => readFileSync(file, "utf8"))).toBe(
      String(process.pid),
    );
  });

  it("is not held by a process that has fallen silent, whatever its number does now", async () => {
    await withFileLock(file, async () => {});
    writeFileSync(file, String(process.ppid));
    const longAgo = new Date(Date.now() - 61_000);
    utimesSync(file, longAgo, longAgo);
    expect(await withFileLock(file, async () => "in")).toBe("in");
  });
});
