import type { Locale } from "@/lib/i18n/locales";

/**
 * Numbers as people here type them: in Indonesian "1.234,5", in English "1,234.5". Where only one
 * kind of mark is used and it cannot part thousands ("12.5"), it is the decimal mark in both.
 *
 * @returns the number; null for nothing; undefined for what is no number.
 */
export function parseDecimal(text: string, locale: Locale): number | null | undefined {
  const plain = text.replace(/[\s\u00a0]/g, "").replace(/^[−–]/, "-");
  if (plain === "") return null;
  if (!/^-?[\d.,]*\d[\d.,]*$/.test(plain)) return undefined;
  const [decimal, grouping] = locale === "id" ? [",", "."] : [".", ","];
  const marks = plain.replace(/[^.,]/g, "");
  const grouped = new RegExp(`^-?\\d{1,3}(\\${grouping}\\d{3})*(\\${decimal}\\d+)?$`);
  const ungrouped = new RegExp(`^-?\\d*(\\${decimal}\\d*)?$`);
  let normal: string;
  if (grouped.test(plain) || ungrouped.test(plain)) {
    normal = plain.replaceAll(grouping, "").replace(decimal, ".");
  } else if (marks === grouping) {
    normal = plain.replace(grouping, ".");
  } else {
    return undefined;
  }
  const value = Number(normal);
  return Number.isFinite(value) ? value : undefined;
}

/** A number as it is typed: grouped, with as many decimals as it has. */
export function formatDecimal(value: number, locale: Locale): string {
  return new Intl.NumberFormat(locale === "id" ? "id-ID" : "en-GB", {
    maximumFractionDigits: 10,
  }).format(value);
}
