import { z } from "zod";
import { stageRefSchema } from "@/lib/assignment/schema";
import { type DeskDrafts, DRAFT_BOUNDS } from "@/lib/desk/model";

const { commandId, assignmentId, stage } = stageRefSchema.shape;

/** Opens a waiting revision for review, or goes on with it. */
export const takeLeaseSchema = z.object({
  commandId,
  assignmentId,
  stage,
  revisionId: z.uuid(),
  /** Also from somebody who is reviewing it now; that person is told. */
  takeOver: z.boolean(),
});

export const releaseLeaseSchema = z.object({ commandId, assignmentId, stage });

/** As it is typed, only without what a database cannot keep: NUL and halves of characters. */
const words = z
  .string()
  .max(DRAFT_BOUNDS.text)
  .transform((text) => text.replaceAll(/\0|\p{Cs}/gu, ""));

const path = z
  .string()
  .max(300)
  .regex(/^[A-Za-z0-9-]*(\.[A-Za-z0-9-]+)*$/);

export const deskDraftsSchema = z
  .object({
    reasons: z
      .array(
        z.object({
          id: words.pipe(z.string().max(320)),
          path: path.nullable(),
          stable: path.nullable(),
          label: words.nullable(),
          text: words,
        }),
      )
      .max(DRAFT_BOUNDS.reasons),
    notes: z.record(path, words),
  })
  .refine(({ notes }) => Object.keys(notes).length <= DRAFT_BOUNDS.notes)
  .refine((drafts) => sizeOf(drafts) <= DRAFT_BOUNDS.all);

function sizeOf({ reasons, notes }: DeskDrafts): number {
  const texts = [...reasons.map(({ text }) => text), ...Object.values(notes)];
  return texts.reduce((sum, { length }) => sum + length, 0);
}

/** A reviewer's unsent words on one revision, all of them; nothing at all takes them off. */
export const saveReviewDraftSchema = z.object({
  commandId,
  assignmentId,
  stage,
  revisionId: z.uuid(),
  basedOn: stageRefSchema.shape.basedOn,
  drafts: deskDraftsSchema,
});
