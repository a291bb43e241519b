import "server-only";
import fs from "node:fs/promises";
import path from "node:path";
import { inflateSync } from "node:zlib";

/**
 * Arimo, which is as wide as Arial, in the parts in which it comes. The first that has a character draws
 * it; what none has is drawn as a mark that something stands there.
 */
const PARTS = ["latin", "latin-ext", "vietnamese", "greek", "cyrillic"] as const;
type Part = (typeof PARTS)[number];
export type FontName = `${Part}-${400 | 700}`;

/** The characters of each part, as the font's own tables have them. */
const RANGES: Record<Part, RegExp> = {
  latin:
    /[\u{20}-\u{7e}\u{a0}-\u{ff}\u{131}\u{152}-\u{153}\u{2bb}-\u{2bc}\u{2c6}\u{2da}\u{2dc}\u{2013}-\u{2014}\u{2018}-\u{201a}\u{201c}-\u{201e}\u{2022}\u{2026}\u{2039}-\u{203a}\u{2044}\u{20ac}\u{2122}\u{2191}\u{2193}\u{2212}\u{fffd}]/u,
  "latin-ext":
    /[\u{100}-\u{17f}\u{18f}\u{192}\u{1cd}-\u{1dc}\u{1fa}-\u{1ff}\u{218}-\u{21b}\u{1e80}-\u{1e85}]/u,
  vietnamese: /[\u{1a0}-\u{1a1}\u{1af}-\u{1b0}\u{1ea0}-\u{1ef9}\u{20ab}]/u,
  greek: /[\u{384}-\u{38a}\u{38c}\u{38e}-\u{3a1}\u{3a3}-\u{3ce}]/u,
  cyrillic: /[\u{401}-\u{45f}\u{490}-\u{491}\u{2116}]/u,
};

/** Signs that people type and no part has, in words of those it has. */
const SUBSTITUTES: Record<string, string> = {
  "\t": " ",
  "\u2009": " ",
  "\u200b": "",
  "\u2010": "-",
  "\u2011": "-",
  "\u2190": "<-",
  "\u2192": "->",
  "\u2264": "<=",
  "\u2265": ">=",
  "\u2260": "!=",
  "\u2248": "~",
  "\u2713": "v",
  "\u2714": "v",
  "\u25cf": "\u2022",
  "\u25aa": "\u2022",
};

const NOTHING = "\u{fffd}";

let loaded: Promise<Map<FontName, Buffer>> | undefined;

/** All fonts as OpenType, unpacked once a process: WOFF would be unpacked for every document. */
export function loadFonts(): Promise<Map<FontName, Buffer>> {
  loaded ??= Promise.all(
    PARTS.flatMap((part) =>
      ([400, 700] as const).map(async (weight): Promise<[FontName, Buffer]> => {
        const file = `arimo-${part}-${weight}-normal.woff`;
        const bytes = await fs.readFile(
          path.join(process.cwd(), "node_modules/@fontsource/arimo/files", file),
        );
        return [`${part}-${weight}`, unpackWoff(bytes)];
      }),
    ),
  ).then((fonts) => new Map(fonts));
  return loaded;
}

/** WOFF 1.0 (W3C, sections 3 to 5): the tables of an OpenType font, each packed by itself. */
function unpackWoff(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(12 + 16 * count);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  const power = Math.floor(Math.log2(count));
  head.writeUInt16BE(16 * 2 ** power, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(16 * (count - 2 ** power), 10);
  const tables: Buffer[] = [];
  let offset = head.length;
  for (let index = 0; index < count; index += 1) {
    const entry = 44 + 20 * index;
    const from = woff.readUInt32BE(entry + 4);
    const packed = woff.subarray(from, from + woff.readUInt32BE(entry + 8));
    const length = woff.readUInt32BE(entry + 12);
    const table = packed.length < length ? inflateSync(packed) : packed;
    const at = 12 + 16 * index;
    woff.copy(head, at, entry, entry + 4);
    woff.copy(head, at + 4, entry + 16, entry + 20);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(length, at + 12);
    // Tables begin at multiples of four.
    const padded = Buffer.alloc(Math.ceil(length / 4) * 4);
    table.copy(padded);
    tables.push(padded);
    offset += padded.length;
  }
  return Buffer.concat([head, ...tables]);
}

/** A stretch of text that one font draws. */
export interface Run {
  font: FontName;
  text: string;
}

/** Text as stretches that can be drawn, whatever characters it has; a composed form is taken where there is one. */
export function runsOf(text: string, weight: 400 | 700): Run[] {
  // Nearly all of what people write.
  if (/^[\x20-\x7e]*$/.test(text)) return text === "" ? [] : [{ font: `latin-${weight}`, text }];
  const runs: Run[] = [];
  for (const original of text.normalize("NFC")) {
    const drawn = SUBSTITUTES[original] ?? original;
    const part = PARTS.find((candidate) => [...drawn].every((one) => RANGES[candidate].test(one)));
    const font: FontName = `${part ?? "latin"}-${weight}`;
    const character = part ? drawn : NOTHING;
    const last = runs.at(-1);
    if (last?.font === font) last.text += character;
    else runs.push({ font, text: character });
  }
  return runs;
}
