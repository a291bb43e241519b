import "server-only";
import {
  type Block,
  cleanText,
  type Manuscript,
  PAGE,
  type Pictures,
  pictureSize,
  TYPE_SIZE,
} from "@/lib/typesetting/manuscript";

type Docx = typeof import("docx");
type Paragraph = import("docx").Paragraph;
type Table = import("docx").Table;

/** Word counts in twentieths of a point, and sizes of letters in halves. */
const twips = (points: number) => Math.round(points * 20);
const half = (points: number) => Math.round(points * 2);
/** Width between the margins, in points. */
const WIDTH = PAGE.width - PAGE.left - PAGE.right;
const LIST = "numbered";

/**
 * A manuscript as Word: real headings, lists and tables, which the reader can go on writing in. Characters
 * of every script are kept; Word draws those that Arial has not with a font of its own.
 */
export async function writeDocx(manuscript: Manuscript, pictures: Pictures): Promise<Buffer> {
  // Large, and needed by few requests: loaded with the first of them.
  const docx = await import("docx");
  let lists = 0;
  const children = manuscript.blocks.flatMap((block, index) => {
    if (block.kind === "list") lists += 1;
    const ends = block.kind === "cover" && manuscript.blocks[index + 1]?.kind !== "cover";
    return [...toWord(docx, block, pictures, lists), ...(ends ? [gap(docx)] : [])];
  });
  const file = new docx.Document({
    title: cleanText(manuscript.title),
    creator: cleanText(manuscript.author),
    lastModifiedBy: cleanText(manuscript.author),
    styles: {
      default: {
        document: {
          run: {
            font: "Arial",
            size: half(TYPE_SIZE.body),
            language: { value: LANGUAGES[manuscript.language] },
          },
          paragraph: { spacing: { line: 300, after: twips(5) } },
        },
        heading1: heading(TYPE_SIZE.heading1, 0, 10),
        heading2: heading(TYPE_SIZE.heading2, 12, 4),
        heading3: heading(TYPE_SIZE.heading3, 8, 3),
      },
    },
    numbering: {
      config: [
        {
          reference: LIST,
          levels: [
            {
              level: 0,
              format: docx.LevelFormat.DECIMAL,
              text: "%1.",
              style: { paragraph: { indent: { left: twips(20), hanging: twips(20) } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(PAGE.width), height: twips(PAGE.height) },
            margin: {
              top: twips(PAGE.top),
              bottom: twips(PAGE.bottom),
              left: twips(PAGE.left),
              right: twips(PAGE.right),
            },
          },
        },
        footers: { default: footer(docx, manuscript.footer) },
        children,
      },
    ],
  });
  return docx.Packer.toBuffer(file);
}

const LANGUAGES = { id: "id-ID", en: "en-GB" } as const;

function heading(size: number, before: number, after: number) {
  return {
    run: { font: "Arial", size: half(size), bold: true, color: "000000" },
    paragraph: { spacing: { before: twips(before), after: twips(after) } },
  };
}

function footer(docx: Docx, text: string) {
  return new docx.Footer({
    children: [
      new docx.Paragraph({
        tabStops: [{ type: docx.TabStopType.RIGHT, position: twips(WIDTH) }],
        children: [
          new docx.TextRun({
            size: half(TYPE_SIZE.small),
            color: "555555",
            children: [
              cleanText(text),
              new docx.Tab(),
              docx.PageNumber.CURRENT,
              " / ",
              docx.PageNumber.TOTAL_PAGES,
            ],
          }),
        ],
      }),
    ],
  });
}

/** Lines that an author broke, as one paragraph. */
function runs(
  docx: Docx,
  text: string,
  look: { bold?: boolean; size?: number; color?: string } = {},
) {
  return cleanText(text)
    .split("\n")
    .map(
      (line, index) => new docx.TextRun({ ...look, text: line, ...(index > 0 && { break: 1 }) }),
    );
}

function toWord(docx: Docx, block: Block, pictures: Pictures, list: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case "cover":
      return [
        new docx.Paragraph({
          alignment: docx.AlignmentType.CENTER,
          spacing: { before: twips(block.size === "large" ? 18 : 2) },
          children: runs(docx, block.text, {
            bold: block.size === "large",
            size: half(block.size === "large" ? TYPE_SIZE.cover : TYPE_SIZE.body + 1),
          }),
        }),
      ];
    case "heading":
      return [
        new docx.Paragraph({
          heading: HEADINGS[block.level],
          pageBreakBefore: block.level === 1,
          keepNext: true,
          ...(block.level === 1 && { alignment: docx.AlignmentType.CENTER }),
          children: runs(docx, block.text),
        }),
      ];
    case "paragraph":
      return [
        new docx.Paragraph({
          // What is said in bold speaks of what follows, and goes with it to the next page.
          keepNext: block.tone === "strong",
          children: runs(docx, block.text, {
            bold: block.tone === "strong",
            ...(block.tone === "quiet" && { color: "555555" }),
          }),
        }),
      ];
    case "list":
      return block.items.map(
        (item) =>
          new docx.Paragraph({
            ...(block.numbered
              ? { numbering: { reference: LIST, level: 0, instance: list } }
              : { bullet: { level: 0 } }),
            children: runs(docx, item),
          }),
      );
    case "facts":
      return [
        table(
          docx,
          [30, 70],
          block.facts.map(({ label, text }) => [label, text]),
          { rules: false, head: false, size: TYPE_SIZE.body },
        ),
        gap(docx),
      ];
    case "table":
      return [
        table(
          docx,
          block.columns.map(({ share }) => share),
          [block.columns.map(({ header }) => header), ...block.rows],
          { rules: true, head: true, size: TYPE_SIZE.small },
        ),
        gap(docx),
      ];
    case "picture":
      return picture(docx, block, pictures);
    case "signature":
      return signature(docx, block);
  }
}

const HEADINGS = { 1: "Heading1", 2: "Heading2", 3: "Heading3" } as const;

/** An empty line: below a cover, and between two tables, which would become one. */
function gap(docx: Docx): Paragraph {
  return new docx.Paragraph({ spacing: { after: 0, line: 160 }, children: [] });
}

function table(
  docx: Docx,
  shares: readonly number[],
  rows: readonly (readonly string[])[],
  { rules, head, size }: { rules: boolean; head: boolean; size: number },
): Table {
  const none = { style: docx.BorderStyle.NONE, size: 0, color: "auto" };
  const line = { style: docx.BorderStyle.SINGLE, size: 4, color: "888888" };
  const border = rules ? line : none;
  return new docx.Table({
    layout: docx.TableLayoutType.FIXED,
    width: { size: twips(WIDTH), type: docx.WidthType.DXA },
    columnWidths: shares.map((share) => twips((WIDTH * share) / 100)),
    borders: {
      top: border,
      bottom: border,
      left: border,
      right: border,
      insideHorizontal: border,
      insideVertical: border,
    },
    rows: rows.map((cells, index) => {
      const isHead = head && index === 0;
      return new docx.TableRow({
        tableHeader: isHead,
        cantSplit: true,
        children: shares.map(
          (share, column) =>
            new docx.TableCell({
              width: { size: twips((WIDTH * share) / 100), type: docx.WidthType.DXA },
              margins: { left: 80, right: 80, top: 40, bottom: 40 },
              ...(isHead && { shading: { fill: "EEEEEE" } }),
              children: [
                new docx.Paragraph({
                  spacing: { after: 0, line: 264 },
                  children: runs(docx, cells[column] ?? "", { bold: isHead, size: half(size) }),
                }),
              ],
            }),
        ),
      });
    }),
  });
}

function picture(
  docx: Docx,
  { key, caption }: Extract<Block, { kind: "picture" }>,
  pictures: Pictures,
): Paragraph[] {
  const found = pictures.get(key);
  const words = new docx.Paragraph({
    children: runs(docx, caption, { size: half(TYPE_SIZE.small) }),
  });
  if (!found) return [words];
  const { width, height } = pictureSize(found);
  return [
    new docx.Paragraph({
      keepNext: true,
      children: [
        new docx.ImageRun({
          type: "jpg",
          data: found.bytes,
          // Word's pixels are 96 an inch.
          transformation: {
            width: Math.round((width * 4) / 3),
            height: Math.round((height * 4) / 3),
          },
          altText: { name: key.slice(0, 12), title: "", description: cleanText(caption) },
        }),
      ],
    }),
    words,
  ];
}

function signature(
  docx: Docx,
  { above, name, number }: Extract<Block, { kind: "signature" }>,
): Paragraph[] {
  const indent = { left: twips(WIDTH / 2) };
  const line = (text: string, more: { bold?: boolean; before?: number; last?: boolean } = {}) =>
    new docx.Paragraph({
      indent,
      keepLines: true,
      keepNext: !more.last,
      spacing: { before: twips(more.before ?? 0), after: 0 },
      children: runs(docx, text, { bold: more.bold === true }),
    });
  return [
    ...above.map((text, index) => line(text, { before: index === 0 ? 18 : 0 })),
    line(name, { bold: true, before: 62, last: number === null }),
    ...(number ? [line(number, { last: true })] : []),
  ];
}
