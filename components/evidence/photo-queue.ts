import { serverNow } from "@/components/field/clock";
import { type DeviceStore, watchDevice } from "@/components/field/device-store";
import type { FieldIssue } from "@/lib/document/issue";
import type { FileRef } from "@/lib/file/model";
import { forgetUpload, NoAnswer, type UploadRefusal, uploadFile } from "./upload";

/** Why a file was refused: it stays on the device until its owner has seen to it. */
export type PhotoProblem = { reason: string; issues: FieldIssue[] };

/** What a device knows of a photo or file that it took. Its bytes lie beside, until they arrived. */
export type DevicePhoto = FileRef & {
  assignmentId: string;
  /** ISO instant at which it was kept, as the server would tell it. */
  at: string;
  /** A small picture of it as a data address; empty for a document. */
  preview: string;
  /** Bytes that the server has. */
  sent: number;
  /** ISO instant at which the server first said that no words name it. */
  wordlessSince?: string;
  problem: PhotoProblem | null;
  /** The server has all of it. */
  received: boolean;
};

/** What came of sending: why not everything has left, if so. */
export type PhotoOutcome = "done" | "text" | "signal" | "server" | "signed_out";

/** Says of one what is known; null where it is none of ours. */
export function asDevicePhoto(value: object | null): DevicePhoto | null {
  return value !== null && "hash" in value && "assignmentId" in value
    ? (value as DevicePhoto)
    : null;
}

export type WaitingPhoto = { evidenceId: string; photo: DevicePhoto };

/** The files that the server does not have, refused ones too; the oldest first. */
export async function listWaitingPhotos(store: DeviceStore): Promise<WaitingPhoto[]> {
  return (await store.photos.list())
    .flatMap(({ address: [evidenceId], value }) => {
      const photo = asDevicePhoto(value);
      return evidenceId && photo && !photo.received ? [{ evidenceId, photo }] : [];
    })
    .sort((a, b) => a.photo.at.localeCompare(b.photo.at));
}

/** Keeps a file on the device, to be sent. Rejects where the device has no room. */
export async function keepPhoto(
  store: DeviceStore,
  evidenceId: string,
  photo: Pick<DevicePhoto, "assignmentId" | "hash" | "size" | "type" | "name" | "preview">,
  bytes: ArrayBuffer,
): Promise<void> {
  stop(evidenceId);
  const before = await store.bytes.get([evidenceId]);
  await store.bytes.put([evidenceId], bytes);
  const kept: DevicePhoto = {
    ...photo,
    at: serverNow().toISOString(),
    sent: 0,
    problem: null,
    received: false,
  };
  try {
    await store.photos.put([evidenceId], kept);
  } catch (error) {
    // No room for what is known of it: nothing was kept, and what was there before stays.
    if (before) await store.bytes.put([evidenceId], before);
    else await store.bytes.delete([evidenceId]);
    throw error;
  }
}

/** Takes a file off the device, also in the middle of being sent. */
export async function dropPhoto(store: DeviceStore, evidenceId: string): Promise<void> {
  stop(evidenceId);
  const photo = asDevicePhoto(await store.photos.get([evidenceId]));
  const bytes = await store.bytes.get([evidenceId]);
  await store.photos.delete([evidenceId]);
  await store.bytes.delete([evidenceId]);
  // Parts that arrived are of no use any more; a file that arrived is what documents make of it.
  if (photo && bytes && photo.sent > 0 && !photo.received) {
    void forgetUpload({
      bytes,
      meta: { assignmentId: photo.assignmentId, evidenceId, file: photo },
    });
  }
}

/** Tries one again that was refused. */
export async function retryPhoto(store: DeviceStore, evidenceId: string): Promise<void> {
  const photo = asDevicePhoto(await store.photos.get([evidenceId]));
  if (photo) await store.photos.put([evidenceId], { ...photo, problem: null });
}

/** The files that are being sent by this page, so that a tap can stop them. */
const sending = new Map<string, AbortController>();

function stop(evidenceId: string): void {
  sending.get(evidenceId)?.abort(new Stopped());
}

class Stopped extends Error {}

/**
 * Beyond this a file whose words never came is taken to have been given up: counted from when the server
 * first said so, since the phone's own clock may have been wrong when it was taken. Milliseconds.
 */
const GIVEN_UP = 30 * 86_400_000;

/**
 * Sends every file that waits on the device, the oldest first, one after the other: over a bad line two
 * at once would only both take longer. What is refused stays with its reason, and the rest goes on.
 * To be called after the words were sent: the server takes no file that no document names.
 */
