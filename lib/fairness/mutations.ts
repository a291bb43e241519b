import "server-only";
import { authorizeOffice } from "@/lib/center/policy";
import { findCohort } from "@/lib/cohort/data";
import { authorizeCohort, cohortReach } from "@/lib/cohort/policy";
import { listAgeing } from "@/lib/dashboard/data";
import { countValues, listRatings, summarizeDecisions } from "@/lib/fairness/data";
import type { InnovationSpread, RaterFigures, RaterRow } from "@/lib/fairness/model";
import { compareRaters, criterionSpreads } from "@/lib/fairness/scoring";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import { type Result, refuse, success } from "@/lib/platform/result";
import { transaction } from "@/lib/platform/transaction";

export interface ExportedFairness {
  cohortName: string;
  raters: RaterRow[];
  all: RaterFigures;
  innovations: InnovationSpread[];
}

/**
 * Both tables of a cohort's fairness, for whoever may read the page; noted in the transaction that reads
 * them, before anything is sent.
 */
export function exportFairness(
  ctx: Context,
  actor: Actor,
  { cohortId }: { cohortId: string },
): Promise<Result<ExportedFairness>> {
  return transaction(ctx, async (tx) => {
    const cohort = await findCohort(tx, cohortReach(actor), cohortId);
    const authorized = cohort && authorizeCohort(actor, cohort);
    if (!authorized) return refuse("not_found");
    const now = ctx.clock.now();
    const ageing = await listAgeing(tx, authorized, now);
    const decided = await summarizeDecisions(tx, authorized);
    const ratings = await listRatings(tx, authorized, actor.personId);
    const innovations = criterionSpreads(await countValues(tx, authorized), cohort.spreadThreshold);
    const { rows, all } = compareRaters(ageing, ratings, decided);
    const criteria = innovations.reduce((sum, { criteria }) => sum + criteria.length, 0);
    const organizes = authorizeOffice(actor, cohort.centerId, "organize") !== null;
    await audit(tx, {
      type: "export.read",
      at: now,
      actorId: actor.personId,
      actor: { role: organizes ? "ORGANIZER" : "VIEWER" },
      centerId: cohort.centerId,
      cohortId,
      subject: { type: "cohort", id: cohortId },
      payload: { what: "cohort_fairness", format: "xlsx", rows: rows.length + criteria },
    });
    return success({ cohortName: cohort.name, raters: rows, all, innovations });
  });
}
