import { z } from "zod";
import { CANNED_BOUNDS } from "@/lib/canned-comment/model";
import { text } from "@/lib/document/fields";

const commandId = z.uuid();

export const addCannedSchema = z.object({
  commandId,
  /** For all who review in this cohort; null: for oneself, in every cohort. */
  cohortId: z.uuid().nullable(),
  body: text("submit", { ...CANNED_BOUNDS.body, multiline: true }),
});

export const removeCannedSchema = z.object({ commandId, cannedId: z.uuid() });
