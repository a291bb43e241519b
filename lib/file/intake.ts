import "server-only";
import { crc32, inflateSync } from "node:zlib";
import sharp from "sharp";
import { FILE_LIMITS, type FileProblem, type FileType } from "@/lib/file/model";
import { holdsPage, walkJpeg, walkPng, walkWebp } from "@/lib/file/parsing";

export type Intake = { ok: true; kind: "IMAGE" | "DOCUMENT" } | { ok: false; problem: FileProblem };

/** A picture as it is kept. */
export interface DrawnPicture {
  bytes: Buffer;
  thumbnail: Buffer;
  width: number;
  height: number;
}

/** What pictures are kept as. */
const KEPT = { side: 2048, quality: 82, thumbnailSide: 360, thumbnailQuality: 70 } as const;

// One picture keeps one core busy; several at once share the cores by themselves.
sharp.concurrency(1);
sharp.cache(false);

/**
 * Looks at what the bytes are, whatever their name and sender say: before the answer, and so without
 * unfolding a picture. What of one is damaged inside, `drawPicture` finds out.
 */
export function lookAt(bytes: Buffer): Intake {
  const type = sniff(bytes);
  if (type === null) return refused("upload_type");
  if (isMixed(bytes, type)) return refused("upload_mixed");
  if (type === "application/pdf") {
    const problem = pdfProblem(bytes);
    return problem ? refused(problem) : { ok: true, kind: "DOCUMENT" };
  }
  const size = WALKS[type](bytes);
  if (!size) return refused("upload_damaged");
  if (size.width * size.height > FILE_LIMITS.pixels) return refused("upload_pixels");
  return { ok: true, kind: "IMAGE" };
}

const WALKS = {
  "image/jpeg": walkJpeg,
  "image/png": (bytes: Buffer) => walkPng(bytes, crc32),
  "image/webp": walkWebp,
} as const;

function refused(problem: FileProblem): Intake {
  return { ok: false, problem };
}

/** The type by the first bytes; null for everything that is not taken. */
export function sniff(bytes: Buffer): FileType | null {
  const starts = (hex: string, at = 0) =>
    bytes.subarray(at, at + hex.length / 2).toString("hex") === hex;
  if (starts("ffd8ff")) return "image/jpeg";
  if (starts("89504e470d0a1a0a")) return "image/png";
  if (starts("52494646") && starts("57454250", 8)) return "image/webp";
  if (starts("255044462d")) return "application/pdf";
  return null;
}

/** Where a ZIP says what it holds: in its last bytes, whatever stands before it; of one disk, the first. */
const ZIP_END = Buffer.from("504b050600000000", "hex");
const ZIP_TAIL = 65_557;

/** Whether another program would read another file out of the same bytes. */
function isMixed(bytes: Buffer, type: FileType): boolean {
  if (bytes.subarray(-ZIP_TAIL).includes(ZIP_END)) return true;
  if (type === "application/pdf") return false;
  // A PDF may begin within the first kilobyte, a page anywhere.
  if (bytes.subarray(0, 2_048).includes("%PDF-")) return true;
  return holdsPage(bytes);
}

/**
 * Draws a picture anew: the right way up, no larger than anybody looks at it, and without anything that the
 * camera wrote beside it (place, time, device). Null for one that cannot be read.
 */
export async function drawPicture(bytes: Buffer): Promise<DrawnPicture | null> {
  try {
    const { data, info } = await sharp(bytes, {
      limitInputPixels: FILE_LIMITS.pixels,
      failOn: "error",
      pages: 1,
    })
      .autoOrient()
      .resize({ width: KEPT.side, height: KEPT.side, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .toColorspace("srgb")
      .jpeg({ quality: KEPT.quality })
      .toBuffer({ resolveWithObject: true });
    const side = KEPT.thumbnailSide;
    const thumbnail = await sharp(data)
      .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
      .jpeg({ quality: KEPT.thumbnailQuality })
      .toBuffer();
    return { bytes: data, thumbnail, width: info.width, height: info.height };
  } catch {
    // The library says only in words what it could not read.
    return null;
  }
}

/** A picture that was drawn before; null where it is none. */
export async function measureDrawn(bytes: Buffer, thumbnail: Buffer): Promise<DrawnPicture | null> {
  const { width, height } = await sharp(bytes).metadata();
  return width && height ? { bytes, thumbnail, width, height } : null;
}

// PDF ---------------------------------------------------------------------------------------------

/** What makes a PDF act, fetch or carry something: ISO 32000, 7.7.2, 12.6, 7.11.4. */
const ACTIVE =
  /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|GoToR|Movie|Sound|Rendition)(?![A-Za-z0-9])/;
/** Of all that the compressed parts of a document unfold to. Bytes. */
const UNFOLDED = 64 * 1024 * 1024;
const UNFOLDED_ONE = 16 * 1024 * 1024;

function pdfProblem(bytes: Buffer): FileProblem | null {
  const text = bytes.toString("latin1");
  const end = text.lastIndexOf("%%EOF");
  // Cut off, or with something else behind it.
  if (end === -1) return "upload_damaged";
  if (text.slice(end + 5).trim().length > 0) return "upload_mixed";
  let outside = "";
  let from = 0;
  let unfolded = 0;
  const stream = /\bstream\r?\n/g;
  for (let found = stream.exec(text); found; found = stream.exec(text)) {
    const before = plainNames(text.slice(from, found.index));
    outside += before;
    const begin = found.index + found[0].length;
    const close = text.indexOf("endstream", begin);
    if (close === -1) return "upload_damaged";
    const dictionary = before.slice(before.lastIndexOf(" obj") + 1);
    // Objects may be packed into a stream, where the names of what they do are not seen.
    if (/\/ObjStm(?![A-Za-z0-9])/.test(dictionary)) {
      const unpacked = unpack(bytes.subarray(begin, close), dictionary);
      if (unpacked === null) return "upload_damaged";
      unfolded += unpacked.length;
      if (unfolded > UNFOLDED) return "upload_damaged";
      outside += plainNames(unpacked);
    }
    from = close;
    stream.lastIndex = close;
  }
  outside += plainNames(text.slice(from));
  if (/\/Encrypt(?![A-Za-z0-9])/.test(outside)) return "upload_locked";
  return ACTIVE.test(outside) ? "upload_active" : null;
}

/** Names may be written with codes for their letters: /J#61vaScript. */
function plainNames(text: string): string {
  return text.replace(/#([\da-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function unpack(bytes: Buffer, dictionary: string): string | null {
  if (!/\/Filter/.test(dictionary)) return bytes.toString("latin1");
  // Any other way to pack objects is allowed, and used by nobody but who hides something.
  if (!/\/Filter\s*\[?\s*\/FlateDecode\s*\]?(?:\s*[/>]|$)/.test(dictionary)) return null;
  try {
    return inflateSync(bytes, { maxOutputLength: UNFOLDED_ONE }).toString("latin1");
  } catch {
    return null;
  }
}
