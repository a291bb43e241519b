import { z } from "zod";
import { LIVE_VIEWS } from "@/lib/live/model";

/** An instant in milliseconds, as the server named it. */
const since = z.coerce
  .number()
  .int()
  .min(0)
  .max(8_640_000_000_000_000)
  .default(0)
  .describe("When the page was read, in milliseconds; what changed later is told at once");
const poll = z
  .literal("1")
  .optional()
  .describe("Answers at once whether something changed, where no stream can be kept open");

export const queueStreamSchema = z.object({ since, poll });
export const cohortStreamSchema = z.object({
  of: z.enum(LIVE_VIEWS).default("dashboard").describe("What of the cohort is looked at"),
  since,
  poll,
});

export type StreamQuery = z.output<typeof queueStreamSchema>;

/** The answer to a poll. */
export const pollAnswerSchema = z.strictObject({
  ok: z.literal(true),
  changed: z.boolean().describe("Something may have changed since"),
  at: z.int().describe("The `since` of the next one, in milliseconds"),
});
