import { parseArgs } from "node:util";
import { applicationSettings, readSettings } from "@/lib/platform/env";
import { loadDotEnv } from "../environment";
import { SetupFailure } from "../failure";
import { generateClient } from "../generate";
import { runningEmbeddedDatabase } from "../postgres/embedded";
import { heading, note } from "../report";
import { runCommand } from "../shutdown";

const usage = [
  "npm run admin -- create <e-mail> [--name <name>]",
  "makes the platform's administrator, or a new link for one, and prints a link that works once.",
];

/** The database to work on: that of the settings, or the demo's while it runs. */
async function target(): Promise<{ databaseUrl: string; appUrl: string }> {
  if (process.env.DATABASE_URL) {
    const settings = readSettings(applicationSettings);
    if (!settings.ok) throw new SetupFailure("Settings are missing or wrong:", settings.problems);
    return { databaseUrl: settings.value.DATABASE_URL, appUrl: settings.value.APP_URL };
  }
  const demo = await runningEmbeddedDatabase();
  if (!demo) {
    throw new SetupFailure("Neither is DATABASE_URL set, nor does the demo run.", [
      "Set DATABASE_URL, or start the demo with npm start and call this in another terminal.",
    ]);
  }
  const appUrl = process.env.APP_URL || demo.address || "http://localhost:3000";
  // The application's modules read their settings from the environment.
  Object.assign(process.env, {
    DATABASE_URL: demo.appUrl,
    AUTH_SECRET: demo.secrets.authSecret,
    APP_URL: appUrl,
  });
  return { databaseUrl: demo.appUrl, appUrl };
}

function parseArguments() {
  try {
    return parseArgs({
      args: process.argv.slice(2),
      allowPositionals: true,
      options: { name: { type: "string" } },
    });
  } catch {
    throw new SetupFailure("Usage:", usage);
  }
}

await runCommand(async ({ signal }) => {
  const { values, positionals } = parseArguments();
  const [action, email] = positionals;
  if (action !== "create" || !email || !/^[^\s@]+@[^\s@]+$/.test(email) || positionals.length > 2) {
    throw new SetupFailure("Usage:", usage);
  }
  loadDotEnv();
  const { databaseUrl, appUrl } = await target();
  await generateClient(signal);

  const { connect } = await import("@/lib/platform/db");
  const { createPlatformAdministrator } = await import("@/lib/person/mutations");
  const db = connect(databaseUrl);
  try {
    const name = values.name ?? email.slice(0, email.indexOf("@"));
    const { url, expiresAt } = await createPlatformAdministrator(db, { email, name, appUrl });
    const deadline = expiresAt.toLocaleString("en-GB", {
      dateStyle: "long",
      timeStyle: "long",
    });
    heading(`${email} sets a password here, once, before ${deadline}:`);
    console.log(`\n  ${url}\n`);
    note("Whoever has the link can use it: hand it over privately.");
  } finally {
    await db.$disconnect();
  }
  return 0;
});
