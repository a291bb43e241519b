/** What files are called in the storage. Made of the hash alone: nothing that somebody typed. */

export function storedName(hash: string, kind: "IMAGE" | "DOCUMENT"): string {
  return `${hash.slice(0, 2)}/${hash}${kind === "IMAGE" ? ".jpg" : ".pdf"}`;
}

export function thumbnailName(hash: string): string {
  return `${hash.slice(0, 2)}/${hash}.small.jpg`;
}
