/**
 * How a picture's file is built, without unfolding it: whether it is whole, and how large a picture it says it
 * holds. Takes as long as looking at each byte once; nothing here trusts a length that a file tells.
 */

/** In pixels, as the file says. */
export interface DeclaredSize {
  width: number;
  height: number;
}

/** More scans than any camera writes: each may unfold the whole picture once more. */
const SCANS = 64;

/**
 * A JPEG from its first marker to its last. Null for one that is cut off or built otherwise. What follows
 * the end is none of it.
 *
 * @see ITU-T T.81, annex B
 */
export function walkJpeg(bytes: Uint8Array): DeclaredSize | null {
  let size: DeclaredSize | null = null;
  let scans = 0;
  let at = 2;
  for (;;) {
    const marker = nextMarker(bytes, at);
    if (marker === -1) return null;
    const code = bytes[marker + 1] ?? 0;
    at = marker + 2;
    if (code === 0xd9) return scans > 0 ? size : null;
    // Those that no decoder knows here: a second beginning, and what is kept for later.
    if (code === 0xd8 || (code > 0x01 && code < 0xc0)) return null;
    const length = twoBytes(bytes, at);
    const end = at + length;
    if (length < 2 || end > bytes.length) return null;
    if (isFrame(code)) {
      if (size !== null || length < 8) return null;
      size = { height: twoBytes(bytes, at + 3), width: twoBytes(bytes, at + 5) };
      if (size.width === 0 || size.height === 0) return null;
    }
    if (code === 0xda) {
      scans += 1;
      if (size === null || scans > SCANS) return null;
    }
    at = end;
  }
}

/** Where the next marker stands that is more than a pause in the data of a picture; -1 where none is. */
function nextMarker(bytes: Uint8Array, from: number): number {
  const last = bytes.length - 1;
  for (let at = from; at < last; at += 1) {
    if (bytes[at] !== 0xff) continue;
    const code = bytes[at + 1] ?? 0;
    const isData = code === 0 || code === 0x01 || code === 0xff || (code >= 0xd0 && code <= 0xd7);
    if (!isData) return at;
  }
  return -1;
}

/** The head of a picture; among its numbers are three that mean something else. */
function isFrame(code: number): boolean {
  return code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc;
}

/**
 * A PNG from its head to its end. Its parts must be what their checksums say.
 *
 * @param crc32 of zlib
 * @see https://www.w3.org/TR/png-3/
 */
export function walkPng(
  bytes: Uint8Array,
  crc32: (data: Uint8Array) => number,
): DeclaredSize | null {
  const view = viewOf(bytes);
  let size: DeclaredSize | null = null;
  let hasData = false;
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const type = letters(bytes, at + 4);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) return null;
    if ((type === "IHDR") !== (at === 8)) return null;
    if (type === "IHDR") {
      if (end !== at + 25) return null;
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
      if (size.width === 0 || size.height === 0) return null;
    }
    if (type === "IDAT") hasData = true;
    if (type === "IEND") return hasData ? size : null;
    at = end;
  }
  return null;
}

/**
 * A WebP with all its parts. Of the sizes that it tells (of the whole, and of what is in it) the largest
 * counts.
 *
 * @see RFC 9649
 */
export function walkWebp(bytes: Uint8Array): DeclaredSize | null {
  if (bytes.length < 20) return null;
  const view = viewOf(bytes);
  const whole = 8 + view.getUint32(4, true);
  if (whole > bytes.length) return null;
  const size = { width: 0, height: 0 };
  let hasPicture = false;
  let at = 12;
  while (at + 8 <= whole) {
    const type = letters(bytes, at);
    const length = view.getUint32(at + 4, true);
    const begin = at + 8;
    if (begin + length > whole) return null;
    // A frame of a moving picture is a picture behind its place and time.
    const told = webpSize(view, type, begin, length);
    if (told === null) return null;
    hasPicture ||= type === "VP8 " || type === "VP8L" || type === "ANMF";
    size.width = Math.max(size.width, told.width);
    size.height = Math.max(size.height, told.height);
    at = begin + length + (length % 2);
  }
  return hasPicture && size.width > 0 && size.height > 0 ? size : null;
}

/** What a part of a WebP says; zero for one that says nothing of it, null for one that is too short. */
function webpSize(view: DataView, type: string, at: number, length: number): DeclaredSize | null {
  const threeBytes = (from: number) =>
    view.getUint16(from, true) + 65_536 * view.getUint8(from + 2);
  switch (type) {
    case "VP8X":
      return length < 10 ? null : { width: 1 + threeBytes(at + 4), height: 1 + threeBytes(at + 7) };
    case "ANMF":
      return length < 16 ? null : { width: 1 + threeBytes(at + 6), height: 1 + threeBytes(at + 9) };
    case "VP8 ": {
      if (length < 10 || threeBytes(at + 3) !== 0x2a_019d) return null;
      const part = (from: number) => view.getUint16(from, true) % 16_384;
      return { width: part(at + 6), height: part(at + 8) };
    }
    case "VP8L": {
      if (length < 5 || view.getUint8(at) !== 0x2f) return null;
      const bits = view.getUint32(at + 1, true);
      return { width: 1 + (bits % 16_384), height: 1 + (Math.floor(bits / 16_384) % 16_384) };
    }
    default:
      return { width: 0, height: 0 };
  }
}

/** How a page begins that a browser would run: what follows the bracket, in small letters. */
const TAGS = ["script", "html", "svg", "!doctype", "?php"] as const;
const TAG_STARTS = new Set([0x73, 0x68, 0x53, 0x48, 0x21, 0x3f]);

/**
 * Whether a page stands in the bytes. The letters of a tag alone stand in one of two thousand photos of 300 KB by
 * chance, so that something must follow them that looks like a page.
 */
export function holdsPage(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== 0x3c || !TAG_STARTS.has(bytes[at + 1] ?? 0)) continue;
    const text = String.fromCharCode(...bytes.subarray(at + 1, at + 13)).toLowerCase();
    const tag = TAGS.find((name) => text.startsWith(name));
    if (tag && goesOn(tag, text.slice(tag.length))) return true;
  }
  return false;
}

function goesOn(tag: (typeof TAGS)[number], rest: string): boolean {
  return tag === "!doctype" || tag === "?php"
    ? /^\s/.test(rest)
    : /^[\s>/][\s\x20-\x7e]{3}/.test(rest);
}

function twoBytes(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
}

function letters(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
