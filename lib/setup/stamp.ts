import { createHash } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";

/**
 * A hash of files, their names and their contents: equal exactly when nothing changed.
 *
 * @param root paths are hashed relative to it
 * @param files absolute paths
 * @param more whatever else the result depends on
 */
export async function stampOf(
  root: string,
  files: readonly string[],
  more: readonly string[] = [],
): Promise<string> {
  const hash = createHash("sha256");
  for (const text of more) hash.update(`${text.length}:${text}\n`);
  for (const file of [...files].sort()) {
    const content = await fs.readFile(file);
    hash.update(`${path.relative(root, file)}\n${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

/** Every file below a folder, as absolute paths. `keep` decides on files and folders by their path. */
export async function filesBelow(
  folder: string,
  keep: (file: string) => boolean,
): Promise<string[]> {
  const found: string[] = [];
  const entries = await fs.readdir(folder, { withFileTypes: true });
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    if (!keep(file)) continue;
    if (entry.isDirectory()) found.push(...(await filesBelow(file, keep)));
    else if (entry.isFile()) found.push(file);
  }
  return found;
}

/** The content of a stamp file; empty when there is none. */
export function readStamp(file: string): Promise<string> {
  return fs.readFile(file, "utf8").catch(() => "");
}
