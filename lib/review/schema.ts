import { z } from "zod";
import { stageRefSchema } from "@/lib/assignment/schema";
import { text } from "@/lib/document/fields";
import { REVIEW_BOUNDS } from "@/lib/review/model";

/** Index path of a field in the revision's document; null speaks of the whole. */
const fieldPath = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9]+(\.[A-Za-z0-9]+)*$/)
  .nullable();

/** A decision names the revision that the reviewer read. */
export const decisionSchema = stageRefSchema.extend({ revisionId: z.uuid() });

/** Returning and reopening say why, at least once. */
export const returnSchema = decisionSchema.extend({
  reasons: z
    .array(
      z.object({ fieldPath, text: text("submit", { ...REVIEW_BOUNDS.reason, multiline: true }) }),
    )
    .min(REVIEW_BOUNDS.reasons.min)
    .max(REVIEW_BOUNDS.reasons.max),
});

export const commentSchema = z.object({
  commandId: z.uuid(),
  assignmentId: z.uuid(),
  stage: stageRefSchema.shape.stage,
  revisionId: z.uuid(),
  fieldPath,
  body: text("submit", { ...REVIEW_BOUNDS.comment, multiline: true }),
  /** The remark that it answers; it then speaks of the same field. */
  replyTo: z.uuid().optional(),
});

/** A thread, named by the remark that began it, settled or open again. */
export const resolveThreadSchema = z.object({
  commandId: z.uuid(),
  assignmentId: z.uuid(),
  stage: stageRefSchema.shape.stage,
  commentId: z.uuid(),
  resolved: z.boolean(),
});

/** One reason of the last return, ticked off or not. */
export const answerReasonSchema = z.object({
  commandId: z.uuid(),
  assignmentId: z.uuid(),
  stage: stageRefSchema.shape.stage,
  reasonId: z.uuid(),
  answered: z.boolean(),
});

/** R7: the participant's work, 0–100 a criterion in whole points; may be saved half done. */
const workScoreSchema = z.object({
  criterionId: z.uuid(),
  value: z.number().int().min(0).max(100).nullable(),
  note: text("submit", { ...REVIEW_BOUNDS.workNote, required: false, multiline: true }),
});
export const workScoresSchema = z.array(workScoreSchema).max(40);
export type WorkScore = z.output<typeof workScoreSchema>;

export const workAssessmentSchema = z.object({
  commandId: z.uuid(),
  assignmentId: z.uuid(),
  basedOn: z.number().int().min(0),
  scores: workScoresSchema,
});
