import { z } from "zod";

/** The first entry of every backup: what is in it, and how to tell that it is whole. */
export const MANIFEST_NAME = "manifest.json";

const digest = z.string().regex(/^[\da-f]{64}$/);
const plainName = z.string().regex(/^[a-z_][a-z0-9_]*$/);

/** Raised when an older Lokus could not read what a newer one writes. */
export const BACKUP_FORMAT = 1;

export const manifestSchema = z.object({
  product: z.literal("lokus-backup"),
  format: z.number().int(),
  /** When the snapshot was taken. */
  at: z.iso.datetime(),
  /** What has been applied to the database, oldest first. A backup fits this version alone. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  tables: z.array(
    z.object({
      schema: plainName,
      name: plainName,
      columns: z.array(plainName).min(1),
      rows: z.number().int().min(0),
      /** SHA-256 of the rows as COPY writes them, in the order of the primary key. */
      sha256: digest,
      /** The entry of the archive, and the SHA-256 of its bytes. */
      entry: z.string().regex(/^tables\/[a-z0-9_.]+\.copy\.gz$/),
      entrySha256: digest,
    }),
  ),
  /** Where each sequence stands: its last value, and whether that was given out. */
  sequences: z.array(z.object({ name: plainName, last: z.string(), called: z.boolean() })),
  files: z.array(
    z.object({
      /** Relative to the folder of files. */
      path: z.string().refine(isInside, "leads out of its folder"),
      bytes: z.number().int().min(0),
      sha256: digest,
    }),
  ),
});

export type Manifest = z.output<typeof manifestSchema>;

/** A relative path that stays inside its folder, written with slashes. */
export function isInside(path: string): boolean {
  return (
    path !== "" &&
    !/[\\\0]|^\/|^[a-z]:/i.test(path) &&
    path.split("/").every((part) => part !== "" && part !== "." && part !== "..")
  );
}
