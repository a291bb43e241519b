import { z } from "zod";
import { STAGE_KINDS } from "@/lib/assignment/model";
import { text } from "@/lib/document/fields";
import { CLOSE_CHOICES, EXTENSION_BOUNDS } from "@/lib/extension/model";

export const extendStageSchema = z.object({
  commandId: z.uuid(),
  cohortId: z.uuid(),
  stage: z.enum(STAGE_KINDS),
  whom: z.discriminatedUnion("audience", [
    z.object({ audience: z.literal("PARTICIPANT"), enrolmentId: z.uuid() }),
    z.object({ audience: z.literal("GROUP"), groupId: z.uuid() }),
    z.object({ audience: z.literal("ALL") }),
  ]),
  /** The new due date. */
  dueAt: z.iso.datetime({ offset: true }),
  closes: z.enum(CLOSE_CHOICES),
  /** The stages after it move on by as much. */
  following: z.boolean(),
  reason: text("submit", { ...EXTENSION_BOUNDS.reason, multiline: true }),
});
