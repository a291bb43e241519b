import type { Format } from "@/lib/i18n/format";

/** A measured number with as many decimals as it was written with, at most four. */
export function figure(format: Format, value: number): string {
  const decimals = (String(value).split(".")[1] ?? "").length;
  return decimals === 0 ? format.integer(value) : format.decimal(value, Math.min(4, decimals));
}
