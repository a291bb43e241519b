import { z } from "zod";
import { searchWords } from "@/lib/search/model";

export const mergeSchema = z.object({
  commandId: z.uuid(),
  centerId: z.uuid(),
  keepId: z.uuid(),
  doubleId: z.uuid(),
  /** Hash of the plan that was shown: what changed since is shown anew, not done. */
  planned: z.string().regex(/^[0-9a-f]{64}$/),
});

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);

export const mergeQuerySchema = z.object({
  q: z.preprocess(first, z.string().transform(searchWords).catch("")),
  double: z.preprocess(first, z.uuid().nullable().catch(null)),
});
