/**
 * HTML written as text, for the rows of long tables and the marks of charts.
 *
 * As React elements the thousand cells of a board are built, sent a second time as data, read again
 * and compared, each on its own; as text they are one value. Only for what is read and followed by
 * plain links: no state, no handlers. Shown by `MarkedRows` and `Marked`.
 */
export class Markup {
  constructor(readonly html: string) {}
}

/** A constant of ours that is HTML already. Never for anything that came from outside. */
export function trusted(html: string): Markup {
  return new Markup(html);
}

type Value = Markup | readonly Markup[] | string | number | false | null | undefined;

/**
 * A piece of HTML. Every value in it is escaped, in text and in double-quoted attributes alike;
 * pieces and lists of pieces stand as they are; what is absent leaves nothing.
 */
export function markup(strings: TemplateStringsArray, ...values: Value[]): Markup {
  let html = strings[0] ?? "";
  for (let index = 0; index < values.length; index += 1) {
    html += toHtml(values[index]) + strings[index + 1];
  }
  return new Markup(html);
}

function toHtml(value: Value): string {
  if (value === false || value === null || value === undefined) return "";
  if (value instanceof Markup) return value.html;
  if (typeof value === "object") return value.map(({ html }) => html).join("");
  return escapeHtml(String(value));
}

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeHtml(text: string): string {
  return /[&<>"']/.test(text) ? text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? "") : text;
}
