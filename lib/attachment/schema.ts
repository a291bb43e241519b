import { z } from "zod";
import { ATTACHMENT_BOUNDS } from "@/lib/attachment/model";
import { optionalId } from "@/lib/catalogue/schema";
import { fileRef, isoDate, text } from "@/lib/document/fields";

/** What is said of a document when it is added; its bytes come after, by an upload. */
export const addAttachmentSchema = z
  .object({
    commandId: z.uuid(),
    centerId: z.uuid(),
    innovationId: optionalId,
    hostRegionId: optionalId,
    title: text("submit", ATTACHMENT_BOUNDS.title),
    source: text("submit", ATTACHMENT_BOUNDS.source),
    datedOn: z
      .preprocess((value) => value ?? "", isoDate("submit"))
      .transform((value) => value as string),
    file: fileRef(),
  })
  .refine(({ innovationId, hostRegionId }) => (innovationId === null) !== (hostRegionId === null));
export type AddAttachment = z.output<typeof addAttachmentSchema>;

export const removeAttachmentSchema = z.object({
  commandId: z.uuid(),
  centerId: z.uuid(),
  id: z.uuid(),
});
export type RemoveAttachment = z.output<typeof removeAttachmentSchema>;
