/**
 * Texts that a program might run, or might mistake for a number, when it opens a CSV: those that
 * begin like a formula, and long or zero-led strings of digits, which spreadsheets round and cut.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
const RISKY = /^(?:[=+\-@\t\r\n＝＋－＠]|\d{12,}$|0\d+$)/;

/** As it may stand in a CSV: behind an apostrophe where it is risky. `unguardText` undoes it. */
export function guardText(text: string): string {
  return RISKY.test(text.replace(/^'+/, "")) ? `'${text}` : text;
}

/** As it was meant: without the apostrophe that kept a program from running or rounding it. */
export function unguardText(text: string): string {
  return text.startsWith("'") && RISKY.test(text.replace(/^'+/, "")) ? text.slice(1) : text;
}

/** Whether a spreadsheet would take the text for a formula if somebody edited its cell. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text);
}
