import { STAGE_SLUGS } from "@/lib/assignment/model";
import { type ChainDto, type ChainLink, LINK_STAGES } from "@/lib/chain/model";

type Of = Pick<ChainDto, "assignmentId" | "readerIs">;

/** The chain itself, or with a link chosen. */
export function chainHref({ assignmentId, readerIs }: Of, at?: string): string {
  const page = `/${readerIs === "AUTHOR" ? "tasks" : "reviews"}/${assignmentId}/chain`;
  return at ? `${page}?at=${encodeURIComponent(at)}` : page;
}

/** Where a link is written: the field of the author's form, or the same field as the reviewer reads it. */
export function placeHref({ assignmentId, readerIs }: Of, { kind, path }: ChainLink): string {
  const slug = STAGE_SLUGS[LINK_STAGES[kind]];
  return readerIs === "AUTHOR"
    ? `/tasks/${assignmentId}/${slug}#${path}`
    : `/reviews/${assignmentId}/${slug}#field-${path}`;
}
