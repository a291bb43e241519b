import { Readable } from "node:stream";
import { getLocale } from "next-intl/server";
import { z } from "zod";
import { refuseApi } from "@/lib/api/answer";
import { archiveFiles } from "@/lib/api/cohort-archive";
import { streamResponse } from "@/lib/api/file";
import { queryOf } from "@/lib/api/query";
import { defineRoute } from "@/lib/api/route";
import { slug } from "@/lib/archive/model";
import { exportCohort } from "@/lib/archive/mutations";
import { archiveQuerySchema } from "@/lib/archive/schema";
import { dayIn } from "@/lib/platform/clock";
import { storage } from "@/lib/platform/storage";
import { streamArchive } from "@/lib/spreadsheet/zip";

/** A cohort as an open archive, for its organisers; sent while it is made, and noted in the log. */
export const GET = defineRoute<{ cohortId: string }>(async ({ request, params, actor, ctx }) => {
  if (!z.uuid().safeParse(params.cohortId).success) return refuseApi("not_found");
  const query = queryOf(request, archiveQuerySchema);
  if (!query.ok) return query;
  const exported = await exportCohort(ctx, actor, params.cohortId, query.value.numbers);
  if (!exported.ok) return exported;
  const at = ctx.clock.now();
  const files = archiveFiles({ ...ctx, storage: storage() }, exported.value, at, await getLocale());
  return streamResponse({
    stream: Readable.from(streamArchive(files), { objectMode: false }),
    name: `lokus-${slug(exported.value.cohort.name)}-${dayIn(exported.value.cohort.timeZone, at)}.zip`,
    type: "application/zip",
  });
});
