import "server-only";
import { REFUSED_SHOWN_HOURS, type Together } from "@/lib/approval/model";
import type { Reader } from "@/lib/platform/db";

/** What somebody has approved together and not seen the end of. One statement. */
export async function findTogether(
  reader: Reader,
  approverId: string,
  now: Date,
): Promise<Together> {
  const shown = new Date(now.getTime() - REFUSED_SHOWN_HOURS * 3_600_000);
  const rows = await reader.pendingApproval.findMany({
    where: {
      approverId,
      OR: [{ settledAt: null }, { refusal: { not: null }, settledAt: { gt: shown } }],
    },
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: 100,
    select: {
      id: true,
      batchId: true,
      dueAt: true,
      settledAt: true,
      refusal: true,
      revisionId: true,
      stage: {
        select: {
          kind: true,
          state: true,
          latestRevisionId: true,
          assignment: { select: { id: true, enrolment: { select: { fullName: true } } } },
        },
      },
    },
  });
  const pending = new Map<string, Together["pending"][number]>();
  for (const { batchId, dueAt, settledAt } of rows) {
    if (settledAt) continue;
    const batch = pending.get(batchId) ?? { batchId, dueAt: dueAt.toISOString(), count: 0 };
    batch.count += 1;
    pending.set(batchId, batch);
  }
  return {
    pending: [...pending.values()],
    refused: rows.flatMap(({ id, refusal, revisionId, stage }) =>
      // What has been decided or sent anew since is no news any more.
      refusal && stage.state === "SUBMITTED" && stage.latestRevisionId === revisionId
        ? {
            id,
            assignmentId: stage.assignment.id,
            stage: stage.kind,
            participant: stage.assignment.enrolment.fullName,
            reason: refusal,
          }
        : [],
    ),
  };
}
