import "server-only";
import { type FontName, loadFonts, type Run, runsOf } from "@/lib/typesetting/fonts";
import {
  type Block,
  type Column,
  cleanText,
  type Manuscript,
  PAGE,
  type Picture,
  type Pictures,
  pictureSize,
  TYPE_SIZE,
} from "@/lib/typesetting/manuscript";

type Kit = import("pdfkit").default;
type Weight = 400 | 700;

const WIDTH = PAGE.width - PAGE.left - PAGE.right;
const BOTTOM = PAGE.height - PAGE.bottom;
const BULLET = "\u2022";
const INK = "#111111";
const QUIET = "#555555";
const RULE = "#888888";
const SHADE = "#eeeeee";
/** Lines are this much higher than their letters. */
const LEADING = 1.35;
const CELL = 4;
/** Indent of lists at least, and width of the names of facts. */
const INDENT = 20;
const NAMES = 150;
/** Between a mark or a name and what stands beside it. */
const APART = 6;
/** Below the last line of the cover. */
const COVER_END = 14;
/**
 * So much of a page a heading wants for itself and what follows it, by its level; the last is that of a line in bold.
 * One that may be followed by another wants more, or it would stay behind alone when that one turns the page.
 */
const COMPANY = [150, 120, 85, 58] as const;

/** What a block of text is set in. */
interface Style {
  size: number;
  weight?: Weight;
  color?: string;
  align?: "left" | "center";
}

/**
 * A manuscript as PDF, A4. Long words are broken where the line ends, long cells where the page ends;
 * characters that no font has are drawn as a mark. The same manuscript at the same time gives the same bytes
 * but for the document's id.
 *
 * @param at when it is made, which the file says
 */
export async function writePdf(
  manuscript: Manuscript,
  pictures: Pictures,
  at: Date,
): Promise<Buffer> {
  // Large, and needed by few requests: loaded with the first of them.
  const { default: PDFDocument } = await import("pdfkit");
  const kit = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margins: { top: PAGE.top, bottom: 0, left: PAGE.left, right: PAGE.right },
    // None: one that is set here would be opened anew under each of its names.
    font: "",
    bufferPages: true,
    lang: manuscript.language,
    displayTitle: true,
    info: {
      Title: cleanText(manuscript.title),
      Author: cleanText(manuscript.author),
      CreationDate: at,
    },
  });
  for (const [name, bytes] of await loadFonts()) kit.registerFont(name, bytes);
  const chunks: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    kit.on("data", (chunk: Buffer) => chunks.push(chunk));
    kit.on("end", () => resolve(Buffer.concat(chunks)));
    kit.on("error", reject);
  });
  const setter = new Setter(kit, pictures);
  for (const block of manuscript.blocks) setter.set(block);
  setter.foot(manuscript.footer);
  kit.end();
  return finished;
}

/** Sets blocks one below the other, and turns pages. */
class Setter {
  readonly #kit: Kit;
  readonly #pictures: Pictures;
  readonly #widths = new Map<string, number>();
  #y: number = PAGE.top;
  #before: Block["kind"] | undefined;

  constructor(kit: Kit, pictures: Pictures) {
    this.#kit = kit;
    this.#pictures = pictures;
  }

