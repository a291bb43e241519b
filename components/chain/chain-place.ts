import { STAGE_SLUGS, type StageKind } from "@/lib/assignment/model";
import { type ChainDto, type ChainLink, LINK_STAGES } from "@/lib/chain/model";

type Of = Pick<ChainDto, "assignmentId" | "readerIs">;

/** The chain itself, or with a link chosen. */
export function chainHref({ assignmentId, readerIs }: Of, at?: string): string {
  const page = `/${readerIs === "AUTHOR" ? "tasks" : "reviews"}/${assignmentId}/chain`;
  return at ? `${page}?at=${encodeURIComponent(at)}` : page;
}

/** The whole of a stage: the author's form, or what the reviewer reads. */
export function stageHref({ assignmentId, readerIs }: Of, stage: StageKind): string {
  return `/${readerIs === "AUTHOR" ? "tasks" : "reviews"}/${assignmentId}/${STAGE_SLUGS[stage]}`;
}

/** Where a link is written: the field of the author's form, or the same field as the reviewer reads it. */
export function placeHref(chain: Of, { kind, path }: ChainLink): string {
  const page = stageHref(chain, LINK_STAGES[kind]);
  return chain.readerIs === "AUTHOR" ? `${page}#${path}` : `${page}#field-${path}`;
}
