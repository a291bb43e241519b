import "server-only";
import { readArchive } from "@/lib/archive/data";
import type { ArchiveHead } from "@/lib/archive/model";
import { authorizeOrganizing, cohortReach } from "@/lib/cohort/policy";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import { type Result, refuse, success } from "@/lib/platform/result";
import { transaction } from "@/lib/platform/transaction";

/**
 * Reads a cohort for its archive, of one moment, and says in the log that it was taken: both in one
 * transaction, so that nothing leaves without a trace.
 */
export function exportCohort(
  ctx: Context,
  actor: Actor,
  cohortId: string,
  withNumbers: boolean,
): Promise<Result<ArchiveHead>> {
  return transaction<ArchiveHead>(ctx, async (tx) => {
    // One snapshot for all that is read below; writing one row of the log conflicts with nothing.
    await tx.$executeRaw`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ`;
    const cohort = await tx.cohort.findFirst({
      where: { id: cohortId, centerId: { in: cohortReach(actor).centerIds } },
      select: { id: true, centerId: true },
    });
    const authorized = cohort && authorizeOrganizing(actor, cohort);
    if (!authorized) return refuse("not_found");
    const head = await readArchive(tx, authorized, { withNumbers, takerId: actor.personId });
    await audit(tx, {
      type: "export.read",
      at: ctx.clock.now(),
      actorId: actor.personId,
      actor: { role: "ORGANIZER" },
      centerId: authorized.centerId,
      cohortId,
      subject: { type: "cohort", id: cohortId },
      payload: {
        what: withNumbers ? "cohort_archive_with_numbers" : "cohort_archive",
        format: "zip",
        rows: head.people,
      },
    });
    return success(head);
  });
}
