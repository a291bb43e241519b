import "server-only";
import { type ApiResult, refuseApi } from "@/lib/api/answer";
import { toIssues } from "@/lib/document/issue";
import { FILE_LIMITS } from "@/lib/file/model";
import type { UploadState } from "@/lib/file/mutations";
import {
  type Announcement,
  announcementSchema,
  attachmentAnnouncementSchema,
} from "@/lib/file/schema";

/**
 * Resumable uploads over HTTP, as tus 1.0.0 writes them: what requests say, and what answers carry.
 *
 * @see https://tus.io/protocols/resumable-upload
 */

const VERSION = "1.0.0";
const EXTENSIONS = "creation,creation-with-upload,expiration,termination";
const PART = "application/offset+octet-stream";

/** What every answer to a tus client carries. Nobody keeps an answer about something that moves. */
const HEADERS = { "Tus-Resumable": VERSION, "Cache-Control": "no-store" };

export function tusCapabilities(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...HEADERS,
      "Tus-Version": VERSION,
      "Tus-Extension": EXTENSIONS,
      "Tus-Max-Size": String(FILE_LIMITS.bytes),
    },
  });
}

/** An answer that says where an upload stands. */
export function tusResponse(status: 200 | 201 | 204, upload: UploadState): Response {
  return new Response(null, {
    status,
    headers: {
      ...HEADERS,
      "Upload-Offset": String(upload.offset),
      "Upload-Length": String(upload.size),
      "Upload-Expires": upload.expiresAt.toUTCString(),
      ...(status === 201 ? { Location: `/api/uploads/${upload.id}` } : {}),
    },
  });
}

export function tusEnded(): Response {
  return new Response(null, { status: 204, headers: HEADERS });
}

/** What a file is announced as; other versions of the protocol are not spoken. */
export function readAnnouncement(request: Request): ApiResult<Announcement & { size: number }> {
  if (!speaksTus(request)) return refuseApi("unsupported_type", { details: { expected: VERSION } });
  const size = wholeNumber(request.headers.get("upload-length"));
  if (size === null || size < 1) {
    return refuseApi("invalid", { issues: [{ path: "file", code: "file_empty" }] });
  }
  const metadata = readMetadata(request.headers.get("upload-metadata") ?? "");
  if (!metadata) return refuseApi("malformed");
  const schema = "attachmentId" in metadata ? attachmentAnnouncementSchema : announcementSchema;
  const parsed = schema.safeParse(metadata);
  if (!parsed.success) {
    return refuseApi("invalid", { issues: toIssues(parsed.error, metadata) });
  }
  return { ok: true, value: { ...parsed.data, size } };
}

/** Where a part belongs; null where there is none in the request. */
export function readOffset(request: Request): ApiResult<number> {
  if (!speaksTus(request) || request.headers.get("content-type") !== PART) {
    return refuseApi("unsupported_type", { details: { expected: PART } });
  }
  const offset = wholeNumber(request.headers.get("upload-offset"));
  return offset === null ? refuseApi("malformed") : { ok: true, value: offset };
}

/** Whether an announcement brings the first bytes along. */
export function bringsBytes(request: Request): boolean {
  return request.headers.get("content-type") === PART;
}

function speaksTus(request: Request): boolean {
  return request.headers.get("tus-resumable") === VERSION;
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** Pairs of a key and a text in base64, with commas between. */
function readMetadata(header: string): Record<string, string> | null {
  const pairs = header === "" ? [] : header.split(",").map((pair) => pair.trim().split(" "));
  const read: Record<string, string> = {};
  for (const [key = "", encoded = "", ...more] of pairs) {
    if (!/^[A-Za-z]{1,20}$/.test(key) || more.length > 0 || Object.hasOwn(read, key)) return null;
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(encoded)) return null;
    read[key] = Buffer.from(encoded, "base64").toString("utf8");
  }
  return read;
}

/**
 * The bytes of a part, as far as they came: a line that breaks in the middle leaves what arrived before.
 * Null where there are more than `max`.
 */
export async function readPart(request: Request, max: number): Promise<Buffer<ArrayBuffer> | null> {
  if (Number(request.headers.get("content-length") ?? 0) > max) return null;
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  try {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      length += part.value.byteLength;
      if (length > max) {
        await reader?.cancel();
        return null;
      }
      parts.push(part.value);
    }
  } catch {
    // The sender is gone. It asks where it stands when it comes back.
  }
  return Buffer.concat(parts);
}
