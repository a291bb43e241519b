import fs from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileSettings, readSettings } from "@/lib/platform/env";
import { diskStorage, type FileStorage } from "@/lib/platform/storage";
import { type Bucket, serveBucket } from "@/tests/support/bucket";

let folder: string;
let bucket: Bucket;
const storages: Record<string, FileStorage> = {};

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), "lokus-storage-"));
  bucket = await serveBucket(path.join(folder, "s3"));
  storages.folder = diskStorage(path.join(folder, "disk"));
  storages.bucket = bucket.storage("demo/");
});
afterAll(async () => {
  await bucket.close();
  await fs.rm(folder, { recursive: true, force: true });
});

/** The same rules for both, the second against a server that speaks S3. */
describe.each(["folder", "bucket"])("files in a %s", (kind) => {
  const of = () => storages[kind] as FileStorage;
  const name = `ab/${"ab".repeat(32)}.jpg`;
  const bytes = Buffer.alloc(300_000, 7);

  it("come back as they went in, and are not there before and after", async () => {
    expect(await of().get(name)).toBeNull();
    await of().put(name, bytes);
    expect(await of().get(name)).toEqual(bytes);
    await of().put("cd/ef.pdf", Buffer.from("%PDF-"));
    const names: string[] = [];
    for await (const found of of().names()) names.push(found);
    expect(names.sort()).toEqual([name, "cd/ef.pdf"]);
    await of().remove("cd/ef.pdf");
    await of().remove("cd/ef.pdf");
    expect(await of().get("cd/ef.pdf")).toBeNull();
  });

  it("may be put by many at the same moment", async () => {
    const same = `cd/${"cd".repeat(32)}.jpg`;
    await Promise.all(Array.from({ length: 20 }, () => of().put(same, bytes)));
    expect(await of().get(same)).toEqual(bytes);
  });

  it.each(["../outside", "/etc/passwd", "a/../../b", "", "a/b/c", "A/b", "a/.jpg", "a\u0000"])(
    "are never called %j",
    async (bad) => {
      await expect(of().put(bad, bytes)).rejects.toThrow(/name/);
      await expect(of().get(bad)).rejects.toThrow(/name/);
    },
  );
});

describe("a folder", () => {
  it("can be read by its owner alone, and forgets what a crash left unfinished", async () => {
    const disk = diskStorage(path.join(folder, "private"));
    await disk.put("ef/gh.jpg", Buffer.from("x"));
    const { mode } = await fs.stat(path.join(folder, "private", "ef", "gh.jpg"));
    expect(mode & 0o777).toBe(0o600);
    await fs.writeFile(path.join(folder, "private", "ef", "gh.jpg.1.part"), "half");
    const names: string[] = [];
    for await (const found of disk.names()) names.push(found);
    expect(names).toEqual(["ef/gh.jpg"]);
  });
});

describe("settings of files", () => {
  it("say what is missing", () => {
    const problems = (settings: Record<string, string>) => {
      const read = readSettings(fileSettings, settings);
      return read.ok ? [] : read.problems;
    };
    expect(problems({})).toEqual([]);
    expect(problems({ S3_BUCKET: "../x" })).toEqual([expect.stringMatching(/S3_BUCKET/)]);
    expect(problems({ S3_ENDPOINT: "ftp://x" })).toEqual([expect.stringMatching(/S3_ENDPOINT/)]);
    expect(problems({ S3_ACCESS_KEY_ID: "x" })).toEqual([expect.stringMatching(/together/)]);
    expect(problems({ S3_PREFIX: "lokus" })).toEqual([expect.stringMatching(/slash/)]);
  });
});
