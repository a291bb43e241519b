import "server-only";
import { Readable } from "node:stream";

/** A file that a person downloads. */
export interface FileAnswer {
  bytes: Buffer;
  /** With its ending; letters of any script. */
  name: string;
  kind: "xlsx" | "csv" | "ics" | "docx" | "pdf";
}

const TYPES = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
  ics: "text/calendar; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
} as const;

/**
 * A download: never shown in the window, never kept by any cache (it holds people's names), and for
 * a browser that would still open it, a document that may do nothing.
 */
export function fileResponse({ bytes, name, kind }: FileAnswer): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": TYPES[kind],
      "Content-Length": String(bytes.length),
      "Content-Disposition": contentDisposition(name),
      "Cache-Control": "private, no-store",
      Vary: "Cookie",
    },
  });
}

/** A download that is sent while it is made; what goes wrong on the way cuts it off. */
export function streamResponse({
  stream,
  name,
  type,
}: {
  stream: Readable;
  name: string;
  type: string;
}): Response {
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": contentDisposition(name),
      "Cache-Control": "private, no-store",
      Vary: "Cookie",
    },
  });
}

/**
 * A photo or document that people handed in. Photos are pictures that we drew ourselves; a PDF is never
 * shown inside Lokus, and as a document of ours it could do nothing. Kept by the reader's own browser
 * alone, for as long as its address stays the same.
 */
export function storedFileResponse(
  { kind, hash }: { kind: "IMAGE" | "DOCUMENT"; hash: string },
  bytes: Buffer<ArrayBuffer>,
): Response {
  const name = `${hash.slice(0, 12)}${kind === "IMAGE" ? ".jpg" : ".pdf"}`;
  const disposition = kind === "IMAGE" ? `inline; filename="${name}"` : contentDisposition(name);
  return new Response(bytes, {
    headers: {
      "Content-Type": kind === "IMAGE" ? "image/jpeg" : "application/pdf",
      "Content-Length": String(bytes.length),
      "Content-Disposition": disposition,
      "Cache-Control": "private, max-age=21600, immutable",
      Vary: "Cookie",
    },
  });
}

/** RFC 6266: the name for old programs in ASCII, for all others in full. */
export function contentDisposition(name: string): string {
  // What could end the header, or lead somewhere else on the disk, is no part of a name.
  const safe = name.replaceAll(/[\p{Cc}\p{Cs}/\\:*?"<>|]+/gu, "-").slice(0, 150);
  const ascii = safe
    .normalize("NFKD")
    .replaceAll(/[^\x20-\x7e]/g, "")
    .replaceAll("%", "-");
  const encoded = encodeURIComponent(safe).replaceAll(/['()*]/g, (character) => {
    return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  });
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
