import fs from "node:fs/promises";
import http from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { Upload } from "tus-js-client";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { saveDraft } from "@/lib/assignment/mutations";
import type { Actor } from "@/lib/platform/actor";
import { findArrivedFiles } from "@/tests/support/arrived";
import { openDatabase } from "@/tests/support/database";
import { hashOf, pdf, photo, refOf } from "@/tests/support/files";
import {
  assign,
  createWorld,
  newId,
  validDocument,
  value,
  type World,
} from "@/tests/support/world";

/**
 * The doors for files as HTTP sees them: the routes themselves, with somebody signed in, spoken to by
 * the protocol's own client and by hand.
 */
const who = vi.hoisted(() => ({ actor: null as Actor | null }));
vi.mock("@/lib/session/actor", () => ({ currentActor: async () => who.actor }));
const kept = vi.hoisted(() => ({ folder: "" }));
vi.mock("@/lib/platform/storage", async (original) => {
  const real = await original<typeof import("@/lib/platform/storage")>();
  return { ...real, storage: () => real.diskStorage(kept.folder) };
});

const database = openDatabase();
let world: World;
let author: Actor;
let assignmentId: string;
let server: http.Server;
let origin: string;
const bytes = { photo: Buffer.alloc(0), second: Buffer.alloc(0), third: Buffer.alloc(0) };
const document = pdf();

