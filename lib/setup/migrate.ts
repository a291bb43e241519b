import pg from "pg";
import { SetupFailure } from "./failure";
import { grantApplicationRole } from "./grants";
import { prepareJobs } from "./jobs";
import { type Migration, readMigrations } from "./migration/files";
import { type AppliedMigration, compareHistory, type History } from "./migration/history";

/** Any number, the same in every Lokus: who holds it migrates, the others wait. */
const MIGRATION_LOCK = "hashtextextended('lokus: migrating', 0)";

type MigrateOptions = {
  /** Connection of the role that owns the tables; not through a pooler in transaction mode. */
  ownerUrl: string;
  /** The role that gets the application's grants. */
  applicationRole: string;
  /** Called once when another process is migrating this database. */
  onWait?: () => void;
};

/**
 * Brings a database to the state of prisma/migrations and gives the application's role its grants,
 * under an advisory lock: of several instances that start together, one does it. Returns the names
 * of the migrations that were applied, oldest first.
 *
 * @throws SetupFailure when the database's history is not a beginning of this version's
 */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const client = new pg.Client({
    connectionString: options.ownerUrl,
    application_name: "lokus migration",
    connectionTimeoutMillis: 15_000,
    keepAlive: true,
  });
  client.on("error", () => {});
  await client.connect();
  try {
    // Held by this connection alone, and let go when it ends.
    await takeLock(client, options.onWait);
    const applied = await applyIfNeeded(client, options.ownerUrl);
    await grantApplicationRole(client, options.applicationRole);
    await prepareJobs(options.ownerUrl, options.applicationRole);
    return applied;
  } finally {
    await client.end().catch(() => {});
  }
}

/** How the database stands to this version, by one query; no engine is loaded for it. */
export async function readHistory(
  client: pg.Client,
  migrations: readonly Migration[],
): Promise<History> {
  const table = await client.query<{ there: boolean }>(
    "SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS there",
  );
  if (!table.rows[0]?.there) return compareHistory(migrations, []);
  const { rows } = await client.query<AppliedMigration>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished,
            rolled_back_at IS NOT NULL AS "rolledBack", logs
       FROM public._prisma_migrations ORDER BY started_at`,
  );
  return compareHistory(migrations, rows);
}

async function takeLock(client: pg.Client, onWait: () => void = () => {}): Promise<void> {
  const { rows } = await client.query<{ taken: boolean }>(
    `SELECT pg_try_advisory_lock(${MIGRATION_LOCK}) AS taken`,
  );
  if (rows[0]?.taken) return;
  onWait();
  await client.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`);
}

async function applyIfNeeded(client: pg.Client, ownerUrl: string): Promise<string[]> {
  const migrations = await readMigrations();
  const history = await readHistory(client, migrations);
  switch (history.state) {
    case "current":
      return [];
    case "behind": {
      // Five megabytes of WebAssembly, loaded only when there is something to do.
      const { applyPending } = await import("./migration/engine");
      return applyPending(ownerUrl, migrations);
    }
    case "failed":
      throw new SetupFailure(
        `The migration ${history.name} began on this database and did not finish.`,
        [
          ...(history.logs ? [history.logs.split("\n").slice(0, 3).join(" ")] : []),
          "Put right what it left behind, then mark it with `prisma migrate resolve` and start again",
          "(docs/operations/running.md).",
        ],
      );
    case "ahead":
      throw new SetupFailure(
        `The database is newer than this version of Lokus: it has ${history.names.join(", ")}.`,
        ["Start the newer version. Going back needs a backup from before the update."],
      );
    case "edited":
      throw new SetupFailure(
        `Migrations were changed after they had been applied to this database: ${history.names.join(", ")}.`,
        ["Restore the original files; what is to change needs a migration of its own."],
      );
  }
}
