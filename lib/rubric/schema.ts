import { z } from "zod";
import { type Bounds, text } from "@/lib/document/fields";
import { OWN_PURPOSES, RUBRIC_BOUNDS, RUBRIC_PURPOSES, SCALE_KINDS } from "@/lib/rubric/model";
import { searchWords } from "@/lib/search/model";

const localizedTextSchema = z.object({
  id: z.string().trim().min(1).max(400),
  // Where no English was written, the Indonesian is read.
  en: z.string().trim().max(400),
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

/** Text that may stay empty while it is written. */
const written = ({ max }: Bounds, multiline = false) => text("draft", { max, multiline });

const criterionSchema = z.object({
  code: z.string().regex(/^[a-z0-9-]{1,40}$/),
  labelId: written(RUBRIC_BOUNDS.label),
  labelEn: written(RUBRIC_BOUNDS.label),
  definitionId: written(RUBRIC_BOUNDS.definition, true),
  definitionEn: written(RUBRIC_BOUNDS.definition, true),
  weight: z.number().int().min(0).max(RUBRIC_BOUNDS.weight),
  reverse: z.boolean(),
  mandatory: z.boolean(),
  levels: z
    .array(
      z.object({
        value: z.number().int().min(0).max(100),
        labelId: written(RUBRIC_BOUNDS.level),
        labelEn: written(RUBRIC_BOUNDS.level),
      }),
    )
    .max(RUBRIC_BOUNDS.levels)
    .refine((levels) => new Set(levels.map(({ value }) => value)).size === levels.length, {
      params: { code: "duplicate_level" },
    })
    .transform((levels) =>
      levels
        .filter(({ labelId, labelEn }) => labelId !== "" || labelEn !== "")
        .sort((a, b) => a.value - b.value),
    )
    .superRefine((levels, issues) => {
      levels.forEach((level, index) => {
        if (level.labelId === "") {
          issues.addIssue({
            code: "custom",
            path: [index, "labelId"],
            params: { code: "required" },
          });
        }
      });
    }),
});

const criteriaSchema = z
  .array(criterionSchema)
  .max(RUBRIC_BOUNDS.criteria)
  .superRefine((criteria, issues) => {
    const codes = new Set<string>();
    criteria.forEach(({ code }, index) => {
      if (codes.has(code)) {
        issues.addIssue({
          code: "custom",
          path: [index, "code"],
          params: { code: "duplicate_id" },
        });
      }
      codes.add(code);
    });
  });

const head = {
  nameId: text("submit", RUBRIC_BOUNDS.name),
  nameEn: text("submit", { ...RUBRIC_BOUNDS.name, required: false }),
  source: text("submit", { ...RUBRIC_BOUNDS.source, multiline: true }),
};

/** A new rubric of a centre's own: from nothing, or with what a version says. */
export const createRubricSchema = z.object({
  commandId: z.uuid(),
  centerId: z.uuid(),
  ...head,
  purpose: z.enum(OWN_PURPOSES),
  scaleKind: z.enum(SCALE_KINDS),
  fromVersionId: z.uuid().nullable(),
});

export const addVersionSchema = z.object({
  commandId: z.uuid(),
  centerId: z.uuid(),
  rubricId: z.uuid(),
});

/** The whole of a draft, as far as it is written. */
export const saveRubricSchema = z.object({
  commandId: z.uuid(),
  centerId: z.uuid(),
  versionId: z.uuid(),
  basedOn: z.number().int().min(0),
  ...head,
  scaleKind: z.enum(SCALE_KINDS),
  criteria: criteriaSchema,
});

/** A draft as it was last saved, to be frozen or thrown away. */
export const rubricDraftSchema = z.object({
  commandId: z.uuid(),
  centerId: z.uuid(),
  versionId: z.uuid(),
  basedOn: z.number().int().min(0),
});

/** `?a=1&a=2` gives a list; the first is meant. */
const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const param = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(first, schema.optional().catch(undefined));

export const RUBRIC_ORIGINS = ["own", "shared"] as const;

/** What the library's address may ask for; what cannot be understood is left out. */
export const rubricsQuerySchema = z.object({
  purpose: param(z.enum(RUBRIC_PURPOSES)),
  origin: param(z.enum(RUBRIC_ORIGINS)),
  q: param(
    z
      .string()
      .transform(searchWords)
      // PostgreSQL has no text with a NUL in it.
      .refine((value) => value !== "" && !value.includes("\u0000")),
  ),
  page: param(z.coerce.number().int().min(1).max(1_000_000)).transform((page) => page ?? 1),
});
export type RubricsQuery = z.output<typeof rubricsQuerySchema>;

export const versionNumberSchema = param(z.coerce.number().int().min(1).max(10_000));
export const versionIdSchema = param(z.uuid());
