import { Readable } from "node:stream";
import { z } from "zod";
import { refuseApi } from "@/lib/api/answer";
import { streamResponse } from "@/lib/api/file";
import { queryOf } from "@/lib/api/query";
import { reportFiles, reportsName } from "@/lib/api/report";
import { defineRoute } from "@/lib/api/route";
import { storage } from "@/lib/platform/storage";
import { exportReports } from "@/lib/report/mutations";
import { reportQuerySchema } from "@/lib/report/schema";
import { streamArchive } from "@/lib/spreadsheet/zip";

/** The individual reports of a whole cohort, for staff; sent while they are made. */
export const GET = defineRoute<{ cohortId: string }>(
  async ({ request, params: { cohortId }, actor, ctx }) => {
    if (!z.uuid().safeParse(cohortId).success) return refuseApi("not_found");
    const query = queryOf(request, reportQuerySchema);
    if (!query.ok) return query;
    const { format } = query.value;
    const exported = await exportReports(ctx, actor, { cohortId, format });
    if (!exported.ok) return exported;
    const files = reportFiles({ ...ctx, storage: storage() }, actor, exported.value, query.value);
    return streamResponse({
      stream: Readable.from(streamArchive(files), { objectMode: false }),
      name: await reportsName(exported.value.cohortName, query.value),
      type: "application/zip",
    });
  },
);
