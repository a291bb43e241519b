import { createHash } from "node:crypto";
import sharp from "sharp";
import type { FileRef, FileType } from "@/lib/file/model";

export const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** What a document says of these bytes. */
export function refOf(bytes: Uint8Array, type: FileType = "image/jpeg"): FileRef {
  return { hash: hashOf(bytes), size: bytes.byteLength, type, name: "bukti" };
}

/**
 * A picture as a phone takes it: noise, so that it does not pack well, with a place and a device in its
 * EXIF. Another seed is another picture.
 */
export async function photo(
  seed = 1,
  { width = 640, height = 480, quality = 80 } = {},
): Promise<Buffer<ArrayBuffer>> {
  const pixels = Buffer.alloc(width * height * 3);
  let state = seed >>> 0 || 1;
  for (let at = 0; at < pixels.length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    // A slope with grain on it.
    pixels[at] = ((at >> 9) & 0x7f) + (state >>> 27);
  }
  const made = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality })
    .withExif({
      IFD0: { Model: "HP Contoh", Artist: "Pemotret Contoh" },
      IFD3: { GPSLatitude: "7/1 1/1 0/1", GPSLongitude: "107/1 31/1 0/1" },
    })
    .toBuffer();
  return Buffer.from(made);
}

/** A small PDF of one page, with more in its catalogue where a test wants it. */
export function pdf({ catalogue = "", objects = "" } = {}): Buffer<ArrayBuffer> {
  const text = `%PDF-1.7
1 0 obj
<< /Type /Catalog /Pages 2 0 R ${catalogue} >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>
endobj
${objects}
trailer
<< /Root 1 0 R /Size 4 >>
startxref
0
%%EOF
`;
  return Buffer.from(text, "latin1");
}
