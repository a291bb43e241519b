import { refuseApi } from "@/lib/api/answer";
import { storedFileResponse } from "@/lib/api/file";
import { defineRoute } from "@/lib/api/route";
import { findServedAttachment } from "@/lib/attachment/data";
import { findServedFile } from "@/lib/file/data";
import { readStored } from "@/lib/file/mutations";
import { storage } from "@/lib/platform/storage";

/** A stored file, for whoever may read the work or the entry of the catalogue that it hangs on. */
export const GET = defineRoute<{ address: string }>(async ({ params, actor, ctx }) => {
  const asked = [ctx.db, actor, params.address, ctx.clock.now()] as const;
  const file = (await findServedFile(...asked)) ?? (await findServedAttachment(...asked));
  if (!file) return refuseApi("not_found");
  const bytes = await readStored({ ...ctx, storage: storage() }, file);
  if (!bytes && file.kept) throw new Error("a file that a row names is not in the storage");
  // A picture that could not be read.
  if (!bytes) return refuseApi("not_found");
  return storedFileResponse(file, bytes);
});
