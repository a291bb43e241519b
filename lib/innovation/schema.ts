import { z } from "zod";

/** `?a=1&a=2` gives a list; the first is meant. */
const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** What the catalogue's address may ask for; what cannot be understood is left out. */
export const catalogueQuerySchema = z.object({
  q: z.preprocess(
    first,
    z
      .string()
      .transform((text) => text.normalize("NFC").trim().slice(0, 100))
      // PostgreSQL has no text with a NUL in it.
      .refine((text) => text !== "" && !text.includes("\u0000"))
      .optional()
      .catch(undefined),
  ),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(1_000_000).catch(1)),
});
export type CatalogueQuery = z.output<typeof catalogueQuerySchema>;
