import "server-only";
import path from "node:path";

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

export const FONT_FILES: readonly { name: FontName; file: string }[] = PARTS.flatMap((part) =>
  ([400, 700] as const).map((weight) => ({
    name: `${part}-${weight}` as const,
    file: path.join(
      process.cwd(),
      "node_modules/@fontsource/arimo/files",
      `arimo-${part}-${weight}-normal.woff`,
    ),
  })),
);

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
