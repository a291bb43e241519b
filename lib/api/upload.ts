import "server-only";
import type { z } from "zod";
import { type ApiResult, refuseApi } from "@/lib/api/answer";
import { readBytes } from "@/lib/api/read-bytes";
import { toIssues } from "@/lib/document/issue";
import { READ_LIMITS } from "@/lib/spreadsheet/sheet";

/** Bytes of the largest file that is taken. */
export const MAX_UPLOAD_BYTES = READ_LIMITS.maxBytes;

/** What may come beside the file: choices of the person, and the form's own dividing lines. */
const MAX_OPTIONS_BYTES = 256 * 1024;

export interface Upload<Options> {
  file: Uint8Array;
  options: Options;
}

/**
 * Reads a form with one `file` and its `options`, a JSON text. The name and media type of the file
 * are not looked at: what it is, its bytes decide (lib/spreadsheet/read.ts). Nothing is stored.
 */
export async function readUpload<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<ApiResult<Upload<z.output<Schema>>>> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\s*;/i.test(type)) {
    return refuseApi("unsupported_type", { details: { expected: "multipart/form-data" } });
  }
  const tooLarge = refuseApi("too_large", { details: { maxBytes: MAX_UPLOAD_BYTES } });
  const bytes = await readBytes(request, MAX_UPLOAD_BYTES + MAX_OPTIONS_BYTES);
  if (!bytes) return tooLarge;
  const form = await new Response(bytes, { headers: { "content-type": type } })
    .formData()
    .catch(() => null);
  if (!form) return refuseApi("malformed");
  const [file, ...others] = form.getAll("file");
  const [text, ...texts] = form.getAll("options");
  if (others.length > 0 || texts.length > 0) return refuseApi("malformed");
  if (!(file instanceof Blob)) {
    return refuseApi("invalid", { issues: [{ path: "file", code: "required" }] });
  }
  if (file.size > MAX_UPLOAD_BYTES) return tooLarge;
  const options = parseJson(typeof text === "string" ? text : "{}");
  if (options === undefined) return refuseApi("malformed");
  const parsed = schema.safeParse(options);
  if (!parsed.success) {
    return refuseApi("invalid", { issues: toIssues(parsed.error, options) });
  }
  return {
    ok: true,
    value: { file: new Uint8Array(await file.arrayBuffer()), options: parsed.data },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
