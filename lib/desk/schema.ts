import { z } from "zod";
import { stageRefSchema } from "@/lib/assignment/schema";

const { commandId, assignmentId, stage } = stageRefSchema.shape;

/** Opens a waiting revision for review, or goes on with it. */
export const takeLeaseSchema = z.object({
  commandId,
  assignmentId,
  stage,
  revisionId: z.uuid(),
  /** Also from somebody who is reviewing it now; that person is told. */
  takeOver: z.boolean(),
});

export const releaseLeaseSchema = z.object({ commandId, assignmentId, stage });
