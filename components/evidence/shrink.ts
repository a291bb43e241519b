import { PHOTO_TARGET } from "@/lib/file/model";

/** A photo as it leaves the phone, and a glimpse of it that stays. */
export type ShrunkPhoto = { bytes: ArrayBuffer; preview: string };

/** The picture cannot be drawn by this browser: damaged, or of a kind that it does not know. */
export class UnreadablePicture extends Error {}

/** What is tried, from good to small, until it fits: longer side in pixels, and quality. */
const STEPS = [
  [PHOTO_TARGET.side, 0.82],
  [PHOTO_TARGET.side, 0.7],
  [1280, 0.7],
  [1280, 0.58],
  [1024, 0.55],
  [800, 0.5],
] as const;
const PREVIEW = { side: 200, quality: 0.6 } as const;

/**
 * Draws a photo anew, small enough for a bad line: about `PHOTO_TARGET.bytes`. What the camera wrote
 * beside the picture (place, time, device) does not come along.
 *
 * @throws UnreadablePicture
 */
export async function shrinkPhoto(file: Blob): Promise<ShrunkPhoto> {
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch (cause) {
    throw new UnreadablePicture("no picture", { cause });
  }
  try {
    let blob: Blob | null = null;
    for (const [side, quality] of STEPS) {
      blob = await draw(picture, side, quality);
      if (blob.size <= PHOTO_TARGET.bytes) break;
    }
    if (!blob) throw new UnreadablePicture("no picture");
    const small = await draw(picture, PREVIEW.side, PREVIEW.quality);
    return { bytes: await blob.arrayBuffer(), preview: await asAddress(small) };
  } finally {
    // Tens of megabytes, on a phone that has few.
    picture.close();
  }
}

/** The size at which a picture is drawn so that its longer side is no longer than `side`. */
export function fitted(width: number, height: number, side: number) {
  const scale = Math.min(1, side / Math.max(width, height));
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

function draw(picture: ImageBitmap, side: number, quality: number): Promise<Blob> {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, fitted(picture.width, picture.height, side));
  const pen = canvas.getContext("2d", { alpha: false });
  if (!pen) throw new UnreadablePicture("no canvas");
  // What lets something through lies on white, as on paper.
  pen.fillStyle = "white";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingQuality = "high";
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new UnreadablePicture("not drawn"))),
      "image/jpeg",
      quality,
    );
  });
}

function asAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
