import { existsSync } from "node:fs";
import fs from "node:fs/promises";
import { parseEnv } from "node:util";
import type { ChildEnvironment } from "./child";
import { SetupFailure } from "./failure";
import { isInstallationSetting } from "./installation-settings.mjs";
import { inProject } from "./paths";
import { note } from "./report";

/** The files that Next reads settings from by itself; they never override what is set already. */
const settingFiles = [".env", ".env.local", ".env.production", ".env.production.local"];

/** Reads `.env` into this process, for `npm start` and its like; what is set already stays. */
export function loadDotEnv(): void {
  const file = inProject(".env");
  if (!existsSync(file)) return;
  try {
    process.loadEnvFile(file);
  } catch (error) {
    throw new SetupFailure(`.env cannot be read: ${(error as Error).message}`);
  }
  note("Settings read from .env");
}

/**
 * An environment without any setting of an installation, and with `settings` instead. Settings of
 * the `.env` files are set to nothing, because Next would read them from there.
 */
export async function isolatedEnvironment(
  settings: ChildEnvironment = {},
): Promise<ChildEnvironment> {
  const env: ChildEnvironment = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (!isInstallationSetting(name)) env[name] = value;
  }
  for (const file of settingFiles) {
    const text = await fs.readFile(inProject(file), "utf8").catch(() => "");
    for (const name of Object.keys(parseEnv(text))) env[name] = "";
  }
  return { ...env, ...settings };
}
