import { z } from "zod";
import { wishesSchema } from "@/lib/allocation/schema";
import { localTimeSchema } from "@/lib/cohort/schema";

/** Until when a cohort asks for choices, on the clocks of its zone; null: it does not ask any more. */
export const askWishesSchema = z.object({
  commandId: z.uuid(),
  cohortId: z.uuid(),
  until: localTimeSchema.nullable(),
});

/** What a participant would like themselves: at least one. */
export const answerWishesSchema = z.object({
  commandId: z.uuid(),
  cohortId: z.uuid(),
  placeIds: wishesSchema.min(1),
});