export async function sendPhotos(
  store: DeviceStore,
  { upload = uploadFile, now = () => serverNow().getTime() } = {},
): Promise<PhotoOutcome> {
  let outcome: PhotoOutcome = "done";
  const waiting = (await listWaitingPhotos(store)).filter(({ photo }) => !photo.problem);
  for (const { evidenceId, photo } of waiting) {
    const bytes = await store.bytes.get([evidenceId]);
    if (!bytes) {
      // Of a photo without its bytes nothing can be sent any more.
      await store.photos.delete([evidenceId]);
      continue;
    }
    const stopper = new AbortController();
    sending.set(evidenceId, stopper);
    /**
     * Writes what has changed, unless the photo was taken off or exchanged meanwhile. A device without
     * room for it sends all the same; tells whether it had.
     */
    const note = async (change: Partial<DevicePhoto>): Promise<boolean> => {
      const current = asDevicePhoto(await store.photos.get([evidenceId]));
      if (!current || current.hash !== photo.hash) stopper.abort(new Stopped());
      if (!current || stopper.signal.aborted) return true;
      return store.photos.put([evidenceId], { ...current, ...change }).then(
        () => true,
        () => false,
      );
    };
    try {
      const result = await upload({
        bytes,
        meta: { assignmentId: photo.assignmentId, evidenceId, file: fileOf(photo) },
        signal: stopper.signal,
        onProgress: async (sent) => void (await note({ sent })),
      });
      if (result.ok) {
        const arrived = { received: true, sent: photo.size };
        const noted = await note(arrived);
        if (!stopper.signal.aborted) await store.bytes.delete([evidenceId]);
        // Its bytes gone, there is room for what is known of it.
        if (!noted) await note(arrived);
        continue;
      }
      const wait = waitsFor(result);
      const { wordlessSince } = photo;
      if (wait === "text" && wordlessSince && now() - Date.parse(wordlessSince) > GIVEN_UP) {
        await dropPhoto(store, evidenceId);
      } else if (wait === "text") {
        outcome = "text";
        if (!wordlessSince) await note({ wordlessSince: new Date(now()).toISOString() });
      } else if (wait) {
        return wait;
      } else {
        await note({ problem: { reason: result.reason, issues: result.issues ?? [] } });
      }
    } catch (error) {
      if (error instanceof Stopped) continue;
      if (error instanceof NoAnswer) return "signal";
      throw error;
    } finally {
      sending.delete(evidenceId);
    }
  }
  return outcome;
}

function fileOf({ hash, size, type, name }: DevicePhoto): FileRef {
  return { hash, size, type, name };
}

/** What a refusal that passes by itself waits for; null for one that does not. */
function waitsFor({ reason }: UploadRefusal): Exclude<PhotoOutcome, "done"> | null {
  switch (reason) {
    case "text_missing":
      return "text";
    case "signed_out":
    case "notice_pending":
      return "signed_out";
    case "unavailable":
    case "unexpected":
    case "rate_limited":
    case "conflict":
      return "server";
    default:
      return null;
  }
}

/** Pauses after a failure, doubled with each, in milliseconds. */
const PAUSE = { first: 2_000, most: 120_000 } as const;

let keeping: { personId: string; wake: () => void; told: (outcome: PhotoOutcome) => void } | null =
  null;

/**
 * Keeps files leaving the device while a page of the application is open: when one is kept, when words
 * have been saved, when there is signal or the page is looked at again, and by itself with longer and
 * longer pauses. One tab at a time. Calling it again only wakes it.
 *
 * @param onOutcome told of each round that ended here; the last caller's is
 */
export function keepSendingPhotos(
  store: DeviceStore,
  onOutcome: (outcome: PhotoOutcome) => void = () => undefined,
): void {
  if (keeping?.personId === store.personId) {
    keeping.told = onOutcome;
    keeping.wake();
    return;
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let again = false;
  let failures = 0;
  const own = { personId: store.personId, wake: () => {}, told: onOutcome };
  const plan = (milliseconds: number) => {
    clearTimeout(timer);
    if (keeping === own) timer = setTimeout(run, milliseconds);
  };
  const run = async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    again = false;
    let outcome: PhotoOutcome | null = "server";
    try {
      outcome = await oneTabAtATime(() => sendPhotos(store));
    } catch {
      // The device was locked, or its storage failed: it is tried again like all else.
    }
    running = false;
    if (outcome !== null) own.told(outcome);
    failures = outcome === "done" || outcome === null ? 0 : failures + 1;
    if (again) plan(0);
    // Another tab is at it: look again when it may have ended.
    else if (outcome === null) plan(PAUSE.first * 5);
    else if (failures > 0) {
      const longest = Math.min(PAUSE.first * 2 ** (failures - 1), PAUSE.most);
      plan(longest * (0.5 + Math.random() / 2));
    }
  };
  own.wake = () => {
    failures = 0;
    plan(0);
  };
  keeping = own;
  watchDevice(({ shelf }) => {
    // A draft that was saved may name what waits; what this page writes while it sends is no news.
    if (keeping === own && !running && (shelf === "drafts" || shelf === "bytes")) plan(300);
  });
  window.addEventListener("online", own.wake);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") own.wake();
  });
  own.wake();
}

async function oneTabAtATime<T>(work: () => Promise<T>): Promise<T | null> {
  if (!("locks" in navigator)) return work();
  return navigator.locks.request("lokus:photos", { ifAvailable: true }, (lock) =>
    lock ? work() : null,
  );
}
