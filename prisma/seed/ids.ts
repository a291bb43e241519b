import { createHash } from "node:crypto";

/**
 * The uuid that belongs to a name, the same on every machine and in every run (version 8: a uuid of
 * our own making). What the demo writes can so be found again, and written again without a twin.
 */
export function stableId(name: string): string {
  const hex = createHash("sha256").update(`lokus-demo:${name}`).digest("hex");
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
