import fs from "node:fs/promises";
import path from "node:path";
import { productionSettings } from "@/lib/platform/env";
import { createBackup } from "../backup/backup";
import { loadDotEnv } from "../environment";
import { SetupFailure } from "../failure";
import { useInstallation as installationSettings, installationStorage } from "../installation";
import { inDataFolder } from "../paths";
import { runningEmbeddedDatabase, startEmbeddedDatabase } from "../postgres/embedded";
import { heading, note, step } from "../report";
import { runCommand, type Shutdown } from "../shutdown";

/** The owner's connection: that of the environment, of the running demo, or of the demo at rest. */
async function ownerUrl(shutdown: Shutdown): Promise<string> {
  if (process.env.DATABASE_URL) {
    return (await installationSettings(productionSettings)).MIGRATION_DATABASE_URL;
  }
  const running = await runningEmbeddedDatabase();
  if (running) return running.ownerUrl;
  const there = await fs.lstat(inDataFolder("postgres")).catch(() => undefined);
  if (!there) throw new SetupFailure("There is nothing to back up: no DATABASE_URL, and no .data.");
  return (await startEmbeddedDatabase(shutdown)).ownerUrl;
}

/** `lokus-2018-08-06-0930.tar`, by the clock of this machine. */
function defaultName(now: Date): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const date = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `lokus-${date}-${two(now.getHours())}${two(now.getMinutes())}.tar`;
}

// Saves the installation into one archive, while it runs or while it rests.
await runCommand(async (shutdown) => {
  const [wanted, ...more] = process.argv.slice(2);
  if (more.length > 0 || wanted?.startsWith("-")) {
    throw new SetupFailure("Usage:", ["npm run backup [-- <file.tar>]"]);
  }
  loadDotEnv();
  const storage = installationStorage();
  const target = path.resolve(wanted ?? inDataFolder("backups", defaultName(new Date())));
  await fs.mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  const url = await ownerUrl(shutdown);
  shutdown.check();
  const { tables, files } = await step("Saving the installation", async (progress, done) => {
    const manifest = await createBackup({
      ownerUrl: url,
      storage,
      target,
      onProgress: (count, total) => progress(`${count} of ${total} tables`),
    });
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    done(`${manifest.tables.length} tables, ${rows} rows`);
    return manifest;
  });
  const { size } = await fs.stat(target);
  heading(`Saved to ${target} (${Math.ceil(size / 1024)} KB)`);
  note(`${tables.length} tables and ${files.length} files, as they stood at one moment.`);
  note("It holds personal data and password hashes: keep it as closely as the database.");
  return 0;
});
