/**
 * A document before it is set: the same blocks become Word and PDF, so that both say the same. Plain
 * data; nothing of a format is in it.
 */

export type Block =
  /** A line of the cover, in the middle. */
  | { kind: "cover"; text: string; size: "large" | "small" }
  /** `level` 1 begins a page of its own. */
  | { kind: "heading"; level: 1 | 2 | 3; text: string }
  /** Lines that its author broke stay broken. */
  | { kind: "paragraph"; text: string; tone?: "strong" | "quiet" }
  | { kind: "list"; numbered: boolean; items: readonly string[] }
  /** What something is called, and what it is, one beside the other. */
  | { kind: "facts"; facts: readonly Fact[] }
  | { kind: "table"; columns: readonly Column[]; rows: readonly (readonly string[])[] }
  /** A picture by its key; left out where there is none under it. */
  | { kind: "picture"; key: string; caption: string }
  /** For one hand: lines above the room for a signature, the name and the number under it. */
  | { kind: "signature"; above: readonly string[]; name: string; number: string | null };

export interface Fact {
  label: string;
  text: string;
}

export interface Column {
  header: string;
  /** Its part of the width, in hundredths; those of a table add up to 100. */
  share: number;
}

export interface Manuscript {
  title: string;
  author: string;
  language: "id" | "en";
  /** At the foot of every page, before its number. */
  footer: string;
  blocks: readonly Block[];
}

/** A JPEG, ready to be set. */
export interface Picture {
  bytes: Buffer;
  /** Pixels. */
  width: number;
  height: number;
}

export type Pictures = ReadonlyMap<string, Picture>;

/** A page, in points (72 an inch): A4 with the margins of an official letter. */
export const PAGE = {
  width: 595.28,
  height: 841.89,
  top: 71,
  bottom: 71,
  left: 85,
  right: 71,
} as const;

/** Points; the sizes that letters of state are written in. */
export const TYPE_SIZE = {
  body: 11,
  small: 9.5,
  heading1: 14,
  heading2: 12,
  heading3: 11,
  cover: 16,
} as const;

/** The largest that a picture becomes, in points. */
export const PICTURE_BOX = { width: 320, height: 260 } as const;

/** How large a picture is set: as its sides are to each other, within the box. */
export function pictureSize({ width, height }: Picture): { width: number; height: number } {
  const scale = Math.min(PICTURE_BOX.width / width, PICTURE_BOX.height / height);
  return { width: width * scale, height: height * scale };
}

/**
 * Text as a document can hold it: what XML forbids (control characters, halves of characters, two that
 * are none) is left out, and the ends of lines are one kind.
 */
export function cleanText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, "\n")
    .replaceAll(/[^\t\n\u{20}-\u{7e}\u{a0}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "");
}
