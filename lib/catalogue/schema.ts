import { z } from "zod";
import { LISTS } from "@/lib/catalogue/columns";
import { ARCHIVABLE_KINDS, ENTRY_KINDS, OWNERSHIPS } from "@/lib/catalogue/model";
import { choice, reference, text } from "@/lib/document/fields";
import { searchWords } from "@/lib/search/model";

/** An empty field of a form says nothing. */
const blankToNull = (value: unknown) =>
  value === undefined || (typeof value === "string" && value.trim() === "") ? null : value;

/** A text that may be left out; null then. */
export function optionalText(bounds: { min?: number; max: number; multiline?: boolean }) {
  return z
    .preprocess((value) => value ?? "", text("submit", { ...bounds, required: false }))
    .transform((value) => (value === "" ? null : value));
}

/** One of a list that may be left open; null then. */
export function optionalChoice<const Value extends string>(values: readonly Value[]) {
  return z.preprocess(blankToNull, z.enum(values).nullable());
}

/** One of a list; an empty field is told as such. */
export function requiredChoice<const Value extends string>(values: readonly Value[]) {
  return z
    .preprocess((value) => value ?? "", choice("submit", values))
    .transform((value) => value as Value);
}

/** The id of something that may be left open; null then. */
export const optionalId = z.preprocess(blankToNull, z.uuid().nullable());

/** The id of something that has to be chosen. */
export const requiredId = z
  .preprocess((value) => value ?? "", reference("submit"))
  .transform((value) => value as string);

/** Whose entry it is, which one, and the version that was seen; both null for a new one. */
export const entryHead = {
  commandId: z.uuid(),
  centerId: z.uuid(),
  id: z.uuid().nullable(),
  basedOn: z.int().min(1).nullable(),
};

const entryRef = {
  commandId: z.uuid(),
  centerId: z.uuid(),
  id: z.uuid(),
  basedOn: z.int().min(1),
};

export const archiveEntrySchema = z.object({
  ...entryRef,
  kind: z.enum(ARCHIVABLE_KINDS),
  archived: z.boolean(),
});
export type ArchiveEntry = z.output<typeof archiveEntrySchema>;

export const deleteEntrySchema = z.object({ ...entryRef, kind: z.enum(ENTRY_KINDS) });
export type DeleteEntry = z.output<typeof deleteEntrySchema>;

// Addresses of lists ----------------------------------------------------------------------------

/** `?a=1&a=2` gives a list; the first is meant. */
export const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** What is searched for; what cannot be understood is left out. */
export const searchText = z.preprocess(
  first,
  z
    .string()
    .transform(searchWords)
    // PostgreSQL has no text with a NUL in it.
    .refine((value) => value !== "" && !value.includes("\u0000"))
    .optional()
    .catch(undefined),
);

export const pageNumber = z.preprocess(
  first,
  z.coerce.number().int().min(1).max(1_000_000).catch(1),
);

/** One of a list, or nothing. */
export function oneOf<const Value extends string>(values: readonly Value[]) {
  return z.preprocess(first, z.enum(values).optional().catch(undefined));
}

export const someId = z.preprocess(first, z.uuid().optional().catch(undefined));

/** What a list of entries may be asked for. */
export const entryListSchema = z.object({
  q: searchText,
  owner: oneOf(OWNERSHIPS),
  archived: oneOf(["1"]),
  page: pageNumber,
});
export type EntryListQuery = z.output<typeof entryListSchema>;

// Files -----------------------------------------------------------------------------------------

export const listParam = z.enum(LISTS);

/** What is asked of an uploaded list. */
export const listUploadSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("preview") }),
  /** The rows that cannot be taken over, as a file that says why. */
  z.object({ intent: z.literal("faults") }),
  z.object({
    intent: z.literal("import"),
    commandId: z.uuid(),
    /** Of the plan that was shown: another is not carried out. */
    digest: z.string().regex(/^[0-9a-f]{64}$/),
    /** Takes over the sound rows and leaves the faulty ones out. */
    skipFaulty: z.boolean().default(false),
  }),
]);

export const listExportSchema = z.object({
  kind: z.enum(["xlsx", "csv"]).default("xlsx"),
  /** An empty list to fill in, with what each column takes. */
  empty: z.enum(["1"]).optional(),
});
