import { z } from "zod";
import { ASSIGNMENT_BOUNDS } from "@/lib/assignment/model";
import { text } from "@/lib/document/fields";
import { templateIssues } from "@/lib/template/due-dates";
import { TEMPLATE_BOUNDS } from "@/lib/template/model";

const commandId = z.uuid();
/** Far beyond what is allowed: what is wrong with a day is told at its stage. */
const day = z.int().min(-10_000).max(10_000);

const stage = z.object({
  day,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  closeDay: day.nullable(),
});

/** The `stages` column of a template. */
export const templateStagesSchema = z.object({
  EVALUATE: stage,
  OBSTACLES: stage,
  SOLUTION: stage,
  PLAN: stage,
});

/** Makes a template, or changes the one that is named. */
export const saveTemplateSchema = z.object({
  commandId,
  centerId: z.uuid(),
  /** Null: a new one. */
  templateId: z.uuid().nullable(),
  /** The version that the form was based on; null for a new one. */
  basedOn: z.number().int().min(1).max(2_147_483_647).nullable(),
  name: text("submit", TEMPLATE_BOUNDS.name),
  instructions: text("submit", {
    ...ASSIGNMENT_BOUNDS.instructions,
    required: false,
    multiline: true,
  }),
  stages: templateStagesSchema.superRefine((stages, context) => {
    for (const { path, code, params } of templateIssues(stages)) {
      context.addIssue({
        code: "custom",
        path: path.split(".").slice(1),
        params: { ...params, code },
      });
    }
  }),
});

export const deleteTemplateSchema = z.object({
  commandId,
  centerId: z.uuid(),
  templateId: z.uuid(),
});

/** Which form the page of templates shows; what is unknown shows the list. */
export const templatesQuerySchema = z.object({
  edit: z.uuid().optional().catch(undefined),
  copy: z.uuid().optional().catch(undefined),
  new: z.literal("1").optional().catch(undefined),
});
