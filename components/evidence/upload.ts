import { noteServerTime } from "@/components/field/clock";
import type { FieldIssue } from "@/lib/document/issue";
import type { FileRef } from "@/lib/file/model";
import type { RefusalReason } from "@/lib/platform/result";

/** What a file is for: a piece of evidence, or an attachment of the catalogue. */
export type UploadMeta = { file: FileRef } & (
  | { assignmentId: string; evidenceId: string }
  | { attachmentId: string }
);

export type UploadRefusal = {
  ok: false;
  reason: RefusalReason | "unavailable" | "too_large" | "malformed" | "unsupported_type";
  issues?: FieldIssue[];
  details?: Record<string, string | number | boolean | null>;
};
export type UploadOutcome = { ok: true } | UploadRefusal;

/** The server did not answer as itself: the line broke, or something else stands before it. */
export class NoAnswer extends Error {}

type Options = {
  bytes: ArrayBuffer;
  meta: UploadMeta;
  /** How many bytes the server has. What it resolves to is waited for. */
  onProgress?: (sent: number) => void | Promise<void>;
  signal?: AbortSignal;
  send?: typeof fetch;
};

/** How much is sent at a time: little at first, more as the line carries it. Bytes. */
const PART = { first: 96 * 1024, least: 32 * 1024, most: 1024 * 1024 } as const;
/** A part that took less may be twice as large the next time, one that took more half. Milliseconds. */
const QUICK = 1_500;
const SLOW = 8_000;
/** A part that has not left after as long never will. */
const PATIENCE = 60_000;
/** Answers that say "elsewhere" one after the other; more would go round in circles. */
const DETOURS = 5;

const HEADERS = { "Tus-Resumable": "1.0.0" };

/**
 * Sends a file in parts, from where the server has it (tus 1.0.0). The same file for the same purpose may
 * be sent as often as one likes: it arrives once.
 *
 * @throws NoAnswer where the line breaks; what arrived stays, and the next call goes on from there
 * @throws the signal's reason when it is aborted
 */
export async function uploadFile(options: Options): Promise<UploadOutcome> {
  const { bytes, onProgress } = options;
  const size = bytes.byteLength;
  let part: number = PART.first;
  let detours = 0;
  let begun = await announce(options);
  if (!begun.ok) return begun;
  await onProgress?.(begun.offset);
  while (begun.offset < size) {
    const { offset, address }: { offset: number; address: string } = begun;
    const started = Date.now();
    const response = await ask(options, address, {
      method: "PATCH",
      headers: {
        ...HEADERS,
        "Content-Type": "application/offset+octet-stream",
        "Upload-Offset": String(offset),
      },
      body: bytes.slice(offset, offset + part),
    });
    if (response.status === 204) {
      begun = { ok: true, address, offset: readOffset(response) ?? offset + part };
      const took = Date.now() - started;
      if (took < QUICK) part = Math.min(PART.most, part * 2);
      if (took > SLOW) part = Math.max(PART.least, part / 2);
      await onProgress?.(begun.offset);
      continue;
    }
    // It stands elsewhere, since another tab sent meanwhile; or it was forgotten, after a week.
    const elsewhere = response.status === 409 || response.status === 404;
    const refusal = await readRefusal(response);
    const moved = response.status === 404 || refusal.details?.cause === "offset";
    if (!elsewhere || !moved || ++detours > DETOURS) return refusal;
    begun = await announce(options);
    if (!begun.ok) return begun;
  }
  return { ok: true };
}

/** Tells the server that a file will not come. Nothing depends on whether it hears. */
export async function forgetUpload(options: Omit<Options, "onProgress">): Promise<void> {
  try {
    const begun = await announce(options);
    if (begun.ok) await ask(options, begun.address, { method: "DELETE", headers: HEADERS });
  } catch {
    // It is forgotten by itself after a week.
  }
}

type Begun = { ok: true; offset: number; address: string };

async function announce(options: Options): Promise<Begun | UploadRefusal> {
  const { meta, bytes } = options;
  const { file, ...target } = meta;
  const { hash, name, type } = file;
  const pairs: Record<string, string> = { ...target, hash, name, type };
  const response = await ask(options, "/api/uploads", {
    method: "POST",
    headers: {
      ...HEADERS,
      "Upload-Length": String(bytes.byteLength),
      "Upload-Metadata": Object.entries(pairs)
        .map(([key, text]) => `${key} ${base64(text)}`)
        .join(","),
    },
  });
  const address = response.headers.get("location");
  if (response.status !== 201 || !address) return readRefusal(response);
  return { ok: true, address, offset: readOffset(response) ?? 0 };
}

async function ask(
  { signal, send = fetch }: Options,
  address: string,
  request: RequestInit,
): Promise<Response> {
  // Put together by hand: phones that are not new know neither AbortSignal.any nor .timeout.
  const stopper = new AbortController();
  const stop = () => stopper.abort();
  const patience = setTimeout(stop, PATIENCE);
  signal?.addEventListener("abort", stop);
  if (signal?.aborted) stop();
  try {
    const options = { ...request, cache: "no-store", signal: stopper.signal } as const;
    const response = await send(address, options);
    noteServerTime(response);
    return response;
  } catch (cause) {
    if (signal?.aborted) throw signal.reason;
    throw new NoAnswer("no answer", { cause });
  } finally {
    clearTimeout(patience);
    signal?.removeEventListener("abort", stop);
  }
}

async function readRefusal(response: Response): Promise<UploadRefusal> {
  const body: unknown = await response.json().catch(() => null);
  // A hotel's sign-in page, or a proxy's own words.
  if (typeof body !== "object" || body === null || !("reason" in body)) {
    throw new NoAnswer(`status ${response.status}`);
  }
  return body as UploadRefusal;
}

function readOffset(response: Response): number | null {
  const text = response.headers.get("upload-offset");
  return text !== null && /^\d+$/.test(text) ? Number(text) : null;
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
