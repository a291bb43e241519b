import { randomInt } from "node:crypto";
import fs from "node:fs/promises";
import path from "node:path";

/** What the demo keeps to itself, in `.data/secrets.json`. Letters and digits only. */
export type Secrets = {
  superuserPassword: string;
  ownerPassword: string;
  applicationPassword: string;
  authSecret: string;
};

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Letters and digits, so that it needs quoting nowhere: in URLs, in SQL, in a shell. */
export function randomSecret(length = 43): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
}

export function newSecrets(): Secrets {
  return {
    superuserPassword: randomSecret(),
    ownerPassword: randomSecret(),
    applicationPassword: randomSecret(),
    authSecret: randomSecret(),
  };
}

/**
 * The secrets of this folder; made at the first call and kept, readable by their owner alone.
 * `fresh` tells that they were made now: an existing cluster has other passwords then.
 */
export async function keptSecrets(file: string): Promise<{ secrets: Secrets; fresh: boolean }> {
  const text = await fs.readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  const kept = parseSecrets(text);
  if (kept) return { secrets: kept, fresh: false };

  const secrets = newSecrets();
  const unfinished = `${file}.unfinished`;
  await fs.rm(unfinished, { force: true });
  const handle = await fs.open(unfinished, "wx", 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(secrets, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await fs.rename(unfinished, file);
  await syncFolder(path.dirname(file));
  return { secrets, fresh: true };
}

/** Undefined unless every secret is there, and is one that `randomSecret` could have made. */
export function parseSecrets(text: string): Secrets | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof parsed !== "object" || parsed === null) return undefined;
  const found = parsed as Record<string, unknown>;
  const secrets = newSecrets();
  for (const name of Object.keys(secrets) as (keyof Secrets)[]) {
    const value = found[name];
    if (typeof value !== "string" || !/^[A-Za-z0-9]{32,}$/.test(value)) return undefined;
    secrets[name] = value;
  }
  return secrets;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await fs.open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => {});
  await handle?.close();
}
