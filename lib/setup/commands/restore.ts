import path from "node:path";
import { productionSettings } from "@/lib/platform/env";
import { exists } from "../backup/backup";
import { restoreBackup } from "../backup/restore";
import { loadDotEnv } from "../environment";
import { SetupFailure } from "../failure";
import { roleOf } from "../grants";
import { useInstallation as installationSettings, installationStorage } from "../installation";
import { startEmbeddedDatabase } from "../postgres/embedded";
import { heading, note, step } from "../report";
import { applicationRole } from "../roles";
import { runCommand, type Shutdown } from "../shutdown";

/** The empty database that the backup goes into, and the role that is to serve it. */
async function place(shutdown: Shutdown): Promise<{ ownerUrl: string; applicationRole: string }> {
  if (process.env.DATABASE_URL) {
    const settings = await installationSettings(productionSettings);
    return {
      ownerUrl: settings.MIGRATION_DATABASE_URL,
      applicationRole: roleOf(settings.DATABASE_URL),
    };
  }
  const { ownerUrl } = await startEmbeddedDatabase(shutdown);
  return { ownerUrl, applicationRole };
}

// Brings a backup into an empty installation, or changes nothing.
await runCommand(async (shutdown) => {
  const [source, ...more] = process.argv.slice(2);
  if (!source || more.length > 0 || source.startsWith("-")) {
    throw new SetupFailure("Usage:", ["npm run restore -- <file.tar>"]);
  }
  // Said before a database is made for nothing.
  if (!(await exists(source))) throw new SetupFailure(`There is no ${source}.`);
  loadDotEnv();
  const storage = installationStorage();
  const target = await place(shutdown);
  shutdown.check();
  const manifest = await step("Restoring the installation", async (progress, done) => {
    const restored = await restoreBackup({
      source: path.resolve(source),
      ...target,
      storage,
      onProgress: (count, total) => progress(`${count} of ${total} tables`),
    });
    const rows = restored.tables.reduce((sum, table) => sum + table.rows, 0);
    done(`${restored.tables.length} tables, ${rows} rows`);
    return restored;
  });
  heading(`Restored what stood on ${manifest.at}`);
  note("Every table was read back and compared with what was saved.");
  note("Start with npm start. With another AUTH_SECRET than before, everybody signs in anew.");
  return 0;
});