  set(block: Block): void {
    if (this.#before === "cover" && block.kind !== "cover") this.#y += COVER_END;
    this.#before = block.kind;
    switch (block.kind) {
      case "cover":
        this.#y += block.size === "large" ? 18 : 2;
        this.#text(block.text, {
          size: block.size === "large" ? TYPE_SIZE.cover : TYPE_SIZE.body + 1,
          weight: block.size === "large" ? 700 : 400,
          align: "center",
        });
        break;
      case "heading":
        this.#heading(block);
        break;
      case "paragraph":
        if (block.tone === "strong") this.#need(COMPANY[3]);
        this.#text(block.text, {
          size: TYPE_SIZE.body,
          weight: block.tone === "strong" ? 700 : 400,
          color: block.tone === "quiet" ? QUIET : INK,
        });
        this.#y += 5;
        break;
      case "list":
        this.#list(block);
        break;
      case "facts":
        for (const { label, text } of block.facts) this.#beside(label, text, NAMES);
        this.#y += 4;
        break;
      case "table":
        this.#table(block.columns, block.rows);
        break;
      case "picture":
        this.#picture(this.#pictures.get(block.key), block.caption);
        break;
      case "signature":
        this.#signature(block);
        break;
    }
  }

  /** The foot of every page that there is: what the document is, and the number of the page. */
  foot(text: string): void {
    const { start, count } = this.#kit.bufferedPageRange();
    const style = { size: TYPE_SIZE.small, color: QUIET };
    for (let index = 0; index < count; index += 1) {
      this.#kit.switchToPage(start + index);
      const number = `${index + 1} / ${count}`;
      const room = this.#width(number, style);
      this.#draw(this.#short(text, WIDTH - room - 12, style), PAGE.left, PAGE.height - 48, style);
      this.#draw(number, PAGE.left + WIDTH - room, PAGE.height - 48, style);
    }
  }

  #heading({ level, text }: Extract<Block, { kind: "heading" }>): void {
    const size = [TYPE_SIZE.heading1, TYPE_SIZE.heading2, TYPE_SIZE.heading3][level - 1];
    if (level === 1 && this.#y > PAGE.top) this.#turn();
    else this.#y += level === 2 ? 8 : 4;
    this.#need(COMPANY[level - 1] ?? 0);
    const style: Style = { size: size ?? TYPE_SIZE.body, weight: 700 };
    this.#text(text, level === 1 ? { ...style, align: "center" } : style);
    this.#y += level === 1 ? 10 : 3;
  }

  #text(text: string, style: Style, x: number = PAGE.left, width = WIDTH): void {
    for (const line of this.#lines(text, width, style)) {
      this.#need(style.size * LEADING);
      const inset = style.align === "center" ? (width - this.#width(line, style)) / 2 : 0;
      this.#draw(line, x + inset, this.#y, style);
      this.#y += style.size * LEADING;
    }
  }

  #list({ numbered, items }: Extract<Block, { kind: "list" }>): void {
    // The tenth item and the hundredth have wider numbers: all stand as far in as the widest needs.
    const widest = this.#width(numbered ? `${items.length}.` : BULLET, { size: TYPE_SIZE.body });
    const indent = Math.max(INDENT, widest + APART);
    items.forEach((item, index) => {
      this.#beside(numbered ? `${index + 1}.` : BULLET, item, indent);
    });
    this.#y += 4;
  }

  /** A mark or a name, and the text beside it. */
  #beside(mark: string, text: string, indent: number): void {
    const style = { size: TYPE_SIZE.body };
    const marks = this.#lines(mark, indent - APART, style);
    const lines = this.#lines(text, WIDTH - indent, style);
    const height = style.size * LEADING;
    for (let index = 0; index < Math.max(marks.length, lines.length); index += 1) {
      this.#need(height);
      this.#draw(marks[index] ?? "", PAGE.left, this.#y, style);
      this.#draw(lines[index] ?? "", PAGE.left + indent, this.#y, style);
      this.#y += height;
    }
    this.#y += 2;
  }

  #table(columns: readonly Column[], rows: readonly (readonly string[])[]): void {
    const head = columns.map(({ header }) => header);
    const shown = this.#row(columns, head, 700);
    for (const row of rows) this.#row(columns, row, 400, shown);
    this.#y += 8;
  }

  /**
   * A row, whole on its page where it fits on one; else it goes on at the top of the next.
   *
   * @param repeated the lines of the head, for the top of the next page
   * @returns the lines of its cells
   */
  #row(
    columns: readonly Column[],
    cells: readonly string[],
    weight: Weight,
    repeated?: string[][],
  ): string[][] {
    const style: Style = { size: TYPE_SIZE.small, weight };
    const height = style.size * LEADING;
    const lines = columns.map(({ share }, index) =>
      this.#lines(cells[index] ?? "", (WIDTH * share) / 100 - 2 * CELL, style),
    );
    const all = Math.max(1, ...lines.map(({ length }) => length));
    const whole = all * height + 2 * CELL;
    const afresh = () => {
      this.#turn();
      if (repeated) this.#cells(columns, repeated, { ...style, weight: 700 });
    };
    if (this.#y + Math.min(whole, BOTTOM - PAGE.top - 60) > BOTTOM) afresh();
    let from = 0;
    while (from < all) {
      const fit = Math.max(1, Math.floor((BOTTOM - this.#y - 2 * CELL) / height));
      this.#cells(
        columns,
        lines.map((cell) => cell.slice(from, from + fit)),
        style,
      );
      from += fit;
      if (from < all) afresh();
    }
    return lines;
  }

  #cells(columns: readonly Column[], lines: readonly string[][], style: Style): void {
    const height = style.size * LEADING;
    const whole = Math.max(1, ...lines.map(({ length }) => length)) * height + 2 * CELL;
    let x: number = PAGE.left;
    columns.forEach(({ share }, index) => {
      const width = (WIDTH * share) / 100;
      if (style.weight === 700) this.#kit.rect(x, this.#y, width, whole).fill(SHADE);
      this.#kit.rect(x, this.#y, width, whole).lineWidth(0.5).stroke(RULE);
      (lines[index] ?? []).forEach((line, row) => {
        this.#draw(line, x + CELL, this.#y + CELL + row * height, style);
      });
      x += width;
    });
    this.#y += whole;
  }

  #picture(picture: Picture | undefined, caption: string): void {
    if (picture) {
      const size = pictureSize(picture);
      this.#need(size.height + 30);
      this.#kit.image(picture.bytes, PAGE.left, this.#y, size);
      this.#y += size.height + 4;
    }
    this.#text(caption, { size: TYPE_SIZE.small });
    this.#y += 10;
  }

  #signature({ above, name, number }: Extract<Block, { kind: "signature" }>): void {
    const x = PAGE.left + WIDTH / 2;
    const style = { size: TYPE_SIZE.body };
    this.#need(170);
    this.#y += 18;
    for (const line of above) this.#text(line, style, x, WIDTH / 2);
    this.#y += 62;
    this.#text(name, { ...style, weight: 700 }, x, WIDTH / 2);
    if (number) this.#text(number, style, x, WIDTH / 2);
  }

  #need(height: number): void {
    if (this.#y + height > BOTTOM) this.#turn();
  }

  #turn(): void {
    this.#kit.addPage();
    this.#y = PAGE.top;
  }

  #draw(line: string, x: number, y: number, style: Style): void {
    let at = x;
    for (const run of runsOf(line, style.weight ?? 400)) {
      if (run.text === "") continue;
      this.#kit
        .font(run.font)
        .fontSize(style.size)
        .fillColor(style.color ?? INK);
      this.#kit.text(run.text, at, y, { lineBreak: false });
      at += this.#runWidth(run, style.size);
    }
  }

  #width(text: string, style: Style): number {
    return runsOf(text, style.weight ?? 400).reduce(
      (sum, run) => sum + this.#runWidth(run, style.size),
      0,
    );
  }

  /** Measured once a word and font, at a size of one point. */
  #runWidth({ font, text }: Run, size: number): number {
    const key = `${font} ${text}`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      width = this.#measure(font, text);
      // Words come back; whole lines do not.
      if (text.length < 30) this.#widths.set(key, width);
    }
    return width * size;
  }

  #measure(font: FontName, text: string): number {
    return this.#kit.font(font).fontSize(100).widthOfString(text) / 100;
  }

  /** Text as one line that is no wider than that; what is left out is marked. */
  #short(text: string, width: number, style: Style): string {
    const [whole = "", more] = this.#lines(text, width, style);
    if (more === undefined) return whole;
    const [line = ""] = this.#lines(text, width - this.#width("…", style), style);
    return `${line}…`;
  }

  /** Text in lines no wider than that; a word that is wider is broken. */
  #lines(text: string, width: number, style: Style): string[] {
    const space = this.#width(" ", style);
    return cleanText(text)
      .split("\n")
      .flatMap((paragraph) => {
        const lines: string[] = [];
        let line = "";
        let used = 0;
        for (const word of paragraph
          .split(/[ \t]+/)
          .flatMap((one) => this.#pieces(one, width, style))) {
          const wide = this.#width(word, style);
          if (line !== "" && used + space + wide > width) {
            lines.push(line);
            line = word;
            used = wide;
          } else {
            used += line === "" ? wide : space + wide;
            line = line === "" ? word : `${line} ${word}`;
          }
        }
        return [...lines, line];
      });
  }

  #pieces(word: string, width: number, style: Style): string[] {
    // No letter is wider than its size.
    if (word.length * style.size <= width || this.#width(word, style) <= width) return [word];
    const pieces: string[] = [];
    let piece = "";
    let used = 0;
    for (const character of word) {
      const wide = this.#width(character, style);
      if (used + wide > width && piece !== "") {
        pieces.push(piece);
        piece = "";
        used = 0;
      }
      piece += character;
      used += wide;
    }
    return [...pieces, piece];
  }
}
