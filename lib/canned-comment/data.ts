import "server-only";
import type { CannedComment } from "@/lib/canned-comment/model";
import type { Reader } from "@/lib/platform/db";

/**
 * The comments that somebody may write again in a cohort: their own, then those of the cohort.
 * @param reader.organizes takes away also what others keep for the cohort
 */
export async function findCanned(
  db: Reader,
  cohortId: string,
  reader: { personId: string; organizes: boolean },
): Promise<CannedComment[]> {
  const rows = await db.cannedComment.findMany({
    where: { OR: [{ cohortId }, { cohortId: null, authorId: reader.personId }] },
    orderBy: [{ cohortId: { sort: "asc", nulls: "first" } }, { createdAt: "asc" }],
    select: { id: true, body: true, cohortId: true, authorId: true },
  });
  return rows.map(({ id, body, cohortId: shared, authorId }) => ({
    id,
    body,
    shared: shared !== null,
    mayRemove: authorId === reader.personId || reader.organizes,
  }));
}
