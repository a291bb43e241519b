import { z } from "zod";
import { ASSIGNMENT_BOUNDS, STAGE_KINDS } from "@/lib/assignment/model";
import { json, text } from "@/lib/document/fields";

/** Commands on assignments and stages, as forms and machines send them. */

const commandId = z.uuid();
const stage = z.enum(STAGE_KINDS);
/** The stage's version on which the sender's screen was based. */
const basedOn = z.number().int().min(0).max(2_147_483_647);

export const stageRefSchema = z.object({ commandId, assignmentId: z.uuid(), stage, basedOn });

/** A draft or a submission: always the whole document. */
export const stageDocumentSchema = stageRefSchema.extend({
  document: json(),
  /** When the device last changed it: a claim, never trusted beyond being marked as one. */
  clientUpdatedAt: z.iso.datetime({ offset: true }).optional(),
});

const closes = z
  .number()
  .int()
  .min(ASSIGNMENT_BOUNDS.closesAfterDays.min)
  .max(ASSIGNMENT_BOUNDS.closesAfterDays.max)
  .nullable();

export const createAssignmentsSchema = z.object({
  commandId,
  cohortId: z.uuid(),
  enrolmentIds: z
    .array(z.uuid())
    .min(ASSIGNMENT_BOUNDS.enrolments.min)
    .max(ASSIGNMENT_BOUNDS.enrolments.max),
  innovationIds: z
    .array(z.uuid())
    .min(ASSIGNMENT_BOUNDS.innovations.min)
    .max(ASSIGNMENT_BOUNDS.innovations.max),
  /** One instant a stage, in the order of the stages. */
  dueAt: z.object({
    EVALUATE: z.iso.datetime({ offset: true }),
    OBSTACLES: z.iso.datetime({ offset: true }),
    SOLUTION: z.iso.datetime({ offset: true }),
    PLAN: z.iso.datetime({ offset: true }),
  }),
  /** How many days after its due date a stage closes for good; null and absent: late work is taken. */
  closesAfterDays: z
    .object({ EVALUATE: closes, OBSTACLES: closes, SOLUTION: closes, PLAN: closes })
    .optional(),
  instructions: text("submit", {
    ...ASSIGNMENT_BOUNDS.instructions,
    required: false,
    multiline: true,
  }),
  /** The template of the centre from which dates and instructions come, as far as they were not changed. */
  templateId: z.uuid().nullable().optional(),
});

export const cancelAssignmentSchema = z.object({
  commandId,
  assignmentId: z.uuid(),
  reason: text("submit", { ...ASSIGNMENT_BOUNDS.cancelReason, multiline: true }),
});
