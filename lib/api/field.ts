import "server-only";
import { z } from "zod";

/** What a participant's device fetches to work without signal. */

export const fieldKeySchema = z.strictObject({ ok: z.literal(true), key: z.base64() });

/** The pack is for the application of the same version alone: its insides are no promise. */
export const fieldPackSchema = z.strictObject({
  ok: z.literal(true),
  pack: z
    .object({ at: z.iso.datetime() })
    .loose()
    .describe(
      "The caller's own tasks, forms, innovations and agenda, as the application reads them",
    ),
});
