import { arrivedSelect, toArrived } from "@/lib/file/data";
import type { ArrivedFiles } from "@/lib/file/model";
import type { Reader } from "@/lib/platform/db";

/** The files that have arrived for a piece of work, as its readers get them. */
export async function findArrivedFiles(
  reader: Reader,
  assignmentId: string,
  now: Date,
): Promise<ArrivedFiles> {
  const rows = await reader.evidenceFile.findMany({ where: { assignmentId }, ...arrivedSelect });
  return toArrived(rows, assignmentId, now);
}
