import { z } from "zod";

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
  q: z.preprocess(
    first,
    z
      .string()
      .transform((value) => value.normalize("NFC").replaceAll("\u0000", "").trim().slice(0, 100))
      .catch(""),
  ),
  double: z.preprocess(first, z.uuid().nullable().catch(null)),
});
