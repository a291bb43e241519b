import { z } from "zod";
import { NUDGE_MOST } from "@/lib/reminder/model";

export const nudgeSchema = z.object({
  commandId: z.uuid(),
  cohortId: z.uuid(),
  stageIds: z.array(z.uuid()).min(1).max(NUDGE_MOST),
});

/** Which assignments an address names; what is no id, and what is too many, is left out. */
export const nudgeQuerySchema = z.object({
  who: z.preprocess(
    (value) =>
      [value ?? []]
        .flat()
        .filter((id) => z.uuid().safeParse(id).success)
        .slice(0, NUDGE_MOST),
    z.array(z.uuid()),
  ),
});
