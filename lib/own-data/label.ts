import type { OwnSection, OwnValue } from "@/lib/own-data/model";

/** Finds words of a namespace of the catalogue; what next-intl's translators can do. */
export interface OwnWords {
  (key: string): string;
  has(key: string): boolean;
}

export interface OwnFormats {
  dateTime(at: Date): string;
  date(day: string): string;
}

/**
 * The words of one's own data. Codes have words of their own here, or those of the audit log; one
 * that has none is shown as it is, since hiding it would be worse.
 */
export function ownLabels(own: OwnWords, audit: OwnWords, format: OwnFormats) {
  const first = (...keys: [OwnWords, string][]) => {
    for (const [words, key] of keys) if (words.has(key)) return words(key);
    return undefined;
  };
  return {
    section: ({ name }: Pick<OwnSection, "name">) => own(`sections.${name}`),
    column: (name: string) => own(`columns.${name}`),
    value: (value: OwnValue): string => {
      if (value === null) return "";
      if ("coded" in value) {
        return value.coded
          .map(({ name, code }) => `${name}: ${first([own, `values.${code}`]) ?? code}`)
          .join("; ");
      }
      if ("at" in value) return format.dateTime(value.at);
      if ("day" in value) return format.date(value.day);
      if ("text" in value) return value.text;
      return (
        first(
          [own, `values.${value.code}`],
          [audit, `events.${value.code}`],
          [audit, `values.${value.code}`],
          [audit, `roles.${value.code}`],
        ) ?? value.code
      );
    },
  };
}