beforeAll(async () => {
  kept.folder = await fs.mkdtemp(path.join(os.tmpdir(), "lokus-uploads-"));
  const [uploads, upload, file] = await Promise.all([
    import("@/app/api/uploads/route"),
    import("@/app/api/uploads/[uploadId]/route"),
    import("@/app/api/files/[address]/route"),
  ]);
  const answer = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    const [, , noun, id = ""] = pathname.split("/");
    const handlers = (noun === "files" ? file : id ? upload : uploads) as unknown as Record<
      string,
      (request: Request, more: { params: Promise<object> }) => Promise<Response>
    >;
    const params = Promise.resolve({ uploadId: id, address: id });
    return (
      (await handlers[request.method]?.(request, { params })) ?? new Response(null, { status: 405 })
    );
  };
  server = http.createServer((incoming, outgoing) => {
    const headers = Object.entries(incoming.headers).map(([name, text]): [string, string] => [
      name,
      String(text),
    ]);
    const hasBody = incoming.method === "POST" || incoming.method === "PATCH";
    const request = new Request(`${origin}${incoming.url}`, {
      method: incoming.method ?? "GET",
      headers,
      ...(hasBody
        ? { body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>, duplex: "half" }
        : {}),
    } as RequestInit);
    void answer(request).then(async (response) => {
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(Buffer.from(await response.arrayBuffer()));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  world = await createWorld(database.app);
  author = world.participants[0] as Actor;
  who.actor = author;
  assignmentId = await assign(world, author);
  [bytes.photo, bytes.second, bytes.third] = await Promise.all([photo(1), photo(2), photo(3)]);
  const own = await validDocument(world, assignmentId, "EVALUATE");
  const evidence = [bytes.photo, bytes.second, bytes.third, document].map((each, index) => ({
    id: newId(),
    kind: index === 3 ? "FILE" : "PHOTO",
    caption: "Loket pelayanan",
    url: "",
    file: refOf(each, index === 3 ? "application/pdf" : "image/jpeg"),
  }));
  value(
    await saveDraft(world.ctx, author, {
      commandId: newId(),
      assignmentId,
      stage: "EVALUATE",
      basedOn: 0,
      document: { ...own, evidence },
    }),
  );
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await fs.rm(kept.folder, { recursive: true, force: true });
});

/** Sends by the protocol's own client; gives what the last answer said where it failed. */
function send(
  content: Buffer,
  options: { chunkSize?: number; stopAfter?: number; url?: string | null; hash?: string } = {},
): Promise<{ url: string | null; failure?: string }> {
  return new Promise((resolve) => {
    const upload = new Upload(content, {
      endpoint: `${origin}/api/uploads`,
      uploadUrl: options.url ?? null,
      chunkSize: options.chunkSize ?? Number.POSITIVE_INFINITY,
      uploadDataDuringCreation: options.chunkSize === undefined,
      retryDelays: [0, 10],
      metadata: { assignmentId, evidenceId: newId(), hash: options.hash ?? hashOf(content) },
      onChunkComplete: (_size, sent) => {
        if (options.stopAfter !== undefined && sent >= options.stopAfter) {
          void upload.abort();
          resolve({ url: upload.url });
        }
      },
      onError: (error) => {
        const response = "originalResponse" in error ? error.originalResponse : null;
        resolve({ url: upload.url, failure: response?.getBody() ?? String(error) });
      },
      onSuccess: () => resolve({ url: upload.url }),
    });
    upload.start();
  });
}

const arrived = async () => findArrivedFiles(database.app, assignmentId, new Date());

describe("the protocol's own client", () => {
  it("sends a photo at once", async () => {
    expect(await send(bytes.photo)).not.toHaveProperty("failure");
    expect(await arrived()).toHaveProperty(hashOf(bytes.photo));
  });

  it("goes on where it was cut off", async () => {
    const half = Math.floor(bytes.second.length / 2);
    const { url } = await send(bytes.second, { chunkSize: half, stopAfter: half });
    const state = await fetch(url ?? "", { method: "HEAD", headers: { "Tus-Resumable": "1.0.0" } });
    expect(state.headers.get("upload-offset")).toBe(String(half));
    expect(await arrived()).not.toHaveProperty(hashOf(bytes.second));
    expect(await send(bytes.second, { url })).not.toHaveProperty("failure");
    expect(await arrived()).toHaveProperty(hashOf(bytes.second));
  });

  it("is told why a file is refused", async () => {
    const program = Buffer.from("4d5a90000300000004000000ffff0000", "hex");
    const { failure } = await send(program, { hash: hashOf(bytes.third) });
    expect(JSON.parse(failure ?? "")).toMatchObject({
      reason: "invalid",
      issues: [{ path: "file", code: "upload_changed" }],
    });
  });
});

const TUS = { "Tus-Resumable": "1.0.0" };
const PART = { ...TUS, "Content-Type": "application/offset+octet-stream" };
const metadata = (pairs: Record<string, string>) =>
  Object.entries(pairs)
    .map(([key, text]) => `${key} ${Buffer.from(text).toString("base64")}`)
    .join(",");

describe("a line that breaks in the middle of a part", () => {
  it("leaves what had arrived, and the rest follows", async () => {
    const content = bytes.third;
    const { headers } = await fetch(`${origin}/api/uploads`, {
      method: "POST",
      headers: {
        ...TUS,
        "Upload-Length": String(content.length),
        "Upload-Metadata": metadata({ assignmentId, evidenceId: newId(), hash: hashOf(content) }),
      },
    });
    const url = `${origin}${headers.get("location")}`;
    await new Promise<void>((resolve) => {
      const request = http.request(url, {
        method: "PATCH",
        headers: { ...PART, "Upload-Offset": "0", "Content-Length": content.length },
      });
      request.on("error", () => resolve());
      request.write(content.subarray(0, 16_384), () => setTimeout(() => request.destroy(), 50));
    });
    const stands = async () =>
      Number((await fetch(url, { method: "HEAD", headers: TUS })).headers.get("upload-offset"));
    await expect.poll(stands, { timeout: 5_000 }).toBe(16_384);
    const rest = await fetch(url, {
      method: "PATCH",
      headers: { ...PART, "Upload-Offset": "16384" },
      body: new Uint8Array(content.subarray(16_384)),
    });
    expect([rest.status, rest.headers.get("upload-offset")]).toEqual([204, String(content.length)]);
  });
});

describe("what is asked wrongly", () => {
  const good = { assignmentId: "", evidenceId: newId(), hash: "a".repeat(64) };
  it.each<[string, Record<string, string>, number, string]>([
    ["another version", { "Upload-Length": "5" }, 415, "unsupported_type"],
    ["no length", { ...TUS, "Upload-Metadata": metadata(good) }, 422, "invalid"],
    [
      "nothing",
      { ...TUS, "Upload-Length": "0", "Upload-Metadata": metadata(good) },
      422,
      "invalid",
    ],
    ["no metadata", { ...TUS, "Upload-Length": "5" }, 422, "invalid"],
    [
      "metadata in no base64",
      { ...TUS, "Upload-Length": "5", "Upload-Metadata": "hash %" },
      400,
      "malformed",
    ],
    [
      "a key twice",
      { ...TUS, "Upload-Length": "5", "Upload-Metadata": "hash YQ==,hash YQ==" },
      400,
      "malformed",
    ],
    [
      "a path for a hash",
      {
        ...TUS,
        "Upload-Length": "5",
        "Upload-Metadata": metadata({ ...good, assignmentId: newId(), hash: "../../etc/passwd" }),
      },
      422,
      "invalid",
    ],
    [
      "another site",
      { ...TUS, "Upload-Length": "5", "Sec-Fetch-Site": "cross-site" },
      403,
      "cross_site",
    ],
  ])("with %s is refused", async (_, headers, status, reason) => {
    const answer = await fetch(`${origin}/api/uploads`, { method: "POST", headers });
    expect([answer.status, ((await answer.json()) as { reason: string }).reason]).toEqual([
      status,
      reason,
    ]);
  });

  it("by nobody is a pause, not a refusal: a deactivated account's queue waits", async () => {
    who.actor = null;
    const answer = await fetch(`${origin}/api/uploads`, { method: "POST", headers: TUS });
    who.actor = author;
    expect([answer.status, await answer.json()]).toMatchObject([401, { reason: "signed_out" }]);
  });

  it("says what it speaks to who asks", async () => {
    const { status, headers } = await fetch(`${origin}/api/uploads`, { method: "OPTIONS" });
    expect([status, headers.get("tus-version"), headers.get("tus-max-size")]).toEqual([
      204,
      "1.0.0",
      "5242880",
    ]);
  });
});

describe("an address of a file", () => {
  it("shows a photo, and lets a document only be saved", async () => {
    expect(await send(document)).not.toHaveProperty("failure");
    const files = await arrived();
    const shown = await fetch(`${origin}${files[hashOf(bytes.photo)]?.thumbnailUrl}`);
    expect(shown.headers.get("content-type")).toBe("image/jpeg");
    expect(shown.headers.get("content-disposition")).toMatch(/^inline/);
    expect(shown.headers.get("cache-control")).toMatch(/^private/);
    expect((await shown.arrayBuffer()).byteLength).toBeLessThan(60_000);
    const saved = await fetch(`${origin}${files[hashOf(document)]?.url}`);
    expect(saved.headers.get("content-disposition")).toMatch(/^attachment/);
    expect(Buffer.from(await saved.arrayBuffer())).toEqual(document);
    who.actor = world.stranger;
    const refused = await fetch(`${origin}${files[hashOf(document)]?.url}`);
    who.actor = author;
    expect(refused.status).toBe(404);
  });
});
