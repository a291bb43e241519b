import { z } from "zod";
import { SEARCH_KINDS, SEARCH_TEXT, searchWords } from "@/lib/search/model";

/** What an address of the search may ask for; what cannot be understood is left out. */
const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);

export const searchQuerySchema = z.object({
  q: z.preprocess(first, z.string().transform(searchWords).catch("")),
  kind: z.preprocess(first, z.enum(SEARCH_KINDS).optional().catch(undefined)),
  page: z.preprocess(first, z.coerce.number().int().min(1).max(1000).catch(1)),
});

export type SearchQuery = z.output<typeof searchQuerySchema>;

/** The same for machines, who are told what is wrong. */
export const glanceQuerySchema = z.strictObject({ q: z.string().max(SEARCH_TEXT) });

export const glanceSchema = z.strictObject({
  ok: z.literal(true),
  groups: z.array(
    z.strictObject({
      kind: z.enum(SEARCH_KINDS),
      hits: z.array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          context: z.array(z.string()),
          href: z.string(),
        }),
      ),
      more: z.boolean(),
    }),
  ),
});
