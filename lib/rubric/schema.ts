import { z } from "zod";

const localizedTextSchema = z.object({
  id: z.string().trim().min(1).max(400),
  en: z.string().trim().min(1).max(400),
});

/**
 * The `levels` column of a criterion: what single values of the scale mean for it. May name fewer
 * values than the scale has, each once, lowest first. Parsed on the way in and out of the database.
 */
export const levelsSchema = z
  .array(z.object({ value: z.number().int().min(0).max(100), label: localizedTextSchema }))
  .max(101)
  .refine(
    (levels) =>
      levels.every((level, index) => index === 0 || level.value > (levels[index - 1]?.value ?? -1)),
    "levels_not_ascending",
  );
