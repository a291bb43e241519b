import "server-only";
import { createHash, createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/platform/env";

/** The first key of a person's phones, 256 bits in base64, made of the installation's secret. */
export function deriveDeviceKey(personId: string): string {
  const key = hkdfSync("sha256", env().AUTH_SECRET, personId, "lokus field key 1", 32);
  return Buffer.from(key).toString("base64");
}

/**
 * A token that follows from what it is for and the installation's secret: the same command, or a letter that is
 * sent again, brings the same address, and nothing but its hash need be kept.
 *
 * @param purpose keeps a token of one thing from opening another
 */
export function derivedToken(purpose: string, of: string): string {
  return createHmac("sha256", env().AUTH_SECRET).update(`${purpose}:${of}`).digest("base64url");
}

/** Tokens are kept as hashes only. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Whether an `Authorization` header carries this token. Takes the same time wherever they differ. */
export function bearerTokenMatches(header: string | null, token: string): boolean {
  const given = /^Bearer +(\S+)$/i.exec(header ?? "")?.[1] ?? "";
  // Hashes have one length, which the comparison requires and which tells nothing of the token's.
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(token)) && given !== "";
}

/**
 * A text with its signature, fit for an address. Whoever has the secret reads it back with `openSigned`;
 * nobody else can make one or change it. What it says can be read by everybody.
 *
 * @param purpose keeps what was signed for one thing from being used for another
 */
export function sealSigned(text: string, purpose: string, secret: string): string {
  const body = Buffer.from(text, "utf8").toString("base64url");
  return `${body}.${signature(body, purpose, secret)}`;
}

/** The text of a signed one, or null where the signature is not ours. */
export function openSigned(sealed: string, purpose: string, secret: string): string | null {
  const [body = "", given = "", ...more] = sealed.split(".");
  const expected = Buffer.from(signature(body, purpose, secret));
  const actual = Buffer.from(given);
  if (more.length > 0 || actual.length !== expected.length) return null;
  return timingSafeEqual(actual, expected) ? Buffer.from(body, "base64url").toString("utf8") : null;
}

function signature(body: string, purpose: string, secret: string): string {
  return createHmac("sha256", secret).update(`${purpose}\n${body}`).digest("base64url");
}
