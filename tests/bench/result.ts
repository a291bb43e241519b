import fs from "node:fs/promises";
import { z } from "zod";

/** A run of the measurements, as it is written down and read again for a comparison. */

const bytes = z.object({ raw: z.number(), sent: z.number() });

const measurement = z.object({
  name: z.string(),
  loads: z.array(
    z.object({
      clients: z.number(),
      requests: z.number(),
      median: z.number(),
      p95: z.number(),
      perSecond: z.number(),
    }),
  ),
  statements: z.number(),
  body: bytes.nullable(),
  page: z
    .object({ flight: z.number(), scripts: bytes, cold: z.number(), warm: z.number() })
    .nullable(),
});

const benchResultSchema = z.object({
  at: z.iso.datetime(),
  machine: z.object({
    processor: z.string(),
    cores: z.number(),
    memoryGiB: z.number(),
    system: z.string(),
    node: z.string(),
    postgres: z.string(),
    commit: z.string(),
  }),
  /** The balancer of an allocation, where it was measured. Milliseconds. */
  balancer: z
    .array(z.object({ people: z.number(), places: z.number(), median: z.number() }))
    .default([]),
  databases: z.array(
    z.object({
      cohorts: z.number(),
      /** How long it took to make, and how large it is. */
      buildSeconds: z.number(),
      mebibytes: z.number(),
      /** The server's memory in MiB, when it has just started and after everything was measured. */
      memory: z.object({ atRest: z.number().nullable(), after: z.number().nullable() }),
      measurements: z.array(measurement),
      /** First visits on a slow phone, where they were measured. Milliseconds. */
      visits: z
        .array(
          z.object({
            name: z.string(),
            interactive: z.number(),
            largestPaint: z.number(),
            blocking: z.number(),
          }),
        )
        .default([]),
    }),
  ),
});

export type BenchResult = z.infer<typeof benchResultSchema>;
export type BenchDatabase = BenchResult["databases"][number];

/** @throws when the file is no result of this version of the measurements */
export async function readResult(file: string): Promise<BenchResult> {
  return benchResultSchema.parse(JSON.parse(await fs.readFile(file, "utf8")));
}
