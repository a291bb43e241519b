import { z } from "zod";

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** What cannot be understood is left out. */
export const standingQuerySchema = z.object({
  /** The cohort that is compared with those that began before it. */
  from: z.preprocess(first, z.uuid().optional().catch(undefined)),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(1_000_000).catch(1)),
});
