import { describe, expect, it } from "vitest";
import type { FileRef } from "@/lib/file/model";
import { fitted } from "./shrink";
import { NoAnswer, uploadFile } from "./upload";

const file: FileRef = {
  hash: "ab".repeat(32),
  size: 400_000,
  type: "image/jpeg",
  name: "Loket é.jpg",
};
const meta = { assignmentId: "assignment", evidenceId: "evidence", file };
const bytes = Uint8Array.from({ length: file.size }, (_, index) => index % 251).buffer;

const whole = Buffer.from(bytes);

/** A server of the protocol in a few lines, over a line that may break. */
function line({ breakAt = [], lose = [] }: { breakAt?: number[]; lose?: number[] } = {}) {
  const server = { have: Buffer.alloc(0), requests: 0, metadata: "", parts: [] as number[] };
  const answer = (status: number) =>
    new Response(null, {
      status,
      headers: { Location: "/api/uploads/1", "Upload-Offset": String(server.have.length) },
    });
  const send: typeof fetch = async (_address, request = {}) => {
    server.requests += 1;
    if (breakAt.includes(server.requests)) throw new TypeError("Failed to fetch");
    const headers = new Headers(request.headers);
    if (request.method === "POST") {
      server.metadata = headers.get("upload-metadata") ?? "";
      return answer(201);
    }
    if (Number(headers.get("upload-offset")) !== server.have.length) {
      return Response.json(
        { ok: false, reason: "conflict", details: { cause: "offset" } },
        { status: 409 },
      );
    }
    const part = new Uint8Array(request.body as ArrayBuffer);
    server.parts.push(part.length);
    server.have = Buffer.concat([server.have, part]);
    // The part arrived; that it did, the phone never hears.
    if (lose.includes(server.requests)) throw new TypeError("Failed to fetch");
    return answer(204);
  };
  return { server, send };
}

describe("a file on its way", () => {
  it("goes in parts that grow with the line, and tells how far it is", async () => {
    const { server, send } = line();
    const told: number[] = [];
    expect(
      await uploadFile({ bytes, meta, send, onProgress: (sent) => void told.push(sent) }),
    ).toEqual({ ok: true });
    expect(server.have.equals(whole)).toBe(true);
    expect(server.parts).toEqual([98_304, 196_608, 105_088]);
    expect(told).toEqual([0, 98_304, 294_912, 400_000]);
    const name = /name ([^,]+)/.exec(server.metadata)?.[1] ?? "";
    expect(Buffer.from(name, "base64").toString("utf8")).toBe(file.name);
  });

  it("goes on where the line broke, also where the answer was lost", async () => {
    const { server, send } = line({ breakAt: [3], lose: [5] });
    await expect(uploadFile({ bytes, meta, send })).rejects.toThrow(NoAnswer);
    expect(server.have.length).toBe(98_304);
    await expect(uploadFile({ bytes, meta, send })).rejects.toThrow(NoAnswer);
    expect(await uploadFile({ bytes, meta, send })).toEqual({ ok: true });
    expect(server.have.equals(whole)).toBe(true);
    expect(server.parts.reduce((sum, part) => sum + part, 0)).toBe(file.size);
  });

  it("follows where another tab has brought it meanwhile", async () => {
    const { server, send } = line();
    let once = true;
    const shared: typeof fetch = async (address, request) => {
      const response = await send(address, request);
      if (once && request?.method === "PATCH") {
        once = false;
        server.have = whole.subarray(0, 200_000);
      }
      return response;
    };
    expect(await uploadFile({ bytes, meta, send: shared })).toEqual({ ok: true });
    expect(server.have.equals(whole)).toBe(true);
  });

  it("brings back what the server says against it", async () => {
    const refusal = {
      ok: false,
      reason: "invalid",
      issues: [{ path: "file", code: "upload_type" }],
    };
    const send: typeof fetch = async () => Response.json(refusal, { status: 422 });
    expect(await uploadFile({ bytes, meta, send })).toEqual(refusal);
  });

  it("takes the words of something else on the line for no answer", async () => {
    const send: typeof fetch = async () => new Response("<html>Hotel Wi-Fi</html>");
    await expect(uploadFile({ bytes, meta, send })).rejects.toThrow(NoAnswer);
  });

  it("stops at once when it is told to", async () => {
    const stopper = new AbortController();
    const send: typeof fetch = (_, request) =>
      new Promise((_, reject) =>
        request?.signal?.addEventListener("abort", () =>
          reject(new DOMException("", "AbortError")),
        ),
      );
    const sent = uploadFile({ bytes, meta, send, signal: stopper.signal });
    stopper.abort(new Error("tapped"));
    await expect(sent).rejects.toThrow("tapped");
  });
});

describe("a picture", () => {
  it.each([
    [4000, 3000, 1600, 1200],
    [3000, 4000, 1200, 1600],
    [640, 480, 640, 480],
    [10_000, 1, 1600, 1],
  ])("of %d × %d is drawn %d × %d", (width, height, toWidth, toHeight) => {
    expect(fitted(width, height, 1600)).toEqual({ width: toWidth, height: toHeight });
  });
});
