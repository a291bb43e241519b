import type { z } from "zod";
import { productionSettings, readSettings } from "@/lib/platform/env";
import type { ChildEnvironment } from "./child";
import { SetupFailure } from "./failure";
import { generateClient } from "./generate";
import { roleOf } from "./grants";
import { migrate } from "./migrate";
import { isLoopback, isPortFree } from "./ports";
import { bringReference } from "./reference";
import { note, step, warn } from "./report";
import { roleProblems } from "./role-check";
import { isSeeded } from "./seed";
import type { ListenAddress } from "./serve";
import type { Shutdown } from "./shutdown";

type ProductionSettings = z.infer<typeof productionSettings>;

/** A database of one's own that is ready to be served. */
export type PreparedProduction = { address: ListenAddress; env: ChildEnvironment };

/** Checks everything that can be checked before anything is touched, and says all of it at once. */
async function checkedSettings(): Promise<ProductionSettings> {
  const settings = readSettings(productionSettings);
  if (!settings.ok) throw refusal(settings.problems);
  const problems = await step("Checking the database and its roles", () =>
    roleProblems(settings.value.DATABASE_URL, settings.value.MIGRATION_DATABASE_URL),
  );
  if (problems.length > 0) throw refusal(problems);
  return settings.value;
}

function refusal(problems: string[]): SetupFailure {
  return new SetupFailure("Lokus does not start in production like this:", [
    ...problems.map((problem) => `- ${problem}`),
    "docs/operations/running.md explains each setting. Without DATABASE_URL, npm start runs a demo.",
  ]);
}

/** Migrates as the owner; the application gets everything but the owner's connection. */
export async function prepareProduction(shutdown: Shutdown): Promise<PreparedProduction> {
  const { signal } = shutdown;
  const settings = await checkedSettings();
  const address = { host: settings.HOST, port: settings.PORT };
  if (!(await isPortFree(address.port, address.host))) {
    // No other port by itself: the proxy before it knows this one.
    throw refusal([`Port ${address.port} is taken by another program.`]);
  }
  if (settings.APP_URL.startsWith("http:") && !isLoopback(new URL(settings.APP_URL).hostname)) {
    warn("APP_URL is not https: passwords cross the network in the clear.");
  }
  await generateClient(signal);
  shutdown.check();

  await step("Bringing the database up to date", async (_, done) => {
    const applied = await migrate({
      ownerUrl: settings.MIGRATION_DATABASE_URL,
      applicationRole: roleOf(settings.DATABASE_URL),
      onWait: () => note("Waiting for another instance that is migrating this database"),
    });
    done(applied.length > 0 ? `${applied.length} migrations applied` : "nothing to do");
  });
  shutdown.check();
  if (await isSeeded(settings.MIGRATION_DATABASE_URL)) {
    throw refusal(["This database holds the demo, whose passwords are public. Use an empty one."]);
  }

  const env = {
    ...process.env,
    ...Object.fromEntries(
      Object.entries(settings).map(([name, value]) => [name, String(value ?? "")]),
    ),
    // Set to nothing rather than left out: Next would read it from .env.
    MIGRATION_DATABASE_URL: "",
  };
  await bringReference(env, signal);
  shutdown.check();
  return { address, env };
}
