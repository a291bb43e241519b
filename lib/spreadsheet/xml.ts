import "server-only";
import { SaxesParser } from "saxes";
import { SheetFlaw } from "@/lib/spreadsheet/sheet";

/** What to do at each element; names without their namespace prefix. */
export interface Handlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Levels of nesting; a workbook has fewer than ten. */
const MAX_DEPTH = 48;

/**
 * Reads XML as it arrives. A document type is refused: a workbook has none, and entities are how
 * small XML becomes enormous.
 *
 * @throws SheetFlaw "damaged" where it is not well-formed, and whatever a handler throws
 */
export async function readXml(pieces: AsyncIterable<Buffer>, handlers: Handlers): Promise<void> {
  const parser = new SaxesParser();
  let depth = 0;
  // Nothing may go on after a flaw: the parser itself would report and continue.
  parser.on("error", () => {
    throw new SheetFlaw("damaged");
  });
  parser.on("doctype", () => {
    throw new SheetFlaw("damaged");
  });
  parser.on("opentag", (tag) => {
    depth += 1;
    if (depth > MAX_DEPTH) throw new SheetFlaw("damaged");
    handlers.open?.(localName(tag.name), tag.attributes);
  });
  parser.on("text", (text) => handlers.text?.(text));
  parser.on("cdata", (text) => handlers.text?.(text));
  parser.on("closetag", (tag) => {
    depth -= 1;
    handlers.close?.(localName(tag.name));
  });
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const piece of pieces) parser.write(decoder.decode(piece, { stream: true }));
    parser.write(decoder.decode());
  } catch (error) {
    // Bytes that are not UTF-8.
    if (error instanceof TypeError) throw new SheetFlaw("damaged");
    throw error;
  }
  parser.close();
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** An attribute by its local name, whatever prefix its writer chose. */
export function attributeOf(
  attributes: Readonly<Record<string, string>>,
  name: string,
): string | undefined {
  const direct = attributes[name];
  if (direct !== undefined) return direct;
  const prefixed = Object.keys(attributes).find((key) => key.endsWith(`:${name}`));
  return prefixed === undefined ? undefined : attributes[prefixed];
}

/** `_x000D_` and the like, with which XLSX writes characters that XML cannot hold. */
export function decodeEscapes(text: string): string {
  return text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      )
    : text;
}
