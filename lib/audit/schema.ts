import { z } from "zod";
import { searchWords } from "@/lib/search/model";

/** `?a=1&a=2` gives a list; the first is meant. */
const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const param = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(first, schema.optional().catch(undefined));

const words = param(
  z
    .string()
    .transform(searchWords)
    // PostgreSQL has no text with a NUL in it.
    .refine((text) => text !== "" && !text.includes("\u0000")),
);

/** Days that PostgreSQL and the calendar both know. */
const day = param(z.iso.date().refine((date) => date >= "1900-01-01" && date <= "2999-12-31"));

/** The last event of a page: its moment in UTC and its id. */
const cursor = param(
  z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z_[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
    .transform((text) => ({ at: new Date(text.slice(0, 24)), id: text.slice(25) }))
    .refine(({ at }) => !Number.isNaN(at.getTime())),
);

/** What the log's address may ask for; what cannot be understood is left out. */
export const auditQuerySchema = z
  .object({
    who: words,
    whom: words,
    what: param(z.string().regex(/^[a-z]+(_[a-z]+)*(\.[a-z]+(_[a-z]+)*)?$/)),
    cohort: param(z.uuid()),
    from: day,
    to: day,
    before: cursor,
  })
  .transform(({ before, ...filter }) => ({ filter, before }));
export type AuditQuery = z.output<typeof auditQuerySchema>;

/** What a file of the log is asked for by. */
export const auditExportSchema = z.object({
  who: words,
  whom: words,
  what: param(z.string().regex(/^[a-z]+(_[a-z]+)*(\.[a-z]+(_[a-z]+)*)?$/)),
  cohort: param(z.uuid()),
  from: day,
  to: day,
  format: z.enum(["xlsx", "csv"]),
});
