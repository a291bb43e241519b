import { refuseApi } from "@/lib/api/answer";
import { defineRoute } from "@/lib/api/route";
import {
  bringsBytes,
  readAnnouncement,
  readPart,
  tusCapabilities,
  tusResponse,
} from "@/lib/api/tus";
import { FILE_LIMITS } from "@/lib/file/model";
import { announceUpload, appendToUpload, takeUpload } from "@/lib/file/mutations";
import { storage } from "@/lib/platform/storage";

/** What of tus is spoken here. */
export function OPTIONS() {
  return tusCapabilities();
}

/** Announces a photo or PDF for what names it, and may bring its first bytes along. */
export const POST = defineRoute(async ({ request, actor, ctx }) => {
  const announced = readAnnouncement(request);
  if (!announced.ok) return announced;
  const files = { ...ctx, storage: storage() };
  const { size, ...file } = announced.value;
  const bytes =
    bringsBytes(request) && size <= FILE_LIMITS.bytes && (await readPart(request, size));
  if (bytes === null) return refuseApi("too_large", { details: { maxBytes: size } });
  if (bytes && bytes.byteLength === size) {
    const taken = await takeUpload(files, actor, file, bytes);
    return taken.ok ? tusResponse(201, taken.value) : taken;
  }
  const upload = await announceUpload(files, actor, announced.value);
  if (!upload.ok) return upload;
  const { id, offset } = upload.value;
  // What had begun before goes on where it was; the sender hears from where.
  if (!bytes || offset > 0) return tusResponse(201, upload.value);
  const grown = await appendToUpload(files, actor, { id, offset, bytes });
  return grown.ok ? tusResponse(201, grown.value) : grown;
});
