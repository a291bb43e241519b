import "server-only";
import { findCohort } from "@/lib/cohort/data";
import { type AuthorizedCohortId, authorizeCohort, cohortReach } from "@/lib/cohort/policy";
import { countWork, EVERYTHING, listBoard, listWork } from "@/lib/dashboard/data";
import type { BoardRow, CohortCounts, CohortView, WorkRow } from "@/lib/dashboard/model";
import { dashboardQuerySchema, withoutGone, workQuerySchema } from "@/lib/dashboard/schema";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { type Result, refuse, success } from "@/lib/platform/result";
import { transaction } from "@/lib/platform/transaction";
import { listPhaseTimes, listProgressDays } from "@/lib/progress/data";
import type { PhaseTime, ProgressDay } from "@/lib/progress/model";

/** What a view shows, all of its pages. */
export type ExportedView =
  | { view: "board"; rows: BoardRow[] }
  | { view: "work"; rows: WorkRow[] }
  | { view: "progress"; days: ProgressDay[]; times: PhaseTime[]; counts: CohortCounts }
  | { view: "people"; counts: CohortCounts };

/**
 * A view of a cohort's picture with the filters of its page, for the staff who may read it. That somebody
 * took it along is noted before it is handed out.
 *
 * @param query of the page's address; what is not understood is left out, as there
 */
export function exportView(
  ctx: Context,
  actor: Actor,
  { cohortId, view, query }: { cohortId: string; view: CohortView; query: Record<string, string> },
): Promise<Result<{ exported: ExportedView; cohortName: string; timeZone: string }>> {
  return transaction(ctx, async (tx) => {
    const cohort = await findCohort(tx, cohortReach(actor), cohortId);
    const authorized = cohort && authorizeCohort(actor, cohort);
    if (!authorized) return refuse("not_found");
    const now = ctx.clock.now();
    const exported = await readView(tx, authorized, {
      view,
      query,
      now,
      viewerId: actor.personId,
    });
    await audit(tx, {
      type: "export.read",
      at: now,
      actorId: actor.personId,
      actor: {
        role: actor.staff.find(({ centerId }) => centerId === cohort.centerId)?.role ?? "VIEWER",
      },
      centerId: cohort.centerId,
      cohortId,
      subject: { type: "cohort", id: cohortId },
      payload: { what: `cohort_${view}`, format: "xlsx", rows: rowsOf(exported) },
    });
    return success({ exported, cohortName: cohort.name, timeZone: cohort.timeZone });
  });
}

async function readView(
  tx: Tx,
  cohort: AuthorizedCohortId,
  asked: { view: CohortView; query: Record<string, string>; now: Date; viewerId: string },
): Promise<ExportedView> {
  const { view, query, now, viewerId } = asked;
  const counts = await countWork(tx, cohort, now);
  switch (view) {
    case "board": {
      const { filter } = withoutGone(dashboardQuerySchema.parse(query).board, counts);
      return { view, rows: (await listBoard(tx, cohort, filter, 1, now, EVERYTHING)).rows };
    }
    case "work": {
      const { filter } = withoutGone(workQuerySchema.parse(query).filter, counts);
      const seen = { now, viewerId };
      return { view, rows: (await listWork(tx, cohort, filter, 1, seen, EVERYTHING)).rows };
    }
    case "progress": {
      const days = await listProgressDays(tx, cohort);
      return { view, days, times: await listPhaseTimes(tx, cohort, now), counts };
    }
    case "people":
      return { view, counts };
  }
}

function rowsOf(exported: ExportedView): number {
  if (exported.view === "progress") return exported.days.length;
  if (exported.view === "people") return exported.counts.all.participants;
  return exported.rows.length;
}
