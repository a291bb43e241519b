import fs from "node:fs/promises";
import path from "node:path";
import { SetupFailure } from "../failure";
import { missingMigrationSql } from "../migration/engine";
import { migrationsFolder } from "../migration/files";
import { migrationName } from "../migration/name";
import { startTemporaryCluster } from "../postgres/temporary";
import { note, step } from "../report";
import { runCommand } from "../shutdown";

// Writes the migration that leads from prisma/migrations to prisma/schema. With --empty it writes
// one without statements, for what a schema file cannot say (checks, triggers).
await runCommand(async (shutdown) => {
  const [title = "", option] = process.argv.slice(2);
  const name = migrationName(title, new Date());
  if (!name || (option !== undefined && option !== "--empty")) {
    throw new SetupFailure("Usage:", [
      "npm run db:migration -- <name> [--empty]",
      "The name says what changes, in small letters: add_visit_notes",
    ]);
  }
  const sql = await step("Comparing the schema with the migrations", async () => {
    const cluster = await startTemporaryCluster();
    shutdown.add("removing the temporary database", cluster.stop);
    return missingMigrationSql(cluster.adminUrl());
  });
  if (!sql && option !== "--empty") {
    note("Nothing to do: the migrations already say what the schema says.");
    return 0;
  }
  const folder = path.join(migrationsFolder, name);
  await fs.mkdir(folder);
  await fs.writeFile(path.join(folder, "migration.sql"), `-- Why: \n\n${sql}`);
  note(`Written: ${path.join("prisma/migrations", name, "migration.sql")}`);
  note("Read it, and say in its first line why it is needed.");
  return 0;
});
