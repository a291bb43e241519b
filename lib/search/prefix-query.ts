/** More words than these only narrow what is found already. */
const MOST_WORDS = 8;

/**
 * The words of a text as a query of PostgreSQL's text search, each as the beginning of a word, all of
 * them to be found: "Akar masal" is `akar:* & masal:*`. Null for a text without a letter or digit.
 *
 * Nothing but letters and digits is left, so that no sign of the query language comes through.
 */
export function prefixQuery(text: string): string | null {
  const words =
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.length === 0
    ? null
    : words
        .slice(0, MOST_WORDS)
        .map((word) => `${word}:*`)
        .join(" & ");
}

/**
 * The whole number of a civil servant or a student that a text is, however its parts are set apart; null
 * where it is none. A part of one is not looked for: it would tell numbers digit by digit.
 */
export function wholeNumber(text: string): string | null {
  const digits = text.replaceAll(/[\s.-]/g, "");
  return /^\d{8,18}$/.test(digits) ? digits : null;
}
