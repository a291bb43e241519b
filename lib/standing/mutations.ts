import "server-only";
import { authorizeOffice } from "@/lib/center/policy";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import { type Result, refuse, success } from "@/lib/platform/result";
import { transaction } from "@/lib/platform/transaction";
import { listMostEvaluated, listStandings } from "@/lib/standing/data";
import type { EvaluatedInnovation, StandingRow } from "@/lib/standing/model";

/** Cohorts and innovations of one file, at most. */
const MOST = 10_000;

/** The whole comparison for a file. That somebody took it along is noted before it is handed out. */
export function exportStanding(
  ctx: Context,
  actor: Actor,
  { centerId, from }: { centerId: string; from?: string | undefined },
): Promise<Result<{ rows: StandingRow[]; innovations: EvaluatedInnovation[] }>> {
  return transaction(ctx, async (tx) => {
    const authorized = authorizeOffice(actor, centerId, "read");
    if (!authorized) return refuse("not_found");
    const { rows } = await listStandings(tx, authorized, { from, page: 1 }, MOST);
    const innovations = await listMostEvaluated(tx, authorized, MOST);
    await audit(tx, {
      type: "export.read",
      at: ctx.clock.now(),
      actorId: actor.personId,
      actor: { role: actor.staff.find((own) => own.centerId === centerId)?.role ?? "VIEWER" },
      centerId,
      subject: { type: "center", id: centerId },
      payload: { what: "center_standing", format: "xlsx", rows: rows.length },
    });
    return success({ rows, innovations });
  });
}
