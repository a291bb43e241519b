import { z } from "zod";
import { refuseApi, taggedResponse } from "@/lib/api/answer";
import { detailQuerySchema, findAssignment } from "@/lib/api/assignments";
import { queryOf } from "@/lib/api/query";
import { defineRoute } from "@/lib/api/route";

/** One assignment with its stages, drafts, latest revisions, returns and `can`. */
export const GET = defineRoute<{ assignmentId: string }>(
  async ({ request, params, actor, ctx }) => {
    const id = z.uuid().safeParse(params.assignmentId);
    const query = queryOf(request, detailQuerySchema);
    if (!query.ok) return query;
    const found =
      id.success &&
      (await findAssignment(ctx.db, actor, id.data, {
        now: ctx.clock.now(),
        withContext: query.value.include === "context",
      }));
    return found ? taggedResponse(request, found) : refuseApi("not_found");
  },
);
