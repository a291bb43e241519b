import { parseArgs } from "node:util";
import { applicationSettings } from "@/lib/platform/env";
import { loadDotEnv } from "../environment";
import { SetupFailure } from "../failure";
import { generateClient } from "../generate";
import { useInstallation } from "../installation";
import { heading, note } from "../report";
import { runCommand } from "../shutdown";

const usage = [
  "npm run admin -- create <e-mail> [--name <name>]",
  "makes the platform's administrator, or a new link for one, and prints a link that works once.",
];

function parseArguments(): { email: string; name: string } {
  let parsed: { values: { name?: string }; positionals: string[] };
  try {
    parsed = parseArgs({
      args: process.argv.slice(2),
      allowPositionals: true,
      options: { name: { type: "string" } },
    });
  } catch {
    throw new SetupFailure("Usage:", usage);
  }
  const [action, email = "", ...more] = parsed.positionals;
  if (action !== "create" || !/^[^\s@]+@[^\s@]+$/.test(email) || more.length > 0) {
    throw new SetupFailure("Usage:", usage);
  }
  return { email, name: parsed.values.name?.trim() || email.slice(0, email.indexOf("@")) };
}

await runCommand(async ({ signal }) => {
  const { email, name } = parseArguments();
  loadDotEnv();
  const { DATABASE_URL, APP_URL } = await useInstallation(applicationSettings);
  await generateClient(signal);

  const { connect } = await import("@/lib/platform/db");
  const { createPlatformAdministrator } = await import("@/lib/person/mutations");
  const db = connect(DATABASE_URL);
  try {
    const input = { email, name, appUrl: APP_URL };
    const { url, expiresAt } = await createPlatformAdministrator(db, input);
    const deadline = expiresAt.toLocaleString("en-GB", { dateStyle: "long", timeStyle: "long" });
    heading(`${email} sets a password here, once, before ${deadline}:`);
    console.log(`\n  ${url}\n`);
    note("Whoever has the link can use it: hand it over privately.");
  } finally {
    await db.$disconnect();
  }
  return 0;
});
