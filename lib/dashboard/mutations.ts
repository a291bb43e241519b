import "server-only";
import { findCohort } from "@/lib/cohort/data";
import { type AuthorizedCohortId, authorizeCohort, cohortReach } from "@/lib/cohort/policy";
import { countWork, listBoard, listObstacles, listWork } from "@/lib/dashboard/data";
import {
  type BoardRow,
  type CohortCounts,
  type CohortView,
  EXPORT_ROWS,
  type ObstacleRow,
  type WorkRow,
} from "@/lib/dashboard/model";
import {
  dashboardQuerySchema,
  goneInnovation,
  withoutGone,
  workQuerySchema,
} from "@/lib/dashboard/schema";
import { listSolutions, listStrengths } from "@/lib/finding/data";
import type { SolutionRow, StrengthRow } from "@/lib/finding/model";
import { findingsQuerySchema } from "@/lib/finding/schema";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { type Result, refuse, success } from "@/lib/platform/result";
import { transaction } from "@/lib/platform/transaction";
import { listPhaseTimes, listProgressDays } from "@/lib/progress/data";
import type { PhaseTime, ProgressDay } from "@/lib/progress/model";

/** What a view shows, all of its pages. `left`: rows beyond what one file holds. */
export type ExportedView = { left: number } & (
  | { view: "board"; rows: BoardRow[] }
  | { view: "work"; rows: WorkRow[] }
  | { view: "progress"; days: ProgressDay[]; times: PhaseTime[]; counts: CohortCounts }
  | { view: "people"; counts: CohortCounts }
  | {
      view: "findings";
      strengths: StrengthRow[];
      obstacles: ObstacleRow[];
      solutions: SolutionRow[];
    }
);

/**
 * A view of a cohort's picture with the filters of its page, for the staff who may read it. That somebody
 * took it along is noted before it is handed out.
 *
 * @param asked.query of the page's address; what is not understood is left out, as there
 * @param asked.most rows of each of its lists; of more, the first are taken and the file says so
 */
export function exportView(
  ctx: Context,
  actor: Actor,
  {
    cohortId,
    view,
    query,
    most = EXPORT_ROWS,
  }: { cohortId: string; view: CohortView; query: Record<string, string>; most?: number },
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
      most,
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
  asked: {
    view: CohortView;
    query: Record<string, string>;
    now: Date;
    viewerId: string;
    most: number;
  },
): Promise<ExportedView> {
  const { view, query, now, viewerId, most } = asked;
  const counts = await countWork(tx, cohort, now);
  switch (view) {
    case "board": {
      const { filter } = withoutGone(dashboardQuerySchema.parse(query).board, counts);
      const { rows, total } = await listBoard(tx, cohort, filter, 1, now, most);
      return { view, rows, left: total - rows.length };
    }
    case "work": {
      const { filter } = withoutGone(workQuerySchema.parse(query).filter, counts);
      const seen = { now, viewerId };
      const { rows, total } = await listWork(tx, cohort, filter, 1, seen, most);
      return { view, rows, left: total - rows.length };
    }
    case "progress": {
      const days = await listProgressDays(tx, cohort);
      return { view, days, times: await listPhaseTimes(tx, cohort, now), counts, left: 0 };
    }
    case "people":
      return { view, counts, left: 0 };
    case "findings": {
      const { filter: asked } = findingsQuerySchema.parse(query);
      const gone = goneInnovation(asked, counts.innovation).length > 0;
      const filter = gone ? { ...asked, innovation: undefined } : asked;
      const { innovation, category, locus } = filter;
      const strengths = await listStrengths(tx, cohort, filter, 1, most);
      const obstacles = await listObstacles(tx, cohort, { innovation, category, locus }, 1, most);
      const solutions = await listSolutions(tx, cohort, filter, 1, most);
      const lists = [strengths, obstacles, solutions];
      return {
        view,
        strengths: strengths.rows,
        obstacles: obstacles.rows,
        solutions: solutions.rows,
        left: lists.reduce((sum, { rows, total }) => sum + total - rows.length, 0),
      };
    }
  }
}

function rowsOf(exported: ExportedView): number {
  if (exported.view === "progress") return exported.days.length;
  if (exported.view === "people") return exported.counts.all.participants;
  if (exported.view === "findings") {
    return exported.strengths.length + exported.obstacles.length + exported.solutions.length;
  }
  return exported.rows.length;
}
