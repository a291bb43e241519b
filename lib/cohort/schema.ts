import { z } from "zod";
import { COHORT_COMMANDS } from "@/lib/cohort/workflow";

const score = z.number().min(0).max(100);
const label = z.string().trim().min(1).max(80);

/**
 * The `grade_bands` column of a cohort: names for ranges of 0–100. Configuration of the training
 * centre, never a rule of ours. Only `min` decides; no two bands begin at the same score, and one
 * begins at 0, so that no score is without a band. Parsed on the way in and out of the database.
 */
export const gradeBandsSchema = z
  .array(
    z.object({
      label: z.object({ id: label, en: label }),
      min: score,
      max: score.optional(),
      passing: z.boolean().optional(),
    }),
  )
  .min(1)
  .max(12)
  .refine((bands) => new Set(bands.map((band) => band.min)).size === bands.length, "bands_overlap")
  .refine((bands) => bands.some((band) => band.min === 0), "bands_leave_gap")
  .refine(
    (bands) => bands.every((band) => band.max === undefined || band.max >= band.min),
    "band_upside_down",
  );

export const moveCohortSchema = z.object({
  commandId: z.uuid(),
  cohortId: z.uuid(),
  type: z.enum(COHORT_COMMANDS),
  /** When archiving: that open work may stay unfinished. */
  acceptOpen: z.boolean().optional(),
});
