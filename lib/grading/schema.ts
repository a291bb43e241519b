import { z } from "zod";
import { isIsoDate, text } from "@/lib/document/fields";
import { GRADING_BOUNDS, RELEASE_COMMANDS } from "@/lib/grading/model";
import { workScoresSchema } from "@/lib/review/schema";

const inCohort = z.object({ commandId: z.uuid(), cohortId: z.uuid() });

/** Gives works a second rater, another one, or none any more. */
export const assignSecondRaterSchema = inCohort.extend({
  assignmentIds: z
    .array(z.uuid())
    .min(GRADING_BOUNDS.works.min)
    .max(GRADING_BOUNDS.works.max)
    .refine((ids) => new Set(ids).size === ids.length, "not_unique"),
  /** A facilitator's enrolment; null for none. */
  raterId: z.uuid().nullable(),
});

export const secondScoresSchema = z.object({
  commandId: z.uuid(),
  assignmentId: z.uuid(),
  basedOn: z.number().int().min(0),
  scores: workScoresSchema,
  /** The rater has finished: nothing changes any more. */
  final: z.boolean(),
});

/** 0–100 with at most two decimals. */
const score = z
  .number()
  .min(0)
  .max(100)
  .refine((value) => Math.round(value * 100) / 100 === value, {
    params: { code: "too_many_decimals", max: 2 },
  });

/** What was agreed on of two ratings, named by the versions that were spoken about. */
export const moderateSchema = inCohort.extend({
  assignmentId: z.uuid(),
  primaryVersion: z.number().int().min(1),
  secondVersion: z.number().int().min(1),
  score,
  reason: text("submit", { ...GRADING_BOUNDS.reason, multiline: true }),
});

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Releases the cohort's grades now or at a time on its clocks, or takes that back. */
export const releaseSchema = inCohort
  .extend({
    type: z.enum(RELEASE_COMMANDS),
    basedOn: z.number().int().min(0),
    /** Of a planned release; null otherwise. */
    at: z
      .object({
        date: z.string().refine((value) => isIsoDate(value), { params: { code: "invalid_date" } }),
        time: clock,
      })
      .nullable(),
  })
  .refine(({ type, at }) => (type === "SCHEDULE") === (at !== null), {
    path: ["at"],
    params: { code: "required" },
  });

/** What is asked of an uploaded grade sheet. */
export const gradeUploadSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("preview") }),
  z.object({
    intent: z.literal("import"),
    commandId: z.uuid(),
    /** Of the plan that was shown: another is not carried out. */
    digest: z.string().regex(/^[0-9a-f]{64}$/),
  }),
]);

export const gradeSheetQuerySchema = z.object({ format: z.enum(["xlsx", "csv"]).default("xlsx") });
