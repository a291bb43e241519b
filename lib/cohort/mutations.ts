import "server-only";
import type { z } from "zod";
import { authorizeOffice } from "@/lib/center/policy";
import { type LockedCohort, lockCohort } from "@/lib/cohort/record";
import type { moveCohortSchema } from "@/lib/cohort/schema";
import {
  type CohortPower,
  type CohortRefusal,
  type CohortSnapshot,
  type CohortState,
  decideCohort,
} from "@/lib/cohort/workflow";
import type { Actor } from "@/lib/platform/actor";
import { audit } from "@/lib/platform/audit";
import type { Context } from "@/lib/platform/context";
import type { Tx } from "@/lib/platform/db";
import { type RefusalDetails, type Result, refuse, success } from "@/lib/platform/result";
import { runCommand } from "@/lib/platform/transaction";

type MoveCohort = z.output<typeof moveCohortSchema>;

/** Starts, closes, reopens, archives or restores a cohort. */
export function moveCohort(
  ctx: Context,
  actor: Actor,
  input: MoveCohort,
): Promise<Result<{ state: CohortState; version: number }>> {
  const envelope = {
    actorId: actor.personId,
    commandId: input.commandId,
    type: "MOVE_COHORT",
    content: input,
  };
  return runCommand<{ state: CohortState; version: number }>(ctx, envelope, async (tx) => {
    // Whoever works in the cohort holds a share of this lock: what is counted below stays true.
    const locked = await lockCohort(tx, actor, input.cohortId, "state");
    if (!locked.ok) return locked;
    const cohort = locked.value;
    const snapshot = await cohortSnapshot(tx, cohort);
    const powers = powersOf(actor, cohort.centerId);
    const decision = decideCohort(snapshot, input, { powers });
    if (!decision.ok) {
      const { visits, participants, openStages } = snapshot;
      const details: Record<CohortRefusal, RefusalDetails> = {
        forbidden: {},
        cohort_state: { state: cohort.state },
        cohort_incomplete: { visits, participants },
        work_open: { open: openStages },
      };
      return refuse(decision.reason, { details: details[decision.reason] });
    }
    const now = ctx.clock.now();
    const version = cohort.version + 1;
    await tx.cohort.update({
      where: { id: cohort.id },
      data: { state: decision.to, version },
      select: { id: true },
    });
    await audit(tx, {
      type: "cohort.state_changed",
      at: now,
      actorId: actor.personId,
      actor: { role: "ORGANIZER" },
      centerId: cohort.centerId,
      cohortId: cohort.id,
      subject: { type: "cohort", id: cohort.id },
      payload: { from: cohort.state, to: decision.to, open: snapshot.openStages },
      commandId: input.commandId,
    });
    return success({ state: decision.to, version });
  });
}

function powersOf(actor: Actor, centerId: string): CohortPower[] {
  return (["organize", "administer"] as const).filter(
    (power) => authorizeOffice(actor, centerId, power) !== null,
  );
}

async function cohortSnapshot(tx: Tx, { id, state }: LockedCohort): Promise<CohortSnapshot> {
  const rows = await tx.$queryRaw<Omit<CohortSnapshot, "state">[]>`
    SELECT (SELECT count(*)::int FROM visits v WHERE v.cohort_id = ${id}::uuid) AS visits,
           (SELECT count(*)::int FROM enrolments e
            WHERE e.cohort_id = ${id}::uuid AND e.role = 'PARTICIPANT') AS participants,
           (SELECT count(*)::int FROM assignments a WHERE a.cohort_id = ${id}::uuid) AS assignments,
           (SELECT count(*)::int FROM assignments a JOIN stages s ON s.assignment_id = a.id
            WHERE a.cohort_id = ${id}::uuid AND a.cancelled_at IS NULL
              AND s.state IN ('OPEN', 'RETURNED', 'SUBMITTED')) AS "openStages"`;
  const counted = rows[0];
  if (!counted) throw new Error("counting answered nothing");
  return { state, ...counted };
}
