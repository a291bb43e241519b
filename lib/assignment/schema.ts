import { z } from "zod";
import { STAGE_KINDS } from "@/lib/assignment/model";

/** Commands on assignments and stages, as forms and machines send them. */

const commandId = z.uuid();
const stage = z.enum(STAGE_KINDS);
/** The stage's version on which the sender's screen was based. */
const basedOn = z.number().int().min(0).max(2_147_483_647);

export const ASSIGNMENT_BOUNDS = {
  enrolments: { min: 1, max: 600 },
  innovations: { min: 1, max: 20 },
  instructions: { min: 0, max: 2000 },
  cancelReason: { min: 5, max: 500 },
} as const;

const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Text as people type it: trimmed, NFC, without control characters; bounds in characters. */
export function plainText(bounds: { min: number; max: number }) {
  return z
    .string()
    .transform((text) => text.normalize("NFC").replaceAll("\r\n", "\n").trim())
    .refine((text) => !CONTROL_CHARACTERS.test(text), { params: { code: "control_characters" } })
    .refine((text) => text.length >= bounds.min, {
      params: bounds.min === 1 ? { code: "required" } : { code: "too_short", min: bounds.min },
    })
    .refine((text) => text.length <= bounds.max, {
      params: { code: "too_long", max: bounds.max },
    });
}

export const stageRefSchema = z.object({ commandId, assignmentId: z.uuid(), stage, basedOn });
export type StageRef = z.infer<typeof stageRefSchema>;

/** A draft or a submission: always the whole document. */
export const stageDocumentSchema = stageRefSchema.extend({
  document: z.unknown(),
  /** When the device last changed it: a claim, never trusted beyond being marked as one. */
  clientUpdatedAt: z.iso.datetime({ offset: true }).optional(),
});
export type StageDocumentInput = z.input<typeof stageDocumentSchema>;

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
  instructions: plainText(ASSIGNMENT_BOUNDS.instructions),
});
export type CreateAssignmentsInput = z.input<typeof createAssignmentsSchema>;

export const cancelAssignmentSchema = z.object({
  commandId,
  assignmentId: z.uuid(),
  reason: plainText(ASSIGNMENT_BOUNDS.cancelReason),
});
export type CancelAssignmentInput = z.input<typeof cancelAssignmentSchema>;
