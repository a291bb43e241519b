import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type DeviceStore, openDeviceStore } from "@/components/field/device-store";
import {
  asDevicePhoto,
  type DevicePhoto,
  dropPhoto,
  keepPhoto,
  listWaitingPhotos,
  retryPhoto,
  sendPhotos,
} from "./photo-queue";
import { NoAnswer, type UploadOutcome, type uploadFile } from "./upload";

type Upload = typeof uploadFile;

let store: DeviceStore;
let person = 0;
const key = btoa(String.fromCharCode(...new Uint8Array(32).fill(7)));

beforeEach(async () => {
  person += 1;
  store = await openDeviceStore(`person-${person}`, async () => key);
});

const bytesOf = (text: string) => new TextEncoder().encode(text).buffer as ArrayBuffer;
const keep = (evidenceId: string, text = evidenceId) =>
  keepPhoto(
    store,
    evidenceId,
    {
      assignmentId: "assignment",
      hash: `hash of ${text}`,
      size: text.length,
      type: "image/jpeg",
      name: "loket.jpg",
      preview: "data:,",
    },
    bytesOf(text),
  );
const read = async (evidenceId: string) => asDevicePhoto(await store.photos.get([evidenceId]));
const refusal = (reason: string, code?: string): UploadOutcome =>
  ({ ok: false, reason, ...(code ? { issues: [{ path: "file", code }] } : {}) }) as UploadOutcome;

/** A server that answers by piece of evidence; what it took is kept in order. */
function server(answers: Record<string, () => UploadOutcome | Promise<UploadOutcome>> = {}) {
  const taken: string[] = [];
  const upload = vi.fn<Upload>(async ({ bytes, meta, onProgress }) => {
    await onProgress?.(1);
    const of = "evidenceId" in meta ? meta.evidenceId : "";
    const answer = (await answers[of]?.()) ?? { ok: true };
    if (answer.ok) taken.push(`${of}: ${new TextDecoder().decode(bytes)}`);
    return answer;
  });
  return { taken, upload };
}

describe("the files that wait", () => {
  it("are those that the server does not have, with those that it refused", async () => {
    await keep("a");
    await keep("b");
    await keep("c");
    const upload = server({
      b: () => refusal("invalid", "not_an_image"),
      c: () => refusal("text_missing"),
    });
    await sendPhotos(store, { upload: upload.upload });
    const waiting = await listWaitingPhotos(store);
    expect(waiting.map(({ evidenceId }) => evidenceId).sort()).toEqual(["b", "c"]);
  });
});

