import "server-only";
import { createHash, hkdfSync, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/platform/env";

/**
 * The key under which a person's phone keeps what it holds, 256 bits in base64. Made of the
 * installation's secret, so that it need not be stored: the same for the same person until that
 * secret is changed.
 */
export function fieldKey(personId: string): string {
  const key = hkdfSync("sha256", env().AUTH_SECRET, personId, "lokus field key 1", 32);
  return Buffer.from(key).toString("base64");
}

/** Whether an `Authorization` header carries this token. Takes the same time wherever they differ. */
export function bearerTokenMatches(header: string | null, token: string): boolean {
  const given = /^Bearer +(\S+)$/i.exec(header ?? "")?.[1] ?? "";
  // Hashes have one length, which the comparison requires and which tells nothing of the token's.
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(token)) && given !== "";
}
