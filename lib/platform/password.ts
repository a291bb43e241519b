import "server-only";
import { hash, verify } from "@node-rs/argon2";

// argon2id (the library's default) with the parameters that OWASP names for 19 MiB.
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), OPTIONS);
}

let decoy: Promise<string> | undefined;

/**
 * Checks a password. Without a stored hash (unknown person, no password yet) the same work is done
 * on a decoy, so that the time of the answer tells nothing.
 */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("nobody has this password");
  const matches = await verify(stored ?? (await decoy), password.normalize("NFC"));
  return stored !== null && matches;
}
