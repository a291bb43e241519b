import { z } from "zod";

/** How an archive is asked for: with civil-servant numbers in full only where it says so. */
export const archiveQuerySchema = z.object({
  numbers: z
    .enum(["0", "1"])
    .default("0")
    .transform((value) => value === "1"),
});
