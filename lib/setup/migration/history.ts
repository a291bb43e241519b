import type { Migration } from "./files";

/** A row of `_prisma_migrations`. */
export type AppliedMigration = {
  name: string;
  checksum: string;
  finished: boolean;
  rolledBack: boolean;
  /** What the database said when it failed. */
  logs: string | null;
};

/** How a database stands to the migrations of this version. */
export type History =
  | { state: "current" }
  | { state: "behind"; pending: string[] }
  | { state: "failed"; name: string; logs: string | null }
  | { state: "edited"; names: string[] }
  | { state: "ahead"; names: string[] };

/**
 * Compares what was applied with what lies on disk. A migration that was rolled back counts as
 * never applied; one that began and did not finish has failed.
 */
export function compareHistory(
  migrations: readonly Migration[],
  applied: readonly AppliedMigration[],
): History {
  const standing = applied.filter((row) => !row.rolledBack);
  const failed = standing.find((row) => !row.finished);
  if (failed) return { state: "failed", name: failed.name, logs: failed.logs };

  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  const foreign = standing.filter((row) => !known.has(row.name)).map((row) => row.name);
  if (foreign.length > 0) return { state: "ahead", names: foreign };

  const edited = standing.filter((row) => known.get(row.name)?.checksum !== row.checksum);
  if (edited.length > 0) return { state: "edited", names: edited.map((row) => row.name) };

  const done = new Set(standing.map((row) => row.name));
  const pending = migrations.filter(({ name }) => !done.has(name)).map(({ name }) => name);
  return pending.length > 0 ? { state: "behind", pending } : { state: "current" };
}