describe("photos on the device", () => {
  it("leave in the order in which they were taken, and their bytes only once they arrived", async () => {
    await keep("first");
    await new Promise((resolve) => setTimeout(resolve, 2));
    await keep("second");
    const { taken, upload } = server();
    expect(await sendPhotos(store, { upload })).toBe("done");
    expect(taken).toEqual(["first: first", "second: second"]);
    expect(await read("first")).toMatchObject({ received: true, sent: 5, problem: null });
    expect(await store.bytes.list()).toEqual([]);
    // Nothing is sent twice.
    await sendPhotos(store, { upload });
    expect(taken).toHaveLength(2);
  });

  it("that are refused stay with their reason, and the rest goes on", async () => {
    await keep("bad");
    await keep("good");
    const { taken, upload } = server({ bad: () => refusal("invalid", "upload_damaged") });
    expect(await sendPhotos(store, { upload })).toBe("done");
    expect(taken).toEqual(["good: good"]);
    expect((await read("bad"))?.problem).toEqual({
      reason: "invalid",
      issues: [{ path: "file", code: "upload_damaged" }],
    });
    expect(await store.bytes.get(["bad"])).not.toBeNull();
    await sendPhotos(store, { upload });
    expect(upload).toHaveBeenCalledTimes(2);
    await retryPhoto(store, "bad");
    await sendPhotos(store, { upload: server().upload });
    expect((await read("bad"))?.received).toBe(true);
  });

  it.each([
    ["the words are not there yet", refusal("text_missing"), "text"],
    ["nobody is signed in", refusal("signed_out"), "signed_out"],
    ["the database is away", refusal("unavailable"), "server"],
    ["too much came at once", refusal("rate_limited"), "server"],
  ] as const)("wait while %s", async (_, answer, outcome) => {
    await keep("photo");
    expect(await sendPhotos(store, server({ photo: () => answer }))).toBe(outcome);
    expect(await read("photo")).toMatchObject({ problem: null, received: false });
    const { taken, upload } = server();
    await sendPhotos(store, { upload });
    expect(taken).toEqual(["photo: photo"]);
  });

  it("wait for signal, and know how far they came", async () => {
    await keep("photo");
    const broken = server({
      photo: () => {
        throw new NoAnswer("no answer");
      },
    });
    expect(await sendPhotos(store, broken)).toBe("signal");
    expect(await read("photo")).toMatchObject({ sent: 1, received: false });
  });

  it("can be taken back in the middle of being sent", async () => {
    vi.stubGlobal("fetch", async () => new Response(null, { status: 404 }));
    await keep("photo");
    let dropped: Promise<void> | undefined;
    const upload = vi.fn<Upload>(async ({ signal, onProgress }) => {
      await onProgress?.(2);
      const stopped = new Promise<never>((_, reject) =>
        signal?.addEventListener("abort", () => reject(signal.reason)),
      );
      dropped = dropPhoto(store, "photo");
      return stopped;
    });
    expect(await sendPhotos(store, { upload })).toBe("done");
    await dropped;
    expect(await store.photos.list()).toEqual([]);
    expect(await store.bytes.list()).toEqual([]);
    vi.unstubAllGlobals();
  });

  it("exchanged while the old one is sent: the new one is what is sent", async () => {
    await keep("photo", "old");
    const upload = vi.fn<Upload>(async () => {
      if (upload.mock.calls.length === 1) await keep("photo", "new");
      return { ok: true };
    });
    await sendPhotos(store, { upload });
    expect(await read("photo")).toMatchObject({ hash: "hash of new", received: false });
    expect(await store.bytes.get(["photo"])).not.toBeNull();
    await sendPhotos(store, { upload });
    expect(await read("photo")).toMatchObject({ hash: "hash of new", received: true });
  });

  it("whose words never came are given up after a month", async () => {
    await keep("photo");
    const late = (days: number) => () => Date.now() + days * 86_400_000;
    const { upload } = server({ photo: () => refusal("text_missing") });
    vi.stubGlobal("fetch", async () => new Response(null, { status: 404 }));
    // A phone whose clock was put right since it was taken: the month begins with the server's word.
    expect(await sendPhotos(store, { upload, now: late(400) })).toBe("text");
    expect(await sendPhotos(store, { upload, now: late(429) })).toBe("text");
    expect(await read("photo")).not.toBeNull();
    await sendPhotos(store, { upload, now: late(431) });
    expect(await read("photo")).toBeNull();
    vi.unstubAllGlobals();
  });

  it("leave a device without room, which then has some", async () => {
    await keep("photo");
    const { photos } = store;
    // Room is there again as soon as the bytes are gone.
    const put = vi.spyOn(photos, "put").mockImplementation(async (address, value) => {
      if (await store.bytes.get(address)) throw new DOMException("full", "QuotaExceededError");
      put.mockRestore();
      await photos.put(address, value);
    });
    const { taken, upload } = server();
    expect(await sendPhotos(store, { upload })).toBe("done");
    expect(taken).toEqual(["photo: photo"]);
    expect(await read("photo")).toMatchObject({ received: true });
    expect(await store.bytes.get(["photo"])).toBeNull();
  });

  it("exchanged where there is no room stay as they were", async () => {
    await keep("photo", "old");
    const put = vi
      .spyOn(store.photos, "put")
      .mockRejectedValueOnce(new DOMException("full", "QuotaExceededError"));
    await expect(keep("photo", "new")).rejects.toThrow();
    put.mockRestore();
    const { taken, upload } = server();
    await sendPhotos(store, { upload });
    expect(taken).toEqual(["photo: old"]);
    expect(await read("photo")).toMatchObject({ hash: "hash of old", received: true });
  });

  it("are told from what else may lie there", () => {
    expect(asDevicePhoto(null)).toBeNull();
    expect(asDevicePhoto({ name: "x" })).toBeNull();
    const photo = { hash: "h", assignmentId: "a" } as unknown as DevicePhoto;
    expect(asDevicePhoto(photo)).toBe(photo);
  });
});
