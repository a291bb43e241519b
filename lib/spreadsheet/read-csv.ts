import "server-only";
import { unguardText } from "@/lib/spreadsheet/guarded-text";
import {
  type Cell,
  type Delimiter,
  type ReadLimits,
  SheetFlaw,
  type SheetRow,
  type TextEncoding,
  type Workbook,
} from "@/lib/spreadsheet/sheet";

const DELIMITERS: readonly Delimiter[] = [";", ",", "\t"];
/** Records by which the delimiter is guessed. */
const SAMPLE = 30;

/**
 * Reads comma-, semicolon- or tab-separated text (RFC 4180 and what programs make of it). Every
 * cell is text: what a number was before it was written, a CSV does not know.
 *
 * @throws SheetFlaw
 */
export function readCsv(file: Buffer, limits: ReadLimits): Workbook {
  const { text, encoding } = decode(file);
  // Excel's own way to name the delimiter, in a line before all others.
  const [line, named] = /^sep=([;,\t])(?:\r\n|\n|\r|$)/i.exec(text) ?? [];
  const delimiter = (named as Delimiter | undefined) ?? guessDelimiter(text);
  const rows: SheetRow[] = [];
  let cellsLeft = limits.maxCells;
  const skipped = line === undefined ? 0 : 1;
  for (const record of records(text.slice(line?.length ?? 0), delimiter, limits.maxCellLength)) {
    const cells = record.fields.map(toCell);
    while (cells.at(-1) === null) cells.pop();
    if (cells.length === 0) continue;
    if (cells.length > limits.maxColumns) {
      throw new SheetFlaw("too_many_columns", { max: limits.maxColumns });
    }
    if (rows.length >= limits.maxRows) {
      throw new SheetFlaw("too_many_rows", { max: limits.maxRows });
    }
    cellsLeft -= cells.length;
    if (cellsLeft < 0) throw new SheetFlaw("too_many_cells", { max: limits.maxCells });
    rows.push({ number: record.number + skipped, cells });
  }
  if (rows.length === 0) throw new SheetFlaw("empty");
  return {
    format: "csv",
    text: { encoding, delimiter },
    sheets: [{ name: "CSV", rows, merges: [] }],
  };
}

function toCell(field: string): Cell | null {
  // Programs that write a number as a formula, so that nothing rounds it, mean a text.
  const [, quoted] = /^="(.*)"$/s.exec(field) ?? [];
  const text = quoted === undefined ? unguardText(field) : quoted.replaceAll('""', '"');
  return text.trim() === "" ? null : { kind: "text", text };
}

/** Text of an unknown encoding: by its mark, by its shape, as UTF-8, and else as Windows has it. */
function decode(file: Buffer): { text: string; encoding: TextEncoding } {
  const encoding = encodingOf(file);
  const text =
    encoding === "windows-1252"
      ? decodeWindows1252(file)
      : // The decoder drops the byte order mark.
        new TextDecoder(encoding).decode(file);
  // No text has these; a picture or a program does.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text)) {
    throw new SheetFlaw("not_a_spreadsheet");
  }
  return { text, encoding };
}

/** What Windows-1252 has from 0x80 to 0x9F; everywhere else it is Latin-1. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** Done here: the decoder of Node 20 takes Windows-1252 for Latin-1 and loses quotation marks. */
function decodeWindows1252(file: Buffer): string {
  return file
    .toString("latin1")
    .replace(/[\u0080-\u009f]/g, (character) =>
      WINDOWS_1252.charAt(character.charCodeAt(0) - 0x80),
    );
}

function encodingOf(file: Buffer): TextEncoding {
  if (file[0] === 0xff && file[1] === 0xfe) return "utf-16le";
  if (file[0] === 0xfe && file[1] === 0xff) return "utf-16be";
  // Latin letters in UTF-16 have a zero in every other byte.
  const sample = file.subarray(0, 2000);
  const zeros = [0, 0];
  for (const [at, byte] of sample.entries()) {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  }
  const many = sample.length / 4;
  if ((zeros[1] ?? 0) > many && zeros[0] === 0) return "utf-16le";
  if ((zeros[0] ?? 0) > many && zeros[1] === 0) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(file);
    return "utf-8";
  } catch {
    return "windows-1252";
  }
}

/**
 * The delimiter that divides the most records into equally many fields, or at least every one of them,
 * for rows that some programs end with their last filled cell; none, for one column.
 */
function guessDelimiter(text: string): Delimiter | null {
  let best: { delimiter: Delimiter | null; score: number } = { delimiter: null, score: 0 };
  for (const delimiter of DELIMITERS) {
    const counts = new Map<number, number>();
    let seen = 0;
    try {
      for (const { fields } of records(text, delimiter, Number.POSITIVE_INFINITY)) {
        const filled = fields.length;
        if (filled > 1) counts.set(filled, (counts.get(filled) ?? 0) + 1);
        seen += 1;
        if (seen >= SAMPLE) break;
      }
    } catch (error) {
      if (!(error instanceof SheetFlaw)) throw error;
      // A quotation mark is open by this reading; another may be the right one.
      continue;
    }
    // One record among many that can be divided is a name with a degree.
    const often = [...counts].filter(([, times]) => times > 1 || seen === 1);
    const divided = [...counts.values()].reduce((sum, times) => sum + times, 0);
    const most = divided === seen ? Math.max(0, ...counts.keys()) : 0;
    const score = Math.max(most, ...often.map(([fields, times]) => times * 100 + fields));
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/**
 * The records of a text with the line on which each begins, from 1. A quotation mark within an
 * unquoted field stands for itself; what follows a closing one is added to the field.
 */
function* records(
  text: string,
  delimiter: Delimiter | null,
  maxLength: number,
): Generator<{ number: number; fields: string[] }> {
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const begin = line;
    const fields: string[] = [];
    for (;;) {
      let field = "";
      if (text.charAt(at) === '"') {
        const opened = line;
        at += 1;
        for (;;) {
          const end = text.indexOf('"', at);
          if (end < 0) throw new SheetFlaw("unclosed_quote", { line: opened });
          const piece = text.slice(at, end);
          line += piece.match(/\r\n|\n|\r/g)?.length ?? 0;
          field += piece;
          at = end + 1;
          if (text.charAt(at) !== '"') break;
          field += '"';
          at += 1;
        }
      }
      const rest = at;
      while (at < text.length && !isEnd(text.charAt(at), delimiter)) at += 1;
      field += text.slice(rest, at);
      if (field.length > maxLength) {
        throw new SheetFlaw("cell_too_long", { max: maxLength, row: begin });
      }
      fields.push(field);
      if (text.charAt(at) !== delimiter) break;
      at += 1;
    }
    if (text.startsWith("\r\n", at)) at += 2;
    else at += 1;
    line += 1;
    yield { number: begin, fields };
  }
}

function isEnd(character: string, delimiter: Delimiter | null): boolean {
  return character === delimiter || character === "\n" || character === "\r";
}
