import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder, absolute, without a trailing separator. */
export const projectFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** An absolute path inside the project. */
export function inProject(...parts: string[]): string {
  return path.join(projectFolder, ...parts);
}

/**
 * An absolute path inside `.data`, which is made when missing. Everybody may pass through that
 * folder, because the database server can run as another user; what is secret in it carries its own
 * mode.
 */
export function inDataFolder(...parts: string[]): string {
  const folder = inProject(".data");
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  return path.join(folder, ...parts);
}

/** The build of the tests, beside the one that may be serving. */
export const testBuildFolder = ".next-test";
