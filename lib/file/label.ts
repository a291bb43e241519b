/** What files are called in the storage. Made of the hash alone: nothing that somebody typed. */

export function storedName(hash: string, kind: "IMAGE" | "DOCUMENT"): string {
  return `${hash.slice(0, 2)}/${hash}${kind === "IMAGE" ? ".jpg" : ".pdf"}`;
}

/** A picture as it was sent, while it waits to be drawn: read by nothing but what draws it. */
export function sentName(hash: string): string {
  return `${hash.slice(0, 2)}/${hash}.sent`;
}

/** What a file is called in an archive: what documents say of it, and its ending. */
export function archivedName(hash: string, kind: "IMAGE" | "DOCUMENT"): string {
  return `files/${hash}${kind === "IMAGE" ? ".jpg" : ".pdf"}`;
}

/** The hash of a stored name; null for what is no name of a file. */
export function hashOfName(name: string): string | null {
  return /^[\da-f]{2}\/([\da-f]{64})(?:(?:\.small)?\.(?:jpg|pdf)|\.sent)$/.exec(name)?.[1] ?? null;
}

export function thumbnailName(hash: string): string {
  return `${hash.slice(0, 2)}/${hash}.small.jpg`;
}
