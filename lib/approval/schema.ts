import { z } from "zod";
import { TOGETHER_MOST } from "@/lib/approval/model";
import { decisionSchema } from "@/lib/review/schema";

export const approveTogetherSchema = z.object({
  commandId: z.uuid(),
  items: z
    .array(decisionSchema.omit({ commandId: true }))
    .min(1)
    .max(TOGETHER_MOST),
});

export const takeBackSchema = z.object({ commandId: z.uuid(), batchId: z.uuid() });
