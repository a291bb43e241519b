import { z } from "zod";
import { refuseApi } from "@/lib/api/answer";
import { defineRoute } from "@/lib/api/route";
import { readOffset, readPart, tusCapabilities, tusEnded, tusResponse } from "@/lib/api/tus";
import { appendToUpload, endUpload, findUpload } from "@/lib/file/mutations";
import { storage } from "@/lib/platform/storage";

const isId = (text: string) => z.uuid().safeParse(text).success;

export function OPTIONS() {
  return tusCapabilities();
}

/** Where an upload stands: how a phone finds out from where it goes on. */
export const HEAD = defineRoute<{ uploadId: string }>(async ({ params, actor, ctx }) => {
  if (!isId(params.uploadId)) return refuseApi("not_found");
  const upload = await findUpload(ctx, actor, params.uploadId);
  return upload.ok ? tusResponse(200, upload.value) : upload;
});

/** The next part. With the last one the file is looked at and taken, or refused. */
export const PATCH = defineRoute<{ uploadId: string }>(async ({ request, params, actor, ctx }) => {
  if (!isId(params.uploadId)) return refuseApi("not_found");
  const at = readOffset(request);
  if (!at.ok) return at;
  const upload = await findUpload(ctx, actor, params.uploadId);
  if (!upload.ok) return upload;
  const room = upload.value.size - at.value;
  const bytes = room < 0 ? null : await readPart(request, room);
  if (!bytes) return refuseApi("too_large", { details: { maxBytes: Math.max(0, room) } });
  const files = { ...ctx, storage: storage() };
  const grown = await appendToUpload(files, actor, {
    id: params.uploadId,
    offset: at.value,
    bytes,
  });
  return grown.ok ? tusResponse(204, grown.value) : grown;
});

/** Gives an upload up. */
export const DELETE = defineRoute<{ uploadId: string }>(async ({ params, actor, ctx }) => {
  if (!isId(params.uploadId)) return refuseApi("not_found");
  const ended = await endUpload(ctx, actor, params.uploadId);
  return ended.ok ? tusEnded() : ended;
});
