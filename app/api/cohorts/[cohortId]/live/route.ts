import { z } from "zod";
import { refuseApi } from "@/lib/api/answer";
import { answerLive } from "@/lib/api/live";
import { queryOf } from "@/lib/api/query";
import { defineRoute } from "@/lib/api/route";
import { findCohort } from "@/lib/cohort/data";
import { cohortReach } from "@/lib/cohort/policy";
import { authorizeCohortStream } from "@/lib/live/policy";
import { cohortStreamSchema } from "@/lib/live/schema";

/** Tells whoever may see a cohort that something in it has changed, as it happens. */
export const GET = defineRoute<{ cohortId: string }>(async ({ request, params, actor, ctx }) => {
  if (!z.uuid().safeParse(params.cohortId).success) return refuseApi("not_found");
  const query = queryOf(request, cohortStreamSchema);
  if (!query.ok) return query;
  const cohort = await findCohort(ctx.db, cohortReach(actor), params.cohortId);
  if (!cohort) return refuseApi("not_found");
  const { id, centerId } = cohort;
  return answerLive(request, { ctx, actor, query: query.value }, (reader) =>
    authorizeCohortStream(reader, { id, centerId }, query.value.of),
  );
});
