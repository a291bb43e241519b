import { refuseApi } from "@/lib/api/answer";
import { storedFileResponse } from "@/lib/api/file";
import { defineRoute } from "@/lib/api/route";
import { findServedFile } from "@/lib/file/data";
import { storage } from "@/lib/platform/storage";

/** A file of the evidence, for whoever may read the work that it hangs on. */
export const GET = defineRoute<{ address: string }>(async ({ params, actor, ctx }) => {
  const file = await findServedFile(ctx.db, actor, params.address, ctx.clock.now());
  if (!file) return refuseApi("not_found");
  const bytes = await storage().get(file.name);
  if (!bytes) throw new Error("a file that a row names is not in the storage");
  return storedFileResponse(file, bytes);
});
