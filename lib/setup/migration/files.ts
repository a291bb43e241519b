import { createHash } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";
import { inProject } from "../paths";

/** One migration as it lies on disk. */
export type Migration = {
  /** The folder's name, `20261124130000_initial`: names sort by age. */
  name: string;
  sql: string;
  /** Lower-case hexadecimal SHA-256 of the script, as Prisma keeps it in `_prisma_migrations`. */
  checksum: string;
};

export const migrationsFolder = inProject("prisma/migrations");
export const schemaFolder = inProject("prisma/schema");

export function checksum(sql: string): string {
  return createHash("sha256").update(sql).digest("hex");
}

/** Every migration, oldest first. */
export async function readMigrations(folder = migrationsFolder): Promise<Migration[]> {
  const entries = await fs.readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await fs.readFile(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: checksum(sql) };
    }),
  );
}

/** The files of the multi-file schema, sorted by name. */
export async function readSchema(
  folder = schemaFolder,
): Promise<{ path: string; content: string }[]> {
  const names = (await fs.readdir(folder)).filter((name) => name.endsWith(".prisma")).sort();
  return Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name);
      return { path: file, content: await fs.readFile(file, "utf8") };
    }),
  );
}
