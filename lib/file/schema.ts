import * as z from "zod";
import { FILE_LIMITS } from "@/lib/file/model";

export const fileHashSchema = z.string().regex(/^[\da-f]{64}$/);

const evidenceTarget = z.strictObject({ assignmentId: z.uuid(), evidenceId: z.uuid() });
const attachmentTarget = z.strictObject({ attachmentId: z.uuid() });

/** What a file that is on its way is for: a piece of evidence, or an attachment of the catalogue. */
export const uploadTargetSchema = z.union([evidenceTarget, attachmentTarget]);

const announced = {
  hash: fileHashSchema,
  /** What it was called and said to be; what it is, its bytes decide. */
  name: z.string().max(FILE_LIMITS.name.max).optional(),
  type: z.string().max(100).optional(),
};

/** What is said of a file before its bytes arrive: the metadata of a tus upload. */
export const announcementSchema = z.strictObject({ ...evidenceTarget.shape, ...announced });
export const attachmentAnnouncementSchema = z.strictObject({
  ...attachmentTarget.shape,
  ...announced,
});

export type UploadTarget = z.output<typeof uploadTargetSchema>;
export type Announcement =
  | z.output<typeof announcementSchema>
  | z.output<typeof attachmentAnnouncementSchema>;
