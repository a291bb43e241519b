/** Files that people hand in: photos and PDF documents. */

/** What a file may be, by what its bytes are. */
export const FILE_TYPES = ["image/jpeg", "image/png", "image/webp", "application/pdf"] as const;
export type FileType = (typeof FILE_TYPES)[number];

export const FILE_LIMITS = {
  /** Of the largest file that is taken. */
  bytes: 5 * 1024 * 1024,
  /** Of a picture, before it is made smaller: more than any phone takes, less than a bomb unfolds to. */
  pixels: 50_000_000,
  name: { min: 1, max: 120 },
} as const;

/** A photo leaves the phone with its longer side no longer than this, and about this many bytes. */
export const PHOTO_TARGET = { side: 1600, bytes: 300_000 } as const;

/**
 * So many files one piece of work holds at a time, those of earlier revisions and those that nothing names
 * any more included: a piece of evidence is exchanged a few times, not for ever. Documents name twenty.
 */
export const HELD_FILES = 100;

/**
 * Days after which a file goes that no document, draft, revision or attachment names any more. More than
 * an upload is remembered for: who names it again by then need not send it again.
 */
export const UNNAMED_DAYS = 30;

/** How long an unfinished upload waits for the rest of it. */
export const UPLOAD_DAYS = 7;

/** What a document says of a file that goes with it. */
export interface FileRef {
  /** SHA-256 of the bytes that are sent, in hex: what else arrives under it is refused. */
  hash: string;
  /** Bytes. */
  size: number;
  type: FileType;
  /** What it was called on the device. */
  name: string;
}

/** A file that has arrived, as a reader gets it. */
export interface StoredFileDto {
  kind: "IMAGE" | "DOCUMENT";
  /** Bytes as it is kept; of a picture that was not drawn yet, as it was sent. */
  size: number;
  /** Of a picture that was drawn, in pixels. */
  width: number | null;
  height: number | null;
  /** ISO instant. */
  arrivedAt: string;
  /** Addresses for this reader, for a while. Null for a picture that could not be read: it has to be taken again. */
  url: string | null;
  thumbnailUrl: string | null;
}

/** A stored file that leaves with an archive. */
export interface LeavingFile {
  hash: string;
  kind: StoredFileDto["kind"];
}

/** By the hash that documents name; what is not here has not arrived. */
export type ArrivedFiles = Readonly<Record<string, StoredFileDto>>;

/** Why the content of a file is refused; keys of the message namespace `issues`. */
export const FILE_PROBLEMS = [
  /** Neither a photo nor a PDF, whatever its name says. */
  "upload_type",
  /** Cut off, or not what its beginning says. */
  "upload_damaged",
  /** More pixels than FILE_LIMITS allows. */
  "upload_pixels",
  /** Two kinds of file in one. */
  "upload_mixed",
  /** A PDF that does something when it is opened, or carries other files. */
  "upload_active",
  /** A PDF under a password. */
  "upload_locked",
  /** Other bytes than the ones that were announced. */
  "upload_changed",
  /** Larger than FILE_LIMITS allows; `max` says how much that is, in MB. */
  "upload_too_large",
] as const;
export type FileProblem = (typeof FILE_PROBLEMS)[number];
