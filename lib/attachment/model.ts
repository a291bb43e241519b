import type { StoredFileDto } from "@/lib/file/model";

/** Documents of the catalogue: a decree, a slide deck, a report about one of its entries. */

export const ATTACHMENT_BOUNDS = {
  title: { min: 3, max: 200 },
  source: { min: 3, max: 300 },
  /** So many hang on one entry. */
  each: 20,
} as const;

/** What an attachment is about: an innovation or a host region. */
export type AttachedTo = { innovationId: string } | { hostRegionId: string };

export interface AttachmentDto {
  id: string;
  title: string;
  source: string;
  /** ISO date that the document itself bears. */
  datedOn: string;
  /** Null while its bytes have not arrived; only whoever may remove it is told of it then. */
  file: StoredFileDto | null;
}
