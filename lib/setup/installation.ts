import path from "node:path";
import type { z } from "zod";
import {
  type applicationSettings,
  fileSettings,
  type productionSettings,
  readSettings,
} from "@/lib/platform/env";
import { type FileStorage, openStorage } from "@/lib/platform/storage";
import { SetupFailure } from "./failure";
import { projectFolder } from "./paths";
import { runningEmbeddedDatabase } from "./postgres/embedded";

/** The demo while another command runs it: what its settings would be. */
async function runningDemo(): Promise<Record<string, string>> {
  const demo = await runningEmbeddedDatabase();
  if (!demo) {
    throw new SetupFailure("Neither is DATABASE_URL set, nor does the demo run.", [
      "Set DATABASE_URL, or start the demo with npm start and call this in another terminal.",
    ]);
  }
  return {
    DATABASE_URL: demo.appUrl,
    MIGRATION_DATABASE_URL: demo.ownerUrl,
    AUTH_SECRET: demo.secrets.authSecret,
    APP_URL: process.env.APP_URL || demo.address || "http://localhost:3000",
    HOST: "127.0.0.1",
    PORT: "3000",
  };
}

/**
 * The settings of the installation that a command beside it is to work on: those of the
 * environment, or the running demo's. They are put into this process's environment, where the
 * application's modules read them; to be called before any of these is loaded.
 *
 * @param settings what the command needs
 */
export async function useInstallation<
  S extends typeof applicationSettings | typeof productionSettings,
>(settings: S): Promise<z.infer<S>> {
  const source = process.env.DATABASE_URL ? process.env : await runningDemo();
  const read = readSettings(settings, source);
  if (!read.ok) throw new SetupFailure("Settings are missing or wrong:", read.problems);
  Object.assign(process.env, source);
  return read.value as z.infer<S>;
}

/** Where the installation keeps files, by the settings of the environment. */
export function installationStorage(): FileStorage {
  const read = readSettings(fileSettings);
  if (!read.ok) throw new SetupFailure("Settings are missing or wrong:", read.problems);
  return openStorage({
    ...read.value,
    FILES_FOLDER: path.resolve(projectFolder, read.value.FILES_FOLDER),
  });
}
