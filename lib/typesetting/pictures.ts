import "server-only";
import sharp from "sharp";
import type { Picture } from "@/lib/typesetting/manuscript";

/**
 * A picture small enough to be one of many in a document; null where the bytes are none that can be drawn.
 *
 * @param side the longer side at most, in pixels
 */
export async function smallPicture(bytes: Buffer, side: number): Promise<Picture | null> {
  try {
    const { data, info } = await sharp(bytes, { failOn: "error" })
      .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
      // On white: a page has no colour behind it.
      .flatten({ background: "#ffffff" })
      .jpeg({ quality: 72 })
      .toBuffer({ resolveWithObject: true });
    return { bytes: data, width: info.width, height: info.height };
  } catch {
    return null;
  }
}
