import * as z from "zod";
import { FILE_LIMITS } from "@/lib/file/model";

export const fileHashSchema = z.string().regex(/^[\da-f]{64}$/);

/** What a file that is on its way is for. */
export const uploadTargetSchema = z.strictObject({
  assignmentId: z.uuid(),
  evidenceId: z.uuid(),
});

/** What is said of a file before its bytes arrive: the metadata of a tus upload. */
export const announcementSchema = uploadTargetSchema.extend({
  hash: fileHashSchema,
  /** What it was called and said to be; what it is, its bytes decide. */
  name: z.string().max(FILE_LIMITS.name.max).optional(),
  type: z.string().max(100).optional(),
});

export type UploadTarget = z.output<typeof uploadTargetSchema>;
export type Announcement = z.output<typeof announcementSchema>;
